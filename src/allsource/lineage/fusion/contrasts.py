"""How do the numbers of two sources compare, field by field?

For each pair of sources that speak of the same slots with numbers: how often, how often with the same
number, and how often the first has the greater one. Numbers of one kind that differ always to the same
side are not errors: the two speak of different things under one name.
"""

from dataclasses import dataclass

import numpy as np

from allsource.lineage.fusion.arrays import Floats, Ints, Table, pairs, tally

__all__ = ["Contrast", "contrasts"]

_SPEAKERS = 200
"""So many sources of a field, those with most claims, are compared; the others follow them."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """What was counted in one field, source by source.

    Args:
        speakers: (sources of the field,) the sources compared, by number.
        claims: (sources of the field,) how many numbers each gives.
        shared: (speakers, speakers) slots of which both speak.
        equal: (speakers, speakers) slots in which both have the same number.
        above: (speakers, speakers) slots in which the first has the greater number.
    """

    speakers: Ints
    claims: Ints
    shared: Floats
    equal: Floats
    above: Floats


def contrasts(table: Table, widest: int) -> dict[int, Contrast]:
    """Compare sources in every field that holds numbers.

    Args:
        table: of claims.
        widest: slots of more claims are left out.
    """
    said = table.number[table.value]
    usable = ~np.isnan(said) & ~table.denies
    first, second = pairs(table.slot, widest)
    kept = usable[first] & usable[second]
    first, second = first[kept], second[kept]
    field = table.field[table.slot]
    found: dict[int, Contrast] = {}
    for name in np.unique(field[usable]).tolist():
        here = field[first] == name
        counts = np.bincount(table.source[usable & (field == name)], minlength=table.sources)
        found[name] = _compared(table, said, counts, first[here], second[here])
    return found


def _compared(table: Table, said: Floats, counts: Ints, first: Ints, second: Ints) -> Contrast:
    speakers = np.argsort(-counts, kind="stable")[: min(_SPEAKERS, int((counts > 0).sum()))]
    place = np.full(table.sources, -1)
    place[speakers] = np.arange(len(speakers))
    one, other = place[table.source[first]], place[table.source[second]]
    known = (one >= 0) & (other >= 0) & (one != other)
    one, other = one[known], other[known]
    gap = said[first[known]] - said[second[known]]
    size = len(speakers)

    def count(weight: Floats) -> Floats:
        flat = tally(one * size + other, weight, size * size)
        return np.asarray(flat.reshape(size, size))

    shared, equal = count(np.ones(len(gap))), count((gap == 0).astype(float))
    above, below = count((gap > 0).astype(float)), count((gap < 0).astype(float))
    return Contrast(speakers, counts[speakers], shared + shared.T, equal + equal.T, above + below.T)
