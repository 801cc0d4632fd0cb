"""Where is the posterior highest for given spreads, and what is it like there?

Given how much rates move, how far roots are biased and how noisy claims are, the posterior of the other
unknowns is nearly Gaussian. Newton steps with positive curvature find its mode. Each claim bears the bias
of one root only, so biases are eliminated first (a Schur complement): work grows with the number of roots,
not with its cube.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve

from allsource.estimation._arrays.programme.design import Design, tangent
from allsource.estimation._arrays.programme.likelihood import Floats, terms

__all__ = ["Mode", "Prior", "Spreads", "mode", "prior_of"]

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
    """Gaussian prior of the unknowns: mean, precision, log determinant of the precision."""

    mean: Floats
    precision: Floats
    logdet: float


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


@dataclass(frozen=True, slots=True)
class _Local:
    value: float
    slope: Floats
    bias_slope: Floats
    factor: Floats
    cross: Floats
    own: Floats


def prior_of(design: Design, spreads: Spreads) -> Prior:
    """Give the prior of rate and extras for these spreads."""
    covariance = design.trend.covariance(spreads.slope, spreads.level)
    knots, more = design.knots, design.extras
    total = knots + len(more.mean)
    precision = np.zeros((total, total))
    logdet = 0.0
    for part, at in ((covariance, slice(0, knots)), (more.covariance, slice(knots, total))):
        if len(part):
            factor = cho_factor(part, lower=True)
            precision[at, at] = cho_solve(factor, np.eye(len(part)))
            logdet -= 2 * float(np.log(np.diag(factor[0])).sum())
    return Prior(np.r_[np.full(knots, design.level), more.mean], precision, logdet)


def mode(
    design: Design, prior: Prior, spreads: Spreads, start: tuple[Floats, Floats] | None = None
) -> Mode:
    """Find the mode.

    Args:
        design: of the programme.
        prior: from ``prior_of``.
        spreads: the same.
        start: unknowns and biases to start from; None starts from the prior.
    """
    at = start or (prior.mean.copy(), np.zeros(design.units))
    here = _local(design, prior, spreads, *at)
    damping = 0.0
    for _ in range(_STEPS):
        step = _step(here, damping)
        decrement = step[0] @ here.slope + step[1] @ here.bias_slope
        longest = max(np.abs(step[0]).max(), 1e-9)
        part = min(1.0, _LONGEST_STEP / longest)
        moved = (at[0] + part * step[0], at[1] + part * step[1])
        if part == 1 and damping == 0 and decrement < _DECREMENT:
            break
        there = _local(design, prior, spreads, *moved)
        if there.value > here.value - 1e-9:
            at, here, damping = moved, there, damping / 8 if damping > 1e-3 else 0.0
        else:
            damping = max(4 * damping, 0.1)
            if damping > 1e7:
                break
    evidence = here.value + prior.logdet / 2 - design.units * np.log(spreads.bias)
    evidence -= np.log(np.diag(here.factor)).sum() + np.log(here.own).sum() / 2
    return Mode(*at, here.factor, here.cross, here.own, float(evidence))


def _local(
    design: Design, prior: Prior, spreads: Spreads, unknowns: Floats, biases: Floats
) -> _Local:
    reading = design.reading
    jacobian = tangent(design, unknowns)
    found = terms(
        design.stated, jacobian.predictor + reading.bias * biases[reading.unit], spreads.noise
    )
    off = unknowns - prior.mean
    pull = prior.precision @ off
    loose = 1 / spreads.bias**2
    value = float(found.log.sum() - off @ pull / 2 - loose * (biases @ biases) / 2)
    slope = jacobian.slopes.T @ found.slope - pull
    count = design.units
    bias_slope = np.bincount(reading.unit, reading.bias * found.slope, count) - loose * biases
    own = np.asarray(
        np.bincount(reading.unit, reading.bias**2 * found.curvature, count) + loose,
        dtype=np.float64,
    )
    cross = _by_unit(
        (found.curvature * reading.bias)[:, None] * jacobian.slopes, reading.unit, count
    )
    bent = (jacobian.slopes * found.curvature[:, None]).T @ jacobian.slopes + prior.precision
    bent -= (cross / own[:, None]).T @ cross
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
    eliminated = here.slope - here.cross.T @ (here.bias_slope / here.own)
    factor = here.factor
    if damping:
        bent = factor @ factor.T
        factor = _factor(bent + damping * np.diag(np.diag(bent)))
    step = cho_solve((factor, True), eliminated, check_finite=False)
    return step, (here.bias_slope - here.cross @ step) / here.own


def _by_unit(rows: Floats, unit: NDArray[np.int64], count: int) -> Floats:
    """Sum rows by unit; units are sorted."""
    found = np.zeros((count, rows.shape[1]))
    if len(unit):
        starts = np.flatnonzero(np.r_[True, np.diff(unit) > 0])
        found[unit[starts]] = np.add.reduceat(rows, starts, axis=0)
    return found
