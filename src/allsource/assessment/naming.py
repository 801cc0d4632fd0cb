"""What is a root called in a sentence?

A root's label is printed as a name, or marked as the words by which documents
call a source without one. It fails where a common word is somebody's name.
"""

import re

from allsource.assessment import printing
from allsource.model.lineage import Root
from allsource.vocab import load

__all__ = ["bare_name", "root_name"]

_THROUGH = re.compile(" (?:as told by|who spoke to) ")


def bare_name(root: Root) -> str:
    """Give a root's name without the words that say what it is.

    Example:
        >>> bare_name(Root("src_1", "a report by Dock Wire", "outlet", False, (), ()))
        'Dock Wire'
    """
    label = printing.words(root.label)
    for opening in load("wording")["root_openings"]:
        label = label.removeprefix(opening)
    return label


def root_name(root: Root) -> str:
    """Print a root: its label, in quotation marks where it is a source without a name.

    Example:
        >>> root_name(Root("src_1", "a foreman", "unnamed_person", False, (), ()))
        'an unnamed source called “a foreman”'
        >>> root_name(Root("src_1", "a source as told by Dock Wire", "unnamed_person", False, (), ()))
        'an unnamed source as told by Dock Wire'
    """
    label = printing.words(root.label)
    if root.kind.startswith("unnamed"):
        through = _THROUGH.search(label)
        own = label[: through.start()] if through else label
        return f"{_unnamed(own, root.kind)}{label[len(own) :]}"
    lower = label == label.casefold() and root.kind != "unattributed"
    return f"a source called “{label}”" if lower else label


def _unnamed(label: str, kind: str) -> str:
    if kind == "unnamed_document":
        return f"a document known only as “{label}”"
    return "an unnamed source" if _nameless(label) else f"an unnamed source called “{label}”"


def _nameless(label: str) -> bool:
    """A label that says no more than that there is a source."""
    return set(label.casefold().split()) <= set(load("wording")["nameless"])
