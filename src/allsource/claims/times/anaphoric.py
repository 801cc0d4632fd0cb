"""Which times are counted from another time in the text?

"three weeks later", "a year earlier", "the previous year", "that month" are
counted from the date last named before them in the same span; "the previous
day" from that of publication where none is named. Else they keep the form of
what is known, without days: a duration for a distance, ``XXXX-XX`` for a period.

It fails where the time meant is that of an event, not the last date named.
"""

from allsource.claims.times.deictic import UNKNOWN
from allsource.claims.times.durations import amount, count, modifier
from allsource.claims.times.periods import period_of, plain, shift
from allsource.claims.times.scene import Reading, Rule, Scene, rule

__all__ = ["RULES"]


def _distance(scene: Scene) -> Reading | None:
    features = scene.first("u")
    unit = str(features.get("unit") or features.get("units"))
    later = scene.tokens.word(scene.match.start("way")) in ("later", "after")
    number = amount(scene)
    if number is None or number != int(number):
        return Reading(count(number, unit), "DURATION", modifier(scene))
    value = _from_reference(scene.reference, unit, int(number) if later else -int(number))
    if value is None:
        return Reading(count(number, unit), "DURATION", modifier(scene))
    return Reading(value, "DATE", modifier(scene))


def _from_reference(reference: str | None, unit: str, by: int) -> str | None:
    """Move the last date; a quarter or half stays one when years are counted."""
    if reference is None or not reference[:4].isdigit():
        return None
    if unit == "Y" and reference[4:6] in ("-Q", "-H"):
        year = shift(reference[:4], "Y", by)
        return f"{year}{reference[4:]}" if year else None
    if unit not in UNKNOWN and unit != "F":
        return None
    return shift(plain(reference), unit, by)


def _beside(scene: Scene) -> Reading | None:
    """The previous year, the same month, the following day, that week."""
    unit = str(scene.first("u").get("unit"))
    if unit not in UNKNOWN:
        return None
    by = scene.number("w", "beside") or 0
    value = _period(scene.reference, unit, by)
    if value is None and by < 0:
        value = _period(scene.anchor, unit, by)
    if value is None and not scene.has("w"):
        return None
    return Reading(value or UNKNOWN[unit], "DATE", scene.qualifier)


def _period(reference: str | None, unit: str, by: int) -> str | None:
    if reference is None or not reference[:4].isdigit():
        return None
    known = plain(reference)
    return shift(known, unit, by) if by else period_of(known, unit)


def _season(scene: Scene) -> Reading | None:
    """That summer, the following spring: of the year last named."""
    season, last = scene.name("s", "season"), scene.reference
    if last is None or not last[:4].isdigit():
        return None
    year, month = int(last[:4]), last[5:7]
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season]
    by = scene.number("w", "beside") or 0
    if by > 0 and (not month.isdigit() or first <= int(month)):
        year += 1
    if by < 0 and (not month.isdigit() or first >= int(month)):
        year -= 1
    return Reading(f"{year:04d}-{season}", "DATE", scene.qualifier) if 0 < year < 9999 else None


_LATER = "(?P<later>@w_earlier|@w_later)"
RULES: tuple[Rule, ...] = (
    rule("HOW COUNT(?P<u>@unit|@units)(?P<way>@w_earlier)", _distance, refers=False),
    rule("HOW COUNT(?P<u>@unit|@units)(?P<way>@w_later)", _distance),
    rule(f"(?:{_LATER}|DATE_PRE)(?:@w_the(?P<w>@beside)|@w_that@w_same?)(?P<u>@unit)", _beside),
    rule("DATE_PRE(?:@w_the(?P<w>@beside)|@w_that@w_same?)(?P<s>@season)", _season),
)
