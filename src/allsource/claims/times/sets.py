"""How often?

"every month", "each Friday", "every summer", "twice a year", "annually",
"Tuesdays". The value is the step of the repetition, or the name of what recurs.

Left out: rates ("40 engines a month"), which belong to the quantities; results
named by their step ("the quarterly dividend"); and newspapers (the "Party daily
Banner").
"""

from allsource.claims.times.durations import amount, count
from allsource.claims.times.lexicon import words
from allsource.claims.times.scene import Reading, Rule, Scene, rule

__all__ = ["RULES"]


def _word(scene: Scene) -> Reading | None:
    at = scene.match.start()
    named = scene.capital(at - 1) and scene.capital(at + 1) and not scene.capital(at)
    paper = named and scene.tokens.word(at) in ("daily", "weekly")
    if paper or scene.after in words("results"):
        return None
    return Reading(scene.name("word", "set_word"), "SET")


def _every(scene: Scene) -> Reading:
    """Every day, every two months, every other week."""
    features = scene.first("u")
    number = amount(scene) if scene.has("n") else 1
    if scene.has("other"):
        number = 2
    return Reading(count(number, str(features.get("unit") or features.get("units"))), "SET")


def _weekday(scene: Scene) -> Reading:
    """Each Friday, Tuesdays, Tuesday nights, every Monday morning."""
    value = scene.number("day", "weekday") or scene.number("day", "weekdays")
    part = ""
    if scene.has("part"):
        features = scene.first("part")
        part = f"T{features.get('daypart') or features.get('dayparts')}"
    return Reading(f"XXXX-WXX-{value}{part}", "SET")


def _month(scene: Scene) -> Reading:
    return Reading(f"XXXX-{scene.number('m', 'month'):02d}", "SET")


def _season(scene: Scene) -> Reading:
    return Reading(f"XXXX-{scene.name('s', 'season')}", "SET")


def _daypart(scene: Scene) -> Reading:
    return Reading(f"XXXX-XX-XXT{scene.name('part', 'daypart')}", "SET")


_EVERY = "(?:@w_every|@w_each)"
RULES: tuple[Rule, ...] = (
    rule(f"{_EVERY}(?P<other>@w_other)?(?P<n>@number|@num)?(?P<u>@unit|@units)", _every),
    rule(f"(?:@w_once|@w_twice)(?:@w_a|{_EVERY})(?P<u>@unit)", _every),
    rule(f"(?:@number|@num)@w_times(?:@w_a|{_EVERY})(?P<u>@unit)", _every),
    rule(f"{_EVERY}(?P<day>@weekday)(?P<part>@daypart)?", _weekday),
    rule(f"{_EVERY}(?P<m>@month)", _month),
    rule(f"{_EVERY}(?P<s>@season)", _season),
    rule(f"{_EVERY}(?P<part>@daypart)", _daypart),
    rule("(?P<day>@weekdays)(?P<part>@dayparts)?", _weekday),
    rule("(?P<day>@weekday)(?P<part>@dayparts)", _weekday),
    rule("(?P<word>@set_word)", _word),
)
