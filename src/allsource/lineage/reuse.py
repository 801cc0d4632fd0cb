"""What do two documents share, word for word, and exactly where?

The maximal shared stretches (greedy tiles of Wise's string tiling, in the order
of the child) are found on the words themselves and cut where speech begins or
ends in either document: *tiles* are prose that one writer has from another,
*quotes* are words of a speaker that both may have heard. Numbers and names come
beside them. Which pairs are worth it, ``candidates`` tells.

It fails where a rewrite keeps no five words in a row and no figure: such a page
is found by its credits alone, or not at all.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from allsource.lineage.features import GRAM, Features, bits
from allsource.model.span import Span

__all__ = ["Shared", "Tile", "shared", "tiles"]

_PLACES = 4
"""So many places of one stretch in a parent are tried: bounds texts of repeated words."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A stretch of words that two documents share.

    Args:
        child: where it stands in the one.
        parent: where it stands in the other.
        words: its length.
        at: index of its first word in the child.
        there: index of its first word in the parent.
    """

    child: Span
    parent: Span
    words: int
    at: int
    there: int


@dataclass(frozen=True, slots=True)
class Shared:
    """All that two documents share.

    Args:
        tiles: shared stretches of prose of ``GRAM`` words or more.
        quotes: shared stretches of speech of ``GRAM`` words or more.
        coverage: part of the child's words that lie in ``tiles``.
        covered: the same of the shorter document's words.
        contained: part of the child's words that stand in the parent, speech too.
        containing: part of the parent's words that stand in the child, speech too.
        figures: shared figures with their places.
        figure_bits: how telling the shared figures are together.
        names: how many capitalised words they share.
    """

    tiles: tuple[Tile, ...]
    quotes: tuple[Tile, ...]
    coverage: float
    covered: float
    contained: float
    containing: float
    figures: tuple[tuple[float, Span, Span], ...]
    figure_bits: float
    names: int

    @property
    def longest(self) -> int:
        """Words in the longest shared stretch of prose."""
        return max((tile.words for tile in self.tiles), default=0)

    @property
    def prose(self) -> int:
        """Words in shared stretches of prose."""
        return sum(tile.words for tile in self.tiles)

    @property
    def speech(self) -> int:
        """Words in shared stretches of speech."""
        return sum(tile.words for tile in self.quotes)


def shared(child: Features, parent: Features) -> Shared:
    """Find all that a later document shares with an earlier one; linear in their length.

    Args:
        child: the one whose coverage is asked for.
        parent: the other.
    """
    everywhere = tiles(child, parent)
    pieces = [piece for tile in everywhere for piece in _pieces(tile, child, parent)]
    prose = tuple(tile for tile, spoken in pieces if not spoken)
    figures = tuple(
        (value, span, parent.figures[value])
        for value, span in child.figures.items()
        if value in parent.figures
    )
    same = sum(tile.words for tile in everywhere)
    told = sum(tile.words for tile in prose)
    mine, theirs = max(len(child.words.folded), 1), max(len(parent.words.folded), 1)
    return Shared(
        prose,
        tuple(tile for tile, spoken in pieces if spoken),
        told / mine,
        min(1.0, told / min(mine, theirs)),
        same / mine,
        same / theirs,
        figures,
        sum(bits(value) for value, _, _ in figures),
        len(child.names.keys() & parent.names.keys()),
    )


def tiles(child: Features, parent: Features) -> tuple[Tile, ...]:
    """Find the maximal stretches of ``GRAM`` words or more that two documents share.

    Reach for it to show copying: each tile has its span on both sides. Greedy from left to
    right, the longest match at each word; bounded for texts of repeated words.

    Example:
        >>> from allsource.lineage.features import features
        >>> from allsource.model.document import Document
        >>> one = features(Document("a", "", "a", "x a b c d e f g h y", "text"))
        >>> two = features(Document("b", "", "b", "a b c d e f g h z", "text"))
        >>> [(tile.words, tile.child, tile.parent) for tile in tiles(one, two)]
        [(8, Span(start=2, end=17), Span(start=0, end=15))]
    """
    places = _places(child, parent)
    mine, theirs = child.words.folded, parent.words.folded
    found: list[Tile] = []
    at = 0
    for start in sorted(places):
        if start < at:
            continue
        length, where = max((_match(mine, theirs, start, place), -place) for place in places[start])
        if length >= GRAM:
            found.append(_tile(child, parent, start, -where, length))
            at = start + length
    return tuple(found)


def _tile(child: Features, parent: Features, at: int, there: int, length: int) -> Tile:
    spans = child.words.stretch(at, at + length), parent.words.stretch(there, there + length)
    return Tile(*spans, length, at, there)


def _pieces(tile: Tile, child: Features, parent: Features) -> Iterator[tuple[Tile, bool]]:
    """Cut a tile where speech begins or ends in either document; short pieces are left out."""
    spoken = (
        child.spoken[tile.at : tile.at + tile.words]
        | parent.spoken[tile.there : tile.there + tile.words]
    )
    cuts = [0, *(np.flatnonzero(np.diff(spoken)) + 1).tolist(), tile.words]
    for start, end in pairwise(cuts):
        if end - start >= GRAM:
            piece = _tile(child, parent, tile.at + start, tile.there + start, end - start)
            yield piece, bool(spoken[start])


def _places(child: Features, parent: Features) -> dict[int, list[int]]:
    """Give, for words of the child, where in the parent the same stretch may start."""
    common = np.intersect1d(child.grams, parent.grams)
    theirs: dict[int, list[int]] = defaultdict(list)
    for place in np.flatnonzero(np.isin(parent.grams, common)).tolist():
        known = theirs[int(parent.grams[place])]
        if len(known) < _PLACES:
            known.append(place)
    mine = np.flatnonzero(np.isin(child.grams, common)).tolist()
    return {at: theirs[int(child.grams[at])] for at in mine}


def _match(mine: Sequence[str], theirs: Sequence[str], start: int, place: int) -> int:
    """Count the words that agree from two places on, many at a time."""
    length, ahead = 0, 256
    most = min(len(mine) - start, len(theirs) - place)
    while ahead:
        one, other = start + length, place + length
        if length + ahead <= most and mine[one : one + ahead] == theirs[other : other + ahead]:
            length += ahead
        else:
            ahead //= 2
    return length
