"""Which words stand where in a document, furniture left out?

Words are runs of letters or of digits with their separators, folded to lower
case, each with its span in the stored text. Numbers stay whole ("1,100").
It fails for scripts without spaces between words, whose runs are one word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from allsource.model.document import Document
from allsource.model.span import Span

__all__ = ["Words", "capitalised", "words"]

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_SENTENCE_END = frozenset('.!?:\n"“”„»«')


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a document in order.

    Args:
        folded: lower-case words.
        spans: where each stands; parallel to ``folded``.
    """

    folded: tuple[str, ...]
    spans: tuple[Span, ...]

    def stretch(self, start: int, end: int) -> Span:
        """Give the span from word ``start`` up to and without word ``end``."""
        return Span(self.spans[start].start, self.spans[end - 1].end)


def words(document: Document) -> Words:
    """List the words of a document's reporting.

    Reach for it wherever documents are compared: all comparisons count these words.

    Example:
        >>> from allsource.model.document import Document
        >>> page = Document("doc_1", "", "a.txt", "It's 1,100 boats.", "text")
        >>> words(page).folded
        ("it's", '1,100', 'boats')
    """
    found = [
        (match.group().casefold().replace("’", "'"), Span(*match.span()))
        for stretch in _reporting(document)
        for match in _WORD.finditer(document.text, stretch.start, stretch.end)
    ]
    return Words(tuple(word for word, _ in found), tuple(span for _, span in found))


def capitalised(document: Document, listed: Words) -> dict[str, Span]:
    """Give the capitalised words that do not open a sentence, each with its first place.

    In English they are mostly names; in German all nouns are among them, so they count only
    where two documents share them.
    """
    names: dict[str, Span] = {}
    for word, span in zip(listed.folded, listed.spans, strict=True):
        first = document.text[span.start]
        if len(word) > 2 and first.isupper() and not _opens(document.text, span.start):
            names.setdefault(word.removesuffix("'s"), span)
    return names


def _reporting(document: Document) -> Iterator[Span]:
    """Give the stretches between furniture."""
    start = 0
    for piece in document.furniture:
        if piece.span.start > start:
            yield Span(start, piece.span.start)
        start = max(start, piece.span.end)
    if start < len(document.text):
        yield Span(start, len(document.text))


def _opens(text: str, start: int) -> bool:
    """Say whether a word at ``start`` opens a sentence or a line."""
    at = start - 1
    while at >= 0 and text[at] in " \t\r(":
        at -= 1
    return at < 0 or text[at] in _SENTENCE_END
