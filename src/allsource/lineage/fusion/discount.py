"""How far does each claim count as one of its own?

A claim is discounted for every claim before it that says the same: by the rate and probability with
which its source depends on the other's, and by the probability of a known hop between the two. So m
copies of one root weigh as one root, and independent sources weigh as a majority vote. Before it comes
what is dated earlier; of two not dated, or dated alike, what the stronger source says.

Of some claims nothing tells whether they were taken from another. Their copy probability is unknown,
which is not zero: it follows a beta law of 1 and ``novel``. Over that law a claim after k others is one
of its own with the probability ``novel / (novel + k)``, the count of the Chinese restaurant process. So
a hundred pages of unknown origin count for about three.

It fails where the true order is not known and sources differ much: then the stronger of two copies is
taken for the root. A claim that a known hop leads from is no root, so nothing is discounted for it: its
own root stands for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from allsource.lineage.fusion.arrays import NONE, Floats, Ints, Table, neighbours, tally
from allsource.lineage.fusion.copying import Dependence, keyed

__all__ = ["Edges", "Links", "independence", "links", "rank"]

_LEAST = 0.02
"""Dependence that is less probable than this is not carried along."""


@dataclass(frozen=True, slots=True)
class Edges:
    """Known hops between claims: what text and citations show.

    Args:
        child: (edges,) claim that was taken from another.
        parent: (edges,) the other.
        probability: (edges,) that it was.
    """

    child: Ints
    parent: Ints
    probability: Floats

    @staticmethod
    def of(hops: Sequence[tuple[int, int, float]]) -> "Edges":
        """Give the hops that can stand together: no claim derives from itself, by any path.

        Args:
            hops: child, parent and probability of each; the more probable go first.

        Example:
            >>> edges = Edges.of([(1, 0, 0.9), (0, 1, 0.5)])
            >>> edges.child.tolist(), edges.probability.tolist()
            ([1], [0.9])
        """
        above: dict[int, set[int]] = {}
        kept: list[tuple[int, int, float]] = []
        for child, parent, chance in sorted(hops, key=lambda hop: (-hop[2], hop[0], hop[1])):
            if child != parent and not _reaches(above, parent, child):
                above.setdefault(child, set()).add(parent)
                kept.append((child, parent, chance))
        kept.sort()
        columns = list(zip(*kept, strict=True)) or [(), (), ()]
        return Edges(
            np.array(columns[0], np.int64),
            np.array(columns[1], np.int64),
            np.array(columns[2], float),
        )


def _reaches(above: dict[int, set[int]], start: int, goal: int) -> bool:
    seen, left = {start}, [start]
    while left:
        for parent in above.get(left.pop(), ()):
            if parent not in seen:
                seen.add(parent)
                left.append(parent)
    return goal in seen


@dataclass(frozen=True, slots=True)
class Links:
    """Claims that say the same and may depend on each other.

    Args:
        first: (links,) the one.
        second: (links,) the other.
        pair: (links,) which pair of sources.
    """

    first: Ints
    second: Ints
    pair: Ints

    @staticmethod
    def none() -> "Links":
        """Give no links."""
        return Links(NONE, NONE, NONE)


def links(table: Table, known: Dependence, window: int) -> Links:
    """Find the claims that say the same and whose sources may depend on each other.

    Args:
        table: of claims.
        known: which sources depend on each other.
        window: in a value with more claims, each is held against so many of its neighbours only:
            sources that say the same of much stand side by side.
    """
    first, second = neighbours(table.said, window)
    key = keyed(table.source[first], table.source[second], table.sources)
    if not len(known.key):
        return Links(first[:0], second[:0], first[:0])
    pair = np.minimum(np.searchsorted(known.key, key), len(known.key) - 1)
    kept = (known.key[pair] == key) & (known.probability[pair] > _LEAST)
    return Links(first[kept], second[kept], pair[kept])


def rank(table: Table, weight: Floats) -> Floats:
    """Give the place of each source: the stronger the smaller; sources are numbered without names.

    Args:
        table: of claims.
        weight: (sources,) how much a claim of each weighs on average.
    """
    order = np.argsort(-np.round(weight, 6), kind="stable")
    place = np.empty(table.sources)
    place[order] = np.arange(table.sources)
    return place


def independence(
    table: Table,
    found: Links,
    taken: Floats,
    place: Floats,
    edges: Edges | None = None,
    novel: float = 0.5,
) -> Floats:
    """Give the expected part of each claim that is its own.

    Args:
        table: of claims.
        found: claims that may depend on each other.
        taken: (pairs,) probability that a claim of one was taken from the other, where both agree.
        place: (sources,) who goes first among undated claims.
        edges: hops that are known.
        novel: law of the unknown copy probability; 0 for certain copies, infinite for none.

    Returns:
        (claims,) 0 for a certain copy, 1 for a claim that depends on none.
    """
    hops = np.ones(table.claims)
    if edges is not None and len(edges.child):
        same = table.said[edges.child] == table.said[edges.parent]
        np.multiply.at(hops, edges.child[same], 1 - edges.probability[same])
    mine, other = table.when[found.first], table.when[found.second]
    behind = place[table.source[found.first]] > place[table.source[found.second]]
    swap = (mine > other) | ((mine == other) & behind)
    later = np.where(swap, found.first, found.second)
    before = np.where(swap, found.second, found.first)
    part = np.minimum(taken[found.pair], 0.9995) * hops[before]
    own = tally(later, np.log1p(-part), table.claims)
    known = np.exp(own) * hops
    return np.asarray(known * _unknown(table, known, place, novel))


def _unknown(table: Table, known: Floats, place: Floats, novel: float) -> Floats:
    """Discount the claims of which nothing is known for those that say the same, the surest first."""
    part = np.ones(table.claims)
    if table.established.all() or np.isinf(novel):
        return part
    order = np.lexsort(
        (place[table.source], table.when, -table.strength, -known, ~table.established, table.said)
    )
    said, mass = table.said[order], known[order]
    whole = np.cumsum(mass) - mass
    start = np.flatnonzero(np.r_[True, said[1:] != said[:-1]])
    before = whole - np.repeat(whole[start], np.diff(np.r_[start, len(said)]))
    doubted = ~table.established[order] & (before > 1e-9)
    part[order[doubted]] = novel / (novel + before[doubted])
    return part
