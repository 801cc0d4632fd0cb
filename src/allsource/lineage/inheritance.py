"""On whose word does a claim rest that has lost its root on the way?

A page that credits nobody, or "sources", and tells what a page of its family tells
too rests on that page's root, although no claim of the one was joined to a claim
of the other: shown is that the pages are of one family (``families``), and that
both claims are in one cluster. The nearest named root comes first; pages that
name nobody share one root among them, that of the one that says most of its
source. The step is as probable as the path between the two pages.

Who is named keeps their own root, and so does a report of a named outlet; "local
media" might be any. Claims that deny and claims that affirm inherit each from
their own kind, and a withdrawal from nobody. It fails where a page of the family
had the claim from somewhere else and does not say so.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from allsource.lineage.chronology import rank
from allsource.lineage.derivation import hop_id
from allsource.lineage.families import Families
from allsource.lineage.outlets import same_outlet
from allsource.lineage.roots import Origin
from allsource.lineage.statements import Saying, takes_back
from allsource.model.claim import Claim
from allsource.model.lineage import Hop, HopEvidence, Passage

__all__ = ["Inherited", "inherited"]


@dataclass(frozen=True, slots=True)
class Inherited:
    """A claim that has its root from another one.

    Args:
        claim: the claim.
        holder: the one that it has it from.
        origin: the root.
        step: the probability that it is this one's too.
    """

    claim: Claim
    holder: Claim
    origin: Origin
    step: float

    def hop(self) -> Hop:
        """Write it as a hop between the two, shown by the sentences that say most the same."""
        ends = self.claim.id, self.holder.id
        places = tuple(Passage(c.document.id, c.proposition) for c in (self.claim, self.holder))
        shown = (HopEvidence("reworded passage", places),)
        name = hop_id(*ends, "rewrite")
        return Hop(*ends, "rewrite", self.step, seen=True, evidence=shown, id=name)


def inherited(
    groups: Sequence[Sequence[Claim]],
    said: Mapping[str, Saying],
    origin: Callable[[Claim], Origin],
    families: Families,
) -> dict[str, Inherited]:
    """Find the roots that claims without a named one have from their families.

    Args:
        groups: clusters of claims.
        said: by claim id.
        origin: gives the root that a claim has by itself.
        families: of their documents.

    Returns:
        By claim id, for those whose root is another than their own.
    """
    found: dict[str, Inherited] = {}
    for group in groups:
        sides: dict[tuple[str, bool], list[Claim]] = defaultdict(list)
        for claim in group:
            if not takes_back(claim):
                sides[families.first(claim.document.id), said[claim.id].denies].append(claim)
        for side in sides.values():
            if len({claim.document.id for claim in side}) > 1:
                found.update(_shared(side, origin, families))
    return found


def _shared(
    side: Sequence[Claim], origin: Callable[[Claim], Origin], families: Families
) -> Iterator[tuple[str, Inherited]]:
    """Share the roots of claims of one cluster and one family, all for it or all against it."""
    ordered = sorted(side, key=_order)
    own = {claim.id: origin(claim) for claim in ordered}
    named = [claim for claim in ordered if own[claim.id].established]
    reported = [claim for claim in ordered if _is_named_report(own[claim.id])]
    kept = {claim.id for claim in (*named, *reported)}
    lost: dict[str, list[Claim]] = defaultdict(list)
    for claim in ordered:
        if claim.id not in kept:
            lost[claim.document.id].append(claim)
    yield from _handed_on(named, lost, own, families)
    yield from _handed_on(reported, lost, own, families)
    while lost:
        fullest = min(lost.values(), key=_standing)
        yield from _handed_on(fullest[:1], lost, own, families)


def _handed_on(
    holders: Sequence[Claim],
    lost: dict[str, list[Claim]],
    own: Mapping[str, Origin],
    families: Families,
) -> Iterator[tuple[str, Inherited]]:
    """Give each lost claim within reach the root of the nearest holder; it is lost no longer."""
    first = {claim.document.id: claim for claim in reversed(holders)}
    reached = families.reached(first, lost.keys())
    for document, (start, value) in sorted(reached.items()):
        holder = first[start]
        for claim in lost.pop(document):
            if own[claim.id].id != own[holder.id].id and not _is_credited(claim, own[holder.id]):
                yield claim.id, Inherited(claim, holder, own[holder.id], value)


def _is_credited(claim: Claim, origin: Origin) -> bool:
    """Say whether a root is the outlet of the claim's own page, which another page credits."""
    outlet = claim.document.outlet
    return outlet is not None and same_outlet(origin.label, outlet)


def _is_named_report(origin: Origin) -> bool:
    return origin.kind == "outlet" and not origin.vague


def _standing(held: Sequence[Claim]) -> tuple[bool, tuple[object, ...]]:
    """Rank a page's claims: one that credits somebody says more of its source than one that does not."""
    return not any(claim.attribution for claim in held), _order(held[0])


def _order(claim: Claim) -> tuple[object, ...]:
    return (not claim.attribution, *rank(claim.document), claim.span.start, claim.id)
