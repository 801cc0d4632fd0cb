"""What became of what was planned?

A plan for a date that has not come is not yet due; one whose date has passed is due. Where something was claimed
of that time as a fact, the estimate of its month is the outcome: a plan that lies above the whole interval was
missed, one that lies below it was met, and one inside it cannot be told from it. Where nothing was claimed of the
time, the plan is due and unresolved: that is listed, for silence is no outcome.

It fails where a plan and what was claimed later count different products.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from allsource.estimation.programme.claim import ProgrammeClaim
from allsource.estimation.programme.months import month_of
from allsource.estimation.programme.told import Estimate, Estimates

__all__ = ["Due", "due"]

_NEAR = 1
"""Months between a plan's date and a claim that tells what was."""
_ESTIMATED = ("production rate", "cumulative output", "stock", "unit cost", "domestic share")


@dataclass(frozen=True, slots=True)
class Due:
    """A plan with its date, and what became of it.

    Args:
        claim: id of the claim that tells it.
        of: what is made.
        quantity: what is planned.
        planned: the figure, in the unit of the estimates.
        unit: of the figures.
        date: when it is due.
        state: what can be said now.
        outcome: low, median and high of the estimate at that date, None where nothing tells.
    """

    claim: str
    of: str
    quantity: str
    planned: float
    unit: str
    date: str
    state: Literal["not yet due", "due, unresolved", "met", "missed", "inside the interval"]
    outcome: tuple[float, float, float] | None = None

    @property
    def share(self) -> float | None:
        """The median outcome as a share of the plan: its score."""
        return None if self.outcome is None else self.outcome[1] / self.planned


def due(claims: Sequence[ProgrammeClaim], found: Estimates, as_of: str | None) -> tuple[Due, ...]:
    """List the plans among some claims by their dates.

    Args:
        claims: of programmes.
        found: the estimates from them.
        as_of: the day of the newest document; None where none has a date, and then nothing is due.

    Returns:
        By date; one for each figure, date and root.
    """
    by_month = {
        (one.of, one.quantity, month_of(one.period[0])): one
        for one in found.estimates
        if one.scope is None
    }
    listed: dict[tuple[object, ...], Due] = {}
    for claim in claims:
        for one in _plan(claim, claims, by_month, as_of):
            listed.setdefault((one.of, one.quantity, one.planned, one.date, claim.root), one)
    return tuple(
        sorted(listed.values(), key=lambda one: (one.date, one.of, one.quantity, one.claim))
    )


def _plan(
    claim: ProgrammeClaim,
    claims: Sequence[ProgrammeClaim],
    by_month: dict[tuple[str, str, int], Estimate],
    as_of: str | None,
) -> Iterator[Due]:
    date, planned = claim.end or claim.start, claim.low or claim.high
    if claim.kind != "plan" or claim.measure not in _ESTIMATED or not date or not planned:
        return
    if date == claim.published:
        return
    month = month_of(date, end=True)
    estimate = by_month.get((claim.of, claim.measure, month))
    unit = estimate.unit if estimate else _unit(claim)
    told = Due(claim.id, claim.of, claim.measure, planned, unit, date, "due, unresolved")
    if as_of is None or month_of(date) > month_of(as_of, end=True):
        yield Due(*_fields(told), "not yet due")
    elif estimate is None or not any(_tells(one, claim, month) for one in claims):
        yield told
    else:
        ends = (estimate.low, estimate.median, estimate.high)
        yield Due(*_fields(told), _state(planned, ends), ends)


def _fields(told: Due) -> tuple[str, str, str, float, str, str]:
    return told.claim, told.of, told.quantity, told.planned, told.unit, told.date


def _state(
    planned: float, ends: tuple[float, float, float]
) -> Literal["met", "missed", "inside the interval"]:
    if planned > ends[2]:
        return "missed"
    return "met" if planned < ends[0] else "inside the interval"


def _tells(one: ProgrammeClaim, plan: ProgrammeClaim, month: int) -> bool:
    """Say whether a claim tells as a fact what was at the date of a plan."""
    when = one.end or one.start or one.published
    if one.kind == "plan" or one.of != plan.of or one.measure != plan.measure or when is None:
        return False
    return abs(month_of(when, end=True) - month) <= _NEAR


def _unit(claim: ProgrammeClaim) -> str:
    base = claim.currency or claim.unit or "unit"
    return f"{base}/{claim.per or 'unit'}" if claim.per or claim.currency else base
