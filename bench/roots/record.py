"""What does somebody say of a group's record: a reader, the product, or a baseline?

Three relations between the articles that are on topic, and the roots of those that are for the claim:

- *edges*: a child was made from a parent of the group, with the kind;
- *pairs*: two articles of which one was made from the other, whichever it was, or that share text of
  which nobody can tell who had it first;
- *siblings*: two articles that were made from one report that is not in the group.

What is joined by any of them is a *family*. An article that may rest on something that cannot be told,
and on nothing else, has a root of its own, which says nothing of whether there is another behind it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from bench.roots.model import Labels, Place
from bench.roots.rules import FOR

from allsource.lineage.groups import Groups

__all__ = ["Edge", "Pair", "Record", "of_labels", "together"]

Edge = tuple[str, str]
"""A child and its parent."""

Pair = frozenset[str]
"""Two articles, in no order."""


@dataclass(frozen=True, slots=True)
class Record:
    """All that is said of one group.

    Args:
        articles: numbers of those that are on topic.
        edges: the kind of each directed edge between them.
        pairs: those joined either way; the pairs of the edges are among them.
        siblings: those made from one report outside the group.
        roots: ids of the affirming roots of each article that is for the claim.
    """

    articles: frozenset[str]
    edges: Mapping[Edge, str] = field(default_factory=dict)
    pairs: frozenset[Pair] = frozenset()
    siblings: frozenset[Pair] = frozenset()
    roots: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def families(self) -> dict[str, frozenset[str]]:
        """The family of each article, named after its least member.

        Example:
            >>> one = Record(frozenset("abc"), pairs=frozenset({frozenset("bc")}))
            >>> sorted(one.families.items())
            [('a', frozenset({'a'})), ('b', frozenset({'b'})), ('c', frozenset({'b'}))]
        """
        family = Groups(self.articles)
        for pair in self.pairs | self.siblings:
            family.join(*sorted(pair))
        return {name: frozenset({family.first(name)}) for name in self.articles}

    @property
    def count(self) -> int:
        """How many distinct roots are told."""
        return len(frozenset().union(*self.roots.values()))


def together(members: Iterable[Iterable[str]]) -> frozenset[Pair]:
    """Every two articles that stand in one of some sets.

    Args:
        members: of each set.

    Example:
        >>> sorted(map(sorted, together(["abc", "d"])))
        [['a', 'b'], ['a', 'c'], ['b', 'c']]
    """
    return frozenset(
        frozenset(pair) for one in members for pair in combinations(sorted(set(one)), 2)
    )


def of_labels(labels: Labels[Place]) -> Record:
    """What a reader says of a group.

    Args:
        labels: as the repository ships them.
    """
    unseen = {one.id for one in labels.unseen}
    edges = {(e.child, e.parent): str(e.kind) for e in labels.edges if e.parent not in unseen}
    children: dict[str, list[str]] = defaultdict(list)
    for edge in labels.edges:
        if edge.parent in unseen:
            children[edge.parent].append(edge.child)
    return Record(
        frozenset(one.id for one in labels.articles if one.stance != "off_topic"),
        edges,
        together([*edges, *(same.articles for same in labels.same)]),
        together(children.values()),
        _roots(labels),
    )


def _roots(labels: Labels[Place]) -> dict[str, frozenset[str]]:
    """The affirming roots of each article for the claim, likely ones too."""
    affirming = {root.id for root in labels.roots if root.says == "affirms"}
    found: dict[str, frozenset[str]] = {}
    for one in labels.articles:
        if one.stance in FOR:
            named = {root.removesuffix("?") for root in one.roots} & affirming
            found[one.id] = frozenset(named or {f"open:{one.id}"})
    return found
