"""How does the log of a cost go on, given its past steps and the output along the way?

    step of the log cost = drift + slope * step of the log of cumulative output + noise

The noise is a moving average: each shock carries over into the next step with ``carry``. The prior of
drift and slope is a Student-t, that of the shocks' variance an inverse gamma. Given the variance and how
far the coefficients lie from their prior they have a closed form (generalised least squares with a
prior); both are iterated to the mode, and forecasts are Student-t. Each step ahead the drift itself
may shift, which widens long horizons: over twenty steps trends do break.

Wright's law on first differences after Lafond et al. (2018), with a time trend beside it after
Lafond, Greenwald and Farmer (2022); the priors are ours.

It fails where one step changes what is counted (a new model, new units): such a step reads as a shock.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Ahead", "Floats", "Prior", "ahead"]

Floats = NDArray[np.float64]

_DEGREES = 2.0
_SHOCK = 0.04
"""Prior of the shocks: they weigh as two steps of 4 %."""
_SHIFT = 0.25
"""The drift shifts from step to step by a quarter of a shock."""
_TAIL = 3.0
"""Degrees of freedom of the prior of drift and slope: lines that fall far faster exist."""
_ITERATIONS = 8
_SPENT = 0.5
"""Coefficients cost at most this share of the steps."""


@dataclass(frozen=True, slots=True)
class Prior:
    """What is held of a line before its costs are seen.

    Args:
        mean: of the coefficients.
        spread: their scales.
        carry: share of a shock that comes again in the next step.
    """

    mean: tuple[float, ...]
    spread: tuple[float, ...]
    carry: float


@dataclass(frozen=True, slots=True)
class Ahead:
    """Student-t forecasts, a step ahead each.

    Args:
        mean: change of the log since the last cost.
        scale: of the t.
        degrees: its degrees of freedom.
    """

    mean: Floats
    scale: Floats
    degrees: float


def ahead(steps: Floats, drivers: Floats, future: Floats, prior: Prior) -> Ahead:
    """Forecast the change of a log cost.

    Args:
        steps: past changes of the log cost, shape (n,), n >= 1.
        drivers: what moved meanwhile, shape (n, k): a one for time, the step of log output.
        future: the same for the steps to forecast, shape (h, k).
        prior: of the k coefficients.
    """
    count, mean = len(steps), np.array(prior.mean)
    inverse = np.linalg.inv(_moving(count, prior.carry))
    cross = drivers.T @ inverse
    left, variance, slopes = steps - drivers @ mean, _SHOCK**2, mean
    for _ in range(_ITERATIONS):
        away = ((slopes - mean) / np.array(prior.spread)) ** 2
        precision = np.diag((_TAIL + 1) / (_TAIL + away) / np.array(prior.spread) ** 2)
        covariance = np.linalg.inv(cross @ drivers / variance + precision)
        slopes = covariance @ (cross @ steps / variance + precision @ mean)
        left = steps - drivers @ slopes
        used = min(float(np.trace(covariance @ cross @ drivers)) / variance, _SPENT * count)
        error = _DEGREES * _SHOCK**2 + left @ inverse @ left
        variance = float(error / (_DEGREES + count - used))
    carried = inverse[-1] * prior.carry
    along = np.cumsum(future, axis=0)
    open_ = along - carried @ drivers
    noise = _noise(len(future), prior.carry) - prior.carry * carried[-1]
    spread = np.einsum("hi,ij,hj->h", open_, covariance, open_) + variance * noise
    return Ahead(along @ slopes + carried @ left, np.sqrt(spread), _DEGREES + count - 1)


def _moving(count: int, carry: float) -> Floats:
    """Covariance of the noise of past steps, for a shock of variance one."""
    beside = np.eye(count, k=1) + np.eye(count, k=-1)
    covariance: Floats = np.eye(count) * (1 + carry**2) + carry * beside
    return covariance


def _noise(horizon: int, carry: float) -> Floats:
    """Variance of the noise summed over the steps ahead, with that of the shifting drift."""
    step = np.arange(1, horizon + 1, dtype=np.float64)
    shocks = (1 + carry**2) * step + 2 * carry * (step - 1)
    shifts = _SHIFT**2 * step * (step + 1) * (2 * step + 1) / 6
    return shocks + shifts
