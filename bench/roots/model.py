"""What does a reader write down for a group of articles, and what is kept of it?

``Labels[str]`` is what a reader writes, in words (GUIDELINES.md says how). ``Labels[Place]`` is the
same with every stretch of words as its place in the article and its hash, which is what the repository
ships: it holds no text of the articles, but for the names of those who are credited. Labels of
roots and of unseen parents are the reader's own prose.
"""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

import msgspec

__all__ = ["Account", "Credit", "Edge", "Labels", "Place", "Root", "Same", "Unseen"]

Stance = Literal["affirms", "reports", "doubts", "denies", "off_topic"]
Kind = Literal[
    "outlet", "agency", "person", "body", "document", "post", "recording", "unnamed"
]  # fmt: skip
EdgeKind = Literal["revision", "translation", "primary", "quotation", "rewrite"]
Certainty = Literal["sure", "likely"]
Says = Literal["affirms", "denies"]


class _Label(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A key that is not known is an error, and one that is left out is empty."""


class Place(_Label, frozen=True):
    """A stretch of an article, in code points of the body, and its hash."""

    span: tuple[int, int]
    sha256: str


W = TypeVar("W", str, Place)


class Root(_Label, Generic[W], frozen=True):
    """Where the claim, or its denial, entered the record.

    ``maybe`` names an earlier root that this one may be.
    """

    id: str
    label: str
    kind: Kind
    says: Says
    article: str
    words: W
    maybe: str | None = None


class Unseen(_Label, frozen=True):
    """A text outside the group from which several articles of it were made."""

    id: str
    label: str


class Credit(_Label, Generic[W], frozen=True):
    """Whom an article credits with the claim; ``through`` is the credit that stands between."""

    id: str
    words: W
    name: str
    kind: Kind
    through: str | None = None


class Account(_Label, Generic[W], frozen=True):
    """What one article says of the claim, and on which roots it rests.

    A root that is likely, not sure, has a ``?`` at its end. ``open``: something of the claim is from
    where cannot be told.
    """

    id: str
    stance: Stance
    words: W | None = None
    house: str | None = None
    credits: tuple[Credit[W], ...] = ()
    roots: tuple[str, ...] = ()
    open: bool = False


class Edge(_Label, Generic[W], frozen=True):
    """One article was made from another, or from an unseen text."""

    child: str
    parent: str
    kind: EdgeKind
    certainty: Certainty
    words: W


class Same(_Label, Generic[W], frozen=True):
    """Articles that share text, of which nobody can tell who had it first.

    The words stand in each; shipped, the place is that of the first article.
    """

    articles: tuple[str, ...]
    certainty: Certainty
    words: W


class Labels(_Label, Generic[W], frozen=True):
    """All that one reader says of one group."""

    group: str
    articles: tuple[Account[W], ...]
    roots: tuple[Root[W], ...] = ()
    unseen: tuple[Unseen, ...] = ()
    edges: tuple[Edge[W], ...] = ()
    same: tuple[Same[W], ...] = ()
