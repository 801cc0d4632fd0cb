"""What does a web page say, apart from its menus and boxes?

trafilatura picks the main text, one paragraph a line; where it finds none or
next to none, all visible lines are kept and those of menus, footers and boxes
are marked. The stored text is that text; the bytes are kept beside it. Only the
bytes are read: nothing is fetched. Where the page's own data give no date,
htmldate is asked, and its answer is kept as a guess if that date is really
written on the page.

It fails on pages whose text is made by scripts, and where trafilatura takes a
part of the reporting for a box.
"""

import re
from collections.abc import Iterator
from typing import Any

from allsource.evidence.dates import explicit_dates
from allsource.evidence.decoding import clean
from allsource.evidence.draft import Draft, has_notice
from allsource.evidence.furniture import Layout
from allsource.evidence.html_links import read_links
from allsource.evidence.html_metadata import Metadata, read_metadata
from allsource.evidence.html_tree import Tree, bare_text, block_lines, grow
from allsource.evidence.lines import same_words
from allsource.model.document import DateCandidate
from allsource.vocab import load

__all__ = ["is_own_page", "read_html"]

_FEW = 25
"""Words: a main text of fewer is checked against all visible lines."""

_BOXES = frozenset({"nav", "footer", "form", "button", "dialog"})
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_GENERATOR = re.compile(r"<meta\s+name=\"generator\"\s+content=\"allsource\b", re.IGNORECASE)


def read_html(data: bytes) -> Draft:
    """Read a web page.

    Args:
        data: the original bytes.

    Example:
        >>> read_html(b"<h1>Halls</h1><p>The port opened a third hall on Monday.</p>").title
        'Halls'
    """
    tree = grow(data)
    if tree.root is None:
        text = clean(bare_text(tree.source))
        return Draft(text, "html", notes=tree.notes, marked=has_notice(tree.source))
    metadata = read_metadata(tree.root)
    lines = block_lines(tree.root)
    headings = _texts(tree.root, _HEADINGS)
    main = _main_text(tree) if tree.intact else None
    few = main is None or _is_scant(main, lines)
    text = clean("\n".join(lines) if few else main or "")
    notes = tree.notes if not few or not lines else (*tree.notes, "all visible lines were kept")
    return Draft(
        text,
        "html",
        title=metadata.title,
        outlet=metadata.outlet,
        url=metadata.url,
        dates=(*metadata.dates, *_guess(tree, metadata, lines)),
        links=read_links(tree.root, text) if tree.intact else (),
        notes=notes,
        layout=Layout(headings=headings, boxes=_boxes(tree.root)),
        marked=has_notice(tree.source),
    )


def is_own_page(data: bytes) -> bool:
    """Say whether a page is one that allsource wrote: reading it would confirm itself."""
    return bool(_GENERATOR.search(data[:4096].decode("utf-8", "replace")))


def _main_text(tree: Tree) -> str | None:
    import logging  # noqa: PLC0415 - beside the library that it silences

    import trafilatura  # noqa: PLC0415 - 0.3 s: only when a page is read

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = trafilatura.extract(
            tree.root, output_format="txt", include_comments=False, include_tables=True
        )
    except Exception:  # noqa: BLE001 - any fault of the library means: keep all visible lines
        return None
    return found if isinstance(found, str) and found.strip() else None


def _is_scant(main: str, lines: list[str]) -> bool:
    """Few words, although the page has paragraphs of many more."""
    words = len(main.split())
    paragraphs = sum(
        len(line.split()) for line in lines if line.endswith((".", "!", "?", "”", '"'))
    )
    return words < _FEW and paragraphs > 3 * words


def _guess(tree: Tree, metadata: Metadata, lines: list[str]) -> tuple[DateCandidate, ...]:
    """Ask htmldate where the page's data give no date; a date not written there is dropped."""
    if metadata.dates or not tree.intact:
        return ()
    import logging  # noqa: PLC0415 - beside the library that it silences

    from htmldate import find_date  # noqa: PLC0415 - only when needed

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        # Fixed bounds: the library's own upper bound is the day of the run.
        found = find_date(
            tree.root, original_date=True, url="", min_date="1900-01-01", max_date="2199-12-31"
        )
    except Exception:  # noqa: BLE001 - a guess that fails is no guess
        return ()
    written = {date for line in lines for date, _ in explicit_dates(line)}
    return (DateCandidate(found, "text", "guessed by htmldate"),) if found in written else ()


def _texts(root: Any, tags: tuple[str, ...]) -> frozenset[str]:
    return frozenset(same_words(one.text_content()[:500]) for one in root.iter(*tags)) - {""}


def _boxes(root: Any) -> frozenset[str]:
    """Give the lines that stand in menus, footers and boxes and nowhere else."""
    inside = {same_words(line) for box in _box_elements(root) for line in block_lines(box)}
    if not inside:
        return frozenset()
    outside = {same_words(line) for line in block_lines(root, without=_is_box)}
    return frozenset(inside - outside)


def _box_elements(root: Any) -> Iterator[Any]:
    """Give the outermost boxes."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if _is_box(element):
            yield element
        else:
            waiting.extend(reversed(element))


def _is_box(element: Any) -> bool:
    if element.tag in _BOXES or element.get("role") in {"navigation", "dialog", "contentinfo"}:
        return True
    names = (element.get("class") or "")[:500].lower().split()
    return element.tag not in {"body", "html", "main", "article"} and any(
        name in load("furniture")["boxes"] for name in names
    )
