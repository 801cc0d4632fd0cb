"""How many are right, how many were told, how many there are: one count for every measure."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Self

__all__ = ["Tally", "bcubed"]


@dataclass(slots=True)
class Tally:
    """A count of hits.

    Args:
        right: told and true.
        told: all that was told.
        true: all that there is.
        found: of what there is, that which was told; as many as right, where not given.
        misses: what was told wrongly or not told, in words.
    """

    right: int = 0
    told: int = 0
    true: int = 0
    misses: list[str] = field(default_factory=list)
    found: int = -1

    def __post_init__(self) -> None:
        self.found = self.right if self.found < 0 else self.found

    def __iadd__(self, other: Tally) -> Self:
        """Add another count."""
        self.right += other.right
        self.told += other.told
        self.true += other.true
        self.misses += other.misses
        self.found += other.found
        return self

    @property
    def precision(self) -> float:
        """Share of what was told that is true, in percent; 100 where nothing was told."""
        return 100 * self.right / self.told if self.told else 100.0

    @property
    def recall(self) -> float:
        """Share of what there is that was told, in percent; 100 where there is nothing."""
        return 100 * self.found / self.true if self.true else 100.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two, in percent."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def bcubed(found: Mapping[str, Hashable], gold: Mapping[str, Hashable]) -> tuple[float, float]:
    """Give precision and recall of a partition, B-cubed, in percent.

    Args:
        found: group of each claim, as told.
        gold: group of each claim, as it is; the same claims.

    Example:
        >>> bcubed({"a": 1, "b": 1}, {"a": "x", "b": "y"})
        (50.0, 100.0)
    """
    return _share(found, gold), _share(gold, found)


def _share(one: Mapping[str, Hashable], other: Mapping[str, Hashable]) -> float:
    groups: dict[Hashable, list[str]] = {}
    for name, group in one.items():
        groups.setdefault(group, []).append(name)
    shares = []
    for members in groups.values():
        counts: dict[Hashable, int] = {}
        for name in members:
            counts[other[name]] = counts.get(other[name], 0) + 1
        shares.append(sum(count * count for count in counts.values()) / len(members))
    return 100 * sum(shares) / len(one) if one else 100.0
