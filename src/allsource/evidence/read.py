"""Which documents do these bytes give, and what could not be read?

The name's ending and the first bytes must agree on the kind; then the reader of
that kind makes drafts, and ``finish`` makes documents of them. Nothing that is
read can raise: whatever goes wrong becomes a failure with its reason and the
next step.

It fails to protect from a fault inside a C library that ends the process: run
many files in a process pool.
"""

import dataclasses
import os
import stat
from dataclasses import dataclass

from allsource.errors import InputError
from allsource.evidence import kinds
from allsource.evidence.dates import iso_prefix
from allsource.evidence.draft import TOO_LONG, Draft, finish
from allsource.evidence.feed import feed_lines, read_line
from allsource.evidence.html import is_own_page, read_html
from allsource.evidence.pdf import read_pdf
from allsource.evidence.text import read_text
from allsource.evidence.walk import Input
from allsource.model.document import DateCandidate, Document
from allsource.model.failure import Failure

__all__ = ["MOST_BYTES", "Reading", "read", "read_input"]

MOST_BYTES = 512 * 1024 * 1024
"""A larger file is refused before it is read."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one input.

    Args:
        documents: those that were read; several for a feed.
        originals: the bytes of each document, in the same order.
        failures: what was not read, or not in full.
    """

    documents: tuple[Document, ...] = ()
    originals: tuple[bytes, ...] = ()
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True)
class _Given:
    """What the user says of an input, against whatever it says of itself."""

    published: str | None
    outlet: str | None


def read(
    name: str, data: bytes, *, published: str | None = None, outlet: str | None = None
) -> Reading:
    """Read the bytes of one input.

    Args:
        name: safe display name; its ending says how the bytes are to be read.
        data: the original bytes.
        published: date of publication as the user knows it, an ISO prefix.
        outlet: who published it, as the user knows it.

    Returns:
        Documents, their bytes and failures; never raises on what it reads.

    Example:
        >>> read("a.txt", b"The third hall opened.").documents[0].text
        'The third hall opened.'
        >>> read("a.html", b"").failures[0].reason
        'named .html, but it is an empty file'
    """
    kind = kinds.kind_of(name)
    if kind is None:
        step = f"save it as one of {', '.join(kinds.ENDINGS)}"
        return _failed(name, "not a kind that is read", step)
    refused = _refusal(name, kind, data, published)
    if refused is not None:
        return Reading(failures=(refused,))
    try:
        return _read(name, kind, data, _Given(published, outlet))
    except InputError as error:
        return _failed(error.path, error.reason, error.next_step)
    except (Exception, MemoryError) as error:  # noqa: BLE001 - one hostile input must not stop a run
        reason = f"it could not be read ({type(error).__name__})"
        return _failed(name, reason, "look at it by hand; report this as a defect")


def read_input(found: Input, *, published: str | None = None, outlet: str | None = None) -> Reading:
    """Open a file and read it, with limits and without waiting on pipes.

    Args:
        found: the file.
        published: as for :func:`read`.
        outlet: as for :func:`read`.

    Example:
        >>> from pathlib import Path
        >>> read_input(Input(Path("no such file.txt"), "no such file.txt")).failures[0].reason
        'it cannot be opened (no such file or directory)'
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
    try:
        with os.fdopen(os.open(found.path, flags | getattr(os, "O_BINARY", 0)), "rb") as file:
            about = os.fstat(file.fileno())
            if not stat.S_ISREG(about.st_mode):
                return _failed(found.name, "it is not a regular file", "remove it from the folder")
            if about.st_size > MOST_BYTES:
                return Reading(failures=(_too_large(found.name, about.st_size),))
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        why = (getattr(error, "strerror", None) or "its name is not valid").lower()
        return _failed(found.name, f"it cannot be opened ({why})", "check its permissions")
    except MemoryError:
        return _failed(found.name, "it does not fit in memory", "split it, or free some memory")
    return read(found.name, data, published=published, outlet=outlet)


def _read(name: str, kind: kinds.Kind, data: bytes, given: _Given) -> Reading:
    if kind == "feed":
        return _read_feed(name, data, given)
    if kind == "text":
        draft = read_text(data)
    elif kind == "html":
        draft = read_html(data)
    else:
        draft = read_pdf(name, data)
    document = finish(_with(draft, given), name, data)
    failures = [*_cut_off(name, kind, data), *_unread(document)]
    return Reading((document,), (data,), tuple(failures))


def _read_feed(name: str, data: bytes, given: _Given) -> Reading:
    documents: list[Document] = []
    originals: list[bytes] = []
    failures: list[Failure] = []
    for line in feed_lines(name, data):
        draft = read_line(line)
        if isinstance(draft, Failure):
            failures.append(draft)
            continue
        document = finish(_with(draft, given), line.path, line.data)
        documents.append(document)
        originals.append(line.data)
        failures.extend(_unread(document))
    return Reading(tuple(documents), tuple(originals), tuple(failures))


def _with(draft: Draft, given: _Given) -> Draft:
    """Put what the user gave before what the input says."""
    dates = draft.dates
    if given.published is not None:
        dates = (DateCandidate(given.published, "given", "by the user"), *dates)
    return dataclasses.replace(draft, dates=dates, outlet=given.outlet or draft.outlet)


def _refusal(name: str, kind: kinds.Kind, data: bytes, published: str | None) -> Failure | None:
    """Say why an input is not read at all, if so."""
    if published is not None and iso_prefix(published) is None:
        step = "write it as 2031, 2031-05 or 2031-05-04"
        return Failure(name, f"{published!r:.40} is not a date of publication", step)
    if len(data) > MOST_BYTES:
        return _too_large(name, len(data))
    really = kinds.mismatch(kind, data)
    if really is not None:
        ending = os.path.splitext(name)[1].lower()  # noqa: PTH122 - a shown name, no path
        step = "give it its right ending, or remove it"
        return Failure(name, f"named {ending}, but it is {really}", step)
    if kind == "html" and is_own_page(data):
        step = "keep dossiers outside the folder of evidence"
        return Failure(name, "a page that allsource itself wrote is no evidence", step)
    return None


def _unread(document: Document) -> list[Failure]:
    """A text too long to extract from is stored, and told as a failure."""
    if document.unextracted != TOO_LONG:
        return []
    step = "it is stored and searchable; split it to have its claims extracted"
    return [Failure(document.path, f"no claims are looked for: it is {TOO_LONG}", step)]


def _cut_off(name: str, kind: kinds.Kind, data: bytes) -> list[Failure]:
    """A PDF without its end mark was cut off, even where its pages could be saved."""
    if kind != "pdf" or b"%%EOF" in data[-2048:]:
        return []
    step = "what could be saved of it is kept; fetch it again"
    return [Failure(name, "the PDF ends early: pages or parts of them may be missing", step)]


def _too_large(name: str, size: int) -> Failure:
    limit = f"{MOST_BYTES // 1024**2} MB"
    return Failure(name, f"it has {size // 1024**2} MB; {limit} is the limit", "split it")


def _failed(name: str, reason: str, step: str) -> Reading:
    return Reading(failures=(Failure(name, reason, step),))
