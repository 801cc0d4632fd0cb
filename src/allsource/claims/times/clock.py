"""Which times of day are named?

"3 p.m.", "15:30 GMT", "noon Friday", "midnight". The day is the one named
beside it, else that of publication; without either the value says only the
hour. Time zones are read over, never converted.
"""

import re

from allsource.claims.times.dayparts import near_day
from allsource.claims.times.deictic import weekday_value
from allsource.claims.times.periods import day_of, shift
from allsource.claims.times.scene import Reading, Rule, Scene, rule
from allsource.claims.times.years import nearest_month, year_of

__all__ = ["RULES"]

_CLOCK = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?(?::[0-9]{2})?\s?(a|p)?")


def _clock(scene: Scene) -> Reading | None:
    written = scene.tokens.words[scene.match.start("clock")]
    time = {"noon": "12:00", "midnight": "24:00"}.get(written) or _hour(written)
    return Reading(f"{_day(scene)}T{time}", "TIME") if time else None


def _hour(written: str) -> str | None:
    """Write a clock time of 24 hours, or None where there is no such time."""
    match = _CLOCK.match(written)
    if not match:
        return None
    hour, minute, half = int(match[1]), match[2], match[3]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 24 or int(minute or 0) > 59:
        return None
    return f"{hour:02d}:{minute or '00'}"


def _day(scene: Scene) -> str:
    if scene.has("wd"):
        return weekday_value(scene, scene.number("wd", "weekday") or 1, scene.number("w", "which"))
    if scene.has("named") and scene.anchor:
        return shift(scene.anchor, "D", scene.number("named", "day_named") or 0) or "XXXX-XX-XX"
    if scene.has("m"):
        month = scene.number("m", "month") or scene.number("m", "month_short") or 1
        day = scene.number("d", "day") or scene.number("d", "day_th") or 1
        year = year_of(scene) or nearest_month(scene, month)
        value = f"{year or 0:04d}-{month:02d}-{day:02d}"
        return value if day_of(value) else "XXXX-XX-XX"
    return near_day(scene)


def _four_digits(scene: Scene) -> Reading | None:
    """0600 GMT, 1430 hours, 0600 on 3 May."""
    written = scene.tokens.words[scene.match.start("clock")]
    return Reading(f"{_day(scene)}T{written[:2]}:{written[2:]}", "TIME")


_MONTH = "(?P<m>@month_short@c_46?|@month)"
_YEAR = "(?:@c_44?(?P<y>@year))?"
_NEAR = "(?:@c_44?@w_on?(?:@weekday@c_44?)?"
_ZONE = "(?:@zone|@c_40(?:@clock|@hhmm)?@zone@c_41)?"
_PLACES = (
    "(?:@c_44?@w_on?(?:(?P<w>@which)?(?P<wd>@weekday)@daypart?|(?P<named>@day_named)))?",
    f"{_NEAR}{_MONTH}(?P<d>@day|@day_th){_YEAR})",
    f"{_NEAR}@w_the?(?P<d>@day|@day_th)@w_of?{_MONTH}{_YEAR})",
)
_SOLE = "(?:@zone|@w_hours@zone?)"
RULES: tuple[Rule, ...] = (
    *(
        rule(f"@near_date?(?P<clock>@clock|@clock12|@w_noon|@w_midnight){_ZONE}{place}", _clock)
        for place in _PLACES
    ),
    *(rule(f"(?P<clock>@hhmm){_SOLE}{place}", _four_digits) for place in _PLACES),
    *(rule(f"(?P<clock>@hhmm){place}", _four_digits) for place in _PLACES[1:]),
)
