"""How often is each source right, in each field?

Counts of expected right claims, pulled towards what is known of the field and of the source on all
fields: a source with few claims in a field is judged by its record elsewhere. Copies count for nothing
in what is known of a field. A hedged claim that nothing checks tells nothing of its source: it is the
less probable for its hedge alone.

It fails where a source is good at one thing and bad at another and has few claims in each.
"""

import numpy as np

from allsource.lineage.fusion.arrays import Bools, Floats, Table, tally

__all__ = ["reliability", "right", "unchecked"]

_FIELD = (4.0, 1.0)
"""Claims right and wrong that each field starts with."""


def right(table: Table, truth: Floats) -> Floats:
    """Give the probability that each claim is right: what it denies must be false."""
    true = truth[table.value]
    return np.where(table.denies, 1 - true, true)


def unchecked(table: Table) -> Bools:
    """Say which claims nothing can check: none speaks against them, or for them on its own account."""
    heard = np.bincount(table.slot, minlength=table.slots)[table.slot]
    same = np.bincount(table.said)[table.said]
    apart = np.bincount(table.said, table.established)[table.said]
    return np.asarray((heard == same) & ~(table.established & (apart > 1)))


def reliability(table: Table, truth: Floats, counted: Floats, pooled: float) -> Floats:
    """Learn the share of right claims.

    Args:
        table: of claims.
        truth: (values,) probability that each is the true one.
        counted: (claims,) how far each is one of its own.
        pooled: weight, in claims, of what is known of a source on all fields.

    Returns:
        (sources, fields) accuracies between 0.02 and 0.98.
    """
    telling = (~(unchecked(table) & (table.strength < 1))).astype(float)
    good = right(table, truth) * telling
    counted = counted * telling
    shape = (table.sources, table.fields)
    hits = tally(table.cell, good, shape[0] * shape[1]).reshape(shape)
    seen = tally(table.cell, telling, shape[0] * shape[1]).reshape(shape)
    field = table.field[table.slot]
    own = tally(field, counted * good, shape[1]) + _FIELD[0]
    mean = own / (tally(field, counted, shape[1]) + sum(_FIELD))
    better = (hits - seen * mean).sum(axis=1) / (seen.sum(axis=1) + pooled)
    expected = np.clip(mean + better[:, None], 0.05, 0.97)
    return np.asarray(np.clip((hits + pooled * expected) / (seen + pooled), 0.02, 0.98))
