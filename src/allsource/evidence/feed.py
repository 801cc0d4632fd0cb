"""Which documents does a feed of JSON lines hold?

Each line is one document, an object with ``text`` or ``html`` and perhaps
``url``, ``title``, ``outlet`` and ``published``. The line's bytes, without the
line end, are its original; its path is the feed's with ``#N``, lines counted
from 1. A broken line becomes a failure and the others go on.

It fails on feeds of one JSON array: each must be written as lines first.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from allsource.evidence.dates import only_date
from allsource.evidence.decoding import clean
from allsource.evidence.draft import Draft
from allsource.evidence.furniture import Layout
from allsource.evidence.html import read_html
from allsource.model.document import DateCandidate
from allsource.model.failure import Failure

__all__ = ["LONGEST_LINE", "Line", "feed_lines", "read_line"]

LONGEST_LINE = 64_000_000
"""Bytes of a line that is still read."""

_END = re.compile(rb"\r?\n|\r")


class _Record(msgspec.Struct):
    """The fields of a line that are read; all others are passed over."""

    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    text: str | None = None
    html: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a feed.

    Args:
        path: the feed's path with ``#N``.
        data: its bytes, without the line end.
    """

    path: str
    data: bytes


def feed_lines(name: str, data: bytes) -> Iterator[Line]:
    r"""Cut a feed into its lines; blank ones are passed over but counted.

    Example:
        >>> [line.path for line in feed_lines("f.jsonl", b'{"text": "a"}\n\n{"text": "b"}\n')]
        ['f.jsonl#1', 'f.jsonl#3']
    """
    rows = _END.split(data.removeprefix(b"\xef\xbb\xbf"))
    for number, row in enumerate(rows, start=1):
        if row.strip():
            yield Line(f"{name}#{number}", row)


def read_line(line: Line) -> Draft | Failure:
    """Read one line of a feed.

    Example:
        >>> read_line(Line("f.jsonl#1", b'{"text": 5}')).reason
        'Expected `str | null`, got `int` - at `$.text`'
    """
    step = "correct this line; all others are read"
    if len(line.data) > LONGEST_LINE:
        return Failure(line.path, f"the line is longer than {LONGEST_LINE:,} bytes", step)
    try:
        record = msgspec.json.decode(line.data, type=_Record)
    except msgspec.ValidationError as error:
        return Failure(line.path, str(error), step)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        return Failure(line.path, f"no JSON object: {error}", step)
    if not (record.text or "").strip() and not (record.html or "").strip():
        return Failure(line.path, "it has neither `text` nor `html`", step)
    return _draft(record)


def _draft(record: _Record) -> Draft:
    page = read_html(_bytes(record.html)) if record.html and not record.text else None
    text = page.text if page else clean(record.text or "")
    date = only_date(record.published) if record.published else None
    unread = record.published and not date
    return Draft(
        text,
        "record",
        title=_line(record.title) or (page.title if page else None),
        outlet=_line(record.outlet) or (page.outlet if page else None),
        url=_line(record.url) or (page.url if page else None),
        dates=(
            *((DateCandidate(date, "record", "published"),) if date else ()),
            *(page.dates if page else ()),
        ),
        links=page.links if page else (),
        notes=(
            *(page.notes if page else ()),
            *((f"its date of publication {record.published!r:.80} is not read",) if unread else ()),
        ),
        layout=page.layout if page else Layout(loose=True),
        marked=page.marked if page else False,
    )


def _bytes(html: str) -> bytes:
    """Give a page's bytes with the mark of UTF-8, which beats what the page declares."""
    return b"\xef\xbb\xbf" + clean(html).encode("utf-8")


def _line(words: str | None) -> str | None:
    """Bring a field to one line of at most 1,000 code points."""
    return " ".join(clean(words or "").split())[:1000] or None
