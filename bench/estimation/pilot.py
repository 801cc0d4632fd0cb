"""Which histories did the pilot study take, and what was said of them?

A second author's claims, older than the model: the generator of the study that set the targets (its best model: 90 %
intervals hold 89 % of totals and of rates, CRPS of the total 0.085, median error 9.3 %), written in the
lines of CLAIMS.jsonl. Eight origins, thirty claims; every third number is told again later, and three in ten
of those retellings by another origin. Its histories are whole runs of yards, types of ship and budget items,
longer and smoother than those of ``histories``.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from bench.estimation.claims import Claim, day
from bench.estimation.histories import LAST_PAST, History, budget, month_of, ships
from bench.estimation.roots import shown

__all__ = ["piloted", "smooth_histories"]

CLAIMS, ORIGINS = 30, 8
KINDS = {"rate": 0.38, "more": 0.20, "total": 0.22, "plan": 0.10, "range": 0.10}
AHEAD = 6
FEWEST_MONTHS, FEWEST_UNITS, THIN, MADE, JUMP = 20, 60, 0.12, 0.8, 1.5


def smooth_histories(folder: Path) -> list[History]:
    """Whole histories of yards, types of ship and budget items, as the pilot took them."""
    found = [
        one
        for level, least in (
            (ships(folder)[1], 20),
            (ships(folder)[2], 20),
            (budget(folder)[0], 24),
        )
        for key in sorted(level)
        for one in _whole(key, level[key], least)
    ]
    return sorted(found, key=lambda one: one.name)


def _whole(key: tuple[str, ...], counts: Counter[int], least: int) -> Iterator[History]:
    """One history, its thin ends cut off, if it is long and smooth enough."""
    item = not key[0].startswith(("yard", "type"))
    told = {
        month for month, made in counts.items() if made > 0 and (month <= LAST_PAST or not item)
    }
    if not told or (item and len(told) < FEWEST_MONTHS):
        return
    first = min(told)
    units = np.array([counts[month] for month in range(first, max(told) + 1)], float)
    thick = np.flatnonzero(_smoothed(units, 0) > THIN * _smoothed(units, 0).max())
    units, first = units[thick[0] : thick[-1] + 1], first + int(thick[0])
    if len(units) < least or units.sum() < FEWEST_UNITS:
        return
    smooth = _smoothed(units, 0)
    jumps = np.abs(np.diff(np.log(np.maximum(smooth, 1e-9)))).max()
    if item and ((units > 0).mean() <= MADE or smooth.min() <= 0 or jumps >= JUMP):
        return
    name = " / ".join((*key, month_of(first)))
    yield History("budget" if item else "ships", key[0], name, first, tuple(map(float, units)))


def piloted(history: History, seed: int) -> list[Claim]:
    """All that is said of a history until its end, in order of publication."""
    key = int(hashlib.sha256(history.name.encode()).hexdigest()[:12], 16)
    rng = np.random.default_rng([key, seed, 1])
    high = rng.random(ORIGINS) < 0.35
    usual, spun = 0.14 * rng.standard_normal(ORIGINS), 0.15 * rng.standard_normal(ORIGINS) + 0.18
    bias = np.where(high, spun, usual)
    units = np.array(history.units)
    smooth, made = _smoothed(units), np.maximum(np.cumsum(units), 0.5)
    found: list[Claim] = []
    for month in np.sort(rng.integers(2, len(units), CLAIMS)):
        if found and rng.random() < 0.30:
            again = dict(found[int(rng.integers(len(found)))])
            if rng.random() >= 0.7:
                again["root"] = f"src_{rng.integers(ORIGINS)}"
        else:
            origin = int(rng.integers(ORIGINS))
            again = _said(int(month), float(bias[origin]), smooth, made, history.first, rng)
            again |= {"root": f"src_{origin}"}
        published = day(history.first + int(month), int(rng.integers(1, 29)))
        found.append(again | {"published": published})
    found.sort(key=lambda one: str(one["published"]))
    return [{"id": f"clm_{i:04d}", "of": "unit", **one} for i, one in enumerate(found, 1)]


def _smoothed(units: np.ndarray, least: float = 0.3) -> np.ndarray:
    """Mean of each month and its neighbours."""
    padded, ones = np.pad(units, 1), np.pad(np.ones(len(units)), 1)
    total, count = (np.convolve(one, np.ones(3), "valid") for one in (padded, ones))
    mean: np.ndarray = np.maximum(total / count, least)
    return mean


def _said(
    month: int, bias: float, smooth: np.ndarray, made: np.ndarray, first: int,
    rng: np.random.Generator,
) -> Claim:  # fmt: skip
    """One number told in a month, of that month or one before."""
    of = month - min(int(rng.geometric(0.45)) - 1, month)
    off = bias + 0.08 * rng.standard_t(4)
    off += float(rng.choice([-1.0, 1.0])) if rng.random() < 0.06 else 0.0
    kind = str(rng.choice(list(KINDS), p=list(KINDS.values())))
    digits = int(rng.choice([1, 2], p=[0.3, 0.7]))
    report: dict[str, Any] = {"kind": "report", "unit": "unit"}
    rate = report | {"measure": "production rate", "per": "month"}
    value = float(smooth[of] * np.exp(off))
    if kind == "rate":
        return rate | _point(shown(value, digits))
    if kind == "more":
        step = 10.0 ** np.floor(np.log10(max(value, 1))) / 2
        least = max(float(np.floor(value / step) * step), 0.5)
        return rate | {"low": least, "high": None, "low_open": True, "high_open": True}
    if kind == "range":
        low = shown(0.85 * value, 2)
        return rate | {"low": low, "high": max(shown(1.2 * value, 2), 1.05 * low)}
    if kind == "total":
        total = shown(float(made[of] * np.exp(0.5 * off)), 2)
        return report | {"measure": "cumulative output"} | _point(total)
    at = min(month + AHEAD, len(made) - 1)
    spun = 0.15 + 0.35 * rng.standard_normal() + 0.5 * bias
    promised = shown(float(smooth[at] * np.exp(spun)), 1)
    when = {"start": day(first + month + AHEAD, 1), "end": day(first + month + AHEAD, 31)}
    return rate | {"kind": "plan", "stance": "expected"} | when | _point(promised)


def _point(value: float) -> Claim:
    return {"low": value, "high": value}
