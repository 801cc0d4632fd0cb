"""How is a file opened that may be packed, huge or hostile?

The first bytes tell whether it is gzip, whatever its name is; it is unpacked as it is read and never as a
whole. A CSV file is read in chunks of rows by column, lines no longer than a set length, up to a set
number of rows. Leading lines that open with ``#`` are remarks; one that says ``synthetic`` marks the file
as invented evidence. Cells are text: what looks like a formula is no number.

It fails on CSV files in other encodings than UTF-8 and with quoted line breaks.
"""

import csv
import gzip
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from allsource.errors import InputError
from allsource.evidence.marks import marked

__all__ = ["Columns", "first_bytes", "is_marked", "numbers", "open_bytes", "seconds", "table"]

_CHUNK = 50_000
_LONGEST_LINE = 20_000
_MOST_ROWS = 100_000_000
_MOST_REMARKS = 100


@dataclass(frozen=True, slots=True)
class Columns:
    """Some rows of a table, by column.

    Args:
        cells: text by name of the column.
        rows: how many.
        synthetic: the file says that it is invented.
    """

    cells: Mapping[str, Sequence[str]]
    rows: int
    synthetic: bool

    def get(self, *names: str) -> Sequence[str]:
        """Give the first of the columns that is there; empty cells where none is."""
        for name in names:
            if name in self.cells:
                return self.cells[name]
        return [""] * self.rows


def open_bytes(path: Path) -> BinaryIO:
    """Open a file, unpacking it if it is gzip."""
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
    return gzip.open(path, "rb") if packed else path.open("rb")  # type: ignore[return-value]


def first_bytes(path: Path, count: int = 4_096) -> bytes:
    """Give the first bytes of what a file holds."""
    with open_bytes(path) as file:
        return file.read(count)


def is_marked(path: Path) -> bool:
    """Say whether a table, gzip or not, is marked as invented by a remark before its header.

    Raises:
        OSError: it cannot be read.
        EOFError: it is damaged gzip.
    """
    return marked(first_bytes(path))


def table(path: Path, shown: str) -> Iterator[Columns]:
    """Read a CSV file in chunks, by column; names of columns in lower case.

    Raises:
        InputError: a line is too long, a quotation does not end, or there are too many rows.
    """
    with open_bytes(path) as file:
        lines = _lines(file, shown)
        header, synthetic = _header(lines)
        names = [name.strip().lower() for name in next(csv.reader([header]), [])]
        rows = csv.reader(lines)
        read = 0
        try:
            while chunk := list(islice(rows, _CHUNK)):
                read += len(chunk)
                if read > _MOST_ROWS:
                    raise InputError(shown, f"more than {_MOST_ROWS:,} rows", "split it by day")
                yield _columns(chunk, names, synthetic=synthetic)
        except csv.Error as error:
            raise InputError(shown, f"broken CSV ({error})", "export it again") from error


def numbers(cells: Sequence[str]) -> NDArray[np.float64]:
    """Read cells as numbers; what is none is NaN.

    Example:
        >>> numbers(["1.5", "", "=1+1"]).tolist()
        [1.5, nan, nan]
    """
    if not any(cells):
        return np.full(len(cells), np.nan)
    try:
        return np.fromiter(map(float, cells), dtype=np.float64, count=len(cells))
    except ValueError:
        return np.fromiter(map(_number, cells), dtype=np.float64, count=len(cells))


def seconds(cells: Sequence[str]) -> NDArray[np.float64]:
    """Read cells as seconds since 1970, from numbers or ISO 8601 in UTC; what is neither is NaN.

    Example:
        >>> seconds(["1970-01-01T00:01:00Z", "61", "soon"]).tolist()
        [60.0, 61.0, nan]
    """
    if cells and len(cells[0]) > 18 and cells[0][4:5] == "-":
        try:
            stamps = np.array([cell[:19] for cell in cells], dtype="datetime64[s]")
            return stamps.astype(np.int64).astype(np.float64)
        except ValueError:
            pass
    found = numbers(cells)
    for place in map(int, np.flatnonzero(np.isnan(found))):
        cell = cells[place]
        if len(cell) > 9:
            try:
                found[place] = datetime.fromisoformat(cell[:19]).replace(tzinfo=UTC).timestamp()
            except ValueError:
                continue
    return found


def _number(cell: str) -> float:
    try:
        found = float(cell)
    except ValueError:
        return math.nan
    return found if math.isfinite(found) else math.nan


def _lines(file: BinaryIO, shown: str) -> Iterator[str]:
    try:
        while line := file.readline(_LONGEST_LINE):
            if len(line) >= _LONGEST_LINE and not line.endswith(b"\n"):
                reason = f"a line longer than {_LONGEST_LINE:,} bytes: no table of positions"
                raise InputError(shown, reason, "give the file as its network exports it")
            yield line.replace(b"\0", b"").decode("utf-8", "replace")
    except (OSError, EOFError) as error:
        raise InputError(
            shown, f"it ends early or is damaged ({error})", "fetch it again"
        ) from error


def _header(lines: Iterator[str]) -> tuple[str, bool]:
    synthetic = False
    for held in islice(lines, _MOST_REMARKS):
        line = held.removeprefix("\ufeff")
        if not line.startswith("#"):
            return line, synthetic
        synthetic |= "synthetic" in line.lower()
    return "", synthetic


def _columns(chunk: list[list[str]], names: list[str], *, synthetic: bool) -> Columns:
    width = len(names)
    whole = [
        row[:width] if len(row) >= width else row + [""] * (width - len(row))
        for row in chunk
        if row
    ]
    cells = dict(zip(names, zip(*whole, strict=True), strict=False)) if whole else {}
    return Columns(cells, len(whole), synthetic)
