"""Which stretches of a document are set in quotation marks?

Curly and straight double marks, doubled single marks, and curly single marks
used as outer marks are paired inside each paragraph. A paragraph that leaves a
quotation open passes it on to the next one if that opens with a mark again, as
printers do.

It fails on straight single marks (they are mostly apostrophes), and a lone mark
ends its quotation at the end of the paragraph only when the next one goes on.
"""

import re
from dataclasses import dataclass

from allsource.claims.parse import Parsed
from allsource.model.span import Span

__all__ = ["Quotation", "find"]

_MARK = re.compile(r"[“”„«»\"]|''|``|‘‘|’’|(?<!\w)‘(?=\w)|’(?!\w)")
_OPENS = frozenset({"“", "„", "«", "``", "‘‘"})
_CLOSES = frozenset({"”", "»", "’’"})
_SPOKEN_WORDS = 4
"""Fewer words than this, and no end of a sentence, make a name or a scare quote."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks.

    Args:
        span: with its marks, in the stored text.
        inner: without them.
        paragraph: index of its paragraph.
        spoken: long enough, or ended like a sentence, to be somebody's words.
        goes_on: it continues the quotation that the paragraph before left open.
    """

    span: Span
    inner: Span
    paragraph: int
    spoken: bool
    goes_on: bool = False


def find(parsed: Parsed) -> tuple[Quotation, ...]:
    """Find all quotations of a document, in order.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> [q.inner.of('He said “it has sunk again.”') for q in
        ...  find(parse_text('He said “it has sunk again.”'))]
        ['it has sunk again.']
    """
    found: list[Quotation] = []
    text, left_open = parsed.document.text, False
    for number, paragraph in enumerate(parsed.paragraphs):
        pairs, now_open = _paired(text, paragraph.span, _next_opens(parsed, number))
        for place, (span, inner) in enumerate(pairs):
            goes_on = left_open and place == 0 and span.start == paragraph.span.start
            found.append(Quotation(span, inner, number, _spoken(text, inner), goes_on))
        left_open = now_open
    return tuple(found)


def _next_opens(parsed: Parsed, number: int) -> bool:
    if number + 1 >= len(parsed.paragraphs):
        return False
    first = parsed.paragraphs[number + 1].span.of(parsed.document.text)[:2]
    return first[:1] in {"“", '"', "„", "«"} or first in {"''", "``"}


def _paired(text: str, within: Span, goes_on: bool) -> tuple[list[tuple[Span, Span]], bool]:
    """Pair the marks of one paragraph; say whether its last quotation stays open."""
    pairs: list[tuple[Span, Span]] = []
    start: re.Match[str] | None = None
    for mark in _MARK.finditer(text, within.start, within.end):
        if start is None:
            if _can_open(text, mark):
                start = mark
        elif _ends(text, start, mark):
            pairs.append((Span(start.start(), mark.end()), Span(start.end(), mark.start())))
            start = None
    if start is not None and goes_on and start.group() != "‘":
        pairs.append((Span(start.start(), within.end), Span(start.end(), within.end)))
        return pairs, True
    return pairs, False


def _can_open(text: str, mark: re.Match[str]) -> bool:
    if mark.group() in _OPENS or mark.group() == "‘":
        return True
    if mark.group() in {'"', "''"}:
        following = text[mark.end() : mark.end() + 1]
        before = text[mark.start() - 1 : mark.start()]
        inch = before.isdigit() and mark.group() == '"'
        return bool(following.strip()) and not inch
    return False


def _ends(text: str, start: re.Match[str], mark: re.Match[str]) -> bool:
    """Say whether a mark closes the quotation that ``start`` opened."""
    opened, this = start.group(), mark.group()
    if opened == "‘":
        return this == "’" and text[mark.start() - 1] in ".,!?…"
    if opened in {'"', "''"}:
        return this == opened
    return this in _CLOSES or this in {'"', "''"}


def _spoken(text: str, inner: Span) -> bool:
    words = inner.of(text).strip()
    return len(words.split()) >= _SPOKEN_WORDS or words[-1:] in {".", ",", "!", "?", "…"}
