"""Which claims does each observation touch, and what does it say of them?

Every claim is set beside every leg, pair of pictures and list entry that it has something in common with. The rooms
beside this one decide; here is only the crossing. What a claim tells of a flight is read once for all legs. It fails
for a case of very many claims and legs, whose crossing grows with both.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from allsource.assessment.bearing.flights import beside_flight, told_flight
from allsource.assessment.bearing.listings import beside_listing
from allsource.assessment.bearing.sites import beside_pictures
from allsource.assessment.bearing.towns import Towns
from allsource.entities.listed import Listed
from allsource.entities.who import Cast
from allsource.evidence.track.naming import AirportPlace
from allsource.model.bearing import Bearing
from allsource.model.claim import Claim
from allsource.model.imagery import SiteChange
from allsource.model.track import TrackLeg

__all__ = ["bearings"]

_ORDER = ("bears out", "contradicts", "does not bear")


def bearings(
    claims: Sequence[Claim],
    legs: Iterable[TrackLeg] = (),
    changes: Iterable[SiteChange] = (),
    listed: Iterable[Listed] = (),
    places: Mapping[str, AirportPlace] | None = None,
    cast: Cast | None = None,
) -> tuple[Bearing, ...]:
    """Set every observation beside the claims that it touches.

    Args:
        claims: of the case.
        legs: flights.
        changes: what pairs of pictures show.
        listed: parties on lists.
        places: places of airports by code, those of the towns that claims name among them.
        cast: who is who: a listed party is then known by all its names.

    Returns:
        By observation, what decides first.
    """
    found = [
        *_of_legs(claims, legs, places or {}),
        *_each(beside_pictures(claim, one) for one in changes for claim in claims),
        *_each(
            beside_listing(claim, one, _called(claim, one, cast))
            for one in listed
            for claim in claims
        ),
    ]
    # One entry may be matched with two names of a claim: what decides stands.
    ranked = sorted(found, key=lambda one: (one.observation, _ORDER.index(one.verdict), one.id))
    unique: dict[str, Bearing] = {}
    for one in ranked:
        unique.setdefault(one.id, one)
    return tuple(unique.values())


def _called(claim: Claim, one: Listed, cast: Cast | None) -> str:
    """Give the name by which a claim's document calls a listed party; of several the longest in the claim."""
    name = one.party.name
    if cast is None or name in claim.statement:
        return name
    for entity in cast.called(name):
        here = [m.text for m in entity.mentions if m.document == claim.document.id]
        said = sorted({text for text in here if text in claim.statement}, key=len)
        if said:
            return said[-1]
    return name


def _of_legs(
    claims: Sequence[Claim], legs: Iterable[TrackLeg], places: Mapping[str, AirportPlace]
) -> Iterator[Bearing]:
    towns = Towns(places)
    told = [one for claim in claims if (one := told_flight(claim, towns)) is not None]
    yield from _each(beside_flight(one, leg, towns) for leg in legs for one in told)


def _each(found: Iterable[Bearing | None]) -> Iterator[Bearing]:
    return (one for one in found if one is not None)
