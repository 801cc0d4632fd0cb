"""On which axis does a quantity lie, and by what factor does it get there?

Rates over time go to the month (a twelfth of a Gregorian year, 30.44 days);
counted nouns share the axis "unit"; physical units go to the first unit of
their kind in ``vocab/units.yaml``, by Pint; money stays in its currency. Units
that Pint does not know keep an axis of their own.
"""

from dataclasses import dataclass
from functools import lru_cache

from allsource.lineage.things import dimension
from allsource.model.quantity import Quantity
from allsource.vocab import load

__all__ = ["MONTH", "Axis", "axis"]

MONTH = 30.44
"""Days in a month: 365.2425 / 12, to two digits."""
_MONTHS = {"month": 1.0, "quarter": 1 / 3, "year": 1 / 12}
"""Months go into these without a remainder, so no days are counted."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A unit and the factor that takes a stated number to it."""

    unit: str
    factor: float


def axis(quantity: Quantity) -> Axis:
    """Give the common axis of a quantity.

    Reach for it before numbers from different pages are compared.

    Example:
        >>> from allsource.model.span import Span
        >>> axis(Quantity("6 boats a day", Span(0, 13), 6, 6, unit="boat", per="day"))
        Axis(unit='unit/month', factor=30.44)
    """
    base, over = dimension(quantity)
    unit, factor = ("unit", 1.0) if base == "count" else (base, 1.0)
    if quantity.currency is None and base not in ("count", "percent"):
        unit, factor = _physical(quantity.unit or "", base)
    if quantity.currency and over is None and (quantity.per or quantity.measure == "unit cost"):
        return Axis(f"{unit}/unit", factor)
    if over == "time":
        period = quantity.per or "month"
        return Axis(f"{unit}/month", factor * (_MONTHS.get(period) or MONTH / _days(period)))
    return Axis(f"{unit}/{over}" if over else unit, factor)


def _days(period: str) -> float:
    return float(load("comparable")["periods"][period])


@lru_cache(maxsize=1000)
def _physical(unit: str, kind: str) -> tuple[str, float]:
    """Convert a physical unit to the first of its kind."""
    rows = [row for row in load("units") if row["kind"] == kind and "pint" in row]
    if not rows:
        return unit, 1.0
    names = {row["name"]: row["pint"] for row in load("units") if "pint" in row}
    import pint  # noqa: PLC0415 - half a second: only where a physical unit is compared

    try:
        one = _registry().Quantity(1.0, names.get(unit, unit))
        return rows[0]["name"], float(one.to(rows[0]["pint"]).magnitude)
    except (pint.UndefinedUnitError, pint.DimensionalityError, pint.OffsetUnitCalculusError):
        return unit, 1.0


@lru_cache(maxsize=1)
def _registry() -> "pint.UnitRegistry":  # type: ignore[name-defined]  # noqa: F821
    import pint  # noqa: PLC0415 - see above

    return pint.UnitRegistry()
