"""Which number do these words or digits write?

A small grammar over words: digits with separators and scales ("1.75 billion",
"3,000 crore", "$40m"), number words ("twenty-one thousand six hundred"), halves
("half a million", "one and a half million", "three-quarters of a million"), fractions ("two-thirds", "1/2",
"a quarter of") and proportions ("one in five").

It fails on numbers cut by a line end.
"""

import math
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from allsource import vocab
from allsource.claims.quantities.units import word_unit
from allsource.claims.quantities.words import Word, lowered

__all__ = ["Number", "read_number"]

_HYPHENS = frozenset("-‐‑–—−")
_LARGEST_PROPORTION = 100
_LARGEST = 1e18
"""Nothing that is counted or paid is larger; beyond it a number is noise."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written.

    Args:
        first: index of its first word.
        last: one past the index of its last word.
        value: what it says; for a range the lower end.
        form: how it is written. ``vague`` is a plural scale ("hundreds"): at least this many;
            ``multiple`` a word that multiplies ("doubled").
        scale: the scale word it ended with, 1 where there was none.
        high: upper end of a range, else None.
    """

    first: int
    last: int
    value: float
    form: Literal["digits", "words", "fraction", "vague", "multiple"]
    scale: float = 1
    high: float | None = None


@lru_cache(maxsize=1)
def _scales() -> dict[str, float]:
    tables = vocab.load("scales")
    return {**tables["scales"], **tables["abbreviations"]}


def read_number(words: tuple[Word, ...], at: int) -> Number | None:
    """Read the longest number that begins at word ``at``, or None where none does.

    Args:
        words: all words of the paragraph.
        at: index of the first word.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> from allsource.claims.quantities.words import cut
        >>> read_number(cut(parse_text("half a million crates").paragraphs[0]), 0).value
        500000.0
    """
    if not 0 <= at < len(words):
        return None
    for reader in (_proportion, _vague, _half, _part_of_scale, _fraction, _fold, _cardinal):
        number = reader(words, at)
        if number is not None and math.isfinite(number.value) and abs(number.value) < _LARGEST:
            return number
    return None


def _lower(words: tuple[Word, ...], at: int) -> str:
    return words[at].lower if 0 <= at < len(words) else ""


def _digits(word: Word) -> float | None:
    if not word.is_number:
        return None
    plain = "".join(ch for ch in word.text if ch not in ",\u00a0\u2009\u202f")
    return float(plain)


def _scaled(words: tuple[Word, ...], at: int, value: float) -> tuple[float, float, int]:
    """Multiply by the scale words that follow: value, scale, next index."""
    scale = 1.0
    while at < len(words):
        jump = 1 if _lower(words, at) in _HYPHENS and _lower(words, at + 1) in _scales() else 0
        factor = _scales().get(_lower(words, at + jump))
        if factor is None or scale * factor > 1e15:
            break
        scale, at = scale * factor, at + jump + 1
    return value * scale, scale, at


def _letter_scale(words: tuple[Word, ...], at: int) -> float | None:
    """Read "m" or "bn" glued to digits as a scale where money or a noun stands by."""
    if at >= len(words):
        return None
    factor: float | None = vocab.load("scales")["letters"].get(words[at].lower)
    if factor is None or not (words[at].glued or words[at].text == "B"):
        return None
    back = [_lower(words, at - 2), _lower(words, at - 3)]
    money = any(ch in "$€£¥₹₽" for sign in back for ch in sign) or any(
        sign in {"eur", "usd", "gbp", "rm", "rs", "="} for sign in back
    )
    if money or words[at].lower == "k":
        return factor
    if words[at].lower == "t":
        return None
    following = words[at + 1] if at + 1 < len(words) else None
    counted = following is not None and following.is_word and not following.glued
    noun = (
        counted
        and following is not None
        and (following.token.pos_ in {"NOUN", "ADJ", "PROPN"} or following.token.dep_ == "amod")
    )
    adjective = _lower(words, at + 1) in {"tall", "long", "wide", "deep", "high", "away", "thick"}
    of_them = _lower(words, at + 1) == "of"
    return factor if (noun and not adjective) or of_them else None


def _cardinal(words: tuple[Word, ...], at: int) -> Number | None:
    value = _digits(words[at])
    if value is None:
        return _spelled(words, at)
    form: Literal["digits"] = "digits"
    whole = _mixed(words, at + 1)
    if whole is not None and value == int(value):
        return Number(at, whole[1], value + whole[0], form)
    factor = _letter_scale(words, at + 1)
    if factor is not None:
        return Number(at, at + 2, value * factor, form, factor)
    value, scale, last = _scaled(words, at + 1, value)
    return Number(at, last, value, form, scale)


def _mixed(words: tuple[Word, ...], at: int) -> tuple[float, int] | None:
    """Read the fraction of a mixed number: the "1/2" of "2 1/2", the "½" of "2½"."""
    if at < len(words) and unicodedata.category(words[at].text[0]) == "No":
        part = unicodedata.numeric(words[at].text[0])
        return (part, at + 1) if 0 < part < 1 else None
    if at + 2 < len(words) and not words[at].glued and _lower(words, at + 1) == "/":
        top, bottom = _digits(words[at]), _digits(words[at + 2])
        if top and bottom and top < bottom <= 16 and words[at + 1].glued and words[at + 2].glued:
            return top / bottom, at + 3
    return None


def _spelled(words: tuple[Word, ...], at: int) -> Number | None:
    cardinals, scales = vocab.load("scales")["cardinals"], vocab.load("scales")["scales"]
    total, current = 0.0, float(_bare_scale(words, at))
    scale, last, here = 1.0, at, at
    while here < len(words):
        word = words[here].lower
        if word in cardinals and _joins(current, cardinals[word]):
            current += cardinals[word]
        elif word in scales and _lifts(total, current, scales[word]):
            total, current = _raise(total, current, scales[word])
            scale = scales[word]
        elif not (last > at and _bridges(words, here)):
            break
        else:
            here += 1
            continue
        here += 1
        last = here
    if last == at:
        return None
    return _ended(words, Number(at, last, total + current, "words", scale))


def _ended(words: tuple[Word, ...], number: Number) -> Number:
    """Read the end of a number in words: "point five", "and a half [million]"."""
    if number.scale == 1 and _lower(words, number.last) == "point":
        decimal = _point(words, number.last, number.value)
        if decimal is not None:
            value, scale, last = _scaled(words, decimal[1], decimal[0])
            return Number(number.first, last, value, "words", scale)
    value, last, scale = _and_a_half(words, number)
    return Number(number.first, last, value, "words", scale)


def _point(words: tuple[Word, ...], at: int, whole: float) -> tuple[float, int] | None:
    """Read the decimals of "two point five": value and next index."""
    cardinals, here, digits = vocab.load("scales")["cardinals"], at + 1, ""
    while cardinals.get(_lower(words, here), 10) < 10 and len(digits) < 6:
        digits += str(cardinals[words[here].lower])
        here += 1
    return (whole + int(digits) / 10 ** len(digits), here) if digits else None


def _joins(current: float, value: float) -> bool:
    """Say whether a cardinal may follow: "twenty" + "one", "hundred" + "five"; not "five" + "six"."""
    tail = current % 100
    return tail == 0 or (tail % 10 == 0 and tail >= 20 and 0 < value < 10)


def _lifts(total: float, current: float, scale: float) -> bool:
    """Say whether a scale may follow: "five hundred thousand"; not "five hundred hundred"."""
    if scale in {12, 20, 100}:
        return 0 < current < 100
    return current > 0 or (0 < total * scale <= _LARGEST)


def _raise(total: float, current: float, scale: float) -> tuple[float, float]:
    if scale == 100:
        return total, current * 100
    if scale in {12, 20}:
        return total, current * scale
    if current == 0:
        return total * scale, 0
    return total + current * scale, 0


def _bridges(words: tuple[Word, ...], here: int) -> bool:
    """Say whether a hyphen or "and" stands between two parts of one number."""
    tables = vocab.load("scales")
    following, before = _lower(words, here + 1), _lower(words, here - 1)
    if words[here].lower in _HYPHENS:
        return following in tables["cardinals"] or following in tables["scales"]
    return (
        words[here].lower == "and" and before in tables["scales"]
        and following in tables["cardinals"] and before not in {"dozen", "score"}
    )  # fmt: skip


def _and_a_half(words: tuple[Word, ...], number: Number) -> tuple[float, int, float]:
    """Read "and a half [million]", and the half of "a million and a half": value, next index, scale."""
    at = number.last
    ahead = [word.lower for word in words[at : at + 6] if word.lower not in _HYPHENS]
    if ahead[:3] != ["and", "a", "half"]:
        return number.value, at, number.scale
    last = next(i for i in range(at, at + 6) if words[i].lower == "half") + 1
    if number.scale >= 1000:
        return number.value + number.scale / 2, last, number.scale
    value, scale, last = _scaled(words, last, number.value + 0.5)
    return value, last, scale


def _bare_scale(words: tuple[Word, ...], at: int) -> bool:
    """Read "a dozen", "a hundred", "a million": the article is not part of a quantity's words."""
    word = _lower(words, at)
    article = _lower(words, at - 1) in {"a", "per"} or word in {"million", "billion"}
    return word in vocab.load("scales")["scales"] and article and word != "score"


def _half(words: tuple[Word, ...], at: int) -> Number | None:
    """Read "half a million", "half an hour", "a year and a half", "a couple of hundred", "a pair of"."""
    lower = tuple(word.lower for word in words[at : at + 4])
    if lower[:2] == ("half", "a") and lower[2:3] and lower[2] in _scales():
        value, scale, last = _scaled(words, at + 2, 0.5)
        return Number(at, last, value, "words", scale)
    if lower[:2] in {("half", "a"), ("half", "an")} and word_unit(words, at + 2) is not None:
        return Number(at, at + 2, 0.5, "words")
    halved = tuple(lowered(words, at + 2, 3)) == ("and", "a", "half")
    if lower[:1] in {("a",), ("an",)} and halved and word_unit(words, at + 1) is not None:
        return Number(at, at + 1, 1, "words")
    if lower[:2] == ("couple", "of") and lower[2:3] and lower[2] in _scales():
        value, scale, last = _scaled(words, at + 2, 2)
        return Number(at, last, value, "words", scale)
    if lower[:2] in {("couple", "of"), ("pair", "of")} and _lower(words, at - 1) == "a":
        return Number(at, at + 2, 2, "words")
    return None


def _part_of_scale(words: tuple[Word, ...], at: int) -> Number | None:
    """Read "a quarter of a million", "three-quarters of a million", "a third of a billion"."""
    tables = vocab.load("scales")
    many, here = 1.0, at
    if _lower(words, at) in tables["cardinals"]:
        many = tables["cardinals"][words[at].lower]
        here += 2 if _lower(words, at + 1) in _HYPHENS else 1
    part = tables["fractions"].get(_lower(words, here))
    counted = many > 1 or _lower(words, at - 1) == "a"
    if part is None or not counted or tuple(lowered(words, here + 1, 2)) != ("of", "a"):
        return None
    if _lower(words, here + 3) in _scales():
        value, scale, last = _scaled(words, here + 3, many * part)
        return Number(at, last, value, "words", scale)
    if word_unit(words, here + 3) is not None or _lower(words, here + 3) == "point":
        return Number(at, here + 3, many * part, "words")
    return None


def _fold(words: tuple[Word, ...], at: int) -> Number | None:
    """Read "eightfold"."""
    word = words[at].lower
    value = vocab.load("scales")["cardinals"].get(word.removesuffix("fold"))
    return Number(at, at + 1, float(value), "words") if value and word.endswith("fold") else None


def _vague(words: tuple[Word, ...], at: int) -> Number | None:
    """Read "dozens of", "tens of thousands of", "hundreds": at least two of the scale."""
    vague = vocab.load("scales")["vague"]
    word = _lower(words, at)
    of_next = _lower(words, at + 1) == "of"
    if of_next and (word == "tens" or word in vague) and _lower(words, at + 2) in vague:
        inner = vague[_lower(words, at + 2)]
        return Number(at, at + 3, 2 * vague.get(word, 10) * inner, "vague", inner)
    if word == "tens" and of_next:
        return Number(at, at + 1, 20.0, "vague", 10)
    few = word in {"several", "few"} and _lower(words, at + 1) in _scales()
    if few:
        value, scale, last = _scaled(words, at + 1, 2.0)
        return Number(at, last, value, "vague", scale)
    if word in vague and (of_next or words[at].token.pos_ == "NOUN") and word != "scores":
        return Number(at, at + 1, 2.0 * vague[word], "vague", vague[word])
    return Number(at, at + 1, 40.0, "vague", 20) if word == "scores" and of_next else None


def _fraction(words: tuple[Word, ...], at: int) -> Number | None:
    """Read "1/2", "½", "two-thirds", "a third of", "half of"."""
    word = words[at]
    if unicodedata.category(word.text[0]) == "No" and len(word.text) == 1:
        part = unicodedata.numeric(word.text)
        return Number(at, at + 1, part, "fraction") if 0 < part < 1 and not word.glued else None
    return _slashed(words, at) or _named_fraction(words, at)


def _slashed(words: tuple[Word, ...], at: int) -> Number | None:
    if at + 2 >= len(words) or words[at + 1].text not in "/⁄" or not words[at + 1].glued:
        return None
    top, bottom = _digits(words[at]), _digits(words[at + 2])
    fits = top is not None and bottom is not None and 0 < top < bottom <= 1000
    if not fits or not words[at + 2].glued or top is None or bottom is None:
        return None
    return Number(at, at + 3, top / bottom, "fraction")


def _named_fraction(words: tuple[Word, ...], at: int) -> Number | None:
    tables = vocab.load("scales")
    parts, word = tables["fractions"], _lower(words, at)
    jump = 2 if _lower(words, at + 1) in _HYPHENS else 1
    part = parts.get(_lower(words, at + jump))
    many = tables["cardinals"].get(word)
    plural = _lower(words, at + jump).endswith(("s", "lves"))
    if many and part and 1 <= many < 10 and (plural == (many > 1)):
        return Number(at, at + jump + 1, many * part, "fraction")
    before = _lower(words, at - 1)
    whole = _lower(words, at + 1)
    if word == "half" and before == "by" and whole != "a":
        return Number(at, at + 1, 0.5, "fraction")
    if word == "half" and whole in {"of", "the", "its", "their", "all", "an", "our", "his", "her"}:
        return Number(at, at + 1, 0.5, "fraction")
    amount = before == "a" and (_lower(words, at - 2) == "by" or _alone(words, at))
    if word in parts and ((before in {"a", "another"} and whole == "of") or amount):
        return Number(at, at + 1, parts[word], "fraction")
    return None


def _alone(words: tuple[Word, ...], at: int) -> bool:
    """Say whether "almost a third" stands for an amount: no noun after it, and bounded before."""
    following = words[at + 1] if at + 1 < len(words) else None
    noun = following is not None and following.token.pos_ in {"NOUN", "ADJ", "PROPN", "NUM"}
    later = following is not None and following.lower in {"ago", "earlier", "later", "of"}
    return not noun and not later and _lower(words, at - 2) in {
        "almost", "nearly", "about", "roughly", "around", "than", "over", "least", "under", "approximately",
    }  # fmt: skip


def _proportion(words: tuple[Word, ...], at: int) -> Number | None:
    """Read "one in five", "9 out of 10"."""
    top = _small(words, at)
    if top is None:
        return None
    after = at + 1
    if _lower(words, after) == "out" and _lower(words, after + 1) == "of":
        after += 2
    elif (link := _in_link(words, at, top)) is not None:
        after = link
    else:
        return None
    if _lower(words, after) == "every":
        after += 1
    bottom = _small(words, after)
    if bottom is None or not top < bottom <= _LARGEST_PROPORTION:
        return None
    if (
        top != 1
        and _lower(words, after).isdecimal()
        and _lower(words, after - 1) == "in"
        and bottom % 10
    ):
        return None
    return Number(at, after + 1, top / bottom, "fraction")


def _in_link(words: tuple[Word, ...], at: int, top: float) -> int | None:
    """Give the index past "in": of "three in ten", "two in every three", "one branch in eight"."""
    noun = at + 1 < len(words) and words[at + 1].token.pos_ == "NOUN"
    link = at + 2 if noun and top == 1 else at + 1
    if _lower(words, link) != "in":
        return None
    bottom = link + 1 + (_lower(words, link + 1) == "every")
    beyond = _lower(words, bottom + 1).removesuffix("s")
    spelled = words[bottom : bottom + 1] and not words[bottom].text[0].isdigit()
    told = bool(spelled) or bottom - link > 1
    period = beyond in vocab.load("rates")["periods"]
    if period or (link > at + 1 and not told):
        return None
    return link + 1 if top == 1 or told or _lower(words, bottom).isdecimal() else None


def _small(words: tuple[Word, ...], at: int) -> float | None:
    if not 0 <= at < len(words):
        return None
    value = _digits(words[at])
    spelled: float | None = vocab.load("scales")["cardinals"].get(words[at].lower)
    return value if value is not None else spelled
