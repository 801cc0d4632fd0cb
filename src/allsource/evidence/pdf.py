"""What does a PDF say, page by page?

The text layer is read with pypdfium2, code point by code point, so that every
place in the stored text has its place on the page. Line ends stay; a blank line
is added where the gap to the next line is that of a paragraph, and between
pages unless a sentence runs on. Words parted at line ends stay parted.

It fails on scanned pages (no text layer: noted, not read) and on layouts whose
reading order is not that of the file.
"""

import re
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from contextlib import closing as closing_of
from dataclasses import dataclass
from typing import Any

from allsource.errors import InputError
from allsource.evidence.dates import prefix_of
from allsource.evidence.decoding import clean
from allsource.evidence.draft import LONGEST, Draft
from allsource.evidence.furniture import Layout
from allsource.evidence.lines import same_words
from allsource.evidence.pdf_layout import Box, PageText, lay_out, line_boxes
from allsource.model.document import DateCandidate, Page
from allsource.model.span import Span

__all__ = ["MOST_PAGES", "NO_TEXT", "boxes", "read_pdf"]

NO_TEXT = "no text layer"
MOST_PAGES = 5_000
_PDFIUM = threading.Lock()
"""PDFium is not thread-safe."""

_MADE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")
_STOPS = (".", "!", "?", ":", "”", '"', ")")


@dataclass(frozen=True, slots=True)
class _Pages:
    texts: tuple[PageText, ...]
    count: int
    broken: tuple[int, ...]
    metadata: dict[str, str]


def read_pdf(name: str, data: bytes) -> Draft:
    """Read a PDF.

    Args:
        name: as shown to the user.
        data: the original bytes.

    Returns:
        A draft; one without any text layer is stored and not extracted.

    Raises:
        InputError: it is broken, cut off before its first page, or locked with a password.

    Example:
        >>> read_pdf("a.pdf", b"%PDF-1.7 and no more")
        Traceback (most recent call last):
        ...
        allsource.errors.InputError: a.pdf: the PDF is broken or cut off; fetch or save it again
    """
    read = _read(name, data)
    text, pages = _joined(read.texts)
    bare = [
        page.number for page, one in zip(pages, read.texts, strict=True) if not one.text.strip()
    ]
    made = _made(read.metadata.get("CreationDate", ""))
    title = " ".join(clean(read.metadata.get("Title", "")).split())[:500]
    headings = frozenset(same_words(line) for one in read.texts for line in one.headings)
    return Draft(
        text,
        "pdf",
        title=title or None,
        dates=(DateCandidate(made, "pdf", "the day the PDF file was made"),) if made else (),
        pages=pages,
        notes=_notes(read, bare),
        layout=Layout(headings=headings, paged=True),
        unextracted=None if text.strip() else NO_TEXT,
    )


def boxes(data: bytes, page_number: int, page_span: Span, spans: tuple[Span, ...]) -> list[Box]:
    """Give the boxes of words on a page, so that they can be marked there.

    Args:
        data: the original bytes of the PDF.
        page_number: counted from 1.
        page_span: the page's span in the stored text (``Page.span``).
        spans: spans of the stored text; what lies on other pages is left out.

    Returns:
        One ``(left, bottom, right, top)`` per line of words, in points from the page's lower left.

    Raises:
        InputError: the PDF cannot be read, or has no such page.

    Example:
        >>> boxes(b"%PDF-1.7 and no more", 1, Span(0, 1), (Span(0, 1),))
        Traceback (most recent call last):
        ...
        allsource.errors.InputError: the PDF: the PDF is broken or cut off; fetch or save it again
    """
    with (
        _PDFIUM,
        _opened("the PDF", data) as document,
        _text_page(document, page_number - 1) as one,
    ):
        if one is None:
            raise InputError("the PDF", f"it has no page {page_number}", "ask for another page")
        textpage, size = one
        wanted = [span.shift(-page_span.start) for span in spans if span.overlaps(page_span)]
        return line_boxes(textpage, lay_out(textpage, size), wanted)


def _read(name: str, data: bytes) -> _Pages:
    texts: list[PageText] = []
    broken: list[int] = []
    length = 0
    with _PDFIUM, _opened(name, data) as document:
        for number in range(min(len(document), MOST_PAGES)):
            with _text_page(document, number) as one:
                texts.append(lay_out(*one) if one else PageText("", (), 0.0, 0.0))
            if one is None:
                broken.append(number + 1)
            length += len(texts[-1].text)
            if length > 4 * LONGEST:
                break
        if len(broken) == len(texts):
            raise InputError(name, "none of the PDF's pages can be read", "fetch or save it again")
        return _Pages(tuple(texts), len(document), tuple(broken), document.get_metadata_dict())


@contextmanager
def _opened(name: str, data: bytes) -> Iterator[Any]:
    """Open a PDF and close it again."""
    import pypdfium2  # noqa: PLC0415 - only when a PDF is read

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            reason, step = "the PDF is locked with a password", "save it without its password"
        else:
            reason, step = "the PDF is broken or cut off", "fetch or save it again"
        raise InputError(name, reason, step) from error
    try:
        if len(document) == 0:
            raise InputError(name, "the PDF has no pages", "fetch or save it again")
        yield document
    finally:
        document.close()


@contextmanager
def _text_page(document: Any, number: int) -> Iterator[tuple[Any, tuple[float, float]] | None]:
    """Open the text of one page, None where it is broken, and close its objects again."""
    import pypdfium2  # noqa: PLC0415 - only when a PDF is read

    with ExitStack() as closing:
        try:
            page = closing.enter_context(closing_of(document[number]))
            textpage = closing.enter_context(closing_of(page.get_textpage()))
            found = (textpage, page.get_size())
        except (pypdfium2.PdfiumError, IndexError):
            found = None
        yield found


def _joined(texts: tuple[PageText, ...]) -> tuple[str, tuple[Page, ...]]:
    """Join the pages, with a blank line between them unless a sentence runs on."""
    pieces: list[str] = []
    pages: list[Page] = []
    at = 0
    for number, one in enumerate(texts, start=1):
        if pieces:
            runs_on = pieces[-1].strip() and not pieces[-1].rstrip().endswith(_STOPS)
            pieces.append("\n" if runs_on else "\n\n")
            at += len(pieces[-1])
        pieces.append(one.text)
        pages.append(Page(number, Span(at, at + len(one.text)), one.width, one.height))
        at += len(one.text)
    return "".join(pieces), tuple(pages)


def _notes(read: _Pages, bare: list[int]) -> tuple[str, ...]:
    notes = [f"page {number} of {read.count} cannot be read" for number in read.broken]
    notes += [
        f"page {number} of {read.count} has no text layer"
        for number in bare
        if number not in read.broken
    ]
    if len(read.texts) < read.count:
        notes.append(f"only the first {len(read.texts)} of {read.count} pages were read")
    return tuple(notes)


def _made(stamp: str) -> str | None:
    match = _MADE.match(stamp)
    return prefix_of(*(int(part) for part in match.groups() if part)) if match else None
