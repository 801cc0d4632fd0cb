"""How long?

Durations: "nearly two years", "a three-year deal", "the past two months". A
stretch that ends or begins with the publication has days where that is known;
any other has none. Decades and centuries are counted in years.

"a month" after a number is a rate, not a stretch of time: it is left to the
quantities. An age ("25-year-old") is no time here.
"""

from allsource.claims.times.lexicon import words
from allsource.claims.times.periods import day_of, shift
from allsource.claims.times.scene import Qualifier, Reading, Rule, Scene, rule

__all__ = ["RULES", "amount", "count", "modifier"]

_CLOCK_UNITS = {"TH": "H", "TM": "M", "TS": "S"}
_LARGE = 100_000


def count(number: float | None, unit: str) -> str:
    """Write a TIMEX3 duration; None is a number that is not told.

    Example:
        >>> count(3, "M"), count(None, "Y"), count(2, "TH"), count(1.5, "Y")
        ('P3M', 'PXY', 'PT2H', 'P1Y6M')
    """
    if unit == "F":
        unit, number = "W", None if number is None else 2 * number
    if unit in ("DE", "CE") and number is not None:
        unit, number = "Y", number * (10 if unit == "DE" else 100)
    if number is not None and number != int(number):
        return _mixed(number, unit)
    written = "X" if number is None else str(int(number))
    return f"PT{written}{_CLOCK_UNITS[unit]}" if unit in _CLOCK_UNITS else f"P{written}{unit}"


def _mixed(number: float, unit: str) -> str:
    """A half year is six months, a half hour thirty minutes; else a decimal."""
    smaller = {"Y": ("M", 12), "TH": ("M", 60), "TM": ("S", 60)}.get(unit)
    letter = _CLOCK_UNITS.get(unit, unit)
    clock = "T" if unit in _CLOCK_UNITS else ""
    rest = (number - int(number)) * smaller[1] if smaller else 0.5
    if smaller is None or rest != int(rest):
        return f"P{clock}{number:g}{letter}"
    whole = f"{int(number)}{letter}" if number >= 1 else ""
    return f"P{clock}{whole}{int(rest)}{smaller[0]}"


def amount(scene: Scene) -> float | None:
    """Give the number of a COUNT, or None where it is vague."""
    if scene.has("halfof"):
        return 0.5
    if scene.has("vague"):
        said = scene.match_words("vague")
        return 2.0 if "couple" in said else 12.0 if "dozen" in said else None
    total = _total(scene)
    return (
        None
        if total is None
        else total + (0.5 if scene.has("half") or scene.has("more_half") else 0)
    )


def _total(scene: Scene) -> float | None:
    total, current = 0.0, 0.0
    for at in range(*scene.match.span("n")):
        features = scene.tokens.features[at]
        value = features.get("number", features.get("num"))
        if scene.tokens.words[at] in ("a", "an", "another"):
            value = 1 if scene.match.end("n") - scene.match.start("n") == 1 else 0
        if not isinstance(value, int | float):
            continue
        if value in (100, 1000) and "number" in features:
            current = max(current, 1) * value
        else:
            total, current = total + current, float(value)
    fraction = _fraction(scene)
    total = total + current if fraction is None else fraction
    return total if 0 < total < _LARGE else None


def _fraction(scene: Scene) -> float | None:
    """Two and a half, written in digits: 2 1/2."""
    at, end = scene.match.span("n")
    if end - at != 4 or scene.tokens.words[end - 2] != "/":
        return None
    whole, over, _, under = (scene.tokens.features[i].get("num", 0) for i in range(at, end))
    return float(whole) + float(over) / float(under) if float(under) else None


def modifier(scene: Scene) -> Qualifier | None:
    """Give what "nearly", "more than", "at least" say of a count."""
    if scene.has("less") or (scene.has("tail") and _tail(scene) in ("less", "fewer")):
        return "less"
    if scene.has("more") or scene.has("plus") or (scene.has("tail") and _tail(scene) != "so"):
        return "more"
    if scene.has("q"):
        value = scene.name("q", "approx")
        return "more" if value == "more" else "less" if value == "less" else "approx"
    return "approx" if any(map(scene.has, ("n2", "near", "tail"))) else None


def _tail(scene: Scene) -> str:
    return scene.tokens.word(scene.match.start("tail"))


def _unit(scene: Scene) -> str:
    features = scene.first("u")
    return str(features.get("unit") or features.get("units"))


def _duration(scene: Scene) -> Reading | None:
    number, unit = amount(scene), _unit(scene)
    if number is None and not scene.has("vague"):
        return None
    if _is_rate(scene) or _is_age(scene) or _is_part(scene, unit) or _is_title(scene):
        return None
    how = None if _is_over(scene) else modifier(scene)
    return Reading(count(number, unit), "DURATION", how, skip=_outside(scene))


def _outside(scene: Scene) -> int:
    """Count the words before the span: "within", and the article of "the two-week strike"."""
    first = scene.match_words("q")[0] if scene.has("q") else ""
    if first == "within" or _is_over(scene):
        return 1
    article = scene.has("hyphen") and scene.tokens.word(scene.match.start()) == "the"
    return int(article)


def _is_over(scene: Scene) -> bool:
    """Tell "spent over several years" from "took over three years"."""
    over = scene.tokens.word(scene.match.start()) == "over"
    return over and (scene.has("vague") or scene.before in words("before_over"))


def _one(scene: Scene) -> Reading:
    """A day-long meeting, a yearlong ban."""
    value = scene.name("long", "long_word") if scene.has("long") else count(1, _unit(scene))
    return Reading(value, "DURATION")


def _to_come(_: Scene) -> Reading:
    """The coming weeks, the years ahead."""
    return Reading("FUTURE_REF", "DATE")


def _is_rate(scene: Scene) -> bool:
    """Tell "40 engines a month" from "for a month" and "a month after"."""
    if scene.after in ("after", "before") and _is_told(scene.before):
        return False
    if not scene.has("n") or scene.tokens.word(scene.match.start("n")) not in ("a", "an"):
        return scene.before in ("per", "mph")
    if modifier(scene) or scene.has("half") or scene.match.end("n") - scene.match.start("n") > 1:
        return False
    return scene.before not in words("before_stretch")


def _is_told(word: str) -> bool:
    """Tell "it came a day after" from "300 a month before"."""
    return not word[:1].isalnum() or word.endswith("ed") or word in words("behind")


def _is_age(scene: Scene) -> bool:
    place = scene.match.end()
    after = [scene.tokens.word(place), scene.tokens.word(place + 1)]
    return "old" in after[:1] or (after[0] in ("-", "–") and after[1] == "old")


def _is_part(scene: Scene, unit: str) -> bool:
    """Tell "two quarters" from "three-quarters of it", "a quarter", "the 2031 quarter"."""
    if unit not in ("TS", "Q"):
        return scene.has("n") and "year" in scene.first("n")
    plural = "units" in scene.first("u")
    return not plural or scene.tokens.word(scene.match.start("u") - 1) in ("-", "–")


def _is_title(scene: Scene) -> bool:
    """Tell "sixty minutes" from a programme of that name."""
    at = scene.match.start("u")
    place = scene.tokens.spans[at].start
    if scene.tokens.word(at - 1) in ("", ".", "!", "?", "\n\n", '"', "“", "`"):
        return False
    return scene.tokens.text[place].isupper() and not scene.tokens.text[place + 1].isupper()


def _bare(scene: Scene) -> Reading | None:
    """For years, months later, weeks of shelling: how many is not told."""
    unit, at = _unit(scene), scene.match.start()
    if unit in ("Q", "TS", "WE") or scene.before in words("before_part") or _is_title(scene):
        return None
    if at and scene.tokens.features[at - 1].keys() & {"num", "number"}:
        return None
    return Reading(count(None, unit), "DURATION")


def _stretch(scene: Scene) -> Reading | None:
    """The past two months, the next four years: bounded by the publication."""
    if scene.tokens.word(scene.match.start()) == "last" and scene.before in words("before_verb"):
        return None
    number, unit = amount(scene), _unit(scene)
    by = scene.number("w", "which") or 0
    if by == 0:
        return None
    return Reading(
        count(number, unit), "DURATION", modifier(scene), _bounded(scene, unit, number, by)
    )


def _ended(scene: Scene) -> Reading | None:
    """The year ended 31 March, told by its last day."""
    unit = _unit(scene)
    return Reading(count(1, unit), "DURATION") if unit in ("W", "M", "Y") else None


def _past(scene: Scene) -> Reading | None:
    """Over the past year: one year up to the publication."""
    unit = _unit(scene)
    if unit in ("TS", "TM") or _is_title(scene):
        return None
    return Reading(count(1, unit), "DURATION", None, _bounded(scene, unit, 1, -1))


def _bounded(scene: Scene, unit: str, number: float | None, by: int) -> tuple[str, str] | None:
    day = day_of(scene.anchor)
    if day is None or number is None or number != int(number):
        return None
    whole = int(number) * by
    if unit in ("D", "W", "F"):
        other = shift(day.isoformat(), "D", whole * {"D": 1, "W": 7, "F": 14}[unit])
    elif unit in ("M", "Q", "Y", "DE", "CE"):
        months = whole * {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[unit]
        month = shift(day.isoformat(), "M", months)
        other = _same_day(month, day.day) if month else None
    else:
        return None
    ends = sorted([day.isoformat(), other]) if other else None
    return (ends[0], ends[1]) if ends else None


def _same_day(month: str, day: int) -> str | None:
    """The same day of another month, or that month's last one."""
    for back in range(4):
        found = day_of(f"{month}-{day - back:02d}")
        if found:
            return found.isoformat()
    return None


_MORE = """(?:@w_more|@w_additional|@w_consecutive|@w_straight|@w_full|@w_whole|@w_trading
    |@w_business|@w_working|@w_extra)?"""
_PLUS = "(?P<plus>HYPHEN?@w_plus|@c_43)?"
RULES: tuple[Rule, ...] = (
    rule(
        f"""HOW @w_the?(?:@w_first|@w_entire|@w_full)?COUNT{_PLUS}(?P<hyphen>HYPHEN)?{_MORE}
        (?P<u>@unit|@units)(?P<more_half>@w_and@w_a@w_half)?(?:HYPHEN@w_long)?TAIL""",
        _duration,
    ),
    rule("(?P<u>@unit)HYPHEN@w_long", _one),
    rule("(?P<long>@long_word)", _one),
    rule("(?P<u>@units)", _bare),
    rule("@w_the?@w_coming(?P<u>@units)|@w_the(?P<v>@units)@w_ahead", _to_come),
    rule(
        f"""(?:(?P<less>LESS)|(?P<more>MORE))?@w_the?(?P<w>@which)COUNT{_MORE}
        (?P<u>@unit|@units)TAIL""",
        _stretch,
    ),
    rule("@w_the?@w_past(?P<u>@unit)", _past),
    rule("@w_the(?P<u>@unit)(?=@w_ended|@w_ending)", _ended),
)
