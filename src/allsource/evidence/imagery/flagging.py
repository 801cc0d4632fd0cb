"""Which pixels changed, given how much each did?

The measure is smoothed over about three pixels. Otsu's threshold (1979) is taken as it stands where it
parts two clear heaps; elsewhere it is held between 5 and 13 times the spread of the lower half of
the pixels, so that a pair without change is not cut in two. From pixels above the threshold the flag
grows to neighbours above seven tenths of it. Five is the least that flags at most a hundredth of invented pairs in which
nothing changed.

It fails where a season moves most fields as far as building moves the rest, and for districts of which
less than half is built.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter, label

from allsource.evidence.imagery.aligned import Mask

__all__ = ["Flagged", "flag"]

_SMOOTHING = 1.3
_LEAST, _MOST = 5.0, 13.0
_PARTED = 0.72
_GROWTH = 0.7
_TOP = 0.999
_BINS = 256


@dataclass(frozen=True, slots=True)
class Flagged:
    """Flagged pixels and how they were found.

    Args:
        pixels: flagged ones.
        strength: smoothed measure, in units of the threshold.
        contrast: the threshold as a multiple of the usual measure.
    """

    pixels: Mask
    strength: NDArray[np.float64]
    contrast: float


def flag(measure: NDArray[np.float64], clear: Mask, least: float = _LEAST) -> Flagged:
    """Flag pixels.

    Args:
        measure: how much each pixel changed, not negative.
        clear: which pixels count.
        least: lowest threshold, in spreads, where pixels do not part into two clear heaps.
    """
    smooth = _smoothed(measure, clear)
    values = smooth[clear]
    low, usual = np.quantile(values, [0.16, 0.5])
    spread = max(usual - low, 1e-9)
    cut, parted = _otsu(np.minimum(values, np.quantile(values, _TOP)))
    height = (cut - usual) / spread
    height = min(height if parted >= _PARTED else max(height, least), _MOST)
    threshold = usual + height * spread
    seeds, wide = clear & (smooth > threshold), clear & (smooth > usual + _GROWTH * height * spread)
    parts, count = label(wide, np.ones((3, 3)))
    kept = np.zeros(count + 1, bool)
    kept[np.unique(parts[seeds])] = True
    kept[0] = False
    return Flagged(kept[parts], smooth / threshold, float(threshold / max(usual, 1e-9)))


def _smoothed(measure: NDArray[np.float64], clear: Mask) -> NDArray[np.float64]:
    """Root of the mean square around each pixel, over clear pixels alone."""
    weight = gaussian_filter(clear.astype(float), _SMOOTHING, mode="nearest")
    square = gaussian_filter(np.where(clear, measure, 0.0) ** 2, _SMOOTHING, mode="nearest")
    smooth: NDArray[np.float64] = np.sqrt(square / np.maximum(weight, 1e-9)) * clear
    return smooth


def _otsu(values: NDArray[np.float64]) -> tuple[float, float]:
    """Otsu's threshold, and the share of the variance that lies between its two sides."""
    counts, edges = np.histogram(values, _BINS)
    middles = (edges[:-1] + edges[1:]) / 2
    below, sums = np.cumsum(counts)[:-1], np.cumsum(counts * middles)[:-1]
    total, mean = counts.sum(), (counts * middles).sum() / counts.sum()
    above = total - below
    apart = total * (mean * below - sums) ** 2 / np.maximum(below * above, 1)
    best = int(apart.argmax())
    variance = float(((middles - mean) ** 2 * counts).sum())
    return float(middles[best]), float(apart[best]) / variance if variance > 0 else 0.0
