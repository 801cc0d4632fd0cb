"""What does a stated figure say of the true one, on a logarithmic scale?

A point is a point, as wide as it is rounded. "More than V" is mostly V to V and a quarter, and sometimes
anything above; "fewer than" the same downwards; a range is a range. A share is put on the logit scale. A
figure of nought is read as fewer than half a unit in its period.

It fails where a bound is stated for effect: "more than 100" of 900.
"""

from dataclasses import dataclass
from math import floor, log, log10, sqrt

from allsource.errors import UsageError
from allsource.estimation._arrays.programme.likelihood import FAR

__all__ = ["BEYOND", "Figure", "digits", "figure", "logit", "middle", "rounding"]

BEYOND = 1.25
"""How far above V "more than V" usually is."""

_WITHIN = 0.8
_NOUGHT = 0.5
_LEAST_BAND = 0.02
_MOST_ROUNDING = 0.15
_ABOUT = 0.05
_MOST_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Figure:
    """A stated figure in logarithms or logits: a point, or a band with a wider one around it."""

    value: float
    low: float
    high: float
    wide_low: float
    wide_high: float
    within: float
    width: float
    point: bool = False


def digits(value: float) -> int:
    """Count the digits that a figure was stated with.

    Example:
        >>> [digits(one) for one in (2000, 5500, 0.25)]
        [1, 2, 2]
    """
    if value <= 0:
        return 1
    written = f"{value:.{_MOST_DIGITS - 1}e}".partition("e")[0].replace(".", "").rstrip("0")
    return max(len(written), 1)


def rounding(value: float) -> float:
    """Give the relative width (a standard deviation) that rounding leaves, at most 0.15."""
    step = 10.0 ** (floor(log10(value)) - digits(value) + 1)
    return min(step / value / sqrt(12), _MOST_ROUNDING)


def logit(share: float) -> float:
    """Give the log odds of a share, kept off 0 and 1."""
    kept = min(max(share, 0.005), 0.995)
    return log(kept / (1 - kept))


def _seen(
    low: float | None, high: float | None, *, share: bool
) -> tuple[float | None, float | None]:
    """Give ends of which logarithms can be taken: from 0 on is an open end."""
    if low == 0:
        low, high = None, _NOUGHT if high == 0 and not share else high
    return low, _NOUGHT if high == 0 else high


def figure(
    low: float | None,
    high: float | None,
    *,
    factor: float = 1.0,
    about: bool = False,
    share: bool = False,
) -> Figure:
    """Read a figure.

    Args:
        low: lower end, None where open.
        high: upper end, None where open.
        factor: what turns it into the unit of the programme.
        about: it is said to be approximate.
        share: it is a share between 0 and 1.

    Raises:
        UsageError: it says nothing.

    Example:
        >>> found = figure(5500, None)
        >>> found.point, round(found.high - found.low, 2)
        (False, 0.22)
    """
    low, high = _seen(low, high, share=share)
    scale = logit if share else lambda number: log(number * factor)
    if low is None and high is None:
        raise UsageError("from 0 on without end says nothing; give a bound")
    extra = _ABOUT if about else 0.0
    if low is not None and low == high:
        at = scale(low)
        width = 0.1 if share else rounding(low)
        return Figure(at, at, at, at, at, 1.0, sqrt(width**2 + extra**2), point=True)
    return _band(
        None if low is None else scale(low),
        None if high is None else scale(high),
        0.5 if share else log(BEYOND),
        extra,
    )


def _band(low: float | None, high: float | None, step: float, width: float) -> Figure:
    """Give the band between two ends, one of which may be open."""
    if low is None:
        most = high or 0.0
        return Figure(most, most - step, most, -FAR, most, _WITHIN, width)
    if high is None:
        return Figure(low, low, low + step, low, FAR, _WITHIN, width)
    spare = max(_LEAST_BAND - (high - low), 0) / 2
    ends = (low - spare, high + spare)
    return Figure((low + high) / 2, *ends, *ends, 1.0, width)


def middle(found: Figure) -> float:
    """Give the one value that a figure stands for, where one is needed: a plan's, a ceiling's."""
    return found.value if found.point else (found.low + found.high) / 2
