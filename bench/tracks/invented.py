"""What would be received of an invented flight?

SYNTHETIC: no such flight was flown. A flight between two places at true fields: taxi, take-off, climb,
cruise on the great circle, descent at three degrees, landing, taxi. Heights are pressure altitudes with an
offset, as the pressure of the day gives. Formats are written as their networks write them, so that one flight can be read
in each.
"""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

START = 1_935_000_000.0
"""In 2031: read with a clock of 2032."""
NOW = START + 300 * 86_400.0
_KT = 1.852 / 3600


@dataclass(frozen=True, slots=True)
class Row:
    """One position: seconds, degrees, feet, knots, whether on the ground."""

    time: float
    latitude: float
    longitude: float
    altitude: float
    speed: float
    ground: bool


@dataclass(frozen=True, slots=True)
class Field:
    """A place with its height in feet."""

    latitude: float
    longitude: float
    elevation: float


MOSCOW = Field(55.5915, 37.2615, 685.0)
TEHRAN = Field(35.4161, 51.1522, 3305.0)
LISBON = Field(38.7813, -9.1359, 374.0)
MADRID = Field(40.4936, -3.5668, 1998.0)


def flown(
    origin: Field, to: Field, *, start: float = START, every: float = 10.0, offset: float = 200.0
) -> list[Row]:
    """Give the positions of a flight.

    Args:
        origin: where it takes off.
        to: where it lands.
        start: seconds of the first position.
        every: seconds between positions.
        offset: feet by which pressure altitude is off.
    """
    whole = _km(origin, to)
    rows: list[Row] = []
    time, flown_km = start, 0.0
    for _ in range(int(240 / every)):
        rows.append(_row(origin, to, 0.0, time, 0.0, 12.0, ground=True))
        time += every
    while flown_km < whole:
        left = whole - flown_km
        climbed, to_lose = flown_km * 330.0, left / 6.0 * 1000.0
        above = min(climbed, to_lose, 33_000.0)
        speed = 140.0 + 300.0 * min(above / 25_000.0, 1.0)
        share = flown_km / whole
        field = origin.elevation * (1 - share) + to.elevation * share
        rows.append(_row(origin, to, share, time, above + field + offset, speed, ground=False))
        time, flown_km = time + every, flown_km + speed * _KT * every
    for _ in range(int(240 / every)):
        rows.append(_row(origin, to, 1.0, time, 0.0, 14.0, ground=True))
        time += every
    return rows


def _km(a: Field, b: Field) -> float:
    p, q = np.radians(a.latitude), np.radians(b.latitude)
    across = np.radians(b.longitude - a.longitude)
    inner = np.sin(p) * np.sin(q) + np.cos(p) * np.cos(q) * np.cos(across)
    return float(6371.0 * np.arccos(inner))


def _vector(one: Field) -> Any:
    lat, lon = np.radians(one.latitude), np.radians(one.longitude)
    return np.array([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])


def _row(
    a: Field, b: Field, share: float, time: float, altitude: float, speed: float, *, ground: bool
) -> Row:
    one, other = _vector(a), _vector(b)
    angle = np.arccos(np.clip(one @ other, -1, 1))
    at = (np.sin((1 - share) * angle) * one + np.sin(share * angle) * other) / np.sin(angle)
    lat, lon = np.degrees(np.arcsin(at[2])), np.degrees(np.arctan2(at[1], at[0]))
    place = round(float(lat), 5), round(float(lon), 5)
    return Row(time, *place, float(round(altitude / 25) * 25), round(speed, 1), ground)


def readsb(
    path: Path, rows: Sequence[Row], *, address: str = "1fffa0", callsign: str = "TSO1234",
    flags: int = 0, packed: bool = False, **fields: Any,
) -> Path:  # fmt: skip
    """Write a trace of readsb."""
    trace = []
    for number, row in enumerate(rows):
        height = "ground" if row.ground else row.altitude
        detail = {"flight": f"{callsign:8}", "nic": 8} if callsign and number % 4 == 0 else None
        seen = [round(row.time - rows[0].time, 2), row.latitude, row.longitude, height, row.speed]
        trace.append([*seen, 90.0, 0, 0, detail, "adsb_icao", None, None, None, None])
    held = {
        "icao": address, "timestamp": rows[0].time, "dbFlags": flags, "synthetic": True,
        "trace": trace, **fields,
    }  # fmt: skip
    written = json.dumps(held).encode()
    path.write_bytes(gzip.compress(written) if packed else written)
    return path


def vectors(
    rows: Sequence[Row], *, address: str = "1fffa0", callsign: str = "TSO1234"
) -> dict[str, list[Any]]:
    """Give state vectors as columns, each position repeated until the next as OpenSky does."""
    columns: dict[str, list[Any]] = {
        name: []
        for name in (
            "time", "icao24", "lat", "lon", "velocity", "heading", "vertrate", "callsign", "onground",
            "alert", "spi", "squawk", "baroaltitude", "geoaltitude", "lastposupdate", "lastcontact",
        )
    }  # fmt: skip
    for row in rows:
        for late in (0, 3):
            height = None if row.ground else round(row.altitude * 0.3048, 2)
            values = (
                int(row.time) + late, address, row.latitude, row.longitude,
                round(row.speed * 1.852 / 3.6, 3), 90.0, 0.0, f"{callsign:8}", row.ground, False, False,
                "1000", height, height, row.time, row.time + late,
            )  # fmt: skip
            for name, value in zip(columns, values, strict=True):
                columns[name].append(value)
    return columns


def opensky(path: Path, rows: Sequence[Row], **who: str) -> Path:
    """Write state vectors as CSV."""
    columns = vectors(rows, **who)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("# synthetic\n")
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(zip(*columns.values(), strict=True))
    return path


def web(path: Path, rows: Sequence[Row], *, callsign: str = "TSO1234") -> Path:
    """Write the CSV of Flightradar24's website: altitude 0 on the ground, no address."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("# synthetic\n")
        writer = csv.writer(file)
        writer.writerow(
            ("Timestamp", "UTC", "Callsign", "Position", "Altitude", "Speed", "Direction")
        )
        for row in rows:
            height = 0 if row.ground else int(max(row.altitude, 25))
            place = f"{row.latitude},{row.longitude}"
            writer.writerow(
                (int(row.time), _iso(row.time), callsign, place, height, int(row.speed), 90)
            )
    return path


def granular(
    path: Path, rows: Sequence[Row], *, address: str = "1fffa0", callsign: str = "TSO1234"
) -> Path:
    """Write Flightradar24's CSV of single messages, every third without a position."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("# synthetic\n")
        file.write(
            "network_time,receiver_time,hex,callsign,latitude,longitude,no_position,altitude,squawk,"
            "speed,track,vspeed,on_ground,flags,position_class,,,\n"
        )
        for number, row in enumerate(rows):
            at = _iso(row.time).replace("T", " ") + ".250"
            side, height = ("G", 0) if row.ground else ("A", int(row.altitude))
            seen = f"{row.latitude},{row.longitude},P,{height},0,{int(row.speed)},90,0,{side}"
            file.write(f"{at},{at},0x{address},{callsign},{seen},0,ADS-B,P:8,S:ADS-B,\n")
            if number % 3 == 0:
                file.write(f"{at},{at},0x{address},,0,0,N,{height},0,0,90,0,N,2,ADS-B,P:8,\n")
    return path


def archive(
    folder: Path, rows: Sequence[Row], *, address: str = "1fffa0", callsign: str = "TSO1234",
    flight: str = "207500001", origin: str = "VKO", to: str = "IKA",
) -> list[Path]:  # fmt: skip
    """Write the daily archive: a file of positions, and the table of flights."""
    day = datetime.fromtimestamp(rows[0].time, tz=UTC).strftime("%Y%m%d")
    positions, table = folder / f"{day}_{flight}.csv", folder / f"{day}_flights.csv"
    with positions.open("w", encoding="utf-8", newline="") as file:
        file.write("# synthetic\n")
        file.write("snapshot_id,altitude,heading,latitude,longitude,radar_id,speed,squawk\n")
        for row in rows:
            height = 0 if row.ground else int(row.altitude)
            place = f"{row.latitude},{row.longitude}"
            file.write(f"{int(row.time)},{height},90,{place},7,{int(row.speed)},1000\n")
    table.write_text(
        "# synthetic\nflight_id,aircraft_id,reg,equip,callsign,flight,schd_from,schd_to,real_to,reserved\n"
        f"{flight},{address.upper()},RA-00000,IL76,{callsign},UN1234,{origin},{to},,\n",
        encoding="utf-8",
    )
    return [positions, table]


def _iso(seconds: float) -> str:
    return datetime.fromtimestamp(int(seconds), tz=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
