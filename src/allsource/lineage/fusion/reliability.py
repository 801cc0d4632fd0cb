"""How often is each source right, in each field?

Counts of expected right claims, pulled towards what is known of the field and of the source on all
fields: a source with few claims in a field is judged by its record elsewhere. Copies count for nothing
in what is known of a field.

It fails where a source is good at one thing and bad at another and has few claims in each.
"""

import numpy as np

from allsource.lineage.fusion.arrays import Floats, Table, tally

__all__ = ["reliability", "right"]

_FIELD = (4.0, 1.0)
"""Claims right and wrong that each field starts with."""


def right(table: Table, truth: Floats) -> Floats:
    """Give the probability that each claim is right: what it denies must be false."""
    true = truth[table.value]
    return np.where(table.denies, 1 - true, true)


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
    good = right(table, truth)
    shape = (table.sources, table.fields)
    hits = tally(table.cell, good, shape[0] * shape[1]).reshape(shape)
    seen = np.bincount(table.cell, minlength=shape[0] * shape[1]).reshape(shape).astype(float)
    field = table.field[table.slot]
    own = tally(field, counted * good, shape[1]) + _FIELD[0]
    mean = own / (tally(field, counted, shape[1]) + sum(_FIELD))
    better = (hits - seen * mean).sum(axis=1) / (seen.sum(axis=1) + pooled)
    expected = np.clip(mean + better[:, None], 0.05, 0.97)
    return np.asarray(np.clip((hits + pooled * expected) / (seen + pooled), 0.02, 0.98))
