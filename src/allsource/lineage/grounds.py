"""By what words is a hop between two documents shown?

The credit first, then what is shared, with places on both sides: stretches of
prose, the closest sentences (*reworded*) where no stretch shows them, stretches of
speech, figures; between two languages the figures, dates and names that both have. The
longest and the rarest are shown, a few of each.
"""

from collections.abc import Sequence
from typing import Literal

from allsource.lineage.credits import Credit, How
from allsource.lineage.features import Features, bits
from allsource.lineage.reuse import Shared, Tile
from allsource.lineage.rewording import Closest
from allsource.lineage.translation import Kept
from allsource.model.document import Document
from allsource.model.lineage import HopEvidence, Passage
from allsource.model.span import Span

__all__ = ["TOLD", "edited", "named", "shown", "translated", "whole", "why"]

TOLD = 5.0
"""Two sentences are shown as one retold from here (see ``rewording.Closest.strength``)."""

_Reason = Literal[
    "shared passage",
    "reworded passage",
    "shared quotation",
    "shared rare figure",
    "shared date",
    "shared name",
]

_LINE = 80
"""Code points of a first line that are shown."""

_MOST = 6
"""Passages of each sort that are shown."""


def why(how: How) -> Literal["agency tag", "link", "names the outlet", "names the title"]:
    """Give the contract's word for a way of crediting.

    Example:
        >>> why("told")
        'names the outlet'
    """
    if how in ("title", "short title"):
        return "names the title"
    return how if how in ("agency tag", "link") else "names the outlet"


def named(child: str, credit: Credit | None, *further: Span | None) -> tuple[HopEvidence, ...]:
    """Show where a document (by id) names another, with places that bear it out.

    Args:
        child: the document that names the other.
        credit: how it does; nothing is shown without one.
        further: more places in it, such as the day named.
    """
    if credit is None:
        return ()
    places = [credit.span, *credit.further, *(place for place in further if place is not None)]
    return (HopEvidence(why(credit.how), tuple(Passage(child, place) for place in places)),)


def shown(child: str, parent: str, found: Shared, near: Closest | None) -> list[HopEvidence]:
    """Show what two documents (by id) share.

    Args:
        child: the one.
        parent: the other.
        found: what they share word for word.
        near: their closest sentences.
    """
    passages = [(tile.child, tile.parent) for tile in _longest(found.tiles)]
    reworded = [
        (one.child, one.parent)
        for one in (near,)
        if one and one.strength >= TOLD and not any(one.child.covers(mine) for mine, _ in passages)
    ]
    quotes = [(tile.child, tile.parent) for tile in _longest(found.quotes)]
    rarest = sorted(found.figures, key=lambda row: (-bits(row[0]), row[1]))[:_MOST]
    figures = [(mine, theirs) for _, mine, theirs in rarest]
    return [
        *(_both("shared passage", child, mine, parent, theirs) for mine, theirs in passages),
        *(_both("reworded passage", child, mine, parent, theirs) for mine, theirs in reworded),
        *(_both("shared quotation", child, mine, parent, theirs) for mine, theirs in quotes),
        *(_both("shared rare figure", child, mine, parent, theirs) for mine, theirs in figures),
    ]


def translated(child: str, parent: str, found: Kept) -> list[HopEvidence]:
    """Show what two documents (by id) in different languages have in common.

    Args:
        child: the one.
        parent: the other.
        found: the marks of both.
    """
    shown: list[tuple[_Reason, Sequence[tuple[Span, Span]]]] = [
        ("shared rare figure", found.numbers),
        ("shared date", found.dates),
        ("shared name", found.names),
    ]
    return [
        _both(reason, child, mine, parent, theirs)
        for reason, pairs in shown
        for mine, theirs in pairs[:_MOST]
    ]


def edited(child: Document, parent: Document) -> HopEvidence:
    """Show by their first lines that two documents are readings of one file.

    Args:
        child: the later reading.
        parent: the earlier one.
    """
    return HopEvidence(
        "same file", tuple(Passage(one.id, _opening(one)) for one in (child, parent))
    )


def whole(*copies: Features) -> tuple[HopEvidence, ...]:
    """Show equal texts whole."""
    if not copies[0].words.folded:
        return ()
    places = (Passage(f.document.id, f.words.stretch(0, len(f.words.folded))) for f in copies)
    return (HopEvidence("shared passage", tuple(places)),)


def _opening(document: Document) -> Span:
    """Give the first line of a text that has words."""
    start = len(document.text) - len(document.text.lstrip())
    line = document.text[start : start + _LINE].splitlines()
    return Span(start, start + len(line[0]) if line else start)


def _longest(tiles: Sequence[Tile]) -> list[Tile]:
    return sorted(tiles, key=lambda tile: (-tile.words, tile.at))[:_MOST]


def _both(
    reason: _Reason,
    child: str,
    mine: Span,
    parent: str,
    theirs: Span,
) -> HopEvidence:
    return HopEvidence(reason, (Passage(child, mine), Passage(parent, theirs)))
