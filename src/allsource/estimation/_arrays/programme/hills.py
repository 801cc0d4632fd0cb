"""How high is the posterior at many points, and which way does it rise?

Several approximations (hills) lie side by side. A point is a column of noise about one of them: seen from its
hill, the posterior is nearly the standard normal, whatever the number of unknowns. Columns stand in the order of
their hills, so that each hill moves its points by one product of matrices.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import solve_triangular

from allsource.estimation._arrays.programme.laplace import Ground, Mode, Prior, Spreads
from allsource.estimation._arrays.programme.likelihood import Floats, terms

__all__ = ["Hill", "Hills", "Points"]

_CELLS = 40_000
"""Points times claims or months at one time."""


@dataclass(frozen=True, slots=True)
class Hill:
    """An approximation for given spreads, with the log weight of the spreads less its own evidence."""

    mode: Mode
    prior: Prior
    spreads: Spreads
    level: float


@dataclass(slots=True)
class Points:
    """Points of the posterior, s of them in order of their hills.

    Args:
        hill: of each, shape (s,).
        noise: about the hill, shape (d + units, s).
        places: unknowns and biases, shape (d + units, s).
        likelihood: log-likelihood of each claim, shape (n, s).
        log: log density of the posterior in the noise, shape (s,).
        rise: its slope in the noise, shape (d + units, s).
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


class Hills:
    """Approximations of one posterior, side by side.

    Args:
        ground: of the programme.
        hills: at least one.
    """

    def __init__(self, ground: Ground, hills: list[Hill]) -> None:
        self.ground, self.hills = ground, hills
        self.moves = [_moves(one.mode) for one in hills]
        self.own = [1 / np.sqrt(one.mode.own)[:, None] for one in hills]
        self.noise = np.array([one.spreads.noise for one in hills])
        self.loose = np.array([one.spreads.bias for one in hills])
        self.levels = np.array([_level(ground, one) for one in hills])

    def points(self, hill: NDArray[np.int64], noise: Floats) -> Points:
        """Follow noise to the posterior."""
        places = np.empty_like(noise)
        size = self.ground.design.unknowns
        for one, part in _parts(hill):
            np.matmul(self.moves[one], noise[:size, part], out=places[:, part])
            mode = self.hills[one].mode
            places[size:, part] += self.own[one] * noise[size:, part] + mode.biases[:, None]
            places[:size, part] += mode.unknowns[:, None]
        likelihood, rise = self._claimed(hill, places)
        log = likelihood.sum(0) + self.levels[hill]
        self._prior(hill, places, log, rise)
        for one, part in _parts(hill):
            slope = rise[:, part].copy()
            np.matmul(self.moves[one].T, slope, out=rise[:size, part])
            rise[size:, part] *= self.own[one]
        bad = ~np.isfinite(log)
        log[bad], rise[:, bad] = -1e300, 0.0
        return Points(hill, noise, places, likelihood, log, rise)

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


def _level(ground: Ground, hill: Hill) -> float:
    """What the log density in the noise has beside prior and likelihood."""
    found = hill.level + hill.prior.logdet / 2 - ground.design.units * np.log(hill.spreads.bias)
    found -= np.log(np.diag(hill.mode.factor)).sum() + np.log(hill.mode.own).sum() / 2
    return float(found)


def _parts(hill: NDArray[np.int64]) -> Iterator[tuple[int, slice]]:
    """Give each hill that has points, and which."""
    ends = np.r_[np.flatnonzero(np.r_[True, np.diff(hill) > 0]), len(hill)]
    for first, after in pairwise(ends):
        yield int(hill[first]), slice(int(first), int(after))
