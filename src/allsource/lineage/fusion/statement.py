"""What is a claim, as the model takes it?

The nouns that go in: statements about slots, hops that are known between them, and values that lie
within others. They come from claims of a case, or are made by hand.
"""

from dataclasses import dataclass

__all__ = ["Bounds", "Derivation", "Statement", "Within"]


@dataclass(frozen=True, slots=True)
class Bounds:
    """A number of which only ends are told: "at least 14", "14 to 20".

    Args:
        low: the lower end, None where open.
        high: the upper end, None where open.
    """

    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Statement:
    """One source's word on one slot.

    Args:
        slot: what it speaks of, as ``thing/field``.
        source: who says it.
        value: words, a number, or bounds.
        time: ISO 8601 prefix, None where not known.
        strength: 1 for a plain claim, less for a hedged one.
        denied: it says that this is not so.
        retracted: its source has taken it back: it speaks for nothing, and what was taken from it
            still rests on it.
        established: false where nothing tells whether it was taken from another that says the same:
            then it may have been, with a copy probability of which nothing is known, never zero.
        id: by which a derivation names it.
    """

    slot: str
    source: str
    value: str | float | Bounds
    time: str | None = None
    strength: float = 1.0
    denied: bool = False
    retracted: bool = False
    established: bool = True
    id: str = ""


@dataclass(frozen=True, slots=True)
class Derivation:
    """One statement was taken from another: a hop, as far as it concerns one slot.

    Args:
        child: id of the statement that was taken.
        parent: id of the one it was taken from.
        probability: that it was.
    """

    child: str
    parent: str
    probability: float


@dataclass(frozen=True, slots=True)
class Within:
    """A value of a slot that lies within another: a city in a country, a part of the authors.

    Args:
        slot: of which both are values.
        broader: the country; it does not contradict the city, and speaks for it in part.
        value: the city.
        share: how much of the weight of claims for the broader one the narrower one gets.
    """

    slot: str
    broader: str
    value: str
    share: float = 0.5
