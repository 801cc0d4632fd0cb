"""Which numbers say how a thing ranks?

"Ranked third", "finished second", "in 3rd place", "the second-largest yard", "the
No. 2 exporter", "among the top 10 yards" (first to tenth). Other ordinals count
occurrences or name things ("the third time", "the 41st Brigade") and are left.

It fails on ranks that only the sense betrays ("he came second to nobody").
"""

import re

from allsource import vocab
from allsource.claims.parse import Paragraph
from allsource.claims.quantities.numbers import read_number
from allsource.claims.quantities.words import Word
from allsource.model.quantity import Quantity
from allsource.model.span import Span

__all__ = ["ranks"]

_ORDINAL = re.compile(r"(\d{1,3})")
_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_LARGEST = 1000


def ranks(paragraph: Paragraph, text: str, words: tuple[Word, ...]) -> list[Quantity]:
    """Find the ranks of a paragraph.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> from allsource.claims.quantities.words import cut
        >>> line = "The firm ranked third."
        >>> paragraph = parse_text(line).paragraphs[0]
        >>> [rank.low for rank in ranks(paragraph, line, cut(paragraph))]
        [3.0]
    """
    found = []
    for at in range(len(words)):
        rank = _ordinal(words, at) or _numbered(words, at) or _top(words, at)
        if rank is None:
            continue
        low, high, last = rank
        span = Span(words[at].start, words[last - 1].end).shift(paragraph.span.start)
        found.append(Quantity(span.of(text), span, low, high, role="rank"))
    return found


Rank = tuple[float, float, int]
"""Low, high and one past the last word."""


def _ordinal(words: tuple[Word, ...], at: int) -> Rank | None:
    value, last = vocab.load("scales")["ordinals"].get(words[at].lower), at + 1
    if value is None:
        written = _ORDINAL.fullmatch(words[at].text)
        ending = words[at + 1] if at + 1 < len(words) else None
        if written is None or ending is None or not (ending.glued and ending.lower in _ENDINGS):
            return None
        value, last = int(written[1]), at + 2
    if not (_ranked(words, at, last) or _superlative(words, last)):
        return None
    spoken = words[at].lower == "first" and not _ranked(words, at, last)
    return None if spoken else (float(value), float(value), last)


def _ranked(words: tuple[Word, ...], at: int, last: int) -> bool:
    """Say whether a verb of ranking stands before, or "place" behind."""
    before = words[at - 1].lemma if at > 0 else ""
    following = words[last] if last < len(words) else None
    noun = following is not None and following.token.pos_ in {"NOUN", "ADJ", "PROPN"}
    if before in vocab.load("scales")["ranking"]:
        return not noun or words[last].lower in {"place", "worldwide", "globally", "overall"}
    return following is not None and following.lower == "place" and before == "in"


def _superlative(words: tuple[Word, ...], last: int) -> bool:
    """Say whether a superlative follows: "second-largest", "second most populous"."""
    beyond = last + 1 if last < len(words) and words[last].text in "-‑" else last
    if beyond >= len(words):
        return False
    word = words[beyond]
    return word.token.tag_ in {"JJS", "RBS"} or (
        word.lower.endswith("est") and word.glued and word.is_word
    )


def _numbered(words: tuple[Word, ...], at: int) -> Rank | None:
    """Read "the No. 2 exporter", "the number two party"."""
    if words[at].lower not in {"no", "number"} or at == 0:
        return None
    dotted = at + 1 < len(words) and words[at + 1].text == "." and words[at + 1].glued
    if words[at].lower == "no" and not dotted:
        return None
    number = read_number(words, at + 1 + dotted)
    owned = _owned(words[at - 1])
    if number is None or not owned or not number.value < _LARGEST:
        return None
    following = words[number.last] if number.last < len(words) else None
    noun = following is not None and following.token.pos_ in {"NOUN", "ADJ", "PROPN"}
    noun = noun and words[number.last].lemma not in {
        "bus",
        "tram",
        "train",
        "seat",
        "shirt",
        "jersey",
        "car",
    }
    return (number.value, number.value, number.last) if noun else None


def _owned(word: Word) -> bool:
    return word.lower in {"the", "its", "their"} or word.lower.endswith("'s")


def _top(words: tuple[Word, ...], at: int) -> Rank | None:
    """Read "among the top 10 yards": first to tenth."""
    if words[at].lower != "top" or at == 0 or not _owned(words[at - 1]):
        return None
    number = read_number(words, at + 1)
    if number is None or number.value != int(number.value) or not 1 < number.value < _LARGEST:
        return None
    among = any(
        word.lower in {"among", "amongst", "in", "of", "into"}
        for word in words[max(0, at - 4) : at]
    )
    unit = words[number.last].lower if number.last < len(words) else ""
    return (
        (1.0, number.value, number.last) if among and unit not in {"%", "percent", "per"} else None
    )
