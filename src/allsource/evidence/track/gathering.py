"""What do several files hold of each aircraft, in bounded memory?

Fixes are gathered by aircraft: by its address, else by flight number, else by callsign. They are checked,
thinned as they come, and refused where they are younger than seven days. When more is gathered than
memory should hold, reading ends with an error. What tables in the files say of an aircraft (registration,
type, route) is kept beside its fixes. Flight numbers are joined with their aircraft at the end, so that it does
not matter which file comes first. Real and invented files are never gathered together: the first that
comes says of which sort all are, where the caller does not.

It fails on two aircraft that a file without addresses gives one callsign on one day.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from allsource.evidence.track.fixes import FIX, Fixes, thinned, valid
from allsource.evidence.track.registry import Airframe

__all__ = [
    "YOUNGEST_DAYS",
    "FlightRow",
    "Gathering",
    "Held",
    "TooMuch",
    "WrongSort",
    "flight_number",
]

YOUNGEST_DAYS = 7
"""Rows younger than this are refused: there is no live feed."""

_MOST_FIXES = 5_000_000
_MOST_AIRCRAFT = 200_000
_LOOSE = 500_000
"""After so many new fixes what is gathered is thinned."""


class TooMuch(Exception):  # noqa: N818 - says what happened, and is caught where the file is known
    """More than memory should hold."""


class WrongSort(Exception):  # noqa: N818 - as above
    """Invented evidence among real, or real among invented."""


@dataclass(frozen=True, slots=True)
class FlightRow:
    """A row of a flight table.

    Args:
        address: six digits, or None.
        callsign: or None.
        airframe: what the row says of the aircraft.
        origin: airport code as stated.
        destination: airport code as stated.
    """

    address: str | None
    callsign: str | None
    airframe: Airframe
    origin: str | None
    destination: str | None


@dataclass(slots=True)
class Held:
    """What is held of one aircraft.

    Args:
        parts: tables of fixes.
        airframes: what tables in the files say of it.
        networks: kinds of files.
        routes: stated origin and destination by flight number.
        files: that its fixes were read from.
        synthetic: a file says that it is invented.
    """

    parts: list[Fixes] = field(default_factory=list)
    airframes: set[Airframe] = field(default_factory=set)
    networks: set[str] = field(default_factory=set)
    routes: dict[int, tuple[str | None, str | None]] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
    synthetic: bool = False

    def fixes(self) -> Fixes:
        """All fixes in order, thinned."""
        if len(self.parts) > 1:
            self.parts = [thinned(np.concatenate(self.parts))]
        return self.parts[0] if self.parts else np.empty(0, dtype=FIX)


def flight_number(text: str) -> int:
    """Turn a flight's identifier into a number.

    Example:
        >>> flight_number("1z"), flight_number("!")
        (71, -1)
    """
    written = text.strip().lower()[:12]
    return int(written, 36) if written.isalnum() and written.isascii() else -1


class Gathering:
    """All that was read so far; ``file`` names the one in hand.

    Args:
        now: seconds since 1970.
        synthetic: whether all files are invented; None where the first one tells.
    """

    def __init__(self, now: float, *, synthetic: bool | None = None) -> None:
        self.synthetic = synthetic
        self._latest = now - YOUNGEST_DAYS * 86_400
        self._held: dict[str, Held] = {}
        self._flights: dict[str, tuple[FlightRow, str]] = {}
        self._loose = 0
        self.file = ""
        self.flights = 0
        self.rows = 0
        self.young = 0
        self.usable = 0

    def add(self, key: str, fixes: Fixes, network: str, *, synthetic: bool = False) -> None:
        """Gather fixes of one aircraft, or of one flight as ``flight/NUMBER``.

        Raises:
            TooMuch: more than memory should hold.
            WrongSort: they are invented and those before them real, or the other way.
        """
        self.rows += len(fixes)
        self.young += int((fixes["time"] > self._latest).sum())
        kept = thinned(valid(fixes[fixes["time"] <= self._latest]))
        if len(kept) == 0:
            return
        self._admit(synthetic=synthetic)
        self.usable += len(kept)
        held = self._held.setdefault(key, Held())
        held.parts.append(kept)
        held.networks.add(network)
        held.files.add(self.file)
        held.synthetic |= synthetic
        self._loose += len(kept)
        if self._loose > _LOOSE or len(self._held) > _MOST_AIRCRAFT:
            self._settle()

    def add_rows(
        self, keys: NDArray[np.bytes_], fixes: Fixes, network: str, *, synthetic: bool = False
    ) -> None:
        """Gather fixes of many aircraft, a key each; rows without a key are left out."""
        order = np.argsort(keys, kind="stable")
        ordered = keys[order]
        edges = np.flatnonzero(ordered[1:] != ordered[:-1]) + 1
        for part in np.split(order, edges):
            if len(part) and keys[part[0]]:
                self.add(keys[part[0]].decode(), fixes[part], network, synthetic=synthetic)

    def add_airframe(self, key: str, airframe: Airframe) -> None:
        """Keep what a file says of an aircraft."""
        self._held.setdefault(key, Held()).airframes.add(airframe)

    def add_flight(self, flight: str, row: FlightRow, *, synthetic: bool = False) -> None:
        """Keep a row of a flight table.

        Raises:
            TooMuch: more rows than memory should hold.
            WrongSort: it is invented and the files before it real, or the other way.
        """
        self._admit(synthetic=synthetic)
        if len(self._flights) > 10 * _MOST_AIRCRAFT:
            raise TooMuch
        self.flights += 1
        self._flights[f"flight/{flight}"] = row, self.file

    def aircraft(self) -> Iterator[tuple[str | None, Held]]:
        """Give each aircraft: its address, or None, and what is held of it, in a fixed order."""
        self._join()
        for key in sorted(self._held):
            held = self._held[key]
            if held.parts:
                yield (None if "/" in key else key), held

    def _admit(self, *, synthetic: bool) -> None:
        if self.synthetic is None:
            self.synthetic = synthetic
        if self.synthetic != synthetic:
            raise WrongSort

    def _join(self) -> None:
        for key in [key for key in self._held if key in self._flights]:
            (row, table), part = self._flights[key], self._held.pop(key)
            number = flight_number(key.partition("/")[2])
            held = self._held.setdefault(row.address or f"join/{key}", Held())
            for fixes in part.parts:
                fixes["flight"] = number
                fixes["callsign"] = (row.callsign or "").encode()[:8]
                held.parts.append(fixes)
            held.networks |= part.networks
            held.files |= part.files | {table}
            held.synthetic |= part.synthetic
            held.airframes.add(row.airframe)
            held.routes[number] = row.origin, row.destination

    def _settle(self) -> None:
        """Thin what was gathered.

        Raises:
            TooMuch: it is still more than memory should hold.
        """
        total = sum(len(held.fixes()) for held in self._held.values())
        self._loose = 0
        if total > _MOST_FIXES or len(self._held) > _MOST_AIRCRAFT:
            raise TooMuch
