"""Which stated figures has the outlet that printed them taken back?

A page that says it corrects its outlet's own report takes back the earlier figure of that outlet which has its
number on another basis ("1,100 in all", where "1,100 a month" had been printed) or which its words replace ("36,
not 63"). The same figure of the same root falls with it, wherever it was retold, and so does a repeat after the correction. Nothing is
deleted: a figure taken back is kept and told, it counts for nothing in an estimate.

It fails where a correction names neither figure, and where a source takes a figure back whose outlet lets
it stand.
"""

from collections.abc import Iterator, Mapping, Sequence

from allsource.lineage.chronology import earliest
from allsource.lineage.credits import revises
from allsource.lineage.revisions import replaces
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.model.numbers import Conflict, Point, Series

__all__ = ["Figure", "withdrawn"]

Figure = tuple[str, int]
"""A claim and the index of its quantity."""

_RETOLD = 0.02
"""A figure retold in another unit is rounded by so much."""


def withdrawn(
    series: Sequence[Series],
    conflicts: Sequence[Conflict],
    claims: Sequence[Claim],
    documents: Sequence[Document],
) -> frozenset[Figure]:
    """Find the figures of a case that were taken back.

    Args:
        series: of the case.
        conflicts: between their points.
        claims: that the points name.
        documents: of the case.
    """
    by_id = {claim.id: claim for claim in claims}
    correcting = {one.id for one in documents if revises(one) is not None}
    back = [
        (old, by_id[old.claim].quantities[old.quantity].measure)
        for conflict in conflicts
        for old, new in ((conflict.left, conflict.right), (conflict.right, conflict.left))
        if _takes_back(new, old, by_id, correcting, stale="stale repeat" in conflict.classes)
    ]
    return frozenset(
        (point.claim, point.quantity)
        for row in series
        for point in row.points
        if point.claim in by_id and by_id[point.claim].document.id not in correcting
        for old, measure in back
        if row.measure == measure and point.root == old.root and _same(point, old)
    )


def _takes_back(
    new: Point, old: Point, claims: Mapping[str, Claim], correcting: set[str], *, stale: bool
) -> bool:
    if new.claim not in claims or old.claim not in claims:
        return False
    later, before = claims[new.claim], claims[old.claim]
    if later.document.id not in correcting or before.document.id in correcting:
        return False
    if stale:
        return _same(new, old)
    own = before.document.outlet is not None and before.document.outlet == later.document.outlet
    if not own or not (earliest(before.document) or "~") < (earliest(later.document) or ""):
        return False
    return _same(new, old) or replaces(later, before) is not None


def _ends(point: Point) -> Iterator[float]:
    yield from (one for one in (point.low, point.high) if one)


def _same(one: Point, other: Point) -> bool:
    """Say whether two points have one number, but for the rounding of another unit."""
    return any(
        abs(mine - theirs) <= _RETOLD * theirs for mine in _ends(one) for theirs in _ends(other)
    )
