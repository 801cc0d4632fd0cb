"""What was entered, in which order, and has any of it changed since?

One SQLite file (WAL, STRICT, append-only by trigger). Each entry's chain value
hashes the one before it, so that a change, a removal or an insertion anywhere
breaks every later value. ``HEAD`` beside the file holds the newest chain value,
so that a cut-off tail is seen too; after a kill it may lag behind, never lead.

It cannot show that somebody with write access rewrote the whole file and
``HEAD`` together: that needs a seal kept elsewhere.
"""

import hashlib
import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from allsource.errors import CaseError, IntegrityError

__all__ = ["Chain"]

_GENESIS = "0" * 64
_BUSY_SECONDS = 60.0
_TRIES, _PAUSE_SECONDS = 100, 0.05


def _write_ahead(db: sqlite3.Connection) -> None:
    """Turn on the write-ahead log; of two that do so at once SQLite refuses one without waiting."""
    for _ in range(_TRIES):
        try:
            db.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            time.sleep(_PAUSE_SECONDS)
        else:
            return
    db.execute("PRAGMA journal_mode = WAL")


class Chain:
    """The append-only entries of one case.

    Args:
        folder: the case folder.
        create: make an empty chain where there is none.

    Raises:
        CaseError: there is none and ``create`` is false, or the folder cannot be written.
        IntegrityError: the file there is not a ledger.
    """

    def __init__(self, folder: Path, *, create: bool) -> None:
        self._file = folder / "ledger.sqlite"
        self._head = folder / "HEAD"
        if not create and not self._file.exists():
            raise CaseError(f"{folder}: no case here; make one with `allsource assess FOLDER`")
        try:
            self.db = sqlite3.connect(self._file, timeout=_BUSY_SECONDS, isolation_level=None)
            _write_ahead(self.db)
            self.db.execute("PRAGMA synchronous = NORMAL")
            self._make_tables()
        except sqlite3.OperationalError as error:
            raise CaseError(f"{self._file}: {error}; is the folder writable?") from error
        except sqlite3.DatabaseError as error:
            raise _damaged(self._file, error) from error

    def close(self) -> None:
        """Close the file; what was committed stays."""
        self.db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit all entries made inside together, or none of them.

        A second writer waits its turn (a minute at most).
        """
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")
        self._write_head()

    def append(self, kind: str, name: str, body: Any) -> bool:
        """Enter ``body`` as the newest of (kind, name); must stand in a transaction.

        Returns:
            False where the newest entry already says the same, and nothing was entered.
        """
        written = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        newest = self.db.execute(
            "SELECT body FROM entry WHERE kind = ? AND id = ? ORDER BY seq DESC LIMIT 1",
            (kind, name),
        ).fetchone()
        if newest is not None and newest[0] == written:
            return False
        prev = self._tail()[1]
        self.db.execute(
            "INSERT INTO entry (kind, id, body, prev, chain) VALUES (?, ?, ?, ?, ?)",
            (kind, name, written, prev, _link(prev, kind, name, written)),
        )
        return True

    def newest(self, kind: str, name: str) -> Any:
        """Give the newest body of (kind, name), or None."""
        row = self.db.execute(
            "SELECT body FROM entry WHERE kind = ? AND id = ? ORDER BY seq DESC LIMIT 1",
            (kind, name),
        ).fetchone()
        return None if row is None else json.loads(row[0])

    def current(self, kind: str) -> Iterator[tuple[str, Any]]:
        """Give (id, newest body) of every id of a kind, in order of id."""
        rows = self.db.execute(
            "SELECT id, body, max(seq) FROM entry WHERE kind = ? GROUP BY id ORDER BY id", (kind,)
        )
        for name, body, _ in rows:
            yield name, json.loads(body)

    def history(self, kind: str, name: str) -> list[Any]:
        """Give all bodies of (kind, name), oldest first."""
        rows = self.db.execute(
            "SELECT body FROM entry WHERE kind = ? AND id = ? ORDER BY seq", (kind, name)
        )
        return [json.loads(body) for (body,) in rows]

    def size(self) -> int:
        """Count the entries."""
        return int(self.db.execute("SELECT count(*) FROM entry").fetchone()[0])

    def problems(self) -> Iterator[str]:
        """Read the whole chain again; tell every entry that is not what was entered."""
        try:
            for (finding,) in self.db.execute("PRAGMA integrity_check").fetchall():
                if finding != "ok":
                    yield f"{self._file}: {finding}"
            yield from self._schema_problems()
            yield from self._chain_problems()
        except sqlite3.DatabaseError as error:
            yield str(_damaged(self._file, error))

    def _chain_problems(self) -> Iterator[str]:
        prev, last, at_head = _GENESIS, 0, None
        head_seq, head_chain = self._read_head()
        rows = self.db.execute("SELECT seq, kind, id, body, prev, chain FROM entry ORDER BY seq")
        for seq, kind, name, body, said_prev, chain in rows:
            if seq != last + 1:
                yield f"{self._file}: entries {last + 1} to {seq - 1} are missing"
            if said_prev != prev or chain != _link(said_prev, kind, name, body):
                yield f"{self._file}: entry {seq} ({kind} {name}) is not what was entered"
            prev, last = chain, seq
            at_head = chain if seq == head_seq else at_head
        if head_seq > last:
            yield f"{self._file}: entries {last + 1} to {head_seq} are missing from the end"
        elif head_seq and at_head != head_chain:
            yield f"{self._head}: entry {head_seq} is not the one that was committed"
        elif last and not head_seq:
            yield f"{self._head}: the file that holds the newest chain value is missing or foreign"

    def _schema_problems(self) -> Iterator[str]:
        fresh = sqlite3.connect(":memory:")
        fresh.executescript(_schema())
        query = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
        if self.db.execute(query).fetchall() != fresh.execute(query).fetchall():
            yield f"{self._file}: tables or triggers are not those of a ledger"
        fresh.close()

    def _make_tables(self) -> None:
        there = "SELECT count(*) FROM sqlite_master WHERE name = 'entry'"
        if self.db.execute(there).fetchone()[0]:
            return
        self.db.execute("BEGIN IMMEDIATE")
        if not self.db.execute(there).fetchone()[0]:
            for statement in _statements(_schema()):
                self.db.execute(statement)
        self.db.execute("COMMIT")

    def _tail(self) -> tuple[int, str]:
        row = self.db.execute("SELECT seq, chain FROM entry ORDER BY seq DESC LIMIT 1").fetchone()
        return (0, _GENESIS) if row is None else (row[0], row[1])

    def _write_head(self) -> None:
        seq, chain = self._tail()
        if seq > self._read_head()[0]:
            part = self._head.with_name(f"HEAD.{id(self)}.part")
            part.write_text(f"{seq} {chain}\n", encoding="ascii")
            part.replace(self._head)

    def _read_head(self) -> tuple[int, str]:
        try:
            seq, chain = self._head.read_text(encoding="ascii").split()
            return int(seq), chain
        except (OSError, ValueError):
            return 0, _GENESIS


def _link(prev: str, kind: str, name: str, body: str) -> str:
    written = json.dumps([prev, kind, name, body], ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()


def _schema() -> str:
    return files(__package__).joinpath("schema.sql").read_text(encoding="utf-8")


def _statements(script: str) -> Iterator[str]:
    """Split a script so that it can run inside one transaction."""
    statement = ""
    for line in script.splitlines():
        if line.startswith("--"):
            continue
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _damaged(file: Path, error: Exception) -> IntegrityError:
    return IntegrityError(f"{file}: {error}; restore the case folder from a copy")
