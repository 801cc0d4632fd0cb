"""Where does a quantity lie that many estimate and nobody states exactly?

Each claim is the true number, plus a bias of its source in the field, plus an error with heavy tails
(Student's t with four degrees of freedom), each as far as the claim is one of its own. Biases are drawn
to zero and their mean over the roots is zero, or that of the anchors is, where some are named: without
that nothing tells a bias of all from the truth, so intervals allow for how far that mean may be off. Scales are drawn to that of the field. It is solved by
iteratively reweighted means; a field in which sources often give equal numbers is not treated so (see
``definitions``).

Intervals are widened, or narrowed, until each claim falls into the interval foretold by the others of
its slot as often as it should: no label is needed.

It fails where all sources share a bias, and where a quantity was not one number in the time spoken of.
"""

from dataclasses import dataclass

import numpy as np

from allsource.lineage.fusion.arrays import Bools, Floats, Ints, Table, tally

__all__ = ["LEVEL", "Located", "Scales", "locate", "scales"]

LEVEL = 0.9
_NORMAL = 1.6449
"""Half-width of the middle nine tenths of a normal law, in standard deviations."""
_FREEDOM = 4.0
_INFLATED = (_FREEDOM + 3) / (_FREEDOM + 1)
"""By which heavy tails make a mean less certain than its weights say."""
_TURNS = 30
_FLOOR = 1e-9
_TIE = 1e-9
_SEVERAL = 1.5
"""A slot with fewer roots shows nothing of how numbers differ."""
_TAIL = 0.926
"""So much wider, divided by its degrees of freedom, is nine tenths of Student's law than of the normal."""
_PRIOR = 5.0
"""Weight, in claims, of the field's scale in that of a source."""


@dataclass(frozen=True, slots=True)
class Scales:
    """What was learned of the numbers of each source in each field.

    Args:
        bias: (sources * fields,) usual distance from the truth.
        scale: (sources * fields,) size of its errors beyond that.
        widening: (fields,) by which intervals are widened.
        level: (fields,) how far off the mean of the biases may be, as a standard deviation.
    """

    bias: Floats
    scale: Floats
    widening: Floats
    level: Floats


@dataclass(frozen=True, slots=True)
class Located:
    """Where the number of each slot lies.

    Args:
        centre: (slots,) the expected number, nan where nobody gives one.
        error: (slots,) its standard error, widened; infinite where only bounds are known.
        low: (slots,) bound from below that all claims without a number leave, where no number is given.
        high: (slots,) bound from above.
    """

    centre: Floats
    error: Floats
    low: Floats
    high: Floats


def scales(table: Table, counted: Floats, anchors: Bools | None = None) -> Scales:
    """Learn biases and scales.

    Args:
        table: of claims that are numbers.
        counted: (claims,) how far each is one of its own.
        anchors: (sources,) those that are primary by their role.
    """
    said, counted, cell = *_numbers(table, counted), table.cell
    cells = table.sources * table.fields
    centre = _medians(table, said, counted)
    spread = _typical(table, said, centre, counted)
    bias, scale = np.zeros(cells), spread[np.arange(cells) % table.fields]
    doubt = np.zeros(table.slots)
    for _ in range(_TURNS):
        rest = said - centre[table.slot]
        bias = _biases(table, rest, counted, bias, scale, spread, anchors)
        off = rest - bias[cell]
        firm = _firm(off, scale[cell])
        seen = tally(cell, counted, cells)
        square = tally(cell, counted * firm * (off**2 + doubt[table.slot]), cells)
        prior = spread[np.arange(cells) % table.fields]
        scale = np.sqrt((square + _PRIOR * prior**2) / (seen + _PRIOR)) + _FLOOR
        centre, total = _centre(table, said - bias[cell], counted * firm / scale[cell] ** 2)
        doubt = _INFLATED / np.maximum(total, 1e-300)
    fixing = _fixing(table, counted, anchors)
    level = _level(bias, fixing, table.fields)
    return Scales(bias, scale, _widening(table, said, counted, bias, scale), level)


def locate(table: Table, counted: Floats, known: Scales) -> Located:
    """Find the number of each slot.

    Args:
        table: of claims that are numbers.
        counted: (claims,) how far each is one of its own.
        known: biases and scales of the sources.
    """
    cell = table.cell
    said, numbers = _numbers(table, counted)
    level, scale = said - known.bias[cell], known.scale[cell]
    low, high = (end[table.value] - known.bias[cell] for end in (table.low, table.high))
    bounds = np.where(np.isnan(table.number[table.value]) & ~table.denies, counted, 0.0)
    given = tally(table.slot, numbers, table.slots) > 0
    least, most = _bounds(table, low, high, bounds)
    centre = np.where(given, _medians(table, level, numbers / scale), _middle(least, most))
    total = np.zeros(table.slots)
    for _ in range(10):
        now = centre[table.slot]
        broken = np.clip(now, low, high)
        weight = np.where(bounds > 0, bounds * (broken != now), numbers)
        place = np.where(bounds > 0, np.where(broken != now, broken, 0.0), level)
        weight = weight * _firm(place - now, scale) / scale**2
        moved, total = _centre(table, place, weight)
        centre = np.where(given & (total > 0), moved, centre)
    error = known.widening[table.field] * np.sqrt(_INFLATED / np.maximum(total, 1e-300))
    error = np.where(given & (total > 0), np.hypot(error, known.level[table.field]), np.inf)
    return Located(centre, error, np.where(given, -np.inf, least), np.where(given, np.inf, most))


def _numbers(table: Table, counted: Floats) -> tuple[Floats, Floats]:
    """Give the number of each claim and how far it counts; a bound or a denial is none."""
    said = table.number[table.value]
    none = np.isnan(said) | table.denies
    return np.where(none, 0.0, said), np.where(none, 0.0, counted)


def _bounds(table: Table, low: Floats, high: Floats, counted: Floats) -> tuple[Floats, Floats]:
    """Give what the bounds of each slot leave."""
    least, most = np.full(table.slots, -np.inf), np.full(table.slots, np.inf)
    told = counted > 0
    np.maximum.at(least, table.slot[told], low[told])
    np.minimum.at(most, table.slot[told], high[told])
    return least, most


def _middle(least: Floats, most: Floats) -> Floats:
    """Give the middle of two bounds, or the one that is known."""
    low = np.where(np.isinf(least), most, least)
    high = np.where(np.isinf(most), least, most)
    known = ~(np.isinf(low) | np.isinf(high))
    return np.where(known, np.where(known, low, 0.0) / 2 + np.where(known, high, 0.0) / 2, 0.0)


def _firm(off: Floats, scale: Floats) -> Floats:
    """Give the weight that heavy tails leave to each error."""
    return np.asarray((_FREEDOM + 1) / (_FREEDOM + (off / scale) ** 2))


def _centre(table: Table, level: Floats, weight: Floats) -> tuple[Floats, Floats]:
    total = tally(table.slot, weight, table.slots)
    part = tally(table.slot, weight * level, table.slots)
    return part / np.maximum(total, 1e-300), total


def _medians(table: Table, level: Floats, weight: Floats) -> Floats:
    """Give the weighted median of each slot, the middle of two where either would do."""
    order = np.lexsort((level, table.slot))
    slot, sorted_level = table.slot[order], level[order]
    weight = np.maximum(weight[order], 1e-15)
    total = tally(slot, weight, table.slots)
    before = np.cumsum(total) - total
    share = (np.cumsum(weight) - before[slot]) / total[slot]
    low, high = np.full(table.slots, np.nan), np.full(table.slots, np.nan)
    for found, reached in ((low, share >= 0.5 - _TIE), (high, share > 0.5 + _TIE)):
        found[slot[reached][::-1]] = sorted_level[reached][::-1]
    return low / 2 + high / 2


def _typical(table: Table, said: Floats, centre: Floats, counted: Floats) -> Floats:
    """Give the typical size of a difference in each field; a tenth of the numbers if none differ."""
    field = table.field[table.slot]
    roots = tally(table.slot, counted, table.slots)
    told = (counted > 0.1) & (roots[table.slot] >= _SEVERAL)
    found = np.ones(table.fields)
    for one in np.unique(field).tolist():
        here = told & (field == one)
        rest = np.abs(said - centre[table.slot])[here]
        size = np.median(np.abs(said[field == one])) / 10
        if len(rest) and rest.max() > 0:
            size = max(1.4826 * float(np.median(rest)), float(rest.mean()) / 2)
        found[one] = max(size, _FLOOR)
    return found


def _biases(
    table: Table, rest: Floats, counted: Floats, bias: Floats, scale: Floats, spread: Floats,
    anchors: Bools | None,
) -> Floats:  # fmt: skip
    """Give the bias of each source in each field, the mean of those that fix the level being zero."""
    cell, cells = table.cell, len(bias)
    weight = counted * _firm(rest - bias[cell], scale[cell]) / scale[cell] ** 2
    total = tally(cell, weight, cells)
    part = tally(cell, weight * rest, cells)
    field = np.arange(cells) % table.fields
    found = part / (total + 1 / (4 * spread[field] ** 2))
    fixing = _fixing(table, counted, anchors)
    level = tally(field, fixing * found, table.fields)
    level /= np.maximum(tally(field, fixing, table.fields), 1e-300)
    return np.where(total > 0, found - level[field], 0.0)


def _fixing(table: Table, counted: Floats, anchors: Bools | None) -> Floats:
    """Give how far each source fixes the level of each field."""
    cells = table.sources * table.fields
    fixing = tally(table.cell, counted, cells)
    if anchors is None:
        return fixing
    field = np.arange(cells) % table.fields
    held = fixing * np.repeat(anchors, table.fields)
    some = tally(field, held, table.fields)[field] > 0
    return np.where(some, held, fixing)


def _level(bias: Floats, fixing: Floats, fields: int) -> Floats:
    """Give how far the mean of the biases may be from zero, from how much they differ."""
    field = np.arange(len(bias)) % fields
    total = np.maximum(tally(field, fixing, fields), 1e-300)
    squares = tally(field, fixing**2, fields)
    sources = np.maximum(total**2 / np.maximum(squares, 1e-300), 1.0)
    varied = tally(field, fixing * bias**2, fields) / total
    freedom = np.maximum(sources - 1, 1.0)
    return np.asarray(np.sqrt(varied / freedom) * (1 + _TAIL / freedom))


def _widening(table: Table, said: Floats, counted: Floats, bias: Floats, scale: Floats) -> Floats:
    """Find how much wider the foretold intervals must be for claims to fall into them as they should."""
    cell, field = table.cell, table.field[table.slot]
    level = said - bias[cell]
    centre, total = _centre(table, level, counted / scale[cell] ** 2)
    weight = counted * _firm(level - centre[table.slot], scale[cell]) / scale[cell] ** 2
    centre, total = _centre(table, level, weight)
    left = total[table.slot] - weight
    tested: Ints = np.flatnonzero((counted > 0.5) & (left > 0.2 * weight))
    other = (total * centre)[table.slot[tested]] - (weight * level)[tested]
    off = level[tested] - other / left[tested]
    foretold = np.sqrt(scale[cell[tested]] ** 2 + _INFLATED / left[tested])
    found = np.ones(table.fields)
    for one in np.unique(field[tested]).tolist():
        ratio = np.sort(np.abs(off / foretold)[field[tested] == one])
        if len(ratio) >= 20:
            found[one] = ratio[int(np.ceil(LEVEL * (len(ratio) + 1))) - 1] / _NORMAL
    return found
