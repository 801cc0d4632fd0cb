"""Who said it: how are groups of claims shown by their roots, and what changed between them?"""

from collections import Counter
from collections.abc import Mapping, Sequence

from allsource.assessment import printing
from allsource.assessment.evidence import Evidence
from allsource.assessment.naming import root_name
from allsource.assessment.ways import how
from allsource.entities.plain import plain
from allsource.entities.who import Cast
from allsource.model.claim import Claim, Source
from allsource.model.entity import CaseEntity
from allsource.model.lineage import Cluster, Drift, Root
from allsource.report.contexts import (
    ActorView,
    ClusterView,
    DriftView,
    JourneyView,
    RetellingView,
    RootView,
)
from allsource.report.sentences import cite_links, credibility, effective, standing, status_class
from allsource.report.sources import claim_view
from allsource.report.ties import relations
from allsource.report.trees import tree

__all__ = ["actors", "clusters", "drift_view", "journeys"]

_JOINED = frozenset({"named_person", "organization", "outlet"})
_KINDS: Mapping[str, str] = {
    "named_person": "named person",
    "organization": "organisation",
    "unnamed_person": "person without a name",
    "unnamed_official": "official without a name",
    "unnamed_group": "group without names",
    "outlet": "outlet",
    "document": "document",
    "unnamed_document": "document not further named",
    "sensor": "sensor",
}
"""How the page names each kind of source of the model."""


def clusters(evidence: Evidence, numbers: Mapping[str, int]) -> tuple[ClusterView, ...]:
    """Show every group of claims, those in most documents first."""
    views = [_cluster(cluster, numbers, evidence) for cluster in evidence.clusters.values()]
    return tuple(sorted(views, key=lambda view: (-view.documents, view.about.casefold(), view.id)))


def _cluster(cluster: Cluster, numbers: Mapping[str, int], evidence: Evidence) -> ClusterView:
    claims = [evidence.claims[claim] for claim in cluster.claims if claim in evidence.claims]
    return ClusterView(
        id=cluster.id,
        about=printing.words(claims[0].statement),
        measure=cluster.measure,
        documents=len({claim.document.id for claim in claims}),
        status=standing(cluster),
        status_class=status_class(standing(cluster)),
        effective=effective(cluster.effective_roots, cluster.effective_roots_interval) or "",
        credibility=credibility(cluster),
        credible=cluster.credibility.why if cluster.credibility else "",
        why=cluster.why,
        roots=tuple(_root(root, claims, numbers, evidence) for root in cluster.roots),
        relations=relations(cluster, numbers, evidence),
    )


def _root(
    root: Root, claims: list[Claim], numbers: Mapping[str, int], evidence: Evidence
) -> RootView:
    mine = [claim for claim in claims if claim.id in root.claims]
    return RootView(
        id=root.id,
        name=root_name(root),
        seen="in hand" if root.seen else "cited, not in hand",
        documents=len({claim.document.id for claim in mine}),
        record=_record(root),
        nodes=tree(mine, numbers, evidence),
    )


def _record(root: Root) -> str | None:
    """Print the record of a root; None where too few of its claims could be checked."""
    found = root.record
    return f"{found.rating}, {found.means}: {found.why}" if found else None


def drift_view(drift: Drift, numbers: Mapping[str, int], evidence: Evidence) -> DriftView | None:
    """Show what changed between two claims, or None where one is not in the case."""
    parent, child = evidence.claims.get(drift.parent), evidence.claims.get(drift.child)
    if parent is None or child is None:
        return None
    return DriftView(
        id=drift.id,
        change=drift.change,
        before=_credit(parent) if drift.change == "attribution dropped" else drift.before,
        after=drift.after,
        parent=claim_view(parent, numbers, evidence),
        child=claim_view(child, numbers, evidence),
    )


def journeys(evidence: Evidence, numbers: Mapping[str, int]) -> tuple[JourneyView, ...]:
    """Show what changed from one document to another, most retold claims first.

    Args:
        evidence: the case.
        numbers: number of each document in the page.
    """
    retold: dict[tuple[str, str], list[DriftView]] = {}
    for drift in evidence.drift.values():
        view = drift_view(drift, numbers, evidence)
        if view is not None:
            retold.setdefault((drift.parent, drift.child), []).append(view)
    pairs: dict[tuple[str, str], list[RetellingView]] = {}
    for (parent, child), views in retold.items():
        ends = evidence.claims[parent].document.id, evidence.claims[child].document.id
        changes = tuple(sorted(views, key=lambda view: (view.change, view.id)))
        pairs.setdefault(ends, []).append(
            RetellingView(changes[0].parent, changes[0].child, changes)
        )
    shown = [_journey(ends, rows, evidence) for ends, rows in pairs.items()]
    return tuple(sorted(shown, key=lambda v: (-len(v.retold), v.child.number, v.parent.number)))


def _journey(ends: tuple[str, str], retold: list[RetellingView], evidence: Evidence) -> JourneyView:
    parent, child = ends
    known = next((hop for hop in evidence.hops_of.get(child, ()) if hop.parent == parent), None)
    ordered = sorted(retold, key=lambda one: evidence.claims[one.after.id].span)
    return JourneyView(
        parent=ordered[0].before,
        child=ordered[0].after,
        how=how(known) if known else "",
        retold=tuple(ordered),
    )


def _credit(claim: Claim) -> str | None:
    """Whom a claim credits, by the fullest name rather than a pronoun."""
    return claim.source.name if claim.source else None


def actors(
    evidence: Evidence, numbers: Mapping[str, int], cast: Cast | None = None
) -> tuple[ActorView, ...]:
    """Show every source that is credited, those with most documents first.

    Args:
        evidence: the case.
        numbers: number of each document in the page.
        cast: who is who: a source of several documents is then one, by whatever name.
    """
    credited: dict[str, list[tuple[Claim, Source]]] = {}
    known: dict[str, CaseEntity] = {}
    for claim in evidence.claims.values():
        for source in (one.source for one in claim.attribution if one.source):
            known_by = cast if source.kind in _JOINED else None
            entity = known_by.named(claim.document.id, source.name) if known_by else None
            name = entity.id if entity else source.entity
            credited.setdefault(name, []).append((claim, source))
            if entity is not None:
                known[name] = entity
    views = [_actor(told, known.get(name), numbers, evidence) for name, told in credited.items()]
    return tuple(sorted(views, key=lambda v: (-len(v.links), -v.claims, v.name.casefold(), v.kind)))


def _also(entity: CaseEntity) -> list[str]:
    """Give the other names that are not made of words of the name shown."""
    shown = set(plain(entity.name))
    return [one.text for one in entity.names if not set(plain(one.text)) <= shown]


def _actor(
    told: Sequence[tuple[Claim, Source]],
    entity: CaseEntity | None,
    numbers: Mapping[str, int],
    evidence: Evidence,
) -> ActorView:
    kinds = Counter(source.kind for _, source in told)
    fullest = max((source for _, source in told), key=lambda one: (len(one.name), one.name))
    kind = max(kinds, key=lambda one: (kinds[one], one)) if entity else fullest.kind
    documents = tuple(dict.fromkeys(claim.document.id for claim, _ in told))
    name = entity.name if entity else fullest.name
    return ActorView(
        name=printing.words(name),
        also=tuple(map(printing.words, _also(entity))) if entity else (),
        kind=_KINDS[kind],
        claims=len({claim.id for claim, _ in told}),
        links=cite_links(documents, numbers, evidence),
    )
