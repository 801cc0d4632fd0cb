"""What was planned, what was told later of the same year: pairs of budgets."""

import csv
import io
import lzma
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from allsource.estimation.plans import PROBABILITIES, Kind

__all__ = ["FILE", "Pair", "learned", "pairs", "tested"]

FILE = "us_budget_plans.csv.xz"
SCALE = {"Thousands": 1e3, "Millions": 1e6}
MUNITIONS = re.compile("Missile|Weapons|Ammo|Ammunition")
FEWEST, UNITS_CHANGED, LAST = 10, 30.0, 2017
COSTED = 2015
"""Total costs stand in the budgets from 2015: only there is a missing quantity known to be none."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A quantity planned in one budget and told in a later one.

    Args:
        kind: munitions or other.
        years: from the plan to the fiscal year it is for.
        revisions: budgets from the plan to the telling.
        told: year of the budget that tells it.
        planned: quantity.
        came: quantity.
    """

    kind: Kind
    years: int
    revisions: int
    told: int
    planned: float
    came: float


def pairs(folder: Path) -> list[Pair]:
    """All pairs, lines matched on agency, appropriation and title where that is unique."""
    lines: dict[tuple[str, ...], dict[tuple[int, int], list[dict[str, str]]]]
    lines = defaultdict(lambda: defaultdict(list))
    with lzma.open(folder / FILE) as held:
        for row in csv.DictReader(io.TextIOWrapper(held, encoding="utf-8")):
            if "base" in row["pb"]:
                title = re.sub(r"\(.*?\)|[^a-z0-9]+", "", row["line_title"].lower())
                when = int(float(row["budget_year"])), int(float(row["fy"]))
                lines[row["agency"], row["appropriation"], title][when].append(row)
    return [pair for key, told in sorted(lines.items()) for pair in _of_line(key[1], told)]


def _of_line(
    appropriation: str, told: dict[tuple[int, int], list[dict[str, str]]]
) -> Iterator[Pair]:
    unique = {when: rows[0] for when, rows in sorted(told.items()) if len(rows) == 1}
    kind: Kind = "munitions" if MUNITIONS.search(appropriation) else "other"
    for (budget, fiscal), row in unique.items():
        planned = _quantity(row)
        if planned is None or planned < FEWEST:
            continue
        for later in range(budget + 1, LAST + 1):
            came = _came(unique.get((later, fiscal)), later)
            if came is not None and not 0 < max(came / planned, planned / (came or planned)) <= (
                UNITS_CHANGED
            ):
                continue
            if came is not None:
                yield Pair(kind, fiscal - budget, later - budget, later, planned, came)


def _quantity(row: dict[str, str]) -> float | None:
    return float(row["qty"]) * SCALE.get(row["qty_unit"], 1) if row["qty"] else None


def _came(row: dict[str, str] | None, told: int) -> float | None:
    """Quantity told; none where neither quantity nor money is; unknown where money alone is."""
    if row is None:
        return None
    quantity = _quantity(row)
    if quantity:
        return quantity
    return 0.0 if told >= COSTED and not float(row["total_cost"] or 0) else None


def learned(every: Sequence[Pair], kind: Kind) -> list[tuple[tuple[float, ...], float, int]]:
    """Quantiles of outcome over plan, share of nothing, and count: for the coming year, and the next.

    A plan for the coming year is told as past after two revisions, one for the year after it after
    three. Plans a year further ahead are pooled with them (munitions, further ahead: all).
    """
    before = [one for one in every if one.told < LAST and kind in (one.kind, "any")]
    farther = 4 if kind == "munitions" else 2
    found = []
    for revisions, years in ((2, range(2)), (3, range(1, farther + 1))):
        came = [p for p in before if p.revisions == revisions and p.years in years]
        ratio = np.array([one.came / one.planned for one in came if one.came])
        logs = np.quantile(np.log(ratio), PROBABILITIES, method="weibull")
        quantiles = tuple(round(float(one), 2) for one in np.exp(logs))
        found.append((quantiles, round(1 - len(ratio) / len(came), 2), len(came)))
    return found


def tested(every: Sequence[Pair]) -> list[Pair]:
    """Plans whose outcome the last budget is the first to tell as past."""
    return [one for one in every if one.told == LAST and one.years == one.revisions - 2 >= 0]
