"""Does the interval about a wartime claim hold the truth, where its claimant was never heard before?

    python bench/wartime/run.py [--freeze | --check]

Leaves out one claimant after another and holds his claims against the interval of the others; see
README.md.
"""

import argparse
import csv
import math
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.frozen import Row, add_options, settle

from allsource.estimation.wartime import CLAIMANTS, SCALE, pooled, undocumented

CLAIMS = Path(__file__).parent / "claims.csv"
NARROW = 1.1
"""The rival takes a claim at its word, give or take a tenth."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    add_options(parser)
    options = parser.parse_args()
    with CLAIMS.open(encoding="utf-8", newline="") as held:
        told = [
            (row["set"], row["claimant"], float(row["claimed"]), float(row["true"]))
            for row in csv.DictReader(held)
        ]
    errors: dict[str, list[float]] = defaultdict(list)
    for where, claimant, claimed, true in told:
        if where == "learned":
            errors[claimant].append(math.log(claimed / true))
    inside, widths, since = 0, [], 0
    for where, claimant, claimed, true in told:
        if where == "learned":
            scale, count = pooled([own for name, own in errors.items() if name != claimant])
            found = undocumented(claimed, scale=scale, claimants=count)
            inside += found.low <= true <= found.high
            widths.append(found.high / claimed)
            if not found.low <= true <= found.high:
                print(f"outside: {claimant}: {claimed:g} claimed, {true:g} true, {found}")
        else:
            found = undocumented(claimed)
            since += found.low <= true <= found.high
    every = np.array([error for own in errors.values() for error in own])
    scale, count = pooled(list(errors.values()))
    if (round(scale, 2), count) != (SCALE, CLAIMANTS):
        print(f"the shipped scale is {SCALE} of {CLAIMANTS}, these give {scale:.2f} of {count}")
        return 1
    exact = int(np.sum(np.abs(every) <= math.log(NARROW)))
    figures: tuple[tuple[str, str, float, int], ...] = (
        ("wartime", "truth in the 90 % interval, claimant left out", inside, len(every)),
        ("wartime", "factor of that interval, median", round(float(np.median(widths)), 1), 17),
        ("wartime", "claims not learned from: truth in the interval", since, 2),
        ("claims", "claimed/true, median", round(float(np.exp(np.median(every))), 2), 17),
        ("claims", "factor off, median", round(float(np.exp(np.median(abs(every)))), 2), 17),
        ("claim give or take 10 %", "truth in the interval", exact, len(every)),
    )
    rows: list[Row] = [
        {"name": name, "metric": metric, "value": value, "n": n}
        | ({"target": ">= 15 of 17"} if "left out" in metric else {})
        | ({"rival": True} if name.startswith("claim give") else {})
        for name, metric, value, n in figures
    ]
    for row in rows:
        print(f"{row['name']}: {row['metric']}: {row['value']} (n = {row['n']})")
    data = (
        "seventeen claims on an enemy's production, 1939 to 1944, against records; two more since."
    )
    return settle("wartime", data, rows, options)


if __name__ == "__main__":
    raise SystemExit(main())
