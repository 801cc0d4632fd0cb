"""What is a number as written, and which scale stands behind it?

The parts that every reader of numbers shares: the number itself, the word at a
place, digits with their separators, and scale words ("12 mln", "3 thousand crore").

It fails on a scale cut off by a line end.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from allsource import vocab
from allsource.claims.quantities.words import Word

__all__ = ["HYPHENS", "Number", "digits", "is_plain", "lower_at", "scaled", "scales", "word_at"]

HYPHENS = frozenset("-‐‑–—−")


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
def scales() -> dict[str, float]:
    """Give the scale words and their abbreviations with their values."""
    tables = vocab.load("scales")
    return {**tables["scales"], **tables["abbreviations"]}


def lower_at(words: tuple[Word, ...], at: int) -> str:
    """Give the word at a place in lower case, or nothing beyond the ends."""
    return words[at].lower if 0 <= at < len(words) else ""


def digits(word: Word) -> float | None:
    """Read digits with their separators, or give None for a word."""
    if not word.is_number:
        return None
    plain = "".join(ch for ch in word.text if ch not in ",\u00a0\u2009\u202f")
    return float(plain)


def scaled(words: tuple[Word, ...], at: int, value: float) -> tuple[float, float, int]:
    """Multiply by the scale words that follow: value, scale, next index."""
    scale = 1.0
    while at < len(words):
        jump = 1 if lower_at(words, at) in HYPHENS and lower_at(words, at + 1) in scales() else 0
        factor = scales().get(lower_at(words, at + jump))
        if factor is None or scale * factor > 1e15:
            break
        scale, at = scale * factor, at + jump + 1
    return value * scale, scale, at


def word_at(words: tuple[Word, ...], index: int) -> Word | None:
    """Give the word at a place, or None beyond the ends."""
    return words[index] if 0 <= index < len(words) else None


def is_plain(words: tuple[Word, ...], number: Number) -> bool:
    """Written as digits alone, without separators, decimals or scale."""
    return number.last == number.first + 1 and words[number.first].text.isdecimal()
