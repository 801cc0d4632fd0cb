"""Which times are counted from another time in the text?

"three weeks later", "a year earlier", "the previous year", "that month" are
counted from the date last named before them in the same span. Where none is
named they keep the form of what is known, without days: a duration for a
distance, ``XXXX-XX`` for a period.

It fails where the time meant is that of an event, not the last date named.
"""

from allsource.claims.times.deictic import UNKNOWN
from allsource.claims.times.durations import amount, count, modifier
from allsource.claims.times.periods import period_of, shift
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
    return shift(_plain(reference), unit, by)


def _plain(reference: str) -> str:
    """Cut a value down to its ISO prefix."""
    day = reference.split("T", maxsplit=1)[0]
    return day if day[4:5] in ("", "-") and day[5:7].isdigit() else day[:4]


def _beside(scene: Scene) -> Reading | None:
    """The previous year, the same month, the following day, that week."""
    unit = str(scene.first("u").get("unit"))
    if unit not in UNKNOWN:
        return None
    by = scene.number("w", "beside") or 0
    value = _period(scene.reference, unit, by)
    if value is None and not scene.has("w"):
        return None
    return Reading(value or UNKNOWN[unit], "DATE", scene.qualifier)


def _period(reference: str | None, unit: str, by: int) -> str | None:
    if reference is None or not reference[:4].isdigit():
        return None
    plain = _plain(reference)
    return shift(plain, unit, by) if by else period_of(plain, unit)


def _year_earlier(scene: Scene) -> Reading:
    """The year-ago quarter, the year-earlier period: a year before what is reported on."""
    value = _from_reference(scene.reference, "Y", -1)
    if scene.has("quarter") and scene.anchor and "Q" not in (value or ""):
        value = shift(scene.anchor, "Q", -5)
    if value is None and scene.anchor:
        value = shift(scene.anchor, "Y", -1)
    return Reading(value or "PAST_REF", "DATE")


RULES: tuple[Rule, ...] = (
    rule("HOW COUNT(?P<u>@unit|@units)(?P<way>@w_earlier)", _distance, refers=False),
    rule("HOW COUNT(?P<u>@unit|@units)(?P<way>@w_later)", _distance),
    rule("DATE_PRE(?:@w_the(?P<w>@beside)|@w_that)(?P<u>@unit)", _beside),
    rule(
        "@w_the?@w_year HYPHEN(?:@w_earlier|@w_ago)(?:@w_period|(?P<quarter>@w_quarter))?",
        _year_earlier,
        refers=False,
    ),
)
