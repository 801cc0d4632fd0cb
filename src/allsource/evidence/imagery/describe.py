"""What is this raster: of which day, by which kind of sensor, and is it the file it was?

Radar is known by what the file says of its bands (a polarisation, sigma nought); where it says nothing,
one or two bands are taken for radar, and the reader is told how to say otherwise.

It fails where a file of one optical band says nothing about itself: say ``--sensor optical``.
"""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from allsource.evidence.imagery.ground import pixel_area
from allsource.evidence.imagery.opening import opened
from allsource.evidence.imagery.taken import taken
from allsource.model.imagery import Picture, Sensor

__all__ = ["Described", "describe"]

_RADAR = re.compile(
    r"\b(VV|VH|HH|HV|sigma.?0|gamma.?0|sigma.?nought|sentinel-?1|SAR)\b", re.IGNORECASE
)
_FEW = 2
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Described:
    """A picture, and whether its sensor had to be guessed."""

    picture: Picture
    guessed: bool


def describe(
    path: Path, *, day: str | None = None, sensor: Sensor | None = None, bands: int = 0
) -> Described:
    """Tell what a raster is, without reading its pixels into memory.

    Args:
        path: of the file.
        day: as the user says.
        sensor: as the user says.
        bands: how many are compared; 0 for all.

    Raises:
        InputError: it cannot be read.
        UsageError: ``day`` is no day.
    """
    with opened(path) as dataset:
        stamp = taken(path, dataset, day)
        known = sensor or _told(dataset)
        area = pixel_area(dataset.crs, dataset.transform, dataset.width / 2, dataset.height / 2)
        count = bands or dataset.count
        kind: Sensor = known or ("radar" if count <= _FEW else "optical")
        picture = Picture(
            str(path), _sha256(Path(dataset.name)), stamp.day, stamp.by, kind, count,
            float(f"{area**0.5:.3g}"), _invented(dataset),
        )  # fmt: skip
        return Described(picture, known is None and kind == "radar")


def _invented(dataset: Any) -> bool:
    """Say whether a tag marks the picture as invented."""
    return any(key.casefold() == "synthetic" and value for key, value in dataset.tags().items())


def _told(dataset: Any) -> Sensor | None:
    """What the names of bands and the tags say."""
    said = [name or "" for name in dataset.descriptions]
    said += [f"{key} {value}"[:200] for key, value in dataset.tags().items()]
    return "radar" if any(_RADAR.search(one) for one in said) else None


def _sha256(path: Path) -> str:
    found = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            found.update(chunk)
    return found.hexdigest()
