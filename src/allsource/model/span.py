"""Where in a document's text does something stand?

A span counts Unicode code points in the stored text and never changes. It is a
named tuple, so that it is written as ``[start, end]`` in JSON.
"""

from collections.abc import Iterable
from typing import NamedTuple

__all__ = ["Span", "hull", "quote"]


class Span(NamedTuple):
    """A half-open stretch ``[start, end)`` of a document's text, in code points.

    Example:
        >>> Span(2, 5).of("a cat")
        'cat'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Give the words at this span of ``text``."""
        return text[self.start : self.end]

    def shift(self, by: int) -> "Span":
        """Give the same stretch counted from ``by`` code points earlier."""
        return Span(self.start + by, self.end + by)

    def covers(self, other: "Span") -> bool:
        """Say whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


def hull(spans: Iterable[Span]) -> Span:
    """Give the smallest contiguous span that holds all ``spans`` (at least one).

    Example:
        >>> hull([Span(4, 6), Span(1, 3)])
        Span(start=1, end=6)
    """
    parts = list(spans)
    return Span(min(part.start for part in parts), max(part.end for part in parts))


def quote(text: str, spans: Iterable[Span]) -> str:
    """Give the words at ``spans``, joined by `` ... `` where they are discontinuous.

    Example:
        >>> quote("one two three", [Span(0, 3), Span(8, 13)])
        'one ... three'
    """
    return " ... ".join(span.of(text) for span in spans)
