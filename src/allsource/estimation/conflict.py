"""Which stated numbers do not simply agree, of what kinds is the difference, and when do both hold?

Points of one series are compared where they may speak of one time; a total is
compared with a rate of the same thing where one page gives both or both give
one number. Every class that applies is kept, with the assumption under which
both hold and each number that the words use. Numbers of different dated periods
are a development and not told. Two sources' estimates are a spread, and a figure
whose words show that it counts a part of what the other counts differs in scope:
neither is ever a true conflict. "True conflict" asks for one measure, one dated
period, different roots, no plan, and a gap that no rounding bridges.

It fails where the extractor gives a wrong measure or time.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from allsource.estimation.stated import Stated, Told, told
from allsource.estimation.wording import (
    Words,
    about_basis,
    about_bound,
    about_gap,
    about_part,
    about_plan,
    about_rate,
    about_rounding,
    about_same_number,
    about_scope,
    about_spread,
    about_stale,
)
from allsource.lineage.drift import bases
from allsource.lineage.intervals import apart, equal, gap, is_bound, overlap, rounded_to, step
from allsource.lineage.relations import is_estimate
from allsource.lineage.scopes import narrower
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.model.ids import content_id
from allsource.model.numbers import Conflict, ConflictClass, Point, Series
from allsource.vocab import load

__all__ = ["conflicts"]

_MOST = 150
"""So many distinct points of a series are compared: bounds hostile folders."""

_SOON = 183.0
"""Days: a total that its rate makes in less is worth a word where no period is given."""

_FEW = 10.0
"""Smaller totals than this are no programme's output."""

_Pair = tuple[Stated, Stated]
_Row = tuple[tuple[ConflictClass, ...], Words]


def conflicts(
    series: Sequence[Series], claims: Sequence[Claim], documents: Sequence[Document]
) -> tuple[Conflict, ...]:
    """Compare the numbers of a case.

    Args:
        series: of the case.
        claims: those that the points name.
        documents: of the case.

    Returns:
        Conflicts, most telling classes first, then by the left point.
    """
    case = told(series, claims, documents)
    found: dict[str, Conflict] = {}
    for one in series:
        if one.measure in load("conflicts")["events"]:
            continue
        points = case.distinct(one)[:_MOST]
        for pair in combinations(points, 2):
            if row := _within(*pair, case):
                _keep(found, pair, row)
        for pair in _plans(points):
            _keep(found, pair, (("plan against outcome",), about_plan(*pair)))
    for pair in _across(series, case):
        if row := _total_and_rate(*pair, case):
            _keep(found, pair, row)
    return tuple(sorted(found.values(), key=_telling))


def _keep(found: dict[str, Conflict], pair: _Pair, row: _Row) -> None:
    left, right = sorted(pair, key=lambda stated: stated.order)
    classes, words = row
    ends = [[s.point.claim, s.point.quantity] for s in (left, right)]
    name = content_id("cfl", ends, classes)
    found[name] = Conflict(
        name, left.point, right.point, classes, words.text, words.arithmetic, words.settles
    )


def _telling(conflict: Conflict) -> tuple[int, str, str, str]:
    ranks = [_RANK[name] for name in conflict.classes]
    left = conflict.left
    return (min(ranks), left.start or left.end or "9999", left.claim, conflict.id)


_RANK: Mapping[ConflictClass, int] = {
    "true conflict": 0,
    "stale repeat": 1,
    "definition": 2,
    "plan against outcome": 3,
    "spread": 4,
    "scope": 5,
    "bound": 6,
    "rounding": 7,
}


def _within(one: Stated, other: Stated, case: Told) -> _Row | None:
    """Compare two outcomes of one series."""
    left, right = one.point, other.point
    if left.plan or right.plan or equal(left, right) or not _comparable(one, other):
        return None
    when = overlap(one.period, other.period)
    rounding = rounded_to(left, right)
    if rounding is not None and (when is not False or one.total):
        return ("rounding",), about_rounding(one, other, rounding)
    stated = one.dated and other.dated
    if when is False and (stated or _bases(one).keys() == _bases(other).keys()):
        return None
    if one.total and _grew(one, other):
        return None
    if not apart(left, right):
        bound = is_bound(left) != is_bound(right) or _holds(left, right) or _holds(right, left)
        return (("bound",), about_bound()) if bound and one.root != other.root else None
    same_time = when is True and stated and _same_length(one, other)
    return _apart(one, other, case, same_time=same_time)


def _comparable(one: Stated, other: Stated) -> bool:
    """Say whether two points are of one thing, and not two ends of one change."""
    if one.claim.id == other.claim.id or one.one_change(other):
        return False
    return one.same_thing(other) and one.surely_same_thing(other)


def _holds(bound: Point, other: Point) -> bool:
    """Say whether a point that is open on one side has the whole of a range on its open side."""
    if other.low is None or other.high is None:
        return False
    if bound.high is None and bound.low is not None:
        return bound.low <= other.low
    return bound.low is None and bound.high is not None and other.high <= bound.high


def _bases(stated: Stated) -> Mapping[str, str]:
    """Give the bases of reckoning that a claim names."""
    return bases(stated.claim.statement)


def _same_length(one: Stated, other: Stated) -> bool:
    """Say whether two stated times are about as long: a year is not one of its months."""
    days = sorted((one.days or 1.0, other.days or 1.0))
    return days[1] <= 2 * days[0]


def _may_meet(plan: Stated, outcome: Stated) -> bool:
    """Say whether an outcome may be that of a plan: one thing, and of one order of size."""
    sizes = sorted(abs(s.point.low or s.point.high or 1.0) for s in (plan, outcome))
    return (
        plan.claim.id != outcome.claim.id and plan.same_thing(outcome) and sizes[1] < 10 * sizes[0]
    )


def _grew(one: Stated, other: Stated) -> bool:
    """Say whether two totals are of different days, the later being the greater."""
    first, last = sorted((one, other), key=lambda stated: stated.as_of)
    if first.as_of == last.as_of or first.point.low is None:
        return False
    return last.point.high is None or last.point.high >= first.point.low


def _apart(one: Stated, other: Stated, case: Told, *, same_time: bool) -> _Row:
    """Class two outcomes that no single number satisfies."""
    classes: list[ConflictClass] = []
    words: Words | None = None
    if case.stale(one, other):
        classes, words = ["stale repeat"], about_stale()
    before, after = _bases(one), _bases(other)
    if before.keys() != after.keys():
        classes.append("definition")
        words = words or about_basis(sorted(before), sorted(after))
    if not same_time or one.thing.nouns != other.thing.nouns:
        classes.append("scope")
        words = words or about_scope(one, other)
    if not classes and (row := _estimates(one, other) or _part(one, other)):
        return row
    apart_roots = one.root and other.root and one.root != other.root
    if not classes and apart_roots:
        wide = step(one.point.low or 1.0) + step(other.point.low or 1.0)
        loose = one.point.approximate or other.point.approximate
        if not loose or gap(one.point, other.point) > wide / 2:
            return ("true conflict",), about_gap(gap(one.point, other.point))
    if not classes:
        classes.append("scope")
    return tuple(classes), words or about_scope(one, other)


def _estimates(one: Stated, other: Stated) -> _Row | None:
    """Class the estimates of two sources."""
    reckoned = is_estimate(one.claim) and is_estimate(other.claim)
    if not reckoned or not one.root or not other.root or one.root == other.root:
        return None
    return ("spread",), about_spread(one, other)


def _part(one: Stated, other: Stated) -> _Row | None:
    """Class two figures of which the smaller one's words show that it counts a part."""
    wide, narrow = sorted(
        (one, other), key=lambda s: (-(s.point.low or s.point.high or 0.0), s.order)
    )
    shown = narrower(wide.claim, narrow.claim)
    if not shown:
        return None
    text = narrow.claim if narrow.claim.span.covers(shown[0]) else wide.claim
    return ("scope",), about_part(shown[0].of(text.document.text))


def _plans(points: Sequence[Stated]) -> Iterator[_Pair]:
    """Give each plan with the latest outcome up to its date."""
    outcomes = [stated for stated in points if not stated.point.plan]
    for plan in (stated for stated in points if stated.point.plan):
        due = plan.point.end or "9999"
        dated = [s for s in outcomes if (s.period.start or s.as_of) <= due]
        latest = max(dated, key=lambda s: (s.period.end or s.as_of, s.order), default=None)
        if latest is not None and not equal(plan.point, latest.point) and _may_meet(plan, latest):
            yield plan, latest


def _across(series: Sequence[Series], case: Told) -> Iterator[_Pair]:
    """Give totals with rates of the same thing: in one page, or of one number."""
    rates = load("conflicts")["rates"]
    for totals in (one for one in series if one.measure in rates):
        for rate in (r for r in series if r.measure == rates[totals.measure]):
            left, right = case.distinct(totals)[:_MOST], case.distinct(rate)[:_MOST]
            pairs = {
                _sort_of(one, other, case): (one, other)
                for one in reversed(left)
                for other in reversed(right)
                if one.same_thing(other)
                and (one.claim.document.id == other.claim.document.id or _one_number(one, other))
            }
            yield from pairs.values()


def _sort_of(total: Stated, rate: Stated, case: Told) -> tuple[object, ...]:
    """Name what a total and a rate say together, so that it is told once."""
    numbers = (total.point.low, total.point.high, rate.point.low, rate.point.high)
    return (
        *numbers,
        total.root,
        rate.root,
        total.point.plan,
        rate.point.plan,
        case.stale(total, rate),
    )


def _one_number(one: Stated, other: Stated) -> bool:
    numbers = {one.point.low, one.point.high} & {other.point.low, other.point.high}
    return bool(numbers - {None})


def _total_and_rate(total: Stated, rate: Stated, case: Told) -> _Row | None:
    """Class a total against a rate."""
    number = total.point.low or total.point.high
    pace = rate.point.low or rate.point.high
    if not number or not pace or number < _FEW:
        return None
    classes: list[ConflictClass] = ["definition"]
    if _one_number(total, rate):
        if case.stale(total, rate):
            classes.insert(0, "stale repeat")
        return tuple(classes), about_same_number(number)
    when = overlap(total.period, rate.period)
    if when is False:
        return None
    words = about_rate(total, rate, number, pace)
    days = words.arithmetic[0][1]
    known = total.days
    if days >= (_SOON if known is None else known / 2):
        return None
    if total.point.plan != rate.point.plan:
        classes.append("plan against outcome")
    if when is None or known is None:
        classes.append("scope")
    return tuple(classes), words
