"""Does one figure count a part of what another counts, and what does it say that it counts?

Shown by words: parts left out or taken in ("decoys excluded"), "alone" and
"abroad" on one side only, or an argument of one claim that has all the telling
words of the other's and more ("Corrant", "Corrant's northern army"). Words of
places need no gazetteer: "Velory, Corrant" has the words of "Corrant". It fails
where the wider place is not named beside the narrower one, and takes every
further word of a counted noun for a narrowing. What is taken in or left out is
told by a plural beside the figure ("40 a month, decoys excluded").
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from allsource.lineage.frames import Frame, Part, frame, part, telling
from allsource.model.claim import Claim
from allsource.model.quantity import Quantity
from allsource.model.span import Span
from allsource.vocab import load

__all__ = ["counted", "narrower"]

_TAKEN = {"taken in": "with", "left out": "without"}
_BESIDE = 60
"""Characters behind a figure in which its scope is told."""
_RANK = {"left out": 1, "a part": 1, "taken in": -1, "all": -1}


def narrower(wide: Claim, narrow: Claim, *, by_name: bool = False) -> tuple[Span, ...] | None:
    """Show that one claim's figure covers a part of the other's.

    Args:
        wide: what may be the wider claim.
        narrow: what may be the narrower one.
        by_name: more nouns alone show nothing, it takes a further name.

    Returns:
        The words of ``narrow`` that show it, or those of ``wide`` where it alone says what is
        taken in; None where nothing does.
    """
    left, right = dict(_marks(wide)), dict(_marks(narrow))
    ranks = [sum(_RANK[name] for name in found) for found in (left, right)]
    if ranks[0] != ranks[1]:
        return tuple((right or left).values()) if ranks[1] > ranks[0] else None
    mine, theirs = frame(wide), frame(narrow)
    if mine is None or theirs is None:
        return None
    told = _words(telling(wide.statement))
    if not _is_narrowed(mine, theirs, told, by_name=by_name):
        return None
    if narrow.predication is None:
        return None
    return tuple(
        one.span for one in narrow.predication.arguments() if not _words(part(one)) <= told
    )


def counted(claim: Claim, quantity: Quantity) -> str | None:
    """Tell which products a figure counts, where the words right behind it tell.

    Args:
        claim: holds the figure.
        quantity: of the claim.

    Returns:
        "with" or "without" and what is taken in or left out; None where nothing is told.
    """
    start = claim.proposition.start
    behind = claim.statement[max(quantity.span.end - start, 0) :][:_BESIDE].casefold()
    others = (one.span.start - quantity.span.end for one in claim.quantities)
    behind = behind[: min((gap for gap in others if gap > 0), default=_BESIDE)]
    for match in _beside().finditer(behind):
        name = _names()[match["before"] or match["after"]]
        if name in _TAKEN:
            return f"{_TAKEN[name]} {match['what'] or match['told']}"
    return None


def _is_narrowed(wide: Frame, narrow: Frame, told: frozenset[str], *, by_name: bool) -> bool:
    """Say whether each argument of one frame has all the words of the other's, and one has more.

    A further word counts beside a telling word of the same argument, or as a place: to name the
    plant that the other only calls "the plant" narrows nothing.
    """
    roles = [
        (wide.subject, narrow.subject),
        (wide.object, narrow.object),
        (wide.recipient, narrow.recipient),
    ]
    pairs = [(_words(outer), _words(inner), inner.names) for outer, inner in roles]
    place = _words(narrow.place)
    if any(outer and inner and not outer <= inner for outer, inner, _ in pairs):
        return False
    more = [names if by_name else inner for outer, inner, names in pairs if outer]
    extra = frozenset().union(*more, place) - told
    deeds = wide.deeds.keys() & narrow.deeds.keys()
    return bool(extra) and bool(deeds or not (wide.deeds and narrow.deeds))


def _words(part: Part) -> frozenset[str]:
    return part.names | part.nouns


def _marks(claim: Claim) -> Iterator[tuple[str, Span]]:
    """Give the kinds of scope words in a claim, each with its first place."""
    seen: set[str] = set()
    for match in _scopes().finditer(claim.statement.casefold()):
        name = _names()[match.group()]
        if name not in seen and len(claim.statement.casefold()) == len(claim.statement):
            seen.add(name)
            start = claim.proposition.start + match.start()
            yield name, Span(start, start + len(match.group()))


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {word: row["name"] for row in load("predicates")["scopes"] for word in row["words"]}


@lru_cache(maxsize=1)
def _beside() -> re.Pattern[str]:
    """Words of scope with the plural that they go with, behind them or, for participles, before."""
    words = sorted(
        (word for word, name in _names().items() if name in _TAKEN),
        key=lambda one: (-len(one), one),
    )
    ending = "|".join(re.escape(word) for word in words if word.endswith("ed"))
    leading = "|".join(re.escape(word) for word in words if not word.endswith("ed"))
    noun = r"[a-z][a-z-]+s"
    return re.compile(
        rf"\b(?:(?P<before>{leading})\s+(?P<what>{noun})|(?P<told>{noun})\s+(?P<after>{ending}))\b"
    )


@lru_cache(maxsize=1)
def _scopes() -> re.Pattern[str]:
    words = sorted(_names(), key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")
