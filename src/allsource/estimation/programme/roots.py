"""What would be left without one root?

Draws are weighted anew as if the root had said nothing; where the weights cannot be trusted, the programme is
fitted once more without it, starting from where the whole fit ended.

It fails where there are very many roots: all are weighed anew, but only ``MOST_FITS`` are fitted again, those that
weigh most.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from allsource.estimation._arrays.programme.design import without
from allsource.estimation._arrays.programme.likelihood import Floats
from allsource.estimation._arrays.programme.nested import Fit, fit
from allsource.estimation._arrays.programme.psis import smoothed, systematic
from allsource.estimation.programme.arrays import Arrays

__all__ = ["MOST_FITS", "Left", "left_out"]

MOST_FITS = 24
_MOST_TOLD = 24
_GOOD = 0.5
_EFFECTIVE = 150
_DRAWS = 400
_POINTS = 8


@dataclass(frozen=True, slots=True)
class Left:
    """Draws without one root; None where no claim would be left; whether they can be trusted."""

    root: str
    unknowns: Floats | None
    trusted: bool = True


def left_out(arrays: Arrays, whole: Fit) -> Iterator[Left]:
    """Leave out each root in turn, those of most weight first.

    Args:
        arrays: of the programme.
        whole: fit with all roots.
    """
    names = np.array([one.root for one in arrays.observations])
    roots = sorted(
        {one.root for one in arrays.observations},
        key=lambda root: (-_spread(whole.likelihood[:, names == root]), root),
    )
    for number, root in enumerate(roots[:_MOST_TOLD]):
        kept = names != root
        if not kept.any():
            yield Left(root, None)
            continue
        weights, k_hat = smoothed(-whole.likelihood[:, ~kept].sum(1))
        good = k_hat <= _GOOD and 1 / float(weights @ weights) >= _EFFECTIVE
        if good or number >= MOST_FITS:
            yield Left(root, whole.unknowns[systematic(weights, 2 * _DRAWS)], trusted=good)
            continue
        points = (whole.points[0][:_POINTS], whole.points[1][:_POINTS])
        found = fit(without(arrays.design, kept), start=whole.start, points=points, draws=_DRAWS)
        yield Left(root, found.unknowns, trusted=found.trusted)


def _spread(likelihood: Floats) -> float:
    return float(likelihood.sum(1).std())
