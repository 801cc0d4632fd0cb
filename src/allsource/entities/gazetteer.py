"""Which places bear a name, in which country and roughly where?

A table of 69,000 places of 5,000 people and more, with their names in Latin letters (GeoNames, CC BY 4.0, made by
``training/places/make.py``). Names are folded; positions are tenths of a degree, in the table itself. It does not say which
of several places is meant: ``located`` asks the text. Countries and the states of the US are known by name too.

It fails for villages, sites and regions, and for invented places, of which it knows nothing.
"""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from allsource.entities.folding import fold
from allsource.vocab import load

__all__ = ["Area", "Place", "areas", "places_called"]


_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Area:
    """A country, or a part of one.

    Args:
        country: ISO 3166 code.
        region: code of the part in the table, or None for the whole country.
    """

    country: str
    region: str | None = None

    def holds(self, place: "Place") -> bool:
        """Say whether a place lies in it."""
        return place.country == self.country and self.region in {None, place.region}


@dataclass(frozen=True, slots=True)
class Place:
    """A town or city.

    Args:
        number: in GeoNames.
        name: as it is called there.
        country: ISO 3166 code.
        state: name of the country.
        region: code of the part of the country.
        latitude: in degrees, to a tenth.
        longitude: in degrees, to a tenth.
    """

    number: int
    name: str
    country: str
    state: str
    region: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class _Table:
    """The table, laid out for looking up."""

    names: list[str]
    starts: NDArray[np.int64]
    places: NDArray[np.uint32]
    numbers: NDArray[np.uint32]
    called: list[str]
    tenths: NDArray[np.int16]
    country: list[str]
    region: list[str]
    countries: dict[str, str]
    regions: dict[str, Area]


def places_called(name: str) -> tuple[Place, ...]:
    """Give the places that bear a name: those that are called so first of all, else those that are called so too.

    Args:
        name: in any letters; it is folded. Abbreviations, and words for more than a town ("Asia"), are none.

    Returns:
        In the order of the table.

    Example:
        >>> [place.state for place in places_called("Teheran")]
        ['Iran']
        >>> len(places_called("Paris")) > 1, places_called("Quorvel")
        (True, ())
    """
    if len(name) < _SHORTEST or name.isupper() or "." in name:
        return ()
    folded, table = fold(name), _table()
    if folded in load("identity")["no_places"]["words"]:
        return ()
    at = bisect_left(table.names, folded)
    if not folded or at == len(table.names) or table.names[at] != folded:
        return ()
    rows = table.places[table.starts[at] : table.starts[at + 1]].tolist()
    found = tuple(_place(table, row) for row in rows)
    return tuple(place for place in found if fold(place.name) == folded) or found


@lru_cache(maxsize=1)
def areas() -> Mapping[str, Area]:
    """Give countries and states of the US by the words that name them, their people among these.

    Example:
        >>> areas()["Libyan"].country, areas()["Texas"].region
        ('LY', 'TX')
    """
    table = _table()
    codes = {fold(name): code for code, name in table.countries.items()}
    found = {name: Area(code) for code, name in table.countries.items()} | table.regions
    for row in load("states")["states"]:
        code = next((codes[n] for n in map(fold, (row["state"], *row["also"])) if n in codes), None)
        if code is not None:
            found |= dict.fromkeys((row["state"], *row["also"], *row["people"]), Area(code))
    return found


def _place(table: _Table, row: int) -> Place:
    country = table.country[row]
    latitude, longitude = (int(one) / 10 for one in table.tenths[row])
    return Place(
        int(table.numbers[row]),
        table.called[row],
        country,
        table.countries.get(country, country),
        table.region[row],
        latitude,
        longitude,
    )


@lru_cache(maxsize=1)
def _table() -> _Table:
    with files(__package__).joinpath("places.npz").open("rb") as stream, np.load(stream) as held:
        lines = {
            key: held[key].tobytes().decode().split("\n")
            for key in ("names", "called", "country", "region", "countries", "regions")
        }
        return _Table(
            lines["names"],
            np.r_[0, np.cumsum(held["counts"].astype(np.int64))],
            held["places"],
            held["numbers"],
            lines["called"],
            held["tenths"],
            lines["country"],
            lines["region"],
            dict(line.split("\t") for line in lines["countries"]),
            {
                name: Area(country, code)
                for country, code, name in (line.split("\t") for line in lines["regions"])
            },
        )
