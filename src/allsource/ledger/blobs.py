"""Where do the original bytes and the extracted texts lie, so that they cannot change unseen?

Each is a file named after the SHA-256 of its content. A file is written under
another name first and moved into place, so that a killed run leaves none half
written. Nothing is ever overwritten: equal content is already there.
"""

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

from allsource.errors import IntegrityError

__all__ = ["Blobs", "sha256"]

_NAME = re.compile(r"[0-9a-f]{64}")


def sha256(data: bytes) -> str:
    """Give the SHA-256 of ``data`` in hexadecimal.

    Example:
        >>> sha256(b"")[:8]
        'e3b0c442'
    """
    return hashlib.sha256(data).hexdigest()


class Blobs:
    """Content-addressed files below one folder.

    Args:
        folder: ``CASE/evidence``; made when the first content is kept.
    """

    def __init__(self, folder: Path) -> None:
        self._root = folder / "sha256"

    def keep(self, data: bytes) -> str:
        """Store ``data`` once; give its SHA-256."""
        name = sha256(data)
        path = self._path(name)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            part = path.with_name(f"{name}.{os.getpid()}.part")
            part.write_bytes(data)
            part.replace(path)
        return name

    def read(self, name: str) -> bytes:
        """Give the content kept under ``name``, checked against its name.

        Raises:
            IntegrityError: it is missing, or not what was kept.
        """
        path = self._path(name)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise IntegrityError(
                f"{path}: evidence is missing or unreadable ({error.strerror}); "
                "restore the case folder from a copy"
            ) from error
        if sha256(data) != name:
            raise IntegrityError(
                f"{path}: the content is not what was kept under this name; "
                "restore the case folder from a copy"
            )
        return data

    def problems(self) -> Iterator[str]:
        """Re-hash every file; tell each that is not what its name says.

        Leftovers of a killed run (``*.part``) never were evidence and are passed over.
        """
        for path in sorted(self._root.glob("*/*")):
            if path.suffix == ".part":
                continue
            if not _NAME.fullmatch(path.name) or path != self._path(path.name):
                yield f"{path}: a foreign file among the evidence"
            elif _hash_file(path) != path.name:
                yield f"{path}: the content is not what was kept under this name"

    def _path(self, name: str) -> Path:
        return self._root / name[:2] / name


def _hash_file(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
