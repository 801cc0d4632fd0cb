"""How is it shown that claims differ on one matter, and that documents cite each other in a ring?

A relation is told from the claim of the group that it stands under: a claim of
the group first, the other one behind it, whether that is in the group or not. A
ring names its documents, each before the one that it rests on, and says which
step was not followed. Relations that pairs of equal words repeat are shown once.
"""

from collections.abc import Iterator, Mapping

from allsource.assessment import printing
from allsource.assessment.evidence import Evidence
from allsource.model.claim import Claim
from allsource.model.lineage import Cluster, Loop, Relation, RelationKind
from allsource.report.claim_contexts import CiteLink
from allsource.report.contexts import LoopView, RelationView
from allsource.report.sources import claim_view

__all__ = ["loops", "relations"]

_WORDS: Mapping[RelationKind, tuple[str, str]] = {
    "scope": ("covers more than", "covers a part of what is meant by"),
    "period": ("differs in period from", "differs in period from"),
    "plan": ("is a plan; an outcome is", "is an outcome; a plan is"),
    "spread": ("is another estimate than", "is another estimate than"),
    "revision": ("is replaced by", "replaces"),
}
"""What a page says between the two claims, told from the one and from the other.

Conflicts have a section of their own. Specificity and denial are traced and not printed: read off
pages, too many of them are wrong to stand under an editor's name.
"""


def relations(
    cluster: Cluster, numbers: Mapping[str, int], evidence: Evidence
) -> tuple[RelationView, ...]:
    """Show how the claims of a group stand to others, each pair of statements once.

    Args:
        cluster: the group.
        numbers: number of each document in the page.
        evidence: the case.
    """
    shown: dict[tuple[str, str, str], RelationView] = {}
    for claim, other, how in _told(cluster, evidence):
        key = (how, printing.words(claim.statement), printing.words(other.statement))
        if key not in shown:
            ends = (claim_view(one, numbers, evidence) for one in (claim, other))
            shown[key] = RelationView(how, *ends)
    return tuple(shown.values())


def _told(cluster: Cluster, evidence: Evidence) -> Iterator[tuple[Claim, Claim, str]]:
    """Give the relations of a group's claims, those inside the group from the one side only."""
    for name in cluster.claims:
        for relation in evidence.relations_of.get(name, ()):
            if relation.kind not in _WORDS:
                continue
            inside = evidence.cluster_of.get(relation.other) == cluster.id
            if name == relation.one or not (inside and relation.one in cluster.claims):
                ends = _ends(name, relation, evidence)
                if ends is not None:
                    yield *ends, _WORDS[relation.kind][name != relation.one]


def _ends(name: str, relation: Relation, evidence: Evidence) -> tuple[Claim, Claim] | None:
    other = relation.other if name == relation.one else relation.one
    held = evidence.claims
    return (held[name], held[other]) if name in held and other in held else None


def loops(evidence: Evidence, numbers: Mapping[str, int]) -> tuple[LoopView, ...]:
    """Show the rings in which documents rest on each other.

    Args:
        evidence: the case.
        numbers: number of each document in the page.
    """
    return tuple(_loop(loop, numbers, evidence) for loop in evidence.loops)


def _loop(loop: Loop, numbers: Mapping[str, int], evidence: Evidence) -> LoopView:
    held = {name: evidence.documents[name] for name in loop.documents}
    ring = tuple(
        CiteLink(
            numbers[name],
            name,
            f"{printing.document_name(one)} "
            f"({printing.day(one.published) if one.published else 'undated'})",
        )
        for name, one in held.items()
    )
    why = "it runs against time" if loop.by == "time" else "it is the least probable"
    return LoopView((*ring, ring[0]), f"the last step was not followed: {why}")
