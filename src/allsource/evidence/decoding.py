"""Which text do these bytes mean?

A byte order mark decides; then a declared encoding (a web page's own); then
UTF-16 where every other byte is NUL; then UTF-8 if it fits without a fault. What
is left is either UTF-8 with faults (more well-formed letters of several bytes
than faults: the faults become U+FFFD) or an old one-byte encoding, read as
Windows-1252 as browsers do. The last two steps leave a note.

It fails on undeclared one-byte encodings of other alphabets, which come out as
accented Latin letters.
"""

import codecs
import re

__all__ = ["clean", "decode"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Python knows codecs that are no encodings of text, some of them slow: only these are followed.
_DECLARABLE = re.compile(
    r"(utf-?8|utf-?16(le|be)?|iso-?8859-\d{1,2}|latin-?1|windows-125\d|cp125\d|koi8-[ru]|gb2312|gbk"
    r"|gb18030|big5|shift[_-]jis|euc-(jp|kr)|us-ascii|ascii)",
    re.IGNORECASE,
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)


def decode(data: bytes, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    r"""Decode bytes; never fails, and says in a note where it had to guess or replace.

    Args:
        data: the original bytes.
        declared: the encoding that the page names, if any.

    Returns:
        The text without a byte order mark, line ends unchanged, and notes.

    Example:
        >>> decode(b"\xef\xbb\xbfna\xc3\xafve")
        ('naïve', ())
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], name)
    if declared and _DECLARABLE.fullmatch(declared.strip()):
        return _declared(data, declared.strip())
    halves = (data[0:65_536:2].count(0), data[1:65_536:2].count(0))
    if data and max(halves) * 10 >= min(len(data), 65_536) * 3:
        return _replacing(data, "utf-16-be" if halves[0] > halves[1] else "utf-16-le")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _guessed(data)


def clean(text: str) -> str:
    r"""Replace lone surrogates, which no encoding can write, by U+FFFD; lengths stay equal.

    Example:
        >>> clean("a\ud800")
        'a\ufffd'
    """
    return _SURROGATES.sub("\ufffd", text)


def _declared(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    # Browsers read Latin-1 and ASCII as Windows-1252; UTF-8 without fault beats any other claim.
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    one_byte = re.fullmatch(r"(iso-?8859-1|latin-?1|us-ascii|ascii)", name, re.IGNORECASE)
    return _replacing(data, "windows-1252" if one_byte else name)


def _guessed(data: bytes) -> tuple[str, tuple[str, ...]]:
    well_formed = len(_SEQUENCE.findall(data))
    text = data.decode("utf-8", "replace")
    faults = text.count("\ufffd")
    if well_formed > faults:
        return text, (f"{faults} faulty bytes of UTF-8 were replaced",)
    text, notes = _replacing(data, "windows-1252")
    return text, ("not UTF-8; read as Windows-1252, which is a guess", *notes)


def _replacing(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    try:
        return clean(data.decode(name)), ()
    except UnicodeDecodeError:
        text = clean(data.decode(name, "replace"))
        return text, (f"{text.count(chr(0xFFFD))} bytes that are not {name} were replaced",)
