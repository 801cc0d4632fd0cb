"""What does a table of airframes say of an address?

Read are the user's own files: ``aircraft.csv`` of tar1090-db (also gzip), the aircraft database of OpenSky,
and any CSV with the columns ``hex`` (or ``icao24``) and, if known, ``registration``, ``type``, ``operator``,
``operatoricao``. Only rows whose address is asked for are kept, so the size of the table does not matter. An
operator is shown only where it is one of the airlines, cargo firms and services of ``vocab/track_operators.yaml``:
an owner who may be a person, or the firm of one ("Star Air LLC"), is never kept: a name counts only if it
says that it is an airline's, a cargo firm's or a force's; a code always does.

It fails where a table is old: the date that the user gives is shown with the fact.
"""

import csv
import gzip
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TextIO

from allsource.errors import InputError
from allsource.evidence.track.identity import written_hex
from allsource.model.track import TrackFact
from allsource.vocab import load

__all__ = ["Airframe", "known_operator", "read_registry"]

_MOST_CELL = 10_000
_FLAGS = ("military", "interesting", "PIA", "LADD")


@dataclass(frozen=True, slots=True)
class Airframe:
    """What a table says of one airframe.

    Args:
        registration: or None.
        type: ICAO type designator, or None.
        operator: a known operator, or None.
        military: the table marks it as military.
        flags: ``PIA`` or ``LADD`` where its operator asked not to be shown.
        table: which table says so.
    """

    registration: str | None = None
    type: str | None = None
    operator: TrackFact | None = None
    military: bool = False
    flags: frozenset[str] = frozenset()
    table: str | None = None


def read_registry(
    path: Path, shown: str, wanted: Collection[str], day: str | None
) -> dict[str, Airframe]:
    """Read the rows of a table whose address is wanted.

    Args:
        path: of the table.
        shown: its name for people.
        wanted: addresses, six lower-case digits.
        day: ISO date as of which the table was taken, or None.

    Raises:
        InputError: it is no table of airframes.
    """
    found: dict[str, Airframe] = {}
    try:
        with _opened(path) as file:
            for row in _rows(file, shown):
                address = written_hex(row.get("hex", ""))
                if address in wanted and address is not None:
                    found[address] = _airframe(row, shown, day)
    except (OSError, EOFError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(shown, f"no table of airframes ({error})", "give a CSV file") from error
    return found


def known_operator(
    name: str | None, code: str | None, table: str, day: str | None
) -> TrackFact | None:
    """Give an operator only where it is one of the airlines, cargo firms and services of the vocabulary.

    Example:
        >>> known_operator("DELTA AIR LINES INC", None, "a table", None).value
        'Delta Air Lines'
        >>> known_operator("ORLAN DAVID", None, "a table", None)
    """
    codes, names = _known()
    said = codes.get((code or "").strip().upper()) or names.get(_bare(name or ""))
    return TrackFact(said, table, day) if said else None


def _opened(path: Path) -> TextIO:
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
    if packed:
        return gzip.open(path, "rt", encoding="utf-8", newline="")
    return path.open(encoding="utf-8", newline="")


def _rows(file: TextIO, shown: str) -> Iterator[dict[str, str]]:
    csv.field_size_limit(_MOST_CELL)
    opening = file.readline(_MOST_CELL)
    while opening.startswith("#"):
        opening = file.readline(_MOST_CELL)
    if opening.count(";") >= 4 and written_hex(opening.split(";")[0]):
        names = ["hex", "registration", "type", "flags", "desc", "year", "operator"]
        for cells in csv.reader([opening], delimiter=";"):
            yield dict(zip(names, cells, strict=False))
        for cells in csv.reader(file, delimiter=";"):
            yield dict(zip(names, cells, strict=False))
        return
    header = [_name(cell) for cell in next(csv.reader([opening]), [])]
    if "hex" not in header:
        reason = "no table of airframes: it has no column hex or icao24"
        raise InputError(shown, reason, "give tar1090-db's aircraft.csv or a CSV with that column")
    for cells in csv.reader(file):
        yield dict(zip(header, (cell.strip("'") for cell in cells), strict=False))


def _name(cell: str) -> str:
    plain = re.sub(r"[^a-z0-9]", "", cell.lower())
    known = {"icao24": "hex", "icao": "hex", "reg": "registration", "typecode": "type"}
    return known.get(plain, plain)


def _airframe(row: dict[str, str], shown: str, day: str | None) -> Airframe:
    marks = row.get("flags", "")
    said = {name for name, mark in zip(_FLAGS, marks, strict=False) if mark == "1"}
    return Airframe(
        registration=row.get("registration") or None,
        type=row.get("type") or None,
        operator=known_operator(row.get("operator"), row.get("operatoricao"), shown, day),
        military="military" in said,
        flags=frozenset(said & {"PIA", "LADD"}),
        table=shown,
    )


@cache
def _known() -> tuple[dict[str, str], dict[str, str]]:
    table = load("track_operators")
    codes = {**table["civil"]["codes"], **table["state"]["codes"]}
    telling = [f" {word} " for word in load("track")["operator_words"]["words"]]
    names = {_bare(name): name for name in codes.values()}
    return codes, {
        bare: name for bare, name in names.items() if any(word in f" {bare} " for word in telling)
    }


def _bare(name: str) -> str:
    endings = set(load("track")["company_endings"]["words"])
    said = re.findall(r"\w+", name.lower())
    return " ".join(word for word in said if word not in endings)
