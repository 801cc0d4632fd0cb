"""The own cases: their marks, their halves, and what was wrong about one."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from allsource.model.span import Span

HERE = Path(__file__).parent
MARKS = re.compile(r"\{(?:(\d+): )?|\}|<|>|\[|\]")


@dataclass(frozen=True)
class Answer:
    """What one case wanted and what was found.

    Args:
        question: the part of the bench.
        half: "dev" or "held", by the hash of the marked text.
        marked: the text with its marks.
        wanted: labelled.
        found: read.
    """

    question: str
    half: str
    marked: str
    wanted: Any
    found: Any


def load(name: str) -> Any:
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))


def half(key: str) -> str:
    return "dev" if int(hashlib.sha256(key.encode()).hexdigest(), 16) % 2 == 0 else "held"


def unmark(marked: str) -> tuple[str, list[tuple[str, Span]]]:
    """Take the marks out; give the text and (number, "cue" or "source", span) in order."""
    plain, at, opened = "", 0, []
    found: list[tuple[str, Span]] = []
    for mark in MARKS.finditer(marked):
        plain += marked[at : mark.start()]
        at = mark.end()
        if mark[0][0] in "{<[":
            kind = {"<": "cue", "[": "source"}.get(mark[0][0], mark[1] or "0")
            opened.append((kind, len(plain)))
        else:
            kind, start = opened.pop()
            found.append((kind, Span(start, len(plain))))
    return plain + marked[at:], found


def share(marks: Iterable[bool]) -> float:
    listed = list(marks)
    right: int = sum(listed)
    return round(100 * right / max(1, len(listed)), 1)


def macro(pairs: list[tuple[str, str]]) -> float:
    """Mean F1 over the labels that the gold has."""
    scores = []
    for label in sorted({gold for gold, _ in pairs}):
        both = sum(a == b == label for a, b in pairs)
        either = sum(a == label for a, _ in pairs) + sum(b == label for _, b in pairs)
        scores.append(2 * both / either)
    mean: float = sum(scores) / max(1, len(scores))
    return round(100 * mean, 1)
