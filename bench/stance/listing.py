"""Writes what was read wrongly as a page that a person can read; held cases are never shown."""

from collections import defaultdict
from itertools import zip_longest
from pathlib import Path

from bench.stance.cases import Answer

MOST = 100


def write(path: Path, answers: list[Answer]) -> None:
    """Write the worst cases of the development half, those with the most wrong parts first.

    Args:
        path: of the Markdown page; its folder is made.
        answers: of all questions and both halves.
    """
    wrong = sorted(
        (a for a in answers if a.half == "dev" and faults(a)),
        key=lambda a: (-len(faults(a)), a.question, a.marked),
    )[:MOST]
    grouped: dict[str, list[Answer]] = defaultdict(list)
    for answer in wrong:
        grouped[answer.question].append(answer)
    lines = ["# Stance: the worst development cases", ""]
    for question, found in sorted(grouped.items()):
        lines += [f"## {question}: {len(found)}", ""]
        for answer in found:
            lines += [f"- {answer.marked}"]
            lines += [f"  - wanted `{w}`, found `{f}`" for w, f in faults(answer)]
        lines.append("")
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def faults(answer: Answer) -> list[tuple[object, object]]:
    """The parts of an answer that are not as wanted."""
    pairs = zip_longest(answer.wanted, answer.found)
    return [(w, f) for w, f in pairs if _folded(w) != _folded(f)]


def _folded(part: object) -> object:
    if isinstance(part, list):
        return [_folded(one) for one in part]
    if isinstance(part, str):
        words = part.casefold().split()
        return words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words
    return part
