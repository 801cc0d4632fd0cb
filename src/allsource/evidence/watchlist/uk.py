"""What does a sanctions list of the United Kingdom hold, as CSV?

Two forms are read, told by their header: the UK Sanctions List of the Foreign Office ("Unique ID",
one row for each name) and the former consolidated list of the Treasury ("Group ID"). The line above
the header gives the day. Rows of one party follow each other and become one listing.
"""

import csv
import itertools
import re
from collections.abc import Iterator, Mapping
from typing import IO

from allsource.errors import InputError
from allsource.evidence.watchlist.fields import (
    day,
    designations,
    kind,
    name_parts,
    names,
    once,
    plain,
)
from allsource.evidence.watchlist.table import lines
from allsource.model.listing import ListedName, Listing, NameKind

__all__ = ["read_uk"]

_DAY = re.compile(r"\d{1,2}[/ -](?:\d{1,2}|[A-Za-z]{3,9})[/ -]\d{4}")
_ABOVE = 5
"""Lines that may stand above the header."""
_MOST_ROWS = 2_000
"""Rows of one party that are read."""

_COUNTRIES = (
    "nationality(/ies)",
    "nationality",
    "country of birth",
    "current believed flag of ship",
)
_SEVERAL = re.compile(r"\s*(?:\||;|\(\d+\))\s*")

_Row = Mapping[str, str]


def read_uk(file: IO[bytes], name: str) -> Iterator[Listing]:
    """Read the parties of a UK list.

    Raises:
        InputError: it has not the header of either form.
    """
    rows = csv.reader(lines(file, name))
    as_of, header = _opening(rows, name)
    key = "unique id" if "unique id" in header else "group id"
    told = (dict(zip(header, row, strict=False)) for row in rows if row)
    groups = itertools.groupby(told, key=lambda row: plain(row.get(key)))
    for number, (uid, same) in enumerate(groups, start=1):
        if uid:
            rows_of_it: list[_Row] = list(itertools.islice(same, _MOST_ROWS))
            yield _party(uid, rows_of_it, as_of, f"{name}#{number}")


def _opening(rows: Iterator[list[str]], name: str) -> tuple[str | None, list[str]]:
    """Find the header, and the day in the lines above it."""
    as_of = None
    for row in itertools.islice(rows, _ABOVE):
        header = [plain(cell).casefold() for cell in row]
        if "name 6" in header and ("unique id" in header or "group id" in header):
            return as_of, header
        if found := _DAY.search(",".join(row)):
            as_of = day(found[0].replace("-", " "))
    raise InputError(
        name,
        "it has no header with the columns Name 6 and Unique ID (or Group ID)",
        "fetch the CSV form of the UK Sanctions List",
    )


def _party(uid: str, rows: list[_Row], as_of: str | None, place: str) -> Listing:
    first = rows[0]
    acts = designations(map(_act, rows))
    return Listing(
        source="UK Sanctions List" if "unique id" in first else "UK Consolidated List",
        as_of=as_of,
        uid=uid,
        kind=kind(
            first.get("designation type")
            or first.get("group type")
            or first.get("individual, entity, ship")
        ),
        names=names(one for row in rows for one in _names(row)),
        programmes=once(act.programme for act in acts),
        since=next((one.since for one in acts if one.since), None),
        designations=acts,
        birth_dates=tuple(
            dict.fromkeys(filter(None, (day(row.get("d.o.b") or row.get("dob")) for row in rows)))
        ),
        countries=_all(rows, *_COUNTRIES),
        identifiers=_all(rows, "imo number", "business registration number (s)"),
        place=place,
    )


def _act(row: _Row) -> tuple[str | None, str | None, None]:
    """Give the regime of a row and the day of designation."""
    since = day(row.get("date designated") or row.get("listed on"))
    return row.get("regime name") or row.get("regime"), since, None


def _names(row: _Row) -> Iterator[ListedName]:
    parts = (row.get(f"name {number}") for number in (1, 2, 3, 4, 5, 6))
    sort = plain(row.get("name type") or row.get("alias type")).casefold()
    strength = plain(row.get("alias strength") or row.get("alias quality")).casefold()
    main = sort.startswith("primary") and "variation" not in sort
    other: NameKind = "weak alias" if strength.startswith("low") else "alias"
    other = "former name" if sort.startswith(("fka", "f.k.a", "former")) else other
    yield ListedName(name_parts(*parts), "primary" if main else other)
    yield ListedName(plain(row.get("name non-latin script")), "alias")


def _all(rows: list[_Row], *columns: str) -> tuple[str, ...]:
    """Give the texts of some columns, each once; a cell may hold several ("(1) Mardisia (2) Druvenia")."""
    cells = (plain(row.get(column)) for row in rows for column in columns)
    return tuple(dict.fromkeys(one for cell in cells for one in _SEVERAL.split(cell) if one))
