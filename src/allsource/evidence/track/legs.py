"""Where does one leg end and the next begin?

Fixes on the ground part the track. In the air it is parted where the file gives another flight, and
at a gap in which an aircraft can hardly have stayed up: ten hours, two hours at less than 60 knots made
good, half an hour low at less than 100, or twenty minutes with both ends below 6,000 ft. A stretch in the air that is no
flight (two minutes, or less than five kilometres between fixes on the ground) is dropped.

It fails on a landing and take-off that were not seen, where the gap between them would do for a flight on.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from allsource.evidence.track.fixes import Fixes
from allsource.evidence.track.geometry import distance_km

__all__ = ["Stretch", "stretches"]

_FLYING_KT = 200.0
_LONE_SECONDS = 60.0
_SHORTEST_SECONDS = 120.0
_SHORTEST_KM = 5.0
_LOW_FT = 10_000.0
_PATTERN_FT = 6_000.0
_KT_PER_KM_S = 3600 / 1.852


@dataclass(frozen=True, slots=True)
class Stretch:
    """Fixes in the air, and those on the ground next to them.

    Args:
        before: on the ground before take-off, in order; empty where none was seen.
        air: in the air, in order.
        after: on the ground after landing, in order; empty where none was seen.
    """

    before: Fixes
    air: Fixes
    after: Fixes


def stretches(fixes: Fixes) -> Iterator[Stretch]:
    """Part a track into legs.

    Args:
        fixes: of one aircraft, in order, without jumps.

    Returns:
        Its legs, in order.
    """
    if len(fixes) < 2:
        return
    ground = _on_ground(fixes)
    parted = (ground[1:] != ground[:-1]) | (~ground[1:] & ~ground[:-1] & _breaks(fixes))
    edges = np.concatenate(([0], np.flatnonzero(parted) + 1, [len(fixes)]))
    runs = [(int(a), int(b)) for a, b in itertools.pairwise(edges)]
    for place, (first, end) in enumerate(runs):
        if ground[first]:
            continue
        before = _next_to(runs, ground, place - 1)
        after = _next_to(runs, ground, place + 1)
        one = Stretch(fixes[slice(*before)], fixes[first:end], fixes[slice(*after)])
        if _is_flight(one):
            yield one


def _next_to(runs: list[tuple[int, int]], ground: NDArray[np.bool_], place: int) -> tuple[int, int]:
    if 0 <= place < len(runs) and ground[runs[place][0]]:
        return runs[place]
    return 0, 0


def _on_ground(fixes: Fixes) -> NDArray[np.bool_]:
    """Which fixes are on the ground: as the network says, save where the speed is that of flight."""
    said: NDArray[np.bool_] = (fixes["ground"] == 1) & ~(fixes["speed"] > _FLYING_KT)
    if len(fixes) < 3:
        return said
    close = np.diff(fixes["time"]) <= _LONE_SECONDS
    lone = said[1:-1] & ~said[:-2] & ~said[2:] & close[:-1] & close[1:]
    said[1:-1] &= ~lone
    return said


def _breaks(fixes: Fixes) -> NDArray[np.bool_]:
    seconds = np.diff(fixes["time"])
    flight = fixes["flight"]
    broken: NDArray[np.bool_] = (
        (flight[1:] != flight[:-1]) & (flight[1:] >= 0) & (flight[:-1] >= 0)
    ) | (seconds >= 36_000)
    for place in np.flatnonzero((seconds >= 1_200) & ~broken):
        one, other = fixes[place], fixes[place + 1]
        apart = distance_km(
            one["latitude"], one["longitude"], other["latitude"], other["longitude"]
        )
        knots = float(apart) / seconds[place] * _KT_PER_KM_S
        lower = np.fmin(one["altitude"], other["altitude"])
        higher = np.fmax(one["altitude"], other["altitude"])
        broken[place] = (
            (seconds[place] >= 7_200 and knots < 60)
            or (seconds[place] >= 1_800 and knots < 100 and lower < _LOW_FT)
            or (knots < 100 and higher < _PATTERN_FT)
        )
    return broken


def _is_flight(one: Stretch) -> bool:
    air = one.air
    if len(air) < 2 or air["time"][-1] - air["time"][0] < _SHORTEST_SECONDS:
        return False
    if len(one.before) == 0 or len(one.after) == 0:
        return True
    lat, lon = air["latitude"], air["longitude"]
    return float(distance_km(lat[0], lon[0], lat, lon).max()) >= _SHORTEST_KM
