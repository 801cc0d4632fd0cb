"""Which quantities of a claim and of its retelling are the same?

Quantities that share a number are the same, those of one unit first; a number
of two or more telling digits is the same even where unit or currency is
another (then the unit changed). Of the rest, the only one of its kind on either
side replaces the other: the figure changed. What is left in the retelling was
added.

It fails where two figures of one kind change at once, and says nothing then.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from allsource.lineage.features import bits
from allsource.lineage.things import dimension, is_apiece, is_generic, thing
from allsource.model.claim import Claim
from allsource.model.quantity import Quantity
from allsource.vocab import load

__all__ = ["Pair", "Pairing", "paired"]

Pair = tuple[Quantity, Quantity]
"""A quantity of the retelling, and the one it retells."""

_TELLING = 1.5
"""Bits of a number that two texts share for a reason (see ``features.bits``)."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """How the quantities of two claims go together.

    Args:
        same: pairs that share a number.
        replaced: pairs of one kind that share none.
        added: those of the retelling that have no counterpart.
    """

    same: tuple[Pair, ...]
    replaced: tuple[Pair, ...]
    added: tuple[Quantity, ...]


def paired(child: Claim, parent: Claim) -> Pairing:
    """Pair the quantities of a retelling with those of the claim it retells.

    Args:
        child: the retelling.
        parent: what it came from.
    """
    mine, theirs = list(child.quantities), list(parent.quantities)
    same = [*_taken(mine, theirs, _alike), *_taken(mine, theirs, _same_number)]
    replaced = []
    for quantity in list(mine):
        kind = _kind(quantity)
        of_kind = [q for q in theirs if _kind(q) == kind]
        alone = sum(_kind(q) == kind for q in mine) == 1 == len(of_kind)
        if alone and _may_be_one(quantity, of_kind[0]):
            replaced.append((quantity, of_kind[0]))
            mine.remove(quantity)
            theirs.remove(of_kind[0])
    return Pairing(tuple(same), tuple(replaced), tuple(mine))


def _taken(
    mine: list[Quantity], theirs: list[Quantity], fits: Callable[[Quantity, Quantity], bool]
) -> list[Pair]:
    """Pair what fits, in text order, and take it out of both lists."""
    found = []
    for quantity in list(mine):
        other = next((q for q in theirs if fits(quantity, q)), None)
        if other is not None:
            found.append((quantity, other))
            mine.remove(quantity)
            theirs.remove(other)
    return found


def _alike(mine: Quantity, theirs: Quantity) -> bool:
    if not _numbers(mine) & _numbers(theirs) or mine.currency != theirs.currency:
        return False
    return mine.unit == theirs.unit or (_counts(mine) and _counts(theirs))


def _same_number(mine: Quantity, theirs: Quantity) -> bool:
    return any(bits(value) >= _TELLING for value in _numbers(mine) & _numbers(theirs))


def _numbers(quantity: Quantity) -> set[float]:
    return {value for value in (quantity.low, quantity.high) if value is not None}


def _counts(quantity: Quantity) -> bool:
    """Say whether a quantity counts things, under whatever noun."""
    return quantity.unit is not None and quantity.unit != "percent" and is_generic(quantity.unit)


def _kind(quantity: Quantity) -> tuple[object, ...]:
    return (dimension(quantity)[0], quantity.role)


def _may_be_one(mine: Quantity, theirs: Quantity) -> bool:
    """Say whether two quantities may be two figures for one thing."""
    asides: Sequence[str] = load("comparable")["asides"]
    if mine.measure in asides or theirs.measure in asides:
        return False
    if is_apiece(mine) != is_apiece(theirs):
        return False
    measures = {mine.measure, theirs.measure} - {None}
    return len(measures) < 2 and thing(mine).meets(thing(theirs))
