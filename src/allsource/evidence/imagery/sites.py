"""Which polygon is the site?

A GeoJSON file (RFC 7946: longitude and latitude on WGS 84) with one polygon or multipolygon, bare,
in a feature, or as the features of a collection. Sizes and numbers are checked before anything is
made of them.

It fails where a polygon crosses the date line in one piece; cut it there, as the standard asks.
"""

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from allsource.errors import InputError

__all__ = ["Feature", "Outline", "Ring", "features", "invented", "rings", "site"]

Ring = tuple[tuple[float, float], ...]
"""Corners as (longitude, latitude), the first repeated at the end."""

_LARGEST_BYTES = 16 * 1024 * 1024
_MOST_CORNERS = 100_000
_KNOWN_CRS = ("CRS84", "4326")
_NAMES = ("name", "site", "title")
_LONGEST_NAME = 200
_STEP = "give a GeoJSON file with one polygon (longitude, latitude)"


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature of a GeoJSON file, as it stands there: not checked yet.

    Args:
        geometry: whatever the file says.
        properties: whatever the file says.
    """

    geometry: Any
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Outline:
    """A site: polygons, each an outer ring and its holes.

    Args:
        name: as the file calls it, None where it does not.
        polygons: each a tuple of rings, the outer one first.
    """

    name: str | None
    polygons: tuple[tuple[Ring, ...], ...]

    @property
    def geometry(self) -> dict[str, object]:
        """The site as a GeoJSON geometry."""
        return {"type": "MultiPolygon", "coordinates": self.polygons}

    @property
    def middle(self) -> tuple[float, float]:
        """Longitude and latitude of the middle of its box."""
        corners = [corner for polygon in self.polygons for corner in polygon[0]]
        longitudes, latitudes = zip(*corners, strict=True)
        return (
            (min(longitudes) + max(longitudes)) / 2,
            (min(latitudes) + max(latitudes)) / 2,
        )


def site(path: Path) -> Outline:
    """Read the polygon of a site.

    Raises:
        InputError: it holds no polygon that can be used.
    """
    parts, names = list[tuple[Ring, ...]](), list[str]()
    for one in features(path):
        parts += rings(path, one.geometry)
        properties = one.properties
        names += [str(properties[key])[:_LONGEST_NAME] for key in _NAMES if properties.get(key)][:1]
    return Outline(names[0] if len(set(names)) == 1 else None, tuple(parts))


def features(path: Path) -> list[Feature]:
    """Read the geometries of a GeoJSON file, each with its properties.

    Raises:
        InputError: it is no GeoJSON, or says another system than longitude and latitude.
    """
    found = _collection(path)
    crs = json.dumps(found.get("crs") or "CRS84")
    if not any(name in crs for name in _KNOWN_CRS):
        raise InputError(
            str(path), "it names another coordinate system", "write it as longitude and latitude"
        )
    several = found.get("features") if found.get("type") == "FeatureCollection" else [found]
    if not isinstance(several, list) or not several:
        raise InputError(str(path), "it holds no feature", _STEP)
    return [_feature(path, one) for one in several]


def invented(path: Path) -> bool:
    """Say whether a GeoJSON file has ``"synthetic": true`` at its top.

    Raises:
        InputError: it is no GeoJSON.
    """
    return _collection(path).get("synthetic") is True


def _collection(path: Path) -> dict[str, Any]:
    step = _STEP
    try:
        if path.stat().st_size > _LARGEST_BYTES:
            raise InputError(str(path), "it is larger than 16 MB", step)
        found = json.loads(path.read_bytes())
    except OSError as error:
        raise InputError(str(path), f"it cannot be read ({error.strerror})", step) from error
    except (ValueError, RecursionError) as error:
        raise InputError(str(path), "it is no JSON", step) from error
    if not isinstance(found, dict):
        raise InputError(str(path), "it is no GeoJSON object", step)
    return found


def _feature(path: Path, one: Any) -> Feature:
    if not isinstance(one, dict):
        raise InputError(str(path), "one of its features is no object", "export it again")
    if one.get("type") != "Feature":
        return Feature(one, {})
    properties = one.get("properties")
    return Feature(one.get("geometry"), properties if isinstance(properties, dict) else {})


def rings(path: Path, geometry: Any) -> list[tuple[Ring, ...]]:
    """Check a polygon or multipolygon and give its rings.

    Raises:
        InputError: it is none, or its corners are no places.
    """
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    parts = geometry.get("coordinates") if isinstance(geometry, dict) else None
    if kind == "Polygon":
        parts = [parts]
    if kind not in {"Polygon", "MultiPolygon"} or not isinstance(parts, list) or not parts:
        raise InputError(str(path), "it holds something else than polygons", "keep polygons only")
    left = _MOST_CORNERS
    found = []
    for part in parts:
        if not isinstance(part, list) or not part:
            raise InputError(str(path), "a polygon has no ring", "draw it again")
        polygon = tuple(_ring(path, ring) for ring in part)
        left -= sum(map(len, polygon))
        if left < 0:
            raise InputError(str(path), "it has more than 100,000 corners", "simplify it")
        found.append(polygon)
    return found


def _ring(path: Path, ring: Any) -> Ring:
    corners = ring if isinstance(ring, list) else []
    try:
        places = tuple((float(corner[0]), float(corner[1])) for corner in corners)
    except (TypeError, ValueError, IndexError, KeyError) as error:
        raise InputError(str(path), "a corner is no pair of numbers", "draw it again") from error
    if places and places[0] != places[-1]:
        places = (*places, places[0])
    if len(places) < 4:
        raise InputError(str(path), "a ring has fewer than three corners", "draw it again")
    for longitude, latitude in places:
        on_earth = abs(longitude) <= 180 and abs(latitude) <= 90
        if not (on_earth and math.isfinite(longitude) and math.isfinite(latitude)):
            raise InputError(
                str(path), "a corner is no longitude and latitude", "write it in degrees (WGS 84)"
            )
    return places
