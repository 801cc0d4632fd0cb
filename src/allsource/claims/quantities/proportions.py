"""Which share do two numbers make?

"One in five", "9 out of 10", "two in every three", "one branch in eight".

It fails on "three out of five barges" where five is a count of its own.
"""

from allsource import vocab
from allsource.claims.quantities.words import Word
from allsource.claims.quantities.written import Number, digits, lower_at

__all__ = ["read_proportion"]

_LARGEST_PROPORTION = 100


def read_proportion(words: tuple[Word, ...], at: int) -> Number | None:
    """Read "one in five", "9 out of 10"."""
    top = _small(words, at)
    if top is None:
        return None
    after = at + 1
    if lower_at(words, after) == "out" and lower_at(words, after + 1) == "of":
        after += 2
    elif (link := _in_link(words, at, top)) is not None:
        after = link
    else:
        return None
    if lower_at(words, after) == "every":
        after += 1
    bottom = _small(words, after)
    if bottom is None or not top < bottom <= _LARGEST_PROPORTION:
        return None
    if (
        top != 1
        and lower_at(words, after).isdecimal()
        and lower_at(words, after - 1) == "in"
        and bottom % 10
    ):
        return None
    return Number(at, after + 1, top / bottom, "fraction")


def _in_link(words: tuple[Word, ...], at: int, top: float) -> int | None:
    """Give the index past "in": of "three in ten", "two in every three", "one branch in eight"."""
    noun = at + 1 < len(words) and words[at + 1].token.pos_ == "NOUN"
    link = at + 2 if noun and top == 1 else at + 1
    if lower_at(words, link) != "in":
        return None
    bottom = link + 1 + (lower_at(words, link + 1) == "every")
    beyond = lower_at(words, bottom + 1).removesuffix("s")
    spelled = words[bottom : bottom + 1] and not words[bottom].text[0].isdigit()
    told = bool(spelled) or bottom - link > 1
    period = beyond in vocab.load("rates")["periods"]
    if period or (link > at + 1 and not told):
        return None
    return link + 1 if top == 1 or told or lower_at(words, bottom).isdecimal() else None


def _small(words: tuple[Word, ...], at: int) -> float | None:
    if not 0 <= at < len(words):
        return None
    value = digits(words[at])
    spelled: float | None = vocab.load("scales")["cardinals"].get(words[at].lower)
    return value if value is not None else spelled
