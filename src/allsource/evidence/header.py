"""What do the first lines of a page say of it: outlet, title, author, date?

The head is the run of short lines before the first paragraph. Lines that are
plainly furniture, a byline or a date are told by the vocabulary; a line of one
to three words of sections is a category label. The title is the longest of the
lines that remain (or the line equal to the title known from the page's data);
a line above it in capitals, or with the name of a sort of outlet in it, is the
masthead. Lines that say what they are ("Title: ...", "Outlet: ...") are believed.

It fails on pages that open with a picture caption longer than the title.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from allsource.evidence.dates import explicit_dates
from allsource.evidence.lines import line_spans, same_words
from allsource.model.document import DateCandidate
from allsource.model.span import Span
from allsource.vocab import load

__all__ = ["Header", "read_header"]

_DEEPEST = 16
"""Lines that a head may have."""

_REACH = 6_000
_MOST_WORDS = 20
"""Words of a title; a longer line without a full stop is a standfirst or a caption."""
_LONG = 160
_STOP = re.compile(r"[.!?][\"'”’)]*$")
_URL = re.compile(r"(?:url|link|source|address)?:?\s*(https?://\S+)", re.IGNORECASE)
_LABELS = {
    "title": "title",
    "headline": "title",
    "outlet": "outlet",
    "publisher": "outlet",
    "publication": "outlet",
    "newspaper": "outlet",
}
_LABELLED = re.compile(rf"\s*({'|'.join(_LABELS)})\s*:\s*(\S.{{0,300}})", re.IGNORECASE)
_EDGES = " \t.,:;!|•·»«>–—-"
_NAME = re.compile(r"[^\W\d_]['’.\w-]*")

Part = Literal["menu", "promotion", "byline", "date", "revised", "url", "notice", "rest"]


@dataclass(frozen=True, slots=True)
class Header:
    """What the head of a page holds; every span is a whole line, or what stands behind its label.

    Args:
        title: the title line.
        outlet: the masthead line.
        bylines: lines of author, date and address, and labelled lines.
        labels: category labels and menu lines.
        dates: dates of publication given on lines of their own.
        url: an address given on a line of its own.
    """

    title: Span | None = None
    outlet: Span | None = None
    bylines: tuple[Span, ...] = ()
    labels: tuple[Span, ...] = ()
    dates: tuple[DateCandidate, ...] = field(default=())
    url: str | None = None


def read_header(text: str, titles: frozenset[str] = frozenset()) -> Header:
    r"""Read the head of a text.

    Args:
        text: the stored text.
        titles: titles known from elsewhere, as ``same_words`` writes them.

    Returns:
        What was found; all fields empty where the text opens with a paragraph.

    Example:
        >>> page = "THE QUAY POST\nHarbour opens a third hall\nBy Ada Quill\n4 May 2031\n\nIt opened."
        >>> head = read_header(page)
        >>> head.title.of(page), head.outlet.of(page), head.dates[0].date
        ('Harbour opens a third hall', 'THE QUAY POST', '2031-05-04')
    """
    head = _head(text, titles)
    told = {span: found for span in head if (found := _LABELLED.fullmatch(span.of(text)))}
    named = {_LABELS[found[1].casefold()]: _value(span, found) for span, found in told.items()}
    parts = [(span, _part(span.of(text))) for span in head if span not in told]
    rest = [span for span, part in parts if part == "rest"]
    title = named.get("title") or _title(text, rest, titles, _first_byline(parts))
    above = [span for span in rest if title and span.start < title.start]
    outlet = named.get("outlet") or _outlet(text, above)
    labels = [
        span
        for span, part in parts
        if part == "menu" or (span in rest and span != title and _is_section(span.of(text)))
    ]
    return Header(
        title,
        outlet,
        (*told, *(span for span, part in parts if part in {"byline", "date", "revised", "url"})),
        tuple(labels),
        tuple(_dates(text, [span for span, part in parts if part == "date"])),
        next((_address(span.of(text)) for span, part in parts if part == "url"), None),
    )


def _value(line: Span, found: re.Match[str]) -> Span:
    """Give the span of what stands behind a label, without the white space after it."""
    return Span(line.start + found.start(2), line.start + found.start(2) + len(found[2].rstrip()))


def _head(text: str, titles: frozenset[str]) -> list[Span]:
    """Give the lines before the first paragraph; none where everything is short."""
    lines = line_spans(text, min(len(text), _REACH))
    for number, span in enumerate(lines[: _DEEPEST + 1]):
        if _is_paragraph(span.of(text)) and same_words(span.of(text)) not in titles:
            return lines[:number]
    return [] if len(lines) > _DEEPEST else lines[: _leading(text, lines)]


def _leading(text: str, lines: Sequence[Span]) -> int:
    """In a text of short lines only, the head ends where the first sentence does."""
    for number, span in enumerate(lines):
        if _STOP.search(span.of(text)):
            return number
    return 0


def _is_paragraph(words: str) -> bool:
    if _part(words) != "rest":
        return False
    count = len(words.split())
    return len(words) >= _LONG or (count >= 8 and bool(_STOP.search(words)))


def _part(words: str) -> Part:
    """Tell what one line of a head is."""
    plain = same_words(words).strip(_EDGES)
    lines = load("furniture")["lines"]
    if any(mark["text"] in words for mark in load("furniture")["notice"]):
        return "notice"
    if _URL.fullmatch(words):
        return "url"
    dated = _dated(words, plain)
    if dated is not None:
        return dated
    if plain in lines["byline"] or _is_byline(words, plain):
        return "byline"
    return next((kind for kind in ("menu", "promotion") if plain in lines[kind]), "rest")


def _dated(words: str, plain: str) -> Part | None:
    """A date line holds a date and, beside it, no more than an opening, a name or a time."""
    if len(words) > 120 or not (found := next(explicit_dates(words), None)):
        return None
    before = same_words(words[: found[1].start]).strip(_EDGES + "(")
    vocabulary = load("furniture")
    if any(before.startswith(entry["text"]) for entry in vocabulary["revised_openings"]):
        return "revised"
    opened = any(plain.startswith(entry["text"]) for entry in vocabulary["date_openings"])
    after = words[found[1].end :]
    if len(after) > 60 or len(after.split()) > 9 or _STOP.search(after.rstrip(".")):
        return None
    if opened or not before or _is_byline(words, plain) or _is_weekday(before):
        return "date"
    return (
        "date"
        if words[: found[1].start].rstrip().endswith((",", "|", "·", "•", "-", "–", "—"))
        and (_is_name(words[: found[1].start].strip(_EDGES)))
        else None
    )


def _is_weekday(before: str) -> bool:
    return len(before.split()) == 1 and before.endswith("day")


def _is_byline(words: str, plain: str) -> bool:
    if len(words.split()) > 12 or (_STOP.search(words) and len(words.split()) > 6):
        return False
    for entry in load("furniture")["byline_openings"]:
        opening = entry["text"]
        if plain.startswith((opening + " ", opening + ": ")):
            rest = words.strip(_EDGES)[len(opening) :].strip(_EDGES)
            if opening == "from":
                return any(word in plain.split() for word in load("furniture")["from_needs"])
            return _is_name(re.split(r"[,|·•]", rest)[0])
    return False


def _is_name(words: str) -> bool:
    """One to six words, each with a capital but for the small ones between them."""
    names = _NAME.findall(words)
    return 0 < len(names) <= 6 and all(
        word[0].isupper()
        or word in {"and", "of", "for", "the", "de", "van", "von", "al", "bin", "staff"}
        for word in names
    )


def _first_byline(parts: Sequence[tuple[Span, Part]]) -> int:
    """Give the start of the first line of author or date; a title stands above it."""
    return next((span.start for span, part in parts if part in {"byline", "date"}), _REACH)


def _title(text: str, rest: Sequence[Span], titles: frozenset[str], byline: int) -> Span | None:
    for span in rest:
        if same_words(span.of(text)) in titles:
            return span
    worded = [s for s in rest if 3 <= len(s.of(text).split()) <= _MOST_WORDS]
    fit = [span for span in worded if not _is_no_title(span.of(text))]
    fit = [span for span in fit if not _is_masthead(span.of(text))] or fit
    above = [span for span in fit if span.start < byline]
    return max(
        above or fit, key=lambda span: (len(span.of(text).split()), -span.start), default=None
    )


def _is_no_title(words: str) -> bool:
    """A label, an aside, a whole sentence or the credit of a picture is no title."""
    plain = same_words(words)
    return (
        _is_section(words)
        or words.startswith("(")
        or "|" in words
        or words.endswith(".")
        or any(entry["text"] in plain for entry in load("furniture")["picture_credits"])
    )


def _outlet(text: str, above: Sequence[Span]) -> Span | None:
    for span in above:
        words = span.of(text)
        short = len(words.split()) <= 6 and _is_name(words) and not _is_section(words)
        if short and (words.isupper() or _is_masthead(words)):
            return span
    return None


def _is_masthead(words: str) -> bool:
    """A short name with the name of a sort of outlet in it: "The Quay Post"."""
    sorts = load("furniture")["mastheads"]
    plain = same_words(words).split()
    return len(plain) <= 6 and _is_name(words) and any(word in sorts for word in plain)


def _is_section(words: str) -> bool:
    parts = [part.strip() for part in re.split(r"[,|/>&»•·]", same_words(words)) if part.strip()]
    sections = load("furniture")["sections"]
    return 0 < len(parts) <= 4 and all(part in sections for part in parts)


def _dates(text: str, spans: Sequence[Span]) -> list[DateCandidate]:
    found = (next(explicit_dates(text, span), None) for span in spans)
    return [DateCandidate(one[0], "byline", "a line of its own", one[1]) for one in found if one]


def _address(words: str) -> str | None:
    match = _URL.fullmatch(words)
    return match[1] if match else None
