"""How much? An interval with its unit, never a bare number."""

from dataclasses import dataclass
from typing import Literal

from allsource.model.span import Span
from allsource.model.time import Time

__all__ = ["Counted", "Quantity"]


@dataclass(frozen=True, slots=True)
class Counted:
    """The thing of the text that a quantity counts.

    Args:
        text: the words for it: beside the number, or where a pronoun or a noun left out points.
        span: where they stand.
        name: the named thing that they stand for, or None where none is named or that is in doubt.
        kind: of that thing.
        entity: of that thing, as its mentions have it.
        named_at: the mention that the name rests on.
        link: how the name is tied to the number: it stands beside it (``named``), the words point
            back to it (``described``), or the noun is left out or a pronoun (``pointed``).
        between: the names that would do, where more than one would.
    """

    text: str
    span: Span
    name: str | None = None
    kind: Literal["vehicle", "weapon", "product"] | None = None
    entity: str | None = None
    named_at: Span | None = None
    link: Literal["named", "described", "pointed"] | None = None
    between: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity as the text states it.

    Args:
        text: the words, with their bound, unit and rate.
        span: where they stand.
        low: lower end, or None where there is none.
        high: upper end, or None where there is none.
        low_open: the lower end itself is excluded, or there is none.
        high_open: the upper end itself is excluded, or there is none.
        approximate: "about", "nearly"; never widens the ends.
        unit: singular of the counted noun, a unit, ``percent``; None for money.
        currency: ISO 4217 code.
        scale_unit: unit or currency with its rate, e.g. ``unit/month``; None where neither is known.
        per: singular unit of the rate ("month", "unit", "person").
        role: what the number does in its sentence.
        direction: of a change.
        series: id shared by the points of one stated change.
        measure: the desk's name of what is measured ("production rate"), from the vocabulary.
        of: the thing measured, as a short name ("drones").
        time: when it holds.
        thing: the thing of the text that is counted; None where the text has no words for it.
    """

    text: str
    span: Span
    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False
    unit: str | None = None
    currency: str | None = None
    scale_unit: str | None = None
    per: str | None = None
    role: Literal["level", "change_by", "change_from", "change_to", "share", "rank"] = "level"
    direction: Literal["up", "down"] | None = None
    series: str | None = None
    measure: str | None = None
    of: str | None = None
    time: Time | None = None
    thing: Counted | None = None
