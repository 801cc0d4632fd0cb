"""What is told in an invented world, and what changed from one telling to the next?

A fact is what its first teller said. A telling is how one article has it: the same fact with the
figure, unit, period, scope, sign and doubt that this article gives. What changed between two
tellings of one fact is the difference of their states, so the truth of a change never depends on
who compares them.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from bench.newsrooms.cast import Voice, grammar

__all__ = ["KINDS", "Fact", "State", "Telling", "altered", "changes", "facts", "told"]

KINDS = (
    *("attribution dropped", "hedge dropped", "verification dropped", "figure", "unit"),
    *("period", "scope", "polarity", "detail added"),
)
_RANGES = {
    "rate": (131, 986),
    "total": (1107, 9871),
    "share": (23, 88),
    "money": (121, 979),
    "staff": (1103, 8977),
    "toll": (213, 4967),
    "weight": (1203, 9879),
}
_UNITS = {
    "money": ("dollar", "euro"),
    "weight": ("tonne", "kilogram"),
    "toll": ("people", "families"),
}
_PERIODS = {"rate": ("month", "week", "year"), "weight": ("week", "month", "year")}


@dataclass(frozen=True, slots=True)
class Fact:
    """Something told of the world.

    Args:
        id: of the fact.
        kind: of ``grammar.yaml``, or ``act``.
        act: which act.
        voice: who said so first.
        value: the figure; None for an act.
        unit: of the figure, None for a plain count.
        period: of a rate, or the month of a total.
        scope: restriction, None where there is none.
        negated: an act that was not done.
    """

    id: str
    kind: str
    voice: Voice
    value: float | None = None
    unit: str | None = None
    period: str | None = None
    scope: str | None = None
    act: int = 0
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """How a fact is told.

    Args:
        value: the figure told.
        unit: the unit told.
        period: the period told.
        scope: the scope told.
        negated: told as not done.
        approximate: told as about so much.
        hedged: told with a doubt.
        credited: ``speaker``; ``outlet`` where only a newsroom is credited; ``self`` where the article
            is the speaker's own; or empty.
        caveat: the article says that it was not verified.
        quoted: told in the speaker's own words.
        detail: something told with it that its fact has not.
    """

    value: float | None
    unit: str | None = None
    period: str | None = None
    scope: str | None = None
    negated: bool = False
    approximate: bool = False
    hedged: bool = False
    credited: str = "speaker"
    caveat: bool = False
    quoted: bool = False
    detail: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling(State):
    """A fact as one article has it."""

    fact: Fact


def facts(draw: random.Random, voices: list[Voice]) -> list[Fact]:
    """Draw a fact for each voice named, all of different kinds where there are enough."""
    kinds = [*_RANGES, "act"]
    draw.shuffle(kinds)
    return [
        _fact(f"fact-{at}", kinds[at % len(kinds)], voice, draw) for at, voice in enumerate(voices)
    ]


def _fact(name: str, kind: str, voice: Voice, draw: random.Random) -> Fact:
    if kind == "act":
        act = draw.randrange(len(grammar()["acts"]))
        return Fact(name, kind, voice, act=act, negated=draw.random() < 0.5)
    low, high = _RANGES[kind]
    value = float(draw.randrange(low, high))
    value += value % 10 == 0
    value = value / 10 if kind == "money" else value
    unit = _UNITS[kind][0] if kind in _UNITS else None
    period = draw.choice(_PERIODS[kind]) if kind in _PERIODS else None
    if kind == "total":
        period = f"2031-{draw.randrange(1, 4):02d}"
    area = "town" if kind == "toll" else "site"
    scope = {"share": "value", "money": None}.get(kind, draw.choice((area, None, None)))
    return Fact(name, kind, voice, value, unit, period, scope)


def told(fact: Fact, *, hedged: bool, approximate: bool, quoted: bool) -> Telling:
    """Give the first telling of a fact."""
    plain = fact.kind == "act"
    return Telling(
        fact=fact,
        value=fact.value,
        unit=fact.unit,
        period=fact.period,
        scope=fact.scope,
        negated=fact.negated,
        approximate=approximate and not plain and not quoted,
        hedged=hedged and not plain and not quoted,
        quoted=quoted,
    )


def changes(child: State, parent: State) -> frozenset[str]:
    """Name what changed from one telling of a fact to another.

    Args:
        child: the later.
        parent: the earlier, of the same fact.

    Example:
        >>> sorted(changes(State(value=40.0, credited=""), State(value=40.0, approximate=True)))
        ['attribution dropped', 'hedge dropped']
    """
    doubt = (parent.hedged and not child.hedged) or (
        parent.approximate and not child.approximate and child.value == parent.value
    )
    rows = {
        "attribution dropped": parent.credited in ("speaker", "outlet") and not child.credited,
        "hedge dropped": doubt,
        "verification dropped": parent.caveat and not child.caveat,
        "figure": child.value != parent.value,
        "unit": child.unit != parent.unit,
        "period": child.period != parent.period,
        "scope": child.scope != parent.scope,
        "polarity": child.negated != parent.negated,
        "detail added": child.detail is not None and child.detail != parent.detail,
    }
    return frozenset(name for name, is_so in rows.items() if is_so)


def altered(telling: Telling, kind: str, draw: random.Random) -> Telling:
    """Tell a fact with one change, or as it is where the change does not fit it."""
    if kind == "hedge dropped":
        return replace(telling, hedged=False, approximate=False)
    if kind == "attribution dropped":
        return replace(telling, credited="", quoted=False)
    if telling.fact.kind == "act":
        turned = kind == "polarity"
        return replace(telling, negated=telling.negated != turned, quoted=False)
    change = {
        "figure": _other_figure,
        "unit": _other_unit,
        "period": _other_period,
        "scope": _other_scope,
        "detail added": _more,
    }.get(kind)
    return change(telling, draw) if change is not None else telling


def _other_unit(telling: Telling, _: random.Random) -> Telling:
    units = _UNITS.get(telling.fact.kind, ())
    other = [unit for unit in units if unit != telling.unit]
    return replace(telling, unit=other[0], quoted=False) if other else telling


def _more(telling: Telling, draw: random.Random) -> Telling:
    """Add a figure that nobody gave."""
    if telling.fact.kind not in ("rate", "staff", "weight", "total"):
        return telling
    added = int((telling.value or 1) * draw.uniform(0.5, 0.9)) | 1
    return replace(telling, detail=added, quoted=False)


def _other_figure(telling: Telling, draw: random.Random) -> Telling:
    """Misprint a figure, or round it."""
    value = telling.value or 0.0
    digits = [c for c in f"{value:g}" if c.isdigit()]
    if draw.random() < 0.5 and len(digits) > 2:
        size = 10 ** (len(str(int(value))) - 2)
        rounded = float(round(value / size) * size)
        return replace(telling, value=rounded, approximate=True, quoted=False)
    at = draw.randrange(len(digits))
    digits[at] = draw.choice([d for d in "123456789" if d != digits[at]])
    new = float("".join(digits))
    new = new / 10 if telling.fact.kind == "money" and value != int(value) else new
    return replace(telling, value=new, quoted=False)


def _other_period(telling: Telling, draw: random.Random) -> Telling:
    fact = telling.fact
    if fact.kind == "total":
        others = [f"2031-{m:02d}" for m in range(1, 4) if f"2031-{m:02d}" != telling.period]
    else:
        others = [p for p in _PERIODS.get(fact.kind, ()) if p != telling.period]
    return replace(telling, period=draw.choice(others), quoted=False) if others else telling


def _other_scope(telling: Telling, _: random.Random) -> Telling:
    """Another basis of a share; all there is for one site, one site for all there is."""
    if telling.fact.kind == "money":
        return telling
    area = "town" if telling.fact.kind == "toll" else "site"
    other = {"value": "weight", "weight": "value", None: area}.get(telling.scope)
    return replace(telling, scope=other, quoted=False)
