"""Which quarter or year does a report on results speak of?

"the quarter", "the year-ago quarter", "the 2030 period", "a year ago": in a
report these hang on the quarter or half year that it named before them.
Without one, "the quarter" is the last that ended before publication.

It fails on firms whose years begin in another month than January.
"""

from allsource.claims.times.durations import amount, count
from allsource.claims.times.periods import period_of, shift
from allsource.claims.times.scene import Reading, Rule, Scene, rule

__all__ = ["RULES"]


def _reported(scene: Scene) -> str | None:
    """Give the quarter or half year that the report speaks of."""
    near = scene.named.quarter_near(scene.match.start())
    return near or (shift(scene.anchor, "Q", -1) if scene.anchor else None)


def _of_year(value: str | None, year: int) -> str | None:
    return f"{year:04d}{value[4:]}" if value and 0 < year <= 9999 else None


def _a_year_before(value: str | None) -> str | None:
    return _of_year(value, int(value[:4]) - 1) if value else None


def _the_quarter(scene: Scene) -> Reading | None:
    if scene.after in ("-", "–"):
        return None
    value = _reported(scene)
    if scene.has("ago"):
        value = _a_year_before(value)
    return Reading(value, "DATE") if value else None


def _year_ago_part(scene: Scene) -> Reading | None:
    """The year-ago quarter, the year-earlier period, the year-ago third quarter."""
    before = _a_year_before(_reported(scene))
    if scene.has("u"):
        number = amount(scene)
        unit = str(scene.first("u").get("units"))
        return Reading(count(number, unit), "DURATION") if number else None
    if scene.has("o") and before:
        number_of = scene.number("o", "ordinal") or 0
        before = f"{before[:4]}-Q{number_of}" if 1 <= number_of <= 4 else None
    return Reading(before, "DATE") if before else None


def _part_of_year(scene: Scene) -> Reading | None:
    """The 2030 quarter, the same period last year, last year's quarter."""
    by = scene.first("rel").get("which", 0) if scene.has("rel") else 0
    year = scene.number("y", "year")
    if year is None and scene.anchor is not None:
        year = int(scene.anchor[:4]) + int(by)
    near = scene.named.quarter_near(scene.match.start())
    value = _of_year(near, year) if year else None
    return Reading(value, "DATE") if value else None


def _comparable(scene: Scene) -> Reading | None:
    """The corresponding period a year earlier."""
    value = _a_year_before(scene.named.quarter_near(scene.match.start()))
    return Reading(value, "DATE") if value else None


def _year_earlier(scene: Scene) -> Reading | None:
    """Year-earlier profit: a year before what is reported on."""
    if scene.tokens.word(scene.match.start()) == "the":
        return None
    value = _a_year_before(scene.named.quarter_near(scene.match.start()))
    if value is None and scene.anchor:
        value = shift(scene.anchor, "Y", -1)
    return Reading(value or "PAST_REF", "DATE")


def _a_year_ago(scene: Scene) -> Reading | None:
    """A year ago, where a quarter was named before: the same quarter of the year before."""
    value = _a_year_before(scene.named.quarter_near(scene.match.start()))
    return Reading(value, "DATE") if value else None


def _fiscal_year(scene: Scene) -> Reading | None:
    """The fiscal year, the full year, the latest fiscal year."""
    if scene.anchor is None or scene.after == "of":
        return None
    by = -1 if scene.has("latest") else 0
    value = shift(scene.anchor, "Y", by)
    return Reading(value, "DATE", scene.qualifier, "unknown") if value else None


def _for_period(scene: Scene) -> Reading | None:
    """For the year, for the week: the one that holds the day of publication."""
    unit = str(scene.first("u")["unit"])
    if unit == "D" or scene.before != "for" or scene.after in ("of", "when", "that"):
        return None
    if scene.anchor is None:
        return None
    value = period_of(scene.anchor, unit)
    return Reading(value, "DATE") if value else None


_AGO = "@w_year HYPHEN(?:@w_earlier|@w_ago)"
_PART = "(?:@w_quarter|@w_period)"
RULES: tuple[Rule, ...] = (
    rule("@w_the@w_latest?@w_quarter(?P<ago>@w_a@w_year@w_ago)?", _the_quarter, refers=False),
    rule("@w_the@w_latest@w_period", _the_quarter, refers=False),
    rule(
        f"@w_the?@comparable?{_AGO}(?:(?P<o>@ordinal)HYPHEN?)?{_PART}", _year_ago_part, refers=False
    ),
    rule(f"@w_the{_AGO} COUNT(?P<u>@units)", _year_ago_part, refers=False),
    rule(f"@w_the(?P<y>@year){_PART}", _part_of_year, refers=False),
    rule(f"(?P<rel>@which)@w_year POSS{_PART}", _part_of_year, refers=False),
    rule(
        f"@w_the(?:@comparable|@beside){_PART}(?:@w_of|@w_in)?YEARREF", _part_of_year, refers=False
    ),
    rule(
        f"@w_the(?:@comparable|@beside){_PART}@w_a@w_year(?:@w_ago|@w_earlier|@w_before)",
        _comparable,
        refers=False,
    ),
    rule(f"@w_the?{_AGO}", _year_earlier, refers=False),
    rule("@w_a@w_year@w_ago", _a_year_ago, refers=False),
    rule(
        "PLACED@w_the(?:@w_full|(?P<latest>@w_latest)?(?:@w_fiscal|@w_financial))@w_year",
        _fiscal_year,
        refers=False,
    ),
    rule("@w_the(?P<u>@unit)", _for_period, refers=False),
)
