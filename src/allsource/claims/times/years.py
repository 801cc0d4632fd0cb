"""Which year is meant where a month, a day or a part of the year is named without one?

The year that the rest of the expression names ("between 3 March and 5 May
2031"); in a history the one that follows from the date before; else the
nearest to the publication date, before or after it by the tense of the words
around. A day within the next months is the coming one even beside a verb in
the past ("was put off to 16 November"); a quarter that has just ended is that
one even beside "will" ("will report third-quarter results").
"""

from allsource.claims.times.scene import Scene
from allsource.claims.times.tense import ahead, is_open

__all__ = ["nearest_month", "year_of"]

_SOON = 2
"""Months ahead up to which a month named without a tense is the coming one."""
_OPEN = 8
"""The same beside a verb of the present: "could win in November"."""
_JUST_PAST = 9
"""Months ahead from which the one just past is meant: "in October", told in November."""
_BESIDE = 4
"""Words within which a verb of the future holds such a month all the same."""
_DAY_SOON = 2
"""The same for a day of a month named beside a verb in the past."""
_DAY_AHEAD = 6
"""The same for a day of a month named without a tense: half a year."""
_REPORTED = 5
"""Months back up to which a quarter or half year that ended is still reported on."""
_DATE_WORDS = frozenset({"month", "month_short", "day", "day_th", "weekday", "position"})
_RANGE = 7
"""Words looked at for the year of the other end of a range."""


def year_of(scene: Scene) -> int | None:
    """Give the year a pattern with YEARREF names, or None."""
    if scene.has("y"):
        return scene.number("y", "year")
    if scene.has("this"):
        known = scene.reference if scene.named.history else scene.anchor
        return int(known[:4]) if known and known[:4].isdigit() else None
    if not scene.has("rel") or scene.anchor is None:
        return None
    features = scene.first("rel")
    by = features.get("which", features.get("beside", 0))
    return int(scene.anchor[:4]) + int(by)


def nearest_month(scene: Scene, month: int, length: int = 1) -> int | None:
    """Give the year of a month, or of a part of that many months that begins with it."""
    told = _range_year(scene)
    if told is None and scene.named.history:
        told = scene.named.year_of_month(month)
    if told is not None or scene.anchor is None or len(scene.anchor) < 7:
        return told
    year, now = int(scene.anchor[:4]), int(scene.anchor[5:7])
    last = year if month <= now else year - 1
    coming = year if month + length - 1 >= now else year + 1
    return coming if _is_ahead(scene, month, length, now) else last


def _is_ahead(scene: Scene, month: int, length: int, now: int) -> bool:
    """Choose between the last and the coming one."""
    gap, tense = (month - now) % 12, ahead(scene)
    if length > 1 and not scene.has("s") and (now - month - length) % 12 < _REPORTED:
        return False
    by = scene.before == "by"
    if length == 1 and gap >= _JUST_PAST and not by:
        return ahead(scene, _BESIDE) is True
    if scene.has("d"):
        near = _DAY_SOON if tense is False else _OPEN if is_open(scene) else _DAY_AHEAD
        return tense is True or gap <= near
    if tense is False and scene.before in ("until", "through", "till"):
        return gap <= _SOON
    return tense is True or (tense is None and (by or gap <= (_OPEN if is_open(scene) else _SOON)))


def _range_year(scene: Scene) -> int | None:
    """Give the year of the other end: "3 March" in "from 3 March to 5 May 2031"."""
    at = scene.match.end()
    if scene.tokens.word(at) not in ("to", "and", "until", "till", "through", "-", "–", "—"):
        return None
    month = False
    for place in range(at + 1, min(at + _RANGE, len(scene.tokens.words))):
        features = scene.tokens.features[place]
        if "year" in features:
            return int(features["year"]) if month else None
        month = month or "month" in features or "month_short" in features
        joins = scene.tokens.word(place) in ("the", "of", ",", ".", "-")
        if not joins and not features.keys() & _DATE_WORDS:
            return None
    return None
