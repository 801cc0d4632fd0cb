"""Numbers of one measure made comparable, and how they stand to each other."""

from dataclasses import dataclass
from typing import Literal

__all__ = ["Conflict", "ConflictClass", "Point", "Series"]

ConflictClass = Literal[
    "rounding",
    "bound",
    "stale repeat",
    "scope",
    "definition",
    "plan against outcome",
    "spread",
    "true conflict",
]


@dataclass(frozen=True, slots=True)
class Point:
    """One stated quantity on the common axis of its series.

    Args:
        claim: claim id.
        quantity: index into the claim's ``quantities``.
        low: lower end in the series' unit, None where open.
        high: upper end in the series' unit, None where open.
        low_open: the lower end is excluded.
        high_open: the upper end is excluded.
        approximate: "about".
        start: first day it speaks of (ISO), None where unknown.
        end: last day it speaks of (ISO), None where unknown.
        plan: expected or planned, never an outcome.
        root: ``src_`` id of the root behind it, None where not traced.
    """

    claim: str
    quantity: int
    low: float | None
    high: float | None
    low_open: bool
    high_open: bool
    approximate: bool
    start: str | None
    end: str | None
    plan: bool
    root: str | None


@dataclass(frozen=True, slots=True)
class Series:
    """All points of one measure of one thing, in one unit, on one time axis.

    Args:
        id: content id over (measure, of, unit).
        measure: the desk's name of the measure.
        of: the thing measured.
        unit: common unit, e.g. ``unit/month`` or ``USD/unit``.
        points: by date, undated last.
    """

    id: str
    measure: str
    of: str
    unit: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two stated numbers that do not simply agree.

    Args:
        id: content id over (points' claims and quantities, classes).
        left: the earlier or lower point.
        right: the other point.
        classes: every class that applies, most telling first.
        assumption: under what both would hold, in words.
        arithmetic: recorded computations that the words use, as (name, value, unit).
        settles: what evidence would settle it, in words.
    """

    id: str
    left: Point
    right: Point
    classes: tuple[ConflictClass, ...]
    assumption: str
    arithmetic: tuple[tuple[str, float, str], ...] = ()
    settles: str | None = None
