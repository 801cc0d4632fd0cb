"""Which figures can be put on one axis?

All quantities of one measure of one thing, in one unit: rates over any period
become rates per month, physical units become the first unit of their kind,
money stays in its currency. A count over exactly one calendar month is that
month's rate. Points keep their bounds, the time they speak of, whether they are
a plan, and their root. Denied, negated and questioned claims give no point.

It fails where two programmes share one generic noun ("drones") and no claim
names either: their figures are then one series.
"""

import calendar
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from allsource.estimation.axis import Axis, axis
from allsource.lineage.chronology import latest
from allsource.lineage.statements import stem
from allsource.lineage.things import Thing, thing
from allsource.lineage.words import capitalised, words
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.model.ids import content_id
from allsource.model.lineage import Lineage
from allsource.model.numbers import Point, Series
from allsource.model.quantity import Quantity
from allsource.model.time import first_day, last_day
from allsource.vocab import load

__all__ = ["series"]

_ROLES = ("level", "change_from", "change_to", "share")


@dataclass(frozen=True, slots=True)
class _Stated:
    point: Point
    of: str
    thing: Thing
    page: frozenset[str]


def series(claims: Sequence[Claim], lineage: Lineage) -> tuple[Series, ...]:
    """Put the figures of a case on common axes.

    Args:
        claims: of the case, in any order.
        lineage: of the same claims, for the roots.

    Returns:
        Series by measure, thing and unit; the points of each by date, undated last.
    """
    roots = {
        name: root.id
        for cluster in lineage.clusters
        for root in cluster.roots
        for name in root.claims
    }
    retold = {hop.child for hop in lineage.hops if hop.parent.startswith("clm_")}
    by_axis: dict[tuple[str, str], list[_Stated]] = defaultdict(list)
    pages: dict[str, frozenset[str]] = {}
    for claim in sorted(claims, key=lambda claim: (claim.id in retold, claim.id)):
        if claim.document.id not in pages:
            pages[claim.document.id] = _names_of(claim.document)
        for key, stated in _stated(claim, roots.get(claim.id), pages[claim.document.id]):
            by_axis[key].append(stated)
    found = [
        _series(measure, unit, group)
        for (measure, unit), rows in by_axis.items()
        for group in _by_thing(rows)
    ]
    return tuple(sorted(found, key=lambda one: (one.measure, one.of, one.unit, one.id)))


def _stated(
    claim: Claim, root: str | None, page: frozenset[str]
) -> Iterator[tuple[tuple[str, str], _Stated]]:
    """Give a claim's quantities as points, each with its measure and unit."""
    if claim.negated or claim.stance.status in ("denied", "questioned"):
        return
    for index, quantity in enumerate(claim.quantities):
        if quantity.measure is None or quantity.role not in _ROLES or _turned_down(claim, quantity):
            continue
        monthly = load("conflicts")["rates"].get(quantity.measure)
        if monthly is not None and quantity.per is None and _one_month(quantity):
            measure, on = monthly, Axis("unit/month", 1.0)
        else:
            measure, on = quantity.measure, axis(quantity)
        point = _point(claim, index, on, root)
        yield (measure, on.unit), _Stated(point, quantity.of or on.unit, thing(quantity), page)


def _point(claim: Claim, index: int, on: Axis, root: str | None) -> Point:
    quantity = claim.quantities[index]
    start, end = _when(quantity)
    return Point(
        claim.id,
        index,
        None if quantity.low is None else quantity.low * on.factor,
        None if quantity.high is None else quantity.high * on.factor,
        quantity.low_open,
        quantity.high_open,
        quantity.approximate,
        start,
        end,
        _planned(claim, quantity, start or end),
        root,
    )


def _planned(claim: Claim, quantity: Quantity, when: str | None) -> bool:
    """Say whether a figure is or was planned: so put, once meant ("had planned"), or of a day after its page."""
    if quantity.role == "change_from":
        return False
    day = latest(claim.document)
    ahead = when is not None and day is not None and when > day
    once = _once().search(claim.statement) is not None
    return ahead or once or claim.stance.status in ("expected", "conditional")


def _when(quantity: Quantity) -> tuple[str | None, str | None]:
    """Give the first and last day that a quantity speaks of; a bound leaves one end open."""
    time = quantity.time
    if time is None:
        return None, None
    start = first_day(time.start) if time.start else None
    end = last_day(time.end) if time.end else None
    if time.boundary in ("by", "until", "before", "as_of"):
        return None, end
    return (start, None) if time.boundary in ("since", "after") else (start, end)


def _turned_down(claim: Claim, quantity: Quantity) -> bool:
    """Say whether words right before a number turn it down ("60, not 40", "nine of the 40")."""
    before = claim.document.text[max(0, quantity.span.start - 20) : quantity.span.start]
    if _whole().search(before):
        return True
    return any(before.casefold().endswith(f"{w} ") for w in load("comparable")["turned_down"])


@cache
def _once() -> re.Pattern[str]:
    """Match a plan of the past ("had planned to", "was due to"): what it came to stands elsewhere."""
    words = "|".join(load("comparable")["once_planned"])
    return re.compile(rf"\b(?:{words}) to\b", re.IGNORECASE)


@cache
def _whole() -> re.Pattern[str]:
    """Match the words before a number that is the whole of which another is a part ("nine of the 40")."""
    words = "|".join(load("comparable")["whole"])
    return re.compile(rf"\w+ of (?:{words}) $", re.IGNORECASE)


def _names_of(document: Document) -> frozenset[str]:
    """Give the stems of the capitalised words of a page."""
    return frozenset(map(stem, capitalised(document, words(document))))


def _one_month(quantity: Quantity) -> bool:
    """Say whether a quantity holds over exactly one calendar month."""
    start, end = _when(quantity)
    if start is None or end is None or start[:7] != end[:7]:
        return False
    days = calendar.monthrange(int(start[:4]), int(start[5:7]))[1]
    return start.endswith("-01") and end.endswith(f"-{days:02d}")


def _by_thing(rows: Sequence[_Stated]) -> list[list[_Stated]]:
    """Part figures of different things: by name, then by what each page's words allow."""
    groups: list[tuple[set[str], list[_Stated]]] = []
    for row in sorted((r for r in rows if r.thing.names), key=lambda r: sorted(r.thing.names)):
        meeting = [group for group in groups if group[0] & row.thing.names]
        names = set(row.thing.names).union(*(words for words, _ in meeting))
        joined = [*(one for _, held in meeting for one in held), row]
        groups = [*(g for g in groups if not g[0] & row.thing.names), (names, joined)]
    loose: dict[frozenset[str], list[_Stated]] = defaultdict(list)
    for row in (r for r in rows if not r.thing.names):
        fit = [held for names, held in groups if _named_on_page(row, names, held)]
        if not fit and len(groups) == 1 and _one_subject(row, groups[0][1]):
            fit = [groups[0][1]]
        (fit[0] if len(fit) == 1 else loose[row.thing.nouns]).append(row)
    return [*(held for _, held in groups), *loose.values()]


def _named_on_page(row: _Stated, names: set[str], held: Sequence[_Stated]) -> bool:
    """Say whether a nameless figure may be of a named thing: its page names that thing."""
    fits = any(row.thing.meets(one.thing) for one in held)
    return fits and any(name in row.page for name in names)


def _one_subject(row: _Stated, held: Sequence[_Stated]) -> bool:
    """Say whether a nameless figure's page shares two names with a page of the only named thing."""
    named = [one for one in held if one.thing.names]
    return any(row.thing.meets(one.thing) and len(row.page & one.page) >= 2 for one in named)


def _series(measure: str, unit: str, rows: Sequence[_Stated]) -> Series:
    ordered = sorted(rows, key=lambda row: _order(row.point))
    of = min((row.of for row in rows), key=lambda name: (-_told(name, rows), name))
    points = tuple(row.point for row in ordered)
    return Series(content_id("ser", measure, of, unit), measure, of, unit, points)


def _told(name: str, rows: Sequence[_Stated]) -> int:
    """Count how often a thing is called so, telling names before generic ones."""
    return sum((2 if row.thing.names else 1) for row in rows if row.of == name)


def _order(point: Point) -> tuple[str, str]:
    """Order points by date; those of one date stay first-hand before retold, then by claim."""
    return (point.start or point.end or "9999", point.end or "9999")
