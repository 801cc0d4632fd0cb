"""Was anything else heard there then?

A gap in one track says that no position of that aircraft was received, and no more. Only other aircraft can
tell whether anything could be received there: each gap is walked in steps of two minutes along the straight
line between its ends, and asked whether another kept aircraft was heard in the same half-degree cell in the
same two minutes, no higher than this one. One that was heard says that reception was possible; none says
that nothing shows it. Neither says why a track falls silent.

It fails where the aircraft left the straight line in the gap.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from allsource.evidence.track.ends import iso_time
from allsource.evidence.track.fixes import FIX, Fixes
from allsource.model.track import Gap

__all__ = ["SHORTEST_GAP", "Hearing", "gaps"]

SHORTEST_GAP = 300.0
"""Seconds without a fix in the air that are told as a gap."""

_SLOT = 120.0
_CELLS = 2.0
_HIGHER_FT = 3_000.0
_MOST_STEPS = 400

_HEARD = np.dtype([("place", "i8"), ("lowest", "f4"), ("who", "i4")])


class Hearing:
    """Where and when the kept aircraft of one call were heard.

    Args:
        tracks: clean fixes of each kept aircraft.
    """

    def __init__(self, tracks: Sequence[Fixes]) -> None:
        parts = [_heard(fixes, who) for who, fixes in enumerate(tracks)]
        table = np.concatenate(parts) if parts else np.empty(0, dtype=_HEARD)
        self._table = table[np.argsort(table["place"], kind="stable")]
        there = [fixes for fixes in tracks if len(fixes)]
        self._first = np.sort(np.array([fixes["time"][0] for fixes in there]))
        self._last = np.sort(np.array([fixes["time"][-1] for fixes in there]))

    def others(self, who: int, before: np.void, after: np.void) -> bool | None:
        """Tell whether another aircraft was heard along a gap.

        Args:
            who: number of the aircraft whose gap it is.
            before: last fix before the gap.
            after: first fix after it.

        Returns:
            None where no other aircraft of the call was there to be heard at that time.
        """
        start, end = float(before["time"]), float(after["time"])
        begun = int(np.searchsorted(self._first, end, side="right"))
        over = int(np.searchsorted(self._last, start, side="left"))
        if begun - over <= 1:  # this aircraft alone
            return None
        line = _line(before, after)
        places = _places(line)
        left = np.searchsorted(self._table["place"], places, side="left")
        right = np.searchsorted(self._table["place"], places, side="right")
        for one, first, last in zip(line, left, right, strict=True):
            rows = self._table[first:last]
            height = one["altitude"] if np.isfinite(one["altitude"]) else np.inf
            if bool(((rows["who"] != who) & (rows["lowest"] <= height + _HIGHER_FT)).any()):
                return True
        return False


def gaps(who: int, air: Fixes, hearing: Hearing) -> tuple[Gap, ...]:
    """Find the gaps of one leg.

    Args:
        who: number of the aircraft in ``hearing``.
        air: its fixes in the air, in order.
        hearing: of all aircraft of the call.
    """
    found = np.flatnonzero(np.diff(air["time"]) >= SHORTEST_GAP)
    return tuple(
        Gap(
            start=iso_time(air["time"][place]),
            end=iso_time(air["time"][place + 1]),
            others_heard=hearing.others(who, air[place], air[place + 1]),
        )
        for place in found
    )


def _heard(fixes: Fixes, who: int) -> NDArray[np.void]:
    """Each cell and slot in which an aircraft was heard, with its lowest height there."""
    places = _places(fixes)
    order = np.lexsort((fixes["altitude"], places))
    places = places[order]
    first = np.ones(len(places), dtype=bool)
    first[1:] = places[1:] != places[:-1]
    table = np.zeros(int(first.sum()), dtype=_HEARD)
    table["place"] = places[first]
    lowest = fixes["altitude"][order][first]
    table["lowest"] = np.where(np.isfinite(lowest), lowest, 0.0)
    table["who"] = who
    return table


def _places(fixes: Fixes) -> NDArray[np.int64]:
    """One number for each two minutes and half-degree cell."""
    slot = np.floor_divide(fixes["time"], _SLOT).astype(np.int64)
    row = np.floor((fixes["latitude"] + 90) * _CELLS).astype(np.int64)
    column = np.floor(((fixes["longitude"] + 180) % 360) * _CELLS).astype(np.int64)
    place: NDArray[np.int64] = (slot * 512 + row) * 1024 + column
    return place


def _line(before: np.void, after: np.void) -> Fixes:
    """The straight line across a gap, a fix each two minutes, its ends left out."""
    start, end = float(before["time"]), float(after["time"])
    steps = int(min(max((end - start) // _SLOT - 1, 1), _MOST_STEPS))
    share = np.arange(1, steps + 1) / (steps + 1)
    line = np.zeros(steps, dtype=FIX)
    for name in ("time", "latitude", "altitude"):
        line[name] = before[name] + share * (after[name] - before[name])
    across = (float(after["longitude"]) - float(before["longitude"]) + 180) % 360 - 180
    line["longitude"] = (float(before["longitude"]) + share * across + 180) % 360 - 180
    return line
