"""How do two numbers stand to each other, counted in one unit?

Equal, equal once the finer is rounded as the coarser one is, a bound that the
other satisfies, or apart. Approximate numbers ("about") count as rounded to
their last significant digit. It knows nothing of what the numbers mean.
"""

import math
from typing import Protocol

from allsource.model.numbers import Point

__all__ = ["Interval", "apart", "equal", "gap", "is_bound", "overlap", "rounded_to", "step"]


class Interval(Protocol):
    """What has a lower and an upper end: a point of a series, a quantity of a claim."""

    @property
    def low(self) -> float | None:
        """The lower end, None where open."""
        ...

    @property
    def high(self) -> float | None:
        """The upper end, None where open."""
        ...

    @property
    def low_open(self) -> bool:
        """Whether the lower end is excluded."""
        ...

    @property
    def high_open(self) -> bool:
        """Whether the upper end is excluded."""
        ...


def equal(one: Interval, other: Interval) -> bool:
    """Say whether two points state the same numbers."""
    return (one.low, one.high) == (other.low, other.high)


def is_bound(point: Interval) -> bool:
    """Say whether a point is open on one side or a range."""
    return point.low is None or point.high is None or point.low != point.high


def apart(one: Interval, other: Interval) -> bool:
    """Say whether no number lies in both points' intervals."""
    return _below(one, other) or _below(other, one)


def gap(one: Interval, other: Interval) -> float:
    """Give the distance between two points' intervals, 0 where they touch."""
    if _below(one, other) and one.high is not None and other.low is not None:
        return other.low - one.high
    if _below(other, one) and other.high is not None and one.low is not None:
        return one.low - other.high
    return 0.0


def step(value: float) -> float:
    """Give the place of a number's last significant digit.

    Example:
        >>> step(1100.0), step(1092.0), step(2.5)
        (100.0, 1.0, 0.1)
    """
    if value == 0 or not math.isfinite(value):
        return 1.0
    digits = f"{abs(value):.12g}"
    if "e" in digits:
        mantissa, exponent = digits.split("e")
        return float(10.0 ** (int(exponent) - len(mantissa.partition(".")[2])))
    if "." in digits:
        return float(10.0 ** -len(digits.partition(".")[2]))
    return float(10.0 ** (len(digits) - len(digits.rstrip("0"))))


def rounded_to(one: Interval, other: Interval) -> float | None:
    """Give the step at which two different single numbers are equal, None where there is none."""
    if is_bound(one) or is_bound(other) or one.low is None or other.low is None:
        return None
    coarse = max(step(one.low), step(other.low))
    near = abs(one.low - other.low) <= coarse / 2
    return coarse if near and one.low != other.low else None


def overlap(one: Point, other: Point) -> bool | None:
    """Say whether two points speak of overlapping times; None where either is undated."""
    if not (one.start or one.end) or not (other.start or other.end):
        return None
    before = one.end is not None and other.start is not None and one.end < other.start
    after = other.end is not None and one.start is not None and other.end < one.start
    return not before and not after


def _below(one: Interval, other: Interval) -> bool:
    if one.high is None or other.low is None:
        return False
    touching = one.high == other.low and (one.high_open or other.low_open)
    return one.high < other.low or touching
