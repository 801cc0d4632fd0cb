"""Is this file evidence that is no prose, and of what sort?

The name's ending and the first bytes tell: pictures and outlines by their ending, lists and tracks by what
stands in them, and the user's own tables (airports, airframes) by their columns. A file that is none of these is no
observation, and is told as one of a kind that is not read.
"""

import gzip
import os
from pathlib import Path
from typing import Literal

from allsource.evidence.kinds import OBSERVED
from allsource.evidence.walk import Input
from allsource.evidence.watchlist.ofac_csv import part_kind
from allsource.evidence.watchlist.read import HEAD, list_kind

__all__ = ["Sort", "is_observation", "sort_of"]

Sort = Literal["list", "list part", "track", "picture", "outlines", "airports", "airframes"]

_AIRPORTS = frozenset({"ident", "type", "latitude_deg", "longitude_deg"})
_AIRFRAMES = (frozenset({"hex", "operator"}), frozenset({"icao24", "operator"}))
_ON_TRACKS = frozenset({"latitude", "lat", "position", "altitude", "flight_id"})
_PICTURES = {".tif": "picture", ".tiff": "picture", ".geojson": "outlines", ".parquet": "track"}


def is_observation(found: Input) -> bool:
    """Say whether a file of a folder is no document: by its ending, and JSON lines by what they hold."""
    ending = os.path.splitext(found.name)[1].lower()  # noqa: PTH122 - a shown name, no path
    if ending != ".jsonl":
        return ending in OBSERVED
    try:
        return list_kind(_head(found.path)) == "ftm"
    except OSError:
        return False


def sort_of(path: Path, name: str) -> Sort | None:
    """Tell of what sort a file is, or None.

    Args:
        path: where it is.
        name: its display name, whose ending counts.

    Raises:
        OSError: it cannot be opened.
    """
    ending = os.path.splitext(name)[1].lower()  # noqa: PTH122 - a shown name, no path
    if ending in _PICTURES:
        return _PICTURES[ending]  # type: ignore[return-value]
    if ending not in OBSERVED | {".jsonl"}:
        return None
    head = _head(path)
    if list_kind(head) is not None:
        return "list"
    if ending == ".csv":
        return _of_columns(head) or ("list part" if part_kind(head) else None)
    return "track" if ending in {".json", ".gz"} else None


def _head(path: Path) -> bytes:
    """Give the first bytes of a file, of a compressed one those inside."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    if not head.startswith(b"\x1f\x8b"):
        return head
    try:
        with gzip.open(path) as inside:
            return inside.read(HEAD)
    except (OSError, EOFError):
        return b""


def _of_columns(head: bytes) -> Sort | None:
    """Tell a table by the names of its columns; lines that open with ``#`` are remarks."""
    rows = [row for row in head.decode("utf-8", "replace").splitlines() if not row.startswith("#")]
    columns = {cell.strip(' "\ufeff').casefold() for cell in (rows[0].split(",") if rows else [])}
    if columns >= _AIRPORTS:
        return "airports"
    if columns & _ON_TRACKS:
        return "track"
    return "airframes" if any(columns >= needed for needed in _AIRFRAMES) else None
