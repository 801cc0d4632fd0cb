"""What became of what was planned?

A plan for a date whose last day has not passed is not yet due; one whose date has passed is due. Where something
was claimed of that time as a fact, the estimate of its month is the outcome, and ``outcome.judged`` says whether
the plan was met or missed, or cannot be told from it. Where nothing was claimed of the time, the plan is due and
unresolved: that is listed, for silence is no outcome. So is a plan of so many between two dates, of which no
estimate is made.

It fails where a plan and what was claimed later count different products.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from allsource.errors import UsageError
from allsource.estimation.programme.claim import ProgrammeClaim
from allsource.estimation.programme.months import month_of
from allsource.estimation.programme.observation import Observation, Sort, observations
from allsource.estimation.programme.outcome import bounds, day_due, has_date_to_come, judged, tells
from allsource.estimation.programme.resting import ESTIMATED
from allsource.estimation.programme.told import Estimate, Estimates

__all__ = ["Due", "due"]


@dataclass(frozen=True, slots=True)
class Due:
    """A plan with its date, and what became of it.

    Args:
        claim: id of the claim that tells it.
        of: what is made.
        quantity: what is planned.
        low: the least that it promises, in the unit of the estimates; None where it promises none.
        high: the most, likewise.
        unit: of the figures.
        date: when it is due.
        state: what can be said now.
        outcome: low, median and high of the estimate at that date, None where nothing tells.
    """

    claim: str
    of: str
    quantity: str
    low: float | None
    high: float | None
    unit: str
    date: str
    state: Literal["not yet due", "due, unresolved", "met", "missed", "inside the interval"]
    outcome: tuple[float, float, float] | None = None

    @property
    def share(self) -> float | None:
        """The median outcome as a share of the one figure that was planned: its score."""
        if self.outcome is None or not self.low or self.low != self.high:
            return None
        return self.outcome[1] / self.low


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
        (one.of.casefold(), one.quantity, month_of(one.period[0])): one
        for one in found.estimates
        if one.scope is None
    }
    observed = [one for claim in claims for one in _observed(claim)]
    listed: dict[tuple[object, ...], Due] = {}
    for plan in observed:
        for one in _plan(plan, observed, by_month, as_of):
            key = (one.of, one.quantity, one.low, one.high, one.date, plan.root)
            listed.setdefault(key, one)
    return tuple(
        sorted(listed.values(), key=lambda one: (one.date, one.of, one.quantity, one.claim))
    )


def _observed(claim: ProgrammeClaim) -> list[Observation]:
    """Give what a claim observes; nothing where it counts for nothing, and of serial numbers."""
    if claim.measure == "serial":
        return []
    try:
        return observations(claim)
    except UsageError:
        return []


def _plan(
    plan: Observation,
    observed: Sequence[Observation],
    by_month: Mapping[tuple[str, str, int], Estimate],
    as_of: str | None,
) -> Iterator[Due]:
    claim, date = plan.claim, plan.claim.end or plan.claim.start
    quantity = ESTIMATED.get(plan.sort, claim.measure)
    if claim.kind != "plan" or quantity not in ESTIMATED.values() or not date:
        return
    planned = bounds(plan)
    if planned == (None, None) or not has_date_to_come(plan):
        return
    estimate = None
    if plan.sort in ESTIMATED:
        estimate = by_month.get((claim.of.casefold(), quantity, plan.last))
    unit = estimate.unit if estimate else _unit(claim, plan.sort)
    told = Due(claim.id, claim.of, quantity, *planned, unit, date, "due, unresolved")
    if as_of is None or day_due(plan) >= as_of:
        yield replace(told, state="not yet due")
    elif estimate is None or not any(tells(one, plan) for one in observed):
        yield told
    else:
        state = judged(planned, plan.sort, (estimate.low, estimate.high))
        yield replace(told, state=state, outcome=(estimate.low, estimate.median, estimate.high))


def _unit(claim: ProgrammeClaim, sort: Sort) -> str:
    """Give the unit of a plan where nothing is estimated: that in which estimates would be."""
    if sort == "share":
        return "percent"
    base = claim.currency or claim.unit or "unit"
    if sort == "rate":
        return f"{base}/month"
    return f"{base}/{claim.per or 'unit'}" if sort == "cost" else base
