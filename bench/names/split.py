"""Which half does an entity of the development data belong to?

Written down, and frozen, before any pair was looked at. Names that stand in one pair, or are equal once
they are folded (ASCII letters and digits, lower case), belong to one entity group; a group goes to ``dev``
where the SHA-256 of its smallest folded name is even, to ``held`` where it is odd. So no name of one half
is in the other.
"""

import csv
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from anyascii import anyascii

__all__ = ["Pair", "checks", "half", "rows"]


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled pair of records.

    Args:
        schema: kind of party.
        left: fields of the one: ``name`` and, where they are known, ``birth_date`` and ``country``.
        right: fields of the other.
        same: the label.
        half: dev or held.
        source: which set it is from.
    """

    schema: str
    left: dict[str, str]
    right: dict[str, str]
    same: bool
    half: str
    source: str = field(default="checks")


def folded(name: str) -> str:
    """Give the letters and digits of a name in ASCII, in lower case, words in order."""
    words = "".join(c if c.isalnum() else " " for c in anyascii(name).casefold()).split()
    return " ".join(words)


def half(key: str) -> str:
    """Give the half of an entity group by the folded name it is known by."""
    return "dev" if int(hashlib.sha256(key.encode()).hexdigest(), 16) % 2 == 0 else "held"


def _groups(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Join names that stand in one pair; give the smallest of its group for each."""
    above: dict[str, str] = {}

    def top(name: str) -> str:
        above.setdefault(name, name)
        while above[name] != name:
            name = above[name]
        return name

    for one, other in pairs:
        small, large = sorted((top(one), top(other)))
        above[large] = small
    return {name: top(name) for name in above}


def _whole(fields: dict[str, Any]) -> str:
    """Give the name of a record, put together where its parts stand alone."""
    parts = (
        str(fields.get(part, "")) for part in ("firstName", "middleName", "fatherName", "lastName")
    )
    return str(fields.get("name") or " ".join(part for part in parts if part))


def checks(folder: Path) -> Iterator[Pair]:
    """Read the hand-labelled pairs with their halves."""
    held = yaml.safe_load((folder / "entity_checks.yml").read_text(encoding="utf-8"))["checks"]
    names = [(folded(_whole(one["query"])), folded(_whole(one["candidate"]))) for one in held]
    group = _groups(names)
    for one, (left, _) in zip(held, names, strict=True):
        yield Pair(
            one["schema"],
            {"name": _whole(one["query"])},
            {"name": _whole(one["candidate"])},
            bool(one["match"]),
            half(group[left]),
        )


def rows(path: Path) -> list[dict[str, str]]:
    """Read a CSV of the data."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))
