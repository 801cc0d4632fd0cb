"""Which things belong together, given pairs that do?

Disjoint sets, each named by its least member, so that the order of joining
never shows.
"""

from collections import defaultdict
from collections.abc import Iterable

__all__ = ["Groups"]


class Groups:
    """Disjoint sets of ids.

    Args:
        members: all ids, each at first alone.

    Example:
        >>> groups = Groups("abc")
        >>> groups.join("c", "b")
        >>> groups.listed()
        [['a'], ['b', 'c']]
    """

    def __init__(self, members: Iterable[str]) -> None:
        self._first = {member: member for member in members}

    def first(self, member: str) -> str:
        """Give the least member of the set that ``member`` is in."""
        top = member
        while self._first[top] != top:
            top = self._first[top]
        while self._first[member] != top:
            self._first[member], member = top, self._first[member]
        return top

    def join(self, one: str, other: str) -> None:
        """Make one set of two."""
        left, right = self.first(one), self.first(other)
        self._first[max(left, right)] = min(left, right)

    def listed(self) -> list[list[str]]:
        """Give the sets, sorted, each sorted."""
        sets: dict[str, list[str]] = defaultdict(list)
        for member in sorted(self._first):
            sets[self.first(member)].append(member)
        return [sets[name] for name in sorted(sets)]
