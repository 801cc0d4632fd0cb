"""Which quarter, half or season of which year?

"the second quarter of 2031", "Q2 2031", "first half", "the summer of 2030".
Without its year the part is the last one begun before publication, or the next
where the words around speak of the future. Parts of fiscal years get no days.
"""

from allsource.claims.times.lexicon import words
from allsource.claims.times.scene import Reading, Rule, Scene, rule
from allsource.claims.times.years import nearest_month, year_of

__all__ = ["RULES"]

_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def _part(scene: Scene, letter: str, months: int) -> Reading | None:
    number = scene.number("code", "quarter_code") or scene.number("code", "half_code")
    number = number or scene.number("o", "ordinal")
    if number == 99 and letter == "Q" and not scene.has("y") and not scene.has("rel"):
        return None
    number = 12 // months if number == 99 else number
    if number is None or not 1 <= number <= 12 // months or _of_other(scene):
        return None
    days = "unknown" if scene.has("fiscal") else None
    year = year_of(scene) or nearest_month(scene, (number - 1) * months + 1, months)
    if year is None and scene.has("code") and letter == "H":
        return None
    value = f"{year:04d}-{letter}{number}" if year else f"XXXX-{letter}{number}"
    return Reading(value, "DATE", scene.qualifier, days, _article(scene))  # type: ignore[arg-type]


def _article(scene: Scene) -> int:
    """The article of "the third-quarter loss" belongs to the loss."""
    at = scene.match.start()
    return int(scene.has("hyphen") and not scene.has("y") and scene.tokens.word(at) == "the")


def _of_other(scene: Scene) -> bool:
    """Tell "the first half of the year" from "the first half of the match"."""
    return scene.after == "of" and scene.tokens.word(scene.match.end() + 1) in words("not_verb")


def _quarter(scene: Scene) -> Reading | None:
    return _part(scene, "Q", 3)


def _quarter_of_month(scene: Scene) -> Reading | None:
    """The March quarter: the one that ends with the month."""
    month = scene.number("m", "month") or 0
    if month % 3:
        return None
    year = year_of(scene) or nearest_month(scene, month - 2, 3)
    return Reading(f"{year:04d}-Q{month // 3}", "DATE", scene.qualifier) if year else None


def _half(scene: Scene) -> Reading | None:
    return _part(scene, "H", 6)


def _season(scene: Scene) -> Reading | None:
    season = scene.name("s", "season")
    if not _is_season(scene):
        return None
    if scene.has("span"):
        first = scene.name("span", "span_years")[:4]
        return Reading(f"{first}-{season}", "DATE", scene.qualifier, _over(season, first))
    told = year_of(scene)
    year = told or _season_year(scene, season)
    value = f"{year:04d}-{season}" if year else f"XXXX-{season}"
    counted = _over(season, f"{year:04d}") if year and not told else None
    return Reading(value, "DATE", scene.qualifier, counted)


def _over(season: str, first: str) -> tuple[str, str] | None:
    """A winter of two named years, or counted from publication, is known to the day."""
    end = f"{int(first) + 1:04d}"
    leap = int(end) % 4 == 0 and (int(end) % 100 != 0 or int(end) % 400 == 0)
    return (f"{first}-12-01", f"{end}-02-{29 if leap else 28}") if season == "WI" else None


def _is_season(scene: Scene) -> bool:
    """Tell "in the fall" from "prices fall" and "the fall of the town"."""
    at = scene.match.start("s")
    if scene.tokens.words[at] not in words("guarded"):
        return True
    if scene.has("y") or scene.has("rel") or scene.has("span") or scene.has("w"):
        return True
    return scene.before in words("before_season") and scene.after != "of"


def _season_year(scene: Scene, season: str) -> int | None:
    if scene.anchor is None or len(scene.anchor) < 7:
        return None
    year, now, month = int(scene.anchor[:4]), int(scene.anchor[5:7]), _FIRST_MONTH[season]
    which = scene.number("w", "which")
    if which == 0:
        return year
    if which == 1:
        return year if month > now else year + 1
    if which == -1:
        return year if month + 2 < now else year - 1
    return nearest_month(scene, month, 3)


_YEAR = "(?:(?:@w_of|@w_in|@c_44|POSS)?(?P<fiscal>@w_fiscal(?:@w_year)?)?(?:YEARREF|(?P<this>@w_the@w_year)))?"
RULES: tuple[Rule, ...] = (
    rule(
        f"DATE_PRE@w_the?(?P<fiscal0>@w_fiscal)?HYPHEN?(?P<o>@ordinal)(?P<hyphen>HYPHEN)?@w_quarter{_YEAR}",
        _quarter,
    ),
    rule(f"DATE_PRE(?P<code>@quarter_code){_YEAR}", _quarter),
    rule("@w_the?YEARREF POSS?(?P<o>@ordinal)HYPHEN?@w_quarter", _quarter),
    rule("(?P<y>@year)HYPHEN?(?P<code>@quarter_code)", _quarter),
    rule(f"DATE_PRE@w_the(?P<m>@month)@w_quarter{_YEAR}", _quarter_of_month),
    rule(f"DATE_PRE@w_the?(?P<o>@ordinal)HYPHEN?@w_half{_YEAR}", _half),
    rule(f"DATE_PRE(?P<code>@half_code){_YEAR}", _half),
    rule(
        """DATE_PRE@w_the?(?P<w>@which)?(?P<s>@season)
        (?:(?:@w_of|@c_44)?(?:YEARREF|(?P<span>@span_years)))?""",
        _season,
    ),
    rule("@w_the?(?P<y>@year)(?P<s>@season)", _season),
)
