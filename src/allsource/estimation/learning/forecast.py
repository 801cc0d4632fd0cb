"""What will a unit cost, so many lots or years from now?

One rule for all: Wright's law and a time trend on the steps of the log cost (``differences``), with a prior
that goes by the phase of the line. Where output is counted from the first unit, the line is *new* and
learns: 18 % a doubling, give or take. Where what was made before is not known, it is *mature*: next to
no learning, next to no trend. Where no output is told at all, time alone speaks, about 4 % a step.
Costs must be in constant prices, steps of equal length.

It fails where what is bought changes under the same name, and it hardly beats "no change" on lots of
mature lines: what it adds there is the interval (``bench/cost``).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

import numpy as np
from scipy.special import stdtrit

from allsource.errors import UsageError
from allsource.estimation.learning.differences import Floats, Prior, ahead

__all__ = ["PRIORS", "CostForecast", "Costed", "Phase", "exponent", "forecast"]

_FEWEST = 3
_MOST = 400
"""Costs before the last so many are left out: they say nothing more."""


class Phase(StrEnum):
    """How far along a line is."""

    NEW = "new"
    MATURE = "mature"
    UNTOLD = "output not told"


PRIORS = {
    Phase.NEW: Prior(mean=(0.0, -0.29), spread=(0.01, 0.2), carry=0.19),
    Phase.MATURE: Prior(mean=(0.0, 0.0), spread=(0.01, 0.05), carry=0.0),
    Phase.UNTOLD: Prior(mean=(-0.04,), spread=(0.03,), carry=0.19),
}
"""Drift a step, then slope against the log of output; -0.29 is 18 % a doubling."""


@dataclass(frozen=True, slots=True)
class Costed:
    """A cost of a unit, and how many had been made by then.

    Args:
        cost: in constant prices.
        made: cumulative output at the middle of the lot, None where not told.
    """

    cost: float
    made: float | None = None


@dataclass(frozen=True, slots=True)
class CostForecast:
    """A cost of a unit to come.

    Args:
        low: lower end of the interval.
        median: as likely above as below.
        high: upper end.
        interval: its probability.
    """

    low: float
    median: float
    high: float
    interval: float


def forecast(
    past: Sequence[Costed],
    made: Sequence[float | None],
    *,
    phase: Phase,
    interval: float = 0.9,
) -> tuple[CostForecast, ...]:
    """Forecast unit costs from those of the past.

    Args:
        past: at least three, in order of time.
        made: cumulative output at each step to come, None throughout where it is not told.
        phase: of the line; ``Phase.UNTOLD`` leaves output out.
        interval: probability of the interval.

    Returns:
        One forecast for each of ``made``.

    Raises:
        UsageError: too few costs, one that is not above zero, or output that does not grow.

    Example:
        >>> past = [Costed(cost, made) for cost, made in ((100, 10), (81, 20), (66, 40), (53, 80))]
        >>> found = forecast(past, [160], phase=Phase.NEW)[0]
        >>> round(found.low), round(found.median), round(found.high)
        (40, 43, 46)
    """
    if len(past) < _FEWEST:
        raise UsageError(f"{len(past)} costs; give at least {_FEWEST}, in order of time")
    if any(not 0 < one.cost < np.inf for one in past):
        raise UsageError("a unit cost is not above zero; leave it out or correct it")
    if not 0 < interval < 1:
        raise UsageError(f"interval {interval:g} is no probability; give one between 0 and 1")
    past = past[-_MOST:]
    outputs = _outputs([*(one.made for one in past), *made], phase)
    steps = np.diff(np.log([one.cost for one in past]))
    drivers = _drivers(outputs, len(past) + len(made) - 1)
    found = ahead(steps, drivers[: len(steps)], drivers[len(steps) :], PRIORS[phase])
    reach = float(stdtrit(found.degrees, (1 + interval) / 2)) * found.scale
    ends = past[-1].cost * np.exp(found.mean + np.array([-reach, 0 * reach, reach]))
    return tuple(
        CostForecast(float(low), float(median), float(high), interval)
        for low, median, high in ends.T
    )


def exponent(*, new: bool) -> tuple[float, float]:
    """Give the prior of Wright's exponent: the middle and standard deviation.

    Reach for it where unit cost is one unknown among others.

    Args:
        new: output is counted from the first unit; else the line may as well be new as mature.

    Example:
        >>> exponent(new=True)
        (0.29, 0.2)
        >>> middle, spread = exponent(new=False)
        >>> round(middle, 3), round(spread, 2)
        (0.145, 0.21)
    """
    lines = (Phase.NEW,) if new else (Phase.NEW, Phase.MATURE)
    means, spreads = (
        np.array([getattr(PRIORS[phase], name)[-1] for phase in lines])
        for name in ("mean", "spread")
    )
    return float(-means.mean()), float(np.sqrt((spreads**2).mean() + means.var()))


def _outputs(made: Sequence[float | None], phase: Phase) -> list[float] | None:
    if phase is Phase.UNTOLD:
        return None
    told = [one for one in made if one is not None]
    if len(told) < len(made):
        raise UsageError(
            "a cumulative output is missing; give all, or leave output out (Phase.UNTOLD)"
        )
    if any(not 0 < before < after < np.inf for before, after in pairwise(told)):
        raise UsageError("cumulative output does not grow from step to step; order or correct it")
    return told


def _drivers(outputs: Sequence[float] | None, count: int) -> Floats:
    time = np.ones(count)
    if outputs is None:
        return time[:, None]
    return np.column_stack([time, np.diff(np.log(outputs))])
