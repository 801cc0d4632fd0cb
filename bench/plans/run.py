"""Do outcomes of official plans fall into the band that was learned on earlier budgets?

    python bench/plans/run.py [--data FOLDER] [--freeze | --check]

Learns the table of ``allsource.estimation.plans`` again and says where it differs, then holds the band
against the held-out budget; see README.md.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.frozen import Row, add_options, settle
from bench.plans.vintages import FILE, Pair, learned, pairs, tested

from allsource.estimation.plans import TABLE, ZERO, Kind, outcome

Band = tuple[float, float, float]
KINDS: tuple[Kind, ...] = ("munitions", "other", "any")


def ours(pair: Pair) -> Band:
    """The band of the product for the kind."""
    found = outcome(pair.planned, pair.years, kind=pair.kind)
    return found.low, found.median, found.high


def at_its_word(pair: Pair) -> Band:
    """The plan comes true, give or take a tenth."""
    return 0.9 * pair.planned, pair.planned, 1.1 * pair.planned


SYSTEMS: dict[str, Callable[[Pair], Band]] = {
    "plans": ours,
    "the plan give or take 10 %": at_its_word,
}


def score(name: str, sample: str, chosen: Sequence[Pair]) -> Iterator[Row]:
    bands = np.array([SYSTEMS[name](one) for one in chosen])
    came = np.array([one.came for one in chosen])
    some = came > 0
    inside = (bands[:, 0] <= came) & (came <= bands[:, 2])
    off = np.abs(np.log(came[some] / bands[some, 1]))
    for metric, value, count in (
        ("80 % band holds what came, %", 100 * float(inside[some].mean()), int(some.sum())),
        ("median error, %", 100 * float(np.expm1(np.median(off))), int(some.sum())),
        ("nothing came, %", 100 * float((~some).mean()), len(chosen)),
    ):
        row: Row = {"name": name, "metric": f"{sample}: {metric}", "value": round(value, 1)}
        if metric.startswith("nothing") and name != "plans":
            continue
        yield {**row, "n": count, **({"rival": True} if name != "plans" else {})}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    add_options(parser)
    parser.add_argument("--data", type=Path, help=f"folder with {FILE}")
    options = parser.parse_args()
    rows: list[Row] = []
    for kind in KINDS:
        for ahead, (ratios, zero) in enumerate(zip(TABLE[kind], ZERO[kind], strict=True)):
            place = f"shipped table, {kind}, {ahead} years ahead: "
            rows.append({"name": "plans", "metric": place + "median", "value": ratios[3]})
            rows.append({"name": "plans", "metric": place + "nothing came", "value": zero})
    if options.data and (options.data / FILE).is_file():
        every = pairs(options.data)
        for kind in KINDS:
            found = learned(every, kind)
            same = TABLE[kind] == tuple(one[0] for one in found)
            same = same and ZERO[kind] == tuple(one[1] for one in found)
            print(f"table, {kind}: {'as shipped' if same else 'DIFFERS'}: {found}")
        held = tested(every)
        for name in SYSTEMS:
            rows += score(name, "held budget", held)
            for years in range(3):
                some = [one for one in held if one.years == years]
                rows += score(name, f"held budget, {years} years ahead", some)
    else:
        print(f"held budget: skipped, --data names no folder with {FILE}")
    for row in rows:
        print(f"{row['name']}: {row['metric']}: {row['value']} (n = {row.get('n')})")
    data = "quantities of the US President's Budget 2013-17 by line (CC0), matched across budgets."
    return settle("plans", data, rows, options)


if __name__ == "__main__":
    raise SystemExit(main())
