"""Which errors are the worst, in a form that a person can read?

An expression missed or made up is worse than one with a wrong value, and that is worse than one
with the wrong words or type. Errors of the same kind, words and value are listed once, the most
frequent first.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bench.times.scoring import Timex, pairs, trimmed

__all__ = ["Flaw", "flaws", "listed"]

KINDS = ("missed", "made up", "wrong value", "wrong words", "wrong type")
AROUND = 60


class Flaw(NamedTuple):
    """One error and its surroundings."""

    kind: str
    wanted: str
    got: str
    where: str
    around: str


def flaws(name: str, text: str, gold: Sequence[Timex], found: Sequence[Timex]) -> list[Flaw]:
    """List the errors of one text."""
    matched = pairs(text, gold, found)
    errors = [
        _flaw(name, text, kind, wanted, got)
        for wanted, got in matched
        if (kind := _kind(text, wanted, got)) is not None
    ]
    left, right = {a for a, _ in matched}, {b for _, b in matched}
    errors += [_flaw(name, text, "missed", one, None) for one in gold if one not in left]
    errors += [_flaw(name, text, "made up", None, one) for one in found if one not in right]
    return errors


def _kind(text: str, wanted: Timex, got: Timex) -> str | None:
    if wanted.value.upper() != got.value.upper():
        return "wrong value"
    if trimmed(text, wanted.span) != trimmed(text, got.span):
        return "wrong words"
    return "wrong type" if wanted.type != got.type else None


def _flaw(name: str, text: str, kind: str, wanted: Timex | None, got: Timex | None) -> Flaw:
    start, end = (wanted or got).span  # type: ignore[union-attr]
    around = text[max(0, start - AROUND) : start] + "**" + text[start:end] + "**"
    around += text[end : end + AROUND]
    return Flaw(kind, _told(text, wanted), _told(text, got), name, " ".join(around.split()))


def _told(text: str, timex: Timex | None) -> str:
    if timex is None:
        return ""
    return f"{' '.join(timex.span.of(text).split())} ({timex.type} {timex.value})"


def listed(errors: Sequence[Flaw], size: int, path: Path) -> None:
    """Write the worst errors as Markdown."""
    groups: dict[tuple[str, str, str], list[Flaw]] = {}
    for error in errors:
        key = (error.kind, error.wanted.lower(), error.got.lower())
        groups.setdefault(key, []).append(error)
    order = sorted(groups.values(), key=lambda g: (KINDS.index(g[0].kind) // 2, -len(g), g[0]))
    lines = ["# Times: the worst errors of the development folds", ""]
    lines += [f"- {kind}: {sum(e.kind == kind for e in errors)}" for kind in KINDS]
    for group in order[:size]:
        first = group[0]
        lines += ["", f"## {first.kind}, {len(group)} times", ""]
        lines += [f"- wanted: {first.wanted or 'nothing'}", f"- found: {first.got or 'nothing'}"]
        lines += [f"- {first.where}: {first.around.replace('|', ' ')}"]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
