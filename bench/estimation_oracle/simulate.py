"""What would be claimed of an invented programme?

Makes a monthly history of output (a ramp that levels off, wavers or falls back, with lumpy counts) and claims
about it as they are printed: biased by root, rounded, stale, bounded, copied with and without a trace, now and
then grossly wrong, partly plans; and, where asked, stock, unit cost, capacity and serial numbers.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from allsource.estimation.programme.claim import ProgrammeClaim
from allsource.estimation.programme.months import first_day, last_day, month_of

__all__ = ["Simulated", "simulate"]

FIRST = month_of("2031-01")
LEARNING = 0.3


@dataclass(frozen=True, slots=True)
class Simulated:
    """An invented programme: counts by month, stock at the end of each, claims."""

    made: NDArray[np.float64]
    stock: NDArray[np.float64]
    claims: tuple[ProgrammeClaim, ...]


def simulate(
    seed: int, *, months: int = 48, claims: int = 50, roots: int = 10, wide: bool = False
) -> Simulated:
    """Make one programme.

    Args:
        seed: of the generator.
        months: of its history.
        claims: how many, all told.
        roots: how many stand behind them.
        wide: also stock, unit cost, capacity and serial numbers.
    """
    rng = np.random.default_rng([seed, months, claims])
    rate = _history(rng, months)
    made = rng.poisson(rate).astype(float)
    made[0] = max(made[0], 1.0)
    total = np.cumsum(made)
    opening = 3 * rate[0]
    used = np.minimum(np.cumsum(rate * rng.uniform(0.4, 0.8)), 0.85 * (total + opening))
    stock = opening + total - used
    bias = np.where(rng.random(roots) < 0.35, 0.18, 0.0) + 0.14 * rng.standard_normal(roots)
    smooth = np.convolve(np.pad(made, 1, mode="edge"), np.ones(3) / 3, mode="valid").clip(0.3)
    writer = _Writer(rng, smooth, total, stock, bias)
    sorts = ["stock", "cost", "capacity", "serial"] if wide else []
    extra = [sorts[at % 4] for at in range(min(16, claims // 3))] if wide else []
    written = list[ProgrammeClaim]()
    when = np.sort(rng.integers(2, months, claims))
    for number, month in enumerate(when):
        if written and not extra and rng.random() < 0.25:
            written.append(_copied(rng, written, number, int(month), roots))
            continue
        sort = extra.pop() if extra and number % 3 == 0 else ""
        written.append(writer.write(f"c{number:04}", int(month), sort))
    return Simulated(made, stock, tuple(written))


def _history(rng: np.random.Generator, months: int) -> NDArray[np.float64]:
    size = np.exp(rng.uniform(np.log(4), np.log(1500)))
    at = np.arange(months) / 48
    middle, speed = rng.uniform(0.1, 0.5), rng.uniform(4, 14)
    log = -np.log1p(np.exp(-speed * (at - middle)))
    log += rng.uniform(-0.8, 0.4) * np.maximum(at - 0.6, 0) * 2
    log += rng.uniform(0, 0.2) * np.sin(2 * np.pi * (at * rng.uniform(0.8, 2.5) + rng.random()))
    noise = rng.uniform(0.03, 0.25) * rng.standard_normal(months)
    found: NDArray[np.float64] = size * np.exp(log + noise)
    return found


def _rounded(value: float, digits: int) -> float:
    step = 10.0 ** (np.floor(np.log10(max(value, 1e-9))) - digits + 1)
    return float(max(np.round(value / step), 1) * step)


def _copied(
    rng: np.random.Generator, written: list[ProgrammeClaim], number: int, month: int, roots: int
) -> ProgrammeClaim:
    old = written[int(rng.integers(len(written)))]
    if old.measure == "serial":
        return replace(old, id=f"c{number:04}")
    root = old.root if rng.random() < 0.7 else f"root {rng.integers(roots)}"
    return replace(old, id=f"c{number:04}", published=last_day(FIRST + month), root=root)


class _Writer:
    """Writes claims about one history."""

    def __init__(self, rng: np.random.Generator, *history: NDArray[np.float64]) -> None:
        self.rng = rng
        self.rate, self.total, self.stock, self.bias = history

    def write(self, name: str, month: int, sort: str) -> ProgrammeClaim:
        rng = self.rng
        root = int(rng.integers(len(self.bias)))
        then = max(month - int(rng.geometric(0.45)) + 1, 0)
        off = self.bias[root] + 0.08 * rng.standard_t(4)
        if rng.random() < 0.06:
            off += rng.choice([-1.0, 1.0])
        one = ProgrammeClaim(
            name, "production rate", "pump", low=1.0, unit="unit", per="month", root=f"root {root}",
            published=last_day(FIRST + month), stance="asserted", kind="report",
        )  # fmt: skip
        sort = sort or str(
            rng.choice(["rate", "more", "total", "plan", "band"], p=[0.38, 0.2, 0.22, 0.1, 0.1])
        )
        write = {"rate": self._rate, "more": self._more, "band": self._band}
        if sort == "plan":
            return self._plan(one, month)
        if sort in write:
            return write[sort](one, self.rate[then] * np.exp(off))
        return self._level(one, sort, then, off)

    def _rate(self, one: ProgrammeClaim, value: float) -> ProgrammeClaim:
        told = _rounded(value, int(self.rng.choice([1, 2], p=[0.3, 0.7])))
        return replace(one, low=told, high=told)

    def _more(self, one: ProgrammeClaim, value: float) -> ProgrammeClaim:
        step = 10.0 ** np.floor(np.log10(max(value, 1))) / 2
        told = max(np.floor(value / step) * step, 0.5)
        return replace(one, low=told, high=None, low_open=True, high_open=True)

    def _band(self, one: ProgrammeClaim, value: float) -> ProgrammeClaim:
        low = _rounded(value * 0.85, 2)
        return replace(one, low=low, high=max(_rounded(value * 1.2, 2), low * 1.05))

    def _plan(self, one: ProgrammeClaim, month: int) -> ProgrammeClaim:
        ahead = min(month + 6, len(self.rate) - 1)
        told = _rounded(self.rate[ahead] * np.exp(0.15 + 0.35 * self.rng.standard_normal()), 1)
        due = first_day(FIRST + month + 6)[:7]
        return replace(one, low=told, high=told, kind="plan", stance="expected", end=due)

    def _level(self, one: ProgrammeClaim, sort: str, then: int, off: float) -> ProgrammeClaim:
        rng, bare = self.rng, replace(one, per=None)
        if sort == "serial":
            number = float(rng.integers(1, self.total[then] + 1))
            return replace(bare, measure="serial", kind="serial", low=number, high=number)
        if sort == "cost":
            price = 2e5 * (self.total[then] / 10) ** -LEARNING * np.exp(off / 2)
            told = _rounded(price, 2)
            return replace(bare, measure="unit cost", currency="USD", low=told, high=told)
        if sort == "capacity":
            told = _rounded(self.rate[then] * 1.5 * np.exp(0.3 * rng.standard_normal()), 2)
            return replace(one, kind="capacity", low=told, high=told)
        if sort == "stock":
            told = _rounded(self.stock[then] * np.exp(off), 2)
            return replace(bare, measure="stock", low=told, high=told)
        told = _rounded(self.total[then] * np.exp(0.5 * off), 2)
        return replace(bare, measure="cumulative output", low=told, high=told)
