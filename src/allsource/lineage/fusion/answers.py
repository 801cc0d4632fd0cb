"""What is told of each slot, when definitions and near numbers are put together?

Each definition's values share the probability that it was the one asked for. Where nobody follows the
definition asked for, the values of another are moved by the usual distance between the two, and what
usually remains of error is spread around them; so is the probability of values that nobody states.
Near numbers are told as one value, as the most probable of them. The interval holds a given
share of the whole.

It fails where the distance between two definitions varies much: then the interval is wide.
"""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from allsource.lineage.fusion.arrays import Bools, Floats, Ints, first_of, tally
from allsource.lineage.fusion.asked import Asked, best_values
from allsource.lineage.fusion.division import Division
from allsource.lineage.fusion.learn import Learned
from allsource.lineage.fusion.located import Located

__all__ = ["Masses", "Usual", "grouped", "masses", "quantiles", "usual", "with_estimates"]

_POINTS: Floats = np.array([NormalDist().inv_cdf(k / 20) if k != 10 else 0.0 for k in range(1, 20)])
"""Twentieths of a normal law."""
_OWN = 0.5
"""A claim counts as an error of its own from here on."""
_SPREAD: Floats = (np.arange(9) + 0.5) / 9
"""Where in the usual errors the probability of unstated values is put."""


@dataclass(frozen=True, slots=True)
class Usual:
    """What was learned of numbers in each divided field.

    Args:
        shift: (divided fields,) usual distance to the definition asked for.
        kept: (divided fields,) share of slots where the moved value is the one asked for.
        errors: (divided fields, points) errors around the value believed, in order.
        moved: (divided fields, points) errors around the moved value, in order.
    """

    shift: Floats
    kept: Floats
    errors: Floats
    moved: Floats


@dataclass(frozen=True, slots=True)
class Masses:
    """Where the probability of each slot lies.

    Args:
        slot: (masses,) ascending.
        value: (masses,) the undivided value, -1 where nobody states it.
        number: (masses,) as a number, nan for words.
        mass: (masses,) its probability.
        roots: (masses,) independent roots behind it.
        low: (masses,) the least number of roots.
        high: (masses,) the most.
    """

    slot: Ints
    value: Ints
    number: Floats
    mass: Floats
    roots: Floats
    low: Floats
    high: Floats


def usual(division: Division, learned: Learned, chosen: Asked, tolerance: float) -> Usual:
    """Learn how far definitions lie apart, and how wrong single claims usually are.

    Args:
        division: the divided table.
        learned: what was learned from it.
        chosen: which definition was asked for.
        tolerance: numbers no further apart are one value.
    """
    table, at = division.table, division.at()
    best = table.number[best_values(division, learned.truth)]
    size = len(division.field_of)
    shift, kept = np.zeros(size), np.ones(size)
    errors, moved = np.zeros((size, len(_SPREAD))), np.zeros((size, len(_SPREAD)))
    gap = table.number[table.value] - best[table.slot]
    own = (learned.counted > _OWN) & ~np.isnan(gap)
    for one in range(size):
        wrong = gap[(table.field[table.slot] == one) & (gap != 0) & own]
        errors[one] = np.quantile(wrong, _SPREAD) if len(wrong) else 0.0
        home = _asked_for(division, chosen, one)
        mine, theirs = at[:, division.number_of[one]], at[:, division.number_of[home]]
        here = (mine >= 0) & (theirs >= 0)
        here[here] = table.field[mine[here]] == one
        apart = best[mine[here]] - best[theirs[here]]
        apart = apart[~np.isnan(apart)]
        if one != home and len(apart):
            shift[one] = np.median(apart)
            kept[one] = (np.abs(apart - shift[one]) <= tolerance).mean()
            moved[one] = np.quantile(shift[one] - apart, _SPREAD)
    return Usual(shift, kept, errors, moved)


def _asked_for(division: Division, chosen: Asked, one: int) -> int:
    fellows = np.flatnonzero(division.field_of == division.field_of[one])
    return int(fellows[np.argmax(np.round(chosen.probability[fellows], 9))])


def masses(
    division: Division,
    truth: Floats,
    shown: Floats,
    roots: tuple[Floats, Floats, Floats],
    chosen: Asked,
    known: Usual,
) -> Masses:
    """Lay out the probability of every slot.

    Args:
        division: the divided table.
        truth: (divided values,) probability of each under its definition.
        shown: (divided values,) the same with what is within each.
        roots: (divided values,) expected, least and greatest number of roots, three times.
        chosen: which definition was asked for.
        known: what was learned of numbers.
    """
    table = division.table
    share, lent = _shares(division, chosen)
    field = table.field[table.value_slot]
    moved = lent[table.value_slot]
    mass = shown * share[table.value_slot]
    number = np.where(moved, table.number - known.shift[field], table.number)
    stays = ~moved | np.isnan(table.number) | (known.shift[field] == 0)
    parts = [
        Masses(
            division.slot_of[table.value_slot],
            np.where(stays, division.value_of, -1),
            number,
            np.where(moved, mass * known.kept[field], mass),
            *roots,
        ),
        _unstated(division, truth, share, lent, known),
    ]
    return _merged(parts)


def _shares(division: Division, chosen: Asked) -> tuple[Floats, Bools]:
    """Give each divided slot its part of its slot, and say where it stands in for another."""
    table = division.table
    chance = chosen.probability[table.field]
    told = tally(division.slot_of, chance)[division.slot_of]
    home = np.array([_asked_for(division, chosen, one) for one in range(len(division.field_of))])
    there = tally(division.slot_of, table.field == home[table.field])[division.slot_of] > 0
    rest = np.where(told > 0, chance / np.maximum(told, 1e-300), 0.0)
    return np.where(there, chance, rest), ~there


def _unstated(
    division: Division, truth: Floats, share: Floats, lent: Bools, known: Usual
) -> Masses:
    """Spread what no value has over the usual errors around the best value of each slot of numbers."""
    table = division.table
    best = best_values(division, truth)
    numeric = np.flatnonzero(~np.isnan(table.number[best]))
    best, field = best[numeric], table.field[numeric]
    all_told = tally(table.value_slot, truth, table.slots)[numeric]
    stays = np.where(lent[numeric], known.kept[field], 1.0)
    left = share[numeric] * (1 - all_told * stays)
    centre = table.number[best] - np.where(lent[numeric], known.shift[field], 0.0)
    around = np.where(lent[numeric][:, None], known.moved[field], known.errors[field])
    points = len(_SPREAD)
    nobody = np.zeros(len(numeric) * points)
    return Masses(
        np.repeat(division.slot_of[numeric], points),
        np.full(len(nobody), -1),
        (centre[:, None] + around).ravel(),
        np.repeat(left / points, points),
        nobody, nobody, nobody,
    )  # fmt: skip


def _merged(parts: list[Masses]) -> Masses:
    """Put masses together, those of one value of one slot as one."""
    slot, value, number, mass, roots, low, high = (
        np.concatenate([getattr(part, name) for part in parts]) for name in Masses.__slots__
    )
    order = np.lexsort((number, -value, slot))
    slot, value, number = slot[order], value[order], number[order]
    same = (np.diff(slot) == 0) & (np.diff(value) == 0) & (value[1:] >= 0)
    group = np.r_[0, np.cumsum(~same)]
    keep = first_of(group)
    sums = [tally(group, one[order]) for one in (mass, roots, low, high)]
    return Masses(slot[keep], value[keep], number[keep], *sums)


def with_estimates(
    found: Masses, slots: Ints, where: Located, roots: tuple[Floats, Floats, Floats]
) -> Masses:
    """Put estimates in the place of what was told of their slots.

    Args:
        found: where the probability of all slots lies.
        slots: those whose numbers are estimated, ascending.
        where: where the number of each lies.
        roots: (slots,) expected, least and greatest number of roots, three times.
    """
    if not len(slots):
        return found
    kept = ~np.isin(found.slot, slots)
    points = len(_POINTS)
    with np.errstate(invalid="ignore"):
        reach = np.where(_POINTS == 0, 0.0, _POINTS * where.error[:, None])
    number = np.clip(where.centre[:, None] + reach, where.low[:, None], where.high[:, None])
    middle = np.where(np.arange(points) == points // 2, 1.0, 0.0)
    parts = (
        np.repeat(slots, points), np.full(points * len(slots), -1), number.ravel(),
        np.full(points * len(slots), 1 / points),
        *((one[:, None] * middle).ravel() for one in roots),
    )  # fmt: skip
    columns = [
        np.concatenate([getattr(found, name)[kept], part])
        for name, part in zip(Masses.__slots__, parts, strict=True)
    ]
    order = np.argsort(columns[0], kind="stable")
    return Masses(*(column[order] for column in columns))


def grouped(found: Masses, tolerance: float) -> Ints:
    """Give each mass the most probable one that it is told with.

    Of each slot the number is sought with most probability within the tolerance; what lies there is one
    value, told as the most probable number of it; then the same for what is left.

    Args:
        found: where the probability lies.
        tolerance: numbers no further apart are one value.

    Returns:
        (masses,) the place of its centre, itself where it is one.
    """
    size = len(found.slot)
    order = np.lexsort((found.value < 0, found.number, found.slot))
    if tolerance <= 0:
        return _equal(found, order)
    centre = np.full(size, -1)
    told = (found.value >= 0) | (found.roots > 0)
    weighed = np.where(told, found.mass, 0.0)
    words = np.isnan(found.number)
    centre[words] = np.flatnonzero(words)
    left = order[~words[order]]
    while len(left):
        slot, number = found.slot[left], found.number[left]
        mass = np.r_[0.0, np.cumsum(weighed[left])]
        start, end = _reach(slot, number, tolerance)
        window = mass[end] - mass[start]
        best = np.lexsort(
            (number, -np.round(weighed[left], 9), -np.round(window * told[left], 9), slot)
        )
        many = np.diff(np.r_[first_of(slot), len(slot)])
        head = np.repeat(best[first_of(slot[best])], many)
        near = _near(number, number[head], tolerance)
        inside = np.where(near, weighed[left], -1.0)
        best = np.lexsort((number, -np.round(inside, 9), slot))
        centre[left[near]] = left[np.repeat(best[first_of(slot[best])], many)[near]]
        left = left[~near]
    return centre


def _equal(found: Masses, order: Ints) -> Ints:
    """Group equal numbers of a slot; words stand alone."""
    slot, number = found.slot[order], found.number[order]
    same = np.r_[False, (np.diff(slot) == 0) & (number[1:] == number[:-1])]
    head = np.maximum.accumulate(np.where(same, 0, np.arange(len(order))))
    centre = np.empty(len(order), dtype=np.int64)
    centre[order] = order[head]
    return centre


def _near(one: Floats, other: Floats, tolerance: float) -> Bools:
    """Say which numbers are one value; an infinite one is only what it is."""
    with np.errstate(invalid="ignore"):
        return np.asarray((one == other) | (np.abs(one - other) <= tolerance))


def _reach(slot: Ints, number: Floats, tolerance: float) -> tuple[Ints, Ints]:
    """Give the first place within reach of each, and the first one beyond it."""
    start, end = np.arange(len(slot)), np.arange(1, len(slot) + 1)
    for bound, step in ((start, -1), (end, 1)):
        moving = np.arange(len(slot))
        while len(moving):
            asked_at = bound[moving] - 1 if step < 0 else bound[moving]
            inside = (asked_at >= 0) & (asked_at < len(slot))
            moving, asked_at = moving[inside], asked_at[inside]
            near = slot[asked_at] == slot[moving]
            near &= _near(number[asked_at], number[moving], tolerance)
            moving = moving[near]
            bound[moving] += step
    return start, end


def quantiles(found: Masses, level: float) -> tuple[Ints, Floats]:
    """Give the lower end, the middle and the upper end of what each slot of numbers may be.

    Args:
        found: where the probability lies.
        level: share of it inside the ends.

    Returns:
        The slots of numbers, and (slots, 3) ends and middle.
    """
    order = np.lexsort((found.number, found.slot))
    order = order[~np.isnan(found.number[order])]
    slot, number, mass = found.slot[order], found.number[order], found.mass[order]
    if not len(slot):
        return slot, np.empty((0, 3))
    at = first_of(slot)
    many = np.diff(np.r_[at, len(slot)])
    total = np.add.reduceat(mass, at)
    before = np.r_[0.0, np.cumsum(total)[:-1]]
    share = (np.cumsum(mass) - np.repeat(before, many)) / np.repeat(total, many)
    ends = np.empty((len(at), 3))
    for column, goal in enumerate(((1 - level) / 2, 0.5, (1 + level) / 2)):
        below = np.add.reduceat((share < goal - 1e-9).astype(np.int64), at)
        ends[:, column] = number[at + np.minimum(below, many - 1)]
    return slot[at], ends
