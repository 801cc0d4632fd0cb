"""Which times of day are named?

"3 p.m.", "15:30 GMT", "noon Friday", "midnight". The day is the one named
beside it, else that of publication; without either the value says only the
hour. Time zones are read over, never converted.
"""

import re

from allsource.claims.times.absolute import nearest_month, year_of
from allsource.claims.times.deictic import weekday_value
from allsource.claims.times.periods import day_of, shift
from allsource.claims.times.scene import Reading, Rule, Scene, rule

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
        return weekday_value(scene, scene.number("wd", "weekday") or 1)
    if scene.has("named") and scene.anchor:
        return shift(scene.anchor, "D", scene.number("named", "day_named") or 0) or "XXXX-XX-XX"
    if scene.has("m"):
        month = scene.number("m", "month") or scene.number("m", "month_short") or 1
        year = year_of(scene) or nearest_month(scene, month)
        value = f"{year or 0:04d}-{month:02d}-{scene.number('d', 'day') or 1:02d}"
        return value if day_of(value) else "XXXX-XX-XX"
    day = day_of(scene.anchor)
    return day.isoformat() if day else "XXXX-XX-XX"


_BESIDE = """(?:@c_44?@w_on?(?:(?P<wd>@weekday)|(?P<named>@day_named)
    |(?P<m>@month_short@c_46?|@month)(?P<d>@day)(?:@c_44?(?P<y>@year))?))?"""
RULES: tuple[Rule, ...] = (
    rule(f"(?P<clock>@clock|@clock12|@w_noon|@w_midnight)@zone?{_BESIDE}", _clock),
)
