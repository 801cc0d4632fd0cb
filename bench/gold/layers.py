"""What did each of two readers say, item by item, in every layer?

Roles and depth are compared word by word. All else needs items that both readers saw: attributions
are paired by the words of their contents, claims by those of their propositions, quantities by
those of their text, one to one, the best pairs first, and only where at least half of the words are
shared. How many found a partner is a figure of its own.

Where it fails: what only one of the two saw counts in the figures of finding, not in those of the
layers below.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

import msgspec
from bench.gold.alpha import Metric, Pairs, nominal, ordinal
from bench.gold.model import Article, Attribution, Claim, Quantity
from bench.gold.words import Span

__all__ = ["FOUND", "LAYERS", "Words", "compare", "depth", "paired"]

WORD = re.compile(r"\w+")
STRENGTH = {"weak": 1, "medium": 2, "strong": 3}
LAYERS: dict[str, Metric] = {
    "source, by word": nominal,
    "cue, by word": nominal,
    "content, by word": nominal,
    "depth of nesting, by word": ordinal,
    "depth of the attribution": ordinal,
    "kind": nominal,
    "name": nominal,
    "medium given": nominal,
    "status": nominal,
    "whose doubt": nominal,
    "strength of the hedge": ordinal,
    "verification": nominal,
    "quantity: interval": nominal,
    "quantity: unit, currency, per": nominal,
    "quantity: role": nominal,
    "quantity: time": nominal,
}
"""Each layer that is compared, and how far its values are from one another."""

FOUND = ("attributions", "claims", "quantities")
"""What is paired; of these the F1 of finding is told."""

Item = TypeVar("Item")
Other = TypeVar("Other")


class Compared(msgspec.Struct, frozen=True):
    """One article: the pairs of values a layer, and how many items either reader has and shares."""

    pairs: dict[str, Pairs]
    found: dict[str, tuple[int, int, int]]


class Words:
    """The words of a text, so that spans can be told as sets of words."""

    def __init__(self, text: str) -> None:
        self.spans = [found.span() for found in WORD.finditer(text)]

    def under(self, spans: Iterable[Span]) -> frozenset[int]:
        """The places of the words that some spans touch."""
        wanted = list(spans)
        return frozenset(
            place
            for place, (start, end) in enumerate(self.spans)
            if any(start < last and first < end for first, last in wanted)
        )


def paired(
    first: Sequence[Item], second: Sequence[Other], words: Callable[[Item | Other], frozenset[int]]
) -> list[tuple[Item, Other]]:
    """Items of two readers that are the same one: the best pairs first, each once.

    Args:
        first: of one reader.
        second: of the other.
        words: the places of the words that an item is known by.

    Example:
        >>> paired(["ab", "c"], ["abd", "x"], lambda item: frozenset(map(ord, item)))
        [('ab', 'abd')]
    """
    left, right = [words(item) for item in first], [words(item) for item in second]
    likeness = sorted(
        (
            (-len(one & other) / len(one | other), i, j)
            for i, one in enumerate(left)
            for j, other in enumerate(right)
            if one & other
        ),
    )
    partner: dict[int, int] = {}
    for likely, i, j in likeness:
        if -likely >= 0.5 and i not in partner and j not in partner.values():
            partner[i] = j
    return [(first[i], second[j]) for i, j in sorted(partner.items())]


def depth(one: Attribution, article: Article) -> int:
    """How many attributions stand around one: 0 for what the article itself credits."""
    known = {other.id: other for other in article.attributions}
    steps = 0
    while one.inside in known and steps < len(known):
        one = known[one.inside]
        steps += 1
    return steps


def compare(first: Article, second: Article, text: str) -> Compared:
    """Set two readers of one article side by side.

    Args:
        first: labels of one reader.
        second: labels of the other.
        text: the article.

    Returns:
        What each of them said of the items that both saw, and how many items those are.
    """
    words = Words(text)
    credits_ = paired(
        first.attributions, second.attributions, lambda one: words.under((*one.content, *one.cue))
    )
    claims = paired(first.claims, second.claims, lambda one: words.under([one.span]))
    numbers = paired(_numbers(first), _numbers(second), lambda one: words.under([one.span]))
    values: dict[str, Iterable[tuple[Hashable, Hashable]]] = {
        **_by_word(first, second, words),
        "depth of the attribution": ((depth(a, first), depth(b, second)) for a, b in credits_),
        **_both(credits_, _of_attribution(text)),
        **_both(claims, OF_CLAIM),
        **_both(numbers, OF_QUANTITY),
    }
    found = {
        "attributions": (len(first.attributions), len(second.attributions), len(credits_)),
        "claims": (len(first.claims), len(second.claims), len(claims)),
        "quantities": (len(_numbers(first)), len(_numbers(second)), len(numbers)),
    }
    return Compared({layer: Counter(values[layer]) for layer in LAYERS}, found)


def _numbers(article: Article) -> list[Quantity]:
    return [quantity for claim in article.claims for quantity in claim.quantities]


def _both(
    items: Sequence[tuple[Item, Item]], said: dict[str, Callable[[Item], Hashable]]
) -> dict[str, Iterable[tuple[Hashable, Hashable]]]:
    return {layer: [(value(a), value(b)) for a, b in items] for layer, value in said.items()}


def _by_word(
    first: Article, second: Article, words: Words
) -> dict[str, Iterable[tuple[Hashable, Hashable]]]:
    """Whether each word has a role, and how many contents it lies in."""
    found: dict[str, Iterable[tuple[Hashable, Hashable]]] = {}
    for role in ("source", "cue", "content"):
        sides = [
            words.under(span for one in article.attributions for span in getattr(one, role))
            for article in (first, second)
        ]
        found[f"{role}, by word"] = [
            (place in sides[0], place in sides[1]) for place in range(len(words.spans))
        ]
    depths = [Counter[int](), Counter[int]()]
    for counts, article in zip(depths, (first, second), strict=True):
        for one in article.attributions:
            counts.update(words.under(one.content))
    found["depth of nesting, by word"] = [
        (depths[0][place], depths[1][place]) for place in range(len(words.spans))
    ]
    return found


def _of_attribution(text: str) -> dict[str, Callable[[Attribution], Hashable]]:
    return {
        "kind": lambda one: one.kind,
        "name": lambda one: one.name.read(text) if one.name else None,
        "medium given": lambda one: bool(one.medium),
    }


OF_CLAIM: dict[str, Callable[[Claim], Hashable]] = {
    "status": lambda one: one.status,
    "whose doubt": lambda one: one.whose,
    "strength of the hedge": lambda one: max(
        (STRENGTH[hedge.strength] for hedge in one.hedges), default=0
    ),
    "verification": lambda one: tuple(sorted({check.status for check in one.verification})),
}
OF_QUANTITY: dict[str, Callable[[Quantity], Hashable]] = {
    "quantity: interval": lambda one: (
        one.low,
        one.high,
        one.low_open,
        one.high_open,
        one.approximate,
    ),
    "quantity: unit, currency, per": lambda one: (one.unit, one.currency, one.per),
    "quantity: role": lambda one: (one.role, one.direction),
    "quantity: time": lambda one: (one.start, one.end),
}
