"""How are the stated figures of one measure drawn?

Each claim is a mark on a time axis: its bar spans the period it speaks of, its
whisker the interval it states, an arrow says that an end is open; a band and a
line are the estimate, where there is one. Stated outcomes are filled circles, plans hollow diamonds; colour and letter name the
root; figures that were taken back are dashed. The drawing is computed here and drawn by the template as static SVG,
once wide and once for a phone; a table twin says the same. Where several figures
share a place, marks stand side by side, each with a thin line to its own day. It
fails where dozens do: marks then cover each other.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from allsource.assessment import printing
from allsource.assessment.evidence import Evidence
from allsource.assessment.naming import root_name
from allsource.estimation.programme.case import doubted
from allsource.model.numbers import Point, Series
from allsource.report import axes
from allsource.report.chart_contexts import (
    ChartView,
    Drawing,
    EstimateView,
    KeyEntry,
    Mark,
    PointRow,
)

__all__ = ["Bound", "chart"]

_COLOURS = 6
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_APART = 17.0
_WIDTHS = (780, 340)
_STEPS = 7
"""Places tried for a mark, three on either side of its own; farther off it would be lost."""
_UNDATED = 64.0
_LETTER = 7.6
"""Pixels of a letter of a tick."""


@dataclass(frozen=True, slots=True)
class Bound:
    """The estimate of one month, in the unit of its series."""

    period: tuple[str, str]
    low: float
    median: float
    high: float

    @property
    def day(self) -> float:
        """The middle of its month, as an ordinal."""
        first, last = (date.fromisoformat(end).toordinal() for end in self.period)
        return (first + last) / 2


def chart(
    series: Series,
    evidence: Evidence,
    anchors: Mapping[str, str],
    band: Sequence[Bound] = (),
    estimate: EstimateView | None = None,
    back: Collection[tuple[str, int]] = (),
) -> ChartView:
    """Lay out a series as drawings, key and table.

    Args:
        series: points in one unit.
        evidence: the case.
        anchors: id of the place of each claim in the page.
        band: the estimate by month, in order.
        estimate: what is told of it beside the drawing.
        back: figures that were taken back, by claim and quantity.
    """
    points = [point for point in series.points if point.claim in evidence.claims]
    roots = list(dict.fromkeys(point.root for point in points))
    names = [_root(root, evidence) for root in roots]
    return ChartView(
        id=series.id,
        title=series.measure if "/" in series.of else f"{series.measure}, {series.of}",
        unit=printing.units(series.unit),
        drawings=tuple(
            _draw(series, points, roots, band, width, evidence, back) for width in _WIDTHS
        ),
        key=tuple(KeyEntry(_letter(i), i % _COLOURS, name) for i, name in enumerate(names)),
        rows=tuple(_row(series, point, roots, evidence, anchors, back) for point in points),
        estimate=estimate,
    )


def _letter(index: int) -> str:
    return _LETTERS[index] if index < len(_LETTERS) else str(index + 1)


def _root(root: str | None, evidence: Evidence) -> str:
    known = evidence.roots.get(root or "")
    return root_name(known) if known else "not traced"


def _value(series: Series, point: Point) -> str:
    ends = {"low_open": point.low_open, "high_open": point.high_open}
    about = "about " if point.approximate else ""
    return about + printing.interval(point.low, point.high, series.unit, **ends)


def _period(point: Point) -> str:
    return printing.period(point.start, point.end) or "not stated"


def _kind(point: Point, evidence: Evidence, back: Collection[tuple[str, int]]) -> str:
    if (point.claim, point.quantity) in back:
        return "taken back by its outlet"
    if doubted(evidence.claims[point.claim]):
        return "held to be unlikely"
    return "plan or expectation" if point.plan else "stated outcome"


def _row(
    series: Series,
    point: Point,
    roots: Sequence[str | None],
    evidence: Evidence,
    anchors: Mapping[str, str],
    back: Collection[tuple[str, int]],
) -> PointRow:
    claim = evidence.claims[point.claim]
    return PointRow(
        value=_value(series, point),
        words=printing.words(claim.quantities[point.quantity].text),
        period=_period(point),
        kind=_kind(point, evidence, back),
        letter=_letter(roots.index(point.root)),
        root=_root(point.root, evidence),
        outlet=printing.document_name(claim.document),
        target=anchors[claim.id],
    )


def _draw(
    series: Series,
    points: Sequence[Point],
    roots: Sequence[str | None],
    band: Sequence[Bound],
    width: int,
    evidence: Evidence,
    back: Collection[tuple[str, int]],
) -> Drawing:
    height = 320 if width > 400 else 280
    top, bottom = 16.0, height - 40.0
    ends = [end for one in band for end in (one.low, one.high)]
    upward = axes.value_scale(points, bottom, top, ends)
    ticks = axes.value_ticks(upward)
    longest = max((len(tick.label) for tick in ticks), default=0)
    left = max(70.0 if width > 400 else 56.0, _LETTER * longest + 16.0)
    undated = any(axes.days(point) is None for point in points)
    right = width - 16.0 - (_UNDATED if undated else 0.0)
    across = axes.time_scale(points, left + 12, right - 12, [one.day for one in band])
    marks: list[Mark] = []
    for point in _distinct(points):
        index = roots.index(point.root)
        mark = _mark(series, point, index, across, upward, right, marks)
        gone = (point.claim, point.quantity) in back
        title = f"{mark.title}, {_kind(point, evidence, back)}"
        marks.append(replace(mark, back=gone, title=title))
    dated = bool(band) or any(axes.days(point) for point in points)
    lows, medians, highs = (
        [(across.at(one.day), upward.at(getattr(one, end))) for one in band]
        for end in ("low", "median", "high")
    )
    return Drawing(
        width=width,
        height=height,
        left=left,
        right=right,
        bottom=bottom,
        top=top,
        undated=right if undated else None,
        across=axes.time_ticks(across, 6 if width > 400 else 3) if dated else (),
        upward=ticks,
        marks=tuple(marks),
        band=_path([*highs, *reversed(lows)], closed=True),
        median=_path(medians, closed=False),
    )


def _path(places: Sequence[tuple[float, float]], *, closed: bool) -> str:
    """Write a line through some places as an SVG path; fewer than two are none."""
    if len(places) < 2:
        return ""
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in places) + ("Z" if closed else "")


def _distinct(points: Sequence[Point]) -> list[Point]:
    """Points that one root's claims repeat are one mark; the table has every one of them."""
    first: dict[tuple[object, ...], Point] = {}
    for point in points:
        key = (point.root, point.low, point.high, point.start, point.end, point.plan)
        first.setdefault(key, point)
    return list(first.values())


def _mark(
    series: Series,
    point: Point,
    root: int,
    across: axes.Scale,
    upward: axes.Scale,
    right: float,
    placed: Sequence[Mark],
) -> Mark:
    span = axes.days(point)
    x1, x2 = (across.at(span[0]), across.at(span[1])) if span else (right + 20, right + 20)
    ends = [value for value in (point.low, point.high) if value is not None] or [upward.low]
    y1, y2 = upward.at(max(ends)), upward.at(min(ends))
    y = round((y1 + y2) / 2, 1)
    own = round((x1 + x2) / 2, 1)
    room = (across.start, across.end) if span else (right + 12, right + _UNDATED)
    x = _free(own, y, placed, room)
    return Mark(
        x=x,
        own=own if span else x,
        y=y,
        x1=x1,
        x2=x2,
        y1=y1,
        y2=y2,
        up=point.high is None,
        down=point.low is None,
        plan=point.plan,
        root=root % _COLOURS,
        letter=_letter(root),
        title=f"{_letter(root)}: {_value(series, point)}, {_period(point)}",
    )


def _free(x: float, y: float, placed: Sequence[Mark], room: tuple[float, float]) -> float:
    """Set a mark beside those that stand where it should, never out of its part of the drawing."""
    for step in range(_STEPS):
        tried = round(x + (step + 1) // 2 * _APART * (1 if step % 2 else -1), 1)
        inside = room[0] <= tried <= room[1]
        if inside and not any(
            abs(m.x - tried) < _APART and abs(m.y - y) < _APART - 4 for m in placed
        ):
            return tried
    return round(x, 1)
