"""In which paragraphs of the stored texts do these words stand?

SQLite's FTS5 finds the paragraphs; the words printed are always cut from the
stored text. A query is words (all must occur) and "quoted phrases"; nothing in
it is read as query syntax.
"""

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from allsource.errors import UsageError
from allsource.model.document import Document
from allsource.model.span import Span

__all__ = ["Hit", "index", "search"]

_TERM = re.compile(r'"([^"]+)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph that holds the words asked for.

    Args:
        document: document id.
        span: of the paragraph, in the stored text.
        text: its words.
    """

    document: str
    span: Span
    text: str


def index(db: sqlite3.Connection, document: Document, paragraphs: Iterable[Span]) -> None:
    """Enter a document's paragraphs; must stand in the transaction that enters the document."""
    db.executemany(
        "INSERT INTO passage (text, document, start, stop) VALUES (?, ?, ?, ?)",
        ((span.of(document.text), document.id, span.start, span.end) for span in paragraphs),
    )


def search(
    db: sqlite3.Connection, query: str, text_of: Callable[[str], str], limit: int
) -> Iterator[Hit]:
    """Find paragraphs, best first.

    Args:
        db: the ledger's connection.
        query: words and "quoted phrases"; all must occur in the paragraph.
        text_of: gives the stored text of a document id.
        limit: most hits to give.

    Raises:
        UsageError: the query holds no word.
    """
    terms = [(phrase or word).replace('"', "") for phrase, word in _TERM.findall(query)]
    terms = [term for term in terms if any(letter.isalnum() for letter in term)]
    if not terms:
        raise UsageError("the query holds no word to search for; give at least one")
    match = " ".join(f'"{term}"' for term in terms)
    rows = db.execute(
        "SELECT document, start, stop FROM passage WHERE passage MATCH ? "
        "ORDER BY rank, document, start LIMIT ?",
        (match, limit),
    )
    for document, start, stop in rows:
        span = Span(start, stop)
        yield Hit(document, span, span.of(text_of(document)))
