"""How alike are two ways to sort articles, where an article may be in several sets at once?

B-cubed, extended to sets that overlap: of each article and each article that shares a set with it in
the first sorting, how many of the shared sets are shared in the second too. Where every article is in
one set this is plain B-cubed. Source: E. Amigó, J. Gonzalo, J. Artiles and F. Verdejo, A comparison of
extrinsic clustering evaluation metrics based on formal constraints, Information Retrieval 12, 2009.

Where it fails: sets of one are easy. Where most articles have a root of their own, who says so of all
scores high, so the figure is to be read beside those of the baselines.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

__all__ = ["BCubed"]

Sets = Mapping[str, frozenset[str]]


@dataclass(slots=True)
class BCubed:
    """Precision and recall over articles, gathered from groups.

    Example:
        >>> all_one = BCubed()
        >>> all_one.add({"a": frozenset("1"), "b": frozenset("1")}, {"a": frozenset("x"), "b": frozenset("y")})
        >>> all_one.precision, all_one.recall, round(all_one.f1, 1)
        (50.0, 100.0, 66.7)
    """

    precisions: list[float] = field(default_factory=list)
    recalls: list[float] = field(default_factory=list)

    def add(self, found: Sets, gold: Sets) -> None:
        """Add the articles of a group.

        Args:
            found: the sets of each article, as told.
            gold: the same of the same articles, as it is.
        """
        for name in sorted(gold):
            self.precisions.append(_shared(name, found, gold))
            self.recalls.append(_shared(name, gold, found))

    @property
    def precision(self) -> float:
        """Mean over articles, in percent."""
        return _mean(self.precisions)

    @property
    def recall(self) -> float:
        """Mean over articles, in percent."""
        return _mean(self.recalls)

    @property
    def f1(self) -> float:
        """Harmonic mean of the two means, in percent."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def _shared(name: str, one: Sets, other: Sets) -> float:
    """Of the sets that an article shares with others, and with itself: how many are shared there too."""
    shares = []
    for beside in one:
        held = len(one[name] & one[beside])
        if held:
            shares.append(min(held, len(other[name] & other[beside])) / held)
    return sum(shares) / len(shares) if shares else 0.0


def _mean(values: Iterable[float]) -> float:
    kept = list(values)
    return 100 * sum(kept) / len(kept) if kept else 0.0
