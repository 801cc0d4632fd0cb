"""Where is an airport, and by which names do people call its place?

Its town, its own name and its country, from the same table that gave its code, and where it is to a tenth of a
degree. Countries by the names of Unicode CLDR. It fails for towns that the table spells otherwise, and for an
airport that people name after a larger town than its own.
"""

import csv
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from allsource.errors import InputError
from allsource.evidence.marks import without_remarks

__all__ = ["AirportPlace", "place_names"]

_STEP = "give airports.csv of OurAirports"


@dataclass(frozen=True, slots=True)
class AirportPlace:
    """An airport as people name it.

    Args:
        names: its town, its own name, its country; the first known stands first.
        latitude: degrees, to a tenth.
        longitude: degrees, to a tenth.
    """

    names: tuple[str, ...]
    latitude: float
    longitude: float


def place_names(
    codes: Collection[str], towns: Collection[str] = (), table: Path | None = None
) -> dict[str, AirportPlace]:
    """Give the places of some airports, and of all airports of some towns.

    Args:
        codes: ICAO codes, or the identifiers of the table.
        towns: names of towns.
        table: the user's own OurAirports file, which stands before the bundled table.

    Raises:
        InputError: the file cannot be read.

    Example:
        >>> place_names(["OIIE"])["OIIE"].names
        ('Tehran', 'Imam Khomeini International Airport', 'Iran')
    """
    folded = {town.casefold() for town in towns}

    def wanted(code: str, town: str) -> bool:
        return code in codes or any(one.casefold() in folded for one in _towns(town))

    found = {code: place for code, town, place in _bundled() if wanted(code, town)}
    if table is not None:
        try:
            with table.open(encoding="utf-8-sig", newline="") as file:
                rows = list(_ours(csv.DictReader(without_remarks(file))))
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            raise InputError(str(table), f"no table of airports ({error})", _STEP) from error
        found |= {code: place for code, town, place in rows if wanted(code, town)}
    return found


_Row = tuple[str, str, AirportPlace]


def _bundled() -> Iterator[_Row]:
    import airportsdata  # noqa: PLC0415 - half a second: only where a track is read

    for code, row in airportsdata.load().items():
        names = (row["city"], row["name"], row["country"])
        yield code, row["city"], _place(names, row["lat"], row["lon"])


def _ours(rows: "Iterable[dict[str, str]]") -> Iterator[_Row]:
    for row in rows:
        code = row.get("icao_code") or row.get("gps_code") or row.get("ident") or ""
        town = row.get("municipality") or ""
        try:
            where = float(row["latitude_deg"]), float(row["longitude_deg"])
        except (KeyError, TypeError, ValueError):
            continue
        yield (
            code,
            town,
            _place((town, row.get("name") or "", row.get("iso_country") or ""), *where),
        )


def _towns(town: str) -> list[str]:
    """Give the towns of a field such as "Toulouse/Blagnac" or "Oslo (Gardermoen)"."""
    return [part.strip() for part in re.split(r"[/(),;]", town) if part.strip()]


def _place(names: tuple[str, str, str], latitude: float, longitude: float) -> AirportPlace:
    town, name, country = names
    told = dict.fromkeys([*_towns(town), name.strip(), _country(country)])
    return AirportPlace(tuple(filter(None, told)), round(latitude, 1), round(longitude, 1))


def _country(code: str) -> str:
    """Give the English name of a country by its code; a longer word is a name already."""
    from babel import Locale  # noqa: PLC0415 - see above

    return code.strip() if len(code) != 2 else Locale("en").territories.get(code.upper(), "")
