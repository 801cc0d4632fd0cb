"""Which number do these words or digits write?

The readers of proportions, vague counts, halves, fractions and folds are asked first,
then digits with separators and scales ("1.75 billion", "3,000 crore", "$40m") and
number words ("twenty-one thousand six hundred").

It fails on numbers cut by a line end.
"""

import math
import unicodedata
from typing import Literal

from allsource import vocab
from allsource.claims.quantities.fraction import read_fraction
from allsource.claims.quantities.halves import part_of_scale, read_half
from allsource.claims.quantities.proportions import read_proportion
from allsource.claims.quantities.spelled import read_spelled
from allsource.claims.quantities.units import symbol_unit, word_unit
from allsource.claims.quantities.vague import read_vague
from allsource.claims.quantities.words import Word
from allsource.claims.quantities.written import Number, digits, lower_at, scaled

__all__ = ["Number", "read_number"]

_GROUP = 3
_LARGEST = 1e18
"""Nothing that is counted or paid is larger; beyond it a number is noise."""


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
    for reader in (
        read_proportion,
        read_vague,
        read_half,
        part_of_scale,
        read_fraction,
        _fold,
        _cardinal,
    ):
        number = reader(words, at)
        if number is not None and math.isfinite(number.value) and abs(number.value) < _LARGEST:
            return number
    return None


def _cardinal(words: tuple[Word, ...], at: int) -> Number | None:
    value = digits(words[at])
    if value is None:
        return read_spelled(words, at)
    spaced = _spaced(words, at)
    if spaced is not None:
        return spaced
    form: Literal["digits"] = "digits"
    whole = _mixed(words, at + 1)
    if whole is not None and value == int(value):
        return Number(at, whole[1], value + whole[0], form)
    factor = _letter_scale(words, at + 1)
    if factor is not None:
        return Number(at, at + 2, value * factor, form, factor)
    value, scale, last = scaled(words, at + 1, value)
    return Number(at, last, value, form, scale)


def _letter_scale(words: tuple[Word, ...], at: int) -> float | None:
    """Read "m" or "bn" glued to digits as a scale where money or a noun stands by."""
    if at >= len(words):
        return None
    factor: float | None = vocab.load("scales")["letters"].get(words[at].lower)
    if factor is None or not (words[at].glued or words[at].text == "B"):
        return None
    back = [lower_at(words, at - 2), lower_at(words, at - 3)]
    money = any(ch in "$€£¥₹₽" for sign in back for ch in sign) or any(
        sign in {"eur", "usd", "gbp", "rm", "rs", "="} for sign in back
    )
    if money or words[at].lower == "k":
        return factor
    if words[at].lower == "t" or (words[at].text == "B" and _capital(words, at + 1)):
        return None
    if lower_at(words, at + 1) == "to" and lower_at(words, at + 3) == words[at].lower:
        return _letter_scale(words, at + 3) if digits(words[at + 2]) is not None else None
    following = words[at + 1] if at + 1 < len(words) else None
    counted = following is not None and following.is_word and not following.glued
    noun = (
        counted
        and following is not None
        and (following.token.pos_ in {"NOUN", "ADJ", "PROPN"} or following.token.dep_ == "amod")
    )
    adjective = lower_at(words, at + 1) in {"tall", "long", "wide", "deep", "high", "away", "thick"}
    of_them = lower_at(words, at + 1) == "of"
    return factor if (noun and not adjective) or of_them else None


def _capital(words: tuple[Word, ...], at: int) -> bool:
    """Say whether a name follows: "14B Quay Terrace" is a house."""
    return at < len(words) and words[at].text[0].isupper() and words[at].token.pos_ == "PROPN"


def _spaced(words: tuple[Word, ...], at: int) -> Number | None:
    """Read thousands set apart by spaces before a unit or a noun: "12 500 tonnes"."""
    last = at + 1
    while last < len(words) and len(words[last].text) == _GROUP and words[last].text.isdecimal():
        last += 1
    opens = (
        words[at].text.isdecimal() and len(words[at].text) <= _GROUP and words[at].text[0] != "0"
    )
    before = words[at - 1] if at else None
    apart = before is None or not (before.is_number or words[at].glued)
    if last == at + 1 or not opens or not apart or last >= len(words) or words[last].is_number:
        return None
    measured = word_unit(words, last) or symbol_unit(words, last)
    if measured is None and words[last].token.tag_ != "NNS":
        return None
    return Number(at, last, float("".join(word.text for word in words[at:last])), "digits")


def _mixed(words: tuple[Word, ...], at: int) -> tuple[float, int] | None:
    """Read the fraction of a mixed number: the "1/2" of "2 1/2", the "½" of "2½"."""
    if at < len(words) and unicodedata.category(words[at].text[0]) == "No":
        part = unicodedata.numeric(words[at].text[0])
        return (part, at + 1) if 0 < part < 1 else None
    if at + 2 < len(words) and not words[at].glued and lower_at(words, at + 1) == "/":
        top, bottom = digits(words[at]), digits(words[at + 2])
        if top and bottom and top < bottom <= 16 and words[at + 1].glued and words[at + 2].glued:
            return top / bottom, at + 3
    return None


def _fold(words: tuple[Word, ...], at: int) -> Number | None:
    """Read "eightfold"."""
    word = words[at].lower
    value = vocab.load("scales")["cardinals"].get(word.removesuffix("fold"))
    return Number(at, at + 1, float(value), "words") if value and word.endswith("fold") else None
