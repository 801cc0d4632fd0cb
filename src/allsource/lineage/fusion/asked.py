"""Which of several definitions of a field is the one that was asked for?

Nothing in the numbers of one field says so. What says it is the record of those who follow each: a
source that elsewhere gives what others confirm is more likely to mean what was asked here too. A
definition weighs, for each of its sources, as a claim would whose accuracy is the source's record (on
all *other* fields here, and on this field in other material, where that is given) times its accuracy
under the definition; copies weigh nothing. The softmax of these weights is the probability of each
definition. A source that is named as an anchor (a primary one by its role) has the best of records.

It fails with one field only and no record: then the definition with more roots wins. And it cannot show
that the better recorded sources do not all mean the same wrong thing.
"""

from dataclasses import dataclass

import numpy as np

from allsource.lineage.fusion.arrays import Bools, Floats, Ints, first_of, tally
from allsource.lineage.fusion.division import Division
from allsource.lineage.fusion.learn import Learned
from allsource.lineage.fusion.posterior import weights
from allsource.lineage.fusion.reliability import unchecked
from allsource.lineage.fusion.settings import Settings

__all__ = ["Asked", "Elsewhere", "Standings", "asked", "best_values", "choice", "standings"]

_ANCHOR = 0.97
"""Record of a source whose role makes it a primary one."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which definition was asked for, in each field.

    Args:
        probability: (divided fields,) that it is the one; those of a field add up to one.
        weight: (divided fields,) the weight behind it.
    """

    probability: Floats
    weight: Floats


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """How good sources were on other material.

    Args:
        right: (sources, fields) claims that agreed with what was believed there.
        checked: (sources, fields) claims that could be checked.
    """

    right: Floats
    checked: Floats


@dataclass(frozen=True, slots=True)
class Standings:
    """How often each source gives what a definition has.

    Args:
        hits: (sources, divided fields) claims of the field that are equal to its value.
        seen: (sources, divided fields) claims of the field in slots that have such a value.
        roots: (sources, divided fields) claims under the definition that are the source's own.
    """

    hits: Floats
    seen: Floats
    roots: Floats


def best_values(division: Division, truth: Floats) -> Ints:
    """Give the most probable value of each divided slot, the smaller one of two alike."""
    table = division.table
    order = np.lexsort((np.arange(table.values), -np.round(truth, 9), table.value_slot))
    return np.asarray(order[first_of(table.value_slot[order])])


def standings(division: Division, learned: Learned) -> Standings:
    """Hold every claim against the value that each definition of its field has.

    Args:
        division: the divided table.
        learned: what was learned from it.
    """
    table = division.table
    best, at = best_values(division, learned.truth), division.at()
    shape = (table.sources, table.fields)
    hits, seen = np.zeros(shape), np.zeros(shape)
    alone = unchecked(table)
    base = division.slot_of[table.slot]
    old_field = division.field_of[table.field[table.slot]]
    first_field = np.searchsorted(division.field_of, old_field)
    for number in range(at.shape[1]):
        other = at[base, number]
        there = np.flatnonzero(other >= 0)
        target = best[other[there]]
        mine = other[there] == table.slot[there]
        equal = table.number[table.value[there]] == table.number[target]
        hit = np.where(mine, learned.truth[table.value[there]], equal * learned.truth[target])
        there, hit = there[~(mine & alone[there])], hit[~(mine & alone[there])]
        place = (table.source[there], first_field[there] + number)
        np.add.at(hits, place, hit)
        np.add.at(seen, place, 1.0)
    roots = tally(table.cell, learned.counted, hits.size).reshape(shape)
    return Standings(hits, seen, roots)


def asked(
    division: Division,
    learned: Learned,
    settings: Settings,
    anchors: Bools | None = None,
    record: Elsewhere | None = None,
) -> Asked:
    """Weigh the definitions of each field by the record of those who follow them.

    Args:
        division: the divided table.
        learned: what was learned from it.
        settings: what is assumed.
        anchors: (sources,) those that are primary by their role.
        record: of the sources on other material.
    """
    found = standings(division, learned)
    fields = division.field_of
    weight = np.asarray(found.roots.sum(axis=0))
    chosen = choice(fields, weight)
    for _ in range(10):
        weight = np.array(
            [
                _weight(division, learned, settings, found, chosen, one, anchors, record)
                for one in range(len(fields))
            ]
        )
        again = choice(fields, weight)
        if np.array_equal(again, chosen):
            break
        chosen = again
    top = np.full(fields.max(initial=0) + 1, -np.inf)
    np.maximum.at(top, fields, weight)
    share = np.exp(weight - top[fields])
    return Asked(share / tally(fields, share)[fields], weight)


def choice(fields: Ints, weight: Floats) -> Ints:
    """Give the definition of each field that weighs most.

    Args:
        fields: (divided fields,) field of each definition, ascending.
        weight: (divided fields,) what each weighs.
    """
    order = np.lexsort((np.arange(len(fields)), -np.round(weight, 9), fields))
    return np.asarray(order[first_of(fields[order])])


def _weight(
    division: Division,
    learned: Learned,
    settings: Settings,
    found: Standings,
    chosen: Ints,
    one: int,
    anchors: Bools | None,
    record: Elsewhere | None,
) -> float:
    """Weigh one definition of one field."""
    others = chosen[division.field_of[chosen] != division.field_of[one]]
    hits, seen = found.hits[:, others].sum(axis=1), found.seen[:, others].sum(axis=1)
    if record is not None:
        hits = hits + record.right[:, division.field_of[one]]
        seen = seen + record.checked[:, division.field_of[one]]
    known = (hits + settings.pooled * settings.accuracy) / (seen + settings.pooled)
    if anchors is not None:
        known = np.where(anchors, _ANCHOR, known)
    right = np.clip(known * learned.accuracy[:, one], 0.05, 0.97)
    mine = weights(right, np.ones(len(right)), settings.false_values)
    slots = np.bincount(division.table.field, minlength=len(division.field_of))
    most = slots[division.field_of == division.field_of[one]].max()
    return float((found.roots[:, one] * mine).sum() / max(most, 1))
