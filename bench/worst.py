"""What went worst, for a person to read?

``write`` puts the errors of a bench into ``bench/out/NAME.md``: at most a hundred for each question,
each with where it stands, the words around it, what was wanted and what was found. The folder is no
part of the project: the texts of some sets may not be shipped.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

__all__ = ["OUT", "Error", "around", "write"]

OUT = Path(__file__).parent / "out"
MOST = 100
_NEAR = 160


@dataclass(frozen=True, slots=True)
class Error:
    """One thing that went wrong.

    Args:
        question: under which it is listed.
        where: article, sentence or case.
        words: the text, with the place in question between ``⟦`` and ``⟧`` if it has one.
        wanted: what is right.
        found: what was found.
        weight: the worst come first.
    """

    question: str
    where: str
    words: str
    wanted: str
    found: str
    weight: float = 1.0


def around(text: str, start: int, end: int) -> str:
    """Give a stretch of a text between marks, with a little of what stands beside it.

    Example:
        >>> around("The yard closed.", 4, 8)
        'The ⟦yard⟧ closed.'
    """
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    return " ".join(f"{before}⟦{text[start:end]}⟧{after}".split())


def write(name: str, errors: Iterable[Error]) -> Path:
    """Write the worst errors of a bench; what stood there before is replaced.

    Args:
        name: of the bench.
        errors: in the order in which equals are listed.
    """
    rows: dict[str, list[Error]] = defaultdict(list)
    for error in errors:
        rows[error.question].append(error)
    lines = [f"# The worst errors of bench/{name}"]
    for question, found in rows.items():
        worst = sorted(found, key=lambda e: -e.weight)[:MOST]
        lines += ["", f"## {question}: {len(worst)} of {len(found)}"]
        for error in worst:
            lines += ["", f"- **{error.where}** {error.words}"]
            lines += [f"  - wanted: {error.wanted}", f"  - found: {error.found}"]
    OUT.mkdir(exist_ok=True)
    path = OUT / f"{name}.md"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
