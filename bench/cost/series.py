"""What did a unit cost, step by step, and how many had been made?

Four sets; the rule of the split and what counts as a series are fixed here.
"""

import csv
import hashlib
import io
import lzma
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from allsource.estimation.learning import Costed, Phase

__all__ = ["EXTRACT", "SETS", "Costs", "extract", "part"]

EXTRACT = Path(__file__).parent / "extract.csv"
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
BLOCK, STEPS, LOTS, SMALLEST, JUMP, GAP = 5, 10, 5, 5, 1.2, 2
INFLATION, BASE = 0.02, 2015
SCALE = {"Millions": 1e6, "Thousands": 1e3}


@dataclass(frozen=True, slots=True)
class Costs:
    """One series.

    Args:
        group: what the split goes by.
        name: of the series.
        phase: what is known of its output.
        past: costs in order of time.
    """

    group: str
    name: str
    phase: Phase
    past: tuple[Costed, ...]


def part(group: str) -> str:
    """Half of the groups are for development."""
    return "dev" if int(hashlib.sha256(group.encode()).hexdigest(), 16) % 2 == 0 else "held"


def extract() -> dict[str, list[Costs]]:
    """The few series that are in the repository, by set."""
    found: dict[str, list[Costs]] = defaultdict(list)
    with EXTRACT.open(encoding="utf-8", newline="") as held:
        for row in csv.DictReader(held):
            pairs = zip(row["costs"].split(), row["made"].split(), strict=True)
            past = tuple(Costed(float(cost), float(made)) for cost, made in pairs)
            found[row["set"]].append(Costs(row["group"], row["name"], Phase(row["phase"]), past))
    return dict(found)


def _rows(path: Path, encoding: str) -> Iterator[dict[str, str]]:
    with lzma.open(path) as held:
        yield from csv.DictReader(io.TextIOWrapper(held, encoding=encoding))


def _technology(name: str) -> str:
    return "technology " + re.sub("[^a-z]", "", name.lower())


def prices(folder: Path) -> list[Costs]:
    """Yearly prices without output (Farmer and Lafond 2016)."""
    found: dict[str, list[tuple[int, float]]] = defaultdict(list)
    with (folder / "farmer_lafond_2016.csv").open(encoding="utf-8", newline="") as held:
        for entity, year, price in list(csv.reader(held))[1:]:
            if price:
                found[entity].append((int(year), float(price)))
    series = []
    for entity, told in sorted(found.items()):
        told.sort()
        unbroken = all(b - a == 1 for (a, _), (b, _) in pairwise(told))
        if len(told) >= STEPS and unbroken and min(told, key=lambda one: one[1])[1] > 0:
            past = tuple(Costed(price) for _, price in told)
            series.append(Costs(_technology(entity), entity, Phase.UNTOLD, past))
    return series


def technologies(folder: Path) -> list[Costs]:
    """Yearly prices with all that had been produced (Performance Curve Database)."""
    series = []
    for path in sorted((folder / "pcdb").glob("*.csv")):
        told = []
        with path.open(encoding="latin-1", newline="") as held:
            for row in list(csv.reader(held))[1:]:
                if "NA" in row[:4] or "" in row[:4]:
                    continue
                price, year, produced, before = map(float, row[:4])
                if price > 0 and produced + before > 0:
                    told.append((year, price, produced + before))
        told.sort()
        if len(told) >= STEPS and all(a[2] < b[2] for a, b in pairwise(told)):
            past = tuple(Costed(price, made) for _, price, made in told)
            series.append(Costs(_technology(path.stem), path.stem, Phase.NEW, past))
    return series


def yards(folder: Path) -> list[Costs]:
    """Hours of work for a ship, in blocks of five (Thompson 2007)."""
    found: dict[tuple[str, str], list[tuple[int, float]]] = defaultdict(list)
    for row in _rows(folder / "us_ww2_ships.csv.xz", "latin-1"):
        if row["MANHOURS"] not in ("", ".") and float(row["MANHOURS"]) > 0:
            day = row["DELDATE"]
            date = int(day[5:]) * 10000 + MONTHS.index(day[2:5]) * 100 + int(day[:2])
            found[row["NAME"], row["TYPE"]].append((date, float(row["MANHOURS"])))
    series = []
    for (yard, kind), ships in sorted(found.items()):
        ships.sort(key=lambda one: one[0])
        blocks = len(ships) // BLOCK
        hours = np.array([hour for _, hour in ships[: blocks * BLOCK]]).reshape(blocks, BLOCK)
        if blocks >= STEPS:
            past = tuple(
                Costed(float(one), BLOCK * (i + 0.5)) for i, one in enumerate(hours.mean(axis=1))
            )
            series.append(Costs(f"yard {yard}", f"{yard} | {kind}", Phase.NEW, past))
    return series


def lots(folder: Path) -> list[Costs]:
    """Unit costs of yearly lots already bought, as the last budget tells them, less 2 % a year."""
    told: dict[tuple[tuple[str, ...], int], tuple[int, float, float]] = {}
    for row in _rows(folder / "us_budget_lots.csv.xz", "utf-8"):
        if "base" not in row["pb"] or not all((row["qty"], row["unit_cost"], row["fy"])):
            continue
        budget, fiscal = int(row["pb"][:4]), int(float(row["fy"]))
        units, cost = float(row["qty"]), float(row["unit_cost"])
        if units < SMALLEST or cost <= 0 or fiscal > budget - 1:
            continue
        one = (row["agency"], row["line_title"], row["item"], row["maker"])
        key: tuple[tuple[str, ...], int] = (one, fiscal)
        if key not in told or told[key][0] <= budget:
            told[key] = (budget, units, cost * SCALE.get(row["cost_unit"], 1.0))
    found: dict[tuple[str, ...], list[tuple[int, float, float]]] = defaultdict(list)
    for (item, fiscal), (_, units, cost) in told.items():
        found[item].append((fiscal, units, cost * np.exp(-INFLATION * (fiscal - BASE))))
    series = []
    for item, bought in sorted(found.items()):
        bought.sort()
        wide = any(b[0] - a[0] > GAP for a, b in pairwise(bought))
        changed = any(abs(np.log(b[2] / a[2])) > JUMP for a, b in pairwise(bought))
        if len(bought) >= LOTS and not wide and not changed:
            name = "/".join(item)
            series.append(Costs(f"line {item[0]}/{item[1]}", name, Phase.MATURE, _past(bought)))
    return series


def _past(bought: list[tuple[int, float, float]]) -> tuple[Costed, ...]:
    """The first lot listed stands for what was made before."""
    units = np.array([one[1] for one in bought])
    made = np.cumsum(units) - units / 2 + units[0]
    return tuple(Costed(one[2], float(sum_)) for one, sum_ in zip(bought, made, strict=True))


SETS: dict[str, tuple[Callable[[Path], list[Costs]], int, int]] = {
    "prices alone": (prices, 5, 20),
    "technologies": (technologies, 5, 10),
    "yards": (yards, 5, 10),
    "lots": (lots, 3, 3),
}
"""For each set: its series, steps known at the first forecast, and steps ahead at most."""
