"""How is an estimate shown beside the claims that it rests on?

Each quantity of a programme is one chart: the stated figures as marks, the estimate as a band with
its medians, and below it what must be known before it is quoted: what it rests on, what it would be without
each root, which claims move it most, what would narrow it. A table twin has every month. Plans are shown by
`report.foretold`.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from allsource.assessment import printing
from allsource.assessment.evidence import Evidence
from allsource.assessment.naming import root_name
from allsource.assessment.wording import likelihood_sentence
from allsource.estimation.programme.claim import ProgrammeClaim
from allsource.estimation.programme.told import Estimate, Estimates, Influence, Threshold
from allsource.model.numbers import Point, Series
from allsource.report.chart_contexts import (
    ChartView,
    ConsistencyView,
    EstimateView,
    MonthRow,
    MovedRow,
    OddsRow,
    UnusedRow,
    WithoutRow,
)
from allsource.report.charts import Bound, chart

__all__ = ["consistency", "estimate_charts", "passed", "shown", "unused"]

_TOLD_ALONE = ("production rate", "cumulative output")
"""Shown although no claim states them: they follow from each other."""

_WHEN = {"cumulative output": "by the end of", "production rate": "over the three months to"}
"""When a quantity is meant; a rate is the mean of the three months that end with one."""


def estimate_charts(
    evidence: Evidence,
    anchors: Mapping[str, str],
    told: Sequence[ProgrammeClaim],
    found: Estimates,
) -> tuple[ChartView, ...]:
    """Draw every quantity that was estimated, those with most figures first.

    Args:
        evidence: the case.
        anchors: id of the place of each claim in the page.
        told: what the claims say of programmes.
        found: the estimates.
    """
    influences = {(one.of, one.scope, one.quantity): one for one in found.influences}
    drawn, back = [], _back(evidence, told)
    for key, months in groupby(found.estimates, key=lambda one: (one.of, one.scope, one.quantity)):
        rows = list(months)
        series = _stated(rows[-1], evidence, told)
        band = [Bound(one.period, one.low, one.median, one.high) for one in rows]
        odd = tuple(_odds(rows[-1], found, evidence))
        view = _view(rows, influences.get(key), odd, evidence)
        if series.points or rows[-1].quantity in _TOLD_ALONE:
            drawn.append(chart(series, evidence, anchors, band, view, back))
    return tuple(sorted(drawn, key=lambda one: (-len(one.rows), one.title)))


def shown(evidence: Evidence, told: Sequence[ProgrammeClaim], found: Estimates) -> frozenset[str]:
    """Give the ids of series whose figures all stand in a chart of an estimate."""
    held = _points(evidence, told)
    quantities = {_key(one) for one in found.estimates}
    inside = {
        (point.claim, point.quantity)
        for key, points in held.items()
        if key in quantities
        for point in points
    }
    return frozenset(
        one.id
        for one in evidence.series.values()
        if all((point.claim, point.quantity) in inside for point in one.points)
    )


def consistency(evidence: Evidence, found: Estimates) -> tuple[ConsistencyView, ...]:
    """Show which claims on a programme do not go together; plans have a table of their own.

    Args:
        evidence: the case.
        found: the estimates.
    """
    return tuple(
        ConsistencyView(
            one.kind,
            one.says,
            one.definition,
            one.settle,
            tuple(_claim(name, "", evidence) for name in one.claims if name in evidence.claims),
        )
        for one in found.consistency
        if one.kind != "plan and outcome"
    )


def passed(one: Threshold) -> str:
    """Say as a clause that a quantity was above a stated figure.

    Args:
        one: the figure.

    Example:
        >>> passed(Threshold("c", "pump", "stock", "unit", ("2031-05-01", "2031-05-31"), 500, 0.9, plan=True))
        'the stock of pump in May 2031 was above 500 units'
    """
    figure = printing.interval(one.figure, one.figure, one.unit)
    when = f"{_WHEN.get(one.quantity, 'in')} {printing.period(*one.period)}"
    return f"the {one.quantity} of {printing.words(one.of)} {when} was above {figure}"


def unused(evidence: Evidence, found: Estimates) -> tuple[UnusedRow, ...]:
    """Show the figures that no estimate uses, and why.

    Args:
        evidence: the case.
        found: the estimates.
    """
    return tuple(
        UnusedRow(printing.words(one.reason), _claim(one.claim, "", evidence))
        for one in found.unused
        if one.claim in evidence.claims
    )


def _claim(name: str, median: str, evidence: Evidence) -> MovedRow:
    claim = evidence.claims[name]
    outlet = printing.document_name(claim.document)
    return MovedRow(printing.words(claim.statement), outlet, claim.id, median)


_Key = tuple[str, str | None, str, str]


def _key(one: Estimate) -> _Key:
    return one.of, one.scope, one.quantity, one.unit


def _points(evidence: Evidence, told: Sequence[ProgrammeClaim]) -> dict[_Key, list[Point]]:
    """Give the stated figures of each quantity and scope of a programme, in one unit.

    Figures that no estimate uses stand beside the others of their series, so that one measure has one chart.
    """
    of = {(one.id, one.measure, one.low, one.high): (one.of, one.scope) for one in told}
    held: dict[_Key, list[Point]] = defaultdict(list)
    for series in evidence.series.values():
        mine = [of.get((p.claim, series.measure, p.low, p.high)) for p in series.points]
        known = [one for one in mine if one is not None]
        home = known[0][0] if len({name for name, _ in known}) == 1 else None
        for point, programme in zip(series.points, mine, strict=True):
            place = programme or (home and (home, None))
            if place:
                held[(*place, series.measure, series.unit)].append(point)
    return held


def _back(evidence: Evidence, told: Sequence[ProgrammeClaim]) -> frozenset[tuple[str, int]]:
    """Give the figures that were taken back."""
    gone = {(one.id, one.measure, one.low, one.high) for one in told if one.withdrawn}
    return frozenset(
        (point.claim, point.quantity)
        for series in evidence.series.values()
        for point in series.points
        if (point.claim, series.measure, point.low, point.high) in gone
    )


def _stated(last: Estimate, evidence: Evidence, told: Sequence[ProgrammeClaim]) -> Series:
    """Bring the stated figures of one estimated quantity together, in order of time."""
    points = _points(evidence, told).get(_key(last), [])
    named = ", ".join(one for one in (last.of, last.scope) if one)
    order = sorted(points, key=lambda p: (p.start or p.end or "9999", p.claim, p.quantity))
    return Series(last.id, last.quantity, named, last.unit, tuple(order))


def _odds(last: Estimate, found: Estimates, evidence: Evidence) -> Iterator[OddsRow]:
    """Say of figures at odds with an estimate how likely it is that they were passed."""
    said: dict[str, list[MovedRow]] = defaultdict(list)
    for one in found.thresholds:
        mine = (one.of, one.quantity) == (last.of, last.quantity) and last.scope is None
        if mine and not one.plan and one.claim in evidence.claims:
            said[likelihood_sentence(one.above, passed(one))].append(
                _claim(one.claim, "", evidence)
            )
    yield from (OddsRow(sentence, tuple(claims)) for sentence, claims in said.items())


def _view(
    rows: Sequence[Estimate],
    influence: Influence | None,
    odd: tuple[OddsRow, ...],
    evidence: Evidence,
) -> EstimateView:
    last = rows[-1]
    roots = {root.id for claim in last.claims if (root := evidence.root_of(claim))}
    return EstimateView(
        id=last.id,
        period=printing.period(*last.period),
        interval=_ends(last.low, last.high, last.unit),
        median=printing.interval(last.median, last.median, last.unit),
        probability=f"{100 * last.interval:g} %",
        rests=f"{_many(len(last.claims), 'claim')} of {_many(len(roots), 'root')}",
        warnings=last.warnings,
        without=tuple(_without(last, evidence)),
        moved=tuple(_moved(influence, last, evidence)),
        odds=odd,
        narrower=tuple(_narrower(influence)),
        months=tuple(
            MonthRow(
                printing.period(*one.period),
                _ends(one.low, one.high, one.unit),
                printing.interval(one.median, one.median, one.unit),
            )
            for one in rows
        ),
        k_hat=f"{last.k_hat:.2f}",
    )


def _without(last: Estimate, evidence: Evidence) -> Iterator[WithoutRow]:
    for name, (low, median, high) in sorted(last.leave_one_root_out.items()):
        root = evidence.roots.get(name)
        label = root_name(root) if root else "claims whose root is not known"
        if low is None or median is None or high is None:
            yield WithoutRow(label, "nothing would be left", "")
        else:
            middle = printing.interval(median, median, last.unit)
            yield WithoutRow(label, _ends(low, high, last.unit), middle)


def _moved(influence: Influence | None, last: Estimate, evidence: Evidence) -> Iterator[MovedRow]:
    for one in influence.claims if influence else ():
        if one.claim in evidence.claims:
            median = printing.interval(one.median, one.median, last.unit)
            yield _claim(one.claim, median, evidence)


def _narrower(influence: Influence | None) -> Iterator[str]:
    for one in influence.evidence if influence else ():
        yield f"{one.evidence}: {100 * one.narrower:.0f} % narrower"


def _ends(low: float, high: float, unit: str) -> str:
    return printing.interval(low, high, unit)


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
