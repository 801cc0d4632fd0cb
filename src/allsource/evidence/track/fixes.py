"""What is one received position, and which of many say the same?

A table of fixes is a numpy record array of ``FIX``: seconds since 1970 (UTC), degrees, pressure
altitude in feet and ground speed in knots (NaN where not known), ``ground`` (1 on the ground, 0 in
the air, -1 not told), callsign, and the number of the flight where the file has one (-1 where not).

Fixes are thinned to one in five seconds of one aircraft: the first of each five, with ties told by
the other fields, so that neither the order of rows nor a copy of a row changes what is kept.
It fails to keep apart two flights that a file gives one number.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["FIX", "Fixes", "fix_table", "thinned", "valid"]

FIX = np.dtype(
    [
        ("time", "f8"),
        ("latitude", "f8"),
        ("longitude", "f8"),
        ("altitude", "f4"),
        ("speed", "f4"),
        ("ground", "i1"),
        ("callsign", "S8"),
        ("flight", "i8"),
    ]
)
Fixes = NDArray[np.void]

_SECONDS = 5.0
_LATEST = 2.0**33
_HIGHEST_FT = 65_000.0
_LOWEST_FT = -2_500.0
_FASTEST_KT = 2_000.0
_TIES = ("flight", "callsign", "ground", "speed", "altitude", "longitude", "latitude", "time")


def fix_table(rows: int, **columns: Any) -> Fixes:
    """Put columns together; what is not given is not known.

    Example:
        >>> table = fix_table(1, time=[0.0], latitude=[1.0], longitude=[2.0])
        >>> int(table["ground"][0]), bool(np.isnan(table["altitude"][0]))
        (-1, True)
    """
    table = np.zeros(rows, dtype=FIX)
    table["altitude"] = table["speed"] = np.nan
    table["ground"] = table["flight"] = -1
    for name, values in columns.items():
        table[name] = values
    return table


def valid(fixes: Fixes) -> Fixes:
    """Leave out fixes that no place on Earth has, and heights and speeds that no aircraft has.

    The place 0, 0 is what networks write for "no position".
    """
    lat, lon = fixes["latitude"], fixes["longitude"]
    time = fixes["time"]
    there = (time > 0) & (time < _LATEST) & (np.abs(lat) <= 90) & (np.abs(lon) <= 180)
    kept: Fixes = fixes[there & ((lat != 0) | (lon != 0))].copy()
    height, speed = kept["altitude"], kept["speed"]
    height[(height > _HIGHEST_FT) | (height < _LOWEST_FT)] = np.nan
    speed[(speed > _FASTEST_KT) | (speed < 0)] = np.nan
    return kept


def thinned(fixes: Fixes) -> Fixes:
    """Order fixes by time and keep one in five seconds of each flight number.

    Example:
        >>> table = fix_table(3, time=[9.0, 1.0, 2.0], latitude=1.0, longitude=2.0)
        >>> thinned(table)["time"].tolist()
        [1.0, 9.0]
    """
    if len(fixes) == 0:
        return fixes
    time = fixes["time"]
    if len(fixes) > 1 and not bool((np.diff(time) > 0).all()):
        fixes = fixes[np.lexsort([fixes[name] for name in _TIES])]
    slot = np.floor_divide(fixes["time"], _SECONDS).astype(np.int64)
    if (fixes["flight"] == fixes["flight"][0]).all():
        fresh = np.ones(len(fixes), dtype=bool)
        fresh[1:] = slot[1:] != slot[:-1]
        return fixes[fresh]
    _, first = np.unique(np.stack([slot, fixes["flight"]]), axis=1, return_index=True)
    return fixes[np.sort(first)]
