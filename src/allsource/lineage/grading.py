"""How closely does a text follow another one: copied, lightly changed, heavily reworded, or not?

Each sentence is laid beside the sentence of the other text, or the two
neighbouring ones, that it follows most (longest common subsequence of words). How
much of the text lies in sentences that stand there whole, that were lightly
changed, heavily reworded, or are its own; how much was changed where it follows at
all, and whether the order of words was kept: from these three cumulative logistic
regressions (Frank and Hall 2001) give the grade. Weights are data:
``vocab/copy_grades.yaml``, fitted by ``training/hops/grade.py``.

It fails for texts that were copied in part and are mostly their own, and grades
only by words: a translation is graded as unlike.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from itertools import pairwise
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from allsource.lineage.words import words
from allsource.model.document import Document
from allsource.vocab import load

__all__ = ["GRADES", "Following", "Grade", "following", "graded"]

Name = Literal["own", "heavily reworded", "lightly changed", "copied"]

GRADES: tuple[Name, ...] = ("own", "heavily reworded", "lightly changed", "copied")
"""From the least to the most like."""

_END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+|\n\s*\n+")
_SHORTEST = 4
"""Words of a sentence that is compared."""

_MOST = 150
"""Sentences of a text that are compared, and ..."""

_LONGEST = 120
"""... words of each: bounds hostile texts."""

_FOLLOWS = 0.45
"""Part of a sentence's words, in their order, from which it follows another one ..."""

_CLOSELY = 0.75
"""... and follows it closely ..."""

_VERBATIM = 0.85
"""... and part of it that stands there in one stretch, from which it was copied."""


@dataclass(frozen=True, slots=True)
class Following:
    """How the sentences of a text follow another text, as parts of its words.

    Args:
        verbatim: in sentences that stand there in one stretch.
        closely: in others that follow a sentence closely.
        loosely: in others that follow a sentence.
        own: in sentences that follow none.
        changed: of sentences that follow one, words that do not.
        stretch: of sentences that follow one, words in the longest stretch.
        common: of all sentences, words that follow.
        ordered: of words that a sentence and the one it follows share, those in the same order.
    """

    verbatim: float
    closely: float
    loosely: float
    own: float
    changed: float
    stretch: float
    common: float
    ordered: float


@dataclass(frozen=True, slots=True)
class Grade:
    """How closely a text follows another.

    Args:
        name: the most probable grade.
        probabilities: of all ``GRADES``, in their order.
        following: what it was told from.
    """

    name: Name
    probabilities: tuple[float, ...]
    following: Following


def graded(child: Document, parent: Document) -> Grade:
    """Grade how closely a text follows another.

    Reach for it once two documents are tied, to say how the one was made from the other.

    Args:
        child: the text that may follow.
        parent: the text that it may follow.

    Example:
        >>> text = "The yard at Vell sold forty boats last year, its owner Anna Lind said on Monday."
        >>> one, two = (Document(name, "", name, text, "text") for name in "ab")
        >>> graded(one, two).name
        'copied'
    """
    found = following(child, parent)
    row = np.array([1.0, *(getattr(found, field.name) for field in fields(found))])
    above = 1 / (1 + np.exp(-np.clip(_weights() @ row, -40, 40)))
    steps = np.r_[1.0, np.minimum.accumulate(above), 0.0]
    chances = (steps[:-1] - steps[1:]).tolist()
    best = max(range(len(GRADES)), key=chances.__getitem__)
    return Grade(GRADES[best], tuple(round(chance, 4) for chance in chances), found)


def following(child: Document, parent: Document) -> Following:
    """Measure how the sentences of a text follow another text.

    Args:
        child: the text that may follow.
        parent: the text that it may follow.
    """
    theirs = _sentences(parent)
    windows = [*theirs, *(one + other for one, other in pairwise(theirs))]
    rows = [_beside(sentence, windows) for sentence in _sentences(child)]
    total = sum(row.words for row in rows) or 1
    follow = [row for row in rows if row.part >= _FOLLOWS]
    among = sum(row.words for row in follow) or math.inf

    def part(some: Sequence[_Beside]) -> float:
        return sum(row.words for row in some) / total

    copied = [row for row in rows if row.stretch >= _VERBATIM]
    others = [row for row in rows if row.stretch < _VERBATIM]
    return Following(
        part(copied),
        part([row for row in others if row.part >= _CLOSELY]),
        part([row for row in others if _FOLLOWS <= row.part < _CLOSELY]),
        part([row for row in rows if row.part < _FOLLOWS]),
        sum(row.words * (1 - row.part) for row in follow) / among if follow else 0.6,
        sum(row.words * row.stretch for row in follow) / among,
        sum(row.words * row.part for row in rows) / total,
        sum(row.words * row.part for row in follow) / sum(row.shared for row in follow)
        if follow
        else 0.7,
    )


@dataclass(frozen=True, slots=True)
class _Beside:
    words: int
    part: float
    stretch: float
    shared: int


def _beside(sentence: tuple[str, ...], windows: Sequence[tuple[str, ...]]) -> _Beside:
    """Lay a sentence beside the window that it follows most."""
    follows = [(_common(sentence, window)[0], -at) for at, window in enumerate(windows)]
    if not follows:
        return _Beside(len(sentence), 0.0, 0.0, 0)
    same, at = max(follows)
    best = windows[-at]
    stretch = max(_common(sentence, window)[1] for window in windows)
    shared = sum((Counter(sentence) & Counter(best)).values())
    return _Beside(len(sentence), same / len(sentence), stretch / len(sentence), shared)


@lru_cache(maxsize=20_000)
def _common(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[int, int]:
    """Give the words of the longest common subsequence, and of the longest common stretch."""
    theirs = _numbered(other)
    same, runs = np.zeros(len(other) + 1, dtype=np.int64), np.zeros(len(other) + 1, dtype=np.int64)
    longest = 0
    for word in one:
        equal = theirs == hash(word)
        best = np.where(equal, same[:-1] + 1, same[1:])
        same = np.r_[0, np.maximum.accumulate(np.maximum(best, same[1:]))]
        runs = np.r_[0, np.where(equal, runs[:-1] + 1, 0)]
        longest = max(longest, int(runs.max()))
    return int(same[-1]), longest


@lru_cache(maxsize=2_000)
def _numbered(sentence: tuple[str, ...]) -> NDArray[np.int64]:
    return np.array([hash(word) for word in sentence], dtype=np.int64)


def _sentences(document: Document) -> list[tuple[str, ...]]:
    kept = (one[:_LONGEST] for one in _cut(document) if len(one) >= _SHORTEST)
    return [one for one, _ in zip(kept, range(_MOST), strict=False)]


def _cut(document: Document) -> Iterator[tuple[str, ...]]:
    listed, at = words(document), 0
    for stop in [*(m.end() for m in _END.finditer(document.text)), len(document.text)]:
        start = at
        while at < len(listed.starts) and listed.starts[at] < stop:
            at += 1
        if at > start:
            yield listed.folded[start:at]


@lru_cache(maxsize=1)
def _weights() -> NDArray[np.float64]:
    """Give the weights of the three steps, the start of each first."""
    names = ["start", *(field.name for field in fields(Following))]
    return np.array([[step[name] for name in names] for step in load("copy_grades")["steps"]])
