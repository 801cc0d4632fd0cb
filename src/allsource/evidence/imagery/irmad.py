"""How much did each pixel of a pair in several bands change, whatever gain and haze did?

Iteratively reweighted multivariate alteration detection (Nielsen 2007): canonical variates of the two
dates are subtracted; pixels that look unchanged weigh more in the next round. The result is the
square root of the sum of squared variates, each over its spread among unchanged pixels. Its p-values
are of no use (they flag a third of a real scene), so none is given.

It fails where more than about two fifths of what is compared changed: then the change is taken
for the rule.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import LinAlgError, eigh
from scipy.special import gammaincc

from allsource.evidence.imagery.aligned import Bands, Mask

__all__ = ["change"]

_ROUNDS = 30
_SETTLED = 1e-3
_FIT_PIXELS = 400_000
_RIDGE = 1e-6
_CHUNK = 500_000

Matrix = NDArray[np.float64]


def change(before: Bands, after: Bands, clear: Mask) -> Matrix | None:
    """Measure change at each pixel.

    Args:
        before: band first, two bands or more.
        after: band first, same shape.
        clear: which pixels to compare.

    Returns:
        Non-negative, 0 where not clear; None where the bands do not bear the arithmetic (constant
        or copies of each other).
    """
    stacked = np.concatenate([before[:, clear], after[:, clear]]).astype(np.float64)
    spread = stacked.std(axis=1, keepdims=True)
    if not (spread > 0).all():
        return None
    stacked = (stacked - stacked.mean(axis=1, keepdims=True)) / spread
    step = max(stacked.shape[1] // _FIT_PIXELS, 1)
    fitted = _fit(stacked[:, ::step], before.shape[0])
    if fitted is None:
        return None
    middle, transform, variance = fitted
    found = np.zeros(clear.shape)
    parts = range(0, stacked.shape[1], _CHUNK)
    found[clear] = np.concatenate(
        [
            np.sqrt(_squared(stacked[:, at : at + _CHUNK], middle, transform, variance))
            for at in parts
        ]
    )
    return found


def _fit(sample: Matrix, bands: int) -> tuple[Matrix, Matrix, Matrix] | None:
    """Middle, transform (both dates to differences of variates) and variances of no change."""
    weights = np.ones(sample.shape[1])
    before = np.full(bands, -1.0)
    for _ in range(_ROUNDS):
        total = weights.sum()
        middle = (sample @ weights / total)[:, None]
        centred = sample - middle
        covariance = (centred * weights) @ centred.T / total
        covariance += _RIDGE * np.eye(2 * bands)
        found = _variates(covariance, bands)
        if found is None:
            return None
        transform, correlation = found
        variance = 2 * (1 - correlation)[:, None]
        weights = gammaincc(bands / 2, _squared(sample, middle, transform, variance) / 2)
        if np.max(np.abs(correlation - before)) < _SETTLED:
            break
        before = correlation
    return middle, transform, variance


def _variates(covariance: Matrix, bands: int) -> tuple[Matrix, Matrix] | None:
    """Rows that turn both dates into differences of canonical variates, and the correlations."""
    one, two = covariance[:bands, :bands], covariance[bands:, bands:]
    cross = covariance[:bands, bands:]
    try:
        back = np.linalg.solve(two, cross.T)
        squares, left = eigh(cross @ back, one)
    except (LinAlgError, np.linalg.LinAlgError):
        return None
    correlation = np.sqrt(np.clip(squares, 1e-12, 1 - 1e-9))
    right = back @ left / correlation
    return np.concatenate([left, -right]).T, correlation


def _squared(stacked: Matrix, middle: Matrix, transform: Matrix, variance: Matrix) -> Matrix:
    squared: Matrix = ((transform @ (stacked - middle)) ** 2 / variance).sum(axis=0)
    return squared
