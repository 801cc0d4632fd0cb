"""What in a document could betray where it came from?

Hashes of its five-word stretches, its quotations, its figures and its names,
each with its place, and which of its words are speech. Hashes are of the words
alone, so they are the same on every machine; a hit is confirmed on the words
themselves (``reuse.tiles``). Figures are read from the text in any language,
not from the extractor of claims. It fails for numbers in words and for dates
that look like figures.
"""

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from allsource.lineage.speech import speech
from allsource.lineage.words import Words, capitalised, words
from allsource.model.document import Document
from allsource.model.span import Span
from allsource.vocab import load

__all__ = ["GRAM", "Features", "bits", "features", "figures", "numbers"]

GRAM = 5
"""Words in a stretch: five in a row survive light rewording; many such are not shared by chance."""

_LONGEST_NUMBER = 20
_MOST_GROUPS = 4
_GROUP = re.compile(r"\d{3}(?:[.,]\d+)?")
_HARD_SPACES = ("\u00a0", "\u202f", "\u2009")
_SHORTEST_SPEECH = 4
"""Words in quotation marks that are somebody's speech, not a title or a doubted word."""

_SHORTEST_QUOTE = 5


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """What one document can share with another.

    Args:
        document: whose they are.
        words: its words.
        grams: hash of the five-word stretch that starts at each word; empty where it has fewer.
        spoken: for each word, whether it stands in a quotation of four words or more.
        quotes: quotations of five words or more, as folded words, with their place.
        figures: numbers, with their first place.
        names: capitalised words, with their first place.
    """

    document: Document
    words: Words
    grams: NDArray[np.uint64]
    spoken: NDArray[np.bool_]
    quotes: dict[tuple[str, ...], Span]
    figures: dict[float, Span]
    names: dict[str, Span]


def features(document: Document) -> Features:
    """Take a document's features; linear in its length.

    Example:
        >>> from allsource.model.document import Document
        >>> found = features(Document("doc_1", "", "a.txt", "It paid $164,000 in 2030.", "text"))
        >>> found.figures
        {164000.0: Span(start=9, end=16)}
    """
    listed = words(document)
    spoken, quotes = _speech(document.text, listed)
    return Features(
        document,
        listed,
        _grams(listed.folded),
        spoken,
        quotes,
        figures(document.text, listed, document.language),
        capitalised(document, listed),
    )


def figures(text: str, listed: Words, language: str | None) -> dict[float, Span]:
    """Read the numbers among some words, years and small counts left out.

    Args:
        text: the stored text.
        listed: the words to look at.
        language: decides between decimal point and decimal comma.
    """
    found: dict[float, Span] = {}
    for value, span in numbers(text, listed, language):
        if bits(value) > 0 and not _dated(text, span.of(text), value, span):
            found.setdefault(value, span)
    return found


def numbers(text: str, listed: Words, language: str | None) -> Iterator[tuple[float, Span]]:
    """Read every number among some words, in order, with the word that multiplies it.

    Args:
        text: the stored text.
        listed: the words to look at.
        language: decides how thousands and decimals are parted.

    Example:
        >>> from allsource.model.document import Document
        >>> page = Document("d", "", "a", "412 000 Kronen, 3,6 Prozent", "text")
        >>> [value for value, _ in numbers(page.text, words(page), "de")]
        [412000.0, 3.6]
    """
    index = 0
    while index < len(listed.folded):
        start, word = index, listed.folded[index]
        index += 1
        if not word[0].isdigit() or len(word) > _LONGEST_NUMBER:
            continue
        while _goes_on(text, listed, start, index, language):
            word += listed.folded[index]
            index += 1
        value = _value(word, language) * _scale(listed, index - 1)
        yield value, listed.stretch(start, index)


def _goes_on(text: str, listed: Words, start: int, index: int, language: str | None) -> bool:
    """Say whether a word is the next three digits of a number whose thousands are parted by a space."""
    if index == len(listed.folded) or index - start > _MOST_GROUPS:
        return False
    word, first = listed.folded[index], listed.folded[start]
    if not (len(first) <= 3 and first.isdigit() and _GROUP.fullmatch(word)):
        return False
    between = text[listed.ends[index - 1] : listed.starts[index]]
    spaced = language in load("across_languages")["spaced_thousands"]
    return between in _HARD_SPACES or (between == " " and spaced)


@lru_cache(maxsize=100_000)
def bits(value: float) -> float:
    """Say how telling it is that two texts share a number, in rough bits.

    A number of three significant digits is shared by chance far more rarely than a round one;
    whole numbers up to 31 (days, small counts) tell nothing.

    Example:
        >>> bits(164000.0), bits(1100.0), bits(300.0), bits(12.0)
        (3.0, 1.5, 0.5, 0.0)
    """
    digits = f"{value:.12g}".replace(".", "").split("e")[0].strip("0")
    if value <= 31 and value == int(value):
        return 0.0
    return {0: 0.0, 1: 0.5, 2: 1.5, 3: 3.0}.get(len(digits), 4.0)


def _grams(folded: tuple[str, ...]) -> NDArray[np.uint64]:
    if len(folded) < GRAM:
        return np.empty(0, dtype=np.uint64)
    hashes = np.fromiter((_hash(word) for word in folded), dtype=np.uint64, count=len(folded))
    total = np.zeros(len(folded) - GRAM + 1, dtype=np.uint64)
    factor = np.uint64(0x9E3779B97F4A7C15)
    for offset in range(GRAM):
        total = total * factor + hashes[offset : offset + len(total)]
    return total


@lru_cache(maxsize=200_000)
def _hash(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "big")


def _speech(text: str, listed: Words) -> tuple[NDArray[np.bool_], dict[tuple[str, ...], Span]]:
    spoken = np.zeros(len(listed.folded), dtype=np.bool_)
    quotes: dict[tuple[str, ...], Span] = {}
    for span in speech(text):
        first, last = bisect_left(listed.starts, span.start), bisect_left(listed.starts, span.end)
        if last - first >= _SHORTEST_SPEECH:
            spoken[first:last] = True
        if last - first >= _SHORTEST_QUOTE:
            quotes.setdefault(listed.folded[first:last], span)
    return spoken, quotes


def _value(word: str, language: str | None) -> float:
    """Read digits with separators by the custom of a language."""
    table = load("comparable")
    word = word.replace("٬", "").replace("٫", "." if language in table["comma_thousands"] else ",")
    thousands = "," if language is None or language in table["comma_thousands"] else "."
    decimal = "." if thousands == "," else ","
    parts = word.split(thousands)
    if len(parts) > 1 and all(len(part.split(decimal)[0]) == 3 for part in parts[1:]):
        word = "".join(parts)
    elif len(parts) > 1 and decimal not in word:
        word = word.replace(thousands, decimal, 1)
    try:
        return float(word.replace(decimal, ".", 1))
    except ValueError:
        return 0.0


def _scale(listed: Words, index: int) -> float:
    following = listed.folded[index + 1] if index + 1 < len(listed.folded) else ""
    return _scales().get(following, 1.0)


@lru_cache(maxsize=1)
def _scales() -> dict[str, float]:
    return {
        word: float(entry["factor"])
        for entry in load("comparable")["scales"]
        for word in entry["words"]
    }


def _dated(text: str, word: str, value: float, span: Span) -> bool:
    """Say whether a number is a year or part of a date or time."""
    if len(word) == 4 and word.isdigit() and 1900 <= value <= 2100:
        return True
    around = text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
    return ":" in around or "/" in around
