"""Which pairs of records does a table hold, and what is wrong with its rows?

Reads CSV with a header of at least ``left,right``, row by row and without keeping the rows. A row that cannot be
compared keeps its place in the output and is listed with its number; a birth date that is none is left out and
listed too. What is read is not trusted: lines and fields are bounded in length, and nothing in a cell is
run, formulas included.
"""

import csv
from collections.abc import Iterator, Sequence
from io import TextIOWrapper
from typing import IO

from allsource.entities.facts import FACTS, dates
from allsource.entities.match import Match, Party, match
from allsource.entities.name import KINDS
from allsource.errors import UsageError
from allsource.model.failure import Failure

__all__ = ["matched"]

_NEEDED = ("left", "right")
_LONGEST_LINE = 1 << 16
_LISTED = 1_000
"""So many rows that could not be used are listed; more are counted."""

_STEP = "correct the row and run it again"


def matched(
    file: IO[bytes], name: str, schema: str, failed: list[Failure]
) -> Iterator[tuple[int, tuple[str, str], Match | None]]:
    """Compare the pairs of a table, one after the other.

    Args:
        file: opened for reading in binary.
        name: for people.
        schema: kind of party of rows that name none.
        failed: takes what could not be used.

    Returns:
        The number of each row, counted from 1 below the header, its two names as far as they can be
        read, and what was found; None where the row cannot be compared.

    Raises:
        UsageError: the header lacks a column, or the schema is none.
    """
    if schema and schema.casefold() not in KINDS:
        raise UsageError(f"--schema {schema}: give one of {', '.join(sorted(KINDS))}")
    csv.field_size_limit(_LONGEST_LINE)
    text = TextIOWrapper(file, encoding="utf-8-sig", errors="replace", newline="")
    try:
        rows = csv.reader(_lines(text))
        header = _header(next(rows, []), name)
        spare = 0
        for number, names, found, why in _compared(rows, header, schema):
            if why and len(failed) < _LISTED:
                failed.append(Failure(f"{name}, row {number} below the header", why, _STEP))
            elif why:
                spare += 1
            yield number, names, found
    finally:
        text.detach()
    if spare:
        failed.append(Failure(name, f"{spare} more rows have errors", _STEP))


def _lines(text: IO[str]) -> Iterator[str]:
    """Give lines; one that is too long becomes one field that says so."""
    while line := text.readline(_LONGEST_LINE):
        if len(line) == _LONGEST_LINE and not line.endswith("\n"):
            while (rest := text.readline(_LONGEST_LINE)) and not rest.endswith("\n"):
                pass
            line = "\0\n"
        yield line


def _header(row: list[str], name: str) -> dict[str, int]:
    """Give the place of each column."""
    found = {word.strip().casefold(): place for place, word in reversed(list(enumerate(row)))}
    missing = [word for word in _NEEDED if word not in found]
    if missing:
        told = "it is empty" if not row else f"the header has no column {', '.join(missing)}"
        raise UsageError(f"{name}, line 1: {told}; begin with the line left,right")
    return found


def _compared(
    rows: Iterator[list[str]], header: dict[str, int], schema: str
) -> Iterator[tuple[int, tuple[str, str], Match | None, str]]:
    """Give the number of each row, its names, what was found, and what was wrong with it."""
    number = 0
    while True:
        number += 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield number, ("", ""), None, f"it is no CSV: {error}"
            continue
        try:
            left, right, kind, why = _read(row, header)
            names = left.name, right.name
            yield number, names, match(left, right, kind or schema), why
        except UsageError as error:
            yield number, ("", ""), None, str(error)


def _read(row: Sequence[str], header: dict[str, int]) -> tuple[Party, Party, str, str]:
    """Give the parties of a row, their kind, and what was left out of it."""
    if row == ["\0"]:
        raise UsageError(f"it has more than {_LONGEST_LINE} characters")

    def cell(column: str) -> str:
        place = header.get(column)
        return row[place].strip() if place is not None and place < len(row) else ""

    problems: list[str] = []
    parties = []
    for side in _NEEDED:
        if not cell(side):
            raise UsageError(f"its {side} is empty")
        facts = {fact: cell(f"{side}_{fact}") for fact in FACTS}
        try:
            dates(facts["birth_date"])
        except UsageError as error:
            problems.append(f"{side}_birth_date was left out: {error}")
            facts["birth_date"] = ""
        parties.append(Party(cell(side), **facts))
    kind = cell("schema")
    if kind and kind.casefold() not in KINDS:
        problems.append(f"schema {kind[:40]!r} is not known; the names were asked")
        kind = ""
    return parties[0], parties[1], kind, "; ".join(problems)
