"""Which texts has the user's copy of the rumour articles, by number?

The bodies of the Fake News Challenge (FNC-1) are read from ``fnc1_bodies.csv.xz`` in a folder that
``--data`` or ``ALLSOURCE_FNC1`` names. They are no part of the repository: what ships is numbers,
offsets and hashes, and a body whose hash is another is refused.
"""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
from bench.audit.run import load_bodies
from bench.gold.resolve import digest

__all__ = ["Group", "Member", "bodies", "folder", "groups", "texts"]

HERE = Path(__file__).resolve().parent
BODIES = "fnc1_bodies.csv.xz"


class Member(msgspec.Struct, frozen=True):
    """One article of a group: the number of its body, and its hash."""

    id: str
    sha256: str


class Group(msgspec.Struct, frozen=True):
    """The articles mined around one claim, and the half that the claim belongs to."""

    id: str
    half: str
    claim: str
    articles: tuple[Member, ...]


def folder(named: Path | None) -> Path | None:
    """The folder of the corpus: as named, else as ``ALLSOURCE_FNC1`` says, else none.

    Args:
        named: what ``--data`` said.
    """
    asked = os.environ.get("ALLSOURCE_FNC1")
    found = named or (Path(asked) if asked else None)
    return found if found is not None and (found / BODIES).exists() else None


def bodies(data: Path) -> dict[str, str]:
    """Every body of the corpus by its number.

    Args:
        data: the folder that holds ``fnc1_bodies.csv.xz``.
    """
    return load_bodies(data / BODIES)


def groups(path: Path = HERE / "groups.json") -> list[Group]:
    """The groups that ship, in order of their names."""
    return msgspec.json.decode(path.read_bytes(), type=list[Group])


def texts(group: Group, known: dict[str, str]) -> dict[str, str]:
    """The articles of a group by number.

    Args:
        group: one that ships.
        known: the bodies of the user's copy.

    Raises:
        ValueError: a body is not the one that was labelled.

    Example:
        >>> one = Group("pier", "dev", "The pier closed.", (Member("7", digest("It closed.")),))
        >>> texts(one, {"7": "It closed."})
        {'7': 'It closed.'}
    """
    for article in group.articles:
        if digest(known.get(article.id, "")) != article.sha256:
            raise ValueError(f"body {article.id} of the copy at hand is not the one labelled")
    return {article.id: known[article.id] for article in group.articles}
