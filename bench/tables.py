"""Are the printed tables those of the frozen results?

Every bench freezes what it measured in ``bench/NAME/results.json``; ``bench/frozen.py`` gives the
shape.

This script writes them as tables between ``<!-- bench:NAME -->`` and ``<!-- /bench -->`` in
README.md and docs/benchmarks.md: a line a metric, a column a name, rivals last. ``--check`` writes
nothing and ends with 1 where a table is stale, absent or of a bench that does not exist.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from bench.frozen import Row, load

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("README.md", "docs/benchmarks.md")
WHOLE = "docs/benchmarks.md"
MARK = re.compile(r"(<!-- bench:([a-z0-9_-]+) -->\n).*?(<!-- /bench -->)", re.DOTALL)


def shown(value: object) -> str:
    """A value as the table prints it: no more than three decimals, thousands parted."""
    if isinstance(value, bool) or value is None:
        return {True: "yes", False: "no", None: "–"}[value]
    if isinstance(value, float):
        return f"{value:,.3f}".rstrip("0").rstrip(".")
    return f"{value:,}" if isinstance(value, int) else str(value).replace("|", "\\|")


def cell(row: Row | None, *, counted: bool) -> str:
    """One figure with its target; ``counted`` where the number of cases has a column of its own."""
    if row is None:
        return ""
    size = "" if counted or "n" not in row else f" (n {shown(row['n'])})"
    return shown(row["value"]) + size + (f" (target {row['target']})" if "target" in row else "")


def parts(rows: list[Row]) -> list[list[Row]]:
    """Rows by names that share metrics, so that no table is mostly empty."""
    groups: list[tuple[set[str], list[Row]]] = []
    for name in dict.fromkeys(row["name"] for row in rows):
        own = [row for row in rows if row["name"] == name]
        metrics = {row["metric"] for row in own}
        near = [group for group in groups if group[0] & metrics]
        groups = [group for group in groups if group not in near]
        whole = [row for group in near for row in group[1]]
        groups.append((metrics.union(*(group[0] for group in near)), whole + own))
    return [group[1] for group in groups]


def drawn(rows: list[Row]) -> str:
    """Rows as one table: a line a metric, a column a name, rivals last."""
    own_first = sorted(rows, key=lambda row: bool(row.get("rival")))
    names = list(dict.fromkeys(row["name"] for row in own_first))
    by_metric: dict[str, dict[str, Row]] = {}
    for row in rows:
        by_metric.setdefault(row["metric"], {})[row["name"]] = row
    one_size = all(len({row.get("n") for row in line.values()}) == 1 for line in by_metric.values())
    counted = one_size and any("n" in row for row in rows)
    lines = [["", *names, *(["n"] if counted else [])]]
    lines.append(["---"] * len(lines[0]))
    for metric, line in by_metric.items():
        cells = [cell(line.get(name), counted=counted) for name in names]
        sizes = [shown(next(iter(line.values())).get("n", ""))] if counted else []
        lines.append([metric, *cells, *sizes])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def table(result: Row) -> str:
    """One bench as Markdown tables, with its data, command and date below them."""
    tables = "\n\n".join(drawn(rows) for rows in parts(result["rows"]))
    return f"{tables}\n\nData: {result['data'].rstrip('.')}. `{result['command']}`, {result['date']}.\n"


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
    told = stale(options.root, load(options.root), write=not options.check)
    for line in told:
        print(line if options.check or "no table" in line else f"{line}: written")
    return int(any(options.check or "no table" in line for line in told))


if __name__ == "__main__":
    raise SystemExit(main())
