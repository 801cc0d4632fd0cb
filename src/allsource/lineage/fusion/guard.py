"""Is the model better here than counting heads?

On few and independent claims a learned model may do worse than the majority. Each claim of the sample
is held out in turn, and how well the model and the majority foretell it from the other claims of its
slot is added up, field by field, every claim as far as it is one of its own. The two are then mixed in
the proportion that foretells best (stacking: Yao, Vehtari, Simpson and Gelman 2018).

It fails where copies are not seen as such: the majority foretells them well.
"""

import numpy as np

from allsource.lineage.fusion.arrays import Floats, Ints, Table, first_of, tally

__all__ = ["majority", "stacked"]

_TURNS = 100
_PRIOR = (10.0, 1.0)
"""Claims that speak for the model, and for the majority, before any is held out."""


def majority(table: Table, counted: Floats) -> Floats:
    """Give the share of the claims of its slot that each value has.

    Args:
        table: of claims.
        counted: (claims,) how far each counts.
    """
    votes = tally(table.value, np.where(table.denies, 0, counted), table.values)
    heard = tally(table.value_slot, votes, table.slots)
    return np.asarray(votes / np.maximum(heard, 1e-12)[table.value_slot])


def stacked(
    table: Table,
    score: Floats,
    weight: Floats,
    accuracy: Floats,
    counted: Floats,
    false_values: float,
) -> Floats:
    """Give the part of the model in the best mixture, for each field.

    Args:
        table: of claims.
        score: (values,) log odds of each value.
        weight: (claims,) what each claim added to them.
        accuracy: (claims,) of its source in its field.
        counted: (claims,) how far each is one of its own.
        false_values: how many wrong values there are.
    """
    crowd = np.bincount(table.slot, minlength=table.slots)[table.slot]
    held = np.flatnonzero((crowd > 1) & ~table.denies & (counted > 0.01))
    model = _without(table, score, weight, held, false_values)
    heads = _others(table, np.where(table.denies, 0.0, counted), held)
    field = table.field[table.slot[held]]
    mean = tally(field, accuracy[held], table.fields) / np.maximum(
        np.bincount(field, minlength=table.fields), 1
    )
    by_model = _foretold(model, accuracy[held], false_values)
    by_heads = _foretold(heads, mean[field], false_values)
    return _mixed(by_model, by_heads, counted[held], field, table.fields)


def _others(table: Table, counted: Floats, held: Ints) -> Floats:
    """Give the share of what each held claim says among the other claims of its slot."""
    votes = tally(table.value, counted, table.values)[table.value[held]]
    heard = tally(table.slot, counted, table.slots)[table.slot[held]]
    left = np.maximum(heard - counted[held], 1e-9)
    return np.clip((votes - counted[held]) / left, 0.0, 1.0)


def _without(
    table: Table, score: Floats, weight: Floats, held: Ints, false_values: float
) -> Floats:
    """Give the probability of what each held claim says, from the other claims."""
    unstated = np.maximum(false_values + 1 - table.stated(), 1e-9)
    top = np.maximum(np.maximum.reduceat(score, first_of(table.value_slot)), 0.0)
    power = np.exp(score - top[table.value_slot])
    whole = tally(table.value_slot, power, table.slots) + unstated * np.exp(-top)
    mine = power[table.value[held]]
    less = np.exp(score[table.value[held]] - weight[held] - top[table.slot[held]])
    return np.asarray(less / (whole[table.slot[held]] - mine + less))


def _foretold(truth: Floats, accuracy: Floats, false_values: float) -> Floats:
    return np.asarray(truth * accuracy + (1 - truth) * (1 - accuracy) / false_values)


def _mixed(one: Floats, other: Floats, counted: Floats, field: Ints, fields: int) -> Floats:
    """Find the best mixture by expectation and maximisation."""
    part = np.full(fields, 0.5)
    total = tally(field, counted, fields) + sum(_PRIOR)
    for _ in range(_TURNS):
        mine = part[field] * one
        owed = counted * mine / np.maximum(mine + (1 - part[field]) * other, 1e-300)
        part = (tally(field, owed, fields) + _PRIOR[0]) / total
    return part
