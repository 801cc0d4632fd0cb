"""How far are probabilities from frequencies, and how far would exact ones seem to be?

The expected calibration error of a sample is never 0, even where every
probability is exactly right: in each bin the share that is true differs from the
mean probability by chance. ``expected`` draws outcomes from the probabilities
themselves and measures the same error, so that a figure can be read against it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["BINS", "expected", "gap"]

BINS = 5
DRAWS = 4_000

_Floats = NDArray[np.float64]


def gap(chance: _Floats, was: _Floats, worth: _Floats) -> float:
    """Expected calibration error in bins of equal width.

    Args:
        chance: probabilities.
        was: 1 where it was so, else 0.
        worth: what each case counts.
    """
    place = np.minimum((chance * BINS).astype(int), BINS - 1)
    off = np.bincount(place, weights=worth * (chance - was), minlength=BINS)
    return float(np.abs(off).sum() / worth.sum())


def expected(chance: _Floats, worth: _Floats) -> tuple[float, float, float]:
    """The same error where the probabilities are exact: its mean, and its 5th and 95th percentile.

    Args:
        chance: probabilities, taken to be exact.
        worth: what each case counts.
    """
    rng = np.random.default_rng(4)
    drawn = [
        gap(chance, (rng.random(len(chance)) < chance).astype(float), worth) for _ in range(DRAWS)
    ]
    low, high = np.quantile(drawn, [0.05, 0.95])
    return float(np.mean(drawn)), float(low), float(high)
