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

__all__ = ["Design", "Extras", "Jacobian", "Reading", "paths", "predict", "tangent", "without"]

_CLIP = 60.0
_LEAST = 1e-12


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


@dataclass(frozen=True, slots=True)
class Jacobian:
    """Predictors at one point, shape (n,), and their slopes in the unknowns, shape (n, d)."""

    predictor: Floats
    slopes: Floats


def without(design: Design, kept: NDArray[np.bool_]) -> Design:
    """Leave claims out; biases keep their places."""
    reading, stated = design.reading, design.stated
    return replace(
        design,
        reading=Reading(*(getattr(reading, name)[kept] for name in reading.__slots__)),
        stated=Stated(*(getattr(stated, name)[kept] for name in stated.__slots__)),
    )


def paths(design: Design, unknowns: Floats) -> tuple[Floats, Floats, Floats | None]:
    """Give log rate, running totals of output and of use.

    Args:
        design: of t months.
        unknowns: draws, shape (draws, d).

    Returns:
        Shapes (draws, t), (draws, t + 1) and, with stock, (draws, t + 1).
    """
    rate = np.clip(unknowns[:, : design.knots] @ design.trend.months.T, -_CLIP, _CLIP)
    totals = _running(np.exp(rate))
    if design.extras.use is None:
        return rate, totals, None
    used = np.clip(unknowns[:, design.knots :] @ design.extras.use.T, -_CLIP, _CLIP)
    return rate, totals, _running(np.exp(used))


def predict(design: Design, unknowns: Floats) -> Floats:
    """Give the predictor of each claim without its root's bias, shape (draws, n)."""
    reading, extras = design.reading, unknowns[:, design.knots :]
    _, totals, used = paths(design, unknowns)
    log = np.log(np.maximum(_volumes(design, totals, used, extras), _LEAST)) - reading.reference
    found: Floats = _power(design, extras) * log + extras @ reading.linear.T
    return found


def tangent(design: Design, point: Floats) -> Jacobian:
    """Give predictors and their slopes at one point, shape (d,)."""
    reading, knots = design.reading, design.knots
    rate, totals, used = paths(design, point[None])
    extras = point[knots:]
    volume, bent = _bent(design, _summed(reading, totals, used), extras[None])
    slopes = np.zeros((len(reading.at), len(point)))
    grown = _running((np.exp(rate[0])[:, None] * design.trend.months).T).T
    slopes[:, :knots] = _gathered(reading.weight, grown, reading.at)
    more, tail = design.extras, slopes[:, knots:]
    if more.use is not None and used is not None:
        spent = _running((np.diff(used[0])[:, None] * more.use).T).T
        tail -= reading.stock[:, None] * _gathered(reading.weight, spent, reading.at)
    if more.before is not None:
        tail[:, more.before] += reading.whole * np.exp(extras[more.before])
    if more.opening is not None:
        tail[:, more.opening] += reading.stock * np.exp(extras[more.opening])
    power = _power(design, extras[None])[0]
    slopes *= (power * bent[0] / volume[0])[:, None]
    slopes[:, knots:] += reading.linear
    log = np.log(volume[0]) - reading.reference
    if more.learning is not None:
        slopes[:, knots + more.learning] -= reading.cost * log
    return Jacobian(power * log + reading.linear @ extras, slopes)


def _running(monthly: Floats) -> Floats:
    """Running totals along the last axis, from 0."""
    totals = np.zeros((*monthly.shape[:-1], monthly.shape[-1] + 1))
    np.cumsum(monthly, axis=-1, out=totals[..., 1:])
    return totals


def _gathered(weight: Floats, totals: Floats, at: NDArray[np.int64]) -> Floats:
    found = np.zeros((len(at), totals.shape[1]))
    for place in range(at.shape[1]):
        found += weight[:, place, None] * totals[at[:, place]]
    return found


def _summed(reading: Reading, totals: Floats, used: Floats | None) -> Floats:
    found = np.zeros((len(totals), len(reading.at)))
    for place in range(reading.at.shape[1]):
        part = totals[:, reading.at[:, place]]
        if used is not None:
            part = part - reading.stock * used[:, reading.at[:, place]]
        found += reading.weight[:, place] * part
    return found


def _volumes(design: Design, totals: Floats, used: Floats | None, extras: Floats) -> Floats:
    return _bent(design, _summed(design.reading, totals, used), extras)[0]


def _bent(design: Design, volume: Floats, extras: Floats) -> tuple[Floats, Floats]:
    """Add what was there before; bend stocks above nought; also the slope of the bending."""
    reading, more = design.reading, design.extras
    if more.before is not None:
        volume = (
            volume + reading.whole * np.exp(np.clip(extras[:, more.before], -_CLIP, _CLIP))[:, None]
        )
    bent = np.ones_like(volume)
    if more.opening is not None:
        volume = (
            volume
            + reading.stock * np.exp(np.clip(extras[:, more.opening], -_CLIP, _CLIP))[:, None]
        )
        ratio = np.clip(volume / reading.soft, -_CLIP, _CLIP)
        low = reading.stock & (ratio < _CLIP / 2)
        volume = np.where(low, reading.soft * np.log1p(np.exp(ratio)), volume)
        bent = np.where(low, 1 / (1 + np.exp(-ratio)), 1.0)
    return np.maximum(np.where(reading.share, 1.0, volume), _LEAST), bent


def _power(design: Design, extras: Floats) -> Floats:
    reading = design.reading
    power = np.where(reading.share | reading.cost, 0.0, 1.0)[None]
    if design.extras.learning is None:
        return power
    found: Floats = power - reading.cost * extras[:, design.extras.learning, None]
    return found
