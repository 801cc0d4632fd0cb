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

__all__ = ["FAR", "Floats", "Stated", "Terms", "terms"]

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

    def of(self, rows: NDArray[np.int64] | NDArray[np.bool_]) -> "Stated":
        """Give what some of the claims state."""
        return Stated(*(getattr(self, name)[rows] for name in self.__slots__))


@dataclass(frozen=True, slots=True)
class Terms:
    """Log-likelihood of each claim, its slope in the predictor, and its (positive) curvature."""

    log: Floats
    slope: Floats
    curvature: Floats


def terms(stated: Stated, predictor: Floats, noise: Floats | float) -> Terms:
    """Give log-likelihood, slope and curvature of each claim.

    Args:
        stated: n claims.
        predictor: shape (n,), or (n, points).
        noise: the common noise, one number or one a point.

    Returns:
        Each of the shape of the predictor.
    """
    at = predictor[:, None] if predictor.ndim == 1 else predictor
    common = np.atleast_1d(np.asarray(noise, dtype=np.float64))
    found = Terms(*(np.empty_like(at) for _ in Terms.__slots__))
    points, bands = np.flatnonzero(stated.point), np.flatnonzero(~stated.point)
    for rows, part in ((points, _point_terms), (bands, _band_terms)):
        if len(rows):
            _put(found, rows, part(stated.of(rows), at[rows], common))
    repeats, numbers = np.flatnonzero(stated.repeat), np.flatnonzero(stated.power)
    if len(repeats):
        own = Terms(*(getattr(found, name)[repeats] for name in Terms.__slots__))
        _put(found, repeats, _repeated(stated.of(repeats), own, common))
    if len(numbers):
        power = stated.power[numbers, None]
        over = at[numbers] - stated.wide_low[numbers, None]
        found.log[numbers] -= power * np.maximum(over, 0)
        found.slope[numbers] -= power * (over > 0)
    return Terms(*(getattr(found, name).reshape(predictor.shape) for name in Terms.__slots__))


def _put(found: Terms, rows: NDArray[np.int64], part: Terms) -> None:
    for name in Terms.__slots__:
        getattr(found, name)[rows] = getattr(part, name)


def _widths(stated: Stated, noise: Floats) -> tuple[Floats, Floats]:
    common = (stated.noise[:, None] * noise) ** 2
    below = np.sqrt(common + (stated.below**2)[:, None])
    if np.array_equal(stated.below, stated.above):
        return below, below
    return below, np.sqrt(common + (stated.above**2)[:, None])


def _point_terms(stated: Stated, predictor: Floats, noise: Floats) -> Terms:
    below, above = _widths(stated, noise)
    off = stated.value[:, None] - predictor
    side = below if above is below else np.where(off > 0, below, above)
    off /= side
    spread = 1 + off * off / 4
    log = _LOG_PEAK - np.log((below + above) / 2 * spread**2 * np.sqrt(spread))
    return Terms(log, 1.25 * off / (spread * side), 5 / 7 / side**2)


def _band_terms(stated: Stated, predictor: Floats, noise: Floats) -> Terms:
    below, above = _widths(stated, noise)
    width = (below + above) / 2
    mass, first, second = (np.zeros_like(predictor) for _ in range(3))
    for low, high, weight in (
        (stated.low, stated.high, stated.within[:, None]),
        (stated.wide_low, stated.wide_high, 1 - stated.within[:, None]),
    ):
        lower, upper = (_end((end[:, None] - predictor) / width) for end in (low, high))
        mass += weight * _between(lower, upper)
        first += weight * (lower.density - upper.density)
        second += weight * (lower.fall - upper.fall)
    mass = np.maximum(mass, _LEAST)
    slope = first / mass
    bent = np.maximum(slope**2 - second / mass, _LEAST_CURVATURE)
    return Terms(np.log(mass), slope / width, bent / width**2)


@dataclass(frozen=True, slots=True)
class _End:
    """An end of a band, in widths from the truth: also the tail beyond it, the density there and its fall."""

    far: Floats
    tail: Floats
    density: Floats
    fall: Floats


def _end(far: Floats) -> _End:
    square = 4 + far * far
    root = np.sqrt(square)
    rest = 8 / (square + root * np.abs(far))
    density = 12 / (square * square * root)
    return _End(far, rest * rest * (6 - rest) / 32, density, 5 * far * density / square)


def _between(low: _End, high: _End) -> Floats:
    same: Floats = np.where(low.far > 0, low.tail - high.tail, high.tail - low.tail)
    return np.where((low.far <= 0) & (high.far >= 0), 1 - high.tail - low.tail, same)


def _repeated(stated: Stated, own: Terms, noise: Floats) -> Terms:
    """Put under a likelihood the floor of a claim that only repeats another."""
    below, above = _widths(stated, noise)
    peak = np.where(stated.point[:, None], _LOG_PEAK - np.log((below + above) / 2), 0.0)
    with np.errstate(divide="ignore"):
        log = np.log1p(-stated.repeat)[:, None] + own.log
        mixed = np.logaddexp(np.log(stated.repeat)[:, None] + peak, log)
    share = np.exp(log - mixed)
    return Terms(mixed, share * own.slope, share * own.curvature)
