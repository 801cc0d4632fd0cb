"""Which quarter or half is meant where it is told from one that was named?

"$4 million in the third quarter, against $2.6 million in the second", "71 in the
previous one", "the same quarter of 2030", "the previous quarter": the noun or the
year is left out and stands before, close by.

It fails where the ordinal counts something else that was named in between.
"""

from allsource.claims.times.periods import month_shift, period_of
from allsource.claims.times.scene import Reading, Rule, Scene, rule

__all__ = ["RULES"]

_MONTHS = {"Q": 3, "H": 6}
_CLOSED = frozenset({"", ".", ",", ";", ":", ")", "and", "or", "to", "from", "but", "\n\n"})
_INTO = frozenset({"in", "for", "from", "to", "during", "by"})
_NEAR = 40
"""Words up to which an ordinal alone is one of the quarters named."""


def _named(scene: Scene) -> str | None:
    """Give the quarter or half named close before."""
    at = scene.named.quarter_at
    near = scene.named.quarter is not None and scene.match.start() - at <= _NEAR
    return scene.named.quarter if near else None


def _ordinal(scene: Scene) -> Reading | None:
    """The second, where quarters are told of."""
    known, number = _named(scene), scene.number("o", "ordinal")
    alone = scene.before in _INTO and scene.after in _CLOSED
    if known is None or number is None or not alone or len(known) < len("2031-Q1"):
        return None
    last = 12 // _MONTHS[known[5]]
    return Reading(f"{known[:6]}{number}", "DATE") if 1 <= number <= last else None


def _beside(scene: Scene) -> Reading | None:
    """The previous quarter, the previous one."""
    known, by = _named(scene), scene.number("w", "beside") or 0
    other = scene.has("u") and scene.first("u").get("unit") != known[5:6] if known else True
    if known is None or other or (scene.has("n") and scene.match_words("n") != ["one"]):
        return None
    return _moved(known, by)


def _moved(known: str, by: int) -> Reading | None:
    months = _MONTHS[known[5]]
    month = month_shift(int(known[:4]), months * int(known[6]), months * by)
    if month is None:
        return None
    half = f"{month[:4]}-H{(int(month[5:7]) + 5) // 6}"
    return Reading((period_of(month, "Q") or "") if known[5] == "Q" else half, "DATE")


def _same_of(scene: Scene) -> Reading | None:
    """The same quarter of 2030, the same month of 2030."""
    unit, year = str(scene.first("u").get("unit")), scene.number("y", "year")
    known = _named(scene) if unit == "Q" else scene.reference
    shaped = known is not None and len(known) >= len("2031-05") and known[4] == "-"
    if not shaped or known is None or unit not in {"Q", "M"} or year is None:
        return None
    part = known[5:7]
    fits = part[0] == "Q" if unit == "Q" else part.isdigit()
    return Reading(f"{year:04d}-{part}", "DATE") if fits else None


RULES: tuple[Rule, ...] = (
    rule("@w_the(?P<o>@ordinal)", _ordinal),
    rule("@w_the(?P<w>@beside)(?:(?P<n>@number)|(?P<u>@w_quarter))", _beside),
    rule("@w_the@w_same(?P<u>@unit)(?:@w_of|@w_in)(?P<y>@year)", _same_of),
)
