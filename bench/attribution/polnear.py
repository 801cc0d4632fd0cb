"""What do PolNeAR's standoff files say?

A folder holds ``dev`` and ``train``, each with ``text/ID.txt`` and ``attributions/ID_ANNOTATOR.ann``.
Where an article has several annotators, the first by name is kept.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from allsource.model.span import Span

ROLES = ("source", "cue", "content")
_SPAN = re.compile(r"^(T\d+)\t(\S+) ([\d ;]+)\t")
_EVENT = re.compile(r"^(E\d+)\t(.+)$")


@dataclass(frozen=True, slots=True)
class Triple:
    """One attribution; a role without words is empty, a discontinuous one has several spans."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its attributions."""

    id: str
    text: str
    triples: tuple[Triple, ...]


def read(folder: Path, split: str) -> Iterator[Article]:
    """Give the articles of a split, by name, as the first annotator read them."""
    for name, text, readings in read_all(folder, split):
        yield Article(name, text, readings[0])


def read_all(folder: Path, split: str) -> Iterator[tuple[str, str, tuple[tuple[Triple, ...], ...]]]:
    """Give name, text and each annotator's reading of the articles of a split, by name."""
    every: dict[str, list[Path]] = {}
    for path in sorted((folder / split / "attributions").glob("*.ann")):
        every.setdefault(path.stem.rsplit("_", 1)[0], []).append(path)
    for name, paths in every.items():
        text = (folder / split / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        yield name, text, tuple(triples(path.read_text(encoding="utf-8")) for path in paths)


def triples(standoff: str) -> tuple[Triple, ...]:
    """Read one standoff file."""
    spans: dict[str, list[Span]] = {}
    found = []
    for line in standoff.splitlines():
        if match := _SPAN.match(line):
            pairs = [part.split() for part in match[3].split(";")]
            spans[match[1]] = [Span(int(start), int(end)) for start, end in pairs]
        elif match := _EVENT.match(line):
            roles: dict[str, list[Span]] = {role: [] for role in ROLES}
            for word in match[2].split():
                key, target = word.split(":")
                role = re.sub(r"\d+$", "", key).lower()
                if role in roles:
                    roles[role] += spans.get(target, [])
            found.append(Triple(*(tuple(sorted(roles[role])) for role in ROLES)))
    kept = [triple for triple in found if triple.content or triple.cue]
    return tuple(sorted(kept, key=lambda t: (t.cue or t.content)[0]))
