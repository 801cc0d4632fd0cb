"""Which errors are the worst, in a form that a person can read?

Errors are of five kinds. Those of the same kind, words and value are listed once, the most frequent
first.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bench.times.scoring import Timex, pairs, trimmed
from bench.worst import Error, around

__all__ = ["Flaw", "flaws", "worst"]

KINDS = ("missed", "made up", "wrong value", "wrong words", "wrong type")


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
    return Flaw(kind, _told(text, wanted), _told(text, got), name, around(text, start, end))


def _told(text: str, timex: Timex | None) -> str:
    if timex is None:
        return ""
    return f"{' '.join(timex.span.of(text).split())} ({timex.type} {timex.value})"


def worst(errors: Sequence[Flaw]) -> Iterator[Error]:
    """Give errors of the same kind, words and value once, weighed by how often they came."""
    groups: dict[tuple[str, str, str], list[Flaw]] = {}
    for error in errors:
        key = (error.kind, error.wanted.lower(), error.got.lower())
        groups.setdefault(key, []).append(error)
    for group in sorted(groups.values(), key=lambda g: (KINDS.index(g[0].kind), g[0])):
        first = group[0]
        where = f"{first.where}, {len(group)} times"
        wanted, got = first.wanted or "nothing", first.got or "nothing"
        yield Error(first.kind, where, first.around, wanted, got, len(group))
