"""What do some simple rules say of a group: the least that a tracer must beat?

Every article stands for itself; all rest on one; or articles are joined that share stretches of words.
None of them reads who is credited. What they say of a number of roots is an exact number, and all the
articles for the claim are behind it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace

from bench.roots.record import Record, together
from bench.roots.told import Told

__all__ = ["apart", "copied", "one_root", "two_roots"]

WORD = re.compile(r"\w+(?:['’]\w+)*")
STRETCH = 8
CONTAINED = 0.1
"""So much of one article's stretches of words stands in the other."""


def apart(on_topic: Collection[str], for_it: Collection[str]) -> Told:
    """Every article stands for itself.

    Args:
        on_topic: numbers of all articles.
        for_it: numbers of those that are for the claim.

    Example:
        >>> apart("abc", "ab").record.count
        2
    """
    return _exact(Record(frozenset(on_topic), roots={a: frozenset({a}) for a in for_it}))


def one_root(on_topic: Collection[str], for_it: Collection[str]) -> Told:
    """Every article rests on the same, and on every other.

    Args:
        on_topic: numbers of all articles.
        for_it: numbers of those that are for the claim.

    Example:
        >>> one_root("abc", "ab").record.count
        1
    """
    pairs = together([on_topic])
    roots = {a: frozenset({"all"}) for a in for_it}
    return _exact(Record(frozenset(on_topic), pairs=pairs, roots=roots))


def two_roots(on_topic: Collection[str], for_it: Collection[str]) -> Told:
    """All rest on one report, but two roots are counted: within one of one, two and three.

    Args:
        on_topic: numbers of all articles.
        for_it: numbers of those that are for the claim.

    Example:
        >>> two_roots("abc", "ab").effective
        2.0
    """
    told = one_root(on_topic, for_it)
    return replace(told, effective=2.0, ends=(2.0, 2.0), same_origin=False)


def copied(texts: Mapping[str, str], on_topic: Collection[str], for_it: Collection[str]) -> Told:
    """Articles are joined that share stretches of eight words; what is joined has one root.

    Joined are two of which either has a tenth of its stretches in the other.

    Args:
        texts: the articles by number.
        on_topic: numbers of those whose relations are wanted.
        for_it: numbers of those that are for the claim.

    Example:
        >>> line = "the pier of the old port fell into the sea on a Monday"
        >>> found = copied({"a": line, "b": f"Now {line}.", "c": "It did not."}, "abc", "abc")
        >>> found.record.count
        2
    """
    grams = {a: _stretches(texts[a]) for a in on_topic}
    pairs = frozenset(
        pair for pair in together([on_topic]) if _contained(*(grams[a] for a in pair)) >= CONTAINED
    )
    joined = Record(frozenset(on_topic), pairs=pairs)
    families = joined.families
    roots = {a: families[a] for a in for_it}
    return _exact(Record(joined.articles, pairs=pairs, roots=roots))


def _exact(record: Record) -> Told:
    """What a rule says, which knows of no doubt."""
    count = float(record.count)
    roots = record.roots
    return Told(record, frozenset(roots), {}, count, (count, count), len(roots), count == 1)


def _stretches(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text.casefold())
    return Counter(tuple(words[at : at + STRETCH]) for at in range(len(words) - STRETCH + 1))


def _contained(one: Counter[tuple[str, ...]], other: Counter[tuple[str, ...]]) -> float:
    shared = (one & other).total()
    return shared / max(1, min(one.total(), other.total()))
