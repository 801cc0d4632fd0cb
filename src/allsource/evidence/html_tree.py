"""How is a hostile page parsed in bounded time and memory?

Only the first 8 MB are parsed, by libxml2 in its default limits (no network, no
entities of the page's own, 256 levels). A tag that is absurdly long or has
hundreds of attributes, which cost quadratic time, is cut out first. Where the
page is nested so deep that the parser drops its inside, the text is won by
cutting tags instead, without structure.

It fails to keep the structure of pages beyond those limits, and says so.
"""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from allsource.evidence.decoding import decode

__all__ = [
    "BLOCKS",
    "HIDDEN",
    "MOST_BYTES",
    "MOST_ELEMENTS",
    "Tree",
    "bare_text",
    "block_lines",
    "grow",
]

MOST_BYTES = 8_000_000
MOST_ELEMENTS = 60_000
_DEEPEST = 250
_LONGEST_TAG = 65_536
_MOST_ATTRIBUTES = 256

BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "button",
        "caption",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "textarea",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    }
)
HIDDEN = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "head",
        "title",
        "meta",
        "link",
    }
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f\v\u00a0]+")


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed page.

    Args:
        root: the lxml root, or None where nothing could be parsed.
        source: the page as text, cut to what was parsed.
        notes: what was cut.
        intact: its structure can be relied on.
    """

    root: Any
    source: str
    notes: tuple[str, ...]
    intact: bool


def grow(data: bytes) -> Tree:
    """Parse a page within limits; never fails.

    Example:
        >>> grow(b"<p>Halls opened.</p>").root.text_content()
        'Halls opened.'
    """
    notes: list[str] = []
    if len(data) > MOST_BYTES:
        notes.append(f"only the first {MOST_BYTES:,} of {len(data):,} bytes were read as a page")
    declared = _CHARSET.search(data[:4096])
    name = declared[1].decode("ascii") if declared else None
    source, said = decode(data[:MOST_BYTES], name)
    source, dropped = _without_absurd_tags(source.replace("\0", ""))
    if dropped:
        notes.append(f"{dropped} tags of absurd length were left out")
    root = _parsed(source)
    elements, depth = _size(root)
    if depth >= _DEEPEST:
        notes.append(f"nested deeper than {_DEEPEST} levels: read without its structure")
    elif elements > MOST_ELEMENTS:
        notes.append(f"more than {MOST_ELEMENTS:,} elements: its main text was not told apart")
    intact = root is not None and depth < _DEEPEST and elements <= MOST_ELEMENTS
    return Tree(root if depth < _DEEPEST else None, source, (*said, *notes), intact)


def block_lines(root: Any, without: Callable[[Any], bool] | None = None) -> list[str]:
    """Give the visible text of a tree, one line per block, without recursion.

    Args:
        root: an lxml element.
        without: elements for which it holds are not entered.
    """
    lines: list[str] = []
    pieces: list[str] = []
    for word, ends in _pieces(root, without):
        if ends:
            lines.append(_SPACE.sub(" ", "".join(pieces)).strip())
            pieces.clear()
        pieces.append(word or "")
    lines.append(_SPACE.sub(" ", "".join(pieces)).strip())
    return [line for line in lines if line]


def bare_text(source: str) -> str:
    """Cut scripts, styles and tags out of a page by hand, one line per tag that parted words."""
    kept = []
    for part in re.split(r"<(?=script|style)", source, flags=re.IGNORECASE):
        _, _, rest = part.partition("</") if re.match(r"(?i)script|style", part) else ("", "", part)
        kept.append(rest)
    words = (piece.rpartition(">")[2] for piece in "<".join(kept).split("<"))
    return "\n".join(line for line in (" ".join(html.unescape(w).split()) for w in words) if line)


def _pieces(root: Any, without: Callable[[Any], bool] | None) -> Iterator[tuple[str | None, bool]]:
    """Walk an element: words, and whether a block begins or ends before them."""
    waiting: list[tuple[Any, bool]] = [(root, False)]
    while waiting:
        element, closing = waiting.pop()
        block = element.tag in BLOCKS
        if closing:
            yield (element.tail if element is not root else ""), block
            continue
        waiting.append((element, True))
        seen = isinstance(element.tag, str) and element.tag not in HIDDEN
        if seen and (without is None or not without(element)):
            yield element.text, block
            waiting.extend((child, False) for child in reversed(element))


def _without_absurd_tags(source: str) -> tuple[str, int]:
    """Cut tags that no page needs; linear in the length of the page."""
    pieces = source.split(">")
    dropped = 0
    for number, piece in enumerate(pieces):
        if len(piece) < 4096:
            continue
        opening = piece.find("<")
        tag = piece[opening:] if opening >= 0 else ""
        if len(tag) > _LONGEST_TAG or tag.count("=") > _MOST_ATTRIBUTES or _wordy(tag):
            pieces[number] = piece[:opening] + "<span"
            dropped += 1
    return (">".join(pieces), dropped) if dropped else (source, 0)


def _wordy(tag: str) -> bool:
    """Attributes without values: many words outside quotation marks."""
    return (
        len(tag) > 4096 and len(re.sub(r"\"[^\"]*\"|'[^']*'", "", tag).split()) > _MOST_ATTRIBUTES
    )


def _parsed(source: str) -> Any:
    import lxml.html  # noqa: PLC0415 - only when a page is read

    parser = lxml.html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False
    )
    try:
        return lxml.html.document_fromstring(source.encode("utf-8"), parser=parser)
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        return None


def _size(root: Any) -> tuple[int, int]:
    """Count elements and levels, by walking, never by recursion."""
    elements = deepest = 0
    waiting = [(root, 1)] if root is not None else []
    while waiting:
        element, depth = waiting.pop()
        elements += 1
        deepest = max(deepest, depth)
        waiting.extend((child, depth + 1) for child in element)
    return elements, deepest
