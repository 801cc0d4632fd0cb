"""What can be said of a plan, once an estimate of its time is known?

The plan is an interval in the unit of the estimates: "up to 300" has no lower end, "at least 300" no upper
one. Output and shares are meant to be reached, a unit cost is not to be passed: a plan is missed only where
the whole estimate lies on the wrong side of it, and met where the whole estimate lies on the right side. An
estimate is an outcome only where something was claimed as a fact of the same sort within a month of the plan.

It fails where a fall in output was planned.
"""

from typing import Literal

from allsource.estimation.programme.months import last_day
from allsource.estimation.programme.observation import PER_MONTH, Observation

__all__ = ["Bounds", "bounds", "day_due", "has_date_to_come", "judged", "tells"]

Bounds = tuple[float | None, float | None]
"""Least and most that a plan promises, None where it promises none."""

_NEAR = 1
"""Months between a plan's date and a claim that tells what was."""
_DAY = len("2031-05-04")
_FACT = {None, "asserted", "hedged"}


def bounds(plan: Observation) -> Bounds:
    """Give what a plan says in the unit of the estimates, without the discount that plans have.

    Args:
        plan: the observation of a plan or of a contract.
    """
    claim = plan.claim
    if claim.measure == "contract":
        units = claim.units or ((claim.value or 0) / (claim.price or 1))
        return units, units
    factor = PER_MONTH[claim.per or "month"] if plan.sort in {"rate", "capacity"} else 1.0
    ends = (claim.low or None, claim.high)
    if plan.sort == "share" and claim.unit not in {"percent", "%"}:
        factor = 100.0 if max(one or 0.0 for one in ends) <= 1 else 1.0
    low, high = (None if one is None else one * factor for one in ends)
    return low, high


def judged(
    plan: Bounds, sort: str, ends: tuple[float, float]
) -> Literal["met", "missed", "inside the interval"]:
    """Say what became of a plan.

    Args:
        plan: least and most that it promises.
        sort: of what; the cost of one is meant to stay low, all else to be reached.
        ends: low and high of the estimate.

    Example:
        >>> judged((300, 300), "rate", (400, 440)), judged((300, 300), "cost", (400, 440))
        ('met', 'missed')
        >>> judged((None, 300), "rate", (40, 44)), judged((None, 300), "cost", (40, 44))
        ('inside the interval', 'met')
    """
    least, most = plan if sort != "cost" else _turned(plan)
    low, high = ends if sort != "cost" else (-ends[1], -ends[0])
    if least is not None and high < least:
        return "missed"
    goal = most if least is None else least
    return "met" if goal is not None and low > goal else "inside the interval"


def _turned(plan: Bounds) -> Bounds:
    low, high = (None if one is None else -one for one in plan)
    return high, low


def tells(one: Observation, plan: Observation) -> bool:
    """Say whether an observation tells as a fact what was at the date of a plan."""
    claim = one.claim
    if one.plan or claim.kind == "plan" or claim.stance not in _FACT:
        return False
    same = claim.of.casefold() == plan.claim.of.casefold() and one.sort == plan.sort
    return same and abs(one.last - plan.last) <= _NEAR


def day_due(plan: Observation) -> str:
    """Give the last day of a plan's date."""
    date = plan.claim.end or plan.claim.start or ""
    return date if len(date) == _DAY else last_day(plan.last)


def has_date_to_come(plan: Observation) -> bool:
    """Say whether a plan is bound to a date after its printing, and to no condition."""
    claim = plan.claim
    if claim.stance == "conditional" or not (claim.end or claim.start):
        return False
    return claim.published is None or day_due(plan) > claim.published
