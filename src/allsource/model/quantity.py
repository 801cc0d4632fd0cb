"""How much? An interval with its unit, never a bare number."""

from dataclasses import dataclass
from typing import Literal

from allsource.model.span import Span
from allsource.model.time import Time

__all__ = ["Quantity"]


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
