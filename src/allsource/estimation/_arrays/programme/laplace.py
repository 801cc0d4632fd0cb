"""Where is the posterior highest for given spreads, and what is it like there?

Given how much rates move, how far roots are biased and how noisy claims are, the posterior of the other
unknowns is nearly Gaussian. Newton steps with positive curvature find its mode. Each claim bears the bias
of one root only, so biases are eliminated first (a Schur complement): work grows with the number of roots,
not with its cube.
"""

from dataclasses import dataclass

import numpy as np
from scipy.linalg import cho_factor, cho_solve
from scipy.sparse import csr_array

from allsource.estimation._arrays.programme.course import Course
from allsource.estimation._arrays.programme.design import Design
from allsource.estimation._arrays.programme.likelihood import Floats, terms

__all__ = ["Ground", "Mode", "Prior", "Spreads", "mode", "toward"]

_STEPS = 60
_LONGEST_STEP = 2.0
_DECREMENT = 2e-3


@dataclass(frozen=True, slots=True)
class Spreads:
    """How much moves: slope and level of the log rate a month, biases of roots, noise of claims."""

    slope: float
    level: float
    bias: float
    noise: float


@dataclass(frozen=True, slots=True)
class Prior:
    """Gaussian prior: means, precision of the rate and of the extras, log determinant of both."""

    mean: Floats
    rate: Floats
    extras: Floats
    logdet: float

    def pull(self, off: Floats) -> Floats:
        """Give the precision times so much off the mean, shape (d, ...)."""
        knots = len(self.rate)
        return np.concatenate([self.rate @ off[:knots], self.extras @ off[knots:]])


@dataclass(frozen=True, slots=True)
class Mode:
    """The posterior near its mode.

    Args:
        unknowns: shape (d,).
        biases: shape (units,).
        factor: lower Cholesky factor of the precision of the unknowns, biases integrated out.
        cross: precision between biases and unknowns, shape (units, d).
        own: precision of biases, shape (units,).
        evidence: log of the integral over all.
    """

    unknowns: Floats
    biases: Floats
    factor: Floats
    cross: Floats
    own: Floats
    evidence: float


@dataclass(slots=True)
class _Local:
    value: float
    slope: Floats
    bias_slope: Floats
    factor: Floats
    cross: Floats
    own: Floats


class Ground:
    """A programme, with what does not depend on spreads.

    Args:
        design: of the programme.
    """

    def __init__(self, design: Design) -> None:
        self.design = design
        self.course = Course(design)
        self.extras, self._logdet = _inverse(design.extras.covariance)
        count, reading = len(design.reading.unit), design.reading
        at = (reading.unit, np.arange(count))
        self.units = csr_array((np.ones(count), at), shape=(design.units, count))

    def prior(self, spreads: Spreads) -> Prior:
        """Give the prior of rate and extras for these spreads."""
        design = self.design
        rate, logdet = _inverse(design.trend.covariance(spreads.slope, spreads.level))
        mean = np.r_[np.full(design.knots, design.level), design.extras.mean]
        return Prior(mean, rate, self.extras, logdet + self._logdet)


def _inverse(covariance: Floats) -> tuple[Floats, float]:
    """Give the precision and its log determinant."""
    if not len(covariance):
        return covariance, 0.0
    factor = cho_factor(covariance, lower=True)
    found = np.asarray(cho_solve(factor, np.eye(len(covariance))), dtype=np.float64)
    return found, -2 * float(np.log(np.diag(factor[0])).sum())


def mode(
    ground: Ground,
    prior: Prior,
    spreads: Spreads,
    start: tuple[Floats, Floats] | None = None,
    steps: int | None = None,
) -> Mode:
    """Find the mode.

    Args:
        ground: of the programme.
        prior: of the same spreads.
        spreads: how much moves.
        start: unknowns and biases to start from; None starts from the prior.
        steps: at most so many, after few of which it is only nearly the mode; None goes on.
    """
    units = ground.design.units
    at = start or (prior.mean.copy(), np.zeros(units))
    here = _local(ground, prior, spreads, *at)
    damping, most = 0.0, _STEPS if steps is None else steps
    for number in range(most + 1):
        step = _step(here, damping)
        decrement = float(step[0] @ here.slope + step[1] @ here.bias_slope)
        longest = max(np.abs(step[0]).max(), 1e-9)
        part = min(1.0, _LONGEST_STEP / longest)
        moved = (at[0] + part * step[0], at[1] + part * step[1])
        near = part == 1 and damping == 0
        if (near and decrement < _DECREMENT) or number == most:
            at, here.value = (moved, here.value + decrement / 2) if near else (at, here.value)
            break
        there = _local(ground, prior, spreads, *moved)
        if there.value > here.value - 1e-9:
            at, here, damping = moved, there, damping / 8 if damping > 1e-3 else 0.0
        else:
            damping = max(4 * damping, 0.1)
            if damping > 1e7:
                break
    evidence = here.value + prior.logdet / 2 - units * np.log(spreads.bias)
    evidence -= np.log(np.diag(here.factor)).sum() + np.log(here.own).sum() / 2
    return Mode(*at, here.factor, here.cross, here.own, float(evidence))


def _local(
    ground: Ground, prior: Prior, spreads: Spreads, unknowns: Floats, biases: Floats
) -> _Local:
    bears = ground.design.reading.bias
    point = np.concatenate([unknowns, biases])[:, None]
    seen = ground.course.see(point)
    found = terms(ground.design.stated, seen.predictor[:, 0], spreads.noise)
    off = unknowns - prior.mean
    pull = prior.pull(off)
    loose = 1 / spreads.bias**2
    value = float(found.log.sum() - off @ pull / 2 - loose * (biases @ biases) / 2)
    slopes = ground.course.tangent(point, seen)
    slope = found.slope @ slopes - pull
    bias_slope = ground.units @ (bears * found.slope) - loose * biases
    own = ground.units @ (bears**2 * found.curvature) + loose
    root = np.sqrt(found.curvature)[:, None]
    slopes *= root
    cross = ground.units @ (bears[:, None] * root * slopes)
    less = cross / np.sqrt(own)[:, None]
    bent = slopes.T @ slopes - less.T @ less
    knots = ground.design.knots
    bent[:knots, :knots] += prior.rate
    bent[knots:, knots:] += prior.extras
    return _Local(value, slope, bias_slope, _factor(bent), cross, own)


def _factor(matrix: Floats) -> Floats:
    """Cholesky factor, with the least jitter that makes one possible."""
    jitter = 0.0
    while True:
        try:
            return np.asarray(
                np.linalg.cholesky(matrix + jitter * np.eye(len(matrix))), dtype=np.float64
            )
        except np.linalg.LinAlgError:
            jitter = max(10 * jitter, 1e-10 * float(np.abs(np.diag(matrix)).max()))


def _step(here: _Local, damping: float) -> tuple[Floats, Floats]:
    factor = here.factor
    if damping:
        bent = factor @ factor.T
        factor = _factor(bent + damping * np.diag(np.diag(bent)))
    return _solved(factor, here.cross, here.own, here.slope, here.bias_slope)


def toward(mode: Mode, slope: Floats, bias_slope: Floats) -> tuple[Floats, Floats]:
    """Give the step of unknowns and biases from a mode that costs least for such a slope."""
    return _solved(mode.factor, mode.cross, mode.own, slope, bias_slope)


def _solved(
    factor: Floats, cross: Floats, own: Floats, slope: Floats, bias_slope: Floats
) -> tuple[Floats, Floats]:
    """Solve for the precision of unknowns and biases together."""
    eliminated = slope - cross.T @ (bias_slope / own)
    step = cho_solve((factor, True), eliminated, check_finite=False)
    return step, (bias_slope - cross @ step) / own
