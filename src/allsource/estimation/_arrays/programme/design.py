"""What does each claim speak of, as a function of the unknowns?

The unknowns are the log monthly rate at its knots and *extras*: the output before the first month, an
opening stock and a log rate of use, intercept, slope and drift of the unit cost, the share made at home,
ratios between scopes, a bias common to all. Each claim's predictor is

    power * (log volume - reference) + linear @ extras + bias of its root

where the volume is a weighted sum of running totals of monthly output (less use, for a stock), the power is
1 for volumes, minus the learning exponent for unit costs and 0 for shares. A claim touches a few running
totals, whatever its period: so work grows with months plus claims for each unknown.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from allsource.estimation._arrays.programme.likelihood import Floats, Stated
from allsource.estimation._arrays.programme.trend import Trend

__all__ = ["Design", "Extras", "Reading", "without"]


@dataclass(frozen=True, slots=True)
class Extras:
    """The unknowns beside the rate, e of them.

    Args:
        mean: prior mean, shape (e,).
        covariance: prior covariance, shape (e, e).
        before: place of the log output before the first month, None where there was none.
        opening: place of the log opening stock, None where no stock is claimed.
        learning: place of the learning exponent, None where no unit cost is claimed.
        use: straight lines of the log use over months, shape (months, e), None without stock.
    """

    mean: Floats
    covariance: Floats
    before: int | None
    opening: int | None
    learning: int | None
    use: Floats | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What each of n claims reads off the unknowns.

    Args:
        at: places in the running totals, shape (n, m); 0 is before the first month.
        weight: of each, shape (n, m).
        stock: it is of a stock.
        cost: it is of a unit cost.
        share: it reads no volume.
        whole: output before the first month counts.
        soft: below about this a stock is bent to stay above nought.
        reference: taken from the log volume.
        linear: weights of the extras, shape (n, e).
        unit: which bias it bears, sorted, shape (n,).
        bias: how much of it.
    """

    at: NDArray[np.int64]
    weight: Floats
    stock: NDArray[np.bool_]
    cost: NDArray[np.bool_]
    share: NDArray[np.bool_]
    whole: NDArray[np.bool_]
    soft: Floats
    reference: Floats
    linear: Floats
    unit: NDArray[np.int64]
    bias: Floats


@dataclass(frozen=True, slots=True)
class Design:
    """A programme as arrays: prior, what claims read, what they state.

    Args:
        trend: prior of the log rate.
        level: its prior mean.
        extras: the other unknowns.
        reading: what claims read.
        stated: what they state.
        units: how many biases of roots.
    """

    trend: Trend
    level: float
    extras: Extras
    reading: Reading
    stated: Stated
    units: int

    @property
    def knots(self) -> int:
        """How many knots the log rate has."""
        return int(self.trend.months.shape[1])

    @property
    def unknowns(self) -> int:
        """How many unknowns there are but for biases."""
        return self.knots + len(self.extras.mean)


def without(design: Design, kept: NDArray[np.bool_]) -> Design:
    """Leave claims out; biases keep their places."""
    reading, stated = design.reading, design.stated
    return replace(
        design,
        reading=Reading(*(getattr(reading, name)[kept] for name in reading.__slots__)),
        stated=stated.of(kept),
    )
