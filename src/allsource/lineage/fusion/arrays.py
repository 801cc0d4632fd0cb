"""What do claims look like as arrays?

A ``Table`` holds claims that are grouped: those of one slot stand together, and in it those of one
value. All sums of the model are sums over its columns, so they do not depend on the order in which
claims came in, and a table may be cut at slots and summed in parts.

It fails where one slot has more claims than memory for their pairs; ``pairs`` leaves such groups out.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "NONE",
    "Bools",
    "Floats",
    "Ints",
    "Relations",
    "Table",
    "first_of",
    "neighbours",
    "pairs",
    "spread",
    "tally",
]

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

NONE = np.empty(0, dtype=np.int64)
"""No claims, no values."""

_MOST_PAIRS = 50_000_000
"""So many pairs are held at once."""


@dataclass(frozen=True, slots=True)
class Relations:
    """Values that stand in part for others of their slot: a country for a city, "at least 14" for 16.

    Args:
        broader: (relations,) value whose claims speak for another too.
        narrower: (relations,) the value that they speak for.
        share: (relations,) how much of their weight it gets, 0 to 1.
    """

    broader: Ints
    narrower: Ints
    share: Floats

    @staticmethod
    def none() -> "Relations":
        """Give no relations at all."""
        return Relations(NONE, NONE, np.empty(0))


@dataclass(frozen=True, slots=True)
class Table:
    """Claims by slot and value.

    Args:
        slot: (claims,) slot of each, ascending.
        value: (claims,) value of each, ascending; each value belongs to one slot.
        source: (claims,) who says it.
        strength: (claims,) 1 for a plain claim, less for a hedged one.
        retracted: (claims,) its source has taken it back: it speaks for nothing, but is still the root
            of what was taken from it, and tells of its source.
        when: (claims,) its time as a number, infinite where not known.
        denies: (claims,) it says that the value is not the true one.
        established: (claims,) nothing but its source's habits may make it a copy; else it may have been
            taken from any other that says the same, with a probability of which nothing is known.
        value_slot: (values,) slot of each value, ascending.
        number: (values,) the value as a number, nan where it is none.
        low: (values,) its lower bound, the number itself for a number, nan for words.
        high: (values,) its upper bound.
        field: (slots,) what is asked of the thing.
        sources: how many there are.
        fields: how many there are.
        relations: values that stand in part for others.
    """

    slot: Ints
    value: Ints
    source: Ints
    strength: Floats
    retracted: Bools
    when: Floats
    denies: Bools
    established: Bools
    value_slot: Ints
    number: Floats
    low: Floats
    high: Floats
    field: Ints
    sources: int
    fields: int
    relations: Relations

    @property
    def claims(self) -> int:
        """How many claims there are."""
        return len(self.slot)

    @property
    def slots(self) -> int:
        """How many slots there are."""
        return len(self.field)

    @property
    def values(self) -> int:
        """How many values there are, each counted in its slot."""
        return len(self.value_slot)

    @property
    def cell(self) -> Ints:
        """Source and field of each claim as one number, ``source * fields + field``."""
        return self.source * self.fields + self.field[self.slot]

    @property
    def said(self) -> Ints:
        """What each claim says as one number: a value, affirmed or denied."""
        return self.value * 2 + self.denies

    def stated(self) -> Ints:
        """Count the values of each slot."""
        return np.bincount(self.value_slot, minlength=self.slots)


def pairs(group: Ints, widest: int) -> tuple[Ints, Ints]:
    """Give all pairs of places that stand in one group.

    Args:
        group: (places,) group of each, ascending.
        widest: groups with more places are left out.

    Returns:
        The first and the second place of each pair.

    Example:
        >>> [side.tolist() for side in pairs(np.array([4, 4, 4, 7]), 10)]
        [[0, 1, 0], [1, 2, 2]]
    """
    size = np.bincount(group)[group] if len(group) else NONE
    kept = np.flatnonzero((size > 1) & (size <= widest))
    inner = group[kept]
    first, second = [NONE], [NONE]
    for step in range(1, int(size[kept].max(initial=1))):
        together = np.flatnonzero(inner[step:] == inner[:-step])
        first.append(kept[together])
        second.append(kept[together + step])
    return np.concatenate(first), np.concatenate(second)


def neighbours(group: Ints, window: int) -> tuple[Ints, Ints]:
    """Give the pairs of places of one group that stand no further apart than a window.

    Args:
        group: (places,) group of each, ascending.
        window: in places; smaller where there would be too many pairs to hold.

    Example:
        >>> [side.tolist() for side in neighbours(np.array([4, 4, 4, 7]), 1)]
        [[0, 1], [1, 2]]
    """
    size = np.bincount(group)[group] if len(group) else NONE
    wide = int((size > window).sum())
    window = max(1, min(window, _MOST_PAIRS // wide)) if wide else window
    first, second = [NONE], [NONE]
    for step in range(1, min(int(size.max(initial=1)), window + 1)):
        together = np.flatnonzero(group[step:] == group[:-step])
        first.append(together)
        second.append(together + step)
    return np.concatenate(first), np.concatenate(second)


def first_of(group: Ints) -> Ints:
    """Give the first place of each group, where groups are numbered from 0 without a gap.

    Example:
        >>> first_of(np.array([0, 0, 1, 2, 2])).tolist()
        [0, 2, 3]
    """
    return np.flatnonzero(np.r_[True, group[1:] != group[:-1]]) if len(group) else NONE


def tally(group: Ints, weight: Floats | Bools, groups: int = 0) -> Floats:
    """Add up weights by group.

    Args:
        group: of each weight.
        weight: what is added.
        groups: how many there are at least.

    Example:
        >>> tally(np.array([0, 2, 2]), np.array([1.0, 2.0, 3.0]), 4).tolist()
        [1.0, 0.0, 5.0, 0.0]
    """
    return np.asarray(np.bincount(group, weight, minlength=groups), dtype=np.float64)


def spread(log_scores: Floats, group: Ints, rest: Floats) -> Floats:
    """Turn scores into probabilities that add up to one in each group, with what is left out.

    Args:
        log_scores: (values,) log of the weight of each.
        group: (values,) its group, ascending, each with one value at least.
        rest: (groups,) log of the weight of all that is not listed.

    Example:
        >>> spread(np.log([3.0, 1.0]), np.array([0, 0]), np.log([4.0])).round(3).tolist()
        [0.375, 0.125]
    """
    top = np.maximum(np.maximum.reduceat(log_scores, first_of(group)), rest)
    weight = np.exp(log_scores - top[group])
    total = tally(group, weight, len(rest)) + np.exp(rest - top)
    return np.asarray(weight / total[group])
