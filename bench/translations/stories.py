"""Which pairs of invented pages are there, and which of them are translations?

A story is ``dev`` where the SHA-256 of its name is even, else ``held``; weights are
fitted and errors looked at on ``dev`` alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from allsource.lineage.features import Features, features
from allsource.model.document import Document

__all__ = ["HARD", "Pair", "half", "pages", "pairs"]

STORIES = Path(__file__).with_name("stories.yaml")
HARD = Path(__file__).with_name("hard.yaml")
OTHERS = ("translation", "independent", "figures", "loose", "handout")


@dataclass(frozen=True)
class Pair:
    """A page and one in another language."""

    story: str
    half: str
    what: str
    languages: tuple[str, str]
    one: Features
    other: Features

    @property
    def derived(self) -> bool:
        """Whether the other is a translation of the one."""
        return self.what in ("translation", "loose")


def half(name: str) -> str:
    """To which half a story belongs, by its name alone."""
    return "dev" if int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 == 0 else "held"


def pages(where: Path = STORIES) -> Iterator[tuple[dict[str, Any], str, Features]]:
    """All pages: the story, what the page is, and its features."""
    for story in yaml.safe_load(where.read_text(encoding="utf-8"))["stories"]:
        for what in ("page", *OTHERS):
            if what in story:
                name = f"{story['name']}/{what}"
                language = story["of"] if what == "page" else story["in"]
                page = Document(name, "", name, story[what], "text", language=language)
                yield story, what, features(page)


def pairs(where: Path = STORIES) -> list[Pair]:
    """Each page of a story with the others, which are in the other language."""
    first: dict[str, Features] = {}
    found: list[Pair] = []
    for story, what, feature in pages(where):
        name = story["name"]
        if what == "page":
            first[name] = feature
        else:
            spoken = story["of"], story["in"]
            found.append(Pair(name, half(name), what, spoken, first[name], feature))
    return found
