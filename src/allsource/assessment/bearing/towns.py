"""Which of the places that airports serve does a claim name, and as which end of a flight?

Words before a name tell which end it is. The two ends are the first pair that stands in one clause: what
follows tells of another leg. A country is a weak name: it stands for an end only where the claim names no other
town than the other end. It fails for a way told without prepositions.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from allsource.assessment.bearing.said import any_of
from allsource.evidence.track.naming import AirportPlace
from allsource.vocab import load

__all__ = ["Towns", "Way", "country_of", "told_towns", "towns_of"]

_CLAUSE = re.compile(
    r"[;:.]\s|,|\b(?:and|but|while|when|which|who|where|after|before|then)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Way:
    """The ends of a flight as a claim names them.

    Args:
        departure: name of the place, as the claim writes it; None where it names none.
        arrival: likewise.
        towns: all towns and airports that the claim names, folded.
    """

    departure: str | None
    arrival: str | None
    towns: frozenset[str]


@dataclass(frozen=True)
class Towns:
    """The places of a case, found in many claims: their names are compiled once.

    Args:
        places: by airport code.
    """

    places: Mapping[str, AirportPlace]
    _by_town: dict[str, list[AirportPlace]] = field(init=False, repr=False)
    _town: re.Pattern[str] = field(init=False, repr=False)
    _end: re.Pattern[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        by_town: dict[str, list[AirportPlace]] = defaultdict(list)
        for place in self.places.values():
            for name in towns_of(place):
                by_town[name].append(place)
        names = any_of({*by_town, *(country_of(place) for place in self.places.values())} - {""})
        sides = load("bearing")["ends"]
        before = "|".join(
            f"(?P<{group}>{any_of(sides[side]['words']).pattern})"
            for group, side in (("departure", "from"), ("arrival", "to"))
        )
        end = re.compile(rf"(?:{before})\s+(?:the\s+)?(?P<name>{names.pattern})", re.IGNORECASE)
        object.__setattr__(self, "_by_town", dict(by_town))
        object.__setattr__(self, "_town", any_of(by_town))
        object.__setattr__(self, "_end", end)

    def way(self, text: str) -> Way:
        """Read the ends of the flight that a text tells of."""
        ends: dict[str, str] = {}
        last = 0
        for found in self._end.finditer(text):
            side = "departure" if found["departure"] else "arrival"
            if side in ends or (ends and _CLAUSE.search(text, last, found.start())):
                break
            ends[side], last = found["name"], found.end()
        named = frozenset(found.group().casefold() for found in self._town.finditer(text))
        return Way(ends.get("departure"), ends.get("arrival"), named)

    def named(self, name: str) -> Iterable[AirportPlace]:
        """Give the places of a town; none for a country or an unknown name."""
        return self._by_town.get(name.casefold(), ())


def told_towns(text: str) -> Iterator[str]:
    """Give the capitalised words after a word of place, all and the first alone: these may be towns.

    Example:
        >>> list(told_towns("It left Port Iskal on Friday."))
        ['Port Iskal', 'Port']
    """
    for found in _told().finditer(text):
        yield from (found[1], found[1].split()[0])


@cache
def _told() -> re.Pattern[str]:
    before = any_of(
        word for side in ("from", "to", "at") for word in load("bearing")["ends"][side]["words"]
    )
    capital = r"[A-Z][\w'’-]+"
    return re.compile(rf"(?i:{before.pattern})\s+({capital}(?: {capital})*)")


def towns_of(place: AirportPlace) -> tuple[str, ...]:
    """Give a place's town and airport, folded.

    Example:
        >>> towns_of(AirportPlace(("Corrant", "Corrant North", "Keth"), 10.0, 10.0))
        ('corrant', 'corrant north')
    """
    names = place.names[:-1] if len(place.names) > 1 else place.names
    return tuple(name.casefold() for name in names)


def country_of(place: AirportPlace) -> str:
    """Give a place's country, folded; empty where it is not told."""
    return place.names[-1].casefold() if len(place.names) > 1 else ""
