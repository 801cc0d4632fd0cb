"""Which claims move an estimate most, and what would narrow it most?

A claim's pull is seen by weighing the draws as if it had not been made. What a further claim would do is
foreseen from the draws: a report by a new root, as noisy and as biased as the roots known so far, would leave of
the variance what it does not explain.

It fails where a further claim would contradict all others: then intervals grow.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from allsource.estimation._arrays.programme.likelihood import Floats
from allsource.estimation._arrays.programme.nested import Fit
from allsource.estimation._arrays.programme.psis import smoothed, systematic
from allsource.estimation.programme.arrays import Arrays
from allsource.estimation.programme.drawn import Series
from allsource.estimation.programme.months import first_day, last_day
from allsource.estimation.programme.observation import BIAS, NOISE, Sort
from allsource.estimation.programme.programme import Programme
from allsource.estimation.programme.resting import ESTIMATED, rests
from allsource.estimation.programme.told import Influence, Moved, Narrowing, rounded

__all__ = ["influences"]

_FURTHER: dict[Sort, str] = {
    "rate": "a rate for the last month",
    "total": "a total to the last month",
    "stock": "a stock at the end of the last month",
    "cost": "a unit cost of the last month",
    "share": "a domestic share of the last month",
}
"""How a further claim of each sort is told."""

_TOLD = 3
_TRIED = 12
_LEAST = 0.3
_SERIAL_WIDTH = 0.25
"""Log width of a total from 20 serial numbers that come in blocks."""
_LEAST_NARROWER = 0.02


def influences(
    programme: Programme, arrays: Arrays, whole: Fit, found: Sequence[Series], interval: float
) -> Iterator[Influence]:
    """Explain the last month of each quantity.

    Args:
        programme: as sorted.
        arrays: the same, as arrays.
        whole: its fit.
        found: its quantities, in the draws of the fit.
        interval: probability of intervals.
    """
    month = programme.window[1]
    for one in found:
        last = one.values[:, -1]
        yield Influence(
            one.quantity, programme.of, one.scope, one.unit, (first_day(month), last_day(month)),
            tuple(_moved(one.quantity, arrays, whole, last, interval)),
            tuple(_narrowing(whole, one, found)),
        )  # fmt: skip


def _moved(quantity: str, arrays: Arrays, whole: Fit, last: Floats, interval: float) -> list[Moved]:
    logs = np.log(np.maximum(last, _LEAST))
    off = logs - logs.mean()
    pull = np.abs(off @ (whole.likelihood - whole.likelihood.mean(0)))
    ends = [(1 - interval) / 2, 0.5, (1 + interval) / 2]
    middle = np.median(logs)
    tried = list[tuple[float, str, Moved]]()
    bearing = [row for row, one in enumerate(arrays.observations) if rests(quantity, one)]
    for row in sorted(bearing, key=lambda one: -pull[one])[:_TRIED]:
        weights, _ = smoothed(-whole.likelihood[:, row])
        without = np.quantile(last[systematic(weights, len(last))], ends)
        name = arrays.observations[row].ids[0]
        shift = abs(float(np.log(max(without[1], _LEAST)) - middle))
        tried.append((-shift, name, Moved(name, *rounded(*(float(end) for end in without)))))
    first = dict[str, Moved]()
    for _, name, moved in sorted(tried, key=lambda one: one[:2]):
        first.setdefault(name, moved)
    return list(first.values())[:_TOLD]


def _narrowing(whole: Fit, of: Series, found: Sequence[Series]) -> list[Narrowing]:
    """Say by how much further claims of new roots would narrow the last month, the most telling first."""
    bias, noise = (float(np.sqrt((whole.learnt[:, at] ** 2).mean())) for at in (2, 3))
    told = {
        ESTIMATED[sort]: (words, np.hypot(BIAS.get(sort, 1.0) * bias, NOISE.get(sort, 1.0) * noise))
        for sort, words in _FURTHER.items()
    }
    target = _logs(of.expected[:, -1])
    tried = list[Narrowing]()
    for one in found:
        if one.scope != of.scope and one.scope is not None and of.scope is not None:
            continue
        words, width = told[one.quantity]
        tried.append(_by(words, target, _logs(one.expected[:, -1]), float(width)))
        if one.quantity == "cumulative output":
            words = "20 serial numbers seen in the last month"
            tried.append(_by(words, target, _logs(one.expected[:, -1]), _SERIAL_WIDTH))
        if one.quantity == "production rate" and one.expected.shape[1] > 12:
            words = "a rate for the month a year before"
            tried.append(_by(words, target, _logs(one.expected[:, -13]), float(width)))
    best = {one.evidence: one for one in sorted(tried, key=lambda one: one.narrower)}
    kept = [one for one in best.values() if one.narrower >= _LEAST_NARROWER]
    return sorted(kept, key=lambda one: (-one.narrower, one.evidence))[:_TOLD]


def _logs(values: Floats) -> Floats:
    found: Floats = np.log(np.maximum(values, _LEAST))
    return found


def _by(evidence: str, target: Floats, seen: Floats, width: float) -> Narrowing:
    spread = float(seen.var())
    if spread <= 0 or target.var() <= 0:
        return Narrowing(evidence, 0.0)
    linked = float(np.corrcoef(target, seen)[0, 1]) ** 2
    return Narrowing(
        evidence, round(1 - float(np.sqrt(1 - linked * spread / (spread + width**2))), 2)
    )
