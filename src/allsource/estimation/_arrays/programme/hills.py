"""How high is the posterior at many points, and which way does it rise?

Several approximations (hills) lie side by side: for each point of the spreads one or more. A point is a column of
noise about one of them: seen from its hill, the posterior is nearly the standard normal, whatever the number of
unknowns. The mixture of the hills, a little broader, is the *base* from which draws come; it is known as a density
too. Columns stand in the order of their hills, so that each hill moves its points by one product of matrices.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import solve_triangular

from allsource.estimation._arrays.programme.laplace import Ground, Mode, Prior, Spreads
from allsource.estimation._arrays.programme.likelihood import Floats, terms

__all__ = ["BROADER", "Hill", "Hills", "Points"]

_CELLS = 40_000
"""Points times claims or months at one time."""
BROADER = 1.25
"""Draws begin so many times as far from the mode as the approximation says: tails are heavy."""


@dataclass(frozen=True, slots=True)
class Hill:
    """An approximation for given spreads.

    Args:
        mode: where it is, and how wide.
        prior: for the spreads.
        spreads: number of the point of the spreads is ``at``.
        level: log weight of the spreads.
        at: hills of one number stand for the same spreads; hills are in order of it.
        mass: log share of the base.
        seen_from: draws may be seen from it; else only some of them begin there.
    """

    mode: Mode
    prior: Prior
    spreads: Spreads
    level: float
    at: int
    mass: float
    seen_from: bool = True


@dataclass(slots=True)
class Points:
    """Points of the posterior, s of them in order of their hills.

    Args:
        hill: of each, shape (s,).
        noise: about the hill, shape (d + units, s).
        places: unknowns and biases, shape (d + units, s).
        likelihood: log-likelihood of each claim, shape (n, s).
        log: log density of posterior and base at the places, shape (2, s).
        rise: their slopes, shape (2, d + units, s).
    """

    hill: NDArray[np.int64]
    noise: Floats
    places: Floats
    likelihood: Floats
    log: Floats
    rise: Floats

    def pick(self, at: NDArray[np.int64]) -> "Points":
        """Give some of the points."""
        return Points(*(getattr(self, name)[..., at] for name in self.__slots__))

    def take(self, other: "Points", better: NDArray[np.bool_]) -> None:
        """Take over the points of another that are better."""
        for name in self.__slots__:
            np.copyto(getattr(self, name), getattr(other, name), where=better)

    @property
    def ratio(self) -> Floats:
        """Log ratio of posterior to base."""
        found: Floats = self.log[0] - self.log[1]
        return found


class Hills:
    """Approximations of one posterior, side by side.

    Args:
        ground: of the programme.
        hills: at least one, in order of their spreads.
    """

    def __init__(self, ground: Ground, hills: list[Hill]) -> None:
        self.ground, self.hills = ground, hills
        self.moves = [_moves(one.mode) for one in hills]
        self.own = [np.sqrt(one.mode.own)[:, None] for one in hills]
        self.noise = np.array([one.spreads.noise for one in hills])
        self.loose = np.array([one.spreads.bias for one in hills])
        self.wide = np.array([_log_width(one.mode) for one in hills])
        self.level = np.array([_level(ground, one) for one in hills])
        self.mass = np.array([one.mass for one in hills])
        self.at = np.array([one.at for one in hills])
        self.view = np.where([one.seen_from for one in hills], self.mass, -np.inf)
        kin = (np.flatnonzero(self.at == at) for at in self.at)
        self.joint = np.array([np.logaddexp.reduce(self.view[one]) for one in kin])

    def points(self, hill: NDArray[np.int64], noise: Floats, *, base: bool) -> Points:
        """Follow noise to the posterior, and to the base if that is wanted."""
        places, size = np.empty_like(noise), self.ground.design.unknowns
        for one, part in _parts(hill):
            mode = self.hills[one].mode
            np.matmul(self.moves[one], noise[:size, part], out=places[:, part])
            places[size:, part] += noise[size:, part] / self.own[one] + mode.biases[:, None]
            places[:size, part] += mode.unknowns[:, None]
        likelihood, slope = self._claimed(hill, places)
        log, rise = np.zeros((2, len(hill))), np.zeros((2, *noise.shape))
        log[0], rise[0] = likelihood.sum(0) + self.level[hill], slope
        self._prior(hill, places, log[0], rise[0])
        if base:
            for one, part in _parts(self.at[hill]):
                kin = np.flatnonzero(self.at == one)
                log[1, part], rise[1, :, part] = self._base(kin, places[:, part])
        bad = ~np.isfinite(log[0])
        log[0, bad], rise[0][:, bad] = -1e300, 0.0
        return Points(hill, noise, places, likelihood, log, rise)

    def noise_of(self, one: int, places: Floats) -> Floats:
        """Give the noise about a hill that leads to these places."""
        mode, size = self.hills[one].mode, self.ground.design.unknowns
        off, found = places[:size] - mode.unknowns[:, None], np.empty_like(places)
        np.matmul(mode.factor.T, off, out=found[:size])
        found[size:] = self.own[one] * (places[size:] - mode.biases[:, None])
        found[size:] += (mode.cross @ off) / self.own[one]
        return found

    def in_noise(self, hill: NDArray[np.int64], slope: Floats) -> Floats:
        """Turn slopes in the places into slopes in the noise."""
        found, size = np.empty_like(slope), self.ground.design.unknowns
        for one, part in _parts(hill):
            np.matmul(self.moves[one].T, slope[:, part], out=found[:size, part])
            found[size:, part] = slope[size:, part] / self.own[one]
        return found

    def _base(self, kin: NDArray[np.int64], places: Floats) -> tuple[Floats, Floats]:
        """Give log density and slope of the base for one point of the spreads."""
        size = self.ground.design.unknowns
        noises = [self.noise_of(int(one), places) for one in kin]
        logs = np.array([-(noise**2).sum(0) for noise in noises]) / (2 * BROADER**2)
        logs += (self.mass[kin] - self.wide[kin])[:, None]
        total = np.logaddexp.reduce(logs, axis=0)
        rise = np.zeros_like(places)
        for one, noise, share in zip(kin, noises, np.exp(logs - total), strict=True):
            mode, own = self.hills[one].mode, self.own[one]
            pulled = noise * (share / BROADER**2)
            rise[:size] -= mode.factor @ pulled[:size] + mode.cross.T @ (pulled[size:] / own)
            rise[size:] -= own * pulled[size:]
        return total, rise

    def _claimed(self, hill: NDArray[np.int64], places: Floats) -> tuple[Floats, Floats]:
        """Give log-likelihoods, and their slope in unknowns and biases."""
        course, stated = self.ground.course, self.ground.design.stated
        likelihood, rise = np.empty((len(stated.value), len(hill))), np.empty_like(places)
        rows = max(_CELLS // max(len(stated.value), len(self.ground.design.trend.months)), 16)
        for first in range(0, len(hill), rows):
            part = slice(first, first + rows)
            seen = course.see(places[:, part])
            found = terms(stated, seen.predictor, self.noise[hill[part]])
            likelihood[:, part] = found.log
            rise[:, part] = course.carry(places[:, part], seen, found.slope)
        return likelihood, rise

    def _prior(self, hill: NDArray[np.int64], places: Floats, log: Floats, rise: Floats) -> None:
        """Add the prior to log density and slope."""
        size, knots = self.ground.design.unknowns, self.ground.design.knots
        off = places[:size] - self.hills[0].prior.mean[:, None]
        pull = np.empty_like(off)
        np.matmul(self.ground.extras, off[knots:], out=pull[knots:])
        for one, part in _parts(hill):
            np.matmul(self.hills[one].prior.rate, off[:knots, part], out=pull[:knots, part])
        shrink = places[size:] / self.loose[hill] ** 2
        log -= ((off * pull).sum(0) + (places[size:] * shrink).sum(0)) / 2
        rise[:size] -= pull
        rise[size:] -= shrink


def _moves(mode: Mode) -> Floats:
    """What noise in the unknowns moves: them, and biases with them; shape (d + units, d)."""
    away = solve_triangular(mode.factor, np.eye(len(mode.factor)), lower=True, check_finite=False).T
    return np.vstack([away, -(mode.cross / mode.own[:, None]) @ away])


def _log_width(mode: Mode) -> float:
    return -float(np.log(np.diag(mode.factor)).sum() + np.log(mode.own).sum() / 2)


def _level(ground: Ground, hill: Hill) -> float:
    """What the log density of the posterior has beside prior and likelihood."""
    units = ground.design.units
    return float(hill.level + hill.prior.logdet / 2 - units * np.log(hill.spreads.bias))


def _parts(hill: NDArray[np.int64]) -> Iterator[tuple[int, slice]]:
    """Give each hill that has points, and which."""
    ends = np.r_[np.flatnonzero(np.r_[True, np.diff(hill) > 0]), len(hill)]
    for first, after in pairwise(ends):
        yield int(hill[first]), slice(int(first), int(after))
