"""Which credits stand inside which: whom does the document credit, and whom do they?

A credit stands inside another where its source, cue and content all lie in the
other's content; a cited source stands inside the one that cites it; one who only
speaks of a thing ("welcomed the claim") holds nothing. Only credits of the same
stretch of paragraphs are compared.

It fails beyond six levels: such a credit is left out.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from allsource.claims.credit import Credit
from allsource.claims.parse import Parsed
from allsource.model.span import Span, hull

__all__ = ["DEEPEST", "chains", "reach"]

DEEPEST = 6
"""Levels of crediting that are followed."""


def reach(credit: Credit) -> Span:
    """Give the smallest stretch that holds source, cue and content of a credit."""
    return hull([*credit.source, *credit.cue, *credit.content])


def chains(parsed: Parsed, found: Sequence[Credit]) -> tuple[tuple[int, ...] | None, ...]:
    """Give, for each credit, the places of those around it, outermost first.

    Args:
        parsed: the document.
        found: all its credits.

    Returns:
        One chain for each credit, without itself; None where it lies too deep.
    """
    starts = [paragraph.span.start for paragraph in parsed.paragraphs]
    near: dict[int, list[int]] = defaultdict(list)
    for place, credit in enumerate(found):
        whole = hull(credit.content)
        first, last = (bisect_right(starts, end) - 1 for end in (whole.start, whole.end - 1))
        for number in {*range(max(0, first), last + 1), credit.paragraph}:
            near[number].append(place)
    return tuple(_chain(found, place, near[c.paragraph]) for place, c in enumerate(found))


def _chain(found: Sequence[Credit], place: int, near: Sequence[int]) -> tuple[int, ...] | None:
    inner = found[place]
    stretch = reach(inner)
    around = (n for n in near if n != place and found[n].stated)
    outer = [n for n in around if _holds(found[n], stretch, inner)]
    if len(outer) >= DEEPEST:
        return None
    return tuple(sorted(outer, key=lambda n: (-_size(found[n]), found[n].cue[0])))


def _size(credit: Credit) -> int:
    whole = hull(credit.content)
    return whole.end - whole.start


def _holds(outer: Credit, stretch: Span, inner: Credit) -> bool:
    if inner.cited and not outer.cited and outer.content == inner.content:
        return True
    if outer.cited and outer.content == inner.content:
        return False
    if len(outer.content) == 1:
        return outer.content[0].covers(stretch)
    parts = [*inner.source, *inner.cue, *inner.content]
    return all(any(span.covers(part) for span in outer.content) for part in parts)
