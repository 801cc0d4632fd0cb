"""Where does each letter of a PDF page stand?

A page's text is the sequence of its code points as PDFium orders them, with a
line feed added behind a line where the gap below it is that of a paragraph. For
each code point of the result its index on the page is kept, so that the boxes
of any stretch can be computed when they are asked for.

It fails to see paragraphs that are set off by an indent alone.
"""

import statistics
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from allsource.evidence.decoding import clean
from allsource.model.span import Span

__all__ = ["Box", "PageText", "lay_out", "line_boxes"]

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points from the lower left of the page."""

_HYPHENS = frozenset({0x02, 0xFFFE})
"""How PDFium writes a hyphen at the end of a line."""

_PARAGRAPH_GAP = 0.45
"""Of the height of a line: lines of one paragraph stand closer."""

_LARGER = 1.07
_MOST = 200_000
"""Code points of one page that are read."""


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of one page.

    Args:
        text: its code points.
        indices: for each of them its index on the page, -1 for a line feed that was added.
        width: of the page, in points.
        height: of the page, in points.
        headings: lines set in a larger type than most, without a full stop.
    """

    text: str
    indices: tuple[int, ...]
    width: float
    height: float
    headings: tuple[str, ...] = ()


def lay_out(textpage: Any, size: tuple[float, float]) -> PageText:
    """Read the text of a page with the place of each code point.

    Args:
        textpage: an open ``pypdfium2`` text page.
        size: width and height of the page, in points.
    """
    letters = _letters(textpage)
    lines = _lines(letters)
    extents = [_extent(textpage, line) for line in lines]
    usual = statistics.median(top - bottom for bottom, top in extents) if extents else 0.0
    text: list[str] = []
    indices: list[int] = []
    for number, line in enumerate(lines):
        text += [letter for letter, _ in line]
        indices += [index for _, index in line]
        if number + 1 < len(lines) and _parted(extents[number], extents[number + 1], usual):
            text.append("\n")
            indices.append(-1)
    headings = tuple(
        _words(line)
        for line, (bottom, top) in zip(lines, extents, strict=True)
        if top - bottom > _LARGER * usual and not _words(line).endswith((".", ",", ";"))
    )
    return PageText("".join(text), tuple(indices), size[0], size[1], headings)


def line_boxes(textpage: Any, page: PageText, spans: Iterable[Span]) -> list[Box]:
    """Give one box per line for stretches of a page.

    Args:
        textpage: the open text page that ``page`` was read from.
        page: its text.
        spans: stretches of ``page.text``.
    """
    found: list[Box] = []
    for span in spans:
        line: list[Box] = []
        for place in range(max(0, span.start), min(span.end, len(page.text))):
            if page.text[place] in "\r\n":
                found += _around(line)
                line = []
            elif not page.text[place].isspace():
                line.append(textpage.get_charbox(page.indices[place], loose=True))
        found += _around(line)
    return found


def _letters(textpage: Any) -> list[tuple[str, int]]:
    """Give the code points of a page in PDFium's order, each with its index."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - only when a PDF is read

    letters = []
    for index in range(min(textpage.count_chars(), _MOST)):
        code = pdfium.FPDFText_GetUnicode(textpage.raw, index)
        if code in _HYPHENS:
            letters.append(("-", index))
        elif 0 < code < 0x110000:
            letters.append((clean(chr(code)), index))
    return letters


def _lines(letters: list[tuple[str, int]]) -> list[list[tuple[str, int]]]:
    """Cut behind each line feed; every code point stays in a line."""
    lines: list[list[tuple[str, int]]] = [[]]
    for letter in letters:
        lines[-1].append(letter)
        if letter[0] == "\n":
            lines.append([])
    return [line for line in lines if line]


def _extent(textpage: Any, line: list[tuple[str, int]]) -> tuple[float, float]:
    """Give bottom and top of a line's type, by its first letter."""
    index = next((index for letter, index in line if not letter.isspace()), None)
    if index is None:
        return 0.0, 0.0
    _, bottom, _, top = textpage.get_charbox(index, loose=True)
    return bottom, top


def _parted(upper: tuple[float, float], lower: tuple[float, float], usual: float) -> bool:
    """Say whether a paragraph ends between two lines: a wide gap, or the next column's top."""
    gap = upper[0] - lower[1]
    return gap > _PARAGRAPH_GAP * usual or gap < -4 * usual


def _words(line: list[tuple[str, int]]) -> str:
    return "".join(letter for letter, _ in line).strip()


def _around(line: list[Box]) -> list[Box]:
    if not line:
        return []
    lefts, bottoms, rights, tops = zip(*line, strict=True)
    return [(min(lefts), min(bottoms), max(rights), max(tops))]
