"""What was right, what was asked, and what went wrong?

An error weighs as much as it costs who relies on it: a bound read the wrong way round above all,
then a designation taken for a quantity, a number missed or wrong, and last a date or a thing.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from bench.worst import Error

__all__ = ["Tally", "miss"]

WEIGHTS = {
    "bound inverted": 9, "false find on a designation": 6, "missing": 5, "interval": 4,
    "false find": 4, "value": 4, "unit": 3, "per": 3, "role": 2, "change": 2, "series": 2, "date": 2,
    "time": 2, "measure": 1, "of": 1, "concept": 1,
}  # fmt: skip


@dataclass(slots=True)
class Tally:
    """Right and total per question, and the errors of development parts."""

    right: dict[str, int] = field(default_factory=dict)
    total: dict[str, int] = field(default_factory=dict)
    misses: list[Error] = field(default_factory=list)

    def mark(self, question: str, right: bool) -> None:
        """Count one answer."""
        self.total[question] = self.total.get(question, 0) + 1
        self.right[question] = self.right.get(question, 0) + int(right)


def miss(question: str, where: str, text: str, wanted: str, got: str) -> Error:
    """Make the error of one question about one sentence."""
    return Error(question, where, text.strip(), wanted, got, WEIGHTS.get(question, 1))
