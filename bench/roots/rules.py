"""Do the labels of a group keep the rules of form that GUIDELINES.md gives?

What is asked here needs no text: ids, references, what an article off topic may have, loops among
edges. Whether a label is right, nobody can check by form.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from bench.roots.model import Account, Labels, Place

__all__ = ["broken", "counted"]

FOR = ("affirms", "reports")
"""The stances of an article that is for the claim."""


def broken(labels: Labels[Place], articles: Iterable[str]) -> list[str]:
    """Every rule that is broken, in words.

    Args:
        labels: of one group.
        articles: the numbers of its articles.

    Example:
        >>> broken(Labels("pier", (Account("7", "off_topic"),)), ["7", "9"])
        ['article 9 is not labelled']
    """
    return [
        *_articles(labels, list(articles)),
        *(fault for one in labels.articles for fault in _account(one, labels)),
        *_roots(labels),
        *_edges(labels),
        *_same(labels),
    ]


def counted(labels: Labels[Place]) -> tuple[int, int, bool]:
    """How many roots stand behind the articles that are for the claim.

    Args:
        labels: of one group.

    Returns:
        The lowest number, the highest, and whether every article for the claim has its root.

    Example:
        >>> from bench.roots.model import Root
        >>> told = [Root(r, "", "outlet", "affirms", "7", Place((0, 1), ""), m) for r, m in
        ...         [("r1", None), ("r2", "r1")]]
        >>> counted(Labels("pier", (Account("7", "reports", roots=("r1", "r2?")),), tuple(told)))
        (1, 2, True)
    """
    told = [one for one in labels.articles if one.stance in FOR]
    used = {root.rstrip("?") for one in told for root in one.roots}
    behind = [one for one in labels.roots if one.id in used and one.says == "affirms"]
    apart = [one for one in behind if one.maybe not in used]
    return len(apart), len(behind), not any(one.open for one in told)


def _numbered(ids: Sequence[str], letter: str, where: str) -> Iterator[str]:
    if list(ids) != [f"{letter}{at}" for at in range(1, len(ids) + 1)]:
        yield f"{where}: ids are {letter}1, {letter}2, ... in order"


def _articles(labels: Labels[Place], articles: Sequence[str]) -> Iterator[str]:
    times = Counter(one.id for one in labels.articles)
    yield from (f"article {one} is not labelled" for one in articles if not times[one])
    yield from (f"article {one} is labelled twice" for one, n in times.items() if n > 1)
    yield from (f"article {one} is none of the group" for one in times if one not in articles)


def _account(one: Account[Place], labels: Labels[Place]) -> Iterator[str]:
    where = f"article {one.id}"
    if one.stance == "off_topic":
        if one != Account[Place](one.id, one.stance):
            yield f"{where}: nothing else is labelled for an article that is off topic"
        return
    if one.words is None:
        yield f"{where}: no words for its stance"
    known = {credit.id for credit in one.credits}
    yield from _numbered([credit.id for credit in one.credits], "c", where)
    for credit in one.credits:
        if credit.through is not None and credit.through not in known - {credit.id}:
            yield f"{where}, {credit.id}: there is no other credit {credit.through!r} to go through"
    yield from _rests(one, labels, where)


def _rests(one: Account[Place], labels: Labels[Place], where: str) -> Iterator[str]:
    """Faults of the roots of an article."""
    says = {root.id: root.says for root in labels.roots}
    named = [root.removesuffix("?") for root in one.roots]
    if not named and not one.open:
        yield f"{where}: neither a root nor open"
    if len(set(named)) < len(named):
        yield f"{where}: a root is there twice"
    yield from (f"{where}: there is no root {root!r}" for root in named if root not in says)
    affirming = one.open or any(says.get(root) == "affirms" for root in named)
    if one.stance in FOR and not affirming:
        yield f"{where}: it is for the claim, and rests on denials alone"


def _roots(labels: Labels[Place]) -> Iterator[str]:
    ids = [root.id for root in labels.roots]
    yield from _numbered(ids, "r", "roots")
    used = {root.removesuffix("?") for one in labels.articles for root in one.roots}
    yield from (f"root {one} is used by no article" for one in ids if one not in used)
    says = {root.id: root.says for root in labels.roots}
    for at, root in enumerate(labels.roots):
        if root.maybe is not None and root.maybe not in ids[:at]:
            yield f"root {root.id}: maybe {root.maybe!r} is no earlier root"
        elif root.maybe is not None and says[root.maybe] != root.says:
            yield f"root {root.id}: {root.maybe} says the contrary, they cannot be one"


def _edges(labels: Labels[Place]) -> Iterator[str]:
    unseen = [one.id for one in labels.unseen]
    yield from _numbered(unseen, "u", "unseen")
    told = {one.id for one in labels.articles if one.stance != "off_topic"}
    for edge in labels.edges:
        where = f"edge {edge.child} -> {edge.parent}"
        if edge.child not in told:
            yield f"{where}: the child is no article of the group that is on topic"
        if edge.parent not in told | set(unseen):
            yield f"{where}: the parent is no such article, nor unseen"
    times = Counter((edge.child, edge.parent) for edge in labels.edges)
    yield from (f"edge {a} -> {b} is there twice" for (a, b), n in times.items() if n > 1)
    children = Counter(parent for _, parent in times)
    for one in unseen:
        if children[one] < 2:
            yield f"unseen {one}: fewer than two articles were made from it"
    if _looped(times.keys()):
        yield "edges: an article is made from itself, directly or through others"


def _looped(edges: Iterable[tuple[str, str]]) -> bool:
    """Whether following children to parents comes round."""
    left = set(edges)
    while True:
        children = {child for child, _ in left}
        kept = {(child, parent) for child, parent in left if parent in children}
        if kept == left:
            return bool(left)
        left = kept


def _same(labels: Labels[Place]) -> Iterator[str]:
    told = {one.id for one in labels.articles if one.stance != "off_topic"}
    joined = {frozenset((edge.child, edge.parent)) for edge in labels.edges}
    for same in labels.same:
        where = f"same {' '.join(same.articles)}"
        if len(set(same.articles)) < max(2, len(same.articles)):
            yield f"{where}: two articles or more, each once"
        yield from (f"{where}: {one} is not on topic" for one in same.articles if one not in told)
        yield from (f"{where}: {' and '.join(sorted(pair))} have an edge already"
                    for pair in joined if pair <= set(same.articles))  # fmt: skip
