"""How much did the backscatter of each pixel change, beyond its speckle?

The logarithm of the ratio of both dates, each averaged over five by five pixels first (multilook), so
that speckle is worn down before the logarithm; a shift of less than a pixel is worn down with it.
A band of which much lies below zero is taken for decibels.

It fails where the two passes looked from other sides: a warning cannot see that in the pixels.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import uniform_filter

from allsource.evidence.imagery.aligned import Bands, Mask

__all__ = ["LEAST", "LOOKS", "change"]

LEAST = 8.0
"""Lowest threshold, in spreads: speckle has longer tails than the difference of two optical dates."""

LOOKS = 5
"""Side of the square that is averaged, in pixels."""

_DECIBELS = 0.1


def change(before: Bands, after: Bands, clear: Mask) -> NDArray[np.float64]:
    """Measure change at each pixel, over all polarisations; 0 where it is not clear."""
    squared = np.zeros(clear.shape)
    for one, two in zip(before, after, strict=True):
        ratio = _level(two, clear)[clear] - _level(one, clear)[clear]
        low, middle, high = np.quantile(ratio, [0.16, 0.5, 0.84])
        squared[clear] += ((ratio - middle) / max((high - low) / 2, 1e-9)) ** 2
    return np.sqrt(squared)


def _level(band: NDArray[np.float32], clear: Mask) -> NDArray[np.float64]:
    """Logarithm of the mean intensity around each pixel, over clear pixels alone."""
    power = band.astype(np.float64)
    if (power[clear] < 0).mean() > _DECIBELS:
        power = 10 ** (np.clip(power, -100, 100) / 10)
    weight = uniform_filter(clear.astype(float), LOOKS, mode="nearest")
    mean = uniform_filter(np.where(clear, power, 0.0), LOOKS, mode="nearest") / np.maximum(
        weight, 1e-9
    )
    floor = np.quantile(mean[clear], 0.01) * 1e-2 + 1e-12
    level: NDArray[np.float64] = np.log(np.maximum(mean, floor))
    return level
