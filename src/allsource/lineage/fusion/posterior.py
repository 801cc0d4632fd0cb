"""How probable is each value of a slot?

The log odds of a value are the sum, over the claims for it, of how far the claim is one of its own
times ``log(n A / (1 - A))``: A is the accuracy of its source, n the number of wrong values that nobody
favours (Dong and others 2009, with independence made continuous). Equal accuracies and no dependence
give the majority vote. A hedge moves A towards chance, a denial counts against its value, and no claim
counts against what it says. Values that nobody states keep a part of the probability.

It fails where wrong values are many times more popular than right ones and no source is known for it.
"""

import numpy as np

from allsource.lineage.fusion.arrays import Floats, Table, spread, tally

__all__ = ["implied", "posterior", "scores", "weights"]


def weights(accuracy: Floats, strength: Floats, false_values: float) -> Floats:
    """Give what each claim weighs, if it is one of its own.

    Args:
        accuracy: (claims,) of the source in the field.
        strength: (claims,) 1 for a plain claim, 0 for one that speaks for nothing.
        false_values: how many wrong values there are.

    Example:
        >>> weights(np.array([0.5, 0.5, 0.01]), np.array([1.0, 0.0, 1.0]), 10.0).round(2).tolist()
        [2.3, 0.0, 0.0]
    """
    chance = 1 / (false_values + 1)
    right = strength * np.maximum(accuracy, chance) + (1 - strength) * chance
    return np.asarray(np.maximum(np.log(false_values * right / (1 - right)), 0.0))


def scores(table: Table, weight: Floats) -> Floats:
    """Add up what the claims say for and against each value.

    Args:
        table: of claims.
        weight: (claims,) what each weighs.
    """
    total = tally(table.value, np.where(table.denies, -weight, weight), table.values)
    near = table.relations
    if len(near.broader):
        part = near.share * np.maximum(total[near.broader], 0.0)
        total = total + tally(near.narrower, part, table.values)
    return np.asarray(total)


def posterior(table: Table, score: Floats, false_values: float, temper: float = 1.0) -> Floats:
    """Turn scores into probabilities of the stated values; what is missing to one is for unstated ones.

    Args:
        table: of claims.
        score: (values,) log odds of each.
        false_values: how many wrong values there are.
        temper: how much the scores are believed.
    """
    if not table.values:
        return np.empty(0)
    unstated = np.log(np.maximum(false_values + 1 - table.stated(), 1e-9))
    return spread(temper * score, table.value_slot, unstated)


def implied(table: Table, truth: Floats) -> Floats:
    """Add to each broader value what is probable of those within it: it is true where they are.

    Args:
        table: of claims.
        truth: (values,) probability of each as the most exact true one.
    """
    near = table.relations
    if not len(near.broader):
        return truth
    inner = tally(near.broader, truth[near.narrower], table.values)
    return np.asarray(np.minimum(truth + inner, 1.0))
