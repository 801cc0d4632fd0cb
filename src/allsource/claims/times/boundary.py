"""Is a time a bound: by, until, since, after, before, as of?

The words directly before the expression decide, longest phrase first. They
stay outside its span. "after" before a stretch of time ("after two years")
bounds nothing.

It fails where the bound is said by a verb ("the deal that ends in June").
"""

from functools import lru_cache
from typing import Literal, cast

from allsource.claims.times.scene import Reading
from allsource.claims.times.tokens import Tokens
from allsource.vocab import load

__all__ = ["boundary_before"]

Boundary = Literal["by", "until", "since", "after", "before", "as_of"]


def boundary_before(tokens: Tokens, first: int, reading: Reading) -> Boundary | None:
    """Give the boundary that the words before token ``first`` make of a date."""
    if reading.type in ("DURATION", "SET"):
        return None
    at = first - 1 if tokens.word(first - 1) in ("the", "about", "around") else first
    for size in (3, 2, 1):
        phrase = " ".join(tokens.word(i) for i in range(at - size, at))
        if phrase in _phrases():
            return _phrases()[phrase]
    return None


@lru_cache(maxsize=1)
def _phrases() -> dict[str, Boundary]:
    return cast("dict[str, Boundary]", load("times")["boundary"]["words"])
