"""Are the printed tables those of the frozen results?

Every bench freezes what it measured in ``bench/NAME/results.json``:

    {"bench": "quantities", "command": "python bench/quantities/run.py ...",
     "data": "what was measured on, in words", "date": "2026-11-23",
     "rows": [{"name": "allsource", "metric": "value F1", "value": 0.91, "target": ">= 0.88", "n": 904},
              {"name": "CQE 2.0.3", "metric": "value F1", "value": 0.904, "n": 904, "rival": true}]}

``name`` is the system, or the part of the product, or the set of cases; ``target``, ``n`` and
``rival`` may be left out. Nothing says on which machine it ran: figures that depend on the machine
are given as ratios or as costs of the processor, and the data card says so.

This script writes them as tables between ``<!-- bench:NAME -->`` and ``<!-- /bench -->`` in
README.md and docs/benchmarks.md: a line a metric, a column a name, rivals last. ``--check`` writes
nothing and ends with 1 where a table is stale, absent or of a bench that does not exist.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import sys
from pathlib import Path
from typing import Any

Row = dict[str, Any]
ROOT = Path(__file__).resolve().parents[1]
PAGES = ("README.md", "docs/benchmarks.md")
WHOLE = "docs/benchmarks.md"
MARK = re.compile(r"(<!-- bench:([a-z0-9_-]+) -->\n).*?(<!-- /bench -->)", re.DOTALL)
KEYS = {"bench": str, "command": str, "data": str, "date": str, "rows": list}
NEEDED = {"name", "metric", "value"}
KNOWN = NEEDED | {"target", "n", "rival"}


def problems(found: Any, name: str) -> list[str]:
    """What is wrong with the shape of one frozen result."""
    if not isinstance(found, dict) or set(found) != set(KEYS):
        return [f"{name}: the keys must be {', '.join(KEYS)}"]
    wrong = [
        f"{name}: {key} is no {kind.__name__}"
        for key, kind in KEYS.items()
        if not isinstance(found[key], kind)
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
        if (row["name"], row["metric"]) in seen:
            wrong.append(f"{name}: {row['metric']!r} of {row['name']!r} is there twice")
        seen.add((row["name"], row["metric"]))
    return wrong


def frozen(root: Path) -> dict[str, Row]:
    """All frozen results, by name of the bench.

    Raises:
        SystemExit: one of them has not the shape that the docstring of this module gives.
    """
    results: dict[str, Row] = {}
    wrong: list[str] = []
    for path in sorted(root.glob("bench/*/results.json")):
        found = json.loads(path.read_text(encoding="utf-8"))
        wrong += problems(found, path.parent.name)
        results[path.parent.name] = found
    if wrong:
        sys.exit("\n".join(wrong))
    return results


def shown(value: object) -> str:
    """A value as the table prints it: no more than three decimals, thousands parted."""
    if isinstance(value, bool) or value is None:
        return {True: "yes", False: "no", None: "–"}[value]
    if isinstance(value, float):
        return f"{value:,.3f}".rstrip("0").rstrip(".")
    return f"{value:,}" if isinstance(value, int) else str(value).replace("|", "\\|")


def cell(row: Row | None) -> str:
    if row is None:
        return ""
    target = f" (target {row['target']})" if "target" in row else ""
    return shown(row["value"]) + target


def table(result: Row) -> str:
    """One bench as a Markdown table, with its data, command and date below it."""
    rows: list[Row] = result["rows"]
    names = list(
        dict.fromkeys(row["name"] for row in sorted(rows, key=lambda r: bool(r.get("rival"))))
    )
    metrics = list(dict.fromkeys(row["metric"] for row in rows))
    by_place = {(row["metric"], row["name"]): row for row in rows}
    sizes = {
        m: next((r["n"] for r in rows if r["metric"] == m and "n" in r), None) for m in metrics
    }
    counted = any(size is not None for size in sizes.values())
    lines = [["", *names, *(["n"] if counted else [])]]
    for metric in metrics:
        cells = [cell(by_place.get((metric, name))) for name in names]
        lines.append(
            [
                metric,
                *cells,
                *([shown(sizes[metric]) if sizes[metric] is not None else ""] if counted else []),
            ]
        )
    lines.insert(1, ["---"] * len(lines[0]))
    drawn = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return f"{drawn}\n\n{result['data']} `{result['command']}`, {result['date']}.\n"


def filled(text: str, results: dict[str, Row], page: str) -> str:
    """A page with every table written anew.

    Raises:
        SystemExit: the page names a bench without frozen results.
    """

    def fill(match: re.Match[str]) -> str:
        if match[2] not in results:
            sys.exit(f"{page}: there is no bench/{match[2]}/results.json")
        return f"{match[1]}{table(results[match[2]])}{match[3]}"

    return MARK.sub(fill, text)


def stale(root: Path, results: dict[str, Row], *, write: bool) -> list[str]:
    """Pages that are not as the results have it; with ``write`` they are, afterwards."""
    told = []
    for page in PAGES:
        path = root / page
        text = path.read_text(encoding="utf-8")
        new = filled(text, results, page)
        if new != text:
            told.append(f"{page}: tables are not those of the frozen results")
            if write:
                path.write_text(new, encoding="utf-8")
    marked = {match[2] for match in MARK.finditer((root / WHOLE).read_text(encoding="utf-8"))}
    absent = [f"{WHOLE}: no table for bench/{name}" for name in sorted(set(results) - marked)]
    return told + absent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="write nothing; 1 where stale")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    options = parser.parse_args()
    told = stale(options.root, frozen(options.root), write=not options.check)
    for line in told:
        print(line if options.check or "no table" in line else f"{line}: written")
    return int(any(options.check or "no table" in line for line in told))


if __name__ == "__main__":
    raise SystemExit(main())
