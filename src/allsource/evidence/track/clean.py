"""Which fixes can be of one aircraft?

Fixes are cut wherever the next cannot be reached from the last at 900 knots, give or take two
kilometres. Of the pieces, the chain that holds the most fixes and whose pieces can be reached from each
other is kept; the rest are jumps: false positions sent to deceive, wrong times, or errors of reception.

It fails where false positions outnumber the true ones: then the wrong chain is kept, and the share of
jumps, which a reader is warned of, is what remains to see it by.
"""

import numpy as np
from numpy.typing import NDArray

from allsource.evidence.track.fixes import Fixes
from allsource.evidence.track.geometry import distance_km

__all__ = ["without_jumps"]

_KM_PER_SECOND = 900 * 1.852 / 3600
_SLACK_KM = 2.0
_MOST_PIECES = 600
"""Of more pieces only the largest are chained: the cost grows with their square."""


def without_jumps(fixes: Fixes) -> tuple[Fixes, int]:
    """Keep the fixes that one aircraft can have flown.

    Args:
        fixes: in order of time.

    Returns:
        The kept fixes, and how many were left out.

    Example:
        >>> from allsource.evidence.track.fixes import fix_table
        >>> table = fix_table(3, time=[0.0, 10.0, 20.0], latitude=[1.0, 9.0, 1.01], longitude=5.0)
        >>> kept, jumps = without_jumps(table)
        >>> kept["latitude"].tolist(), jumps
        ([1.0, 1.01], 1)
    """
    if len(fixes) < 2:
        return fixes, 0
    lat, lon, time = fixes["latitude"], fixes["longitude"], fixes["time"]
    apart = distance_km(lat[:-1], lon[:-1], lat[1:], lon[1:])
    cuts = np.flatnonzero(apart > _SLACK_KM + _KM_PER_SECOND * np.diff(time)) + 1
    if len(cuts) == 0:
        return fixes, 0
    starts = np.concatenate(([0], cuts))
    ends = np.concatenate((cuts, [len(fixes)])) - 1
    if len(starts) > _MOST_PIECES:
        largest = np.sort(np.argsort(starts - ends, kind="stable")[:_MOST_PIECES])
        starts, ends = starts[largest], ends[largest]
    chain = _best_chain(fixes, starts, ends)
    kept = np.zeros(len(fixes), dtype=bool)
    for piece in chain:
        kept[starts[piece] : ends[piece] + 1] = True
    return fixes[kept], int(len(fixes) - kept.sum())


def _best_chain(fixes: Fixes, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> list[int]:
    lat, lon, time = fixes["latitude"], fixes["longitude"], fixes["time"]
    sizes = ends - starts + 1
    best = sizes.astype(np.int64).copy()
    before = np.full(len(starts), -1)
    for piece in range(1, len(starts)):
        at, last = starts[piece], ends[:piece]
        apart = distance_km(lat[last], lon[last], lat[at], lon[at])
        reached = apart <= _SLACK_KM + _KM_PER_SECOND * (time[at] - time[last])
        if reached.any():
            totals = np.where(reached, best[:piece], -1)
            chosen = int(np.argmax(totals))
            best[piece] = sizes[piece] + totals[chosen]
            before[piece] = chosen
    chain = [int(np.argmax(best))]
    while before[chain[-1]] >= 0:
        chain.append(int(before[chain[-1]]))
    return chain[::-1]
