"""Which lines of a document are not reporting?

Whole lines are marked, each by a named rule: the head (title, masthead, byline,
date, category), lines that the vocabulary knows, lines of menus, the page's own
headings and boxes, and paragraphs in which the outlet praises itself, limits its
liability or asks for something (scored by weighted wordings; words in quotation
marks never count, and a paragraph with a verb of reporting is never marked).

It fails on boxes in wordings that the vocabulary does not know: those stay, and
may yield a claim. A paragraph of reporting must never be marked, so every rule
prefers to leave a line alone.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from allsource.evidence.header import Header
from allsource.evidence.lines import line_spans, same_words
from allsource.model.document import Furniture
from allsource.model.span import Span
from allsource.vocab import load

__all__ = ["Layout", "mark"]

Kind = Literal[
    "menu", "byline", "heading", "promotion", "self-praise", "copyright", "disclaimer", "notice"
]

_EDGES = " \t.,:;!?|•·»«>→–—-*#"
_SHORT = 90
_QUOTED = re.compile(r"\"[^\"]{0,2000}\"")
_COPYRIGHT = re.compile(r"(©|\(c\)\s*\d{4}|copyright\s*(©|\(c\)|\d{4}))", re.IGNORECASE)
_RIGHTS = "all rights reserved"
_SEPARATOR = re.compile(r"\s*[|•·»›>/]\s*")
_PAGE_NUMBER = re.compile(
    r"(page\s+)?\d{1,4}(\s*(of|/)\s*\d{1,4})?|.{0,160}\bpage \d{1,4} of \d{1,4}\.?"
)
_BETWEEN = re.compile(r"[^a-z'-]+")
_STOP = re.compile(r"[.!?:;,][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Layout:
    """What the reader of a format knows of a page's parts.

    Args:
        headings: texts of headings, as ``same_words`` writes them.
        boxes: texts of lines that stand only in menus, footers and promotion boxes.
        loose: headings may be told by blank lines around them (plain text).
        paged: the text has pages, whose numbers stand on lines of their own.
    """

    headings: frozenset[str] = frozenset()
    boxes: frozenset[str] = frozenset()
    loose: bool = False
    paged: bool = False


def mark(text: str, header: Header, layout: Layout) -> tuple[Furniture, ...]:
    r"""Mark the furniture of a document.

    Args:
        text: the stored text.
        header: what its head holds.
        layout: what its format tells.

    Returns:
        Marks over whole lines, in order, not overlapping.

    Example:
        >>> text = "Harbour opens hall\nIt opened on Monday, the port said.\nRead more"
        >>> [one.kind for one in mark(text, Header(title=Span(0, 18)), Layout())]
        ['heading', 'promotion']
    """
    spans = line_spans(text)
    head = _head_marks(header)
    marks = []
    for number, span in enumerate(spans):
        found = _notice(span.of(text)) or head.get(span) or _line(span.of(text), layout)
        if found is None and layout.loose and _stands_alone(text, spans, number):
            found = ("heading", "a short line between blank lines, without a full stop")
        if found is not None:
            marks.append(Furniture(span, *found))
    return tuple(marks)


def _head_marks(header: Header) -> dict[Span, tuple[Kind, str]]:
    marks: dict[Span, tuple[Kind, str]] = {}
    marks.update((span, ("menu", "a label above the title")) for span in header.labels)
    marks.update((span, ("byline", "a line of author or date")) for span in header.bylines)
    if header.outlet:
        marks[header.outlet] = ("heading", "the masthead")
    if header.title:
        marks[header.title] = ("heading", "the title")
    return marks


def _notice(words: str) -> tuple[Kind, str] | None:
    if any(entry["text"] in words for entry in load("furniture")["notice"]):
        return "notice", "the mark of invented evidence"
    return None


def _line(words: str, layout: Layout) -> tuple[Kind, str] | None:
    same = same_words(words)
    if same in layout.headings:
        return "heading", "a heading of the page"
    if same in layout.boxes:
        return "menu", "stands in a menu, footer or box of the page"
    if layout.paged and _PAGE_NUMBER.fullmatch(same):
        return "menu", "a page number"
    if len(words) <= _SHORT:
        found = _known(same) or _menu(words)
        if found is not None:
            return found
    return _copyright(same) or _paragraph(same)


def _known(same: str) -> tuple[Kind, str] | None:
    kind = _whole_lines().get(same.strip(_EDGES))
    if kind is not None:
        return kind, "a line that pages put beside their reporting"
    for entry in load("furniture")["openings"]:
        if same.startswith(entry["text"]) and not _reports(same):
            return entry["kind"], f"opens with “{entry['text']}”"
    return None


def _menu(words: str) -> tuple[Kind, str] | None:
    """Two or more separators between parts of one to three words without digits."""
    parts = [part for part in _SEPARATOR.split(words) if part]
    if len(parts) < 3 or any(letter.isdigit() for letter in words) or _STOP.search(words):
        return None
    if all(1 <= len(part.split()) <= 3 for part in parts):
        return "menu", "short words between separators"
    return None


def _copyright(same: str) -> tuple[Kind, str] | None:
    opened = _COPYRIGHT.match(same)
    if (opened or (_RIGHTS in same and len(same) < 600)) and not _reports(same):
        return "copyright", "a copyright line"
    return None


def _paragraph(same: str) -> tuple[Kind, str] | None:
    own = _padded(_QUOTED.sub(" ", same))
    for rule in load("furniture")["paragraphs"]:
        held = [entry for entry in rule["phrases"] if f" {entry['text']} " in own]
        if sum(entry["weight"] for entry in held) < rule["threshold"] or _reports(own):
            continue
        if any(f" {need} " in own for need in rule["needs"]):
            return rule["kind"], f"{rule['why']}: " + ", ".join(entry["text"] for entry in held)
    return None


def _reports(same: str) -> bool:
    padded = _padded(same)
    return any(f" {verb} " in padded for verb in load("furniture")["reporting"])


def _padded(same: str) -> str:
    """Part words by one space each, so that a wording can be sought as whole words."""
    return f" {_BETWEEN.sub(' ', same)} "


def _stands_alone(text: str, spans: list[Span], number: int) -> bool:
    """A line of one to ten words without digits or stop, with blank lines around it."""
    span = spans[number]
    words = span.of(text)
    if not 1 <= len(words.split()) <= 10 or _STOP.search(words) or len(words) > _SHORT:
        return False
    if words[0] in "-*•–\"“'‘(" or any(letter.isdigit() for letter in words):
        return False
    before = text[spans[number - 1].end : span.start] if number else "\n\n"
    after = text[span.end : spans[number + 1].start] if number + 1 < len(spans) else "\n\n"
    return all(gap.count("\n") >= 2 or gap.count("\r") >= 2 for gap in (before, after))


@lru_cache(maxsize=1)
def _whole_lines() -> dict[str, Kind]:
    lines: dict[Kind, list[str]] = load("furniture")["lines"]
    return {text: kind for kind, texts in lines.items() for text in texts}
