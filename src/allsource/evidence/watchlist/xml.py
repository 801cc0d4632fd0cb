"""How is a large XML list read, one entry at a time, without trusting it?

The parser loads no DTD, opens no network and keeps no entity; a file that declares
a document type is refused before its first entry, since no list does. Each entry is
dropped from memory when the next begins.
"""

from collections.abc import Iterator
from typing import IO, Any, TypeAlias

from lxml import etree

from allsource.errors import InputError

__all__ = ["Element", "entries", "local", "text", "texts"]

Element: TypeAlias = Any
"""lxml gives its element type no public name."""

_STEP = "fetch the list again from its publisher"


def entries(file: IO[bytes], name: str, tags: frozenset[str]) -> Iterator[tuple[str, Element]]:
    """Give the elements of some names in order of the file, each as it ends.

    Args:
        file: opened for reading in binary, at its start.
        name: safe display name, for errors.
        tags: local names of the elements wanted.

    Returns:
        Pairs of local name and element; the element is emptied when the next is asked for.

    Raises:
        InputError: the file declares a document type, or is not well formed.
    """
    parser = etree.iterparse(
        file,
        events=("start", "end"),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for event, element in parser:
            if event == "start":
                _refuse_doctype(element, name)
                continue
            if local(element) in tags:
                yield local(element), element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise InputError(name, f"the XML is broken ({error.msg})", _STEP) from error


def local(element: Element) -> str:
    """Give an element's name without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def texts(element: Element, *path: str) -> Iterator[str]:
    """Give the text of each element below, by local names from child to child.

    Example:
        >>> row = etree.fromstring("<a><b><c>one</c></b><b><c>two</c></b></a>")
        >>> list(texts(row, "b", "c"))
        ['one', 'two']
    """
    found = [element]
    for step in path:
        found = [child for one in found for child in one if local(child) == step]
    return (one.text or "" for one in found)


def text(element: Element, *path: str) -> str | None:
    """Give the first text at a path, or None."""
    return next(texts(element, *path), None)


def _refuse_doctype(element: Element, name: str) -> None:
    if element.getparent() is None and element.getroottree().docinfo.internalDTD is not None:
        raise InputError(name, "it declares a document type, which no watch list does", _STEP)
