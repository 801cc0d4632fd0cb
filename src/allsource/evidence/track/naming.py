"""By which names do people call the place of an airport?

Its town, its own name and its country, from the same table that gave its code. Countries by the
names of Unicode CLDR. It fails for towns that the table spells otherwise, and for an airport that people
name after a larger town than its own.
"""

import csv
from collections.abc import Collection, Iterator
from pathlib import Path

from allsource.errors import InputError

__all__ = ["place_names"]

_STEP = "give airports.csv of OurAirports"


def place_names(codes: Collection[str], table: Path | None = None) -> dict[str, tuple[str, ...]]:
    """Give the names of the places of some airports; a code that no table holds is left out.

    Args:
        codes: ICAO codes, or the identifiers of the table.
        table: the user's own OurAirports file, which stands before the bundled table.

    Raises:
        InputError: the file cannot be read.

    Example:
        >>> place_names(["OIIE"])["OIIE"]
        ('Tehran', 'Imam Khomeini International Airport', 'Iran')
    """
    wanted = set(codes)
    found = dict(_bundled(wanted))
    if table is not None:
        try:
            with table.open(encoding="utf-8", newline="") as file:
                found |= dict(_ours(csv.DictReader(file), wanted))
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            raise InputError(str(table), f"no table of airports ({error})", _STEP) from error
    return found


def _bundled(wanted: set[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    import airportsdata  # noqa: PLC0415 - half a second: only where a track is read

    for code, row in airportsdata.load().items():
        if code in wanted:
            yield code, _names(row["city"], row["name"], row["country"])


def _ours(rows: "csv.DictReader[str]", wanted: set[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for row in rows:
        code = row.get("icao_code") or row.get("gps_code") or row.get("ident") or ""
        if code in wanted:
            place = (row.get("municipality"), row.get("name"), row.get("iso_country"))
            yield code, _names(*(part or "" for part in place))


def _names(town: str, name: str, country: str) -> tuple[str, ...]:
    return tuple(filter(None, dict.fromkeys([town.strip(), name.strip(), _country(country)])))


def _country(code: str) -> str:
    """Give the English name of a country by its code; a longer word is a name already."""
    from babel import Locale  # noqa: PLC0415 - see above

    return code.strip() if len(code) != 2 else Locale("en").territories.get(code.upper(), "")
