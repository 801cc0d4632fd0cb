"""Is an aircraft kept, and what are its legs?

First the rule of who may be kept (``keeping.py``); what it drops is counted and forgotten before anything is
computed of it. Then the fixes are freed of jumps, parted into legs, and both ends of each leg judged.
A leg of which more than a tenth of the fixes were jumps is told with a warning and without a firm end.

It fails to tell which of two tracks is true where one address is used by two aircraft at once.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np

from allsource.evidence.track.airports import Airports
from allsource.evidence.track.clean import without_jumps
from allsource.evidence.track.ends import iso_time, leg_end
from allsource.evidence.track.fixes import Fixes
from allsource.evidence.track.flightradar import ARCHIVE
from allsource.evidence.track.gathering import Held
from allsource.evidence.track.hearing import Hearing, gaps
from allsource.evidence.track.identity import forces_of, operator_of, state_of
from allsource.evidence.track.keeping import airframe_evidence, dropped_for, leg_evidence
from allsource.evidence.track.legs import Stretch, stretches
from allsource.evidence.track.registry import Airframe
from allsource.model.track import Aircraft, TrackLeg, TrackQuality

__all__ = ["Kept", "kept_track", "legs_of"]

_SUSPECT = 0.1
_COARSE = 1
"""Decimals of a degree that a path may have."""
_MOST_POINTS = 200


@dataclass(frozen=True, slots=True)
class Kept:
    """An aircraft that may be shown.

    Args:
        address: six digits, or None.
        fixes: clean, in order.
        flown: its legs that may be shown, each with its callsign and the evidence for keeping it.
        jumps: times of the fixes that were left out.
        airframes: what tables say of it, the registry first.
        held: what was gathered.
    """

    address: str | None
    fixes: Fixes
    flown: tuple[tuple[Stretch, str | None, tuple[str, ...]], ...]
    jumps: np.ndarray
    airframes: tuple[Airframe, ...]
    held: Held


def kept_track(
    address: str | None, held: Held, known: tuple[Airframe, ...], dropped: Counter[str]
) -> Kept | None:
    """Decide whether an aircraft is kept, and part its track into legs.

    Args:
        address: six digits, or None.
        held: what was gathered of it.
        known: what the registry says of it.
        dropped: counts what is not kept, by reason.

    Returns:
        The aircraft with the legs that may be shown, or None.
    """
    told = sorted(held.airframes, key=lambda one: (one.table or "", one.registration or ""))
    airframes = (*known, *told)
    reason = dropped_for(airframes)
    if reason:
        dropped[reason] += 1
        return None
    always = airframe_evidence(address, airframes)
    registration = _first(airframes, "registration")
    fixes = held.fixes()
    if not always and not _any_operator(fixes, registration):
        nobody = held.networks == {ARCHIVE} and not held.routes
        dropped["no flight table" if nobody else "no evidence"] += 1
        return None
    clean, _ = without_jumps(fixes)
    flown, without = [], 0
    for stretch in stretches(clean):
        callsign = _callsign(stretch)
        evidence = (*always, *leg_evidence(callsign, registration))
        if evidence:
            flown.append((stretch, callsign, evidence))
        else:
            without += 1
    if without:
        dropped["leg without evidence"] += without
    gone = np.setdiff1d(fixes["time"], clean["time"])
    shown = clean if always else _of(tuple(one for one, _, _ in flown), clean)
    return Kept(address, shown, tuple(flown), gone, airframes, held)


def legs_of(who: int, track: Kept, airports: Airports, hearing: Hearing) -> Iterator[TrackLeg]:
    """Tell the legs of a kept aircraft.

    Args:
        who: its number in ``hearing``.
        track: the aircraft.
        airports: places at which a leg may end.
        hearing: of all kept aircraft.
    """
    for stretch, callsign, evidence in track.flown:
        air = stretch.air
        inside = (track.jumps >= air["time"][0] - 600) & (track.jumps <= air["time"][-1] + 600)
        jumps = int(inside.sum())
        suspect = jumps > _SUSPECT * (len(air) + jumps)
        airline = _flies_as_airline(track, callsign)
        yield TrackLeg(
            aircraft=_aircraft(track, callsign, evidence),
            callsign=callsign,
            departure=leg_end(
                "departure", air, stretch.before, airports, suspect=suspect, airline=airline
            ),
            arrival=leg_end(
                "arrival", air, stretch.after, airports, suspect=suspect, airline=airline
            ),
            gaps=gaps(who, air, hearing),
            path=_path(stretch),
            stated_route=_route(track, stretch, airports),
            networks=tuple(sorted(track.held.networks)),
            quality=TrackQuality(len(air) + len(stretch.before) + len(stretch.after), jumps),
            warnings=tuple(_warnings(stretch, jumps, suspect=suspect)),
            synthetic=track.held.synthetic,
        )


def _any_operator(fixes: Fixes, registration: str | None) -> bool:
    callsigns = {one.decode() for one in np.unique(fixes["callsign"])}
    return any(operator_of(one, registration) for one in callsigns)


def _flies_as_airline(track: Kept, callsign: str | None) -> bool:
    """Whether a leg is flown with an airline's callsign by an aircraft of no forces."""
    operator = operator_of(callsign, _first(track.airframes, "registration"))
    civil = operator is not None and operator[1] == "civil"
    return civil and forces_of(track.address) is None


def _callsign(stretch: Stretch) -> str | None:
    """The callsign that most fixes of a leg have; of equals the first by letter."""
    said = stretch.air["callsign"]
    said = said[said != b""]
    if len(said) == 0:
        return None
    names, counts = np.unique(said, return_counts=True)
    return str(names[int(np.argmax(counts))].decode())


def _of(flown: tuple[Stretch, ...], clean: Fixes) -> Fixes:
    """Only the fixes of legs that may be shown: the rest serve for nothing."""
    parts = [part for one in flown for part in (one.before, one.air, one.after)]
    return np.concatenate(parts) if parts else clean[:0]


def _aircraft(track: Kept, callsign: str | None, evidence: tuple[str, ...]) -> Aircraft:
    registration = _first(track.airframes, "registration")
    operator = operator_of(callsign, registration)
    return Aircraft(
        hex=track.address,
        registration=registration,
        type=_first(track.airframes, "type"),
        state=state_of(track.address),
        operator_by_callsign=operator[0] if operator else None,
        operator_by_registry=next((one.operator for one in track.airframes if one.operator), None),
        kept_for=evidence,
    )


def _first(airframes: tuple[Airframe, ...], name: str) -> str | None:
    return next((value for one in airframes if (value := getattr(one, name))), None)


def _path(stretch: Stretch) -> tuple[tuple[str, float, float], ...]:
    air = stretch.air
    lat, lon = np.round(air["latitude"], _COARSE), np.round(air["longitude"], _COARSE)
    fresh = np.ones(len(air), dtype=bool)
    fresh[1:] = (lat[1:] != lat[:-1]) | (lon[1:] != lon[:-1])
    rows = np.flatnonzero(fresh)
    rows = rows[:: max(1, -(-len(rows) // _MOST_POINTS))]
    return tuple(
        (iso_time(air["time"][row]), round(float(lat[row]), 1), round(float(lon[row]), 1))
        for row in rows
    )


def _route(
    track: Kept, stretch: Stretch, airports: Airports
) -> tuple[str | None, str | None] | None:
    numbers = (int(one) for one in np.unique(stretch.air["flight"]))
    found = next((track.held.routes[one] for one in numbers if one in track.held.routes), None)
    if found is None:
        return None
    day = datetime.fromtimestamp(float(stretch.air["time"][0]), tz=UTC).date()
    origin, destination = (airports.ident(code, day) if code else None for code in found)
    return origin, destination


def _warnings(stretch: Stretch, jumps: int, *, suspect: bool) -> Iterator[str]:
    if suspect:
        yield (
            f"{jumps} fixes are too far from the others to be of this flight: false positions or "
            "interference are possible, so no end is told firmly"
        )
    elif jumps:
        yield f"{jumps} fixes that no aircraft could have reached were left out"
    if not np.isfinite(stretch.air["altitude"]).any():
        yield "no height was received"
