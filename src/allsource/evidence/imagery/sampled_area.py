"""How many square metres changed, given the labels of a stratified sample?

The stratified estimator of Olofsson et al. (2014): the changed share of each stratum, weighted by its
size. Their interval is of large samples; it ends at nothing where no label of a large stratum says
"changed". Here each stratum has the exact interval of a draw from a finite number of pixels
(hypergeometric, after Clopper and Pearson 1934), and the strata's intervals are joined by their
distances from the estimate (Zou and Donner 2008) and widened to whole pixels. Points that could not be told count as unchanged for the low end and as
changed for the high one.

It fails where labels are wrong: two labellers show how often.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

from allsource.model.imagery import Area, SampleBasis

__all__ = ["Counted", "sampled_area"]

_CONSTRUCT = "changed surface"


@dataclass(frozen=True, slots=True)
class Counted:
    """Labels of one stratum.

    Args:
        size: its pixels.
        changed: points labelled changed.
        unchanged: points labelled unchanged.
        unclear: points without a decided label.
    """

    size: int
    changed: int
    unchanged: int
    unclear: int = 0

    @property
    def drawn(self) -> int:
        """All its points."""
        return self.changed + self.unchanged + self.unclear


def sampled_area(
    strata: Sequence[Counted],
    pixel_m2: float,
    *,
    labeller: str | None = None,
    interval: float = 0.95,
) -> Area | None:
    """Estimate the changed area.

    Args:
        strata: counted labels.
        pixel_m2: ground area of a pixel.
        labeller: who labelled.
        interval: probability of the interval.

    Returns:
        The area; None where nothing was labelled.

    Example:
        >>> found = sampled_area([Counted(9000, 0, 60), Counted(1000, 27, 3)], 100.0)
        >>> [round(one) for one in (found.low, found.median, found.high)]
        [73800, 90000, 144000]
    """
    strata = [one for one in strata if one.size]
    decided = sum(one.changed + one.unchanged for one in strata)
    if not decided:
        return None
    low = _ends(strata, [one.changed for one in strata], interval)[0]
    high = _ends(strata, [one.changed + one.unclear for one in strata], interval)[1]
    middle = sum(one.size * _share(one) for one in strata)
    known = sum(one.changed for one in strata)
    most = sum(one.size for one in strata) - sum(one.unchanged for one in strata)
    low, high = max(math.floor(low), known), min(math.ceil(high), most)
    middle = min(max(middle, low), high)
    drawn = sum(one.drawn for one in strata)
    basis = SampleBasis(drawn, decided, len(strata), labeller)
    low_m2, middle_m2, high_m2 = (pixel_m2 * one for one in (low, middle, high))
    return Area(low_m2, middle_m2, high_m2, interval, _CONSTRUCT, basis)


def _share(one: Counted) -> float:
    """Changed share of the decided points; a half where there are none."""
    decided = one.changed + one.unchanged
    return one.changed / decided if decided else 0.5


def _ends(
    strata: Sequence[Counted], changed: Sequence[int], interval: float
) -> tuple[float, float]:
    """Ends of the interval of changed pixels over all strata."""
    total = below = above = 0.0
    for one, hits in zip(strata, changed, strict=True):
        middle = one.size * (hits / one.drawn if one.drawn else 0.5)
        low, high = _exact(one.size, one.drawn, hits, (1 - interval) / 2)
        total += middle
        below += (middle - low) ** 2
        above += (high - middle) ** 2
    return total - math.sqrt(below), total + math.sqrt(above)


def _exact(size: int, drawn: int, hits: int, tail: float) -> tuple[int, int]:
    """How few and how many changed pixels a stratum may have, each with more than ``tail`` chance.

    Example:
        >>> _exact(1000, 50, 0, 0.025), _exact(60, 60, 7, 0.025)
        ((0, 69), (7, 7))
    """
    least, most = hits, size - (drawn - hits)
    low = _first(least, most, lambda full: 1 - _chance(size, drawn, hits - 1, full) > tail)
    high = size - _first(
        size - most, size - least, lambda clean: _chance(size, drawn, hits, size - clean) > tail
    )
    return low, high


def _first(least: int, most: int, holds: Callable[[int], bool]) -> int:
    """The least number for which a condition that stays true holds; ``most`` where none does."""
    while least < most:
        middle = (least + most) // 2
        if holds(middle):
            most = middle
        else:
            least = middle + 1
    return least


def _chance(size: int, drawn: int, hits: int, full: int) -> float:
    """Chance of at most so many hits where ``full`` of ``size`` pixels changed (hypergeometric)."""
    seen = np.arange(max(0, drawn - (size - full)), min(hits, full, drawn) + 1)
    if not seen.size:
        return 0.0
    terms = _choose(full, seen) + _choose(size - full, drawn - seen) - _choose(size, drawn)
    return min(float(np.exp(terms).sum()), 1.0)


def _choose(many: int, taken: NDArray[np.int_] | int) -> NDArray[np.float64]:
    """Logarithm of the number of ways to take some of many."""
    ways: NDArray[np.float64] = (
        gammaln(many + 1) - gammaln(np.add(taken, 1)) - gammaln(np.subtract(many, taken) + 1)
    )
    return ways
