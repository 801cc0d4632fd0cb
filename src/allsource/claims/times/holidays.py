"""Which day is a feast named in the text?

"Christmas", "Thanksgiving Day", "Easter Monday", "New Year's Eve", "Labor
Day": days that fall on a fixed date, on the nth weekday of a month, or hang on
Easter (Western). Without its year the feast is the last or the next one by the
tense of the words around.

It fails on feasts that countries keep on different days: those are not listed.
"""

import calendar
from datetime import date, timedelta

from allsource.claims.times.periods import week_value
from allsource.claims.times.scene import Reading, Rule, Scene, rule
from allsource.claims.times.tense import ahead
from allsource.claims.times.years import nearest_month, year_of

__all__ = ["RULES", "feast"]

_EASTER_MONTH = 4
_LAST = 99
"""The value of the ordinal "last" in the vocabulary."""


def feast(code: str, year: int) -> date | None:
    """Give the day of a feast in a year.

    Args:
        code: ``12-25``; ``11-4-4``, the fourth weekday 4 of November (5 is the last one); or
            ``easter``.
        year: from 1583 for Easter.

    Example:
        >>> feast("11-4-4", 2031), feast("easter", 2031)
        (datetime.date(2031, 11, 27), datetime.date(2031, 4, 13))
    """
    if code == "easter":
        return _easter(year) if 1583 <= year <= 4099 else None
    month, *rest = (int(part) for part in code.split("-"))
    if len(rest) == 1:
        return date(year, month, rest[0])
    nth, weekday = rest
    first = date(year, month, 1)
    day = 1 + (weekday - first.isoweekday()) % 7 + 7 * (nth - 1)
    last = calendar.monthrange(year, month)[1]
    return date(year, month, day if day <= last else day - 7)


def _easter(year: int) -> date:
    """The Sunday after the first full moon of spring, by the Gregorian tables."""
    golden, century = year % 19, year // 100
    lunar = century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15
    epact = lunar % 30
    moon = epact - epact // 28 * (1 - epact // 28 * (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    ahead = moon - weekday
    month = 3 + (ahead + 40) // 44
    return date(year, month, ahead + 28 - 31 * (month // 4))


def _holiday(scene: Scene) -> Reading | None:
    beside = scene.tokens.word(scene.match.start("at")) if scene.has("at") else ""
    code = _code(scene)
    month = _EASTER_MONTH if code == "easter" else int(code.split("-")[0])
    told = year_of(scene) or _year(scene, code)
    year = told or nearest_month(scene, month)
    day = feast(code, year) if year and 1 < year < 9999 else None
    if day and told is None and scene.anchor and scene.anchor[:10] < day.isoformat():
        day = feast(code, day.year - 1) if ahead(scene) is False else day
    if day is None:
        return None if code == "easter" or code.count("-") > 1 else Reading(_unknown(code), "DATE")
    if beside == "week":
        return Reading(week_value(day), "DATE", scene.qualifier)
    by = 0 if scene.has("new") else {"eve": -1, "monday": 1}.get(beside, 0)
    moved = day + timedelta(days=by)
    return Reading(moved.isoformat(), "DATE", scene.qualifier)


def _nth_weekday(scene: Scene) -> Reading | None:
    """The first Monday in September, the last Friday of May 2031."""
    nth = scene.number("o", "ordinal") or 0
    month, weekday = scene.number("m", "month") or 1, scene.number("day", "weekday") or 1
    year = year_of(scene) or nearest_month(scene, month)
    if not (1 <= nth <= 4 or nth == _LAST) or year is None or not 1 < year < 9999:
        return None
    day = feast(f"{month}-{min(nth, 5)}-{weekday}", year)
    return Reading(day.isoformat(), "DATE") if day else None


def _code(scene: Scene) -> str:
    if scene.has("new"):
        return "12-31" if scene.tokens.word(scene.match.start("at")) == "eve" else "1-1"
    features = scene.first("h")
    return str(features.get("holiday") or features.get("holiday_day"))


def _unknown(code: str) -> str:
    month, day = code.split("-")
    return f"XXXX-{int(month):02d}-{int(day):02d}"


def _year(scene: Scene, code: str) -> int | None:
    """Give the year of "last Thanksgiving", "next Easter"."""
    which = scene.number("w", "which")
    if which is None or scene.anchor is None or len(scene.anchor) < 7:
        return None
    year = int(scene.anchor[:4])
    day = feast(code, year)
    if day is None or which == 0:
        return year
    now = scene.anchor.ljust(10, "-")
    passed = day.isoformat() < now
    if which < 0:
        return year if passed else year - 1
    return year + 1 if passed else year


_YEAR = "(?:(?:@c_44|@w_of|@w_in)?(?P<y>@year))?"
RULES: tuple[Rule, ...] = (
    rule(
        f"PLACED(?P<w>@which)?(?P<h>@holiday)(?P<at>@w_day|@w_eve|@w_monday|@w_week)?{_YEAR}",
        _holiday,
    ),
    rule(f"PLACED(?P<w>@which)?(?P<h>@holiday_day)(?P<at>@w_day){_YEAR}", _holiday),
    rule(
        "@w_the?(?P<o>@ordinal)(?P<day>@weekday)(?:@w_in|@w_of)(?P<m>@month)(?:@c_44?YEARREF)?",
        _nth_weekday,
    ),
    rule(f"(?P<new>@w_new)@w_year POSS(?P<at>@w_day|@w_eve){_YEAR}", _holiday),
)
