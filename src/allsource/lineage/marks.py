"""What in a page is still there when it has been put into another language?

*Marks*: numbers, with the word that multiplies them, and dates (a day beside a
month, in the months of several languages), in the order of the text; and names,
which are capitalised words or, in scripts without capitals, any words. Nothing is parsed. It fails for numbers in words, converted units, dates
of another calendar, and names that are translated.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from allsource.lineage.features import Features, bits, numbers
from allsource.lineage.sounds import SHORTEST, skeleton, uncased
from allsource.model.span import Span
from allsource.vocab import load

__all__ = ["Mark", "names", "ordered"]

_MOST = 400
"""Marks of a document that are compared: bounds pages of nothing else."""

_SMALL = 0.5
"""What a small number is worth in bits beside others in the same order."""

_DATE = 2.0
_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Mark:
    """A number or a date.

    Args:
        key: equal for equal ones.
        span: where it stands.
        bits: how telling it is.
    """

    key: tuple[str, float]
    span: Span
    bits: float

    @property
    def dated(self) -> bool:
        """Whether it is a day of a month."""
        return self.key[0] == "day"


@lru_cache(maxsize=2048)
def ordered(found: Features) -> tuple[Mark, ...]:
    """Give numbers and dates in the order of the text.

    Example:
        >>> from allsource.lineage.features import features
        >>> from allsource.model.document import Document
        >>> page = Document("d", "", "a", "37 корпусов к 3 ноября", "text", language="ru")
        >>> [mark.key for mark in ordered(features(page))]
        [('number', 37.0), ('day', 1103.0)]
    """
    days = _days(found)
    covered = _covered(days)
    told = (
        Mark(("number", value), span, _SMALL if value in _YEARS else max(_SMALL, bits(value)))
        for value, span in numbers(found.document.text, found.words, found.document.language)
        if span.start not in covered
    )
    marks = [*(Mark(("day", day), span, _DATE) for day, span in days), *islice(told, _MOST)]
    return tuple(sorted(marks, key=lambda mark: mark.span)[:_MOST])


@lru_cache(maxsize=2048)
def names(found: Features) -> tuple[tuple[str, Span], ...]:
    """Give the words that may be names, each once, in the order of the text."""
    listed, text = found.words, found.document.text
    dated = _covered(_days(found))
    first: dict[str, Span] = {}
    for word, start, end in zip(listed.folded, listed.starts, listed.ends, strict=True):
        named = (text[start].isupper() or uncased(word)) and len(skeleton(word)) >= SHORTEST
        if named and word not in first and start not in dated:
            first[word] = Span(start, end)
        if len(first) == _MOST:
            break
    return tuple(first.items())


@lru_cache(maxsize=2048)
def _days(found: Features) -> tuple[tuple[float, Span], ...]:
    """Give month and day of the first dates, as 100 times the one plus the other."""
    return tuple(islice(_dates(found.document.text), _MOST))


def _dates(text: str) -> Iterator[tuple[float, Span]]:
    for match in _grammar().finditer(text):
        month = next(at for at in range(1, 13) if match[f"m{at}"])
        day = int(match["before"] or match["after"])
        if 1 <= day <= 31:
            yield 100.0 * month + day, Span(*match.span())


def _covered(days: Iterable[tuple[float, Span]]) -> frozenset[int]:
    """Give the places that dates take up."""
    return frozenset(at for _, span in days for at in range(span.start, span.end))


@lru_cache(maxsize=1)
def _grammar() -> re.Pattern[str]:
    """Match a day beside a month of any language: "3. November", "November 3", "3 de noviembre"."""
    table = load("across_languages")["months"]
    names = "|".join(
        f"(?P<m{month}>{'|'.join(dict.fromkeys(row['names'][month - 1] for row in table))})"
        for month in range(1, 13)
    )
    before = r"(?:(?<!\d)(?P<before>\d{1,2})(?:st|nd|rd|th|er|\.|º)?(?: de| of)? )?"
    after = r"(?(before)|[ ](?P<after>\d{1,2})(?:st|nd|rd|th)?(?![\d.,%]))"
    return re.compile(rf"{before}\b(?:{names})\b{after}")
