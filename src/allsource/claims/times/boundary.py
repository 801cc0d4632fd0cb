"""Is a time a bound: by, until, since, after, before, as of?

The words directly before the expression decide, longest phrase first, then
those directly behind it ("2031 at the latest", "from May 2031 onwards"). They
stay outside its span. "after" before a stretch of time ("after two years") or
behind one ("two days after 5 May") bounds nothing.

It fails where the bound is said by a verb ("the deal that ends in June").
"""

from functools import lru_cache
from typing import Literal, cast

from allsource.claims.times.scene import Reading
from allsource.claims.times.tokens import Tokens
from allsource.vocab import load

__all__ = ["boundary_of"]

Boundary = Literal["by", "until", "since", "after", "before", "as_of"]
_LONGEST = 4
_CLAUSE = 20
"""Words before "from" in which it is sought whether the clause tells of what is to come."""
_COMING = frozenset({"will", "would", "shall", "must", "can", "may", "be", "is", "are"})
_ORIGIN = frozenset({"up", "down", "dating", "date", "is", "are", "be", "been"})
"""Words before "from" after which it tells where a thing comes from."""
_TO = frozenset({"to", "until", "till", "through", "-", "–", "—"})


def boundary_of(tokens: Tokens, first: int, end: int, reading: Reading) -> Boundary | None:
    """Give the boundary that the words around the tokens ``first`` to ``end`` make of a date."""
    if reading.type in ("DURATION", "SET"):
        return None
    at = first - 1 if tokens.word(first - 1) in ("the", "about", "around") else first
    for size in range(_LONGEST, 0, -1):
        phrase = " ".join(tokens.word(i) for i in range(at - size, at))
        if phrase in _phrases("boundary"):
            distance = phrase in ("after", "before") and _measured(tokens, at - 2)
            return None if distance else _phrases("boundary")[phrase]
    if tokens.word(at - 1) == "from" and _opens(tokens, at - 1, end):
        return "since"
    event = [tokens.word(i) for i in (at - 4, at - 3, at - 1)]
    return "since" if event == ["since", "the", "of"] else _behind(tokens, first, end)


def _opens(tokens: Tokens, place: int, end: int) -> bool:
    """Say whether "from" opens a time that is still to come, and no stretch: "will run from June"."""
    if tokens.word(end) in _TO:
        return False
    first = tokens.word(place - 1) in ("", ".", ";", "\n\n")
    before = [tokens.word(i) for i in range(max(0, place - _CLAUSE), place)]
    return first or (bool(_COMING & {*before}) and not _ORIGIN & {*before[-1:]})


def _behind(tokens: Tokens, first: int, end: int) -> Boundary | None:
    for size in range(_LONGEST - 1, 0, -1):
        phrase = " ".join(tokens.word(i) for i in range(end, end + size))
        if phrase in _phrases("boundary_behind"):
            return _phrases("boundary_behind")[phrase]
    open_end = tokens.word(end) == "on" and tokens.word(end + 1) in (".", ",", ";", "")
    return "since" if open_end and tokens.word(first - 1) == "from" else None


def _measured(tokens: Tokens, place: int) -> bool:
    """Say whether a unit stands before "after": "two days after"."""
    return place >= 0 and bool(tokens.features[place].keys() & {"unit", "units"})


@lru_cache(maxsize=2)
def _phrases(group: str) -> dict[str, Boundary]:
    return cast("dict[str, Boundary]", load("times")[group]["words"])
