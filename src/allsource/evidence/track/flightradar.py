"""What do the CSV files of Flightradar24 hold?

Four kinds. The *web* CSV of one flight (Timestamp, UTC, Callsign, Position, Altitude, Speed, Direction) has no address. The
*granular* CSV (network_time, receiver_time, hex, ...) has a row a message, many without a position. The daily *archive* has
a file of positions for each flight (snapshot_id, altitude, ..., named DATE_FLIGHT.csv), or one for many (flight_id, event_time, ...),
and a table of flights (flight_id, aircraft_id or address, reg, ...), which must be given with them: without it nobody
knows whose positions they are.

The network writes altitude 0 for aircraft on the ground; where it has no other mark, a row at 0 ft and at most 80 knots counts
as ground. It fails on slow aircraft over land below sea level.
"""

import re
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from allsource.evidence.track.fixes import Fixes, fix_table
from allsource.evidence.track.gathering import FlightRow, Gathering, flight_number
from allsource.evidence.track.identity import written_hex
from allsource.evidence.track.opened import Columns, numbers, seconds, table
from allsource.evidence.track.registry import Airframe

__all__ = ["ARCHIVE", "CSV", "read_archive", "read_flights", "read_granular", "read_web"]

CSV = "Flightradar24 CSV"
ARCHIVE = "Flightradar24 archive"
_FLIGHT_TABLE = "the archive's flight table"
_TAXI_KT = 80.0
_OF_NAME = re.compile(r"\d{8}_([0-9A-Za-z]{1,12})(?:_positions)?\.csv(?:\.gz)?", re.IGNORECASE)


def read_web(path: Path, shown: str, into: Gathering) -> None:
    """Read the CSV that the website gives for one flight."""
    for columns in table(path, shown):
        places = [one.partition(",") for one in columns.get("position")]
        fixes = _fixes(
            columns,
            time=seconds(columns.get("timestamp", "utc")),
            latitude=numbers([one[0] for one in places]),
            longitude=numbers([one[2] for one in places]),
        )
        keys = np.array([_callsign_key(one) for one in columns.get("callsign")], dtype="S24")
        into.add_rows(keys, fixes, CSV, synthetic=columns.synthetic)


def read_granular(path: Path, shown: str, into: Gathering) -> None:
    """Read the CSV of single messages."""
    for columns in table(path, shown):
        said = [one.strip().upper() for one in columns.get("on_ground")]
        there = [one.strip().upper() != "N" for one in columns.get("no_position")]
        fixes = _fixes(
            columns,
            time=seconds(columns.get("receiver_time", "network_time")),
            latitude=numbers(columns.get("latitude")),
            longitude=numbers(columns.get("longitude")),
            ground=np.array([1 if one == "G" else 0 if one == "A" else -1 for one in said]),
        )
        addresses = (written_hex(one) or "" for one in columns.get("hex"))
        keys = [one.encode() if at else b"" for one, at in zip(addresses, there, strict=True)]
        into.add_rows(np.array(keys, dtype="S6"), fixes, CSV, synthetic=columns.synthetic)


def read_archive(path: Path, shown: str, into: Gathering) -> None:
    """Read positions of one flight, named by its file, or of many, named in the rows."""
    named = _OF_NAME.fullmatch(path.name)
    for columns in table(path, shown):
        flights = columns.get("flight_id")
        if named and "flight_id" not in columns.cells:
            flights = [named[1]] * columns.rows
        marked = numbers(columns.get("on_ground"))
        ground = np.where(np.isfinite(marked), marked > 0, -1).astype(np.int8)
        fixes = _fixes(
            columns,
            time=seconds(columns.get("snapshot_id", "event_time", "timestamp")),
            latitude=numbers(columns.get("latitude", "lat")),
            longitude=numbers(columns.get("longitude", "lon")),
            ground=ground if "on_ground" in columns.cells else None,
        )
        keys = [f"flight/{one.strip()[:12]}".encode() if one.strip() else b"" for one in flights]
        into.add_rows(np.array(keys, dtype="S24"), fixes, ARCHIVE, synthetic=columns.synthetic)


def read_flights(path: Path, shown: str, into: Gathering) -> None:
    """Read the archive's table of flights."""
    for columns in table(path, shown):
        names = (
            columns.get("flight_id"),
            columns.get("aircraft_id", "address"),
            columns.get("callsign"),
            columns.get("reg"),
            columns.get("equip", "model"),
            columns.get("schd_from", "adep"),
            columns.get("real_to"),
            columns.get("schd_to", "ades"),
        )
        decimal = any(len(one.strip()) > 6 for one in names[1])
        for flight, address, callsign, reg, kind, origin, real, planned in zip(*names, strict=True):
            if flight_number(flight) < 0:
                continue
            row = FlightRow(
                address=_address(address, decimal=decimal),
                callsign=callsign.strip()[:8] or None,
                airframe=Airframe(reg.strip()[:12] or None, kind.strip()[:4] or None),
                origin=origin.strip()[:4] or None,
                destination=(real.strip() or planned.strip())[:4] or None,
            )
            into.add_flight(flight.strip()[:12], row, synthetic=columns.synthetic)


def _fixes(
    columns: Columns,
    *,
    time: NDArray[np.float64],
    latitude: NDArray[np.float64],
    longitude: NDArray[np.float64],
    ground: NDArray[np.int8] | None = None,
) -> Fixes:
    height, speed = numbers(columns.get("altitude")), numbers(columns.get("speed"))
    if ground is None:
        ground = np.where((height == 0) & (speed <= _TAXI_KT), 1, 0).astype(np.int8)
    return fix_table(
        columns.rows,
        time=time,
        latitude=latitude,
        longitude=longitude,
        altitude=np.where(ground == 1, np.nan, height),
        speed=speed,
        ground=ground,
        callsign=[one.strip()[:8].encode("ascii", "ignore") for one in columns.get("callsign")],
    )


def _address(text: str, *, decimal: bool) -> str | None:
    """An address of the flight table, which some days has in decimal digits."""
    written = text.strip()
    if decimal and written.isdecimal() and len(written) <= 8:
        written = f"{int(written):06x}"
    return written_hex(written.zfill(6)) if written else None


def _callsign_key(text: str) -> bytes:
    written = text.strip()[:8].encode("ascii", "ignore")
    return b"callsign/" + written if written else b""
