"""Does the cost of hostile text stay linear in its length?

    python bench/hostile/run.py [--sizes 6000 12000] [--freeze | --check]

README.md says what is measured. ``--check`` ends with 1 where a ratio is above the target.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.frozen import Row, add_options, settle

from allsource.claims import quantities, times
from allsource.claims.extract import extract
from allsource.claims.parse import parse_text
from allsource.model.document import Document
from allsource.model.span import Span

TARGET = 2.0
KINDS: dict[str, str] = {
    "no full stop": "the yard built forty boats while the union counted ",
    "marks that never close": '"“',
    "quotations of one word": '"boats" ',
    "right-to-left marks": "\u202eoga dlot eh\u202c ",
    "combining characters": "e\u0301\u0323\u0330",
    "digits": "9",
    "tellers in tellers": "Vell said that Orlan told the guild that ",
    "he said she said": "he said she said ",
    "numbers and dates": "40 boats by May 2031, 12 % of 3,000 a month, ",
    "lines": "Vell said so.\n",
    "blank lines": "\n \n",
}
"""What is repeated to make each text."""


def claims(text: str) -> None:
    extract(Document("doc_x", "", "x.txt", text, "text"))


def amounts(text: str) -> None:
    for paragraph in parse_text(text).paragraphs:
        quantities.find(paragraph, text, (), "doc_x")


def dates(text: str) -> None:
    times.find(text, Span(0, len(text)), "2031-06-01", (None, None))


STEPS: dict[str, Callable[[str], None]] = {"claims": claims, "quantities": amounts, "times": dates}


def curve(step: Callable[[str], None], unit: str, sizes: list[int]) -> list[float]:
    """Microseconds a character at each length."""
    costs = []
    for size in sizes:
        text = (unit * (size // len(unit) + 1))[:size]
        began = time.process_time()
        step(text)
        costs.append(1e6 * (time.process_time() - began) / size)
    return costs


def steadiest(
    step: Callable[[str], None], unit: str, sizes: list[int]
) -> tuple[list[float], float]:
    """Take the curve with the least growth of three: another process may slow one of the runs."""
    every = [curve(step, unit, sizes)]
    while every[-1][-1] > TARGET * every[-1][0] and len(every) < 3:
        every.append(curve(step, unit, sizes))
    costs = min(every, key=lambda c: c[-1] / max(c[0], 1e-9))
    return costs, costs[-1] / max(costs[0], 1e-9)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    add_options(parser)
    parser.add_argument("--sizes", type=int, nargs="+", default=[6_000, 12_000])
    options = parser.parse_args()
    for step in STEPS.values():
        step("Vell said that 40 boats were built in May 2031.")
    rows: list[Row] = []
    for name, step in STEPS.items():
        for kind, unit in KINDS.items():
            costs, ratio = steadiest(step, unit, options.sizes)
            print(f"{name}: {kind}: {', '.join(f'{c:.2f}' for c in costs)} µs/char, {ratio:.2f}")
            rows.append(
                {
                    "name": name,
                    "metric": f"{kind}: cost a character, longest over shortest",
                    "value": round(ratio, 1),
                    "target": f"<= {TARGET:g}",
                }
            )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"peak memory {peak:.0f} MB")
    over = [row for row in rows if row["value"] > TARGET]
    for row in over:
        print(f"over the target: {row['name']}: {row['metric']}: {row['value']}")
    if options.check:
        return int(bool(over))
    return settle("hostile", "Texts made to hurt, in two lengths.", rows, options)


if __name__ == "__main__":
    raise SystemExit(main())
