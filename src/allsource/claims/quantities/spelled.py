"""Which number do words write?

"Twenty-one thousand six hundred", "a dozen", "two point five million", "one and a
half million": cardinals join, scales lift what stands before them.

It fails where two numbers stand side by side without a comma ("in 2029 forty").
"""

from allsource import vocab
from allsource.claims.quantities.words import Word
from allsource.claims.quantities.written import HYPHENS, Number, lower_at, scaled

__all__ = ["read_spelled"]

_LARGEST = 1e18
"""No number in words is larger."""


def read_spelled(words: tuple[Word, ...], at: int) -> Number | None:
    """Read a number in words from word ``at``, or give None where none begins."""
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
    if number.scale == 1 and lower_at(words, number.last) == "point":
        decimal = _point(words, number.last, number.value)
        if decimal is not None:
            value, scale, last = scaled(words, decimal[1], decimal[0])
            return Number(number.first, last, value, "words", scale)
    value, last, scale = _and_a_half(words, number)
    return Number(number.first, last, value, "words", scale)


def _point(words: tuple[Word, ...], at: int, whole: float) -> tuple[float, int] | None:
    """Read the decimals of "two point five": value and next index."""
    cardinals, here, digits = vocab.load("scales")["cardinals"], at + 1, ""
    while cardinals.get(lower_at(words, here), 10) < 10 and len(digits) < 6:
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
    following, before = lower_at(words, here + 1), lower_at(words, here - 1)
    if words[here].lower in HYPHENS:
        return following in tables["cardinals"] or following in tables["scales"]
    return (
        words[here].lower == "and" and before in tables["scales"]
        and following in tables["cardinals"] and before not in {"dozen", "score"}
    )  # fmt: skip


def _and_a_half(words: tuple[Word, ...], number: Number) -> tuple[float, int, float]:
    """Read "and a half [million]", and the half of "a million and a half": value, next index, scale."""
    at = number.last
    ahead = [word.lower for word in words[at : at + 6] if word.lower not in HYPHENS]
    if ahead[:3] != ["and", "a", "half"]:
        return number.value, at, number.scale
    last = next(i for i in range(at, at + 6) if words[i].lower == "half") + 1
    if number.scale >= 1000:
        return number.value + number.scale / 2, last, number.scale
    value, scale, last = scaled(words, last, number.value + 0.5)
    return value, last, scale


def _bare_scale(words: tuple[Word, ...], at: int) -> bool:
    """Read "a dozen", "a hundred", "a million": the article is not part of a quantity's words."""
    word = lower_at(words, at)
    article = lower_at(words, at - 1) in {"a", "per"} or word in {"million", "billion"}
    return word in vocab.load("scales")["scales"] and article and word != "score"
