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

from allsource.estimation._arrays.programme.hills import BROADER, Hills, Points
from allsource.estimation._arrays.programme.likelihood import Floats
from allsource.estimation._arrays.programme.psis import smoothed, systematic

__all__ = ["Drawn", "cross"]

_EVEN = 0.5
"""Share of draws that weights must leave effective at each pier."""
_MOST_PIERS = 40
_MOVES = 1
_KEPT = 2
"""So many of the last moves leave draws."""
_STEPS = 3
_ANGLE = 0.5
_TARGET = 0.75


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


def cross(hills: Hills, draws: int, *, moves: int = 6, seed: int = 0) -> Drawn:
    """Draw from the posterior.

    Args:
        hills: approximations.
        draws: how many.
        moves: of each draw at the last pier.
        seed: of the noise.
    """
    walk = _Walk(hills, -(-draws // _KEPT), np.random.default_rng(seed))
    power, worst, piers, kept = 0.0, -np.inf, 0, list[Points]()
    while power < 1 and piers < _MOST_PIERS:
        ratio = walk.at.ratio
        step = _step(ratio, 1 - power)
        weights, k_hat = smoothed(step * ratio)
        worst, power, piers = max(worst, k_hat), min(power + step, 1.0), piers + 1
        walk.at = walk.at.pick(systematic(weights, len(ratio)))
        for left in range(_MOVES if power < 1 else moves, 0, -1):
            walk.look_from_another()
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
        count: how many draws.
        rng: of the noise.
    """

    def __init__(self, hills: Hills, count: int, rng: np.random.Generator) -> None:
        self.hills, self.rng, self.angle = hills, rng, _ANGLE
        self.view = np.exp(hills.view - hills.view.max())
        mass, design = np.exp(hills.mass - hills.mass.max()), hills.ground.design
        hill = systematic(mass / mass.sum(), count)
        noise = BROADER * rng.standard_normal((design.unknowns + design.units, count))
        self.at = hills.points(hill, noise, base=True)

    def look_from_another(self) -> None:
        """Let each draw, where it is, be seen from any hill of its spreads."""
        hills, at = self.hills, self.at
        if len(set(hills.at)) == len(hills.at):
            return
        hill, noise = at.hill.copy(), at.noise.copy()
        for one in np.unique(hills.at[hill]):
            here, kin = np.flatnonzero(hills.at[hill] == one), np.flatnonzero(hills.at == one)
            chosen = kin[systematic(self.view[kin] / self.view[kin].sum(), len(here))]
            hill[here] = chosen[self.rng.permutation(len(here))]
        for other in np.unique(hill):
            here = np.flatnonzero((hill == other) & (at.hill != other))
            if len(here):
                noise[:, here] = hills.noise_of(int(other), at.places[:, here])
        seen = Points(hill, noise, at.places, at.likelihood, at.log, at.rise)
        self.at = seen.pick(np.argsort(hill, kind="stable"))

    def change(self, power: float) -> None:
        """Let draws cross over to the same place of another hill."""
        hills, count = self.hills, len(self.at.hill)
        hill = systematic(self.view / self.view.sum(), count)[self.rng.permutation(count)]
        order = np.argsort(hill, kind="stable")
        here = self.at.pick(order)
        there = hills.points(hill[order], here.noise, base=power < 1)
        gain = self._log(there, power) - hills.joint[there.hill]
        gain -= self._log(here, power) - hills.joint[here.hill]
        here.take(there, self.rng.exponential(size=count) > -gain)
        self.at = here.pick(np.argsort(here.hill, kind="stable"))

    def travel(self, power: float) -> None:
        """Let draws travel about their hills."""
        at, count = self.at, len(self.at.hill)
        angle = self.angle * self.rng.uniform(0.8, 1.2, count)
        cos, sin = np.cos(angle), np.sin(angle)
        speed = self.rng.standard_normal(at.noise.shape)
        before = (speed**2).sum(0) / 2 - self._log(at, power)
        push = self._push(at, power)
        for _ in range(_STEPS):
            speed = speed + angle / 2 * push
            noise = cos * at.noise + sin * speed
            speed = cos * speed - sin * at.noise
            at = self.hills.points(at.hill, noise, base=power < 1)
            push = self._push(at, power)
            speed += angle / 2 * push
        after = (speed**2).sum(0) / 2 - self._log(at, power)
        better = self.rng.exponential(size=count) > after - before
        moved = self.at.pick(np.arange(count))
        moved.take(at, better)
        self.at = moved
        self.angle = float(np.clip(self.angle * np.exp(better.mean() - _TARGET), 0.05, 1.2))

    def _log(self, at: Points, power: float) -> Floats:
        """Log density in the noise."""
        found: Floats = power * at.log[0] + (1 - power) * at.log[1] + self.hills.wide[at.hill]
        return found

    def _push(self, at: Points, power: float) -> Floats:
        """Slope of the log density in the noise, less that of the standard normal."""
        slope = power * at.rise[0] + (1 - power) * at.rise[1]
        return self.hills.in_noise(at.hill, slope) + at.noise


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
