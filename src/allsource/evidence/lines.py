"""Where are the lines of a text?

A line is a stretch between line ends, without the white space around it; empty
lines are not given. Line ends are LF, CR LF and CR.
"""

import re

from allsource.model.span import Span

__all__ = ["line_spans", "same_words"]

_LINE = re.compile(r"[^\r\n]+")
_QUOTES = str.maketrans("‘’“”", "''\"\"")


def line_spans(text: str, end: int | None = None) -> list[Span]:
    r"""Give the lines of a text up to ``end``, stripped, in order.

    Example:
        >>> line_spans(" a\r\n\nb")
        [Span(start=1, end=2), Span(start=5, end=6)]
    """
    spans = []
    for match in _LINE.finditer(text, 0, len(text) if end is None else end):
        words = match[0].strip()
        if words:
            start = match.start() + match[0].index(words)
            spans.append(Span(start, start + len(words)))
    return spans


def same_words(text: str) -> str:
    """Bring words to the form in which they are compared: case, quotes and space aside.

    Example:
        >>> same_words("Don’t  miss")
        "don't miss"
    """
    return " ".join(text.translate(_QUOTES).lower().split())
