"""Which items belong together when all pairs of two groups count alike?

Average linkage over unit vectors: the likeness of two groups is the mean cosine
over all pairs, which is the product of their sums over the product of their
sizes. The most alike groups are joined first, until none is alike enough.
Only items that share a rare feature are ever compared, so the cost grows with
the items, not with their square. Pairs that must stay apart keep their groups
apart.

It fails where two wordings share no feature at all.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from heapq import heapify, heappop, heappush, nsmallest

__all__ = ["joins", "near", "vectors"]

_TOLD = 60
"""A feature of more items than this suggests no candidates."""

_RAREST = 12
"""So many of an item's rarest features suggest candidates."""

_NEAREST = 16
"""So many candidates of an item are kept, the most alike."""

_CHECKED = 6
"""So many items of each group are held against the other's before they are joined."""

Vector = Mapping[str, float]


def vectors(features: Mapping[str, Collection[str]]) -> dict[str, dict[str, float]]:
    """Give each item a unit vector of its features, rare ones weighing more.

    Args:
        features: by item.

    Example:
        >>> found = vectors({"a": {"boat", "mill"}, "b": {"boat", "pump"}})
        >>> found["a"]["mill"] > found["a"]["boat"]
        True
    """
    counts = Counter(name for held in features.values() for name in held)
    total = len(features) + 1
    found: dict[str, dict[str, float]] = {}
    for item, held in features.items():
        weights = {name: math.log(1 + total / counts[name]) for name in sorted(held)}
        size = math.sqrt(math.fsum(w * w for w in weights.values())) or 1.0
        found[item] = {name: weight / size for name, weight in weights.items()}
    return found


def joins(
    placed: Mapping[str, Vector], least: float, apart: Callable[[str, str], bool]
) -> Iterator[tuple[str, str]]:
    """Give pairs of items whose groups belong together.

    Args:
        placed: unit vector of each item, from `vectors`.
        least: mean cosine from which two groups are joined.
        apart: whether two items must not be in one group.

    Yields:
        The least items of two groups that are joined, the most alike first.

    Example:
        >>> told = {"a": {"mill", "burn"}, "b": {"mill", "burn", "day"}, "c": {"pump", "sell"}}
        >>> list(joins(vectors(told), 0.3, lambda one, other: False))
        [('a', 'b')]
    """
    found = near(placed)
    state = _State(placed, found)
    heap = [(-like, *pair) for pair, like in found.items() if like >= least]
    heapify(heap)
    while heap:
        like, one, other = heappop(heap)
        if not state.is_current(one, other, -like) or state.are_apart(one, other, apart):
            continue
        yield one, other
        for beside in state.join(one, other):
            renewed = state.likeness(one, beside)
            if renewed >= least:
                heappush(heap, (-renewed, min(one, beside), max(one, beside)))


def near(placed: Mapping[str, Vector]) -> dict[tuple[str, str], float]:
    """Give each item's nearest others among those with which it shares a rare feature.

    Args:
        placed: unit vector of each item, from `vectors`.

    Returns:
        Cosine by pair, the lesser item first.
    """
    index: dict[str, list[str]] = defaultdict(list)
    for item in sorted(placed):
        for name in placed[item]:
            index[name].append(item)
    found: dict[tuple[str, str], float] = {}
    for item in sorted(placed):
        rarest = nsmallest(_RAREST, ((len(index[name]), name) for name in placed[item]))
        others = {o for n, name in rarest if 1 < n <= _TOLD for o in index[name] if o != item}
        rows = ((-_product(placed[item], placed[other]), other) for other in sorted(others))
        for like, other in nsmallest(_NEAREST, rows):
            found[min(item, other), max(item, other)] = round(-like, 6)
    return found


def _product(one: Vector, other: Vector) -> float:
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return math.fsum(value * large[name] for name, value in small.items() if name in large)


class _State:
    """Groups by their least item, each with the sum of its vectors."""

    def __init__(self, placed: Mapping[str, Vector], pairs: Collection[tuple[str, str]]) -> None:
        self._sums = {item: dict(placed[item]) for item in sorted(placed)}
        self._items = {item: [item] for item in self._sums}
        self._near: dict[str, set[str]] = {item: set() for item in self._sums}
        for one, other in pairs:
            self._near[one].add(other)
            self._near[other].add(one)

    def likeness(self, one: str, other: str) -> float:
        """Give the mean cosine over all pairs of two groups, rounded so that order never shows."""
        pairs = len(self._items[one]) * len(self._items[other])
        return round(_product(self._sums[one], self._sums[other]) / pairs, 6)

    def is_current(self, one: str, other: str, like: float) -> bool:
        """Say whether both groups still stand as they did when their likeness was taken."""
        there = one in self._items and other in self._items
        return there and self.likeness(one, other) == like

    def are_apart(self, one: str, other: str, apart: Callable[[str, str], bool]) -> bool:
        """Say whether items of the two groups must stay apart."""
        left, right = self._items[one][:_CHECKED], self._items[other][:_CHECKED]
        if any(apart(mine, theirs) for mine in left for theirs in right):
            self._near[one].discard(other)
            self._near[other].discard(one)
            return True
        return False

    def join(self, one: str, other: str) -> list[str]:
        """Make one group of two; give the groups near to it."""
        held = self._sums.pop(other)
        mine = self._sums[one]
        for name, value in held.items():
            mine[name] = mine.get(name, 0.0) + value
        self._items[one] += self._items.pop(other)
        beside = (self._near.pop(other) | self._near[one]) - {one, other}
        for name in beside:
            self._near[name].discard(other)
            self._near[name].add(one)
        self._near[one] = beside
        return sorted(beside)
