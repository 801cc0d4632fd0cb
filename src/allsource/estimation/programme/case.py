"""Which claims of a case say something of a programme, and how?

The figures that ``estimation.series`` put on common axes become programme claims. Series of one thing are
one programme: those that count output make it, joined where their names or nouns meet; prices, shares,
workforce and floor space go to the programme that they meet, or to the only one that their pages speak of, and
are left out where two would fit. Fewer than three figures on output make no programme. Money beside a
count in one contract gives a contract. Roots are those of the lineage; where the independence of a cluster's
roots is not established, each but the first may be a repeat, with the probability that brings the expected number
of roots to the effective one. A plan stays a plan. What counts for nothing is told with the reason: what is delivered to
one named recipient, for it is a part; what its source holds to be unlikely; conditions, and what is bound to no time. A
programme that cannot be estimated is told as such and costs no other.

It fails where two programmes share one noun and no claim names either, and where one has two names that
nothing in the case joins.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from allsource.errors import UsageError
from allsource.estimation.programme.claim import MEASURES, ProgrammeClaim, Repeat
from allsource.estimation.programme.estimate import estimate
from allsource.estimation.programme.told import Estimates, Unused
from allsource.estimation.withdrawn import Figure
from allsource.lineage.scopes import counted
from allsource.lineage.things import Thing, kind_of_unit, thing
from allsource.model.claim import Claim
from allsource.model.lineage import Cluster, Lineage
from allsource.model.numbers import Point, Series
from allsource.model.quantity import Quantity
from allsource.vocab import load

__all__ = ["doubted", "estimated", "programme_claims"]

_OUTPUT = ("production rate", "cumulative output", "deliveries", "stock")
_CAPACITY = ("floor space", "workforce")
_LEAST = 3
"""Figures on output below which nothing is estimated: they are better read one by one."""


@dataclass(frozen=True, slots=True)
class _Made:
    """One thing made: its name, the words that tell it, and the pages that count it."""

    of: str
    things: tuple[Thing, ...]
    pages: frozenset[str]
    figures: int


@dataclass(frozen=True, slots=True)
class _Order:
    """How many are ordered, and at what price each or for all."""

    units: float | None = None
    price: float | None = None
    value: float | None = None


def programme_claims(
    claims: Sequence[Claim],
    lineage: Lineage,
    series: Sequence[Series],
    back: Collection[Figure] = frozenset(),
) -> tuple[ProgrammeClaim, ...]:
    """Give what the claims of a case say of the programmes in it.

    Args:
        claims: of the case.
        lineage: of these claims, for roots and their independence.
        series: of these claims, on common axes.
        back: figures that were taken back.

    Returns:
        By programme and claim id; none where nothing is counted.

    Example:
        >>> programme_claims((), Lineage(), ())
        ()
    """
    by_id = {claim.id: claim for claim in claims}
    told = [one for one in series if one.measure in MEASURES]
    output = [one for one in told if one.measure in _OUTPUT]
    made = [one for one in _made(output, by_id) if one.figures >= _LEAST]
    repeats = dict(_repeats(lineage.clusters))
    found = [
        one
        for row in told
        for point in row.points
        if (claim := by_id.get(point.claim)) is not None
        and (of := _programme(row, point, claim, made)) is not None
        for made_of in _claims(row, point, claim, of)
        for one in [
            replace(
                made_of,
                withdrawn=(point.claim, point.quantity) in back,
                aside=_aside(row, point, claim),
            )
        ]
    ]
    marked = (replace(one, repeat_of=repeats.get(one.id)) for one in found)
    return tuple(sorted(marked, key=lambda one: (one.of, one.id, one.measure, repr(one))))


def estimated(told: Sequence[ProgrammeClaim]) -> Estimates:
    """Estimate the programmes of a case, each by itself.

    Args:
        told: as :func:`programme_claims` gives them, one programme after the other.

    Returns:
        Estimates of all that can be estimated; of a programme that cannot, every claim as unused, with the reason.

    Example:
        >>> estimated(()).estimates
        ()
    """
    parts = [_one(list(same)) for _, same in groupby(told, key=lambda one: one.of)]
    return Estimates(
        tuple(one for part in parts for one in part.estimates),
        tuple(one for part in parts for one in part.influences),
        tuple(one for part in parts for one in part.consistency),
        tuple(one for part in parts for one in part.unused),
        tuple(one for part in parts for one in part.thresholds),
    )


def _one(told: Sequence[ProgrammeClaim]) -> Estimates:
    try:
        return estimate(told)
    except UsageError as error:
        unused = (Unused(one.id, one.of, str(error)) for one in told)
        return Estimates((), (), (), tuple(unused))


def _to_one(claim: Claim) -> bool:
    """Say whether what is delivered goes to somebody who is named: then it is a part of all deliveries."""
    return claim.predication is not None and claim.predication.recipient is not None


def doubted(claim: Claim) -> bool:
    """Say whether a claim holds its figure to be unlikely: then it does not claim it.

    Args:
        claim: any.
    """
    words = load("programme")["unlikely"]
    return any(word in hedge.text.casefold() for hedge in claim.stance.hedges for word in words)


def _aside(row: Series, point: Point, claim: Claim) -> str | None:
    """Say why a figure counts for nothing: doubted, of one recipient, conditional, or bound to no time."""
    if doubted(claim):
        return "its source holds it to be unlikely"
    if row.measure == "deliveries" and _to_one(claim):
        return "it is what one recipient got"
    if claim.quantities[point.quantity].role == "change_from":
        dated = point.start is not None or point.end is not None
        return None if dated else "it is a level without a time from which something changed"
    if not point.plan:
        return None
    if claim.stance.status == "conditional":
        return "it hangs on a condition"
    day, page = point.end or point.start, claim.document.published
    to_come = day is not None and (page is None or day > page)
    return None if to_come else "it is a plan without a date to come"


def _made(output: Sequence[Series], claims: Mapping[str, Claim]) -> list[_Made]:
    """Join series that count output into things made, the one with most figures first."""
    groups: list[list[Series]] = []
    nameless = {row.id: not any(one.names for one in _things(row, claims)) for row in output}
    for row in sorted(output, key=lambda s: (nameless[s.id], -len(s.points), s.of, s.id)):
        mine = _things(row, claims)
        home = [g for g in groups if _meet(mine, [t for s in g for t in _things(s, claims)])]
        if len(home) == 1:
            home[0].append(row)
        else:
            groups.append([row])
    return [
        _Made(
            group[0].of,
            tuple(one for row in group for one in _things(row, claims)),
            frozenset(
                claims[p.claim].document.id
                for row in group
                for p in row.points
                if p.claim in claims
            ),
            sum(len(row.points) for row in group),
        )
        for group in groups
    ]


def _programme(row: Series, point: Point, claim: Claim, made: Sequence[_Made]) -> str | None:
    """Name the programme that a figure belongs to; None where that cannot be told."""
    mine = [thing(claim.quantities[point.quantity])]
    if row.measure in _OUTPUT:
        fit = [one for one in made if claim.document.id in one.pages and _meet(mine, one.things)]
    else:
        fit = [one for one in made if any(t.shares(m) for t in one.things for m in mine)]
        fit = fit or [one for one in made if claim.document.id in one.pages]
    return fit[0].of if len(fit) == 1 or (fit and row.measure in _OUTPUT) else None


def _claims(row: Series, point: Point, claim: Claim, of: str) -> Iterator[ProgrammeClaim]:
    """Make the programme claim of a figure; nothing where it cannot be one."""
    order = _Order()
    if row.measure == "contract":
        units = _ordered(claim)
        if units is None or not point.low:
            return
        each = claim.quantities[point.quantity].per is not None
        order = _Order(units, point.low if each else None, None if each else point.low)
    try:
        yield _claim(row, point, claim, of, order)
    except UsageError:
        return


def _claim(row: Series, point: Point, claim: Claim, of: str, order: _Order) -> ProgrammeClaim:
    quantity = claim.quantities[point.quantity]
    unit, _, over = row.unit.partition("/")
    time = quantity.time
    kind = "contract" if order.units else "capacity" if row.measure in _CAPACITY else "report"
    return ProgrammeClaim(
        id=claim.id,
        measure=row.measure,
        of=of,
        scope=counted(claim, quantity) if row.measure in _OUTPUT else None,
        low=point.low,
        high=point.high,
        low_open=point.low_open,
        high_open=point.high_open,
        approximate=point.approximate,
        unit=None if quantity.currency else unit,
        currency=quantity.currency,
        per=over if over == "month" else None,
        start=point.start,
        end=point.end,
        boundary=time.boundary if time is not None else None,
        published=claim.document.published,
        kind="plan" if point.plan else kind,
        stance=claim.stance.status,
        root=point.root,
        units=order.units,
        price=order.price,
        value=order.value,
    )


def _ordered(claim: Claim) -> float | None:
    """Give the one count of things in a claim about a contract."""
    counts = [q for q in claim.quantities if _is_count(q)]
    return counts[0].low if len(counts) == 1 else None


def _is_count(quantity: Quantity) -> bool:
    return (
        quantity.currency is None
        and quantity.per is None
        and quantity.measure in {None, *_OUTPUT}
        and quantity.unit not in {None, "percent"}
        and kind_of_unit(quantity.unit) == "count"
        and quantity.low is not None
        and quantity.low == quantity.high
    )


def _things(row: Series, claims: Mapping[str, Claim]) -> list[Thing]:
    held = (claims[p.claim].quantities[p.quantity] for p in row.points if p.claim in claims)
    return list(dict.fromkeys(map(thing, held)))


def _meet(some: Sequence[Thing], others: Sequence[Thing]) -> bool:
    return any(one.meets(other) for one in some for other in others)


def _repeats(clusters: Sequence[Cluster]) -> Iterator[tuple[str, Repeat]]:
    """Give what each claim may repeat: of k roots worth n, each but the first does at (k - n)/(k - 1)."""
    for cluster in clusters:
        roots = [root for root in cluster.roots if root.claims]
        if cluster.status == "independent" or len(roots) < 2:
            continue
        chance = (len(roots) - cluster.effective_roots) / (len(roots) - 1)
        first, *others = sorted(roots, key=lambda root: min(map(cluster.claims.index, root.claims)))
        for root in others:
            for claim in root.claims:
                yield claim, Repeat(first.id, min(max(chance, 0.0), 1.0))
