"""Which halves and parts of a scale or unit are written as a number?

"Half a million", "half an hour", "a year and a half", "a couple of hundred",
"three-quarters of a million".

It fails where the scale stands in another phrase ("a million, or half that").
"""

from allsource import vocab
from allsource.claims.quantities.units import word_unit
from allsource.claims.quantities.words import Word, lowered
from allsource.claims.quantities.written import HYPHENS, Number, lower_at, scaled, scales

__all__ = ["part_of_scale", "read_half"]


def read_half(words: tuple[Word, ...], at: int) -> Number | None:
    """Read "half a million", "half an hour", "a year and a half", "a couple of hundred", "a pair of"."""
    lower = tuple(word.lower for word in words[at : at + 4])
    if lower[:2] == ("half", "a") and lower[2:3] and lower[2] in scales():
        value, scale, last = scaled(words, at + 2, 0.5)
        return Number(at, last, value, "words", scale)
    if lower[:2] in {("half", "a"), ("half", "an")} and word_unit(words, at + 2) is not None:
        return Number(at, at + 2, 0.5, "words")
    halved = tuple(lowered(words, at + 2, 3)) == ("and", "a", "half")
    if lower[:1] in {("a",), ("an",)} and halved and word_unit(words, at + 1) is not None:
        return Number(at, at + 1, 1, "words")
    if lower[:2] == ("couple", "of") and lower[2:3] and lower[2] in scales():
        value, scale, last = scaled(words, at + 2, 2)
        return Number(at, last, value, "words", scale)
    if lower[:2] in {("couple", "of"), ("pair", "of")} and lower_at(words, at - 1) == "a":
        return Number(at, at + 2, 2, "words")
    return None


def part_of_scale(words: tuple[Word, ...], at: int) -> Number | None:
    """Read "a quarter of a million", "three-quarters of a million", "a third of a billion"."""
    tables = vocab.load("scales")
    many, here = 1.0, at
    if lower_at(words, at) in tables["cardinals"]:
        many = tables["cardinals"][words[at].lower]
        here += 2 if lower_at(words, at + 1) in HYPHENS else 1
    part = tables["fractions"].get(lower_at(words, here))
    counted = many > 1 or lower_at(words, at - 1) == "a"
    if part is None or not counted or tuple(lowered(words, here + 1, 2)) != ("of", "a"):
        return None
    if lower_at(words, here + 3) in scales():
        value, scale, last = scaled(words, here + 3, many * part)
        return Number(at, last, value, "words", scale)
    if word_unit(words, here + 3) is not None or lower_at(words, here + 3) == "point":
        return Number(at, here + 3, many * part, "words")
    return None
