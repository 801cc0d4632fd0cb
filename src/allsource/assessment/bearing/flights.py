"""Does a flight that was tracked bear on a claim about a flight?

Compared are the day, the type, the operator and both ends. A leg bears a claim out where an aircraft of
the named type or operator flew on that day between the named places, both ends seen near the ground. It
contradicts a claim where the same aircraft is named, on that day, with one end as claimed, and was seen on
the ground somewhere else at the other; and a denial where the flight that it denies took place. In all other
cases it does not bear: an end that was not seen says nothing, a leg elsewhere says nothing of a flight that is denied,
and that no track is in hand says nothing. A claim that leaves more than two days open names no day.

It fails where an airline flies one route twice a day, and where a place is named that no table puts at an
airport.
"""

from dataclasses import dataclass
from datetime import date

from allsource.assessment.bearing.craft import operators_in, plain, types_in
from allsource.assessment.bearing.said import (
    Polarity,
    Rule,
    Span,
    days,
    decided,
    holds,
    overlap,
    polarity,
)
from allsource.assessment.bearing.towns import Towns, Way, country_of, towns_of
from allsource.evidence.track.geometry import distance_km
from allsource.evidence.track.naming import AirportPlace
from allsource.model.bearing import Bearing, Compared, Verdict
from allsource.model.claim import Claim
from allsource.model.track import LegEnd, TrackLeg
from allsource.vocab import load

__all__ = ["ToldFlight", "beside_flight", "told_flight"]

_NEAR = ("ground", "low")
_FAR = 150.0
"""Kilometres from which on two airports do not serve one town."""
_DAYS = 2
"""Days that a claim may leave open and still name a day."""

Ends = tuple[Compared, Compared]


@dataclass(frozen=True, slots=True)
class ToldFlight:
    """What a claim tells of a flight, read once for all legs.

    Args:
        claim: that tells it.
        puts: whether it affirms or denies the flight.
        spoken: the days, None where it names none or more than two.
        types: designators that it may mean, each with its words.
        operators: that it names.
        rest: its words without those names.
        way: its ends.
    """

    claim: Claim
    puts: Polarity
    spoken: Span | None
    types: dict[str, str]
    operators: tuple[str, ...]
    rest: str
    way: Way


def told_flight(claim: Claim, towns: Towns) -> ToldFlight | None:
    """Read what a claim tells of a flight.

    Args:
        claim: any claim.
        towns: of the airports of the legs, and those that the claims name.

    Returns:
        None where it tells of no flight.
    """
    text = claim.statement
    if holds(text, load("bearing")["flight"]["words"]) is None:
        return None
    operators, rest = operators_in(claim), text
    for name in operators:
        rest = rest.replace(name, " ")
    spoken = days(claim)
    if spoken is not None and (spoken[1] - spoken[0]).days >= _DAYS:
        spoken = None
    return ToldFlight(
        claim, _puts(claim), spoken, types_in(text), operators, rest, towns.way(text)
    )  # fmt: skip


def _puts(claim: Claim) -> Polarity:
    """Say whether the flight is affirmed or denied; a denial of something else leaves it open."""
    puts, told = polarity(claim), load("bearing")
    predicate = claim.predication.predicate if claim.predication else None
    undone = [*told["polarity"]["undone"]["words"], *told["polarity"]["turned"]["words"]]
    flies = predicate is not None and (
        predicate.lemma in told["flight"]["verbs"]["words"]
        or holds(predicate.text, undone) is not None
    )
    return puts if flies or puts != "denied" else "open"


def beside_flight(told: ToldFlight, leg: TrackLeg, towns: Towns) -> Bearing | None:
    """Set a claim beside a tracked leg.

    Args:
        told: what the claim tells of a flight.
        leg: one leg.
        towns: those that ``told`` was read with.

    Returns:
        What the leg says of the claim; None where the claim tells of another aircraft on another way, or
        of other days and another aircraft or way.
    """
    flown = _flown(leg)
    when = Compared("date", _day(told.spoken), _day(flown), overlap(told.spoken, flown))
    kind, operator = _type(told, leg), _operator(told, leg)
    named = bool(kind.agrees or operator.agrees)
    if not (when.agrees or named):
        return None
    ends = (
        _end("departure", told.way.departure, told, leg.departure, towns),
        _end("arrival", told.way.arrival, told, leg.arrival, towns),
    )
    one_end = any(end.agrees for end in ends)
    if not (named or one_end) or (
        not when.agrees and (not one_end or any(end.agrees is False for end in ends))
    ):
        return None
    verdict, why = _verdict(told.puts, when, (kind, operator), ends, leg)
    return Bearing(told.claim.id, leg.id, "track", verdict, (when, kind, operator, *ends), why)


def _verdict(
    puts: Polarity, when: Compared, craft: tuple[Compared, Compared], ends: Ends, leg: TrackLeg
) -> tuple[Verdict, str]:
    another = any(one.agrees is False for one in craft)
    named = any(one.agrees for one in craft)
    both = all(end.agrees for end in ends)
    rules: tuple[Rule, ...] = (
        (puts == "open", "does not bear", "the claim states nothing that took place"),
        (when.agrees is None, "does not bear", "the claim names no day"),
        (not when.agrees, "does not bear", "the leg was flown on another day"),
        (another, "does not bear", "another type or operator was tracked"),
        (not named, "does not bear", "nothing shows that it was the aircraft of the claim"),
        (both and puts == "denied", "contradicts", "a flight that is denied took place"),
        (puts == "denied", "does not bear", "it says nothing of a flight that is denied"),
        (both, "bears out", "day, aircraft and both ends agree"),
        (
            _elsewhere(ends, leg),
            "contradicts",
            "it was seen on the ground at another place than stated",
        ),
        (True, "does not bear", "an end was not observed, or the claim does not name it"),
    )
    return decided(rules)


def _elsewhere(ends: Ends, leg: TrackLeg) -> bool:
    """Say whether one end is as claimed and the other was seen on the ground at another place."""
    departure, arrival = ends
    return any(
        one.agrees and other.agrees is False and seen.tier == "ground"
        for one, other, seen in (
            (departure, arrival, leg.arrival),
            (arrival, departure, leg.departure),
        )
    )


def _type(told: ToldFlight, leg: TrackLeg) -> Compared:
    """Compare the type named with the one tracked; another listed type is a disagreement."""
    said, mine = told.types, leg.aircraft.type
    agrees = None if not said or mine is None else mine in said
    words = said.get(mine or "") or next(iter(said.values()), None)
    return Compared("aircraft type", words, mine, agrees)


def _operator(told: ToldFlight, leg: TrackLeg) -> Compared:
    """Compare operators by their full names; another one that is named is a disagreement."""
    facts = (leg.aircraft.operator_by_registry, leg.aircraft.operator_by_callsign)
    names = list(dict.fromkeys(fact.value for fact in facts if fact is not None))
    seen = ", ".join(names) or None
    mine = {plain(name) for name in names} - {()}
    same = next((name for name in told.operators if plain(name) in mine), None)
    same = same or holds(told.rest, [*names, *(" ".join(parts) for parts in mine)])
    if same:
        return Compared("operator", same, seen, agrees=True)
    other = next(iter(told.operators), None)
    return Compared("operator", other, seen, False if other and mine else None)


def _end(what: str, said: str | None, told: ToldFlight, end: LegEnd, towns: Towns) -> Compared:
    """Compare the place that a claim names for one end with where that end was seen."""
    mine = towns.places.get(end.airport or "")
    if mine is None:
        return Compared(what, said, end.airport, None)
    seen = f"{end.airport} ({', '.join(mine.names[:2])}), tier {end.tier}"
    return Compared(
        what, said, seen, None if said is None else _there(said, mine, told, end, towns)
    )


def _there(
    said: str, mine: AirportPlace, told: ToldFlight, end: LegEnd, towns: Towns
) -> bool | None:
    """Say whether a named place is the one seen; None where it is near, too weak, or not observed."""
    name, here = said.casefold(), towns_of(mine)
    places = towns.named(name)
    if name in here:
        return True if end.tier in _NEAR else None
    if not places:
        ends = {one.casefold() for one in (told.way.departure, told.way.arrival) if one}
        weak = name != country_of(mine) or bool(told.way.towns - ends)
        return True if end.tier in _NEAR and not weak else None
    near = any(_apart(place, mine) <= _FAR for place in places)
    also = not told.way.towns.isdisjoint(here)
    return False if end.tier == "ground" and not near and not also else None


def _apart(one: AirportPlace, other: AirportPlace) -> float:
    """Give the kilometres between two airports."""
    places = (one.latitude, one.longitude, other.latitude, other.longitude)
    return float(distance_km(*places))


def _flown(leg: TrackLeg) -> Span:
    first = leg.departure.earliest or leg.departure.time
    last = leg.arrival.latest or leg.arrival.time
    return date.fromisoformat(first[:10]), date.fromisoformat(last[:10])


def _day(span: Span | None) -> str | None:
    if span is None:
        return None
    first, last = (end.isoformat() for end in span)
    return first if first == last else f"{first} to {last}"
