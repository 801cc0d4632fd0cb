"""How is a list in CSV read line by line, whatever it holds?

Lines are decoded as UTF-8 with or without a mark, else as Windows-1252; one longer than
``LONGEST_LINE`` is refused. Remarks before the first row (``#``) are left out. A cell is text and nothing else: one that begins with ``=``
is a name with an equals sign.
"""

from collections.abc import Iterator
from typing import IO

from allsource.errors import InputError

__all__ = ["LONGEST_LINE", "lines"]

LONGEST_LINE = 1_000_000
"""Bytes of a line that are read."""


def lines(file: IO[bytes], name: str) -> Iterator[str]:
    r"""Give the lines of a CSV file as text.

    Args:
        file: opened for reading in binary.
        name: safe display name, for errors.

    Raises:
        InputError: a line is too long.

    Example:
        >>> import io
        >>> list(lines(io.BytesIO(b"\xef\xbb\xbfa,b\n\xe9,c\n"), "l.csv"))
        ['a,b\n', 'é,c\n']
    """
    number, remarks = 0, True
    while row := file.readline(LONGEST_LINE + 1):
        number += 1
        if len(row) > LONGEST_LINE:
            reason = f"line {number} is longer than {LONGEST_LINE:,} bytes"
            raise InputError(name, reason, "check that it is the list's own CSV file")
        held = row.removeprefix(b"\xef\xbb\xbf") if number == 1 else row
        remarks = remarks and held.startswith(b"#")
        if not remarks:
            yield _decoded(held)


def _decoded(row: bytes) -> str:
    try:
        text = row.decode()
    except UnicodeDecodeError:
        text = row.decode("cp1252", "replace")
    return text.replace("\x00", "")
