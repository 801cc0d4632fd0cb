"""How does a text go into the tagger?

It is cut into word pieces, and each paragraph is a window. Beside its number a piece carries its
letter case (the vocabulary knows none), whether it stands inside quotation marks, and in which
sentence. Windows may also be packed fuller and start with the end of what stood before; what is
then said of those pieces is used for pointing alone. (Measured: that gained nothing and cost a
quarter of the speed, see training/attribution/README.md, so what runs over paragraphs is left to
``claims.quoted`` and ``claims.coreference``.)

It fails where a paragraph is longer than a window: its parts are read one after the other. Single
quotation marks are not told from apostrophes, nor abbreviations from ends of sentences where they
are longer than three letters.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from allsource.model.span import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = [
    "CONTEXT",
    "LONGEST",
    "SEPARATOR",
    "START",
    "WIDTH",
    "Piece",
    "Window",
    "cut",
    "lines",
    "windows",
]

START = 101
"""Number of the piece [CLS] in the vocabulary."""
SEPARATOR = 102
"""Number of the piece [SEP]."""
WIDTH = 1
"""Pieces up to which paragraphs are packed into one window: each has its own."""
CONTEXT = 0
"""Pieces of what stood before that a window repeats."""
LONGEST = 320
"""Pieces of a paragraph that are read at once."""
_LONGEST = 6_000
"""Code points of a paragraph that are tokenized at once."""
_OPENS, _CLOSES = "“«", "”»"
_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?][\"”’')]*\s+(?=[\"“‘A-Z])"
)
_NO_LETTERS, _LOWER, _TITLE, _UPPER = range(4)


@dataclass(frozen=True, slots=True)
class Piece:
    """One word piece.

    Args:
        number: its place in the vocabulary.
        start: where it starts in the text.
        end: where it ends.
        case: 0 without letters, 1 lower, 2 capitalised, 3 upper.
        quoted: 1 inside quotation marks, else 0.
        paragraph: number of its paragraph.
        sentence: where the sentence starts that it stands in, by its marks alone.
    """

    number: int
    start: int
    end: int
    case: int
    quoted: int
    paragraph: int
    sentence: int = 0


@dataclass(frozen=True, slots=True)
class Window:
    """What the tagger sees at once: ``pieces``, of which the first ``context`` were seen before."""

    pieces: tuple[Piece, ...]
    context: int


def lines(text: str) -> list[Span]:
    """Take every line that is not blank as a paragraph."""
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def cut(text: str, paragraphs: Iterable[Span], tokenizer: "Tokenizer") -> Iterator[list[Piece]]:
    """Cut each paragraph into pieces.

    Args:
        text: the whole text.
        paragraphs: stretches of it, in order.
        tokenizer: of the encoder, without truncation.
    """
    for number, span in enumerate(paragraphs):
        row: list[Piece] = []
        inside = 0
        for start in range(span.start, span.end, _LONGEST):
            part = text[start : min(start + _LONGEST, span.end)]
            flags, inside = _quoted(part, inside)
            opened = [0, *(match.end() for match in _END.finditer(part))]
            found = tokenizer.encode(part, add_special_tokens=False)
            for name, (low, high) in zip(found.ids, found.offsets, strict=True):
                if low < high:
                    sentence = start + opened[bisect_right(opened, low) - 1]
                    row.append(
                        Piece(
                            name, start + low, start + high, _case(part[low:high]), flags[low],
                            number, sentence,
                        )
                    )  # fmt: skip
        yield row


def _quoted(words: str, inside: int) -> tuple[list[int], int]:
    flags = []
    for mark in words:
        if mark in _OPENS or (mark == '"' and not inside):
            inside = 1
            flags.append(1)
        elif mark in _CLOSES or mark == '"':
            flags.append(1)
            inside = 0
        else:
            flags.append(inside)
    return flags, inside


def _case(words: str) -> int:
    if words.islower():
        return _LOWER
    if words.isupper() and len(words) > 1:
        return _UPPER
    if words[0].isupper():
        return _TITLE
    return _LOWER if any(map(str.isalpha, words)) else _NO_LETTERS


def windows(
    rows: Iterable[Sequence[Piece]], width: int = WIDTH, context: int = CONTEXT
) -> Iterator[Window]:
    """Pack paragraphs into windows.

    Args:
        rows: the pieces of each paragraph.
        width: pieces of a window, the repeated ones among them; a longer paragraph has a window
            of its own.
        context: pieces of what stood before, at most.
    """
    before: list[Piece] = []
    fresh: list[Piece] = []
    for row in rows:
        for part in (row[start : start + LONGEST] for start in range(0, len(row), LONGEST)):
            if fresh and len(before) + len(fresh) + len(part) > width:
                yield Window((*before, *fresh), len(before))
                before, fresh = [*before, *fresh][-context:] if context else [], []
            fresh += part
    if fresh:
        yield Window((*before, *fresh), len(before))
