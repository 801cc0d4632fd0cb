"""Does a flight that was tracked bear on a claim about a flight?

Compared are the day, the type, the operator and both ends. A leg bears a claim out where an aircraft of
the named type or operator flew on that day between the named places, both ends seen near the ground. It
contradicts a claim where the same aircraft is named, on that day, with one end as claimed, and was seen on
the ground somewhere else at the other. In all other cases it does not bear: an end that was not
seen says nothing, and that no track is in hand says nothing.

It fails where an airline flies one route twice a day, and where a place is named that no table puts at an
airport.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import asin, cos, radians, sin, sqrt

from allsource.assessment.bearing.said import days, decided, first_named, holds, overlap
from allsource.evidence.track.naming import AirportPlace
from allsource.model.bearing import Bearing, Compared, Verdict
from allsource.model.claim import Claim
from allsource.model.track import LegEnd, TrackLeg
from allsource.vocab import load

__all__ = ["beside_flight"]

_NEAR = ("ground", "low")
_FAR = 150.0
"""Kilometres from which on two airports do not serve one town."""
_EARTH_KM = 6371.0


def beside_flight(claim: Claim, leg: TrackLeg, named: Mapping[str, AirportPlace]) -> Bearing | None:
    """Set a claim beside a tracked leg.

    Args:
        claim: any claim.
        leg: one leg.
        named: places by airport code, those of the towns that the claims name among them.

    Returns:
        What the leg says of the claim; None where the claim tells of no flight, or of another
        aircraft on another way.
    """
    told = load("bearing")
    text = claim.statement
    if holds(text, told["flight"]["words"]) is None:
        return None
    flown = _flown(leg)
    spoken = days(claim)
    when = Compared("date", _day(spoken), _day(flown), overlap(spoken, flown))
    kind, operator = _type(text, leg), _operator(text, leg)
    ends = (_end("from", text, leg.departure, named), _end("to", text, leg.arrival, named))
    touching = [one for one in (kind, operator, *ends) if one.agrees]
    if not touching:
        return None
    verdict, why = _verdict(when, kind, operator, ends, leg)
    return Bearing(claim.id, leg.id, "track", verdict, (when, kind, operator, *ends), why)


def _verdict(
    when: Compared,
    kind: Compared,
    operator: Compared,
    ends: tuple[Compared, Compared],
    leg: TrackLeg,
) -> tuple[Verdict, str]:
    named = bool(kind.agrees or operator.agrees)
    another = kind.agrees is False or operator.agrees is False
    departure, arrival = ends
    elsewhere = any(
        one.agrees and other.agrees is False and seen.tier == "ground"
        for one, other, seen in (
            (departure, arrival, leg.arrival),
            (arrival, departure, leg.departure),
        )
    )
    return decided(
        (
            (when.agrees is None, "does not bear", "the claim names no day"),
            (not when.agrees, "does not bear", "the leg was flown on another day"),
            (another, "does not bear", "another type or operator was tracked"),
            (not named, "does not bear", "nothing shows that it was the aircraft of the claim"),
            (all(end.agrees for end in ends), "bears out", "day, aircraft and both ends agree"),
            (elsewhere, "contradicts", "it was seen on the ground at another place than stated"),
            (True, "does not bear", "an end was not observed, or the claim does not name it"),
        )
    )


def _type(text: str, leg: TrackLeg) -> Compared:
    """Compare the type named with the one tracked; another listed type is a disagreement."""
    rows = load("bearing")["types"]
    said = {row["icao"]: found for row in rows if (found := holds(text, row["written"]))}
    mine = leg.aircraft.type
    agrees = None if not said or mine is None else mine in said
    return Compared("aircraft type", next(iter(said.values()), None), mine, agrees)


def _operator(text: str, leg: TrackLeg) -> Compared:
    facts = (leg.aircraft.operator_by_registry, leg.aircraft.operator_by_callsign)
    names = list(dict.fromkeys(fact.value for fact in facts if fact is not None))
    named = first_named(text, names)
    return Compared("operator", named, ", ".join(names) or None, True if named else None)


def _end(side: str, text: str, end: LegEnd, named: Mapping[str, AirportPlace]) -> Compared:
    """Compare the place that a claim names for one end with where that end was seen."""
    what = "departure" if side == "from" else "arrival"
    openings = load("bearing")["ends"][side]["words"]
    mine = named.get(end.airport or "")
    if end.airport is None or mine is None:
        return Compared(what, None, end.airport, None)
    seen = f"{end.airport} ({', '.join(mine.names[:2])}), tier {end.tier}"
    here = holds(text, _phrases(openings, mine.names))
    if here:
        return Compared(what, here, seen, True if end.tier in _NEAR else None)
    far = [place.names[:1] for place in named.values() if _kilometres(place, mine) > _FAR]
    near = {
        name for place in named.values() if _kilometres(place, mine) <= _FAR for name in place.names
    }
    towns = sorted({name for names in far for name in names} - near)
    other = holds(text, _phrases(openings, towns))
    return Compared(what, other, seen, False if other and end.tier == "ground" else None)


def _phrases(openings: Sequence[str], names: Sequence[str]) -> Iterator[str]:
    return (f"{opening} {name}" for opening in openings for name in names)


def _kilometres(one: AirportPlace, other: AirportPlace) -> float:
    """Give the distance of two places, on a sphere."""
    a, b = radians(one.latitude), radians(other.latitude)
    turn = radians(one.longitude - other.longitude)
    share = sin((a - b) / 2) ** 2 + cos(a) * cos(b) * sin(turn / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(share)))


def _flown(leg: TrackLeg) -> tuple[date, date]:
    first = leg.departure.earliest or leg.departure.time
    last = leg.arrival.latest or leg.arrival.time
    return date.fromisoformat(first[:10]), date.fromisoformat(last[:10])


def _day(span: tuple[date, date] | None) -> str | None:
    if span is None:
        return None
    first, last = (end.isoformat() for end in span)
    return first if first == last else f"{first} to {last}"
