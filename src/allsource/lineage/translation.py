"""How probable is it that one page is a translation of another, or of a part of it?

A translation keeps the numbers, dates and names of its original (``marks``) and
their order; two reports of one event share the chief ones and differ in the
rest. So what is measured is the longest run of common marks in one order (the
longest common subsequence), and how much of the shorter page's marks that is. A
logistic score over this was learned from invented pairs by
``training/hops/translations.py`` and stands in ``vocab/hop_evidence.yaml``.

It fails for pages with few numbers, dates and names, for translations that tell
things in another order, and where two writers follow one hand-out point by
point, which looks the same.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from allsource.lineage.features import Features
from allsource.lineage.marks import Mark, names, ordered
from allsource.lineage.sounds import one_name, skeleton
from allsource.model.span import Span
from allsource.vocab import load

__all__ = ["LEARNED", "Kept", "kept", "measured", "score", "two_languages"]

LEARNED = ("kept", "weight", "named", "names")
"""What is measured of a pair, in the order of ``measured``."""

_FIRST = 2
"""Consonants by which names are looked up before they are compared."""

_MARKS = 3.0
"""So many marks are added to those of a page: a few that agree are not all of a page."""

_NAMES = 2.0


@dataclass(frozen=True, slots=True)
class Kept:
    """What two pages in different languages have in common, in one order.

    Args:
        numbers: places of the same number in the child and in the parent, the most telling first.
        dates: places of the same day.
        names: places of names that sound alike.
        bits: how telling the numbers and dates are together.
        marks: numbers and dates of the page that has fewer.
        named: names of the page that has fewer.
    """

    numbers: tuple[tuple[Span, Span], ...]
    dates: tuple[tuple[Span, Span], ...]
    names: tuple[tuple[Span, Span], ...]
    bits: float
    marks: int
    named: int


def two_languages(child: Features, parent: Features) -> bool:
    """Say whether two pages are known to be in different languages."""
    one, other = child.document.language, parent.document.language
    return one is not None and other is not None and one != other


def kept(child: Features, parent: Features) -> Kept:
    """Find the marks that two pages have in common, in one order.

    Args:
        child: the one page.
        parent: the other.

    Example:
        >>> from allsource.lineage.features import features
        >>> from allsource.model.document import Document
        >>> one = Document("a", "", "a", "On 3 May Marta Quellin sold 37 boats.", "text", language="en")
        >>> two = Document("b", "", "b", "3 мая Марта Квеллин продала 37 лодок.", "text", language="ru")
        >>> found = kept(features(one), features(two))
        >>> len(found.numbers), len(found.dates), len(found.names)
        (1, 1, 2)
    """
    mine, theirs = ordered(child), ordered(parent)
    pairs = _in_order(mine, theirs)
    named = _same_names(child, parent)
    return Kept(
        tuple((one.span, other.span) for one, other in _rarest(pairs) if not one.dated),
        tuple((one.span, other.span) for one, other in pairs if one.dated),
        named,
        sum(one.bits for one, _ in pairs),
        min(len(mine), len(theirs)),
        min(len(names(child)), len(names(parent))),
    )


def measured(found: Kept) -> tuple[float, ...]:
    """Measure what was learned from, as the fit does.

    Returns:
        One number for each of ``LEARNED``; all are 0 where nothing is shared.
    """
    shared = len(found.numbers) + len(found.dates)
    return (
        shared / (found.marks + _MARKS),
        math.log2(1 + found.bits),
        len(found.names) / (found.named + _NAMES),
        math.log2(1 + len(found.names)),
    )


def score(found: Kept) -> float:
    """Give the log-odds that one of two pages is a translation of the other, from marks alone."""
    weights = _weights()
    return weights["start"] + sum(
        weights[name] * value for name, value in zip(LEARNED, measured(found), strict=True)
    )


def _same_names(child: Features, parent: Features) -> tuple[tuple[Span, Span], ...]:
    """Pair names that sound alike, each once, the first of several."""
    theirs: dict[str, list[tuple[str, Span]]] = {}
    for word, span in names(parent):
        theirs.setdefault(skeleton(word)[:_FIRST], []).append((word, span))
    taken: set[Span] = set()
    found: list[tuple[Span, Span]] = []
    for word, span in names(child):
        for other, there in theirs.get(skeleton(word)[:_FIRST], ()):
            if there not in taken and one_name(word, other):
                taken.add(there)
                found.append((span, there))
                break
    return tuple(found)


def _rarest(pairs: Sequence[tuple[Mark, Mark]]) -> list[tuple[Mark, Mark]]:
    return sorted(pairs, key=lambda pair: (-pair[0].bits, pair[0].span))


def _in_order(mine: Sequence[Mark], theirs: Sequence[Mark]) -> list[tuple[Mark, Mark]]:
    """Give the heaviest common subsequence of two rows of marks."""
    best = [[0.0] * (len(theirs) + 1) for _ in range(len(mine) + 1)]
    for i in range(len(mine) - 1, -1, -1):
        for j in range(len(theirs) - 1, -1, -1):
            both = mine[i].bits + best[i + 1][j + 1] if mine[i].key == theirs[j].key else 0.0
            best[i][j] = max(both, best[i + 1][j], best[i][j + 1])
    found: list[tuple[Mark, Mark]] = []
    i = j = 0
    while i < len(mine) and j < len(theirs):
        if mine[i].key == theirs[j].key and best[i][j] == mine[i].bits + best[i + 1][j + 1]:
            found.append((mine[i], theirs[j]))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return found


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    rows = load("hop_evidence")["translated"]
    return {entry["evidence"]: float(entry["weight"]) for entry in rows}
