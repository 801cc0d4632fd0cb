"""What do a page's own data say of its title, outlet, address and date?

Open Graph and other meta elements, JSON-LD nodes of the page itself, its
canonical link and its time tags are read. Dates inside lists of other articles,
comments and boxes are other people's and are not taken. Each date keeps its
origin and the name of its field.

It fails where a page's JSON-LD describes another page without saying so.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from allsource.evidence.dates import only_date
from allsource.model.document import DateCandidate
from allsource.vocab import load

__all__ = ["Metadata", "read_metadata"]

_MOST_NODES = 5_000
_FOREIGN = frozenset({"aside", "nav", "footer", "li", "a"})
_REVISED = re.compile(r"modif|updat|revis", re.IGNORECASE)
_COMMENT = re.compile(r"comment|related|teaser|card|trending|sidebar|most-read", re.IGNORECASE)
_DATED = re.compile(r"(?:^|[\s_-])(?:byline|dateline|date|pubdate|published|posted)(?:$|[\s_-])")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page's data say of it; every field may be absent."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    dates: tuple[DateCandidate, ...] = ()


def read_metadata(root: Any) -> Metadata:
    """Read the data of a parsed page.

    Args:
        root: its lxml root.

    Example:
        >>> from allsource.evidence.html_tree import grow
        >>> page = b'<meta property="og:site_name" content="Quay Post"><p>Halls.</p>'
        >>> read_metadata(grow(page).root).outlet
        'Quay Post'
    """
    meta = _meta(root)
    nodes = _own_nodes(root)
    canonical = next((one.get("href") for one in root.iterfind(".//link[@rel='canonical']")), None)
    urls = [canonical, meta.get("og:url"), *(_string(node.get("url")) for node in nodes)]
    titles = [meta.get("og:title"), *(_string(node.get("headline")) for node in nodes)]
    outlets = [meta.get("og:site_name"), *(_publisher(node) for node in nodes)]
    return Metadata(
        _first([*titles, *_headings(root), _title(root)]),
        _first(outlets),
        next((url.strip() for url in urls if url and _is_address(url)), None),
        (*_node_dates(nodes), *_meta_dates(meta), *_time_tags(root), *_bylines(root)),
    )


def _meta(root: Any) -> dict[str, str]:
    """Give the first content under each name of the meta elements."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        content = (element.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop"):
            name = (element.get(attribute) or "").strip().lower()
            if name and content:
                found.setdefault(name, content[:1000])
    return found


def _meta_dates(meta: dict[str, str]) -> Iterator[DateCandidate]:
    for entry in load("page_metadata")["published"]:
        found = only_date(meta.get(entry["text"], ""))
        if found:
            yield DateCandidate(found, "meta", entry["text"])


def _own_nodes(root: Any) -> list[dict[str, Any]]:
    """Give the JSON-LD nodes that speak of the page itself."""
    kinds = {entry["text"] for entry in load("page_metadata")["articles"]}
    nodes: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            told = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        nodes.extend(node for node in _top_nodes(told) if _kinds(node) & kinds)
    return sorted(nodes[:50], key=lambda node: "webpage" in _kinds(node))


def _top_nodes(told: Any) -> Iterator[dict[str, Any]]:
    """Go into lists, ``@graph`` and ``mainEntity``, and nowhere else."""
    waiting = [told]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting = node[:_MOST_NODES] + waiting
        elif isinstance(node, dict):
            yield node
            waiting = [node[key] for key in ("@graph", "mainEntity") if key in node] + waiting


def _kinds(node: dict[str, Any]) -> set[str]:
    kinds = node.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return {kind.lower() for kind in listed if isinstance(kind, str)}


def _node_dates(nodes: list[dict[str, Any]]) -> Iterator[DateCandidate]:
    for node in nodes:
        found = only_date(_string(node.get("datePublished")) or "")
        if found:
            yield DateCandidate(found, "json-ld", "datePublished")


def _publisher(node: dict[str, Any]) -> str | None:
    publisher = node.get("publisher")
    if isinstance(publisher, list):
        publisher = publisher[0] if publisher else None
    if isinstance(publisher, dict):
        publisher = publisher.get("name")
    return _string(publisher)


def _time_tags(root: Any) -> Iterator[DateCandidate]:
    """Take the time tag that says it is the date of publication, else the first of the page's own."""
    own = [tag for tag in root.iter("time") if not _is_foreign(tag)][:200]
    own = [tag for tag in own if not _REVISED.search(_names(tag))]
    own.sort(
        key=lambda tag: "datepublished" not in _names(tag).lower() and tag.get("pubdate") is None
    )
    for tag in own:
        found = only_date(tag.get("datetime") or tag.text_content()[:100])
        if found:
            yield DateCandidate(
                found, "time tag", "datetime" if tag.get("datetime") else "its words"
            )
            return


def _bylines(root: Any) -> Iterator[DateCandidate]:
    """Read short elements whose class says that they hold the author or the date."""
    for element in root.iter("p", "div", "span", "small"):
        names = _names(element).lower()
        if not _DATED.search(names) or _REVISED.search(names) or _is_foreign(element):
            continue
        words = element.text_content() if len(element) < 10 else ""
        found = only_date(words) if 0 < len(words) < 200 and not _REVISED.search(words) else None
        if found:
            yield DateCandidate(found, "byline", "a line of author or date")
            return


def _is_foreign(element: Any) -> bool:
    """Stands in a box, a comment, a list or a link: it dates something else."""
    article = 0
    for above in element.iterancestors():
        if above.tag in _FOREIGN or _COMMENT.search(_names(above)):
            return True
        article += above.tag == "article"
    return article > 1


def _names(element: Any) -> str:
    return " ".join(element.get(name) or "" for name in ("class", "itemprop", "id"))[:500]


def _headings(root: Any) -> list[str]:
    found = [heading.text_content()[:1000] for heading in root.iter("h1")]
    return found if len(found) == 1 else []


def _title(root: Any) -> str | None:
    return next((one.text_content()[:1000] for one in root.iter("title")), None)


def _first(texts: list[str | None]) -> str | None:
    shown = (" ".join(text.split())[:500] for text in texts if text)
    return next((text for text in shown if text), None)


def _string(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _is_address(url: str) -> bool:
    return len(url) < 2000 and url.strip().lower().startswith(("https://", "http://"))
