"""Where do the hyperlinks of a page stand in its stored text?

A link is placed by the block it stands in: the block's words are sought among
the lines of the stored text, then the link's words behind the words that stand
before it in the block. A link whose block was not kept has no span. Nothing is
ever fetched.

It fails where the main text was reworded on extraction, which leaves no span.
"""

from itertools import islice
from typing import Any

from allsource.evidence.html_tree import BLOCKS
from allsource.evidence.lines import line_spans
from allsource.model.document import Link
from allsource.model.span import Span

__all__ = ["read_links"]

_MOST = 2_000
_LONGEST_BLOCK = 20_000


def read_links(root: Any, text: str) -> tuple[Link, ...]:
    """Give the links of a page, in order, each with its place where it has one.

    Args:
        root: the parsed page.
        text: the stored text.

    Example:
        >>> from allsource.evidence.html_tree import grow
        >>> page = grow(b'<body><p>As <a href="https://quay.example/1">the Post</a> wrote.</p></body>')
        >>> read_links(page.root, "As the Post wrote.")[0].span
        Span(start=3, end=11)
    """
    places: dict[str, Span] = {}
    for span in line_spans(text):
        places.setdefault(" ".join(span.of(text).split()), span)
    links: list[Link] = []
    placed: dict[Any, dict[Any, Span]] = {}
    for anchor in islice((one for one in root.iter("a") if _address(one)), _MOST):
        block = next((above for above in anchor.iterancestors() if above.tag in BLOCKS), None)
        if block is not None and block not in placed:
            placed[block] = _places_in(block, text, places)
        place = placed[block].get(anchor) if block is not None else None
        links.append(Link(_address(anchor), _words(anchor), place))
    return tuple(links)


def _address(anchor: Any) -> str:
    """Give the target, or an empty string for one that leads nowhere outside the page."""
    url = (anchor.get("href") or "").strip()
    leads = len(url) < 2000 and not url.lower().startswith(("#", "javascript:", "data:"))
    return url if leads else ""


def _words(anchor: Any) -> str:
    return " ".join(anchor.text_content().split())[:500]


def _places_in(block: Any, text: str, places: dict[str, Span]) -> dict[Any, Span]:
    """Place all links of one block, where the block is a line of the stored text."""
    pieces: list[str] = []
    before: dict[Any, str] = {}
    for piece in islice(block.xpath(".//text()"), _LONGEST_BLOCK):
        anchor = _anchor_of(piece)
        if anchor is not None and piece.strip() and anchor not in before:
            before[anchor] = " ".join("".join(pieces).split())
        pieces.append(piece)
    line = places.get(" ".join("".join(pieces).split()))
    if line is None or len(before) > _MOST:
        return {}
    spans = {}
    for anchor, words in before.items():
        found = text.find(_words(anchor), line.start + len(words), line.end)
        if found >= 0:
            spans[anchor] = Span(found, found + len(_words(anchor)))
    return spans


def _anchor_of(piece: Any) -> Any:
    """Give the link that a piece of text stands in, if any."""
    holder = piece.getparent().getparent() if piece.is_tail else piece.getparent()
    while holder is not None and holder.tag not in BLOCKS:
        if holder.tag == "a":
            return holder
        holder = holder.getparent()
    return None
