"""When? Dates as intervals, never as points that pretend to be exact.

An ISO 8601 prefix (``2031``, ``2031-05``, ``2031-05-04``) names the interval
of all its days.
"""

import calendar
from dataclasses import dataclass
from typing import Literal

from allsource.model.span import Span

__all__ = ["Time", "first_day", "last_day"]


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression and the interval it means.

    Args:
        text: the words, without boundary words.
        span: where they stand.
        timex: TIMEX3 value (``2031-05``, ``P3M``, ``PRESENT_REF``, ``2031-Q2`` ...).
        type: TIMEX3 type.
        start: first day (ISO prefix), or None where open or unknown.
        end: last day (ISO prefix), or None where open or unknown.
        boundary: the word that makes it a bound ("by", "since" ...).
        qualifier: "early 2031" is ``early``; "about two years" is ``approx``.
    """

    text: str
    span: Span
    timex: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    start: str | None = None
    end: str | None = None
    boundary: Literal["by", "until", "since", "after", "before", "as_of"] | None = None
    qualifier: Literal["early", "mid", "late", "approx", "less", "more"] | None = None


def first_day(prefix: str) -> str:
    """Give the first day of an ISO prefix.

    Example:
        >>> first_day("2031-02")
        '2031-02-01'
    """
    return {4: f"{prefix}-01-01", 7: f"{prefix}-01"}.get(len(prefix), prefix)


def last_day(prefix: str) -> str:
    """Give the last day of an ISO prefix.

    Example:
        >>> last_day("2032-02")
        '2032-02-29'
    """
    if len(prefix) == 4:
        return f"{prefix}-12-31"
    if len(prefix) == 7:
        year, month = int(prefix[:4]), int(prefix[5:7])
        return f"{prefix}-{calendar.monthrange(year, month)[1]:02d}"
    return prefix
