"""What has a reader of one format found, before the checks that all documents share?

A draft carries the stored text and whatever its format says of title, outlet,
address, dates, links and pages. ``finish`` turns it into a document: furniture,
language, date, bracket and the limits on extraction are the same for all.
"""

import hashlib
from dataclasses import dataclass, field
from typing import Literal

from allsource.evidence import dating, furniture, language
from allsource.evidence.furniture import Layout
from allsource.evidence.header import Header, read_header
from allsource.evidence.lines import same_words
from allsource.evidence.published import choose, date_in_url
from allsource.model.document import DateCandidate, Document, Link, Page, document_id
from allsource.vocab import load

__all__ = ["LONGEST", "TOO_LONG", "Draft", "finish", "has_notice"]

LONGEST = 2_000_000
"""Code points of a text from which claims are still extracted."""

TOO_LONG = f"longer than {LONGEST:,} characters"


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as far as its format goes.

    Args:
        text: the stored text.
        media: what the bytes are.
        title: what the page's data call it.
        outlet: who published it, by the page's data.
        url: where it stood.
        dates: dates offered by the format.
        links: hyperlinks.
        pages: of a PDF.
        notes: what a reader should know.
        layout: what the format tells of headings and boxes.
        marked: the mark of invented evidence stands in the bytes, perhaps outside the text.
        unextracted: why the format allows no extraction.
    """

    text: str
    media: Literal["text", "html", "pdf", "record"]
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    dates: tuple[DateCandidate, ...] = ()
    links: tuple[Link, ...] = ()
    pages: tuple[Page, ...] = ()
    notes: tuple[str, ...] = ()
    layout: Layout = field(default_factory=Layout)
    marked: bool = False
    unextracted: str | None = None


def finish(draft: Draft, path: str, data: bytes) -> Document:
    """Make the document that a draft describes.

    Args:
        draft: what the reader of the format found.
        path: as shown to the user.
        data: the original bytes, which name the document.

    Example:
        >>> finish(Draft("Too short to tell.", "text"), "a.txt", b"Too short to tell.").language
    """
    known = {draft.title} if draft.title else set()
    header = read_header(draft.text, frozenset(same_words(title) for title in known))
    url = draft.url or header.url
    in_url = date_in_url(url) if url else None
    offered = (*draft.dates, *([in_url] if in_url else []), *header.dates)
    dates, published, said = choose(offered)
    whole = len(draft.text) <= LONGEST
    marks = furniture.mark(draft.text, header, draft.layout) if whole else ()
    bracket = dating.Bracket()
    if published is None and whole:
        bracket = dating.bracket(draft.text, marks)
    tongue = language.language(draft.text, marks)
    sha256 = hashlib.sha256(data).hexdigest()
    return Document(
        id=document_id(sha256),
        sha256=sha256,
        path=path,
        text=draft.text,
        media=draft.media,
        title=draft.title or _words(draft, header, "title"),
        outlet=draft.outlet or _words(draft, header, "outlet"),
        url=url,
        published=published,
        published_between=bracket.between,
        bracket_spans=bracket.spans,
        date_candidates=dates,
        language=tongue,
        furniture=marks,
        links=draft.links,
        pages=draft.pages,
        notes=(*draft.notes, *said, *bracket.notes),
        unextracted=_unextracted(draft, tongue),
        synthetic=draft.marked or has_notice(draft.text),
    )


def has_notice(text: str) -> bool:
    """Say whether a text holds the mark of invented evidence."""
    return any(entry["text"] in text for entry in load("furniture")["notice"])


def _words(draft: Draft, header: Header, part: Literal["title", "outlet"]) -> str | None:
    span = header.title if part == "title" else header.outlet
    words = span.of(draft.text) if span else None
    return _in_small_letters(words) if words and part == "outlet" else words


def _in_small_letters(masthead: str) -> str:
    """Write a masthead in capitals as a name; a single word may be an abbreviation.

    Example:
        >>> _in_small_letters("THE QUAY POST OF BELMORA"), _in_small_letters("QPA")
        ('The Quay Post of Belmora', 'QPA')
    """
    words = masthead.split()
    if not masthead.isupper() or len(words) < 2:
        return masthead
    small = {"OF", "THE", "AND", "FOR"}
    rest = (word.lower() if word in small else word.capitalize() for word in words[1:])
    return " ".join([words[0].capitalize(), *rest])


def _unextracted(draft: Draft, tongue: str | None) -> str | None:
    if draft.unextracted:
        return draft.unextracted
    if len(draft.text) > LONGEST:
        return TOO_LONG
    if tongue not in {None, "en"}:
        return f"no extractor for language {tongue}"
    return None
