"""Where do pages credit each other in a circle, and which hop is cut?

Hops whose direction the dates give come first, then the more probable: a hop
that would close a circle with those before it is cut. So time decides, and a
credit against time never wins. What is cut is told, not only left out: pages
that credit each other in a circle are circular reporting.

It fails where no page of a circle has a date: then the least probable is cut.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from allsource.lineage.derivation import Derivation

__all__ = ["Loop", "uncut"]


@dataclass(frozen=True, slots=True)
class Loop:
    """A circle of hops, and the one that was cut.

    Args:
        cut: the hop that is not told.
        around: ids of the documents from its parent on to its child, along kept hops.
    """

    cut: Derivation
    around: tuple[str, ...]


def uncut(found: Iterable[Derivation]) -> tuple[list[Derivation], tuple[Loop, ...]]:
    """Part hops that make no circle from those that would close one.

    Args:
        found: hops between documents, in any order.

    Returns:
        Those that are kept, and a loop for each of the others, in the order in which they came up.
    """
    parents: dict[str, list[str]] = defaultdict(list)
    kept: list[Derivation] = []
    loops: list[Loop] = []
    for one in sorted(found, key=_standing):
        around = _path(one.hop.parent, one.hop.child, parents)
        if around:
            loops.append(Loop(one, around))
        else:
            parents[one.hop.child].append(one.hop.parent)
            kept.append(one)
    return kept, tuple(loops)


def _standing(one: Derivation) -> tuple[bool, float, float, str, str]:
    return (not one.dated, -one.hop.probability, -one.tie, one.hop.child, one.hop.parent)


def _path(start: str, goal: str, parents: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Give the way from a document up to another one, empty where there is none."""
    came: dict[str, str] = {start: ""}
    waiting = [start]
    for name in waiting:
        if name == goal:
            break
        for parent in parents.get(name, ()):
            if parent not in came:
                came[parent] = name
                waiting.append(parent)
    way = []
    name = goal if goal in came else ""
    while name:
        way.append(name)
        name = came[name]
    return tuple(reversed(way))
