"""On which day was a picture taken?

What the user says stands first, then a sidecar (a STAC item as JSON beside the file), then the tags
of the file. The general time stamp of a TIFF is often the day of processing, and the reader is told.

It fails where a mosaic of several days carries one date.
"""

import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from allsource.errors import UsageError

__all__ = ["Taken", "read_day", "taken"]

_STAMP = re.compile(
    r"(?P<y>[0-9]{4})[-:/]?(?P<m>[0-9]{2})[-:/]?(?P<d>[0-9]{2})(?:[T ].*)?", re.DOTALL
)
_TAGS = (
    ("IMAGERY", "ACQUISITIONDATETIME"),
    ("ENVI", "acquisition_time"),
    ("ENVI", "acquisition time"),
    (None, "ACQUISITIONDATETIME"),
    (None, "ACQUISITION_DATE"),
    (None, "DATE_ACQUIRED"),
    (None, "acquisition_time"),
    (None, "datetime"),
    (None, "TIFFTAG_DATETIME"),
)
_SIDECAR_BYTES = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Taken:
    """A day and what tells it; both None where nothing does."""

    day: str | None
    by: str | None


def read_day(text: str) -> str | None:
    """Read a day from the usual stamps, or None.

    Example:
        >>> read_day("2031:05:04 10:20:30"), read_day("2031-05-04T10:20:30Z"), read_day("May")
        ('2031-05-04', '2031-05-04', None)
    """
    found = _STAMP.fullmatch(text.strip()[:64])
    if not found:
        return None
    try:
        return date(int(found["y"]), int(found["m"]), int(found["d"])).isoformat()
    except ValueError:
        return None


def taken(path: Path, dataset: Any, said: str | None) -> Taken:
    """Find the day of a picture.

    Args:
        path: of its file, beside which a sidecar may lie.
        dataset: the open raster.
        said: what the user says, None where nothing.

    Raises:
        UsageError: what the user says is no day.
    """
    if said is not None:
        day = read_day(said)
        if day is None:
            raise UsageError(f"--taken {said!r} is no day; write it as 2031-05-04")
        return Taken(day, "option")
    return _from_sidecar(path) or _from_tags(dataset) or Taken(None, None)


def _from_sidecar(path: Path) -> Taken | None:
    for name in (path.with_suffix(".json"), path.with_name(path.name + ".json")):
        if not name.is_file() or name.stat().st_size > _SIDECAR_BYTES:
            continue
        try:
            item = json.loads(name.read_bytes())
        except (ValueError, RecursionError):
            continue
        properties = item.get("properties") if isinstance(item, dict) else None
        for key in ("datetime", "start_datetime"):
            stamp = properties.get(key) if isinstance(properties, dict) else None
            day = read_day(stamp) if isinstance(stamp, str) else None
            if day:
                return Taken(day, f"sidecar {name.name}")
    return None


def _from_tags(dataset: Any) -> Taken | None:
    for domain, name in _TAGS:
        stamp = dataset.tags(ns=domain).get(name)
        day = read_day(stamp) if stamp else None
        if day:
            return Taken(day, f"tag {name}")
    return None
