"""What does a plain text file say?

The stored text is the decoded file itself, line ends and all; only a byte order
mark is left off, so that offsets are the file's. Title, outlet and date are read
from its head by ``header``.

It fails where an old one-byte encoding of another alphabet is not declared.
"""

from allsource.evidence.decoding import decode
from allsource.evidence.draft import Draft
from allsource.evidence.furniture import Layout

__all__ = ["read_text"]


def read_text(data: bytes) -> Draft:
    r"""Read a plain text.

    Args:
        data: the original bytes.

    Example:
        >>> read_text(b"The hall\r\nopened.").text
        'The hall\r\nopened.'
    """
    text, notes = decode(data)
    return Draft(text, "text", notes=notes, layout=Layout(loose=True))
