"""How many metres on the ground are there in a degree, or in a pixel of any grid?

On the WGS 84 ellipsoid, with the radii of curvature at the place (Snyder 1987, section 3), so that a
pixel of Web Mercator, whose metres are not those of the ground, is measured rightly too.

It fails over more than about 100 km, where one plane no longer lies on the ground.
"""

import math
from collections.abc import Sequence
from typing import Any

__all__ = ["degree_m", "degrees", "pixel_area", "plane"]

_AXIS = 6_378_137.0
_ECCENTRICITY2 = 0.006_694_379_990_14


def degree_m(latitude: float) -> tuple[float, float]:
    """Give metres in a degree of longitude and in a degree of latitude.

    Example:
        >>> [round(one) for one in degree_m(0.0)], [round(one) for one in degree_m(60.0)]
        ([111319, 110574], [55800, 111412])
    """
    angle = math.radians(latitude)
    root = 1 - _ECCENTRICITY2 * math.sin(angle) ** 2
    prime = _AXIS / math.sqrt(root)
    meridian = _AXIS * (1 - _ECCENTRICITY2) / root**1.5
    return math.radians(1) * prime * math.cos(angle), math.radians(1) * meridian


def plane(
    ring: Sequence[tuple[float, float]], middle: tuple[float, float]
) -> list[tuple[float, float]]:
    """Lay corners (longitude, latitude) on a plane in metres around ``middle``."""
    east, north = degree_m(middle[1])
    return [((x - middle[0]) * east, (y - middle[1]) * north) for x, y in ring]


def degrees(crs: Any, transform: Any, column: float, row: float) -> tuple[float, float]:
    """Give longitude and latitude of a place of a grid.

    Args:
        crs: of the grid.
        transform: of the grid, pixels to coordinates.
        column: of the place.
        row: of the place.
    """
    from rasterio.warp import transform as to_degrees  # noqa: PLC0415 - an extra

    across = transform.a * column + transform.b * row + transform.c
    up = transform.d * column + transform.e * row + transform.f
    longitudes, latitudes = to_degrees(crs, "OGC:CRS84", [across], [up])
    return longitudes[0], latitudes[0]


def pixel_area(crs: Any, transform: Any, column: float, row: float) -> float:
    """Give the ground area of a pixel, in square metres.

    Args:
        crs: of the grid.
        transform: of the grid, pixels to coordinates.
        column: of the pixel.
        row: of the pixel.
    """
    spots = ((column, row), (column + 1, row), (column, row + 1))
    places = [degrees(crs, transform, *spot) for spot in spots]
    _, (ax, ay), (bx, by) = plane(places, places[0])
    return abs(ax * by - ay * bx)
