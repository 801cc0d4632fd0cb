"""Do two quantities measure the same thing, in units that can be compared?

Units: money by currency, percent, counted nouns, physical units; each with or
without a rate over time. Things: the name of what is measured, reduced to its
telling words; generic nouns ("drone", "unit", "aircraft") stand for whatever
telling words the other has. It fails where two programmes share one generic
noun and no claim names either.
"""

from functools import lru_cache

from allsource.lineage.statements import stem
from allsource.lineage.words import words
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.model.quantity import Quantity
from allsource.vocab import load

__all__ = ["dimension", "is_generic", "principal", "same_thing", "thing"]


def dimension(quantity: Quantity) -> tuple[str, str | None]:
    """Give what a quantity counts and the period it is a rate over, if any.

    Example:
        >>> from allsource.model.span import Span
        >>> rate = Quantity("5 boats a week", Span(0, 14), 5, 5, unit="boat", per="week")
        >>> dimension(rate)
        ('boat', 'time')
    """
    base = quantity.currency or (quantity.unit or "number")
    if is_generic(base):
        base = "unit"
    per = quantity.per
    if per is None or per in load("comparable")["per_thing"] or is_generic(per):
        return base, None
    return base, "time" if per in load("comparable")["periods"] else per


@lru_cache(maxsize=10_000)
def is_generic(noun: str) -> bool:
    """Say whether a counted noun stands for whatever is made ("unit", "drone")."""
    return stem(noun.casefold()) in _generic()


def thing(quantity: Quantity) -> frozenset[str]:
    """Give the telling words of what a quantity measures; empty where only generic.

    Example:
        >>> from allsource.model.span import Span
        >>> sorted(thing(Quantity("9", Span(0, 1), 9, 9, of="Brant drones")))
        ['brant']
    """
    return _telling(quantity.of or "")


def same_thing(one: Quantity, other: Quantity) -> bool:
    """Say whether two quantities of one measure may be of the same thing.

    Telling words must meet; where one side has none, nothing speaks against it.
    """
    left, right = thing(one), thing(other)
    return not left or not right or bool(left & right)


def principal(claim: Claim) -> Quantity | None:
    """Give the quantity that a claim is mainly about: its first with a measure."""
    return next((quantity for quantity in claim.quantities if quantity.measure), None)


@lru_cache(maxsize=50_000)
def _telling(name: str) -> frozenset[str]:
    listed = words(Document("", "", "", name, "text")).folded
    return frozenset(stem(word) for word in listed if len(word) > 2) - _generic() - {"the"}


@lru_cache(maxsize=1)
def _generic() -> frozenset[str]:
    rows = load("comparable")["generic"]
    return frozenset(stem(word) for row in rows for word in row["words"])
