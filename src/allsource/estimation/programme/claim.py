"""What does one line of claims about a programme say?

The record of the command-line contract: a figure (an interval with open or closed ends), what it measures,
of what, when, who stands behind it (its root) and what kind of statement it is. Records are checked when
they are built: a figure that is no number, dates that run backwards or a measure that is unknown are refused
with the reason, so that everything behind this module may rely on them.

It fails where a date is right in form and wrong in fact.
"""

import datetime as dt
import json
import math
import re
from dataclasses import dataclass, fields
from typing import Any

from allsource.errors import UsageError

__all__ = ["MEASURES", "ProgrammeClaim", "Repeat", "read_claim"]

MEASURES = (
    "production rate",
    "cumulative output",
    "deliveries",
    "stock",
    "unit cost",
    "domestic share",
    "contract",
    "floor space",
    "workforce",
    "serial",
)
"""What can be claimed of a programme."""

_KINDS = ("report", "plan", "contract", "serial", "capacity")
_STANCES = ("asserted", "hedged", "expected", "conditional", "denied", "questioned")
_BOUNDARIES = ("by", "until", "since", "after", "before", "as_of")
_DATE = re.compile(r"([12][0-9]{3})(?:-([01][0-9])(?:-([0-3][0-9]))?)?")
_LONGEST = 500
_LARGEST = 1e15
_EXTRAS = 1.5
"""A contract's value holds up to so much more or less than its units at their price: spares, training, rounding."""
_NUMBERS = ("low", "high", "units", "price", "value")
_WORDS = ("id", "of", "scope", "unit", "currency", "per", "root", "aside")
_CHOICES = {"measure": MEASURES, "kind": _KINDS, "stance": _STANCES, "boundary": _BOUNDARIES}
_DATES = ("start", "end", "published")
_FLAGS = ("low_open", "high_open", "approximate", "withdrawn")


@dataclass(frozen=True, slots=True)
class Repeat:
    """It may only repeat what another root said, with this probability."""

    root: str
    probability: float


@dataclass(frozen=True, slots=True)
class ProgrammeClaim:
    """One claim about a programme.

    Args:
        id: its own.
        measure: one of ``MEASURES``.
        of: what is made.
        scope: which products count, where that is said.
        low: lower end of the figure, None where open.
        high: upper end, None where open.
        low_open: more than ``low``.
        high_open: less than ``high``, or without end.
        approximate: it says about.
        unit: what is counted, singular.
        currency: of money, ISO 4217.
        per: of a rate: day, week, month, quarter, year.
        start: first date of its time, an ISO 8601 prefix.
        end: last date of its time.
        boundary: by, until, since, after, before, as_of.
        published: when it was printed.
        kind: report, plan, contract, serial, capacity.
        stance: as of a claim.
        root: where it entered the record; None where that is not known.
        repeat_of: what it may repeat.
        units: of a contract: how many.
        price: of a contract: for each.
        value: of a contract: for all.
        withdrawn: who printed it has taken it back.
        aside: why else it counts for nothing.

    Raises:
        UsageError: a field cannot be what it is.
    """

    id: str
    measure: str
    of: str
    scope: str | None = None
    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False
    unit: str | None = None
    currency: str | None = None
    per: str | None = None
    start: str | None = None
    end: str | None = None
    boundary: str | None = None
    published: str | None = None
    kind: str | None = None
    stance: str | None = None
    root: str | None = None
    repeat_of: Repeat | None = None
    units: float | None = None
    price: float | None = None
    value: float | None = None
    withdrawn: bool = False
    aside: str | None = None

    def __post_init__(self) -> None:
        _check_figures(self)
        for name in _DATES:
            _check_date(name, getattr(self, name))
        if self.start and self.end and self.start[: len(self.end)] > self.end[: len(self.start)]:
            raise UsageError(
                f"it starts at {self.start}, after its end {self.end}; swap or correct them"
            )


def read_claim(line: str) -> ProgrammeClaim:
    """Read one JSON line.

    Raises:
        UsageError: it cannot be used; the reason is told.

    Example:
        >>> read_claim('{"id": "c1", "measure": "stock", "of": "pump", "low": 40, "high": 40}').low
        40.0
    """
    try:
        found = json.loads(line, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"it is no JSON ({str(error)[:80]}); write one object a line") from None
    if not isinstance(found, dict):
        raise UsageError("it is no object; write one JSON object a line")
    known = {one.name for one in fields(ProgrammeClaim)}
    taken = {name: value for name, value in found.items() if name in known and value is not None}
    for name in ("id", "measure", "of"):
        if name not in taken:
            raise UsageError(f"{name!r} is missing; every claim needs id, measure and of")
    return ProgrammeClaim(**{name: _field(name, value) for name, value in taken.items()})


def _no_constant(word: str) -> float:
    raise ValueError(f"{word} is no number")


def _field(name: str, value: Any) -> Any:
    if name in _NUMBERS:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise UsageError(f"{name!r} is {str(value)[:40]!r}, no number; correct it")
        return float(value) if abs(value) <= _LARGEST else math.inf
    if name in _FLAGS:
        if not isinstance(value, bool):
            raise UsageError(f"{name!r} is {str(value)[:40]!r}; write true or false")
        return value
    if name == "repeat_of":
        return _repeat(value)
    if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST:
        raise UsageError(f"{name!r} must be words of at most {_LONGEST} characters, or null")
    if not value.isprintable() and any("\ud800" <= letter <= "\udfff" for letter in value):
        raise UsageError(f"{name!r} holds half of a character; write it as UTF-8")
    if name in _CHOICES and value not in _CHOICES[name]:
        raise UsageError(
            f"{name!r} is {value[:40]!r}; it must be one of {', '.join(_CHOICES[name])}"
        )
    return value.strip() if name in _WORDS else value


def _repeat(value: Any) -> Repeat:
    shape = isinstance(value, dict) and isinstance(value.get("root"), str)
    chance = value.get("probability") if shape else None
    if not isinstance(chance, int | float) or isinstance(chance, bool) or not 0 <= chance <= 1:
        raise UsageError("'repeat_of' must have a root and a probability from 0 to 1")
    return Repeat(_field("root", value["root"]), float(chance))


def _check_figures(claim: ProgrammeClaim) -> None:
    for name in _NUMBERS:
        number = getattr(claim, name)
        if number is not None and not (math.isfinite(number) and number >= 0):
            raise UsageError(
                f"{name!r} is {number}: a figure must be 0 or more, and at most {_LARGEST:g}"
            )
    if claim.low is not None and claim.high is not None and claim.low > claim.high:
        raise UsageError(f"low {claim.low:g} is above high {claim.high:g}; swap or correct them")
    if claim.measure == "contract":
        _check_contract(claim.units, claim.price, claim.value)
    elif claim.low is None and claim.high is None:
        raise UsageError("low and high are both missing; give at least one end")


def _check_contract(units: float | None, price: float | None, value: float | None) -> None:
    """Any two give the third; where all three are told they have to agree, but for rounding and extras."""
    if units is None and price is None and value is None:
        raise UsageError("a contract needs units, price or value; any two give the third")
    if units and price and value and not 1 / _EXTRAS < units * price / value < _EXTRAS:
        raise UsageError(
            f"{units:g} units at {price:g} are {units * price:g}, not {value:g}; leave out what is told least firmly"
        )


def _check_date(name: str, written: str | None) -> None:
    if written is None:
        return
    found = _DATE.fullmatch(written)
    year, month, day = (int(part or 1) for part in found.groups()) if found else (0, 0, 0)
    try:
        dt.date(year, month, day)
    except ValueError:
        told = f"{name!r} is {written[:20]!r}, no date of the form 2031, 2031-05 or 2031-05-04"
        raise UsageError(f"{told}; correct it") from None
