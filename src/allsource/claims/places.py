"""Which things stand inside a stretch of the text, without looking at all of them?

A document may hold fifty thousand things; each question about a stretch looks
only at those near it. The things of one line must not overlap one another.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from allsource.model.span import Span

__all__ = ["Line", "line"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Line(Generic[T]):
    """Things in the order of their places, none overlapping the next."""

    items: tuple[T, ...]
    spans: tuple[Span, ...]
    starts: tuple[int, ...]

    def inside(self, span: Span) -> tuple[T, ...]:
        """Give the things that lie wholly in a stretch, in order."""
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        return tuple(self.items[i] for i in range(first, last) if self.spans[i].end <= span.end)

    def touching(self, span: Span) -> tuple[T, ...]:
        """Give the things that share a code point with a stretch, in order."""
        first = max(0, bisect_right(self.starts, span.start) - 1)
        last = bisect_left(self.starts, span.end)
        return tuple(self.items[i] for i in range(first, last) if self.spans[i].overlaps(span))


def line(items: Iterable[T], place: Callable[[T], Span]) -> Line[T]:
    """Set things in a line by their places.

    Example:
        >>> words = line([Span(0, 4), Span(5, 9)], lambda span: span)
        >>> words.touching(Span(3, 6)), words.inside(Span(4, 9))
        ((Span(start=0, end=4), Span(start=5, end=9)), (Span(start=5, end=9),))
    """
    ordered = sorted(((place(item), n, item) for n, item in enumerate(items)), key=lambda t: t[:2])
    return Line(
        items=tuple(item for _, _, item in ordered),
        spans=tuple(span for span, _, _ in ordered),
        starts=tuple(span.start for span, _, _ in ordered),
    )
