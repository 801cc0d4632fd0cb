"""Where did a leg begin or end, and how firmly was it seen?

A take-off is looked at as a landing backwards. Tier ``ground``: fixes on the ground next to the last in the
air; the place is the one nearest to any of them, if no other is nearly as near. Tier ``low``: last seen within
1,500 ft of the field and 8 km of it, going down, and the place is likelier than not. Tier ``candidate``: some
place has a tenth of the probability; it is named where it has half. Else ``none``, and always where the aircraft
goes the other way: up toward a landing, or not down above 15,000 ft. Height never tells that an
aircraft is on the ground: pressure altitude is off by hundreds of feet.

It fails where two fields lie side by side, at places that the table lacks, and where a network
marks low flight as ground.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import numpy as np
from numpy.typing import NDArray

from allsource.evidence.track.airports import Airports
from allsource.evidence.track.chances import Side, Situation, chances
from allsource.evidence.track.fixes import Fixes
from allsource.evidence.track.geometry import bearing_deg, distance_km
from allsource.model.track import Candidate, LegEnd, Tier
from allsource.vocab import load

__all__ = ["iso_time", "leg_end", "situation"]

_AROUND_KM = 100.0
_FIELD_KM = 8.0
_FAR_KM = 3.5
_LOW_FT = 1_500.0
_CRUISE_FT = 15_000.0
_AWAY = 0.4
"""Goes up, toward a landing, by more than 200 feet a minute."""
_MOST_GROUND = 200
_HOUR = 3_600.0
_LIKELIER = 0.5
_WORTH_NAMING = 0.1
_WORTH_LISTING = 0.05
_MOST_LISTED = 5


@dataclass(frozen=True, slots=True)
class _Seen:
    """The last fix in the air (the first, backwards) with what is near it."""

    rows: NDArray[np.int64]
    one: Situation
    rate: float


def leg_end(
    side: Side,
    air: Fixes,
    ground: Fixes,
    airports: Airports,
    *,
    suspect: bool = False,
    airline: bool = True,
) -> LegEnd:
    """Judge one end of a leg.

    Args:
        side: which end.
        air: fixes in the air, in order.
        ground: fixes on the ground next to them, in order; may be empty.
        airports: the places that there are.
        suspect: so many fixes were jumps that nothing is said firmly.
        airline: it flies as airlines do, to where airlines go.

    Returns:
        The end with its tier.
    """
    if side == "departure":
        air, ground = air[::-1], ground[::-1]
    if len(ground) and _belongs(air[-1], ground[0]):
        firm = _on_ground(side, air, ground, airports)
        return _doubted(firm) if suspect else firm
    return _in_air(side, air, airports, suspect=suspect, airline=airline)


def situation(side: Side, air: Fixes, airports: Airports) -> tuple[NDArray[np.int64], Situation]:
    """Describe the end of a leg that was not seen, for ``chances``.

    Args:
        side: which end.
        air: fixes in the air, in order.
        airports: the places that there are.

    Returns:
        Rows of the airports around, and the situation.
    """
    backwards = air[::-1] if side == "departure" else air
    seen = _seen(side, backwards, airports, airline=True)
    return seen.rows, seen.one


def iso_time(seconds: float) -> str:
    """Write seconds since 1970 as ISO 8601.

    Example:
        >>> iso_time(0.0)
        '1970-01-01T00:00:00Z'
    """
    return datetime.fromtimestamp(int(seconds), tz=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _belongs(last: np.void, first: np.void) -> bool:
    """Whether a fix on the ground tells of the landing that the last fix in the air led to."""
    seconds = abs(float(first["time"] - last["time"]))
    apart = distance_km(last["latitude"], last["longitude"], first["latitude"], first["longitude"])
    return seconds <= 0.75 * _HOUR or (seconds <= 3 * _HOUR and float(apart) <= 60)


def _on_ground(side: Side, air: Fixes, ground: Fixes, airports: Airports) -> LegEnd:
    near = ground[np.abs(ground["time"] - ground["time"][0]) <= _HOUR][:_MOST_GROUND]
    lat, lon = near["latitude"], near["longitude"]
    rows = airports.near(
        float(np.median(lat)), float(np.median(lon)), _FIELD_KM + 2, _day(ground[0])
    )
    apart = distance_km(
        airports.latitude[rows][:, None], airports.longitude[rows][:, None], lat, lon
    )
    closest = apart.min(axis=1) if len(rows) else np.empty(0)
    rows, closest = rows[closest <= _FIELD_KM], closest[closest <= _FIELD_KM]
    contenders = _contenders(airports, rows, closest)
    figures = load("track")["seen_on_ground"]
    listed: tuple[Candidate, ...] = ()
    if len(contenders) == 1:
        chance = figures["near" if closest.min() <= _FAR_KM else "far"]
        listed = (Candidate(airports.idents[contenders[0]], chance),)
    elif len(contenders):
        share = round(figures["far"] / len(contenders), 2)
        listed = tuple(Candidate(airports.idents[row], share) for row in contenders[:_MOST_LISTED])
    named = listed[0] if len(listed) == 1 else None
    in_air, on_ground = iso_time(air["time"][-1]), iso_time(ground["time"][0])
    backwards = side == "departure"
    return LegEnd(
        airport=named.airport if named else None,
        time=in_air if backwards else on_ground,
        earliest=on_ground if backwards else in_air,
        latest=in_air if backwards else on_ground,
        tier="ground",
        probability=named.probability if named else None,
        candidates=listed,
    )


def _contenders(
    airports: Airports, rows: NDArray[np.int64], closest: NDArray[np.float64]
) -> list[int]:
    """The places that fixes on the ground may be at: one, unless another is nearly as near."""
    if len(rows) == 0:
        return []
    within = rows[closest <= 1.5 * closest.min() + 0.3]
    served = within[airports.served[within] > 0]
    chosen = served if len(served) == 1 else within
    return sorted((int(row) for row in chosen), key=lambda row: airports.idents[row])


def _doubted(end: LegEnd) -> LegEnd:
    """An end seen on the ground by a track that cannot be trusted."""
    return LegEnd(
        airport=None,
        time=end.time,
        earliest=None,
        latest=None,
        tier="none",
        probability=None,
        candidates=(),
    )


def _seen(side: Side, air: Fixes, airports: Airports, *, airline: bool) -> _Seen:
    last = air[-1]
    lat, lon = float(last["latitude"]), float(last["longitude"])
    rows = airports.near(lat, lon, _AROUND_KM, _day(last))
    height, rate = _height_and_rate(air)
    course = _course(air)
    to = bearing_deg(lat, lon, airports.latitude[rows], airports.longitude[rows])
    toward = np.zeros(len(rows)) if course is None else np.cos(np.radians(to - course))
    one = Situation(
        side=side,
        height=height,
        sinking=float(np.clip(rate / 500.0, -1.0, 1.0)),
        apart=distance_km(lat, lon, airports.latitude[rows], airports.longitude[rows]),
        above=height - airports.elevation[rows],
        toward=toward,
        served=airports.served[rows] * airline,
        busy=airports.busy[rows] * airline,
    )
    return _Seen(rows, one, -rate if side == "departure" else rate)


def _height_and_rate(air: Fixes) -> tuple[float, float]:
    """Feet at the last fix, and feet a minute toward it over the last two minutes."""
    recent = air[np.abs(air["time"] - air["time"][-1]) <= 120]
    if len(recent) < 2:
        recent = air[-2:]
    told = recent[np.isfinite(recent["altitude"])]
    if len(told) == 0:
        return float("nan"), 0.0
    minutes = abs(float(told["time"][-1] - told["time"][0])) / 60
    rise = float(told["altitude"][-1]) - float(told["altitude"][0])
    return float(told["altitude"][-1]), rise / minutes if minutes else 0.0


def _course(air: Fixes) -> float | None:
    """The direction of the last kilometre and more toward the last fix."""
    back = air[-60:]
    last = back[-1]
    lat, lon = last["latitude"], last["longitude"]
    far = np.flatnonzero(distance_km(back["latitude"], back["longitude"], lat, lon) >= 1.0)
    if len(far) == 0:
        return None
    one = back[far[-1]]
    return float(bearing_deg(one["latitude"], one["longitude"], lat, lon))


def _in_air(side: Side, air: Fixes, airports: Airports, *, suspect: bool, airline: bool) -> LegEnd:
    seen = _seen(side, air, airports, airline=airline)
    found = chances(seen.one)
    order = np.argsort(-found, kind="stable")[:_MOST_LISTED]
    best = int(order[0]) if len(order) else -1
    tier = _tier(seen.one, found, best)
    if suspect and tier == "low":
        tier = "candidate"
    at = iso_time(air["time"][-1])
    listed = tuple(
        Candidate(airports.idents[seen.rows[place]], round(float(found[place]), 2))
        for place in order
        if found[place] >= _WORTH_LISTING and tier != "none"
    )
    named = listed[0] if listed and listed[0].probability >= _LIKELIER else None
    height = seen.one.above[best] if listed else seen.one.height
    return LegEnd(
        airport=named.airport if named else None,
        time=at,
        earliest=at if side == "arrival" else None,
        latest=at if side == "departure" else None,
        tier=tier,
        probability=named.probability if named else None,
        candidates=listed,
        height_ft=100 * round(float(height) / 100) if np.isfinite(height) else None,
        distance_km=max(5, 5 * round(float(seen.one.apart[best]) / 5)) if listed else None,
        trend="descending" if seen.rate < -200 else "climbing" if seen.rate > 200 else "level",
    )


def _tier(one: Situation, found: NDArray[np.float64], best: int) -> Tier:
    if best < 0 or found[best] < _WORTH_NAMING:
        return "none"
    if one.sinking > _AWAY or (one.above[best] > _CRUISE_FT and one.sinking > -_AWAY / 2):
        return "none"
    low = one.above[best] <= _LOW_FT and one.apart[best] <= _FIELD_KM
    return "low" if low and found[best] >= _LIKELIER else "candidate"


def _day(fix: np.void) -> date:
    return datetime.fromtimestamp(float(fix["time"]), tz=UTC).date()
