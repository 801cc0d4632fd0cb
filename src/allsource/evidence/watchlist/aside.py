"""Where do rows wait that belong to a party in another file, or in another line?

Some lists part a party over files (OFAC's CSV) or lines (FollowTheMoney entities). The rows that come apart are put
into a temporary database on the disk by the party's number and fetched when the party comes, so that memory does not
grow with the list. It fails where the disk is full, and says so.
"""

import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from allsource.errors import InputError

__all__ = ["Aside", "aside"]

_MOST = 1_000
"""So many rows of one party are given back."""
_CACHE_KIB = 16_384


class Aside:
    """Rows by the number of their party, on the disk."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._indexed = False

    def put(self, rows: Iterable[tuple[str, str, str, str]]) -> None:
        """Put rows aside, each a party's number and three fields."""
        self._database.executemany("INSERT INTO held VALUES (?, ?, ?, ?)", rows)

    def of(self, uid: str) -> list[tuple[str, str, str]]:
        """Give the fields of a party's rows, in the order they were put aside."""
        if not self._indexed:
            self._database.execute("CREATE INDEX by_party ON held (uid)")
            self._indexed = True
        found = self._database.execute(
            "SELECT one, other, third FROM held WHERE uid = ? ORDER BY rowid LIMIT ?", (uid, _MOST)
        )
        return [(str(one), str(other), str(third)) for one, other, third in found]


@contextmanager
def aside(name: str) -> Iterator[Aside]:
    """Open a place on the disk that is gone when it is left.

    Args:
        name: of the list, for errors.

    Raises:
        InputError: the disk is full or cannot be written.

    Example:
        >>> with aside("a list") as rows:
        ...     rows.put([("7", "aka", "ORLAN", "")])
        ...     rows.of("7"), rows.of("8")
        ([('aka', 'ORLAN', '')], [])
    """
    try:
        with tempfile.TemporaryDirectory(prefix="allsource-") as folder:
            database = sqlite3.connect(Path(folder) / "rows.sqlite", isolation_level=None)
            try:
                database.execute("PRAGMA journal_mode = OFF")
                database.execute("PRAGMA synchronous = OFF")
                database.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
                database.execute("CREATE TABLE held (uid TEXT, one TEXT, other TEXT, third TEXT)")
                yield Aside(database)
            finally:
                database.close()
    except (sqlite3.Error, OSError) as error:
        step = "make room on the disk (TMPDIR names the place)"
        raise InputError(name, f"its rows cannot be put aside ({error})", step) from error
