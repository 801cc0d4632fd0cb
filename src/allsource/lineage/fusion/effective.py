"""How many independent roots stand behind each value, and how sure is that?

The expected number is the sum of the parts in which the claims for it are their own. Its least counts
every dependence that there may be, at the greatest rate it may have; its most counts only dependence
that there surely is, at the least rate, and as many hops that fail as fail together in one case of
twenty. Between them lies nine tenths of what copying may explain; a copy probability of which nothing
is known may be anything.

It fails where two sources that share nothing else read from the same paper.
"""

from math import inf

import numpy as np

from allsource.lineage.fusion.arrays import Floats, Table, tally
from allsource.lineage.fusion.copying import Dependence
from allsource.lineage.fusion.discount import Edges, Links, independence

__all__ = ["effective_roots"]

_MAY = 0.05
_SURELY = 0.95
_REACH = 1.6449
"""Nineteen in twenty of a normal law lie below so many standard deviations."""


def effective_roots(
    table: Table,
    found: Links,
    known: Dependence,
    place: Floats,
    edges: Edges | None = None,
    novel: float = 0.5,
) -> tuple[Floats, Floats, Floats]:
    """Count the roots behind each value.

    Args:
        table: of claims.
        found: claims that may depend on each other.
        known: which sources depend on each other.
        place: (sources,) who goes first among undated claims.
        edges: hops that are known.
        novel: law of the copy probability of which nothing is known.

    Returns:
        (values,) the expected number, the least and the most.
    """
    may, surely = known.probability >= _MAY, known.probability >= _SURELY
    taken = known.probability * known.rate
    expected = _counted(table, independence(table, found, taken, place, edges, novel))
    sure = independence(table, found, may * known.high, place, _certain(edges, _MAY), 0.0)
    least = _counted(table, sure)
    free, part = (
        independence(table, found, surely * known.low, place, hops, inf)
        for hops in (_certain(edges, 1.0), edges)
    )
    most = _counted(table, part) + _REACH * np.sqrt(_counted(table, part * (free - part)))
    most = np.minimum(most, _counted(table, free))
    one = np.minimum(expected, 1.0)
    return expected, np.clip(least, one, expected), np.maximum(most, expected)


def _certain(edges: Edges | None, bound: float) -> Edges | None:
    """Take hops from a probability on for certain, the others for none."""
    if edges is None:
        return None
    return Edges(edges.child, edges.parent, (edges.probability >= bound).astype(float))


def _counted(table: Table, own: Floats) -> Floats:
    counts = np.where(table.denies | table.retracted, 0.0, own)
    return tally(table.value, np.maximum(counts, 0.0), table.values)
