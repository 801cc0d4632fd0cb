"""How do two claims on one matter stand to each other?

Two claims are on one matter when their frames tell one deed, when they measure
one thing alike, or when they share most of their telling words; never where
their frames tell two deeds. Then, in this order: one denies the other; one is a
plan and the other an outcome; one teller replaces a figure; they speak of other
times; a figure covers a part of what the other's covers; both are estimates of
houses; the figures cannot both hold; one tells more, or more exactly, than the
other. Figures that agree within rounding say the same.

It fails on scope that no word shows, on matters told by nouns alone, and where
two figures of one thing have different measures by mistake.
"""

from collections.abc import Iterator
from functools import lru_cache

from allsource.lineage.frames import frame, one_deed
from allsource.lineage.intervals import apart, equal, is_bound, rounded_to
from allsource.lineage.revisions import replaces
from allsource.lineage.scopes import narrower
from allsource.lineage.statements import Saying, Weights, alike, within
from allsource.lineage.things import dimension, is_apiece, thing
from allsource.lineage.words import words
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.model.ids import content_id
from allsource.model.lineage import Passage, Relation, RelationKind
from allsource.model.quantity import Quantity
from allsource.model.span import Span
from allsource.model.time import Time, first_day, last_day
from allsource.vocab import load

__all__ = ["comparable", "difference", "is_estimate", "on_one_matter"]

_ALIKE = 0.5
"""Weighted Dice from which two claims without a known deed are on one matter ..."""
_WITHIN = 0.8
"""... or the share of the shorter one's words that the other holds ..."""
_SHARED = 4
"""... if they share so many stems."""
_MEASURED = 0.3
"""The same for two claims of one measure whose things share no telling word."""
_PLANNED = frozenset({"expected", "conditional"})

_Pair = tuple[Quantity, Quantity]
_Row = tuple[RelationKind, bool, tuple[Span, ...], tuple[Span, ...]]
"""Kind, whether the first claim comes first, and the words that show it in either."""


def on_one_matter(one: Saying, other: Saying, weights: Weights) -> bool:
    """Say whether two claims speak of one matter, however they stand on it.

    Args:
        one: a claim.
        other: another.
        weights: of stems.
    """
    pair = comparable(one.claim, other.claim)
    if pair is None and _count_two_things(one, other):
        return False
    left, right = frame(one.claim), frame(other.claim)
    told = None if left is None or right is None else one_deed(left, right)
    if told is not None:
        return told
    shared = len(one.stems & other.stems)
    if pair is not None and pair[0].measure and pair[0].measure == pair[1].measure and shared > 1:
        return thing(pair[0]).shares(thing(pair[1])) or alike(one, other, weights) >= _MEASURED
    inside = shared >= _SHARED and within(one, other, weights) >= _WITHIN
    return inside or alike(one, other, weights) >= _ALIKE


def difference(one: Saying, other: Saying) -> Relation | None:
    """Say how two claims on one matter differ; None where they say the same.

    Reach for it after `on_one_matter`: of two matters it says nothing sensible.

    Args:
        one: a claim, the earlier one where that is known.
        other: another.
    """
    pair = comparable(one.claim, other.claim)
    row = _stance(one, other, pair) or _revision(one.claim, other.claim)
    row = row or _period(one.claim, other.claim, pair)
    row = row or (
        _figures(one.claim, other.claim, pair) if pair else _words(one.claim, other.claim)
    )
    return None if row is None else _relation(one.claim, other.claim, row)


def comparable(one: Claim, other: Claim) -> _Pair | None:
    """Give the quantities of two claims that count one thing in one unit, agreeing ones first.

    Args:
        one: a claim.
        other: another.
    """
    pairs = [
        (mine, theirs)
        for mine in one.quantities
        for theirs in other.quantities
        if _one_kind(mine, theirs)
    ]
    return min(pairs, key=lambda pair: not _agree(*pair), default=None)


def is_estimate(claim: Claim) -> bool:
    """Say whether a claim's figure is somebody's reckoning, not a count: its words say so."""
    listed = words(Document("", "", "", claim.text, "text")).folded
    return not _estimating().isdisjoint(listed)


def _count_two_things(one: Saying, other: Saying) -> bool:
    """Say whether both claims hold figures, and no number is in both."""
    numbers = [
        {q.low for q in saying.claim.quantities} | {q.high for q in saying.claim.quantities}
        for saying in (one, other)
    ]
    return bool(numbers[0] and numbers[1] and not (numbers[0] & numbers[1]) - {None})


def _one_kind(mine: Quantity, theirs: Quantity) -> bool:
    asides = load("comparable")["asides"]
    roles = (mine.role, theirs.role)
    if "rank" in roles or roles.count("change_by") == 1 or mine.measure in asides:
        return False
    known = mine.measure and theirs.measure
    if known and mine.measure != theirs.measure:
        return False
    if is_apiece(mine) != is_apiece(theirs) and not _agree(mine, theirs):
        return False
    left, right = thing(mine), thing(theirs)
    counted = known or mine.unit == theirs.unit or mine.currency or left.shares(right)
    return bool(counted and dimension(mine) == dimension(theirs) and left.meets(right))


def _agree(mine: Quantity, theirs: Quantity) -> bool:
    return equal(mine, theirs) or rounded_to(mine, theirs) is not None


def _stance(one: Saying, other: Saying, pair: _Pair | None) -> _Row | None:
    """A denial, or a plan and its outcome."""
    if one.denies != other.denies and (pair is None or not apart(*pair)):
        return "denial", other.denies, (), ()
    planned = [saying.claim.stance.status in _PLANNED for saying in (one, other)]
    if planned[0] != planned[1]:
        return "plan", planned[0], *_spans(pair)
    return None


def _revision(one: Claim, other: Claim) -> _Row | None:
    for first, second, ahead in ((one, other, True), (other, one, False)):
        found = replaces(second, first)
        if found is not None:
            return "revision", ahead, *(((), (found,)) if ahead else ((found,), ()))
    return None


def _period(one: Claim, other: Claim, pair: _Pair | None) -> _Row | None:
    left, right = (
        (quantity.time for quantity in pair)
        if pair is not None
        else (claim.times[0] if len(claim.times) == 1 else None for claim in (one, other))
    )
    if left is None or right is None or not _other_time(left, right):
        return None
    return "period", True, (left.span,), (right.span,)


def _other_time(one: Time, other: Time) -> bool:
    """Say whether two times do not meet; two ends of open times are told apart by themselves."""
    if not (one.end and other.end):
        return False
    if one.boundary and one.boundary == other.boundary:
        return (one.start, one.end) != (other.start, other.end)
    if one.boundary or other.boundary:
        return bool(one.start and other.start) and one.boundary != other.boundary
    if not (one.start and other.start):
        return False
    return last_day(one.end) < first_day(other.start) or last_day(other.end) < first_day(one.start)


def _figures(one: Claim, other: Claim, pair: _Pair) -> _Row | None:
    mine, theirs = pair
    if _agree(mine, theirs):
        return _words(one, other)
    if not apart(mine, theirs):
        if is_bound(mine) != is_bound(theirs):
            return "specificity", is_bound(mine), *_spans(pair)
        return ("spread", True, *_spans(pair)) if _are_houses(one, other) else None
    if mine.measure in load("conflicts")["rates"] and (mine.time is None) != (theirs.time is None):
        return "period", True, *_spans(pair)
    if row := _scope(one, other, pair):
        return row
    kind: RelationKind = "spread" if _are_houses(one, other) else "conflict"
    return kind, True, *_spans(pair)


def _scope(one: Claim, other: Claim, pair: _Pair) -> _Row | None:
    """The smaller figure covers a part of what the greater one covers."""
    ends = [q.low if q.low is not None else q.high for q in pair]
    ahead = (ends[0] or 0.0) >= (ends[1] or 0.0)
    wide, narrow = (one, other) if ahead else (other, one)
    shown = narrower(wide, narrow)
    if shown is None:
        return None
    inside = tuple(span for span in shown if narrow.span.covers(span))
    return ("scope", ahead, (), inside) if ahead else ("scope", ahead, inside, ())


def _words(one: Claim, other: Claim) -> _Row | None:
    """One of two claims that agree tells more."""
    for wide, narrow, ahead in ((one, other, True), (other, one, False)):
        shown = narrower(wide, narrow, by_name=True)
        more = shown or tuple(q.span for q in narrow.quantities if not wide.quantities)
        if more and not (wide.quantities and not narrow.quantities):
            inside = tuple(span for span in more if narrow.span.covers(span))
            return ("specificity", ahead, *(((), inside) if ahead else (inside, ())))
    return None


def _are_houses(one: Claim, other: Claim) -> bool:
    """Say whether two claims are reckonings of two sources."""
    left, right = one.source, other.source
    one_source = left is not None and right is not None and left.entity == right.entity
    return not one_source and is_estimate(one) and is_estimate(other)


def _spans(pair: _Pair | None) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    return ((pair[0].span,), (pair[1].span,)) if pair is not None else ((), ())


def _relation(one: Claim, other: Claim, row: _Row) -> Relation:
    kind, ahead, mine, theirs = row
    first, second = (one, other) if ahead else (other, one)
    shown = tuple(_passages(one, mine)) + tuple(_passages(other, theirs))
    return Relation(first.id, second.id, kind, shown, content_id("rel", first.id, second.id, kind))


def _passages(claim: Claim, spans: tuple[Span, ...]) -> Iterator[Passage]:
    for span in spans or (claim.proposition,):
        yield Passage(claim.document.id, span)


@lru_cache(maxsize=1)
def _estimating() -> frozenset[str]:
    return frozenset(load("predicates")["estimating"]["words"])
