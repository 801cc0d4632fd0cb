"""Which tracks, pictures and lists are in hand, and what do they say of the claims at hand?

A frozen view of observations and their bearings, by claim. Nothing in hand and nothing that bears are two things:
``counts`` tells the first. It fails to tell what a list that is no longer in hand would say of a party that nobody
searched it for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from allsource.model.bearing import Bearing, Exhibit
from allsource.model.imagery import SiteChange
from allsource.model.track import TrackLeg

if TYPE_CHECKING:
    from allsource.entities.listed import Listed
    from allsource.evidence.track.naming import AirportPlace

__all__ = ["Held"]

_ORDER = ("contradicts", "bears out", "does not bear")


@dataclass(frozen=True, slots=True)
class Held:
    """Observations in hand.

    Args:
        legs: flights.
        changes: what pairs of pictures show.
        listed: parties of the case on lists.
        places: of airports by code.
        exhibits: files that show an observation, by its id (``lst_`` for an entry of a list).
        counts: files in hand by sort, and aircraft dropped by reason.
        bearings: what the observations say of the claims at hand.
    """

    legs: tuple[TrackLeg, ...] = ()
    changes: tuple[SiteChange, ...] = ()
    listed: "tuple[Listed, ...]" = ()
    places: "Mapping[str, AirportPlace]" = field(default_factory=dict)
    exhibits: Mapping[str, tuple[Exhibit, ...]] = field(default_factory=dict)
    counts: tuple[tuple[str, int], ...] = ()
    bearings: tuple[Bearing, ...] = ()

    def beside(self, claim: str) -> tuple[Bearing, ...]:
        """Give what is said of a claim, what decides first.

        Example:
            >>> Held().beside("clm_1")
            ()
        """
        mine = (one for one in self.bearings if one.claim == claim)
        return tuple(sorted(mine, key=lambda one: (_ORDER.index(one.verdict), one.id)))

    def of(self, observation: str) -> tuple[Bearing, ...]:
        """Give what an observation says of the claims."""
        return tuple(one for one in self.bearings if one.observation == observation)

    def is_invented(self, observation: str) -> bool:
        """Say whether an observation is invented evidence."""
        return any(
            [
                *(one.synthetic for one in self.legs if one.id == observation),
                *(
                    one.before.synthetic or one.after.synthetic
                    for one in self.changes
                    if one.id == observation
                ),
                *(one.listing.synthetic for one in self.listed if one.listing.id == observation),
            ]
        )
