"""What did this bench measure when it was last frozen, and does it still?

Every bench keeps what it measured in ``bench/NAME/results.json``:

    {"bench": "quantities", "command": "python bench/quantities/run.py ...",
     "data": "what was measured on, in words", "date": "2026-11-23",
     "rows": [{"name": "allsource", "metric": "value F1", "value": 0.91, "target": ">= 0.88", "n": 904},
              {"name": "CQE 2.0.3", "metric": "value F1", "value": 0.904, "n": 904, "rival": true}]}

``name`` is the system, or the part of the product, or the set of cases; ``target``, ``n`` and
``rival`` may be left out. Nothing says on which machine it ran: figures that depend on the machine
are given as ratios or as costs of the processor, and the data card says so.

What rivals measured is in ``bench/NAME/rivals.json``, in the same shape (``bench/rivals.py``).

A bench gives its parser the two options of ``add_options`` and ends with ``settle``: ``--freeze``
writes the file, keeping the frozen rows of sets and rivals that are not at hand now; ``--check``
ends with 1 where a row measured now is not the frozen one.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import math
import sys
from pathlib import Path
from typing import Any

__all__ = ["Row", "add_options", "load", "problems", "settle"]

Row = dict[str, Any]
ROOT = Path(__file__).resolve().parents[1]
KEYS = {"bench": str, "command": str, "data": str, "date": str, "rows": list}
NEEDED = {"name", "metric", "value"}
KNOWN = NEEDED | {"target", "n", "rival"}


def problems(found: Any, name: str) -> list[str]:
    """What is wrong with the shape of one frozen result."""
    if not isinstance(found, dict) or set(found) != set(KEYS):
        return [f"{name}: the keys must be {', '.join(KEYS)}"]
    wrong = [
        f"{name}: {k} is no {t.__name__}" for k, t in KEYS.items() if not isinstance(found[k], t)
    ]
    if wrong:
        return wrong
    if found["bench"] != name:
        wrong.append(f"{name}: it calls itself {found['bench']!r}")
    try:
        dt.date.fromisoformat(found["date"])
    except ValueError:
        wrong.append(f"{name}: {found['date']!r} is no date")
    seen: set[tuple[str, str]] = set()
    for row in found["rows"]:
        if not NEEDED <= set(row) <= KNOWN:
            wrong.append(f"{name}: a row has {sorted(set(row) ^ NEEDED)} too many or too few")
            continue
        if place(row) in seen:
            wrong.append(f"{name}: {row['metric']!r} of {row['name']!r} is there twice")
        seen.add(place(row))
    return wrong


def place(row: Row) -> tuple[str, str]:
    """What a row is of."""
    return row["name"], row["metric"]


def load(root: Path) -> dict[str, Row]:
    """All frozen results, by name of the bench; those of its rivals as ``NAME-rivals``.

    Raises:
        SystemExit: one of them has not the shape that the docstring of this module gives.
    """
    results: dict[str, Row] = {}
    wrong: list[str] = []
    for path in sorted([*root.glob("bench/*/results.json"), *root.glob("bench/*/rivals.json")]):
        found = json.loads(path.read_text(encoding="utf-8"))
        wrong += problems(found, path.parent.name)
        results[path.parent.name + ("-rivals" if path.stem == "rivals" else "")] = found
    if wrong:
        sys.exit("\n".join(wrong))
    return results


def add_options(parser: argparse.ArgumentParser) -> None:
    """Give a bench the options that ``settle`` follows."""
    parser.add_argument("--freeze", action="store_true", help="write the frozen figures")
    parser.add_argument("--check", action="store_true", help="1 where a frozen figure has changed")


def settle(
    name: str, data: str, rows: list[Row], options: argparse.Namespace, *, rivals: bool = False
) -> int:
    """Freeze the rows measured now, or hold them against the frozen ones.

    Args:
        name: of the bench, which is that of its folder.
        data: what was measured on, in words.
        rows: measured now.
        options: parsed with ``add_options``.
        rivals: they are those of ``bench/rivals.py``, which have a file of their own.

    Returns:
        The exit code.
    """
    path = ROOT / "bench" / name / ("rivals.json" if rivals else "results.json")
    before: list[Row] = (
        json.loads(path.read_text(encoding="utf-8"))["rows"] if path.exists() else []
    )
    if options.check:
        return _held(rows, {place(row): row["value"] for row in before})
    if options.freeze:
        now = {place(row) for row in rows}
        kept = [row for row in before if place(row) not in now]
        result = {
            "bench": name,
            "command": f"python bench/rivals.py {name}"
            if rivals
            else f"python bench/{name}/run.py",
            "data": data,
            "date": dt.datetime.now(tz=dt.UTC).date().isoformat(),
            "rows": [*rows, *kept],
        }
        path.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        for row in kept:
            print(f"kept, not measured now: {row['name']}: {row['metric']}")
    return 0


def _held(rows: list[Row], frozen: dict[tuple[str, str], Any]) -> int:
    changed = 0
    for row in rows:
        was = frozen.get(place(row), "not frozen")
        if not _equal(row["value"], was):
            changed += 1
            print(f"changed: {row['name']}: {row['metric']}: {was} is now {row['value']}")
    if not rows:
        print("nothing was measured")
    return int(changed > 0 or not rows)


def _equal(now: Any, was: Any) -> bool:
    if isinstance(now, int | float) and isinstance(was, int | float):
        return math.isclose(now, was, rel_tol=1e-6, abs_tol=1e-9)
    return bool(now == was)
