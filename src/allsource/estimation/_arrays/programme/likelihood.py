"""How likely is a stated figure, given what it is about?

Everything is in logarithms (shares in logits), with the heavy tails of Student's t with four degrees
of freedom throughout, so that one wild claim does not carry the rest away. A *point* has a density; its
width may differ on either side. A *band* has a mass: the share ``within`` of it for the stated interval,
the rest for a wider one ("more than V" is V to about 1.25 V with 0.8, anything above with 0.2). A claim
that repeats another with some probability says nothing in that case: the likelihood then has a floor.

Tails of the t are taken from a form without cancellation, so masses stay right hundreds of widths out.

It fails where errors of one root are not one shift: a root that is now too high and now too low by
much is taken for noise.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["FAR", "Floats", "Stated", "Terms", "log_likelihood", "terms"]

Floats = NDArray[np.float64]

FAR = 200.0
"""An open end, in logarithms: no figure is so large."""

_LOG_PEAK = np.log(3 / 8)
"""Log density of the t with four degrees of freedom at its middle."""

_LEAST = 1e-300
_LEAST_CURVATURE = 0.01


@dataclass(frozen=True, slots=True)
class Stated:
    """What was stated, one entry a claim; each array has shape (n,).

    Args:
        point: it is a point; else a band.
        value: of a point.
        low: lower end of a band.
        high: its upper end.
        wide_low: lower end of the wider band.
        wide_high: its upper end.
        within: weight of the narrower band.
        noise: how many times the common noise it bears.
        below: own width towards lower truths.
        above: own width towards higher truths.
        power: above ``wide_low`` the likelihood also falls as exp(-power * predictor): serial numbers.
        repeat: probability that it only repeats another claim.
    """

    point: NDArray[np.bool_]
    value: Floats
    low: Floats
    high: Floats
    wide_low: Floats
    wide_high: Floats
    within: Floats
    noise: Floats
    below: Floats
    above: Floats
    power: Floats
    repeat: Floats


@dataclass(frozen=True, slots=True)
class Terms:
    """Log-likelihood of each claim, its slope in the predictor, and its (positive) curvature."""

    log: Floats
    slope: Floats
    curvature: Floats


def log_likelihood(stated: Stated, predictor: Floats, noise: Floats | np.float64) -> Floats:
    """Give the log-likelihood of each claim.

    Args:
        stated: n claims.
        predictor: shape (..., n).
        noise: the common noise, broadcast against the predictor.

    Returns:
        Shape (..., n).
    """
    below, above = _widths(stated, noise)
    width = (below + above) / 2
    at = stated.point
    off = np.where(at, stated.value - predictor, 0.0)
    off = off / np.where(off > 0, below, above)
    pointed = _LOG_PEAK - np.log(width) - 2.5 * np.log1p(off * off / 4)
    if at.all():
        return _mixed(stated, pointed, width)[0]
    mass = _mass(stated, predictor, width)
    banded = np.log(np.maximum(mass, _LEAST))
    mixed = _mixed(stated, np.where(at, pointed, banded), width)[0]
    if not stated.power.any():
        return mixed
    return mixed - stated.power * np.maximum(predictor - stated.wide_low, 0)


def terms(stated: Stated, predictor: Floats, noise: float) -> Terms:
    """Give log-likelihood, slope and curvature at one point; shapes (n,)."""
    below, above = _widths(stated, np.float64(noise))
    width = (below + above) / 2
    at = stated.point
    off = np.where(at, stated.value - predictor, 0.0)
    side = np.where(off > 0, below, above)
    off = off / side
    spread = 1 + off * off / 4
    log = _LOG_PEAK - np.log(width) - 2.5 * np.log(spread)
    slope = 1.25 * off / spread / side
    curvature = 5 / 7 / side**2
    if not at.all():
        band = _band_terms(stated, predictor, width)
        log = np.where(at, log, band.log)
        slope = np.where(at, slope, band.slope)
        curvature = np.where(at, curvature, band.curvature)
    mixed, own = _mixed(stated, log, width)
    over = np.maximum(predictor - stated.wide_low, 0)
    falls = stated.power * (over > 0)
    return Terms(mixed - stated.power * over, slope * own - falls, curvature * own)


def _widths(stated: Stated, noise: Floats | np.float64) -> tuple[Floats, Floats]:
    common = (stated.noise * noise) ** 2
    return np.sqrt(common + stated.below**2), np.sqrt(common + stated.above**2)


def _mixed(stated: Stated, log: Floats, width: Floats) -> tuple[Floats, Floats]:
    """Put the floor of possible repeats under a log-likelihood; also the share that is its own."""
    if not stated.repeat.any():
        return log, np.ones_like(log)
    peak = np.where(stated.point, _LOG_PEAK - np.log(width), 0.0)
    with np.errstate(divide="ignore"):
        own = np.log1p(-stated.repeat) + log
        mixed = np.logaddexp(np.log(stated.repeat) + peak, own)
    return mixed, np.exp(own - mixed)


def _tail(far: Floats) -> Floats:
    """Probability beyond ``far`` >= 0."""
    root = np.sqrt(4 + far * far)
    rest = 8 / (root * (root + far))
    tail: Floats = 3 / 8 * (rest * rest / 2 - rest**3 / 12)
    return tail


def _between(low: Floats, high: Floats) -> Floats:
    upper, lower = _tail(np.abs(high)), _tail(np.abs(low))
    same: Floats = np.where(low > 0, lower - upper, upper - lower)
    return np.where((low <= 0) & (high >= 0), 1 - upper - lower, same)


def _mass(stated: Stated, predictor: Floats, width: Floats) -> Floats:
    ends = (
        (end - predictor) / width
        for end in (stated.low, stated.high, stated.wide_low, stated.wide_high)
    )
    low, high, wide_low, wide_high = ends
    mass: Floats = stated.within * _between(low, high) + (1 - stated.within) * _between(
        wide_low, wide_high
    )
    return mass


def _band_terms(stated: Stated, predictor: Floats, width: Floats) -> Terms:
    mass = np.maximum(_mass(stated, predictor, width), _LEAST)
    first, second = np.zeros_like(mass), np.zeros_like(mass)
    for sign, end, weight in (
        (-1, stated.low, stated.within),
        (1, stated.high, stated.within),
        (-1, stated.wide_low, 1 - stated.within),
        (1, stated.wide_high, 1 - stated.within),
    ):
        at = (end - predictor) / width
        spread = 1 + at * at / 4
        density = 3 / 8 * spread**-2.5
        first -= sign * weight * density / width
        second -= sign * weight * density * 1.25 * at / spread / width**2
    slope = first / mass
    bent = np.maximum(slope**2 - second / mass, _LEAST_CURVATURE / width**2)
    return Terms(np.log(mass), slope, bent)
