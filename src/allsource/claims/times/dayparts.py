"""Which part of which day?

"this morning", "last night", "that evening", "the next morning", "the night of
5 May", "mid-afternoon", "later in the day". A part of a day that stands alone
belongs to the day last named close before it, else to that of publication.
"""

from allsource.claims.times.lexicon import words
from allsource.claims.times.periods import day_of, shift
from allsource.claims.times.scene import Reading, Rule, Scene, rule
from allsource.claims.times.years import nearest_month, year_of

__all__ = ["RULES", "near_day"]

_NO_DAY = "XXXX-XX-XX"


def near_day(scene: Scene) -> str:
    """Give the day that the words speak of: named close before, or that of publication."""
    day = day_of(scene.anchor)
    told = scene.named.day_near(scene.match.start(), scene.tokens.words)
    return told or (day.isoformat() if day else _NO_DAY)


def _from_publication(scene: Scene) -> Reading | None:
    """This morning, last night, tonight, overnight."""
    by, part = 0, "NI"
    if scene.has("part"):
        by, part = scene.number("w", "which") or 0, scene.name("part", "daypart")
        if by > 0:
            return None
    day = shift(scene.anchor, "D", by) if scene.anchor else None
    over = scene.has("t") and scene.match_words("t") == ["overnight"]
    eve = shift(scene.anchor, "D", -1) if over and scene.anchor else None
    days = (eve, day) if eve and day and day_of(eve) else None
    return Reading(f"{day or _NO_DAY}T{part}", "TIME", scene.qualifier, days)


def _from_named(scene: Scene) -> Reading | None:
    """That evening, the same night, the following morning."""
    last, by = scene.named.last, scene.number("w", "beside") or 0
    if last is None or day_of(last) is None:
        return Reading(f"{_NO_DAY}T{scene.name('part', 'daypart')}", "TIME", scene.qualifier)
    day = shift(last[:10], "D", by)
    return Reading(f"{day}T{scene.name('part', 'daypart')}", "TIME", scene.qualifier)


def _alone(scene: Scene) -> Reading | None:
    """Mid-afternoon, late evening."""
    hyphen = scene.tokens.word(scene.match.end() - 2) in ("-", "–")
    if not hyphen and scene.before not in words("before_daypart"):
        return None
    return Reading(f"{near_day(scene)}T{scene.name('part', 'daypart')}", "TIME", scene.qualifier)


def _of_date(scene: Scene) -> Reading | None:
    """The night of 5 May."""
    month = scene.number("m", "month") or scene.number("m", "month_short") or 1
    day = scene.number("d", "day") or scene.number("d", "day_th") or 1
    year = year_of(scene) or nearest_month(scene, month)
    value = f"{year or 0:04d}-{month:02d}-{day:02d}" if year else f"XXXX-{month:02d}-{day:02d}"
    if year and day_of(value) is None:
        return None
    end = f"{value[:8]}{scene.number('d2', 'day'):02d}" if scene.has("d2") else value
    days = (value, end) if year and value < end and day_of(end) else None
    return Reading(f"{value}T{scene.name('part', 'daypart')}", "TIME", scene.qualifier, days)


def _in_the_day(scene: Scene) -> Reading | None:
    """Later in the day, earlier in the year."""
    unit = str(scene.first("u")["unit"])
    if unit == "D":
        return Reading(near_day(scene), "DATE", scene.qualifier)
    value = shift(scene.anchor, unit, 0) if scene.anchor else None
    return Reading(value, "DATE", scene.qualifier) if value else None


def _on_the_day(scene: Scene) -> Reading | None:
    """Fell 3 percent on the day."""
    ends = not scene.after or not scene.after[0].isalnum() or scene.after in words("after_the_day")
    held = scene.before in words("before_the_day") and ends
    return Reading(near_day(scene), "DATE") if held else None


_MONTH = "(?P<m>@month_short@c_46?|@month)"
_DAY = "(?P<d>@day|@day_th)(?:HYPHEN(?P<d2>@day))?"
_OF = "@w_the(?P<pos>@position)?(?P<part>@daypart)@w_of"
RULES: tuple[Rule, ...] = (
    rule(
        """(?:(?P<later>@w_earlier|@w_later)|(?P<pos>@position))?(?P<w>@which)(?P<part>@daypart)
        |(?P<t>@w_tonight|@w_overnight)""",
        _from_publication,
    ),
    rule(
        """(?:(?P<later>@w_earlier|@w_later)|(?P<pos>@position))?
        (?:@w_the(?P<w>@beside)|@w_that@w_same?)(?P<part>@daypart)""",
        _from_named,
    ),
    rule("(?P<pos>@position)HYPHEN?(?P<part>@daypart)", _alone),
    rule(f"{_OF}{_MONTH}{_DAY}(?:@c_44?YEARREF)?", _of_date),
    rule(f"{_OF}@w_the?{_DAY}@w_of?{_MONTH}(?:@c_44?YEARREF)?", _of_date),
    rule(
        "(?:(?P<later>@w_earlier|@w_later)|(?P<pos>@position))@w_in@w_the(?P<u>@unit)", _in_the_day
    ),
    rule("@w_the@w_day", _on_the_day, refers=False),
)
