"""How far do two readers agree beyond chance?

Krippendorff's alpha: one less the ratio of the disagreement seen to that expected if the values
were dealt out at random. For two readers who both gave a value for every item.

Where it fails: where nearly all values are the same, a single disagreement drags it far down; where
all are the same it is not defined. Source: K. Krippendorff, Content Analysis, 2nd edition, 2004,
chapter 11.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Hashable, Sequence

__all__ = ["Metric", "Pairs", "alpha", "interval", "nominal", "ordinal"]

Pairs = Counter[tuple[Hashable, Hashable]]
"""How often the first reader gave one value and the second another to the same item."""

Metric = Callable[[Counter[Hashable]], Callable[[Hashable, Hashable], float]]


def nominal(counts: Counter[Hashable]) -> Callable[[Hashable, Hashable], float]:
    """Distance of values that have no order: equal or not."""
    del counts
    return lambda one, other: float(one != other)


def ordinal(counts: Counter[Hashable]) -> Callable[[Hashable, Hashable], float]:
    """Distance of whole numbers as ranks: how many of the values given lie between them."""
    ranks = sorted(int(str(value)) for value in counts)

    def distance(one: Hashable, other: Hashable) -> float:
        low, high = sorted((int(str(one)), int(str(other))))
        between = sum(counts[rank] for rank in ranks if low <= rank <= high)
        return float((between - (counts[low] + counts[high]) / 2) ** 2)

    return distance


def alpha(pairs: Pairs, metric: Metric = nominal) -> float | None:
    """Krippendorff's alpha of two readers.

    Args:
        pairs: of values, an item each.
        metric: ``nominal``, or ``ordinal`` for whole numbers.

    Returns:
        1 for full agreement, 0 for what chance gives, or null where it is not defined.

    Example:
        >>> alpha(Counter({("a", "a"): 5, ("b", "b"): 3, ("a", "b"): 2}))
        0.6041666666666667
    """
    counts: Counter[Hashable] = Counter()
    for (one, other), times in pairs.items():
        counts[one] += times
        counts[other] += times
    total = counts.total()
    distance = metric(counts)
    values = list(counts)
    expected = sum(
        2 * counts[one] * counts[other] * distance(one, other)
        for place, one in enumerate(values)
        for other in values[place + 1 :]
    )
    if not expected:
        return None
    seen = sum(2 * times * distance(*pair) for pair, times in pairs.items())
    return 1 - (total - 1) * seen / expected


def interval(
    articles: Sequence[Pairs], metric: Metric = nominal, draws: int = 500
) -> tuple[float, float] | None:
    """The 95 % interval of alpha by drawing articles again.

    Args:
        articles: the pairs of each article.
        metric: as in ``alpha``.
        draws: how many times.

    Returns:
        The ends, or null where a draw in ten or more leaves alpha undefined.

    Example:
        >>> interval([Counter({("a", "a"): 5, ("b", "b"): 3})] * 4)
        (1.0, 1.0)
    """
    dice = random.Random(7)  # noqa: S311 - a bootstrap, no secret
    found: list[float] = []
    for _ in range(draws):
        drawn: Pairs = Counter()
        for pairs in dice.choices(articles, k=len(articles)):
            drawn.update(pairs)
        value = alpha(drawn, metric)
        if value is not None:
            found.append(value)
    if len(found) < 0.9 * draws:
        return None
    found.sort()
    return found[int(0.025 * len(found))], found[int(0.975 * len(found))]
