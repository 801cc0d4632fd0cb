"""Where in the articles are the words that a reader wrote down?

Each stretch of words is sought by itself, with the rules of ``bench/gold/words.py``, so one that is
not found does not hide the others: every one is told with its place in the file. Words of a ``same``
must stand in each of its articles; there, and only there, the first place is taken of several.
"""

from __future__ import annotations

from collections.abc import Mapping

from bench.gold.resolve import digest
from bench.gold.words import UnclearWordsError, find
from bench.roots.model import Account, Credit, Edge, Labels, Place, Root, Same

__all__ = ["resolve"]

NOWHERE = Place((0, 0), "")


class _Reader:
    """Finds words in the articles of a group, and keeps what could not be found."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = texts
        self.problems: list[str] = []

    def place(self, words: str, article: str, where: str) -> Place:
        text = self.texts.get(article)
        if text is None:
            self.problems.append(f"{where}: {article!r} is no article of the group")
            return NOWHERE
        try:
            span = find(words, text)
        except UnclearWordsError as error:
            self.problems.append(f"{where}, article {article}: {error}")
            return NOWHERE
        return Place(span, digest(text[slice(*span)]))

    def account(self, one: Account[str]) -> Account[Place]:
        where = f"article {one.id}"
        credited = tuple(
            Credit(c.id, self.place(c.words, one.id, f"{where}, {c.id}"), c.name, c.kind, c.through)
            for c in one.credits
        )
        words = None if one.words is None else self.place(one.words, one.id, where)
        return Account(one.id, one.stance, words, one.house, credited, one.roots, one.open)

    def edge(self, one: Edge[str]) -> Edge[Place]:
        where = f"edge {one.child} -> {one.parent}"
        words = self.place(one.words, one.child, where)
        return Edge(one.child, one.parent, one.kind, one.certainty, words)

    def same(self, one: Same[str]) -> Same[Place]:
        where = f"same {' '.join(one.articles)}"
        found = [self.place(self._first(one.words, a), a, where) for a in one.articles]
        return Same(one.articles, one.certainty, found[0] if found else NOWHERE)

    def _first(self, words: str, article: str) -> str:
        """The words marked as at their first place, where that is what it takes to find them."""
        try:
            find(words, self.texts.get(article, ""))
        except UnclearWordsError as error:
            return f"{words}#1" if "times in the text, mark one" in str(error) else words
        return words

    def root(self, one: Root[str]) -> Root[Place]:
        words = self.place(one.words, one.article, f"root {one.id}")
        return Root(one.id, one.label, one.kind, one.says, one.article, words, one.maybe)


def resolve(labels: Labels[str], texts: Mapping[str, str]) -> tuple[Labels[Place], list[str]]:
    """Find every stretch of words.

    Args:
        labels: what a reader wrote.
        texts: the articles of the group by number.

    Returns:
        The labels as places, and what could not be found.

    Example:
        >>> account = Account("7", "affirms", "pier fell")
        >>> found, problems = resolve(Labels("pier", (account,)), {"7": "The pier fell."})
        >>> found.articles[0].words.span, problems
        ((4, 13), [])
    """
    reader = _Reader(texts)
    placed = Labels(
        labels.group,
        tuple(reader.account(one) for one in labels.articles),
        tuple(reader.root(one) for one in labels.roots),
        labels.unseen,
        tuple(reader.edge(one) for one in labels.edges),
        tuple(reader.same(one) for one in labels.same),
    )
    return placed, reader.problems
