"""What was really made, month by month: the histories that claims are invented about.

Names, windows and the split are fixed here, before any model was run on them; README.md says why.
"""

import csv
import hashlib
import io
import lzma
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

__all__ = [
    "EXTRACT", "LAST_PAST", "History", "budget", "extract", "histories", "month_of", "part", "ships",
]  # fmt: skip

EXTRACT = Path(__file__).parent / "extract.csv"
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
PLACEHOLDERS = ("15JUN", "15JUL")
SILENCE, LONGEST, SHORTEST, FEWEST, VALUES, SHARED = 3, 30, 12, 20, 4, 0.8
STEPS, JUMP = 10, 5.0
LAST_PAST = 2016 * 12
"""January 2016: later months of the last budget are schedules."""

Key = tuple[str, ...]
Counts = dict[Key, Counter[int]]


@dataclass(frozen=True, slots=True)
class History:
    """Units made in each month.

    Args:
        family: ships; budget, past; budget, schedule; technologies.
        group: what the split goes by: all that may share units.
        name: group, what was counted, and the first month.
        first: first month, as year * 12 + month - 1.
        units: made, by month.
    """

    family: str
    group: str
    name: str
    first: int
    units: tuple[float, ...]


def part(group: str) -> str:
    """One group in six is for development."""
    return "dev" if int(hashlib.sha256(group.encode()).hexdigest(), 16) % 6 == 0 else "held"


def month_of(index: int) -> str:
    """Name a month: ``month_of(2015 * 12) == "2015-01"``."""
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def histories(folder: Path) -> list[History]:
    """All histories of the files in a folder, in order of name."""
    found = [*_cut(ships(folder), "ships"), *_cut(budget(folder), "budget")]
    found += _technologies(folder / "pcdb")
    return sorted(found, key=lambda one: one.name)


def extract() -> list[History]:
    """The few histories that are in the repository."""
    with EXTRACT.open(encoding="utf-8", newline="") as held:
        return [
            History(
                row["family"], row["group"], row["name"], int(row["first"]),
                tuple(float(one) for one in row["units"].split()),
            )
            for row in csv.DictReader(held)
        ]  # fmt: skip


def _rows(path: Path, encoding: str) -> Iterator[dict[str, str]]:
    with lzma.open(path) as held:
        yield from csv.DictReader(io.TextIOWrapper(held, encoding=encoding))


def ships(folder: Path) -> list[Counts]:
    """Deliveries by yard and type, by yard, by type and by kind, finest first."""
    levels: list[Counts] = [defaultdict(Counter) for _ in range(4)]
    for row in _rows(folder / "us_ww2_ships.csv.xz", "latin-1"):
        day = row["DELDATE"]
        if len(day) < 9 or day.startswith(PLACEHOLDERS):
            continue
        month = int(day[5:]) * 12 + MONTHS.index(day[2:5])
        yard, kind = f"yard {row['NAME']}", f"type {row['TYPE']}"
        keys: tuple[Key, ...] = ((yard, kind), (yard,), (kind,), (f"kind {row['DESCR']}",))
        for level, key in zip(levels, keys, strict=True):
            level[key][month] += 1
    return levels


def _leaf(item: str) -> str:
    leaf = re.sub(r"^\s*[\d.]+\)\s*|\(.*?\)", "", item.rsplit(" / ", maxsplit=1)[-1])
    return re.sub(r"[^a-z0-9]+", " ", leaf.lower()).strip()


def budget(folder: Path) -> list[Counts]:
    """Deliveries by line, item and maker; by line and item; by line."""

    def line(row: dict[str, str]) -> Key:
        return (f"{row['agency']} / {row['line_title'].lower()}",)

    def item(row: dict[str, str]) -> Key:
        return (*line(row), _leaf(row["item"]))

    def maker(row: dict[str, str]) -> Key:
        return (*item(row), row["maker"].split(",")[0].lower().strip())

    rows = [
        row
        for row in _rows(folder / "us_budget_deliveries.csv.xz", "utf-8")
        if "base" in row["pb"] and row["month"]
    ]
    return [_deliveries(rows, key) for key in (maker, item, line)]


def _deliveries(rows: list[dict[str, str]], key: Callable[[dict[str, str]], Key]) -> Counts:
    """Each fiscal year's lot as the last budget tells it that lists it."""
    last: dict[tuple[Key, str], int] = {}
    for row in rows:
        lot = (key(row), row["fy"])
        last[lot] = max(last.get(lot, 0), int(row["pb"][:4]))
    found: Counts = defaultdict(Counter)
    for row in rows:
        lot = (key(row), row["fy"])
        amount = float(row["amount"] or 0)
        if int(row["pb"][:4]) == last[lot] and amount > 0:
            year, month = row["month"].split("-")[:2]
            found[lot[0]][int(year) * 12 + int(month) - 1] += round(amount)
    return found


def _runs(counts: Counter[int]) -> Iterator[tuple[int, int]]:
    """Windows of at most LONGEST months out of runs without a silence: first month, one past."""
    months = sorted(month for month, made in counts.items() if made > 0)
    cuts = [0, *(i + 1 for i, (a, b) in enumerate(pairwise(months)) if b - a > SILENCE)]
    for start, end in pairwise([*cuts, len(months)]):
        if start == end:
            continue
        first, span = months[start], months[end - 1] - months[start] + 1
        windows = math.ceil(span / LONGEST)
        for i in range(windows):
            yield first + span * i // windows, first + span * (i + 1) // windows


def _cut(levels: list[Counts], family: str) -> Iterator[History]:
    """Give the windows that are long enough and are not mostly one already taken."""
    taken: list[Counter[int]] = []
    for level in levels:
        for key in sorted(level):
            for first, end in _runs(level[key]):
                made = [level[key].get(month, 0) for month in range(first, end)]
                if len(made) < SHORTEST or sum(made) < FEWEST or len(set(made)) < VALUES:
                    continue
                window = Counter(dict(enumerate(made, first)))
                if any((window & other).total() >= SHARED * sum(made) for other in taken):
                    continue
                taken.append(window)
                late = ", schedule" if end - 1 > LAST_PAST else ", past"
                yield History(
                    family + (late if family == "budget" else ""), key[0],
                    " / ".join((*key, month_of(first))), first, tuple(map(float, made)),
                )  # fmt: skip


def _technologies(folder: Path) -> Iterator[History]:
    """Yearly production, a year played as a month, in thousandths of the record's mean."""
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="latin-1", newline="") as held:
            made = [float(row[2]) for row in list(csv.reader(held))[1:] if row[2] not in ("", "NA")]
        if len(made) < STEPS or min(made) <= 0:
            continue
        if max(max(a / b, b / a) for a, b in pairwise(made)) > JUMP:
            continue
        scale = 1000 * len(made) / sum(made)
        units = tuple(float(max(round(scale * one), 1)) for one in made)
        yield History("technologies", path.stem, f"{path.stem} / year as month", 2015 * 12, units)
