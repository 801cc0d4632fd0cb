"""What is told of each slot, in nouns?

Values with their probability and the roots behind them, the most probable first; for numbers also the
ends that hold nine tenths of the probability. Numbers are told with six digits at most where nobody
states them as they are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import floor, isfinite, log10, nan

import numpy as np

from allsource.lineage.fusion.answers import Masses, grouped, quantiles
from allsource.lineage.fusion.arrays import Floats, Ints, Table, first_of, tally
from allsource.lineage.fusion.calibration import AS_IS, Calibration
from allsource.lineage.fusion.columns import Names
from allsource.lineage.fusion.fuse import Model
from allsource.lineage.fusion.located import LEVEL

__all__ = ["Copying", "Definition", "FusedSlot", "FusedValue", "copying", "defined", "told"]

_LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class FusedValue:
    """One value of a slot.

    Args:
        value: as it is written.
        probability: that it is the true one; None for an estimate, which is no one value.
        effective_roots: expected number of independent roots behind it.
        effective_roots_interval: the least and the most.
        stated: somebody states it; else it was moved from another definition, or estimated.
    """

    value: str
    probability: float | None
    effective_roots: float
    effective_roots_interval: tuple[float, float]
    stated: bool


@dataclass(frozen=True, slots=True)
class FusedSlot:
    """What is probably true of one slot.

    Args:
        slot: its name.
        values: the most probable first; none where no claim for any is left.
        low: lower end of the interval, None for words and where it is open.
        median: the middle.
        high: upper end.
        interval: share of the probability between the ends.
    """

    slot: str
    values: tuple[FusedValue, ...]
    low: float | None
    median: float | None
    high: float | None
    interval: float = LEVEL


@dataclass(frozen=True, slots=True)
class Copying:
    """Two sources that depend on each other.

    Args:
        source: the one with fewer claims, where nothing shows who takes from whom.
        copies: the other.
        rate: share of its claims on common slots that are not its own.
        probability: that they depend on each other at all.
    """

    source: str
    copies: str
    rate: float
    probability: float


@dataclass(frozen=True, slots=True)
class Definition:
    """One of several things that sources mean by one field.

    Args:
        field: its name.
        sources: who mean this.
        probability: that it is what was asked for.
        shift: usual distance of their numbers from those of the definition taken as asked for.
    """

    field: str
    sources: tuple[str, ...]
    probability: float
    shift: float


def told(
    found: Masses, table: Table, names: Names, model: Model, calibration: Calibration = AS_IS
) -> Iterator[FusedSlot]:
    """Tell of each slot.

    Args:
        found: where the probability of some slots lies.
        table: of claims.
        names: what its numbers stand for.
        model: what was learned of the sources.
        calibration: how far probabilities are believed.
    """
    centre = grouped(found, model.settings.tolerance)
    size = len(centre)
    mass, roots, low, high = (
        tally(centre, one, size) for one in (found.mass, found.roots, found.low, found.high)
    )
    estimated = np.zeros(table.fields, dtype=bool)
    estimated[model.sample.field_of] = model.estimates
    shown = (found.value >= 0) | (roots > 0) | estimated[table.field[found.slot]]
    kept = (centre == np.arange(size)) & shown
    heads = _in_order(found, mass, np.flatnonzero(kept))
    at = first_of(found.slot[heads])
    mass[heads] = _believed(mass[heads], at, calibration)
    slots, ends = quantiles(found, LEVEL)
    three = dict(zip(slots.tolist(), ends.tolist(), strict=True))
    whole = [tally(found.slot, one) for one in (found.roots, found.low, found.high)]
    bounds = zip(at.tolist(), [*at[1:].tolist(), len(heads)], strict=True)
    for first, last in bounds:
        slot = int(found.slot[heads[first]])
        bottom, middle, top = _ends(three.get(slot, [nan, nan, nan]))
        if estimated[table.field[slot]] and bottom is None and top is None:
            values, middle = [], None
        elif estimated[table.field[slot]]:
            values = [_estimate(middle, [float(one[slot]) for one in whole])]
        else:
            places = heads[first:last].tolist()
            values = [_value(found, names, i, mass, (roots, low, high)) for i in places]
        yield FusedSlot(names.slots[slot], tuple(values), bottom, middle, top)


def _in_order(found: Masses, mass: Floats, heads: Ints) -> Ints:
    """Sort values by slot, the most probable first."""
    order = np.lexsort(
        (found.number[heads], found.value[heads], -np.round(mass[heads], 9), found.slot[heads])
    )
    return np.asarray(heads[order])


def _believed(mass: Floats, at: Ints, calibration: Calibration) -> Floats:
    """Calibrate the first of each group, and let the others share what is left as before."""
    if calibration is AS_IS or not len(at):
        return np.minimum(mass, 1.0)
    best = np.minimum(mass[at], 1 - 1e-9)
    new = calibration(best)
    many = np.diff(np.r_[at, len(mass)])
    scaled = mass * np.repeat((1 - new) / (1 - best), many)
    scaled[at] = new
    return np.asarray(scaled)


def _value(
    found: Masses, names: Names, place: int, mass: Floats, roots: tuple[Floats, Floats, Floats]
) -> FusedValue:
    stated = bool(found.value[place] >= 0)
    expected, low, high = (round(float(one[place]), 2) for one in roots)
    return FusedValue(
        value=_word(found, names, place, stated=stated),
        probability=_told(float(mass[place])),
        effective_roots=expected,
        effective_roots_interval=(low, high),
        stated=stated,
    )


def _word(found: Masses, names: Names, place: int, *, stated: bool) -> str:
    if stated:
        return str(names.values[int(names.written[found.value[place]])])
    return f"{found.number[place]:.6g}"


def _estimate(middle: float | None, roots: list[float]) -> FusedValue:
    """Tell the middle of an estimate, and all the roots behind it."""
    expected, low, high = (round(one, 2) for one in roots)
    return FusedValue(f"{middle or 0.0:.6g}", None, expected, (low, high), stated=False)


def _told(probability: float) -> float:
    """Round a probability to four digits, never quite to 0 or 1."""
    return min(max(round(probability, 4), 0.0001), 0.9999)


def _ends(three: list[float]) -> tuple[float | None, float | None, float | None]:
    """Give ends and middle with ten digits of the greatest; None for an open end."""
    finite = [abs(one) for one in three if isfinite(one)]
    digits = 9 - floor(log10(max(finite))) if finite and max(finite) > 0 else 9
    low, middle, high = (
        round(one, min(digits, 300)) + 0.0 if isfinite(one) else None for one in three
    )
    return low, middle, high


def copying(model: Model, names: Names) -> tuple[Copying, ...]:
    """Tell which sources depend on each other, the surest first.

    Args:
        model: what was learned of the sources.
        names: what its numbers stand for.
    """
    known, total = model.learned.overall, model.sample.table.sources
    found = []
    for place in np.flatnonzero(known.probability >= _LIKELY).tolist():
        parent, child = divmod(int(known.key[place]), total)
        rate, chance = float(known.rate[place]), float(known.probability[place])
        found.append(
            Copying(names.sources[child], names.sources[parent], round(rate, 3), _told(chance))
        )
    return tuple(
        sorted(found, key=lambda one: (-one.rate, -one.probability, one.source, one.copies))
    )


def defined(model: Model, names: Names) -> tuple[Definition, ...]:
    """Tell the definitions of each field that has several.

    Args:
        model: what was learned of the sources.
        names: what its numbers stand for.
    """
    division = model.sample
    spoken = np.zeros((division.table.sources, len(division.field_of)), dtype=bool)
    spoken[division.table.source, division.table.field[division.table.slot]] = True
    many = np.bincount(division.field_of)[division.field_of]
    return tuple(
        Definition(
            field=names.fields[division.field_of[one]],
            sources=tuple(
                sorted(names.sources[i] for i in np.flatnonzero(spoken[:, one]).tolist())
            ),
            probability=_told(float(model.asked.probability[one])),
            shift=float(f"{model.usual.shift[one]:.6g}"),
        )
        for one in np.flatnonzero(many > 1).tolist()
    )
