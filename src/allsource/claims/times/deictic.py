"""Which times are named from where the writer stands?

"yesterday", "last month", "two years ago", "next spring", "earlier this week",
a weekday alone: all are counted from the publication date. Without one they
keep a value that says what is known (``PRESENT_REF``, ``XXXX-WXX-5``) and no
days. A weekday alone is the last one, or the next where the words around speak
of the future.
"""

from datetime import date, timedelta

from allsource.claims.times.durations import amount, count, modifier
from allsource.claims.times.lexicon import words
from allsource.claims.times.periods import day_of, period_of, plain, shift
from allsource.claims.times.scene import Qualifier, Reading, Rule, Scene, rule
from allsource.claims.times.tense import ahead

__all__ = ["RULES", "UNKNOWN", "weekday_value"]

UNKNOWN = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "DE": "XXX",
    "CE": "XX",
}


def _named_day(scene: Scene) -> Reading | None:
    by, at = scene.number("day", "day_named") or 0, scene.match.start()
    if scene.capital(at) and scene.tokens.word(at) == "today" and _is_name(scene, at - 1):
        return None
    day = shift(scene.anchor, "D", by) if scene.anchor else None
    if day is None:
        return Reading(("PAST_REF", "PRESENT_REF", "FUTURE_REF")[by + 1], "DATE")
    if scene.has("part"):
        return Reading(f"{day}T{scene.name('part', 'daypart')}", "TIME", scene.qualifier)
    return Reading(day, "DATE", scene.qualifier)


def _is_name(scene: Scene, place: int) -> bool:
    """Say whether a word is all capitals: that of the paper "EBN Today"."""
    if not scene.capital(place):
        return False
    written = scene.tokens.spans[place].of(scene.tokens.text)
    here = scene.tokens.spans[place + 1].of(scene.tokens.text)
    return len(written) > 1 and written.isupper() and not here.isupper()


def _before_yesterday(scene: Scene) -> Reading:
    by = 2 * (scene.number("day", "day_named") or 0)
    day = shift(scene.anchor, "D", by) if scene.anchor and by else None
    return Reading(day or ("PAST_REF" if by < 0 else "FUTURE_REF"), "DATE")


def _present(scene: Scene) -> Reading:
    day = day_of(scene.anchor)
    days = (day.isoformat(), day.isoformat()) if day else None
    return Reading("PRESENT_REF", "DATE", None, days)


def _past(_: Scene) -> Reading:
    return Reading("PAST_REF", "DATE")


def _to_come(scene: Scene) -> Reading | None:
    """Tell "in the future" from "the future of the yard"."""
    return None if scene.after == "of" else Reading("FUTURE_REF", "DATE")


def _period(scene: Scene) -> Reading | None:
    """Last month, this year, next week, the current quarter, the end of the year."""
    unit = scene.name("u", "unit")
    by = scene.number("w", "which") or 0
    if unit not in UNKNOWN or (unit == "D" and scene.number("w", "which") is not None):
        return None
    if scene.capital(scene.match.start()) and scene.capital(scene.match.end() - 1):
        return None
    where = "approx" if scene.has("tail") else scene.qualifier
    told = scene.named.history and not scene.has("w") and scene.reference
    value = period_of(plain(scene.reference or ""), unit) if told else _moved(scene, unit, by)
    if value is None:
        unanchored = "PRESENT_REF" if by == 0 else ("PAST_REF" if by < 0 else "FUTURE_REF")
        return Reading(unanchored, "DATE", where)
    return Reading(value, "DATE", where)


def _weekend(scene: Scene) -> Reading | None:
    """The weekend, last weekend: the last one, or the coming one by the tense."""
    day, which = day_of(scene.anchor), scene.number("w", "which")
    if which is None and scene.after == "of":
        return None
    if day is None:
        return Reading(UNKNOWN["WE"], "DATE")
    inside = day.isoweekday() >= 6
    by = which if which is not None else -int(not _coming(scene) and not inside)
    value = shift(day.isoformat(), "WE", by)
    return Reading(value or UNKNOWN["WE"], "DATE")


def _moved(scene: Scene, unit: str, by: int) -> str | None:
    if scene.anchor is None:
        return None
    return shift(scene.anchor, unit, by) if by else period_of(scene.anchor, unit)


def _year_end(scene: Scene) -> Reading:
    known = scene.reference if scene.named.history else scene.anchor
    return Reading(known[:4] if known else "XXXX", "DATE", "late")


def _month_of(scene: Scene) -> Reading | None:
    """Last May, this September, next January."""
    month = scene.number("m", "month") or scene.number("m", "month_short") or 1
    by = scene.number("w", "which") or 0
    if scene.anchor is None or len(scene.anchor) < 7:
        return Reading(f"XXXX-{month:02d}", "DATE", scene.qualifier)
    year, now = int(scene.anchor[:4]), int(scene.anchor[5:7])
    if by < 0 and month >= now:
        year -= 1
    if by > 0 and month <= now:
        year += 1
    return Reading(f"{year:04d}-{month:02d}", "DATE", scene.qualifier)


def weekday_value(scene: Scene, weekday: int, which: int | None = None) -> str:
    """Give the day of a weekday: the last, or the next, from publication.

    Args:
        scene: gives the publication date and the tense.
        weekday: 1 (Monday) to 7.
        which: -1 "last", 0 "this", 1 "next", None where the word stands alone.
    """
    day = day_of(scene.anchor)
    if day is None:
        return f"XXXX-WXX-{weekday}"
    coming = which == 1 or (which is None and _coming(scene))
    back = (day.isoweekday() - weekday) % 7
    moved = _moved_days(day, (7 - back) % 7 if coming else -back)
    if moved == day and which in (-1, 1):
        moved = _moved_days(day, 7 * which)
    return moved.isoformat()


def _coming(scene: Scene) -> bool:
    """A weekday alone lies ahead where the tense says so, or where it closes an open stretch."""
    tense, at = ahead(scene), scene.match.start()
    closes = scene.before in words("closes") or scene.tokens.words[max(at - 2, 0) : at] == [
        "ahead",
        "of",
    ]
    return tense is True or (tense is None and closes)


def _moved_days(day: date, by: int) -> date:
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return day


def _weekday(scene: Scene) -> Reading:
    value = weekday_value(scene, scene.number("day", "weekday") or 1, scene.number("w", "which"))
    if scene.has("part"):
        return Reading(f"{value}T{scene.name('part', 'daypart')}", "TIME", scene.qualifier)
    return Reading(value, "DATE", scene.qualifier)


def _ago(scene: Scene) -> Reading | None:
    unit, how = _any_unit(scene), modifier(scene)
    if scene.has("vague") and "couple" not in scene.match_words("vague"):
        return Reading("PAST_REF", "DATE", how)
    number = amount(scene)
    if number is None or unit is None:
        return None
    return _distance(scene, unit, -number, how)


def _hence(scene: Scene) -> Reading | None:
    unit, number = _any_unit(scene), amount(scene)
    if number is None or unit is None:
        return Reading("FUTURE_REF", "DATE")
    return _distance(scene, unit, number, modifier(scene))


def _any_unit(scene: Scene) -> str | None:
    features = scene.first("u")
    value = features.get("unit") or features.get("units")
    return str(value) if value else None


def _distance(scene: Scene, unit: str, number: float, how: Qualifier | None) -> Reading | None:
    if scene.anchor and unit in UNKNOWN | {"F": ""}:
        whole = int(number) if number == int(number) else None
        if whole is None and unit == "Y":
            unit, whole = "M", round(number * 12)
        if unit == "DE" and whole is not None:
            unit, whole = "Y", 10 * whole
        value = shift(scene.anchor, unit, whole) if whole is not None else None
        if value:
            return Reading(value, "DATE", how)
    return Reading(count(abs(number), unit), "DURATION", how)


_PART = "(?P<part>@daypart)"
_DAY_PLACED = """(?:@w_the?(?P<edge>@edge)@w_of|@w_the?(?P<stage>@stage)@units@w_of
    |(?P<pos>@position)(?:HYPHEN|@w_on)?)?"""
_LATER = "(?P<later>@w_earlier|@w_later)"
RULES: tuple[Rule, ...] = (
    rule(f"(?:{_LATER}|{_DAY_PLACED})(?P<day>@day_named){_PART}?", _named_day),
    rule("@w_the@w_day(?:@w_before|@w_after)(?P<day>@day_named)", _before_yesterday),
    rule("(?:@w_right|@w_just)?@present|@w_these@w_days|@w_at@w_present", _present),
    rule("(?:@w_more)?@past(?:@units(?:@w_and@units)?)?|@w_the@w_past|@w_past@units", _past),
    rule("@w_the(?:@w_near|@w_distant)?@w_future|@w_the@w_near@w_term", _to_come),
    rule(
        f"""(?:DATE_PRE|{_LATER}|@w_sometime)@w_the?
        (?P<w>@which|@w_current)(?:@w_fiscal|@w_calendar)?(?P<u>@unit)TAIL""",
        _period,
    ),
    rule("@w_the?(?P<edge>@edge)@w_of@w_the(?P<u>@unit)", _period),
    rule("@w_the?@w_year(?:HYPHEN|POSS)?@edge", _year_end),
    rule("DATE_PRE(?P<w>@which)(?P<m>@month)", _month_of),
    rule(f"(?:{_LATER}|{_DAY_PLACED})@w_this?(?P<w>@which)?(?P<day>@weekday){_PART}?", _weekday),
    rule("@w_the(?P<u>@w_weekend)|@w_the?(?P<w>@which)(?P<u2>@w_weekend)", _weekend),
    rule("HOW COUNT(?P<u>@unit|@units)@w_ago", _ago),
    rule("HOW COUNT(?P<u>@unit|@units)@w_from@w_now", _hence),
)
