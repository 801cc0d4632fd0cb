"""How likely is it that a quantity passed a stated figure?

The share of the draws of an estimate that lie above a figure which a plan or a claim states for that month.
Asked of plans, and of claims at odds with the estimate: counts for a time that they name, which nearly all draws pass or miss. Where
the draws are not to be trusted far out (k-hat), nothing is told, nor of contracts, which state no such figure.

It fails where the estimate does: the claim itself is one of those that the estimate rests on.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from allsource.estimation._arrays.programme.likelihood import Floats
from allsource.estimation.programme.drawn import Series
from allsource.estimation.programme.months import first_day, last_day
from allsource.estimation.programme.observation import Observation
from allsource.estimation.programme.outcome import bounds, has_date_to_come
from allsource.estimation.programme.programme import Programme
from allsource.estimation.programme.resting import ESTIMATED
from allsource.estimation.programme.told import Threshold

__all__ = ["thresholds"]

_COUNTED = ("rate", "total", "stock")
"""What is counted. Prices and shares differ by what they are reckoned on before they are at odds."""

_ODD = 0.05
"""A claim is at odds with the estimate where less than this share of the draws is on its side."""


def thresholds(
    programme: Programme, found: Sequence[Series], *, trusted: bool
) -> Iterator[Threshold]:
    """Tell how likely it is that stated figures were passed.

    Args:
        programme: as sorted.
        found: its quantities in draws.
        trusted: the draws may be quoted far out.
    """
    if not trusted:
        return
    told = {one.quantity: one for one in found if one.scope is None}
    for one in programme.observations:
        series = told.get(ESTIMATED.get(one.sort, ""))
        at = one.last - programme.window[0]
        if series is None or not 0 <= at < series.values.shape[1]:
            continue
        if one.claim.scope or one.claim.measure == "contract":
            continue
        for name in one.ids:
            line = _line(programme, series, one, name, at)
            if line is not None:
                yield line


def _line(
    programme: Programme, series: Series, one: Observation, name: str, at: int
) -> Threshold | None:
    """Tell it of one claim; nothing of a claim that goes with the estimate."""
    low, high = bounds(one)
    draws = series.values[:, at]
    planned = one.claim.kind == "plan" and has_date_to_come(one)
    figure = high if low is None else low
    if not planned:
        told = one.sort in _COUNTED and (one.claim.start or one.claim.end)
        figure = _missed(draws, low, high) if told and not one.plan else None
    if figure is None:
        return None
    return Threshold(
        claim=name,
        of=programme.of,
        quantity=series.quantity,
        unit=series.unit,
        period=(first_day(one.last), last_day(one.last)),
        figure=figure,
        above=round(float(np.mean(draws > figure)), 3),
        plan=planned,
    )


def _missed(draws: Floats, low: float | None, high: float | None) -> float | None:
    """Give the end of a claim that nearly all draws lie beyond; None where it goes with the estimate."""
    if low is not None and float(np.mean(draws >= low)) < _ODD:
        return low
    return high if high is not None and float(np.mean(draws <= high)) < _ODD else None
