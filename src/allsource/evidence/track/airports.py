"""Which airports were there, and what did a code mean on a day?

The table is that of the package ``airportsdata`` (MIT), or the user's own OurAirports file. Heliports,
seaplane bases and closed places are left out, and so are fields on days on which they took no traffic.
An airport *served* by an IATA code (with OurAirports: large or medium) is a likelier end than a strip, and a
*busy* one, of the list in ``vocab/track.yaml``, likelier still.
Three-letter codes are looked up with their day, because some moved to another place.

It fails on places that the table lacks, as many military fields are, and on codes that moved and are not in
``vocab/track.yaml``.
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from allsource.errors import InputError
from allsource.evidence.marks import without_remarks
from allsource.evidence.track.geometry import distance_km
from allsource.evidence.track.opened import is_marked
from allsource.vocab import load

__all__ = ["Airports", "bundled", "from_file"]

_MOST = 300_000
_KINDS = frozenset({"large_airport", "medium_airport", "small_airport"})
_KM_PER_DEGREE = 111.0


@dataclass(frozen=True, slots=True)
class Airports:
    """Places at which an aeroplane can land, in columns.

    Args:
        idents: ICAO code, or the identifier of the table.
        latitude: degrees.
        longitude: degrees.
        elevation: feet.
        served: 1.0 where airlines are likely to go there, else 0.0.
        busy: 1.0 where many do, else 0.0.
        iata: three-letter codes as of the table's date, to rows.
        table: name and version.
        synthetic: the table says that it is invented.
    """

    idents: tuple[str, ...]
    latitude: NDArray[np.float64]
    longitude: NDArray[np.float64]
    elevation: NDArray[np.float64]
    served: NDArray[np.float64]
    busy: NDArray[np.float64]
    iata: dict[str, int]
    table: str
    synthetic: bool = False

    def near(self, lat: float, lon: float, radius_km: float, day: date) -> NDArray[np.int64]:
        """Give the rows of the places within a radius that took traffic on a day.

        Example:
            >>> found = bundled()
            >>> rows = found.near(51.47, -0.46, 3.0, date(2031, 5, 4))
            >>> [found.idents[row] for row in rows]
            ['EGLL']
        """
        band = np.flatnonzero(np.abs(self.latitude - lat) <= radius_km / _KM_PER_DEGREE)
        apart = distance_km(lat, lon, self.latitude[band], self.longitude[band])
        rows = band[apart <= radius_km]
        shut = _shut_on(day)
        if shut:
            rows = np.array([row for row in rows if self.idents[row] not in shut], dtype=np.int64)
        return rows

    def ident(self, code: str, day: date) -> str | None:
        """Give the ICAO code that an airport code meant on a day, or None.

        Example:
            >>> found = bundled()
            >>> found.ident("IST", date(2017, 2, 5)), found.ident("IST", date(2031, 2, 5))
            ('LTBA', 'LTFM')
        """
        code = code.strip().upper()
        if len(code) == 4 and code.isalnum():
            return code
        moved = [entry for entry in load("track")["moved_codes"] if entry["code"] == code]
        for entry in moved:
            if _covers(entry, day):
                return str(entry["icao"])
        row = None if moved else self.iata.get(code)
        return None if row is None else self.idents[row]


@cache
def bundled() -> Airports:
    """Read the table of ``airportsdata`` once."""
    import airportsdata  # noqa: PLC0415 - half a second: only where a track is read

    rows = (
        (key, row["name"], row["lat"], row["lon"], row["elevation"], row["iata"], bool(row["iata"]))
        for key, row in airportsdata.load().items()
    )
    return _columns(rows, f"airportsdata {airportsdata.__version__}")


def from_file(path: Path, shown: str) -> Airports:
    """Read the user's own OurAirports ``airports.csv``.

    Raises:
        InputError: it is no such table, or larger than any.
    """
    try:
        invented = is_marked(path)
        with path.open(encoding="utf-8-sig", newline="") as file:
            table = csv.DictReader(without_remarks(file))
            needed = {"ident", "type", "latitude_deg", "longitude_deg"}
            if not needed <= set(table.fieldnames or ()):
                raise InputError(
                    shown,
                    f"no OurAirports table: it needs the columns {', '.join(sorted(needed))}",
                    "give airports.csv of OurAirports",
                )
            found = _columns(_ours(table), f"OurAirports file {shown}")
            return replace(found, synthetic=invented)
    except (OSError, EOFError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(shown, f"no table of airports ({error})", "give airports.csv") from error


def _ours(table: "csv.DictReader[str]") -> Iterator[tuple[Any, ...]]:
    for number, row in enumerate(table):
        kind = row["type"] or ""
        if number < _MOST and kind in _KINDS:
            served = kind != "small_airport"
            ident = row.get("icao_code") or row.get("gps_code") or row["ident"]
            place = row["latitude_deg"], row["longitude_deg"], row.get("elevation_ft")
            yield ident, row.get("name"), *place, row.get("iata_code"), served


def _columns(rows: Iterable[tuple[Any, ...]], table: str) -> Airports:
    words = tuple(load("track")["not_for_aeroplanes"]["words"])
    busy = frozenset(load("track")["busy"]["airports"])
    kept = []
    for ident, name, *place, iata, served in rows:
        lowered = (name or "").lower()
        if any(word in lowered for word in words):
            continue
        try:
            lat, lon, height = (float(value or 0) for value in place)
        except ValueError:
            continue
        if abs(lat) <= 90 and abs(lon) <= 180:
            kept.append((str(ident)[:8], lat, lon, height, float(served), iata or ""))
    idents, lats, lons, heights, served_by, codes = zip(*kept, strict=True) if kept else ((),) * 6
    return Airports(
        idents=tuple(idents),
        latitude=np.array(lats, dtype=np.float64),
        longitude=np.array(lons, dtype=np.float64),
        elevation=np.array(heights, dtype=np.float64),
        served=np.array(served_by, dtype=np.float64),
        busy=np.array([float(ident in busy) for ident in idents], dtype=np.float64),
        iata={code: row for row, code in enumerate(codes) if code},
        table=table,
    )


@cache
def _shut_on(day: date) -> frozenset[str]:
    return frozenset(
        entry["icao"] for entry in load("track")["opened_and_closed"] if not _covers(entry, day)
    )


def _covers(entry: dict[str, Any], day: date) -> bool:
    since, until = entry["since"], entry["until"]
    written = day.isoformat()
    return (since is None or since <= written) and (until is None or written < until)
