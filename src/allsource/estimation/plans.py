"""A quantity is planned: how many will there be?

As often as official plans came true before: quantities that the US President's Budgets of 2013 to
2015 planned, against what the budgets until 2016 tell of the same fiscal year. Plans for the coming year
come true in the middle, within a factor of two or so; further ahead they fall short a little, and the spread
grows. A plan never is an outcome: this says how far one may be from the other.

Past two years ahead the spread grows with the square root of the revisions still to come, which is
a rule, not a measurement. It fails for plans made for an audience: a government that promises a
number to its enemies may be much further off than one that asks its parliament for money.
"""

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np

from allsource.errors import UsageError

__all__ = [
    "PROBABILITIES", "TABLE", "ZERO", "Discount", "Kind", "PlanOutcome", "discount", "outcome",
    "ratios",
]  # fmt: skip

Kind = Literal["munitions", "other", "any"]

PROBABILITIES = (0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95)

TABLE: dict[str, tuple[tuple[float, ...], tuple[float, ...]]] = {
    "munitions": (
        (0.53, 0.59, 0.81, 1.02, 1.51, 2.39, 4.53),
        (0.21, 0.52, 0.59, 1.34, 3.48, 4.16, 12.54),
    ),
    "other": (
        (0.12, 0.26, 0.57, 0.94, 1.15, 1.83, 2.91),
        (0.07, 0.12, 0.49, 0.87, 1.22, 2.77, 5.66),
    ),
    "any": (
        (0.12, 0.33, 0.63, 1.0, 1.3, 1.83, 3.39),
        (0.09, 0.12, 0.53, 0.94, 1.48, 3.41, 4.69),
    ),
}
"""Outcome over plan at the PROBABILITIES, where anything came at all: for the coming year, and a year
later. Quantiles of so few are those of the next case (of n cases the k-th lies at k / (n + 1)).
Learned by ``bench/plans/run.py`` on US budget vintages 2013-16 (CC0), which holds these against
its data; munitions are missiles, weapons and ammunition: 28 and 23 pairs, of all 144 and 52."""

ZERO: dict[str, tuple[float, float]] = {
    "munitions": (0.07, 0.13),
    "other": (0.03, 0.07),
    "any": (0.04, 0.08),
}
"""How often nothing came, from the same."""

_REVISIONS = 3
"""A quantity planned for the year after the next is revised three times before it is told as past."""

_FARTHEST = 30.0
"""Years."""
_T_80 = 1.533
"""The 90 % point of Student's t with four degrees of freedom."""


@dataclass(frozen=True, slots=True)
class PlanOutcome:
    """What may come of a plan.

    Args:
        zero: probability that nothing comes.
        low: lower end of the interval, where anything comes.
        median: as many as not, where anything comes.
        high: upper end, where anything comes.
        interval: its probability.
        beyond: the years ahead are more than were ever measured; the spread is a rule.
    """

    zero: float
    low: float
    median: float
    high: float
    interval: float
    beyond: bool


@dataclass(frozen=True, slots=True)
class Discount:
    """How far an outcome lies from its plan, in logarithms.

    Args:
        median: of outcome over plan, where anything comes.
        below: scale towards smaller outcomes, of a Student's t with four degrees and the measured 80 % band.
        above: likewise towards larger ones.
        nothing: probability that nothing comes.
    """

    median: float
    below: float
    above: float
    nothing: float


def outcome(
    planned: float, years_ahead: float, *, kind: Kind = "any", interval: float = 0.8
) -> PlanOutcome:
    """Say what comes of a planned quantity.

    Args:
        planned: quantity.
        years_ahead: from the plan to the year it is for; below zero counts as zero.
        kind: of what is planned.
        interval: probability of the interval, at most 0.9.

    Raises:
        UsageError: the quantity is not above zero, the years are no number, or the interval is wider than what
            was measured.

    Example:
        >>> found = outcome(1000, 1)
        >>> round(found.low, -1), round(found.median, -1), round(found.high, -1)
        (120.0, 940.0, 3410.0)
    """
    if not 0 < planned < math.inf:
        raise UsageError(f"a planned quantity of {planned:g} is not above zero; leave it out")
    if not 0 < interval <= 0.9 + 1e-9:
        raise UsageError(f"interval {interval:g}: outcomes of plans were measured up to 0.9")
    wanted = ((1 - interval) / 2, 0.5, (1 + interval) / 2)
    logs = np.log(ratios(years_ahead, kind))
    low, median, high = (planned * math.exp(np.interp(p, PROBABILITIES, logs)) for p in wanted)
    zero = _nothing(years_ahead, kind)
    return PlanOutcome(zero, low, median, high, interval, years_ahead > 1)


def ratios(years_ahead: float, kind: Kind = "any") -> tuple[float, ...]:
    """Give outcome over plan at the ``PROBABILITIES``, where anything comes.

    Raises:
        UsageError: the years are no number, or so many that nothing can be said.

    Example:
        >>> near, far = ratios(0), ratios(3)
        >>> far[-1] / far[0] > near[-1] / near[0]
        True
    """
    if not years_ahead < _FARTHEST:
        raise UsageError(f"{years_ahead:g} years ahead: nothing can be said of such a plan")
    near, far = (np.log(one) for one in TABLE[kind])
    years = max(years_ahead, 0.0)
    if years <= 1:
        logs = near + (far - near) * years
    else:
        middle = far[PROBABILITIES.index(0.5)]
        logs = middle + (far - middle) * math.sqrt((years + _REVISIONS - 1) / _REVISIONS)
    return tuple(float(one) for one in np.exp(logs))


def discount(years_ahead: float, kind: Kind = "any") -> Discount:
    """Tell how far an outcome lies from its plan, as one reading among others needs it.

    Args:
        years_ahead: from the plan to the year it is for; below zero counts as zero.
        kind: of what is planned.

    Raises:
        UsageError: the years are no number, or so many that nothing can be said.

    Example:
        >>> found = discount(1)
        >>> round(found.median, 2), round(found.below, 1), round(found.above, 1), found.nothing
        (-0.06, 1.3, 0.8, 0.08)
    """
    logs = np.log(ratios(years_ahead, kind))
    low, median, high = (float(np.interp(p, PROBABILITIES, logs)) for p in (0.1, 0.5, 0.9))
    below, above = ((one / _T_80) for one in (median - low, high - median))
    return Discount(median, below, above, _nothing(years_ahead, kind))


def _nothing(years_ahead: float, kind: Kind) -> float:
    near, far = ZERO[kind]
    return near + (far - near) * min(max(years_ahead, 0.0), 1.0)
