"""What is true of a world that was written to a folder?

Reads ``truth.json`` back and answers which articles an article was made from, directly or at some
remove.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
from bench.newsrooms.facts import State

__all__ = ["Told", "Truth", "load"]


class Told(msgspec.Struct, frozen=True):
    """A claim of the truth."""

    id: str
    article: str
    words: str
    sentence: str
    fact: str
    root: str
    parent: str | None
    changes: list[str]
    state: State


class Credited(msgspec.Struct, frozen=True):
    """An outlet that an article names as its source."""

    outlet: str
    how: str


class Written(msgspec.Struct, frozen=True):
    """An article of the truth."""

    id: str
    path: str
    outlet: str
    published: str | None
    parents: dict[str, str]
    credits: list[Credited]


class Truth(msgspec.Struct, frozen=True):
    """The truth of a world."""

    fiction: bool
    articles: list[Written]
    claims: list[Told]

    def ancestors(self, article: str) -> set[str]:
        """Give all articles that an article was made from, at any remove."""
        parents = {one.id: list(one.parents) for one in self.articles}
        seen: set[str] = set()
        waiting = [article]
        while waiting:
            fresh = [name for name in parents[waiting.pop()] if name not in seen]
            seen.update(fresh)
            waiting += fresh
        return seen


def load(folder: Path) -> Truth:
    """Read the truth of the world in a folder."""
    return msgspec.json.decode((folder / "truth.json").read_bytes(), type=Truth)
