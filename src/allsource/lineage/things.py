"""Do two quantities measure the same thing, in units that can be compared?

Units: money by currency, percent, counted nouns, physical units by kind; each
with or without a rate over time. Things: the name of what is measured and the
noun that is counted, reduced to their telling words; generic nouns ("drone", "unit", "aircraft") stand for whatever
telling words the other has. It fails where two programmes share one generic
noun and no claim names either.
"""

from dataclasses import dataclass
from functools import lru_cache

from allsource.lineage.statements import stem
from allsource.lineage.words import words
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.model.quantity import Quantity
from allsource.vocab import load

__all__ = ["Thing", "dimension", "is_apiece", "is_generic", "kind_of_unit", "principal", "thing"]


@dataclass(frozen=True, slots=True)
class Thing:
    """What a quantity measures, in telling words.

    Args:
        names: capitalised words, which tell one programme from another.
        nouns: other words that are not generic.
    """

    names: frozenset[str]
    nouns: frozenset[str]

    def meets(self, other: "Thing") -> bool:
        """Say whether two things may be one: names meet, or nouns do, or one side has neither."""
        if self.names and other.names:
            return bool(self.names & other.names)
        return not self.nouns or not other.nouns or bool(self.nouns & other.nouns)

    def shares(self, other: "Thing") -> bool:
        """Say whether two things have a telling word in common."""
        return bool(self.names & other.names or self.nouns & other.nouns)


def dimension(quantity: Quantity) -> tuple[str, str | None]:
    """Give what sort of thing a quantity is counted in, and what it is a rate over, if anything.

    Example:
        >>> from allsource.model.span import Span
        >>> dimension(Quantity("5 boats a week", Span(0, 14), 5, 5, unit="boat", per="week"))
        ('count', 'time')
        >>> dimension(Quantity("$5 a boat", Span(0, 9), 5, 5, currency="USD", per="boat"))
        ('USD', None)
    """
    base = quantity.currency or kind_of_unit(quantity.unit)
    if quantity.per is None or quantity.measure == "unit cost":
        return base, None
    if quantity.per in load("comparable")["periods"]:
        return base, "time"
    return base, None if kind_of_unit(quantity.per) == "count" else quantity.per


@lru_cache(maxsize=10_000)
def kind_of_unit(unit: str | None) -> str:
    """Give the kind of a unit: ``percent``, a physical kind, or ``count`` for a counted noun.

    Example:
        >>> kind_of_unit("square metre"), kind_of_unit("boat"), kind_of_unit(None)
        ('area', 'count', 'count')
    """
    if unit is None or unit == "percent":
        return unit or "count"
    bare = next((unit.removeprefix(p) for p in _PREFIXES if unit.startswith(p)), unit)
    return _physical().get(unit) or _physical().get(bare) or "count"


@lru_cache(maxsize=10_000)
def is_generic(noun: str) -> bool:
    """Say whether a counted noun stands for whatever is made ("unit", "drone")."""
    return stem(noun.casefold()) in _generic()


def thing(quantity: Quantity) -> Thing:
    """Give the telling words of what a quantity measures.

    Example:
        >>> from allsource.model.span import Span
        >>> thing(Quantity("9", Span(0, 1), 9, 9, of="Brant drones"))
        Thing(names=frozenset({'brant'}), nouns=frozenset())
    """
    noun = quantity.unit if quantity.unit and kind_of_unit(quantity.unit) == "count" else ""
    return _thing(f"{quantity.of or ''} {noun}")


def is_apiece(quantity: Quantity) -> bool:
    """Say whether a sum is the price of one thing: it stands beside no total of such things.

    Example:
        >>> from allsource.model.span import Span
        >>> is_apiece(Quantity("$5 a boat", Span(0, 9), 5, 5, currency="USD", per="boat"))
        True
    """
    periods = load("comparable")["periods"]
    each = quantity.per is not None and quantity.per not in periods
    return quantity.currency is not None and (each or quantity.measure == "unit cost")


def principal(claim: Claim) -> Quantity | None:
    """Give the quantity that a claim is mainly about: its first with a measure of weight."""
    asides = load("comparable")["asides"]
    return next((q for q in claim.quantities if q.measure and q.measure not in asides), None)


@lru_cache(maxsize=50_000)
def _thing(name: str) -> Thing:
    listed = words(Document("", "", "", name, "text"))
    telling = [
        (name[start].isupper(), stem(word))
        for word, start in zip(listed.folded, listed.starts, strict=True)
        if len(word) > 2 and stem(word) not in _generic()
    ]
    return Thing(
        frozenset(word for upper, word in telling if upper),
        frozenset(word for upper, word in telling if not upper),
    )


@lru_cache(maxsize=1)
def _generic() -> frozenset[str]:
    rows = load("comparable")["generic"]
    return frozenset(stem(word) for row in rows for word in row["words"])


_PREFIXES = ("kilo", "centi", "milli", "micro", "nano", "mega", "giga", "tera", "hecto", "deci")
"""SI prefixes, written out as the names of units have them."""


@lru_cache(maxsize=1)
def _physical() -> dict[str, str]:
    return {row["name"]: row["kind"] for row in load("units") if row["name"] != "percent"}
