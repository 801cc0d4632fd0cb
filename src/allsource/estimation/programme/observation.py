"""What does one claim observe, and how well?

Each claim becomes one or two observations: what is observed (a rate, a total, deliveries between dates, a
stock, a unit cost, a share, a capacity), in which months, and how the stated figure is spread around the true
one. The widths are those measured on real programmes: deliveries against building ways 0.48 and against
hours worked 0.40 (logarithms), planned against later reported quantities those of ``plans``. A plan is never an outcome, whatever its date.

It fails where a plan is worded as a fact about the past.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import log, sqrt
from typing import Literal

from allsource.errors import UsageError
from allsource.estimation.plans import discount
from allsource.estimation.programme.claim import ProgrammeClaim
from allsource.estimation.programme.figures import Figure, figure, middle
from allsource.estimation.programme.months import Span, month_of, span

__all__ = ["BIAS", "NOISE", "PER_MONTH", "Observation", "Sort", "observations"]

Sort = Literal[
    "rate", "total", "deliveries", "stock", "cost", "share", "capacity", "floor", "workforce"
]

PER_MONTH = {"day": 30.4375, "week": 30.4375 / 7, "month": 1.0, "quarter": 1 / 3, "year": 1 / 12}
"""What turns a rate into one a month."""

_NEAREST = 14 / 12
"""Years from a budget to the middle of the year it is for, the nearest plans that were measured."""
_FARTHEST = 25.0
_CEILING = (0.67, 0.48, 0.36)
"""Deliveries by capacity: middle, and log spread below and above."""
_CAPACITY = {"floor": 0.48, "workforce": 0.40}
_SLIP = (0.20, 0.08)
"""Contracts are delivered in time or later: log spread below and above."""
_HEDGED = 1.5
BIAS: dict[Sort, float] = {"share": 2.5, "capacity": 0.5, "total": 0.5, "deliveries": 0.5}
"""How much of its root's bias a claim bears: what is summed over months errs less than a month does."""
NOISE: dict[Sort, float] = {"share": 3.0, "total": 0.6, "deliveries": 0.6}
"""How many times the common noise, likewise."""
_UNUSED = {"denied": "it is denied", "questioned": "it is a question"}


@dataclass(frozen=True, slots=True)
class Observation:
    """What a claim observes.

    Args:
        claim: the claim.
        ids: its id and those of its repeats.
        sort: of what.
        first: number of its first month.
        last: of its last.
        present: it speaks of the present, with the staleness of the present.
        whole: it counts from the beginning.
        plan: it is a plan.
        figure: what is stated.
        noise: how many times the common noise it bears.
        below: own width towards lower truths.
        above: own width towards higher truths.
        bias: how much of its root's bias it bears.
        power: the likelihood falls so with the total: serial numbers.
        repeat: probability that it says nothing of its own.
    """

    claim: ProgrammeClaim
    ids: tuple[str, ...]
    sort: Sort
    first: int
    last: int
    present: bool
    whole: bool
    plan: bool
    figure: Figure
    noise: float
    below: float
    above: float
    bias: float
    power: float = 0.0
    repeat: float = 0.0

    @property
    def root(self) -> str:
        """Its root; empty where that is not known."""
        return self.claim.root or ""


def observations(claim: ProgrammeClaim) -> list[Observation]:
    """Tell what a claim observes; serial numbers apart.

    Raises:
        UsageError: it observes nothing; the reason is told.

    Example:
        >>> claim = ProgrammeClaim("c1", "production rate", "pump", low=24, high=24, per="year", end="2031-05")
        >>> [(one.sort, round(one.figure.value, 3)) for one in observations(claim)]
        [('rate', 0.693)]
    """
    if claim.withdrawn:
        raise UsageError("it was taken back: it is kept, and counts for nothing here")
    if claim.aside is not None:
        raise UsageError(f"{claim.aside}: it is kept, and counts for nothing here")
    if claim.stance in _UNUSED:
        raise UsageError(f"{_UNUSED[claim.stance]}: it is kept, and counts for nothing here")
    when = span(claim)
    if claim.measure == "contract":
        return list(_contract(claim, when))
    sort, factor = _sort(claim, when)
    share = sort == "share"
    found = figure(
        *_fraction(claim) if share else (claim.low, claim.high),
        factor=factor,
        about=claim.approximate,
        share=share,
    )
    return [_spread(_plain(claim, sort, when, found))]


def _plain(claim: ProgrammeClaim, sort: Sort, when: Span, found: Figure) -> Observation:
    whole = sort == "total"
    first = when.last if whole or sort in {"stock", "cost", "share"} else when.first
    plan = claim.kind == "plan" or claim.stance == "expected" or when.ahead > 0
    dated = claim.start is not None or claim.end is not None
    stale = when.present and (sort in {"rate", "capacity"} or not dated)
    noise = NOISE.get(sort, 1.0) * (_HEDGED if claim.stance == "hedged" else 1.0)
    chance = claim.repeat_of.probability if claim.repeat_of else 0.0
    return Observation(
        claim, (claim.id,), sort, first, when.last, stale, whole, plan, found,
        noise, found.width, found.width, BIAS.get(sort, 1.0), repeat=chance,
    )  # fmt: skip


def _spread(one: Observation) -> Observation:
    """Give an observation the widths of its kind."""
    if one.plan:
        ahead = (one.last - _printed(one.claim, one.last)) / 12 - _NEAREST
        off = discount(min(ahead, _FARTHEST))
        spare = 1 - (1 - one.repeat) * (1 - off.nothing)
        at = replace(_pointed(one.figure), value=middle(one.figure) + off.median)
        return replace(
            one, figure=at, noise=0.0, below=off.below, above=off.above, bias=one.bias / 2,
            repeat=spare, present=False,
        )  # fmt: skip
    if one.sort == "capacity":
        share, below, above = _CEILING
        at = replace(_pointed(one.figure), value=middle(one.figure) + log(share))
        return replace(one, figure=at, noise=0.0, below=below, above=above)
    if one.sort in _CAPACITY:
        width = _CAPACITY[one.sort]
        return replace(
            one, figure=_pointed(one.figure), noise=0.0, below=width, above=width, bias=0.0
        )
    return one


def _printed(claim: ProgrammeClaim, otherwise: int) -> int:
    return month_of(claim.published, end=True) if claim.published else otherwise


def _pointed(found: Figure) -> Figure:
    return replace(found, point=True, value=middle(found))


def _sort(claim: ProgrammeClaim, when: Span) -> tuple[Sort, float]:
    """Tell what is observed, and the factor that makes it monthly."""
    dated = claim.start is not None or claim.end is not None
    simple: dict[str, Sort] = {
        "stock": "stock", "unit cost": "cost", "domestic share": "share", "floor space": "floor",
        "workforce": "workforce",
    }  # fmt: skip
    if claim.measure in simple:
        return simple[claim.measure], 1.0
    if claim.per is not None:
        if claim.per not in PER_MONTH:
            raise UsageError(
                f"'per' is {claim.per[:40]!r}; it must be one of {', '.join(PER_MONTH)}"
            )
        return "capacity" if claim.kind == "capacity" else "rate", PER_MONTH[claim.per]
    if claim.measure == "cumulative output":
        return "total" if when.whole else "deliveries", 1.0
    if not dated:
        raise UsageError(f"{claim.measure}: neither 'per' nor start and end is told; add them")
    if (
        claim.measure == "deliveries"
        and when.whole
        and claim.boundary in {"by", "until", "as_of", "before"}
    ):
        return "total", 1.0
    return "deliveries", 1.0


def _fraction(claim: ProgrammeClaim) -> tuple[float | None, float | None]:
    """Give a share as a fraction: percent where the unit or the figure says so."""
    largest = max(claim.low or 0, claim.high or 0)
    percent = claim.unit in {"percent", "%"} or largest > 1
    if largest > (100 if percent else 1):
        raise UsageError(f"a share of {largest:g} is more than all; correct it")
    low, high = (
        None if one is None else one / (100 if percent else 1) for one in (claim.low, claim.high)
    )
    return low, high


def _contract(claim: ProgrammeClaim, when: Span) -> Iterator[Observation]:
    """Units to be delivered in its time, and a price: any two of units, price and value give both."""
    units = _quotient(claim.units, claim.value, claim.price)
    price = _quotient(claim.price, claim.value, claim.units)
    printed = _printed(claim, when.last)
    if price is not None:
        found = figure(price, price, about=claim.approximate)
        at = max(min(printed, when.last), when.first)
        yield replace(_plain(claim, "cost", when, found), first=at, last=at, plan=False)
    if units is not None and claim.end is not None:
        found = figure(units, units, about=claim.approximate)
        below, above = (sqrt(one**2 + found.width**2) for one in _SLIP)
        first = when.first if claim.start else min(printed + 1, when.last)
        one = replace(_plain(claim, "deliveries", when, found), first=first)
        yield replace(one, noise=0.0, below=below, above=above, bias=0.0, present=False)
    elif price is None:
        raise UsageError(
            "of the contract only one of units, price and value is told, and no end; add them"
        )


def _quotient(told: float | None, value: float | None, by: float | None) -> float | None:
    if told:
        return told
    return value / by if value and by else None
