"""How long is the vector by which each pixel changed, once both dates have the same mean and spread?

Change vector analysis (Malila 1980) on bands brought to robust zero mean and unit spread. Several bands
are measured by the geometric mean of this and IR-MAD, whose false alarms differ; a single band, and
where IR-MAD has nothing to work with, by this alone.

It fails where a season moves whole covers apart: it has no weights that would learn it.
"""

import numpy as np
from numpy.typing import NDArray

from allsource.evidence.imagery.aligned import Bands, Mask

__all__ = ["change"]


def change(before: Bands, after: Bands, clear: Mask) -> NDArray[np.float64]:
    """Measure change at each pixel; 0 where it is not clear."""
    squared = np.zeros(clear.shape)
    for one, two in zip(before, after, strict=True):
        difference = _standard(two[clear]) - _standard(one[clear])
        squared[clear] += (difference - np.median(difference)) ** 2
    return np.sqrt(squared)


def _standard(values: NDArray[np.float32]) -> NDArray[np.float64]:
    low, middle, high = np.quantile(values, [0.16, 0.5, 0.84])
    standard: NDArray[np.float64] = (values - middle) / (max((high - low) / 2, 1e-9))
    return standard
