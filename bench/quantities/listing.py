"""The hundred worst errors, for a person to read.

An error weighs as much as it costs who relies on it: a bound read the wrong way round above all,
then a designation taken for a quantity, a number missed or wrong, and last a date or a thing. What
is listed is of development parts only; ``bench/out`` is not part of the project.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

OUT = Path(__file__).resolve().parents[1] / "out" / "quantities.md"
WEIGHTS = {
    "bound inverted": 9, "false find on a designation": 6, "missing": 5, "interval": 4,
    "false find": 4, "value": 4, "unit": 3, "per": 3, "role": 2, "change": 2, "series": 2, "date": 2,
    "time": 2, "measure": 1, "of": 1, "concept": 1,
}  # fmt: skip
MOST = 100


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that is wrong with one sentence."""

    question: str
    source: str
    text: str
    wanted: str
    got: str

    @property
    def weight(self) -> int:
        """How much it costs who relies on the answer."""
        return WEIGHTS.get(self.question, 1)


def write(misses: Sequence[Miss], path: Path = OUT) -> None:
    """Write the sentences with the greatest weight of errors, worst first."""
    by_text: dict[tuple[str, str], list[Miss]] = {}
    for miss in misses:
        by_text.setdefault((miss.source, miss.text), []).append(miss)
    order = sorted(
        by_text.items(), key=lambda item: (-sum(miss.weight for miss in item[1]), item[0])
    )
    lines = [f"# The worst {min(MOST, len(order))} of {len(order)} sentences with errors", ""]
    for (source, text), found in order[:MOST]:
        lines += [f"> {text.strip()}", "", f"*{source}*", ""]
        lines += [
            f"- **{miss.question}**: wants {miss.wanted}, got {miss.got}"
            for miss in sorted(found, key=lambda miss: -miss.weight)
        ]
        lines.append("")
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines), encoding="utf-8")
