"""How is a flight drawn on a map?

As static SVG: land only, without borders and names of states; the way flown as a line, and
dashed where nothing was received. An end bears the code of an airport only where it was
seen near the ground there. Positions are those of the leg, to a tenth of a degree. The
map is an equirectangular one, true to scale in its middle.

It fails for a way that leads over a pole, which this projection cannot show.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import cos, radians

import numpy as np
from numpy.typing import NDArray

from allsource.model.track import LegEnd, TrackLeg
from allsource.report.bearing_contexts import MapView, Place

__all__ = ["flight_map"]

_WIDTH = 720.0
_HEIGHTS = (220.0, 460.0)
_STEP = 0.5
"""Degrees between the places of a way that are drawn."""
_ROOM = 1.5
"""Degrees of room around a way."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Frame:
    """Degrees to pixels."""

    west: float
    east: float
    south: float
    north: float

    @property
    def shrink(self) -> float:
        """How much shorter a degree of longitude is than one of latitude, in the middle."""
        return max(cos(radians((self.south + self.north) / 2)), 0.1)

    @property
    def scale(self) -> float:
        """Pixels in a degree of latitude."""
        return _WIDTH / ((self.east - self.west) * self.shrink)

    @property
    def height(self) -> float:
        """Pixels from south to north."""
        return round((self.north - self.south) * self.scale, 1)

    def at(self, longitude: float, latitude: float) -> Point:
        """Give the pixel of a place."""
        x = (longitude - self.west) * self.shrink * self.scale
        return round(x, 1), round((self.north - latitude) * self.scale, 1)


def flight_map(leg: TrackLeg) -> MapView | None:
    """Draw a leg; None where fewer than two places are known.

    Args:
        leg: with its path to a tenth of a degree.
    """
    kept = list(_thinned(leg))
    times = [time for time, _, _ in kept]
    places = list(_unwrapped([(longitude, latitude) for _, latitude, longitude in kept]))
    if len(places) < 2:
        return None
    frame = _frame(places)
    drawn = [frame.at(*place) for place in places]
    silent = [_silent(leg, a, b) for a, b in itertools.pairwise(times)]
    steps = [(a, b, gap) for (a, b), gap in zip(itertools.pairwise(drawn), silent, strict=True)]
    return MapView(
        width=_WIDTH,
        height=frame.height,
        land=_land(frame),
        heard=_path([(a, b) for a, b, dashed in steps if not dashed]),
        silent=_path([(a, b) for a, b, dashed in steps if dashed]),
        ends=(
            Place(*drawn[0], _label(leg.departure, "first heard")),
            Place(*drawn[-1], _label(leg.arrival, "last heard")),
        ),
    )


def _label(end: LegEnd, heard: str) -> str:
    """Label an end with its airport where it was seen near the ground there; a mere candidate is none."""
    return end.airport if end.airport and end.tier in {"ground", "low"} else heard


def _thinned(leg: TrackLeg) -> Iterator[tuple[str, float, float]]:
    """Leave out fixes so near to the last that only the rounding would be drawn; not beside a gap."""
    edges = {time for gap in leg.gaps for time in (gap.start, gap.end)}
    last: tuple[str, float, float] | None = None
    for fix in leg.path:
        near = last is not None and max(abs(fix[1] - last[1]), abs(fix[2] - last[2])) < _STEP
        if not near or fix[0] in edges or fix is leg.path[-1]:
            yield fix
            last = fix


def _silent(leg: TrackLeg, start: str, end: str) -> bool:
    """Say whether a step of the path spans a gap."""
    return any(start <= gap.start and gap.end <= end for gap in leg.gaps)


def _unwrapped(places: Sequence[Point]) -> Iterator[Point]:
    """Let longitudes run on where the way crosses the 180th meridian."""
    before = places[0][0] if places else 0.0
    for longitude, latitude in places:
        turned = longitude - 360 * round((longitude - before) / 360)
        yield turned, latitude
        before = turned


def _frame(places: Sequence[Point]) -> _Frame:
    """Frame a way with room around it, neither too flat nor too tall."""
    west, south = (min(place[i] for place in places) - _ROOM for i in (0, 1))
    east, north = (max(place[i] for place in places) + _ROOM for i in (0, 1))
    frame = _Frame(west, east, south, north)
    least, most = _HEIGHTS
    if frame.height < least:
        more = (least / frame.scale - (north - south)) / 2
        return _Frame(west, east, max(south - more, -90.0), min(north + more, 90.0))
    if frame.height > most:
        more = ((north - south) * _WIDTH / most / frame.shrink - (east - west)) / 2
        return _Frame(west - more, east + more, south, north)
    return frame


def _land(frame: _Frame) -> str:
    """Write the land inside a frame as one SVG path."""
    cut = (
        _cut(ring + np.array([turn, 0.0]), frame)
        for ring in _rings()
        for turn in (-360.0, 0.0, 360.0)
        if _near(ring[:, 0] + turn, frame.west, frame.east)
        and _near(ring[:, 1], frame.south, frame.north)
    )
    drawn = ([frame.at(*place) for place in ring] for ring in cut if len(ring) > 2)
    return "".join("M" + "L".join(f"{x:g} {y:g}" for x, y in ring) + "Z" for ring in drawn)


def _near(values: NDArray[np.float64], low: float, high: float) -> bool:
    return bool(values.min() <= high and values.max() >= low)


def _cut(ring: NDArray[np.float64], frame: _Frame) -> list[Point]:
    """Clip a ring to a frame, one side after the other (Sutherland and Hodgman, 1974)."""
    found: list[Point] = [(float(x), float(y)) for x, y in ring]
    sides = ((0, frame.west, 1), (0, frame.east, -1), (1, frame.south, 1), (1, frame.north, -1))
    for axis, edge, sign in sides:
        found = list(_beyond(found, axis, edge, sign))
    return found


def _beyond(ring: Sequence[Point], axis: int, edge: float, sign: int) -> Iterator[Point]:
    """Keep what lies on one side of an edge, with the places where the ring crosses it."""
    for before, place in zip([*ring[-1:], *ring], ring, strict=False):
        was, now = (sign * (point[axis] - edge) >= 0 for point in (before, place))
        if was != now:
            share = (edge - before[axis]) / (place[axis] - before[axis])
            other = before[1 - axis] + share * (place[1 - axis] - before[1 - axis])
            yield (edge, other) if axis == 0 else (other, edge)
        if now:
            yield place


def _path(steps: Sequence[tuple[Point, Point]]) -> str:
    """Write steps as an SVG path, those that follow each other without a break."""
    parts, last = [], None
    for (x1, y1), (x2, y2) in steps:
        parts.append(f"L{x2:g} {y2:g}" if last == (x1, y1) else f"M{x1:g} {y1:g}L{x2:g} {y2:g}")
        last = (x2, y2)
    return "".join(parts)


@cache
def _rings() -> tuple[NDArray[np.float64], ...]:
    with files("allsource.report").joinpath("land.npz").open("rb") as file:
        held = np.load(file, allow_pickle=False)
        tenths, lengths = held["tenths"], held["lengths"]
    return tuple(np.split(tenths.astype(float) / 10, np.cumsum(lengths)[:-1]))
