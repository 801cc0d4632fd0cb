"""Which claims belong to one programme, and over which months?

Claims of one thing (``of``) counted in one unit are a programme; another unit is another programme.
Scopes, such as "with decoys", stay within it. Claims that cannot be used are told with the reason, never
dropped in silence.

It fails where one thing goes by two names: that is for the reading of claims to settle.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from allsource.errors import UsageError
from allsource.estimation.programme.claim import ProgrammeClaim
from allsource.estimation.programme.figures import middle
from allsource.estimation.programme.months import first_day, month_of, span
from allsource.estimation.programme.numbering import numbered
from allsource.estimation.programme.observation import Observation, observations
from allsource.estimation.programme.repeats import distinct

__all__ = ["Left", "Programme", "programmes"]

_STALE_MONTHS = 3
_AHEAD = 12
_MOST_MONTHS = 1200
_MOST_CLAIMS = 5000
_ALIKE = ("rate", "total", "stock")
_APART = 10.0
"""Figures of two roots for one month that lie further apart are told."""
_FARTHEST = 600.0
_COUNTED = {"production rate", "cumulative output", "deliveries", "stock", "contract", "serial"}
_NO_UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Left:
    """A claim that was not used, and why."""

    claim: str
    reason: str


@dataclass(frozen=True, slots=True)
class Programme:
    """One thing made, with all that is claimed of it.

    Args:
        of: what is made.
        unit: what is counted.
        currency: of unit costs; None where none is told.
        observations: what claims observe.
        first: number of the first month that is modelled.
        last: of the last.
        begin: number of the month in which production began; None where unknown.
        window: first and last month that are told.
        left: claims that were not used.
        warnings: what must be known before anything is quoted.
    """

    of: str
    unit: str
    currency: str | None
    observations: tuple[Observation, ...]
    first: int
    last: int
    begin: int | None
    window: tuple[int, int]
    left: tuple[Left, ...]
    warnings: tuple[str, ...]

    @property
    def scopes(self) -> tuple[str | None, ...]:
        """Scopes, that of most claims first; without any where a claim names none."""
        counted = Counter(one.claim.scope for one in self.observations if one.sort != "share")
        named = sorted(counted, key=lambda name: (name is not None, -counted[name], name or ""))
        return tuple(named) or (None,)


def programmes(
    claims: Sequence[ProgrammeClaim],
    *,
    start: str | None = None,
    until: str | None = None,
    begin: str | None = None,
) -> list[Programme]:
    """Sort claims into programmes.

    Args:
        claims: in any order.
        start: first month to be told; None is that of the first dated claim.
        until: last month to be told.
        begin: when production began, if that is known.

    Returns:
        By name and unit.

    Raises:
        UsageError: dates span more than a century, the window is empty, or there are too many claims.
    """
    by_name: dict[str, list[ProgrammeClaim]] = defaultdict(list)
    for claim in claims:
        by_name[claim.of.casefold()].append(claim)
    return [
        _programme(group, unit, start, until, begin)
        for _, same in sorted(by_name.items())
        for unit, group in _by_unit(same)
    ]


def _by_unit(claims: list[ProgrammeClaim]) -> list[tuple[str, list[ProgrammeClaim]]]:
    """Part claims by what they count; what is not counted goes with the unit of most claims."""
    counted = Counter(one.unit for one in claims if one.measure in _COUNTED and one.unit)
    main = min(counted, key=lambda name: (-counted[name], name)) if counted else _NO_UNIT
    groups: dict[str, list[ProgrammeClaim]] = defaultdict(list)
    for one in claims:
        groups[one.unit if one.measure in _COUNTED and one.unit else main].append(one)
    return sorted(groups.items())


def _programme(
    claims: list[ProgrammeClaim], unit: str, start: str | None, until: str | None, begin: str | None
) -> Programme:
    if len(claims) > _MOST_CLAIMS:
        raise UsageError(
            f"{claims[0].of}: {len(claims):,} claims; give at most {_MOST_CLAIMS:,} of one programme, the latest or those of most roots"
        )
    found, left = list[Observation](), list[Left]()
    currency = _currency(claims)
    numbers = list[ProgrammeClaim]()
    for claim in sorted(claims, key=lambda one: (one.id, repr(one))):
        try:
            _same_money(claim, currency)
            found += [] if claim.measure == "serial" else observations(claim)
            if claim.measure == "serial" and claim.stance not in {"denied", "questioned"}:
                span(claim)
                numbers.append(claim)
        except UsageError as error:
            left.append(Left(claim.id, str(error)))
    kept, warnings = distinct(found), _remarks(found)
    if numbers:
        seen, doubts = numbered(numbers)
        kept += seen
        warnings += doubts
    return _placed(claims, unit, currency, kept, left, warnings, (start, until, begin))


def _placed(
    claims: list[ProgrammeClaim],
    unit: str,
    currency: str | None,
    found: list[Observation],
    left: list[Left],
    warnings: tuple[str, ...],
    dates: tuple[str | None, str | None, str | None],
) -> Programme:
    of = min(one.of for one in claims)
    begun = None if dates[2] is None else month_of(dates[2])
    window = _window(found, dates[0], dates[1], begun)
    used = [one for one in found if not one.plan or one.last <= window[1] + _AHEAD]
    used = [one for one in used if begun is None or one.last >= begun]
    gone = {one.claim.id for one in found} - {one.claim.id for one in used}
    left += [
        Left(name, "it speaks of months outside those that are modelled") for name in sorted(gone)
    ]
    first = min([window[0], *(one.first - _STALE_MONTHS * one.present for one in used)])
    first = first if begun is None else begun
    last = max([window[1], *(one.last for one in used)])
    if last - first >= _MOST_MONTHS:
        by_hand = bool(dates[0] or dates[1]) and window[1] - window[0] >= _MOST_MONTHS
        if by_hand or not used:
            asked = (
                f"{first_day(first)[:7]} until {first_day(last)[:7]} is {last - first + 1} months"
            )
            raise UsageError(
                f"{of}: {asked}; ask for at most {_MOST_MONTHS} months, nearer the claims"
            )
        ends = sorted(used, key=lambda one: one.first)
        raise UsageError(
            f"{of}: claims span {last - first + 1} months, from {ends[0].claim.id} to {ends[-1].claim.id}; "
            f"correct their dates (at most {_MOST_MONTHS} months)"
        )
    return Programme(
        of, unit, currency, tuple(used), first, last, begun, window, tuple(left), warnings
    )


def _window(
    found: Sequence[Observation], start: str | None, until: str | None, begun: int | None
) -> tuple[int, int]:
    told = [month for one in found for month in _told(one)]
    if not told and (start is None or until is None):
        return (0, -1)
    first = month_of(start) if start else min(told)
    last = month_of(until, end=True) if until else max(told)
    first = first if begun is None else max(first, begun)
    if first > last:
        raise UsageError(
            f"nothing lies from {start or 'the first claim'} until {until or 'the last'}; swap them"
        )
    return first, last


def _told(one: Observation) -> list[int]:
    """Months of which a claim tells what was; of what is to come, the month of its printing."""
    if one.claim.published is None:
        return [one.first, one.last]
    printed = month_of(one.claim.published, end=True)
    return [printed] if one.plan else [min(one.first, printed), min(one.last, printed)]


def _same_money(claim: ProgrammeClaim, currency: str | None) -> None:
    if claim.currency not in {None, currency}:
        raise UsageError(f"it is in {claim.currency}, the others in {currency}: convert it")


def _currency(claims: Sequence[ProgrammeClaim]) -> str | None:
    counted = Counter(one.currency for one in claims if one.currency)
    return min(counted, key=lambda name: (-counted[name], name)) if counted else None


def _remarks(found: Sequence[Observation]) -> tuple[str, ...]:
    said = list[str]()
    rootless = sum(not one.root for one in found)
    if rootless:
        said.append(f"{rootless} claims have no known root: they are taken for those of one root")
    by_time: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    for one in found:
        if not one.plan and one.sort in _ALIKE:
            by_time[one.sort, one.claim.scope, one.last].append(one)
    for same in by_time.values():
        ends = sorted(same, key=lambda one: (middle(one.figure), one.ids))
        apart = exp(min(middle(ends[-1].figure) - middle(ends[0].figure), _FARTHEST))
        if ends[0].root != ends[-1].root and apart > _APART:
            said.append(
                f"{ends[0].claim.id} and {ends[-1].claim.id} lie {float(f'{apart:.1g}'):,.0f}-fold apart for one month: "
                "the middle between them is nobody's figure; settle which holds"
            )
    return tuple(said)
