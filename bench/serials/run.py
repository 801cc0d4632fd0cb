"""Is it told rightly how many were made?

    python bench/serials/run.py [--data FOLDER] [--freeze | --check]

Scores the invented yards, and hull numbers of Liberty ships where ``FOLDER`` holds
``us_ww2_ships.csv.xz``; see README.md.
"""

import argparse
import csv
import datetime as dt
import hashlib
import io
import lzma
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.frozen import Row, add_options, settle

from allsource.estimation.serials import Serial, estimate

FILE = "us_ww2_ships.csv.xz"
LIBERTY = "EC2-S-C1"
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
PLACEHOLDERS = ("15JUN", "15JUL")
SHARES = (0.4, 0.6, 0.8, 1.0)
SEEN = {"evenly": 1.0, "recent likelier": 3.0}
WORLDS = 24
RANGE = "one block of unknown start"


def invented(seed: int) -> list[int]:
    """The numbers of one invented yard, in the order of making."""
    rng = np.random.default_rng(seed)
    at, numbers = int(rng.integers(1, 400)), list[int]()
    for _ in range(int(rng.integers(1, 9))):
        size = max(int(rng.lognormal(np.log(60), 0.6)), 12)
        numbers += range(at, at + size)
        at += size + int(np.exp(rng.uniform(np.log(150), np.log(3000))))
    return numbers


def ships(folder: Path) -> dict[str, list[int]]:
    """Hull numbers by yard, in order of delivery."""
    found: dict[str, list[tuple[dt.date, int]]] = {}
    with lzma.open(folder / FILE) as held:
        for row in csv.DictReader(io.TextIOWrapper(held, encoding="latin-1")):
            day = row["DELDATE"]
            if row["TYPE"] != LIBERTY or row["MC"] in ("", ".") or day.startswith(PLACEHOLDERS):
                continue
            date = dt.date(int(day[5:]), MONTHS.index(day[2:5]) + 1, int(day[:2]))
            found.setdefault(row["NAME"], []).append((date, int(row["MC"])))
    return {name: [number for _, number in sorted(yard)] for name, yard in sorted(found.items())}


def half(yard: str) -> str:
    return "dev" if int(hashlib.sha256(yard.encode()).hexdigest(), 16) % 2 == 0 else "held"


def samples(
    made: Sequence[int], seen: int, times: int, shares: Sequence[float], seed: int
) -> Iterator[tuple[str, int, list[int]]]:
    """Draw numbers of a yard at four dates, in both ways."""
    rng = np.random.default_rng(seed)
    for way, likelier in SEEN.items():
        for share in shares:
            row = np.array(made[: int(len(made) * share)])
            if len(row) < max(30, seen + 5):
                continue
            weight = np.where(np.arange(len(row)) >= len(row) * 2 // 3, likelier, 1.0)
            for _ in range(times):
                drawn = rng.choice(row, seen, replace=False, p=weight / weight.sum())
                yield way, len(row), [int(number) for number in drawn]


def one_block(numbers: Sequence[int], seed: int) -> tuple[float, float, float]:
    """The textbook: all numbers one block, its start unknown."""
    share = np.random.default_rng(seed).beta(len(numbers) - 1, 2, 4000)
    low, median, high = np.quantile((max(numbers) - min(numbers)) / share, [0.05, 0.5, 0.95])
    return float(low), float(median), float(high)


class Score:
    """What became of one method on one set."""

    def __init__(self) -> None:
        self.ratios: list[float] = []
        self.held: list[bool] = []

    def add(self, ends: tuple[float, float, float], true: int) -> None:
        """Hold one estimate (low, median, high) against the truth."""
        low, median, high = ends
        self.ratios.append(median / true)
        self.held.append(low <= true <= high)

    def rows(self, name: str, sample: str, *, rival: bool) -> Iterator[Row]:
        """Give what is frozen."""
        ratios = np.array(self.ratios)
        off = 100 * float(np.median(np.abs(ratios - 1)))
        for metric, value in (
            ("median error, %", round(off, 1)),
            ("estimate/true, median", round(float(np.median(ratios)), 2)),
            ("90 % interval holds the truth, %", round(100 * float(np.mean(self.held)), 1)),
        ):
            row: Row = {"name": name, "metric": f"{sample}: {metric}", "value": value}
            yield {**row, "n": len(self.held), **({"rival": True} if rival else {})}


def score(
    name: str,
    yards: dict[str, list[int]],
    seen: Sequence[int],
    times: int,
    shares: Sequence[float] = SHARES,
) -> list[Row]:
    found: list[Row] = []
    for count in seen:
        ours: dict[str, Score] = {way: Score() for way in SEEN}
        theirs: dict[str, Score] = {way: Score() for way in SEEN}
        for number, made in enumerate(yards.values()):
            for way, true, numbers in samples(made, count, times, shares, number):
                told = estimate([Serial("", one) for one in numbers])
                if told.low is not None and told.median is not None and told.high is not None:
                    ours[way].add((told.low, told.median, told.high), true)
                    theirs[way].add(one_block(numbers, number), true)
        for way in SEEN:
            sample = f"{count} numbers, {way}"
            if ours[way].held:
                found += ours[way].rows(name, sample, rival=False)
                found += theirs[way].rows(f"{RANGE}, {name}", sample, rival=True)
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    add_options(parser)
    parser.add_argument("--data", type=Path, help=f"folder with {FILE}")
    options = parser.parse_args()
    worlds = {str(seed): invented(seed) for seed in range(WORLDS)}
    measured = score("invented yards", worlds, (20,), 1, (1.0,))
    if options.data and (options.data / FILE).is_file():
        yards = ships(options.data)
        for part in ("dev", "held"):
            some = {name: made for name, made in yards.items() if half(name) == part}
            measured += score(f"Liberty yards, {part}", some, (10, 20, 40), 4)
    else:
        print(f"Liberty yards: skipped, --data names no folder with {FILE}")
    for row in measured:
        print(f"{row['name']}: {row['metric']}: {row['value']} (n = {row['n']})")
    data = (
        "24 invented yards; hull numbers of Liberty ships by yard (EC2-S-C1, after Thompson 2007), "
        "yards in halves by hash."
    )
    return settle("serials", data, measured, options)


if __name__ == "__main__":
    raise SystemExit(main())
