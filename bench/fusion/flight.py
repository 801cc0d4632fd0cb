"""What do the sites say of each flight, and what is known to be true?

Reads the Flight days of Li et al. (one file of claims and one of known values a day, ``.txt`` or
``.txt.xz``) from a folder of the user's. Times are minutes after midnight of the day of the flight;
gates are their last letter-and-number. The airlines' own sites, from which the known values were made,
are left out, as its authors do. Of several values of one site for one field the first is kept.
"""

from __future__ import annotations

import datetime as dt
import lzma
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["AIRPORTS", "FIELDS", "TIMES", "TOLERANCE", "Day", "Slot", "days_in", "read"]

FIELDS = (
    "scheduled departure", "actual departure", "departure gate",
    "scheduled arrival", "actual arrival", "arrival gate",
)  # fmt: skip
TIMES = frozenset({FIELDS[0], FIELDS[1], FIELDS[3], FIELDS[4]})
TOLERANCE = 10.0
"""Minutes: two times no further apart are one value, as the authors of the set have it."""
AIRPORTS = ("den", "dfw", "iad", "mco", "mia", "ord", "phl", "sfo")
"""Sites of airports: a role, known without any label."""
AIRLINES = frozenset({"aa", "ua", "CO"})

Slot = tuple[str, str]
"""A flight and a field."""

_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_NAMES = "|".join(_MONTHS)
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})\s*([ap])?", re.IGNORECASE)
_MONTH_DAY = re.compile(rf"({_NAMES})[a-z]*\.?\s*(\d{{1,2}})(?!\d)", re.IGNORECASE)
_DAY_MONTH = re.compile(rf"(\d{{1,2}})-({_NAMES})", re.IGNORECASE)
_ISO = re.compile(r"(20\d\d)-(\d{1,2})-(\d{1,2})")
_AMERICAN = re.compile(r"(?<!\d)(\d{1,2})[/-](\d{1,2})(?:[/-](?:20)?1[12])?(?!\d)")


@dataclass(frozen=True, slots=True)
class Day:
    """One day: claims as (slot, source, value), and the known values."""

    name: str
    claims: list[tuple[Slot, str, float | str]]
    truth: dict[Slot, float | str]
    stated: dict[tuple[Slot, str], str] = field(default_factory=dict)


def days_in(folder: Path) -> list[str]:
    """The days that a folder holds, in order."""
    return sorted(path.name[:8] for path in (folder / "conflicting_data").glob("*.txt*"))


def read(folder: Path, name: str) -> Day:
    """One day of the set."""
    day = dt.date(int(name[:4]), int(name[4:6]), int(name[6:]))
    truth: dict[Slot, float | str] = {}
    for row in _rows(folder / "ground_truth", name):
        for what, value in _values(row[1:7], day):
            truth[row[0].strip(), what] = value
    claims: dict[tuple[Slot, str], float | str] = {}
    for row in _rows(folder / "conflicting_data", name):
        if row[0] not in AIRLINES:
            for what, value in _values(row[2:8], day):
                claims.setdefault(((row[1].strip(), what), row[0]), value)
    return Day(name, [(*key, value) for key, value in claims.items()], truth)


def _rows(folder: Path, name: str) -> Iterator[list[str]]:
    packed = folder / f"{name}.txt.xz"
    data = lzma.decompress(packed.read_bytes()) if packed.exists() else (
        folder / f"{name}.txt"
    ).read_bytes()  # fmt: skip
    for line in data.decode("utf-8", errors="replace").split("\n"):
        if line:
            yield line.rstrip("\r").split("\t")


def _values(cells: list[str], day: dt.date) -> Iterator[tuple[str, float | str]]:
    for what, cell in zip(FIELDS, cells, strict=False):
        value = minutes(cell, day) if what in TIMES else gate(cell)
        if value is not None:
            yield what, value


def minutes(cell: str, day: dt.date) -> float | None:
    """Minutes after midnight of the day of the flight."""
    clock = _CLOCK.search(cell)
    if not clock:
        return None
    hour, half = int(clock[1]), (clock[3] or "").lower()
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    rest = f"{cell[: clock.start()]} {cell[clock.end() :]}"
    return float(_days_off(rest, day) * 1440 + hour * 60 + int(clock[2]))


def _days_off(rest: str, day: dt.date) -> int:
    """How many days after that of the flight; no date, or one that cannot be meant, is none."""
    month, number = _date(rest)
    try:
        year = day.year + (day.month == 12 and month == 1)
        off = (dt.date(year, month, number) - day).days
    except ValueError:
        return 0
    return off if abs(off) <= 2 else 0


def _date(rest: str) -> tuple[int, int]:
    if found := _DAY_MONTH.findall(rest):
        return _MONTHS[found[-1][1].lower()], int(found[-1][0])
    if found := _MONTH_DAY.findall(rest):
        return _MONTHS[found[-1][0].lower()], int(found[-1][1])
    iso = _ISO.findall(rest)
    if iso and not _AMERICAN.search(_ISO.sub(" ", rest)):
        return int(iso[-1][1]), int(iso[-1][2])
    found = _AMERICAN.findall(_ISO.sub(" ", rest) if iso else rest)
    return (int(found[-1][0]), int(found[-1][1])) if found else (0, 0)


def gate(cell: str) -> str | None:
    """The last letter-and-number of a gate."""
    upper = cell.upper().replace("?", " ").strip()
    if not upper or "NOT" in upper or "CONTACT" in upper:
        return None
    part = upper.split(" - ")[-1].split("/")[0]
    part = re.sub(r"\b(TERMINAL|TERM|CONC|GATE|MAIN)\b", " ", part)
    found: list[str] = re.findall(r"[A-Z]{0,2}\d{1,3}[A-Z]?", part)
    return found[-1].lstrip("0") if found else None
