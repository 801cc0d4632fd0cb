"""Which words stand where in a document, furniture left out?

Words are runs of letters or of digits with their separators, folded to lower
case, each with its span in the stored text. Numbers stay whole ("1,100"). Words
masked with letters of another script are listed as what they look like (``scripts``).
It fails for scripts without spaces between words, whose runs are one word.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from allsource.lineage.scripts import plain
from allsource.model.document import Document
from allsource.model.span import Span

__all__ = ["MOST", "Words", "capitalised", "words"]

MOST = 100_000
"""Words of a document that are compared; what follows counts only as a whole."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,٬٫]\d+)*")
_SENTENCE_END = frozenset('.!?:\n"“”„»«')


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a document in order.

    Args:
        folded: lower-case words.
        starts: where each begins; parallel to ``folded``.
        ends: where each ends; parallel to ``folded``.
        rest: hash of what was left unread, empty where all was read.
    """

    folded: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    rest: str = ""

    def span(self, at: int) -> Span:
        """Give the place of one word."""
        return Span(self.starts[at], self.ends[at])

    def stretch(self, start: int, end: int) -> Span:
        """Give the span from word ``start`` up to and without word ``end``."""
        return Span(self.starts[start], self.ends[end - 1])


def words(document: Document) -> Words:
    """List the words of a document's reporting, the first ``MOST`` of them.

    Reach for it wherever documents are compared: all comparisons count these words.

    Example:
        >>> from allsource.model.document import Document
        >>> page = Document("doc_1", "", "a.txt", "It's 1,100 boats.", "text")
        >>> words(page).folded
        ("it's", '1,100', 'boats')
    """
    text = plain(document.text)
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for stretch in _reporting(document):
        for match in _WORD.finditer(text, stretch.start, stretch.end):
            folded.append(match.group())
            starts.append(match.start())
            ends.append(match.end())
            if len(folded) == MOST:
                rest = hashlib.sha256(text[match.end() :].encode(errors="replace")).hexdigest()
                return Words(_folded(folded), tuple(starts), tuple(ends), rest)
    return Words(_folded(folded), tuple(starts), tuple(ends))


def _folded(found: list[str]) -> tuple[str, ...]:
    """Fold all words at once: none holds a line end, so the parts stay the same."""
    return tuple("\n".join(found).casefold().replace("’", "'").split("\n")) if found else ()


def capitalised(document: Document, listed: Words) -> dict[str, Span]:
    """Give the capitalised words that do not open a sentence, each with its first place.

    In English they are mostly names; in German all nouns are among them, so they count only
    where two documents share them.
    """
    names: dict[str, Span] = {}
    for at, (word, start) in enumerate(zip(listed.folded, listed.starts, strict=True)):
        if len(word) > 2 and document.text[start].isupper() and not _opens(document.text, start):
            names.setdefault(word.removesuffix("'s"), listed.span(at))
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
