"""Where do pages rest on each other in a ring, and which hop is cut?

Hops whose direction the dates give come first, then the more probable: a hop
that would close a ring with those before it is cut. So time decides, and a
credit against time never wins. What is cut is told, not only left out: pages
that credit each other in a ring are circular reporting. A credit against time
closes a ring only where every other step of it is a credit too: text that two
pages share does not say that either credits the other.

It fails where no page of a ring has a date: then the least probable is cut. A
page that credits a report which is not in hand looks like one that credits a
later page of the same outlet, if the two share enough.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from allsource.lineage.derivation import Derivation
from allsource.model.ids import content_id
from allsource.model.lineage import Loop

__all__ = ["CREDITING", "rings", "uncut"]

CREDITING = frozenset({"names the outlet", "names the title", "agency tag", "link"})
"""Reasons for a hop that are credits."""


def uncut(found: Iterable[Derivation]) -> tuple[list[Derivation], tuple[Loop, ...]]:
    """Part hops that make no ring from those that would close one.

    Args:
        found: hops between documents, in any order.

    Returns:
        Those that are kept, and a loop for each of the others, in the order in which they came up;
        none is told where the direction of some step is not known.
    """
    parents: dict[str, list[Derivation]] = defaultdict(list)
    kept: list[Derivation] = []
    loops: list[Loop] = []
    for one in sorted(found, key=_standing):
        around = _path(one.hop.parent, one.hop.child, parents)
        if around is None:
            parents[one.hop.child].append(one)
            kept.append(one)
        elif all(each.directed for each in (one, *around)):
            loops.append(_loop(one, around))
    return kept, tuple(loops)


def rings(against: Iterable[Derivation], kept: Iterable[Derivation]) -> tuple[Loop, ...]:
    """Give the rings that credits against time, or against a stronger credit, close.

    Args:
        against: such credits, as hops; they are never kept.
        kept: hops without rings.
    """
    parents: dict[str, list[Derivation]] = defaultdict(list)
    for one in kept:
        if any(evidence.why in CREDITING for evidence in one.hop.evidence):
            parents[one.hop.child].append(one)
    ways = [
        (one, _path(one.hop.parent, one.hop.child, parents))
        for one in sorted(against, key=_standing)
    ]
    return tuple(_loop(one, around) for one, around in ways if around is not None)


def _standing(one: Derivation) -> tuple[bool, float, float, str, str]:
    return (not one.dated, -one.hop.probability, -one.tie, one.hop.child, one.hop.parent)


def _loop(cut: Derivation, around: Sequence[Derivation]) -> Loop:
    documents = (cut.hop.parent, *(one.hop.parent for one in around))
    timed = not cut.dated and all(one.dated for one in around)
    return Loop(
        documents, cut.hop, "time" if timed else "probability", content_id("loo", documents)
    )


def _path(
    start: str, goal: str, parents: Mapping[str, Sequence[Derivation]]
) -> tuple[Derivation, ...] | None:
    """Give the steps from a document up to another one, None where there is no way."""
    came: dict[str, Derivation] = {}
    waiting = [start]
    for name in waiting:
        if name == goal:
            break
        for one in parents.get(name, ()):
            if one.hop.parent not in came and one.hop.parent != start:
                came[one.hop.parent] = one
                waiting.append(one.hop.parent)
    if goal != start and goal not in came:
        return None
    way: list[Derivation] = []
    name = goal
    while name in came:
        way.append(came[name])
        name = came[name].hop.child
    return tuple(reversed(way))
