"""What was read: bytes, text, and what is known about them.

The text of a document is stored once and never changes; every span of every
other object counts code points in it. Nothing here is trusted: titles, outlets
and dates are what the document says of itself, each with its origin.
"""

from dataclasses import dataclass
from typing import Literal

from allsource.model.ids import content_id
from allsource.model.span import Span

__all__ = ["DateCandidate", "Document", "Furniture", "Link", "Page", "document_id"]

DateOrigin = Literal[
    "given", "json-ld", "meta", "time tag", "url", "record", "byline", "text", "pdf"
]


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """One date that a document offers as its date of publication.

    Args:
        date: ISO 8601 prefix, e.g. ``2031-05-04``.
        origin: where it was found.
        detail: the tag, field or pattern it came from.
        span: where it stands in the stored text, if it does.
    """

    date: str
    origin: DateOrigin
    detail: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of the page that is not reporting: it never yields a claim.

    Args:
        span: the stretch, in the stored text.
        kind: what it is.
        why: the rule that marked it, in words.
    """

    span: Span
    kind: Literal[
        "menu", "byline", "heading", "promotion", "self-praise", "copyright", "disclaimer", "notice"
    ]
    why: str


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink of the page: never fetched, kept as a credit.

    Args:
        url: the target as written.
        text: the words it stands on.
        span: where those words stand in the stored text, if they were found there.
    """

    url: str
    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a PDF.

    Args:
        number: counted from 1.
        span: its text in the stored text; empty where the page has no text layer.
        width: in points.
        height: in points.
    """

    number: int
    span: Span
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a case.

    Args:
        id: content id over the SHA-256 of the original bytes alone.
        sha256: of the original bytes (of the line, for a record of a ``.jsonl`` file).
        path: where it was read, relative to the folder given, with ``#N`` for line N of a feed.
        text: the stored text.
        media: what the bytes are.
        title: what it calls itself.
        outlet: who published it, as it or its record says.
        url: where it stood, as it or its record says.
        published: ISO prefix of the date judged most likely, or None.
        published_between: the bracket that its own words allow, each end an ISO prefix or None.
        bracket_spans: the spans that gave the two ends of the bracket (either may be None).
        date_candidates: every date found, best first.
        language: ISO 639-1 code, or None where the text is too short to tell.
        furniture: stretches that are not reporting, in order, not overlapping.
        links: hyperlinks, never fetched.
        pages: of a PDF.
        notes: what a reader should know (pages without a text layer, replaced bytes, ...).
        unextracted: why no claims are looked for, or None.
        synthetic: invented evidence, marked as such for ever.
        replaces: id of the document that an earlier reading of the case found at the same path.
    """

    id: str
    sha256: str
    path: str
    text: str
    media: Literal["text", "html", "pdf", "record"]
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    published_between: tuple[str | None, str | None] = (None, None)
    bracket_spans: tuple[Span | None, Span | None] = (None, None)
    date_candidates: tuple[DateCandidate, ...] = ()
    language: str | None = None
    furniture: tuple[Furniture, ...] = ()
    links: tuple[Link, ...] = ()
    pages: tuple[Page, ...] = ()
    notes: tuple[str, ...] = ()
    unextracted: str | None = None
    synthetic: bool = False
    replaces: str | None = None

    @property
    def label(self) -> str:
        """The shortest name a reader would know it by: its outlet, its title or its path."""
        return self.outlet or self.title or self.path


def document_id(sha256: str) -> str:
    """Name a document after the SHA-256 of its original bytes.

    Example:
        >>> document_id("00")[:4]
        'doc_'
    """
    return content_id("doc", sha256)
