"""Which months does a claim speak of?

A date becomes the number of its month. A claim that names a period speaks of it; one that names none, or
one that holds the day it was printed, speaks of the present, and what is known of the present is stale: the
months up to its printing count with the weights of ``STALE``. What lies after the printing is a plan, however
it is worded.

A month is the grain: a day within it counts as the whole of it.

It fails where a text names the month of an announcement and means an older count.
"""

import datetime as dt
from dataclasses import dataclass

from allsource.errors import UsageError
from allsource.estimation.programme.claim import ProgrammeClaim

__all__ = ["STALE", "Span", "first_day", "last_day", "month_of", "span"]

STALE = (0.45, 0.27, 0.17, 0.11)
"""How much of what is printed now is of this month, the last, and so on."""

_YEAR = 12
_MONTH = len("2031-05")


@dataclass(frozen=True, slots=True)
class Span:
    """Months that a claim speaks of.

    Args:
        first: number of the first month.
        last: number of the last one.
        present: it speaks of the present; ``last`` is the month of its printing.
        ahead: years from printing to the end; 0 where the end is not after it.
        whole: no start was named.
    """

    first: int
    last: int
    present: bool
    ahead: float
    whole: bool


def month_of(date: str, *, end: bool = False) -> int:
    """Number the month of a date; of a year, its first or last month.

    Example:
        >>> month_of("2031-05") - month_of("2030"), month_of("2031", end=True) - month_of("2031")
        (16, 11)
    """
    year, _, rest = date.partition("-")
    month = int(rest[:2]) if rest else (_YEAR if end else 1)
    return int(year) * _YEAR + month - 1


def first_day(month: int) -> str:
    """Give the first day of a month as an ISO 8601 date."""
    return f"{month // _YEAR:04}-{month % _YEAR + 1:02}-01"


def last_day(month: int) -> str:
    """Give its last day.

    Example:
        >>> last_day(month_of("2032-02"))
        '2032-02-29'
    """
    after = dt.date.fromisoformat(first_day(month + 1))
    return (after - dt.timedelta(days=1)).isoformat()


def span(claim: ProgrammeClaim) -> Span:
    """Tell of which months a claim speaks.

    Raises:
        UsageError: it has no date at all.

    Example:
        >>> claim = ProgrammeClaim("c1", "stock", "pump", low=9, end="2031-06-15", published="2031-09")
        >>> span(claim).last - month_of("2031-06"), span(claim).present
        (0, False)
    """
    printed = None if claim.published is None else month_of(claim.published, end=True)
    if claim.start is None and claim.end is None:
        if printed is None:
            raise UsageError("it has no date; give start, end or published")
        return Span(printed, printed, present=True, ahead=0.0, whole=True)
    first = month_of(claim.start or claim.end or "")
    last = month_of(claim.end or claim.start or "", end=True)
    if claim.boundary == "since" and claim.end is None and printed is not None:
        last = max(printed, first)
    if claim.boundary == "before" and claim.end is not None and len(claim.end) <= _MONTH:
        last = max(month_of(claim.end) - 1, first) if claim.start else month_of(claim.end) - 1
        first = min(first, last)
    whole = claim.start is None
    if printed is None or last < printed:
        return Span(first, last, present=False, ahead=0.0, whole=whole)
    firm = claim.measure == "contract" or claim.kind in {"plan", "contract"}
    if firm or claim.stance == "expected" or first > printed:
        return Span(first, last, present=False, ahead=(last - printed) / _YEAR, whole=whole)
    return Span(min(first, printed), printed, present=True, ahead=0.0, whole=whole)
