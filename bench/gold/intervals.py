"""Which interval does a reader mean by ``~>=40``?

A number in full, perhaps with its bound before it and ``~`` (approximate) before that, or two
numbers with ``..`` between them.
"""

from __future__ import annotations

import re

import msgspec

__all__ = ["Interval", "interval"]

NUMBER = r"(-?[0-9]{1,15}(?:\.[0-9]{1,9})?)"
POINT = re.compile(rf"(~?)(>=|<=|>|<|)\s*{NUMBER}")
RANGE = re.compile(rf"(~?){NUMBER}\.\.{NUMBER}")


class Interval(msgspec.Struct, frozen=True):
    """Two ends, null where there is none, and whether each is open."""

    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False


def interval(written: str) -> Interval:
    """Read an interval.

    Args:
        written: such as ``40``, ``~40``, ``>40``, ``>=40``, ``<40``, ``<=40``, ``35..45``.

    Returns:
        The interval; an end that is not bounded is null and open.

    Raises:
        ValueError: it is not written so, or its ends are the wrong way round.

    Example:
        >>> interval(">5500")
        Interval(low=5500.0, high=None, low_open=True, high_open=True, approximate=False)
    """
    bare = written.replace(",", "").strip()
    found = RANGE.fullmatch(bare)
    if found:
        low, high = float(found[2]), float(found[3])
        if low > high:
            raise ValueError(f"the ends of {written!r} are the wrong way round")
        return Interval(low, high, approximate=bool(found[1]))
    found = POINT.fullmatch(bare)
    if not found:
        raise ValueError(f"{written!r} is no interval such as 40, ~40, >40, <=40 or 35..45")
    about, bound, value = bool(found[1]), found[2], float(found[3])
    if bound.startswith(">"):
        return Interval(value, None, low_open=bound == ">", high_open=True, approximate=about)
    if bound.startswith("<"):
        return Interval(None, value, low_open=True, high_open=bound == "<", approximate=about)
    return Interval(value, value, approximate=about)
