"""How many independent roots stand behind each value, and how sure is that?

The expected number is the sum of the parts in which the claims for it are their own. Its least counts
every dependence that there may be, at the greatest rate it may have; its most counts only dependence
that there surely is, at the least rate. Between them lies nine tenths of what copying may explain.

It fails where two sources that share nothing else read from the same paper.
"""

import numpy as np

from allsource.lineage.fusion.arrays import Floats, Table, tally
from allsource.lineage.fusion.copying import Dependence
from allsource.lineage.fusion.discount import Edges, Links, independence

__all__ = ["effective_roots"]

_MAY = 0.05
_SURELY = 0.95


def effective_roots(
    table: Table,
    found: Links,
    known: Dependence,
    place: Floats,
    edges: Edges | None = None,
) -> tuple[Floats, Floats, Floats]:
    """Count the roots behind each value.

    Args:
        table: of claims.
        found: claims that may depend on each other.
        known: which sources depend on each other.
        place: (sources,) who goes first among undated claims.
        edges: hops that are known.

    Returns:
        (values,) the expected number, the least and the most.
    """
    may, surely = known.probability >= _MAY, known.probability >= _SURELY
    taken = (known.probability * known.rate, may * known.high, surely * known.low)
    hops = (edges, _as(edges, _MAY), _as(edges, _SURELY))
    expected, least, most = (
        _counted(table, independence(table, found, part, place, hop))
        for part, hop in zip(taken, hops, strict=True)
    )
    one = np.minimum(expected, 1.0)
    return expected, np.clip(least, one, expected), np.maximum(most, expected)


def _as(edges: Edges | None, bound: float) -> Edges | None:
    """Take hops from a probability on for certain, the others for none."""
    if edges is None:
        return None
    return Edges(edges.child, edges.parent, (edges.probability >= bound).astype(float))


def _counted(table: Table, own: Floats) -> Floats:
    counts = np.where(table.denies | table.retracted, 0.0, own)
    return tally(table.value, counts, table.values)
