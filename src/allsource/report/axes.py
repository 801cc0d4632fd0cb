"""Where does a day or a value stand in a drawing?

Scales from days and values to pixels, with ticks at round values and at the
first days of years, quarters or months. Values start at zero where zero is not
far below the least of them, so that a small change does not look large.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import floor, log10

from allsource.assessment import printing
from allsource.model.numbers import Point
from allsource.report.chart_contexts import Tick

__all__ = ["Scale", "days", "time_scale", "time_ticks", "value_scale", "value_ticks"]


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear scale from ``low..high`` to pixels ``start..end``."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Give the pixel of a value.

        Example:
            >>> Scale(0, 10, 100, 200).at(5)
            150.0
        """
        share = (value - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)


def days(point: Point) -> tuple[float, float] | None:
    """Give the first and last day of a point as ordinals, None where it has no date."""
    start, end = point.start or point.end, point.end or point.start
    return (_ordinal(start), _ordinal(end)) if start and end else None


def _ordinal(day: str) -> int:
    return date.fromisoformat(day[:10]).toordinal()


def time_scale(
    points: Iterable[Point], start: float, end: float, more: Iterable[float] = ()
) -> Scale:
    """Scale the days that points speak of, and ``more`` days, a fortnight of room at each end."""
    spans = [span for span in map(days, points) if span] + [(day, day) for day in more]
    first = min((span[0] for span in spans), default=0) - 14
    last = max((span[1] for span in spans), default=1) + 14
    return Scale(first, last, start, end)


def time_ticks(scale: Scale, most: int) -> tuple[Tick, ...]:
    """Give at most ``most`` ticks at first days of months, evenly far apart."""
    first, last = (date.fromordinal(max(1, int(day))) for day in (scale.low, scale.high))
    months = range(first.year * 12 + first.month, last.year * 12 + last.month)
    step = next((s for s in (1, 2, 3, 6, 12, 24, 60, 120) if len(months) / s <= most), 240)
    chosen = [month for month in months if month % step == 0]
    return tuple(
        Tick(scale.at(date(m // 12, m % 12 + 1, 1).toordinal()), _month(m, step)) for m in chosen
    )


def _month(month: int, step: int) -> str:
    """Name a month shortly; where ticks are years apart, by its year."""
    name = printing.day(f"{month // 12:04d}-{month % 12 + 1:02d}")
    return name[-4:] if step >= 12 else f"{name[:3]} {name[-4:]}"


def value_scale(
    points: Sequence[Point], start: float, end: float, more: Sequence[float] = ()
) -> Scale:
    """Scale values of points, and ``more``, from zero, or from below the least where zero is far."""
    stated = [value for p in points for value in (p.low, p.high) if value is not None]
    ends = [*stated, *more] or [0.0]
    low, high = min(ends), max(ends)
    floor_at = 0.0 if 0 <= low <= 0.6 * high or high == low else low - 0.15 * (high - low)
    return Scale(floor_at, high + 0.12 * (high - floor_at or 1.0), start, end)


def value_ticks(scale: Scale) -> tuple[Tick, ...]:
    """Give three to six ticks at round values."""
    span = scale.high - scale.low
    rough = span / 4
    power = 10.0 ** floor(log10(rough))
    step = next(power * m for m in (1, 2, 2.5, 5, 10) if power * m >= rough)
    first = -(-scale.low // step) * step
    values = (first + step * i for i in range(12))
    return tuple(
        Tick(scale.at(v), printing.number(round(v, 10))) for v in values if v <= scale.high
    )
