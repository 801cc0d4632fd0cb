"""Which days does a TIMEX3 value mean, and what lies some units away from it?

Pure calendar arithmetic on ISO prefixes. A week begins on Monday (ISO 8601). A
season is that of the northern hemisphere, by whole months; a winter named by
one year alone covers both winters that touch the year's ends, because usage
differs. Fiscal years have no days here: they begin in different months.

Every function gives None rather than a date outside the years 1 to 9999.
"""

import calendar
import re
from datetime import MINYEAR, date, timedelta

__all__ = ["day_of", "interval", "month_shift", "period_of", "plain", "shift", "week_value"]

_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11)}
_PARTS = {"Q": 3, "H": 6}
_SHAPE = re.compile(r"(\d{4})(?:-(?:([QH])(\d)|W(\d\d)(-WE)?|(SP|SU|FA|WI)|(\d\d)(?:-(\d\d))?))?")


def interval(timex: str) -> tuple[str, str] | None:
    """Give the first and last day of a DATE or TIME value, or None where it has none.

    Example:
        >>> interval("2031-Q2")
        ('2031-04-01', '2031-06-30')
        >>> interval("203")
        ('2030-01-01', '2039-12-31')
    """
    value = timex.split("T", maxsplit=1)[0]
    if re.fullmatch(r"\d{2,3}", value):
        return _long(value)
    match = _SHAPE.fullmatch(value)
    if not match or int(match[1]) < MINYEAR:
        return None
    try:
        return _days(match)
    except ValueError:
        return None


def _long(value: str) -> tuple[str, str] | None:
    """Decades and centuries; the first century has no year 0."""
    width = 10 ** (4 - len(value))
    first = max(int(value) * width, MINYEAR)
    return f"{first:04d}-01-01", f"{int(value) * width + width - 1:04d}-12-31"


def _days(match: re.Match[str]) -> tuple[str, str]:
    year = int(match[1])
    if match[2]:
        size, part = _PARTS[match[2]], int(match[3])
        return _months(year, size * (part - 1) + 1, size * part)
    if match[4]:
        monday = date.fromisocalendar(year, int(match[4]), 1)
        first = monday + timedelta(days=5 if match[5] else 0)
        return first.isoformat(), (monday + timedelta(days=6)).isoformat()
    if match[6]:
        return _season(year, match[6])
    if match[8]:
        day = date(year, int(match[7]), int(match[8])).isoformat()
        return day, day
    month = int(match[7]) if match[7] else None
    return _months(year, month or 1, month or 12)


def _season(year: int, season: str) -> tuple[str, str]:
    if season == "WI":
        return _months(year - 1, 12, 12)[0], _months(year + 1, 2, 2)[1]
    return _months(year, *_SEASONS[season])


def _months(year: int, first: int, last: int) -> tuple[str, str]:
    end = date(year, last, calendar.monthrange(year, last)[1])
    return date(year, first, 1).isoformat(), end.isoformat()


def day_of(prefix: str | None) -> date | None:
    """Give the day of a full date, or None where it is less exact or does not exist."""
    try:
        return date.fromisoformat(prefix[:10]) if prefix and len(prefix) >= 10 else None
    except ValueError:
        return None


def plain(timex: str) -> str:
    """Cut a dated value down to its ISO prefix.

    Example:
        >>> plain("2031-05-04TNI"), plain("2031-Q2")
        ('2031-05-04', '2031')
    """
    day = timex.split("T", maxsplit=1)[0]
    return day if day[4:5] in ("", "-") and day[5:7].isdigit() else day[:4]


def week_value(day: date) -> str:
    """Give the ISO week of a day, as ``2031-W09``."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def month_shift(year: int, month: int, by: int) -> str | None:
    """Give the month ``by`` months away.

    Example:
        >>> month_shift(2031, 1, -2)
        '2030-11'
    """
    count = year * 12 + month - 1 + by
    return f"{count // 12:04d}-{count % 12 + 1:02d}" if 12 <= count < 120_000 else None


def shift(prefix: str, unit: str, by: int) -> str | None:
    """Move an ISO prefix by whole units, keeping no more than the unit's exactness.

    Args:
        prefix: ``2031``, ``2031-05`` or ``2031-05-04``.
        unit: TIMEX3 letter: D, W, F (fortnight), M, Q, Y, DE, CE or WE.
        by: how many; negative is earlier.

    Returns:
        A TIMEX3 value, or None where the prefix is not exact enough or the calendar ends.

    Example:
        >>> shift("2031-05-04", "M", -1), shift("2031-05-04", "W", 1), shift("2031", "M", 1)
        ('2031-04', '2031-W19', None)
    """
    if abs(by) > 100_000:
        return None
    year = int(prefix[:4])
    if unit in ("Y", "DE", "CE"):
        return _year_shift(year, unit, by)
    if unit in ("M", "Q") and len(prefix) >= 7:
        month = month_shift(year, int(prefix[5:7]), by * (3 if unit == "Q" else 1))
        return period_of(month, unit) if month else None
    return _day_shift(day_of(prefix), unit, by)


def _year_shift(year: int, unit: str, by: int) -> str | None:
    year += by * {"Y": 1, "DE": 10, "CE": 100}[unit]
    if not MINYEAR <= year <= 9999:
        return None
    return f"{year:04d}"[: {"Y": 4, "DE": 3, "CE": 2}[unit]]


def _day_shift(day: date | None, unit: str, by: int) -> str | None:
    days = {"D": 1, "W": 7, "WE": 7, "F": 14}.get(unit)
    if day is None or days is None:
        return None
    try:
        moved = day + timedelta(days=days * by)
    except OverflowError:
        return None
    if unit == "D":
        return moved.isoformat()
    return week_value(moved) + ("-WE" if unit == "WE" else "")


def period_of(prefix: str, unit: str) -> str | None:
    """Give the year, quarter, month, week or day that a date lies in.

    Example:
        >>> period_of("2031-05-04", "Q"), period_of("2031", "Q")
        ('2031-Q2', None)
    """
    if unit == "Q":
        return f"{prefix[:4]}-Q{(int(prefix[5:7]) + 2) // 3}" if len(prefix) >= 7 else None
    if unit == "M":
        return prefix[:7] if len(prefix) >= 7 else None
    return shift(prefix, unit, 0)
