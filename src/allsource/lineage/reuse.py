"""Which documents share passages, quotations or figures, and exactly where?

Candidates come from postings (rare 8-word stretches, quotations, figures), each
posting pairing neighbours in time and every document with the first: never all
pairs, so the work is linear in the length of the folder. Stretches found in
many documents count only where two documents share much else. For a candidate
pair the maximal shared stretches (greedy tiles of Wise's string tiling, in the
order of the child) are found on the words themselves.

It fails where a rewrite keeps no eight words in a row and no figure: such a
page is found by its credits alone, or not at all.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from allsource.lineage.features import GRAM, Features, bits
from allsource.model.span import Span

__all__ = ["Shared", "Tile", "candidates", "shared", "tiles"]

_NEIGHBOURS = 12
"""A document is paired with so many before it in a posting, and with the posting's first."""

_COMMON = 20
"""A stretch in more documents than this (or a tenth of them) is held to be boilerplate."""

_PLACES = 4
"""So many places of one stretch in a parent are tried: bounds texts of repeated words."""

_MOST_PAIRS = 40
"""A document keeps so many candidate parents, those that share most."""

_LEAST_BITS = 4.0
"""Figures alone make a candidate from here (three-digit figures give 3, see ``bits``)."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A stretch of words that two documents share.

    Args:
        child: where it stands in the one.
        parent: where it stands in the other.
        words: its length.
        at: index of its first word in the child.
    """

    child: Span
    parent: Span
    words: int
    at: int


@dataclass(frozen=True, slots=True)
class Shared:
    """All that two documents share.

    Args:
        tiles: shared stretches of eight words or more outside shared quotations.
        coverage: part of the child's words that lie in ``tiles``.
        contained: part of the child's words that stand in the parent, quotations too.
        containing: part of the parent's words that stand in the child, quotations too.
        quotes: shared quotations as (child, parent) places.
        figures: shared figures with their places.
        names: how many capitalised words they share.
    """

    tiles: tuple[Tile, ...]
    coverage: float
    contained: float
    containing: float
    quotes: tuple[tuple[Span, Span], ...]
    figures: tuple[tuple[float, Span, Span], ...]
    names: int

    @property
    def longest(self) -> int:
        """Words in the longest shared stretch."""
        return max((tile.words for tile in self.tiles), default=0)

    @property
    def figure_bits(self) -> float:
        """How telling the shared figures are together."""
        return sum(bits(value) for value, _, _ in self.figures)


def candidates(found: Sequence[Features]) -> list[tuple[int, int]]:
    """Give the pairs of documents worth a closer look.

    Args:
        found: features, in the order of the documents' dates.

    Returns:
        Pairs (earlier, later) of indices, sorted.
    """
    scores: Counter[tuple[int, int]] = Counter()
    for pair, count in _gram_pairs(found):
        scores[pair] += count
    quotes = _postings(feature.quotes for feature in found)
    for pair, _ in _neighbour_pairs(quotes, len(found)):
        scores[pair] += GRAM
    figure_bits: dict[tuple[int, int], float] = defaultdict(float)
    figures = _postings(feature.figures for feature in found)
    for pair, value in _neighbour_pairs(figures, _common(len(found))):
        figure_bits[pair] += bits(value)
    for pair, total in figure_bits.items():
        if total >= _LEAST_BITS:
            scores[pair] += round(2 * total)
    return _strongest(scores)


def shared(child: Features, parent: Features) -> Shared:
    """Find all that a later document shares with an earlier one; linear in their length.

    Args:
        child: the one whose coverage is asked for.
        parent: the other.
    """
    quotes = tuple(
        (child.quotes[said], parent.quotes[said]) for said in child.quotes if said in parent.quotes
    )
    quoted = [place for place, _ in quotes]
    everywhere = tiles(child, parent)
    outside = tuple(tile for tile in everywhere if not any(q.covers(tile.child) for q in quoted))
    figures = tuple(
        (value, span, parent.figures[value])
        for value, span in child.figures.items()
        if value in parent.figures
    )
    same = sum(tile.words for tile in everywhere)
    return Shared(
        outside,
        sum(tile.words for tile in outside) / max(len(child.words.folded), 1),
        same / max(len(child.words.folded), 1),
        same / max(len(parent.words.folded), 1),
        quotes,
        figures,
        len(child.names.keys() & parent.names.keys()),
    )


def tiles(child: Features, parent: Features) -> tuple[Tile, ...]:
    """Find the maximal stretches of eight words or more that two documents share.

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
            spans = (
                child.words.stretch(start, start + length),
                parent.words.stretch(-where, -where + length),
            )
            found.append(Tile(*spans, length, start))
            at = start + length
    return tuple(found)


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


def _common(documents: int) -> int:
    return max(_COMMON, documents // 10)


def _gram_pairs(found: Sequence[Features]) -> Iterator[tuple[tuple[int, int], int]]:
    """Count shared stretches between neighbours in each posting, and with its first."""
    unique = [np.unique(feature.grams) for feature in found]
    if not unique or not sum(map(len, unique)):
        return
    grams = np.concatenate(unique)
    owners = np.repeat(np.arange(len(found), dtype=np.int64), [len(part) for part in unique])
    order = np.lexsort((owners, grams))
    grams, owners = grams[order], owners[order]
    starts = np.flatnonzero(np.r_[True, grams[1:] != grams[:-1]])
    sizes = np.diff(np.r_[starts, len(grams)])
    first = np.repeat(owners[starts], sizes)
    size = np.repeat(sizes, sizes)
    codes = [first[first != owners] * len(found) + owners[first != owners]]
    for step in range(1, min(_NEIGHBOURS, len(grams) - 1) + 1):
        same = (grams[step:] == grams[:-step]) & (size[step:] <= _common(len(found)))
        same &= owners[:-step] != first[step:]
        codes.append(owners[:-step][same] * len(found) + owners[step:][same])
    yield from _counted(codes, len(found))


def _counted(
    codes: Iterable[NDArray[np.int64]], documents: int
) -> Iterator[tuple[tuple[int, int], int]]:
    for code in codes:
        pairs, counts = np.unique(code, return_counts=True)
        for pair, count in zip(pairs.tolist(), counts.tolist(), strict=True):
            yield divmod(pair, documents), count


def _postings(keyed: Iterable[Iterable[Hashable]]) -> dict[Hashable, list[int]]:
    postings: dict[Hashable, list[int]] = defaultdict(list)
    for index, keys in enumerate(keyed):
        for key in keys:
            postings[key].append(index)
    return postings


def _neighbour_pairs(
    postings: dict[Hashable, list[int]], most: int
) -> Iterator[tuple[tuple[int, int], float]]:
    """Pair neighbours in postings of at most ``most`` documents, and each with the first."""
    for key, owners in postings.items():
        if len(owners) > most:
            continue
        value = key if isinstance(key, float) else 0.0
        for at, owner in enumerate(owners):
            for other in {owners[0], *owners[max(0, at - _NEIGHBOURS) : at]} - {owner}:
                yield (other, owner), value


def _strongest(scores: Counter[tuple[int, int]]) -> list[tuple[int, int]]:
    """Keep the strongest candidate parents of each document."""
    by_child: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for (parent, child), score in scores.items():
        by_child[child].append((-score, parent))
    return sorted(
        (parent, child)
        for child, parents in by_child.items()
        for _, parent in sorted(parents)[:_MOST_PAIRS]
    )
