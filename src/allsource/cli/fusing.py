"""Which claims does a table hold, and what is wrong with its rows?

Reads CSV with a header of ``slot,source,value`` and, where they are there, ``time`` and ``kind``, row by
row and without keeping the rows. A row that cannot be used is left out and listed with its line; a file
that cannot be used at all stops with the reason. What is read is not trusted: fields are bounded in
length, and no number that is not finite is taken for one.
"""

import csv
import sys
from collections.abc import Iterator
from io import TextIOWrapper
from math import isfinite
from pathlib import Path
from typing import BinaryIO

from allsource.errors import AllsourceError, UsageError
from allsource.lineage.fusion.columns import Columns
from allsource.lineage.fusion.when import moment
from allsource.model.failure import Failure

__all__ = ["LONGEST", "read_claims"]

LONGEST = 2_000
"""A slot, source or value of more characters is taken for a mistake."""
_KINDS = {"categorical", "numeric", ""}
_NEEDED = ("slot", "source", "value")
_FIELD_LIMIT = 16_000_000
_LISTED = 1_000
"""So many rows that cannot be used are listed; more are counted."""


def read_claims(file: Path | None) -> tuple[Columns, list[Failure]]:
    """Read a table of claims.

    Args:
        file: its path; None reads standard input.

    Returns:
        The claims, and the rows that could not be used.

    Raises:
        UsageError: there is no such file, or its header lacks a column.
        AllsourceError: nothing in it can be used.
    """
    name = "standard input" if file is None else str(file)
    if file is None:
        return _read(sys.stdin.buffer, name)
    if not file.is_file():
        what = "a folder" if file.is_dir() else "no such file"
        raise UsageError(f"{file}: {what}; give a CSV file with the columns slot,source,value")
    with file.open("rb") as stream:
        return _read(stream, name)


def _read(stream: BinaryIO, name: str) -> tuple[Columns, list[Failure]]:
    csv.field_size_limit(_FIELD_LIMIT)
    text = TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
    columns, failed, spare = Columns(), list[Failure](), 0
    try:
        rows = csv.reader(text)
        header = _header(next(rows, []), name)
        for line, why in _taken(rows, header, columns):
            if len(failed) < _LISTED:
                failed.append(
                    Failure(
                        f"{name}, row {line} below the header",
                        why,
                        "correct the row and run it again",
                    )
                )
            else:
                spare += 1
    finally:
        text.detach()
    if spare:
        step = "correct the rows and run it again"
        failed.append(Failure(name, f"{spare} more rows cannot be used", step))
    if not len(columns):
        first = f" ({failed[0].path}: {failed[0].reason})" if failed else ""
        raise AllsourceError(f"{name}: no row can be used{first}; give one claim a row")
    return columns, failed


def _header(row: list[str], name: str) -> dict[str, int]:
    """Give the place of each column."""
    found = {word.strip().casefold(): place for place, word in reversed(list(enumerate(row)))}
    missing = [word for word in _NEEDED if word not in found]
    if missing:
        told = "the file is empty" if not row else f"the header has no column {', '.join(missing)}"
        raise UsageError(f"{name}, line 1: {told}; begin with the line slot,source,value")
    return found


def _taken(
    rows: Iterator[list[str]], header: dict[str, int], columns: Columns
) -> Iterator[tuple[int, str]]:
    """Take in row after row; give the line of each that cannot be used, counted from 1, and why."""
    slot, source, value = (header[word] for word in _NEEDED)
    time, kind = header.get("time"), header.get("kind")
    line = 0
    while True:
        line += 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, f"it is no CSV: {error}"
            continue
        if not row:
            continue
        try:
            _add(columns, row, slot, source, value, time, kind)
        except ValueError as error:
            yield line, str(error)


def _add(
    columns: Columns,
    row: list[str],
    slot: int,
    source: int,
    value: int,
    time: int | None,
    kind: int | None,
) -> None:
    if len(row) <= max(slot, source, value):
        raise ValueError(f"it has {len(row)} fields, too few for slot, source and value")
    words = [row[place].strip() for place in (slot, source, value)]
    for what, word in zip(_NEEDED, words, strict=True):
        _usable(what, word)
    sort = row[kind].strip().casefold() if kind is not None and kind < len(row) else ""
    if sort not in _KINDS:
        raise ValueError(f"its kind is {sort[:40]!r}, neither categorical nor numeric")
    when = row[time].strip() if time is not None and time < len(row) else ""
    columns.add(
        *words,
        number=_number(words[2]) if sort == "numeric" else None,
        when=moment(when) if when else None,
    )


def _usable(what: str, word: str) -> None:
    if not word:
        raise ValueError(f"its {what} is empty")
    if len(word) > LONGEST:
        raise ValueError(f"its {what} has {len(word)} characters, more than {LONGEST}")
    if not word.isascii() and any("\ud800" <= letter <= "\udfff" for letter in word):
        raise ValueError(f"its {what} is not UTF-8")


def _number(word: str) -> float:
    try:
        number = float(word)
    except ValueError:
        raise ValueError(f"its value {word[:40]!r} is no number, but its kind is numeric") from None
    if not isfinite(number):
        raise ValueError(f"its value {word[:40]!r} is no finite number")
    return number
