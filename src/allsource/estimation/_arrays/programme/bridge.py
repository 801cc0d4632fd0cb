"""How are draws of an approximation turned into draws of the posterior?

Between the Laplace approximations and the posterior a bridge of a few powers of their ratio is laid, each so
near to the one before that weights stay even. At each pier draws are weighted, picked anew by weight, and
moved, in two ways that leave its distribution as it is. A draw may *cross over* to the same place of another hill,
that is to other spreads: since hills are much alike, seen from their own middle, it often can. And it *travels*:
Hamiltonian Monte Carlo in the noise about its hill, where the approximation itself is followed exactly and only
what the posterior differs from it by pushes; so long steps do, whatever the number of unknowns.
K-hat is the worst of those of the piers.

Sequential Monte Carlo: Del Moral, Doucet and Jasra (2006); the travel: Shahbaba, Lan, Johnson and Neal (2014).
It fails where the posterior has hills that the approximation does not reach.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from allsource.estimation._arrays.programme.hills import Hills, Points
from allsource.estimation._arrays.programme.likelihood import Floats
from allsource.estimation._arrays.programme.psis import smoothed, systematic

__all__ = ["Drawn", "cross"]

_EVEN = 0.5
"""Share of draws that weights must leave effective at each pier."""
_MOST_PIERS = 40
_MOVES = 1
_LAST_MOVES = 4
_KEPT = 2
"""So many of the last moves leave draws."""
_STEPS = 3
_ANGLE = 0.5
_TARGET = 0.75
_BROADER = 1.25
"""Draws begin so many times as far from the mode as the approximation says: tails are heavy."""


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


def cross(hills: Hills, mass: Floats, draws: int, *, seed: int = 0) -> Drawn:
    """Draw from the posterior.

    Args:
        hills: approximations.
        mass: weight of each.
        draws: how many.
        seed: of the noise.
    """
    walk = _Walk(hills, mass, -(-draws // _KEPT), np.random.default_rng(seed))
    power, worst, piers, kept = 0.0, -np.inf, 0, list[Points]()
    while power < 1 and piers < _MOST_PIERS:
        ratio = walk.ratio(walk.at)
        step = _step(ratio, 1 - power)
        weights, k_hat = smoothed(step * ratio)
        worst, power, piers = max(worst, k_hat), min(power + step, 1.0), piers + 1
        walk.at = walk.at.pick(systematic(weights, len(ratio)))
        for left in range(_MOVES if power < 1 else _LAST_MOVES, 0, -1):
            walk.change(power)
            walk.travel(power)
            if power >= 1 and left <= _KEPT:
                kept.append(walk.at)
    size = hills.ground.design.unknowns
    return Drawn(
        np.concatenate([one.places[:size].T for one in kept]),
        np.concatenate([one.likelihood.T for one in kept]),
        np.concatenate([one.hill for one in kept]),
        worst,
        piers,
    )


class _Walk:
    """Draws on their way.

    Args:
        hills: approximations.
        mass: weight of each.
        count: how many draws.
        rng: of the noise.
    """

    def __init__(self, hills: Hills, mass: Floats, count: int, rng: np.random.Generator) -> None:
        self.hills, self.mass, self.rng = hills, mass, rng
        self.angle = _ANGLE
        design = hills.ground.design
        hill = systematic(mass, count)
        noise = _BROADER * rng.standard_normal((design.unknowns + design.units, count))
        self.offered = np.log(mass)
        self.at = hills.points(hill, noise)

    def ratio(self, at: Points) -> Floats:
        """Log ratio of the posterior to what draws began from."""
        found: Floats = at.log - self.offered[at.hill] + (at.noise**2).sum(0) / (2 * _BROADER**2)
        return found

    def change(self, power: float) -> None:
        """Let draws cross over to the same place of another hill."""
        count = len(self.at.hill)
        hill = systematic(self.mass, count)[self.rng.permutation(count)]
        order = np.argsort(hill, kind="stable")
        here = self.at.pick(order)
        there = self.hills.points(hill[order], here.noise)
        better = self.rng.exponential(size=count) > power * (self.ratio(here) - self.ratio(there))
        here.take(there, better)
        self.at = here.pick(np.argsort(here.hill, kind="stable"))

    def travel(self, power: float) -> None:
        """Let draws travel about their hills."""
        at, count = self.at, len(self.at.hill)
        angle = self.angle * self.rng.uniform(0.8, 1.2, count)
        cos, sin = np.cos(angle), np.sin(angle)
        speed = self.rng.standard_normal(at.noise.shape)
        before = self._energy(at, speed, power)
        for _ in range(_STEPS):
            speed = speed + angle / 2 * self._push(at, power)
            noise = cos * at.noise + sin * speed
            speed = cos * speed - sin * at.noise
            at = self.hills.points(at.hill, noise)
            speed += angle / 2 * self._push(at, power)
        better = self.rng.exponential(size=count) > self._energy(at, speed, power) - before
        moved = self.at.pick(np.arange(count))
        moved.take(at, better)
        self.at = moved
        self.angle = float(np.clip(self.angle * np.exp(better.mean() - _TARGET), 0.05, 1.2))

    def _energy(self, at: Points, speed: Floats, power: float) -> Floats:
        own = (speed**2).sum(0) + (1 - power) / _BROADER**2 * (at.noise**2).sum(0)
        found: Floats = own / 2 - power * at.log
        return found

    def _push(self, at: Points, power: float) -> Floats:
        return power * at.rise + (1 - (1 - power) / _BROADER**2) * at.noise


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
