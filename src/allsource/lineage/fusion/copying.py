"""Which sources depend on each other, and what share of their claims does one take from the other?

Two sources that agree on a likely truth say little; two that agree on a value that few state say much;
each disagreement speaks against. For a pair with copy rate k, agreement on value v has likelihood
``k / P(v) + 1 - k`` against independence, where P(v) is how probable it was that an independent source
would say v too, and disagreement ``1 - k``. Averaged over a grid of rates this gives the probability of
dependence and the rate (Dong, Berti-Equille and Srivastava 2009 have one fixed rate and false values
that nobody favours; here both are learned). Only pairs that share two values that at most half of
their slots' sources state, or five values of any kind, are looked at: there is no table of all pairs.

It fails where two honest sources see the same document: that is a shared feed, and it is told as
dependence; and it cannot show who of two took from whom.
"""

from dataclasses import dataclass

import numpy as np

from allsource.lineage.fusion.arrays import Floats, Ints, Table, pairs, tally

__all__ = ["RATES", "Agreement", "Dependence", "agreement", "dependence", "keyed"]

RATES: Floats = np.array(
    (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999)
)
_CHANCE: Floats = np.concatenate([np.geomspace(1e-3, 0.2, 16), np.linspace(0.25, 1.0, 16)])
"""Bins for the probability that an independent source says the same."""
_TOUCH = 1e-6
_LEAST_RARE = 2
_LEAST_EQUAL = 5
_BYSTANDERS = 0.9
"""An independent source is at least this likely to say what bystanders say, as a part of their share."""
_SURE = 50.0


@dataclass(frozen=True, slots=True)
class Agreement:
    """Where two sources say the same: the facts that dependence is learned from.

    Args:
        key: (pairs,) the pair, as ``keyed`` has it, ascending.
        shared: (pairs,) slots of which both speak.
        equal: (pairs,) slots of which both say the same.
        pair: (matches,) which pair.
        first: (matches,) claim of the one.
        second: (matches,) claim of the other.
    """

    key: Ints
    shared: Ints
    equal: Ints
    pair: Ints
    first: Ints
    second: Ints


@dataclass(frozen=True, slots=True)
class Dependence:
    """How far the sources of each pair depend on each other.

    Args:
        key: (pairs,) the pair, ascending.
        probability: (pairs,) that they depend on each other at all.
        rate: (pairs,) share of claims taken over, if they do.
        low: (pairs,) rate that is exceeded with a probability of 0.95.
        high: (pairs,) rate that is exceeded with a probability of 0.05.
    """

    key: Ints
    probability: Floats
    rate: Floats
    low: Floats
    high: Floats

    @staticmethod
    def none() -> "Dependence":
        """Give no dependence between any two."""
        nothing = np.empty(0)
        return Dependence(np.empty(0, np.int64), nothing, nothing, nothing, nothing)


def keyed(one: Ints, other: Ints, sources: int) -> Ints:
    """Give one number for each pair of sources, whichever comes first.

    Example:
        >>> keyed(np.array([3]), np.array([1]), 10).tolist()
        [13]
    """
    return np.asarray(np.minimum(one, other) * sources + np.maximum(one, other))


def agreement(
    table: Table, counted: Floats, widest: int, together: Ints | None = None
) -> Agreement:
    """Find the pairs of sources that share values which few state, and where they agree.

    Args:
        table: of claims.
        counted: (claims,) how far each counts as one of its own: copies make no value common.
        widest: slots of more claims are left out.
        together: (claims,) slots before fields were divided, ascending: sources that mean different
            things by a field do not agree on it.
    """
    many = np.bincount(table.slot, minlength=table.slots)[table.slot]
    first, second = pairs(table.said, widest)
    narrow = many[first] <= widest
    first, second = first[narrow], second[narrow]
    key = keyed(table.source[first], table.source[second], table.sources)
    backing = tally(table.said, counted)[table.said[first]]
    heard = tally(table.slot, counted, table.slots)[table.slot[first]]
    rare = (backing * 2 <= heard + _TOUCH) | (backing <= 2 + _TOUCH)
    found, often = np.unique(key, return_counts=True)
    seldom, rarely = np.unique(key[rare], return_counts=True)
    enough = np.isin(found, seldom[rarely >= _LEAST_RARE]) | (often >= _LEAST_EQUAL)
    found = found[enough]
    kept = _member(key, found)
    key, first, second = key[kept], first[kept], second[kept]
    pair = np.searchsorted(found, key)
    one, other = pairs(table.slot if together is None else together, widest)
    both = keyed(table.source[one], table.source[other], table.sources)
    both = np.searchsorted(found, both[_member(both, found)])
    return Agreement(
        found,
        np.bincount(both, minlength=len(found)),
        np.bincount(pair, minlength=len(found)),
        pair,
        first,
        second,
    )


def _member(key: Ints, among: Ints) -> Ints:
    if not len(among):
        return np.empty(0, np.int64)
    at = np.minimum(np.searchsorted(among, key), len(among) - 1)
    return np.flatnonzero(among[at] == key)


def dependence(
    table: Table, facts: Agreement, truth: Floats, accuracy: Floats, counted: Floats, prior: float
) -> Dependence:
    """Weigh what the sources of each pair share.

    Args:
        table: of claims.
        facts: where sources agree.
        truth: (values,) probability that each value is the true one.
        accuracy: (sources, fields) share of claims that are right.
        counted: (claims,) how far each counts as one of its own, so that copies make nothing popular.
        prior: log odds of dependence before anything is known.
    """
    popular, total = _popularity(table, facts, counted)
    likelihood = np.zeros((len(facts.key), len(RATES)))
    for mine in (facts.first, facts.second):
        right = accuracy.ravel()[table.cell[mine]]
        true = truth[table.value[mine]]
        chance = true * right + (1 - true) * (1 - right) * popular / total
        chance = np.maximum(np.clip(chance, 1e-3, 0.9995), _BYSTANDERS * popular / total)
        part = np.minimum(np.searchsorted(_CHANCE, chance), len(_CHANCE) - 1)
        count = np.bincount(
            facts.pair * len(_CHANCE) + part, minlength=len(facts.key) * len(_CHANCE)
        )
        gain = np.log(RATES / _CHANCE[:, None] + 1 - RATES)
        likelihood += count.reshape(-1, len(_CHANCE)) @ gain / 2
    likelihood += (facts.shared - facts.equal)[:, None] * np.log(1 - RATES)
    return _posterior(facts.key, likelihood, prior)


def _popularity(table: Table, facts: Agreement, counted: Floats) -> tuple[Floats, Floats]:
    """Count the bystanders who say the same as the two of each match, and all bystanders."""
    backing = tally(table.said, counted)
    heard = tally(table.slot, counted, table.slots)
    both = counted[facts.first] + counted[facts.second]
    same = np.maximum(backing[table.said[facts.first]] - both, 0) + 0.3
    return same, np.maximum(heard[table.slot[facts.first]] - both, 0) + 3.0


def _posterior(key: Ints, likelihood: Floats, prior: float) -> Dependence:
    top = likelihood.max(axis=1, initial=-np.inf, keepdims=True)
    weight = np.exp(likelihood - top)
    mean = weight.mean(axis=1)
    odds = top[:, 0] + np.log(mean) + prior
    share = np.cumsum(weight, axis=1) / weight.sum(axis=1, keepdims=True)
    return Dependence(
        key,
        1 / (1 + np.exp(-np.clip(odds, -_SURE, _SURE))),
        weight @ RATES / weight.sum(axis=1),
        RATES[np.minimum((share < 0.05).sum(axis=1), len(RATES) - 1)],
        RATES[np.minimum((share < 0.95).sum(axis=1), len(RATES) - 1)],
    )
