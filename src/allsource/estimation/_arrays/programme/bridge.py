"""How are draws of an approximation turned into draws of the posterior?

Between the Laplace approximations and the posterior a bridge of a few powers of their ratio is laid, each so
near to the one before that weights stay even. At each pier draws are weighted, picked anew by weight, and
moved: a preconditioned Crank-Nicolson step keeps the approximation as it is, whatever the number of unknowns,
and is accepted by the ratio alone. K-hat is the worst of those of the piers.

Sequential Monte Carlo: Del Moral, Doucet and Jasra (2006); the step: Cotter, Roberts, Stuart and White (2013).
It fails where the posterior has hills that the approximation does not reach.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import solve_triangular

from allsource.estimation._arrays.programme.design import Design, predict
from allsource.estimation._arrays.programme.laplace import Mode, Prior, Spreads
from allsource.estimation._arrays.programme.likelihood import Floats, log_likelihood
from allsource.estimation._arrays.programme.psis import smoothed, systematic

__all__ = ["Drawn", "Hill", "cross"]

_EVEN = 0.5
"""Share of draws that weights must leave effective at each pier."""
_MOST_PIERS = 40
_MOVES = 4
_LAST_MOVES = 12
_TARGET = 0.35
_BROADER = 1.25
"""Draws begin so many times as far from the mode as the approximation says: tails are heavy."""
_CELLS = 400_000
"""Draws times claims or months at one time."""


@dataclass(frozen=True, slots=True)
class Hill:
    """An approximation for given spreads, with the log weight of the spreads less its own evidence."""

    mode: Mode
    prior: Prior
    spreads: Spreads
    level: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """Draws of the posterior.

    Args:
        unknowns: shape (draws, d).
        likelihood: log-likelihood of each claim, shape (draws, n).
        hill: number of the approximation of each, shape (draws,).
        k_hat: the worst of the piers.
        piers: how many.
    """

    unknowns: Floats
    likelihood: Floats
    hill: NDArray[np.int64]
    k_hat: float
    piers: int


@dataclass(slots=True)
class _Cloud:
    """Draws as standard normal noise about their hills, in order of hills."""

    hill: NDArray[np.int64]
    noise: Floats
    unknowns: Floats
    likelihood: Floats
    ratio: Floats

    def pick(self, at: NDArray[np.int64]) -> "_Cloud":
        return _Cloud(
            self.hill[at], self.noise[at], self.unknowns[at], self.likelihood[at], self.ratio[at]
        )


def cross(design: Design, hills: list[Hill], counts: NDArray[np.int64], *, seed: int = 0) -> Drawn:
    """Draw from the posterior.

    Args:
        design: of the programme.
        hills: approximations.
        counts: how many draws begin at each, in proportion to its weight.
        seed: of the noise.
    """
    rng = np.random.default_rng(seed)
    hill = np.repeat(np.arange(len(hills)), counts)
    width = len(hills[0].mode.unknowns) + design.units
    levels = np.array([one.level for one in hills]) - np.log(np.maximum(counts, 1))
    cloud = _cloud(design, hills, levels, hill, rng.standard_normal((len(hill), width)))
    power, worst, piers, keep = 0.0, -np.inf, 0, 0.8
    while power < 1 and piers < _MOST_PIERS:
        step = _step(cloud.ratio, 1 - power)
        weights, k_hat = smoothed(step * cloud.ratio)
        worst, power, piers = max(worst, k_hat), min(power + step, 1.0), piers + 1
        cloud = cloud.pick(systematic(weights, len(hill)))
        for _ in range(_MOVES if power < 1 else _LAST_MOVES):
            fresh = rng.standard_normal(cloud.noise.shape)
            moved = _cloud(
                design, hills, levels, cloud.hill, keep * cloud.noise + np.sqrt(1 - keep**2) * fresh
            )
            better = np.log(rng.random(len(hill))) < power * (moved.ratio - cloud.ratio)
            for name in ("noise", "unknowns", "likelihood", "ratio"):
                getattr(cloud, name)[better] = getattr(moved, name)[better]
            keep = float(np.clip(1 - (1 - keep) * np.exp(better.mean() - _TARGET), 0.3, 0.995))
    return Drawn(cloud.unknowns, cloud.likelihood, cloud.hill, worst, piers)


def _step(ratio: Floats, most: float) -> float:
    """Give the largest step for which weights stay even."""

    def even(step: float) -> bool:
        weights = np.exp(step * (ratio - ratio.max()))
        return bool(weights.sum() ** 2 >= _EVEN * len(ratio) * (weights @ weights))

    if even(most):
        return most
    low, high = 0.0, most
    for _ in range(30):
        at = (low + high) / 2
        low, high = (at, high) if even(at) else (low, at)
    return max(low, 1e-4)


def _cloud(
    design: Design, hills: list[Hill], levels: Floats, hill: NDArray[np.int64], noise: Floats
) -> _Cloud:
    unknowns, biases, ratio = _placed(design, hills, hill, noise)
    ratio += levels[hill]
    spread = np.array([one.spreads.noise for one in hills])[hill, None]
    rows = max(_CELLS // max(len(design.reading.at), len(design.trend.months)), 16)
    each = np.empty((len(hill), len(design.reading.at)))
    for first in range(0, len(hill), rows):
        part = slice(first, first + rows)
        predictor = predict(design, unknowns[part])
        predictor += design.reading.bias * biases[part][:, design.reading.unit]
        each[part] = log_likelihood(design.stated, predictor, spread[part])
    ratio += each.sum(1)
    return _Cloud(hill, noise, unknowns, each, np.nan_to_num(ratio, nan=-1e300, neginf=-1e300))


def _placed(
    design: Design, hills: list[Hill], hill: NDArray[np.int64], noise: Floats
) -> tuple[Floats, Floats, Floats]:
    """Turn noise into unknowns and biases; also log prior less log density of the approximation."""
    inner = noise.shape[1] - design.units
    unknowns, biases = np.empty((len(noise), inner)), np.empty((len(noise), design.units))
    log = np.empty(len(noise))
    ends = np.searchsorted(hill, np.arange(len(hills) + 1))
    for number in np.flatnonzero(np.diff(ends)):
        part = slice(ends[number], ends[number + 1])
        mode, prior = hills[number].mode, hills[number].prior
        wide = _BROADER * noise[part]
        away = solve_triangular(mode.factor.T, wide[:, :inner].T, lower=False, check_finite=False).T
        own = np.sqrt(mode.own)
        biases[part] = (
            mode.biases - away @ (mode.cross / mode.own[:, None]).T + wide[:, inner:] / own
        )
        unknowns[part] = mode.unknowns + away
        off = unknowns[part] - prior.mean
        loose = hills[number].spreads.bias
        log[part] = -((off @ prior.precision) * off).sum(1) / 2
        log[part] -= (biases[part] ** 2).sum(1) / (2 * loose**2)
        log[part] += prior.logdet / 2 - design.units * np.log(loose)
        log[part] -= np.log(np.diag(mode.factor)).sum() + np.log(own).sum()
    return unknowns, biases, log + (noise**2).sum(1) / 2
