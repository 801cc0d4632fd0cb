"""How far apart, and in which direction?

Great circles on a sphere, in numpy, for arrays or single places in degrees. It fails by up to half a
percent of a distance, as the Earth is no sphere.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["bearing_deg", "distance_km"]

Floats = NDArray[np.float64]
_RADIUS_KM = 6371.0


def distance_km(lat_a: Any, lon_a: Any, lat_b: Any, lon_b: Any) -> Floats:
    """Give great-circle distances.

    Example:
        >>> round(float(distance_km(0.0, 0.0, 0.0, 1.0)))
        111
    """
    a, b = np.radians(lat_a), np.radians(lat_b)
    half = np.sin((b - a) / 2) ** 2
    half = half + np.cos(a) * np.cos(b) * np.sin(np.radians(np.subtract(lon_b, lon_a)) / 2) ** 2
    return np.asarray(2 * _RADIUS_KM * np.arcsin(np.sqrt(np.clip(half, 0.0, 1.0))))


def bearing_deg(lat_a: Any, lon_a: Any, lat_b: Any, lon_b: Any) -> Floats:
    """Give the directions of b as seen from a, clockwise from north.

    Example:
        >>> round(float(bearing_deg(0.0, 0.0, 0.0, 1.0)))
        90
    """
    a, b, across = np.radians(lat_a), np.radians(lat_b), np.radians(np.subtract(lon_b, lon_a))
    east = np.sin(across) * np.cos(b)
    north = np.cos(a) * np.sin(b) - np.sin(a) * np.cos(b) * np.cos(across)
    return np.asarray(np.degrees(np.arctan2(east, north)) % 360.0)
