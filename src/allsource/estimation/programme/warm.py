"""Where may the fit of a programme begin, if it was fitted before a claim came in?

Unknowns keep their meaning where the months and the kinds of claims are the same; biases are carried by the name of
their root, and a new root begins without one.

It fails, and then the fit begins afresh, where a claim brings new months or a new kind of unknown.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from allsource.estimation._arrays.programme.nested import Start
from allsource.estimation.programme.arrays import Arrays, Places
from allsource.estimation.programme.programme import Programme

__all__ = ["Warm", "carried", "kept"]


@dataclass(frozen=True, slots=True)
class Warm:
    """Where the fit of one programme ended.

    Args:
        of: what is made.
        unit: what is counted.
        first: number of the first month.
        places: of its unknowns.
        roots: in the order of its biases.
        start: where it ended.
    """

    of: str
    unit: str
    first: int
    places: Places
    roots: tuple[tuple[str, str], ...]
    start: Start


def kept(programme: Programme, arrays: Arrays, start: Start) -> Warm:
    """Keep where a fit ended."""
    return Warm(programme.of, programme.unit, programme.first, arrays.places, arrays.roots, start)


def carried(warm: Sequence[Warm], programme: Programme, arrays: Arrays) -> Start | None:
    """Carry an end over to a programme with more claims; None where unknowns have changed."""
    size = arrays.design.knots + arrays.places.count
    same = (programme.of, programme.unit, programme.first, arrays.places, size)
    for one in warm:
        if (one.of, one.unit, one.first, one.places, len(one.start.unknowns)) == same:
            return _renamed(one, arrays)
    return None


def _renamed(warm: Warm, arrays: Arrays) -> Start:
    known = dict(zip(warm.roots, warm.start.biases, strict=True))
    biases = np.array([known.get(root, 0.0) for root in arrays.roots])
    return Start(warm.start.spreads, warm.start.unknowns, biases)
