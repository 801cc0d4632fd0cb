"""Which flights are measured on, in which half is each, and how is loss of coverage simulated?

The split rule was written down before any flight was looked at: a flight goes to ``dev`` or ``held`` by the
SHA-256 of its identifier (even: dev). Loss of coverage is simulated by taking away all fixes on the ground and
those in the air within some minutes of the end.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from allsource.evidence.track.airports import Airports
from allsource.evidence.track.chances import Side
from allsource.evidence.track.clean import without_jumps
from allsource.evidence.track.fixes import Fixes
from allsource.evidence.track.flightradar import read_archive, read_flights
from allsource.evidence.track.gathering import Gathering, flight_number
from allsource.evidence.track.legs import Stretch, stretches

FLIGHTS, POSITIONS = "egll-flights-fr24.csv", "egll-positions-fr24.csv"
CUTS = (0, 1, 2, 3, 4, 6, 8, 12, 16, 20)
SIDES: tuple[Side, ...] = ("departure", "arrival")


@dataclass(frozen=True, slots=True)
class Flight:
    """A flight whose origin and destination are told by the schedule.

    Args:
        name: its identifier.
        legs: parted from its fixes.
        truth: ICAO code of each side.
    """

    name: str
    legs: tuple[Stretch, ...]
    truth: dict[Side, str | None]


def half(name: str) -> str:
    """Say in which half a flight is."""
    return "dev" if int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 == 0 else "held"


def there(folder: Path | None) -> bool:
    """Say whether the labelled flights are at hand."""
    return folder is not None and all((folder / name).is_file() for name in (FLIGHTS, POSITIONS))


def flights(folder: Path, part: str, airports: Airports) -> Iterator[Flight]:
    """Give the flights of one half."""
    into = Gathering(datetime.now(tz=UTC).timestamp())
    read_flights(folder / FLIGHTS, FLIGHTS, into)
    read_archive(folder / POSITIONS, POSITIONS, into)
    by_number: dict[int, Fixes] = {}
    for _, held in into.aircraft():
        fixes = held.fixes()
        for number in held.routes:
            by_number[number] = fixes[fixes["flight"] == number]
    with (folder / FLIGHTS).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            number = flight_number(row["flight_id"])
            if number not in by_number or half(row["flight_id"]) != part:
                continue
            clean, _ = without_jumps(by_number[number])
            day = datetime.fromisoformat(row["start_time"]).date()
            truth: dict[Side, str | None] = {
                "departure": airports.ident(row["adep"], day),
                "arrival": airports.ident(row["ades"], day),
            }
            yield Flight(row["flight_id"], tuple(stretches(clean)), truth)


def cut(leg: Stretch, side: Side, minutes: float) -> Fixes | None:
    """Take away what was seen within some minutes of an end; None where too little is left."""
    time = leg.air["time"]
    if side == "arrival":
        air = leg.air[time <= time[-1] - 60 * minutes]
    else:
        air = leg.air[time >= time[0] + 60 * minutes]
    return air if len(air) >= 2 else None
