"""Do two numbers stand for one range?

"300–400 lorries", "between $5 and $7", "from 5 to 7 hours", "$5-7 million",
"5 or 6 ships". A shared scale or unit at the end holds for both ends. A pair
that runs down without a unit ("3-1"), or stands by a word of winning or losing
("lost 1-3"), is a score and no quantity; "555-4471" is dialled.

It fails on "10 to 15" meaning a clock time, where no time tagger said so.
"""

from dataclasses import replace
from typing import Literal

from allsource import vocab
from allsource.claims.quantities.currencies import currency_before
from allsource.claims.quantities.numbers import Number, read_number
from allsource.claims.quantities.words import Word

__all__ = ["is_score", "range_end", "shared_scale"]

_SCORE = 200
_DIALLED = 1000
_STEP = 5
_DASHES = frozenset("-‐‑–—−")
_LINKS = frozenset({"to", "and", "or", "through"})
Link = Literal["dash", "to", "and", "or"]


def range_end(words: tuple[Word, ...], low: Number) -> tuple[Link, Number] | None:
    """Read the upper end of a range that ``low`` may open.

    Returns:
        How the ends are joined and the upper number, or None where no number follows.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> from allsource.claims.quantities.words import cut
        >>> words = cut(parse_text("300–400 lorries").paragraphs[0])
        >>> range_end(words, read_number(words, 0))[1].value
        400.0
    """
    at = low.last
    if at + 1 >= len(words):
        return None
    dashed = words[at].text in _DASHES
    spaced_dash = dashed and not (words[at].glued and words[at + 1].glued)
    if not dashed and words[at].lower not in _LINKS:
        return None
    if dashed and spaced_dash and words[at].text == "-":
        return None
    start = at + 1
    if dashed and words[start].lower in {"to", "or"}:
        start += 2 if start + 1 < len(words) and words[start + 1].text in _DASHES else 1
    while start < len(words) and words[start].text in "$€£¥" and start < at + 3:
        start += 1
    high = read_number(words, start) if start < len(words) else None
    if high is None or high.form == "vague" or low.form == "vague":
        return None
    joined: dict[str, Link] = {"to": "to", "through": "to", "and": "and", "or": "or"}
    return joined.get(words[at].lower, "dash"), high


def shared_scale(low: Number, high: Number) -> Number:
    """Carry the scale of the upper end down: the 5 of "5-7 million" is five million."""
    if low.scale == 1 and high.scale != 1 and low.value < high.value / high.scale:
        return replace(low, value=low.value * high.scale)
    return low


def is_score(words: tuple[Word, ...], low: Number, high: Number) -> bool:
    """Say whether two dashed numbers are a score ("3-1"): running down or level, no money."""
    dashed = words[low.last].text in _DASHES and currency_before(words, low.first) is None
    if not dashed or not (words[low.first].text.isdecimal() and words[high.first].text.isdecimal()):
        return False
    dialled = low.value >= _SCORE / 2 and high.value >= _DIALLED and high.value > _STEP * low.value
    played = high.value < _SCORE and high.last == high.first + 1 and _played(words, low, high)
    return dialled or (low.value < _SCORE and (low.value >= high.value or played))


def _played(words: tuple[Word, ...], low: Number, high: Number) -> bool:
    """Say whether a word of winning or losing stands near and nothing is counted: "lost 1-3"."""
    after = words[high.last] if high.last < len(words) else None
    if after is not None and (after.token.pos_ in {"NOUN", "ADJ"} or after.text in "%°"):
        return after.lemma in vocab.load("designations")["scores"]
    near = words[max(0, low.first - 3) : low.first]
    return any(word.lemma in vocab.load("designations")["scores"] for word in near)
