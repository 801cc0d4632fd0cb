"""Which sentence of one document says most the same as a sentence of another, speech left out?

Sentences are reduced to stems of their content words outside quotation marks. A
pair of them counts by the words that they share, times the part of the shorter
one that those are: six of eight words tell more than six of thirty. Only
sentences with a common stem are compared.

It fails for rewording by other words altogether, for languages other than
English (function words and endings are English), and across languages.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from allsource.lineage.features import Features
from allsource.lineage.statements import stem
from allsource.model.span import Span
from allsource.vocab import load

__all__ = ["Closest", "closest"]

_END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+|\n+")
_MOST = 400
"""Sentences of a document that are compared: bounds hostile documents."""

_COMMON = 20
"""A stem in more sentences of one document than this joins none."""


@dataclass(frozen=True, slots=True)
class Closest:
    """Two sentences that say most the same.

    Args:
        child: where the one stands.
        parent: where the other stands.
        words: content words that both hold.
        part: the part of the shorter one that those are.
    """

    child: Span
    parent: Span
    words: int
    part: float

    @property
    def strength(self) -> float:
        """Shared content words, those of long sentences counting less."""
        return self.words * self.part


def closest(child: Features, parent: Features) -> Closest | None:
    """Give the two sentences of two documents that say most the same.

    Reach for it where a page may retell another in its own words.

    Args:
        child: the one document.
        parent: the other.

    Returns:
        None where no two sentences share a content word.

    Example:
        >>> from allsource.lineage.features import features
        >>> from allsource.model.document import Document
        >>> one = features(Document("a", "", "a", "It rained. The yard has sold forty boats.", "text"))
        >>> two = features(Document("b", "", "b", "Forty boats were sold by that yard.", "text"))
        >>> found = closest(one, two)
        >>> found.child.of(one.document.text), found.words
        ('The yard has sold forty boats.', 4)
    """
    theirs = _sentences(parent)
    index: dict[str, list[int]] = defaultdict(list)
    for place, (_, stems) in enumerate(theirs):
        for one in stems:
            index[one].append(place)
    rows = []
    for number, (_, stems) in enumerate(_sentences(child)):
        same = Counter(place for one in stems for place in _rare(index.get(one, [])))
        for place, words in same.items():
            least = min(len(stems), len(theirs[place][1]))
            rows.append((words * words / least, -number, -place, words, words / least))
    if not rows:
        return None
    _, number, place, words, part = max(rows)
    return Closest(_sentences(child)[-number][0], theirs[-place][0], words, part)


def _rare(places: list[int]) -> list[int]:
    return places if len(places) <= _COMMON else []


@lru_cache(maxsize=2048)
def _sentences(found: Features) -> tuple[tuple[Span, frozenset[str]], ...]:
    """Give the sentences of a document with the stems of their content words."""
    kept = ((span, stems) for span, stems in _cut(found) if len(stems) > 1)
    return tuple(one for one, _ in zip(kept, range(_MOST), strict=False))


def _cut(found: Features) -> Iterator[tuple[Span, frozenset[str]]]:
    listed, text = found.words, found.document.text
    at = 0
    for stop in [*(match.end() for match in _END.finditer(text)), len(text)]:
        start, stems = at, set()
        while at < len(listed.starts) and listed.starts[at] < stop:
            if not found.spoken[at] and listed.folded[at] not in _function_words():
                stems.add(stem(listed.folded[at]))
            at += 1
        if at > start:
            end = listed.ends[at - 1]
            end += text[end : end + 1] in (".", "!", "?")
            yield Span(listed.starts[start], end), frozenset(stems)


@lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    vocabulary = load("content_words")
    return frozenset(
        word for lines in vocabulary.values() for line in lines for word in line.split()
    )
