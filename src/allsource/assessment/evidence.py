"""What is a sentence checked against?

A frozen view of a case, by id: documents, claims, clusters, roots, drift,
series, conflicts. Roots are gathered over clusters, since one root may stand
behind several.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from allsource.assessment.bearing.held import Held
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.model.lineage import Cluster, Drift, Hop, Lineage, Loop, Relation, Root
from allsource.model.numbers import Conflict, Series

__all__ = ["Evidence", "gather"]

_Noun = TypeVar("_Noun")


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that sentences may rest on, by id.

    Args:
        documents: by ``doc_`` id.
        claims: by ``clm_`` id.
        clusters: by ``clu_`` id.
        roots: by ``src_`` id, claims and documents gathered over all clusters.
        drift: by id.
        drift_of: by the id of the later claim.
        series: by id.
        conflicts: by id.
        hops: all of them.
        hops_of: those that start at a claim or document, by its id, likeliest first.
        unread_of: hops between documents of which one at least has no claims, by the ids of both.
        cluster_of: cluster id by claim id.
        relations_of: how a claim stands to others, by the id of either claim.
        loops: rings in which documents rest on each other.
        observed: tracks, pictures and lists in hand, and what they say of the claims.
    """

    documents: Mapping[str, Document]
    claims: Mapping[str, Claim]
    clusters: Mapping[str, Cluster]
    roots: Mapping[str, Root]
    drift: Mapping[str, Drift]
    drift_of: Mapping[str, tuple[Drift, ...]]
    series: Mapping[str, Series]
    conflicts: Mapping[str, Conflict]
    hops: tuple[Hop, ...]
    hops_of: Mapping[str, tuple[Hop, ...]]
    unread_of: Mapping[str, tuple[Hop, ...]]
    cluster_of: Mapping[str, str]
    relations_of: Mapping[str, tuple[Relation, ...]]
    loops: tuple[Loop, ...]
    observed: Held = field(default_factory=Held)

    def root_of(self, claim: str) -> Root | None:
        """Give the root on which a claim rests in its cluster."""
        cluster = self.clusters.get(self.cluster_of.get(claim, ""))
        held = [root for root in cluster.roots if claim in root.claims] if cluster else []
        return held[0] if held else None


def gather(
    documents: Iterable[Document],
    claims: Iterable[Claim],
    lineage: Lineage,
    series: Iterable[Series] = (),
    conflicts: Iterable[Conflict] = (),
    observed: Held | None = None,
) -> Evidence:
    """Build the view, in an order that does not depend on the order of input.

    Example:
        >>> gather((), (), Lineage()).claims
        {}
    """
    clusters = sorted(lineage.clusters, key=lambda cluster: cluster.id)
    drift = sorted(lineage.drift, key=lambda drift: drift.id)
    hops = sorted(lineage.hops, key=lambda hop: hop.id)
    claims = tuple(claims)
    return Evidence(
        documents={each.id: each for each in sorted(documents, key=lambda d: (d.path, d.id))},
        claims={
            each.id: each for each in sorted(claims, key=lambda c: (c.document.id, c.span, c.id))
        },
        clusters={each.id: each for each in clusters},
        roots=_roots(clusters),
        drift={each.id: each for each in drift},
        drift_of=_by(drift, lambda drift: drift.child),
        series={each.id: each for each in sorted(series, key=lambda s: s.id)},
        conflicts={each.id: each for each in sorted(conflicts, key=lambda c: c.id)},
        hops=tuple(hops),
        hops_of=_by(sorted(hops, key=lambda hop: -hop.probability), lambda hop: hop.child),
        unread_of=_unread(hops, {claim.document.id for claim in claims}),
        cluster_of={claim: cluster.id for cluster in clusters for claim in cluster.claims},
        relations_of=_by_either(sorted(lineage.relations, key=lambda relation: relation.id)),
        loops=tuple(sorted(lineage.loops, key=lambda loop: loop.id)),
        observed=observed or Held(),
    )


def _by(nouns: Iterable[_Noun], key: Callable[[_Noun], str]) -> dict[str, tuple[_Noun, ...]]:
    found: dict[str, list[_Noun]] = {}
    for noun in nouns:
        found.setdefault(key(noun), []).append(noun)
    return {name: tuple(same) for name, same in found.items()}


def _unread(hops: Iterable[Hop], told: set[str]) -> dict[str, tuple[Hop, ...]]:
    """Give the hops between documents where one has no claims, by both ends, likeliest first."""
    found: dict[str, list[Hop]] = {}
    for hop in sorted(hops, key=lambda hop: -hop.probability):
        ends = hop.child, hop.parent
        if hop.seen and all(end.startswith("doc_") for end in ends) and not told.issuperset(ends):
            for end in ends:
                found.setdefault(end, []).append(hop)
    return {name: tuple(some) for name, some in found.items()}


def _by_either(relations: Iterable[Relation]) -> dict[str, tuple[Relation, ...]]:
    ends = [(name, relation) for relation in relations for name in (relation.one, relation.other)]
    return {
        name: tuple(relation for _, relation in same)
        for name, same in _by(ends, lambda end: end[0]).items()
    }


def _roots(clusters: list[Cluster]) -> dict[str, Root]:
    parts = _by((root for cluster in clusters for root in cluster.roots), lambda root: root.id)
    return {name: _joined(same) for name, same in sorted(parts.items())}


def _joined(same: tuple[Root, ...]) -> Root:
    """One root with the claims and documents that it has in any cluster."""
    first = max(same, key=lambda root: (len(root.label), root.label, root.kind))
    return Root(
        id=first.id,
        label=first.label,
        kind=first.kind,
        seen=any(root.seen for root in same),
        claims=tuple(sorted({claim for root in same for claim in root.claims})),
        documents=tuple(sorted({document for root in same for document in root.documents})),
        record=first.record,
    )
