"""What kind of thing are these bytes, and is it what the name says?

The ending says how a file is to be read; the first bytes must agree. A file
whose content is of another kind is refused by the name of what it really is,
because reading a zip archive or an error page as evidence would give nonsense.

It fails on formats without a signature: those are told by their NUL bytes only.
"""

import os
import re
from typing import Literal

__all__ = ["ENDINGS", "OBSERVED", "Kind", "kind_of", "mismatch"]

Kind = Literal["text", "html", "pdf", "feed"]

ENDINGS: dict[str, Kind] = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".jsonl": "feed",
}

OBSERVED = frozenset({".xml", ".csv", ".json", ".gz", ".parquet", ".tif", ".tiff", ".geojson"})
"""Endings of tracks, watch lists, pictures and outlines; see ``observed``."""

_SIGNATURES = (
    (b"PK\x03\x04", "a zip archive (or an office document, which is one)"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document"),
    (b"{\\rtf", "a rich text (RTF) document"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet table"),
    (b"\x7fELF", "a program"),
    (b"WARC/1.", "a web archive (WARC)"),
)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html[\s>])", re.IGNORECASE)
_MHTML = re.compile(rb"(?:From: <Saved by|MIME-Version: 1\.)", re.IGNORECASE)
_OPENING = 1024
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def kind_of(name: str) -> Kind | None:
    """Tell from a name how its bytes are to be read, or None where they are not.

    Example:
        >>> kind_of("page.HTM")
        'html'
    """
    return ENDINGS.get(os.path.splitext(name)[1].lower())  # noqa: PTH122 - a shown name, no path


def mismatch(kind: Kind, data: bytes) -> str | None:
    r"""Name what the bytes really are where they are not of this kind, else None.

    Args:
        kind: what the name says.
        data: the whole content.

    Example:
        >>> mismatch("html", b"PK\x03\x04...")
        'a zip archive (or an office document, which is one)'
    """
    if not data.strip():
        return "an empty file" if not data else "a file of nothing but white space"
    found = _signature(data)
    if kind == "pdf":
        return None if found == "a PDF" else (found or _textual(data) or "no PDF")
    if found is not None:
        return found
    if kind in {"text", "feed"} and _textual(data):
        return _textual(data)
    return "binary data" if _binary(data) else None


def _signature(data: bytes) -> str | None:
    if b"%PDF-" in data[:_OPENING]:
        return "a PDF"
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return name
    if data[:4] == b"RIFF" or data[4:8] == b"ftyp":
        return "a picture, sound or film"
    return "a saved web archive (MHTML)" if _MHTML.match(data[:64]) else None


def _textual(data: bytes) -> str | None:
    """Name a markup page that stands at the very start of the bytes."""
    opening = data[:_OPENING].removeprefix(b"\xef\xbb\xbf").lstrip()
    return "an HTML page" if _PAGE.match(opening) else None


def _binary(data: bytes) -> bool:
    """More than one NUL in a thousand bytes, and not as UTF-16 has them."""
    sample = data[:65_536]
    nuls = sample.count(0)
    if nuls * 1000 <= len(sample) or data.startswith(_UTF16):
        return False
    halves = (sample[0::2].count(0), sample[1::2].count(0))
    alternate = max(halves) * 10 >= len(sample) * 3 and min(halves) * 100 < len(sample)
    return not alternate
