"""Which dates does a text name by the calendar alone?

Full dates in every usual order, dates in digits, months, years, decades,
centuries, spans of years and fiscal years. A month or day without its year is
the nearest one to the publication date, before or after it by the tense of the
words around.

A date in digits is read only where day and month cannot be taken for each
other. A bare four-digit number is a year only where its neighbours say so, so
"2000 men" is none. Fiscal years get no days: they begin in different months.
"""

from allsource.claims.times.lexicon import words
from allsource.claims.times.periods import day_of, interval
from allsource.claims.times.scene import Reading, Rule, Scene, rule
from allsource.claims.times.years import nearest_month, year_of

__all__ = ["RULES"]


def _iso(scene: Scene) -> Reading | None:
    value = scene.tokens.words[scene.match.start()].upper()
    if interval(value) is None:
        return None
    return Reading(value, "TIME" if "T" in value else "DATE")


def _slashed(scene: Scene) -> Reading | None:
    written = scene.tokens.words[scene.match.start()]
    first, second, year = (int(part) for part in written.replace(".", "/").split("/"))
    if "." in written or first > 12 or first == second:
        day, month = first, second
    elif second > 12:
        month, day = first, second
    else:
        return None
    value = f"{year:04d}-{month:02d}-{day:02d}"
    return Reading(value, "DATE") if day_of(value) else None


def _day(scene: Scene) -> Reading | None:
    """A month with a day, perhaps to another day, with or without its year."""
    month = scene.number("m", "month") or scene.number("m", "month_short")
    first, last = _day_number(scene, "d"), _day_number(scene, "d2")
    if month is None or first is None:
        return None
    year = year_of(scene) or nearest_month(scene, month)
    if year is None:
        return Reading(f"XXXX-{month:02d}-{first:02d}", "DATE", scene.qualifier)
    value, end = (
        f"{year:04d}-{month:02d}-{first:02d}",
        f"{year:04d}-{month:02d}-{last or first:02d}",
    )
    if day_of(value) is None or day_of(end) is None or end < value:
        return None
    return Reading(value, "DATE", scene.qualifier, (value, end))


def _day_number(scene: Scene, group: str) -> int | None:
    features = ("day", "day_th", "ordinal")
    return next((n for n in (scene.number(group, f) for f in features) if n), None)


def _second_day(scene: Scene) -> Reading | None:
    """The second of two days of a month: "24 and 25" of April, read from the first."""
    day, first = scene.number("d", "day"), scene.named.last
    if scene.named.at != scene.match.start() - 1 or not first or day_of(first) is None:
        return None
    value = f"{first[:8]}{day or 0:02d}"
    return Reading(value, "DATE") if day_of(value) and value > first[:10] else None


def _bare_day(scene: Scene) -> Reading | None:
    """A day of the month last named: "on the 18th"."""
    goes_on = scene.after.isalpha() and scene.after not in words("after_bare_day")
    if scene.before not in words("before_bare_day") or goes_on:
        return None
    last = scene.named.last or scene.anchor or ""
    value = f"{last[:7]}-{scene.number('d', 'day_th') or 0:02d}"
    return Reading(value, "DATE") if day_of(value) else None


def _before_christ(scene: Scene) -> Reading | None:
    year = scene.number("n", "num")
    if year is None or not 0 < year <= 9999:
        return None
    return Reading(f"BC{year:04d}", "DATE", scene.qualifier)


def _month(scene: Scene) -> Reading | None:
    month = scene.number("m", "month") or scene.number("m", "month_short")
    if month is None or not _is_month(scene):
        return None
    year = year_of(scene) or nearest_month(scene, month)
    value = f"{year:04d}-{month:02d}" if year else f"XXXX-{month:02d}"
    return Reading(value, "DATE", scene.qualifier, skip=_article(scene))


def _article(scene: Scene) -> int:
    """The article of "the late-May vote" belongs to the vote."""
    at = scene.match.start()
    hyphen = scene.tokens.word(at + 2) in ("-", "–")
    return int(hyphen and scene.has("pos") and scene.tokens.word(at) == "the")


def _is_month(scene: Scene) -> bool:
    """Tell "in May" from "May we?" and "Mar" the verb from "Mar." the month."""
    if scene.has("y") or scene.has("rel"):
        return True
    at = scene.match.start("m")
    if scene.first("m").get("month_short"):
        return scene.tokens.word(at + 1) == "."
    if scene.tokens.words[at] in words("guarded"):
        return scene.match.start() < at or scene.before in words("before_month")
    return True


def _year(scene: Scene) -> Reading | None:
    year = scene.number("y", "year")
    if year is None or not _is_year(scene, year):
        return None
    return Reading(f"{year:04d}", "DATE", scene.qualifier)


def _is_year(scene: Scene, year: int) -> bool:
    if scene.qualifier in ("early", "mid", "late"):
        return True
    before, after = scene.before, scene.after
    if before in words("before_year"):
        return after not in words("counted")
    if before in words("not_before_year"):
        return False
    if not 1900 <= year <= 2100:
        return _is_old_year(scene, year)
    if before in words("before_named_year") and year % 100 and after not in words("counted"):
        return True
    return not (_designates(scene) or _counts(after))


def _is_old_year(scene: Scene, year: int) -> bool:
    """Tell "from 1816 to 1820" and "the 1816 revolt" from "from 1816 men"."""
    at, after = scene.match.start("y"), scene.after
    if scene.before == "the" and after.isalpha() and not _counts(after):
        return year % 100 != 0
    if scene.tokens.word(at - 1) not in words("before_old_year"):
        return False
    if _counts(after) or _counts(scene.tokens.word(at + 3)):
        return False
    follows = scene.named.at == at - 1 and len(scene.named.last or "") == len("1816")
    return (
        follows
        or not after[:1].isalnum()
        or after in words("after_bare_day") | words("before_old_year")
    )


def _designates(scene: Scene) -> bool:
    """A name with its number: "Expo 2030", "Type-2000"."""
    at = scene.match.start()
    if at == 0:
        return False
    last = scene.tokens.spans[at - 1]
    if scene.before in ("-", "–", "/"):
        return scene.tokens.features[at - 2].get("year") is None
    named = scene.tokens.text[last.start].isupper() and not scene.tokens.features[at - 1]
    starts = at < 2 or scene.tokens.word(at - 2) in (".", "\n\n")
    return named and not starts


def _counts(after: str) -> bool:
    """A plural noun after the number: it is counted, not dated."""
    if after in words("counted"):
        return True
    return after.endswith("s") and len(after) > 3 and after not in words("not_counted")


def _decade(scene: Scene) -> Reading | None:
    if scene.has("word"):
        tens = scene.number("word", "named_decade")
        return Reading(f"19{tens}", "DATE", scene.qualifier)
    digits = "".join(c for c in scene.tokens.words[scene.match.start("dec")] if c.isdigit())
    if digits.endswith("00") and digits != "2000":
        return Reading(digits[:2], "DATE", scene.qualifier)
    return Reading(digits[:3] if len(digits) == 4 else f"19{digits[0]}", "DATE", scene.qualifier)


def _century(scene: Scene) -> Reading | None:
    number = scene.number("o", "ordinal") or scene.number("o", "century_ordinal")
    if number is None or not 2 <= number <= 30:
        return None
    return Reading(f"{number - 1:02d}", "DATE", scene.qualifier)


def _years(scene: Scene) -> Reading | None:
    first, last = scene.name("span", "span_years").split("-")
    if scene.before in words("not_before_year") or not 1500 <= int(first) <= 2199:
        return None
    days = "unknown" if scene.has("fiscal") else (f"{first}-01-01", f"{last}-12-31")
    return Reading(first, "DATE", scene.qualifier, days)  # type: ignore[arg-type]


def _fiscal(scene: Scene) -> Reading | None:
    year = scene.number("code", "fiscal_code") or year_of(scene)
    if year is None:
        return None
    return Reading(f"{year:04d}", "DATE", scene.qualifier, "unknown")


_MONTH = "(?P<m>@month_short@c_46?|@month)"
_WEEKDAY = "(?:(?:@w_this?@which)?(?:@weekday|@weekday_short@c_46?)@c_44?)?"
_TO = "(?:HYPHEN|@c_47|@w_to|@w_and)"
_FISCAL_YEAR = "(?:@w_fiscal|@w_financial)(?:@w_year)?"

RULES: tuple[Rule, ...] = (
    rule("@isodate|@isomonth", _iso),
    rule("@slashed", _slashed),
    rule(
        f"""DATE_PRE{_WEEKDAY}{_MONTH}@w_the?(?P<d>@day|@day_th|@ordinal)(?:HYPHEN(?P<d2>@day|@day_th))?
        (?:(?:@c_44|@w_of)?YEARREF)?""",
        _day,
    ),
    rule(
        f"""DATE_PRE{_WEEKDAY}@w_the?(?P<d>@day|@day_th)(?:{_TO}(?P<d2>@day|@day_th))?@w_of?{_MONTH}
        (?:@c_44?YEARREF)?""",
        _day,
    ),
    rule(f"DATE_PRE{_MONTH}(?:(?:@w_of|@c_44|POSS)?YEARREF)?", _month),
    rule("DATE_PRE(?:@w_the@w_year)?(?P<y>@year)", _year),
    rule(
        "DATE_PRE@w_the?(?:(?P<pos2>@position)HYPHEN?)?(?:(?P<dec>@decade)|(?P<word>@named_decade))",
        _decade,
    ),
    rule("DATE_PRE@w_the?(?P<o>@ordinal|@century_ordinal)HYPHEN?@w_century", _century),
    rule(f"DATE_PRE@w_the?(?P<span>@span_years)(?P<fiscal>{_FISCAL_YEAR})?", _years),
    rule(f"DATE_PRE(?P<fiscal>{_FISCAL_YEAR})(?P<span>@span_years)", _years),
    rule("DATE_PRE(?P<code>@fiscal_code)", _fiscal),
    rule("DATE_PRE@w_fy(?P<y>@year)", _fiscal),
    rule(f"DATE_PRE@w_the?{_FISCAL_YEAR}(?P<y>@year)", _fiscal),
    rule(f"DATE_PRE@w_the?(?P<y>@year){_FISCAL_YEAR}", _fiscal),
    rule(f"@w_the(?P<d>@ordinal)@w_of{_MONTH}(?:@c_44?YEARREF)?", _day),
    rule("(?<=@month@day@w_and)(?P<d>@day)", _second_day),
    rule("(?<=@month_short@c_46@day@w_and)(?P<d>@day)", _second_day),
    rule("@w_the(?P<d>@day_th)", _bare_day),
    rule("DATE_PRE(?P<n>@num)(?:@w_bc|@w_bce)", _before_christ),
)
