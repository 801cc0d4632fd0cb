"""What did a programme make, hold and pay, in each draw of the unknowns?

A rate is told as what a ledger would show: the mean count of the three months that end with a month. Totals are
sums of these counts. Counts are no Poisson counts: series of budgets and yards are more regular than these
where few units are made, and far less where many are, since lots, breaks and late deliveries move output of
any size by a share of it. docs/estimate.md tells what was measured.

It fails where output stops or doubles at once: such months are commoner than this noise holds.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from allsource.estimation._arrays.programme.course import paths
from allsource.estimation._arrays.programme.likelihood import Floats
from allsource.estimation._arrays.programme.trend import interpolation
from allsource.estimation.programme.arrays import Arrays
from allsource.estimation.programme.programme import Programme

__all__ = ["RECENT", "Series", "series"]

RECENT = 3
"""A rate is the mean of so many months."""

_REGULAR = 0.5
"""Variance of few units a month, over that of Poisson counts."""
_UNEVEN, _LASTS = 0.25, 2
"""Standard deviation of a month's output around its trend, as a share of it; months for which it lasts."""
_COST_KNOTS, _SHARE_KNOTS = 12, 6


@dataclass(frozen=True, slots=True)
class Series:
    """One quantity in draws: as a ledger shows it, and without the chance in counts.

    Args:
        quantity: its name.
        scope: which products count.
        unit: of the figures.
        values: shape (draws, months of the window).
        expected: the same without the chance in counts.
    """

    quantity: str
    scope: str | None
    unit: str
    values: Floats
    expected: Floats


def series(
    programme: Programme, arrays: Arrays, unknowns: Floats, *, seed: int = 0
) -> Iterator[Series]:
    """Give each quantity of a programme.

    Args:
        programme: as sorted.
        arrays: the same, as arrays.
        unknowns: draws, shape (draws, d).
        seed: of the chance in counts.
    """
    told = slice(programme.window[0] - programme.first, programme.window[1] - programme.first + 1)
    extras, places = unknowns[:, arrays.design.knots :], arrays.places
    rate, totals, used = paths(arrays.design, unknowns)
    before = 0.0 if places.before is None else np.exp(extras[:, places.before])[:, None]
    if {one.sort for one in programme.observations} - {"cost", "share", "floor", "workforce"}:
        for scope in programme.scopes:
            own = places.scopes.get(scope)
            ratio = 1.0 if own is None else np.exp(extras[:, own])[:, None]
            yield from _output(programme, scope, np.exp(rate) * ratio, before * ratio, told, seed)
    if used is not None and places.opening is not None:
        left = np.exp(extras[:, places.opening])[:, None] + (totals - used)[:, 1:]
        left = np.maximum(left, 0)[:, told]
        yield Series("stock", programme.scopes[0], programme.unit, left, left)
    if places.cost is not None:
        price = _prices(arrays, extras, np.log(totals[:, 1:] + before))[:, told]
        unit = f"{programme.currency or 'money'}/{programme.unit}"
        yield Series("unit cost", None, unit, price, price)
    if places.share:
        odds = extras[:, list(places.share)] @ interpolation(rate.shape[1], _SHARE_KNOTS).T
        share = (100 / (1 + np.exp(-odds)))[:, told]
        yield Series("domestic share", None, "percent", share, share)


def _output(
    programme: Programme,
    scope: str | None,
    expected: Floats,
    before: Floats | float,
    told: slice,
    seed: int,
) -> Iterator[Series]:
    """Give rate and total of one scope, both as counted and as expected."""
    both = (_counted(expected, seed), expected)
    rates = (_recent(one)[:, told] for one in both)
    yield Series("production rate", scope, f"{programme.unit}/month", *rates)
    totals = (np.cumsum(one, axis=1)[:, told] + before for one in both)
    yield Series("cumulative output", scope, programme.unit, *totals)


def _counted(expected: Floats, seed: int) -> Floats:
    """Draw what is made in each month, where so much is expected."""
    rng = np.random.default_rng(seed)
    draws, months = expected.shape
    spread = _LASTS * _UNEVEN**2
    lots = rng.gamma(1 / spread, spread, (draws, months + _LASTS - 1))
    uneven = sum(lots[:, at : at + months] for at in range(_LASTS)) / _LASTS
    made = rng.gamma(expected * uneven / _REGULAR, _REGULAR)
    found: Floats = np.floor(made + rng.random(made.shape))
    return found


def _recent(made: Floats) -> Floats:
    """Give the mean of the three months that end with each; of fewer at the beginning."""
    total = np.cumsum(np.pad(made, ((0, 0), (RECENT, 0))), axis=1)
    months = np.minimum(np.arange(made.shape[1]) + 1, RECENT)
    found: Floats = (total - np.pad(total, ((0, 0), (RECENT, 0)))[:, :-RECENT])[:, RECENT:] / months
    return found


def _prices(arrays: Arrays, extras: Floats, total: Floats) -> Floats:
    places, months = arrays.places, total.shape[1]
    if places.cost is None or places.learning is None or places.drift is None:
        raise ValueError("no unit cost is claimed")
    log = extras[:, [places.cost]] - extras[:, [places.learning]] * (total - arrays.reference)
    log = log - extras[:, [places.drift]] * np.arange(months)
    log = log + extras[:, list(places.moved)] @ interpolation(months, _COST_KNOTS).T
    found: Floats = np.exp(np.clip(log, -50, 50))
    return found
