"""Are the expressions found those of the gold? Counts of four criteria over pairs.

Gold and found are paired one to one by overlap, longest first.
  relaxed  the spans share at least one character that is no blank
  strict   they are the same after blanks and punctuation at the ends are cut
  type     relaxed, and the same type
  value    relaxed, and the same TIMEX3 value
"""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from typing import NamedTuple

from allsource.model.span import Span

__all__ = ["CRITERIA", "Tally", "Timex", "pairs", "tally", "trimmed"]

CRITERIA = ("relaxed", "strict", "type", "value")
EDGES = " \t\r\n.,;:!?\"'`()[]-"


class Timex(NamedTuple):
    """An expression with its type and value."""

    span: Span
    type: str
    value: str


@dataclass
class Tally:
    """Counts over a set of texts."""

    gold: int = 0
    found: int = 0
    relaxed: int = 0
    strict: int = 0
    type: int = 0
    value: int = 0

    def add(self, other: "Tally") -> None:
        """Add another tally to this one."""
        for name, count in zip(vars(self), astuple(other), strict=True):
            setattr(self, name, getattr(self, name) + count)

    def f1(self, name: str) -> float:
        """Give the F1 of one of the four criteria, in percent."""
        right: int = getattr(self, name)
        return round(200 * right / max(1, self.gold + self.found), 1)


def trimmed(text: str, span: Span) -> Span:
    """Cut blanks and punctuation off the ends of a span."""
    start, end = span
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return Span(start, end)


def pairs(text: str, gold: Sequence[Timex], found: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """Pair one to one by overlap, the longest first, then the nearest starts."""
    shared: list[tuple[int, int, int, int]] = []
    for i, wanted in enumerate(gold):
        for j, got in enumerate(found):
            start, end = max(wanted.span[0], got.span[0]), min(wanted.span[1], got.span[1])
            if start < end and text[start:end].strip():
                shared.append((start - end, abs(wanted.span[0] - got.span[0]), i, j))
    left, right, paired = set[int](), set[int](), []
    for _, _, i, j in sorted(shared):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            paired.append((gold[i], found[j]))
    return paired


def tally(text: str, gold: Sequence[Timex], found: Sequence[Timex]) -> Tally:
    """Count one text."""
    matched = pairs(text, gold, found)
    return Tally(
        len(gold),
        len(found),
        len(matched),
        sum(trimmed(text, a.span) == trimmed(text, b.span) for a, b in matched),
        sum(a.type == b.type for a, b in matched),
        sum(a.value.upper() == b.value.upper() for a, b in matched),
    )
