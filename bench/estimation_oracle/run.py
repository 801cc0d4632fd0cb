"""Is the engine right, quick and small?

    python bench/estimation_oracle/run.py [--timing] [--freeze | --check]

Holds the engine against ``golden.json``, the long runs of NUTS that ``nuts.py`` stored for twenty invented
programmes. With ``--timing`` it also measures processor time and memory, each size in a process of its own.
See README.md.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.estimation_oracle.nuts import GOLDEN, HISTORY, NAMES, POINTS, invented
from bench.estimation_oracle.simulate import simulate
from bench.frozen import Row, add_options, settle

from allsource.estimation._arrays.programme.design import paths
from allsource.estimation._arrays.programme.nested import fit
from allsource.estimation.programme.arrays import arrays
from allsource.estimation.programme.estimate import estimate

TOLERANCE = {"5 % point": 0.3, "median": 0.15, "95 % point": 0.3}
SIZES = ((48, 50), (48, 200), (120, 100), (240, 400), (600, 400), (600, 2000))
NAME = "allsource"
MIXED = 1.05
"""Above this r-hat the chains of NUTS have not found one posterior: nothing can be held against them."""


def posterior(seed: int) -> tuple[dict[str, np.ndarray], float]:
    """Draws of the engine for one golden programme, and k-hat."""
    written = arrays(invented(seed))
    found = fit(written.design)
    rate, totals, used = paths(written.design, found.unknowns)
    extras, places = found.unknowns[:, written.design.knots :], written.places
    if used is None or places.opening is None or places.learning is None:
        raise ValueError("a golden programme has stock and unit costs")
    left = np.exp(extras[:, places.opening]) + totals[:, HISTORY] - used[:, HISTORY]
    drawn = (
        rate[:, HISTORY - 1],
        np.log(totals[:, HISTORY]),
        np.log(np.maximum(left, 1e-3)),
        extras[:, places.learning],
    )
    return dict(zip(NAMES, drawn, strict=True)), found.k_hat


def accuracy() -> list[Row]:
    """How far the engine's points lie from those of NUTS, in standard deviations of NUTS."""
    every = json.loads(GOLDEN.read_text(encoding="utf-8"))["programmes"]
    golden = [one for one in every if max(one[name]["r_hat"] for name in NAMES) <= MIXED]
    print(f"{len(every)} programmes; in {len(every) - len(golden)} the chains of NUTS do not agree")
    off: dict[tuple[str, str], list[float]] = {}
    trusted = 0
    for one in golden:
        drawn, k_hat = posterior(one["seed"])
        trusted += k_hat <= 0.7
        for name in NAMES:
            ours = np.quantile(drawn[name], POINTS)
            for point, mine, theirs in zip(TOLERANCE, ours, one[name]["points"], strict=True):
                off.setdefault((name, point), []).append(abs(mine - theirs) / one[name]["sd"])
    rows = list[Row]()
    for (name, point), found in off.items():
        most = TOLERANCE[point]
        within = 100 * float((np.array(found) <= most).mean())
        metric = f"{name}, {point}: within {most:g} sd of NUTS, % of programmes"
        rows.append({"name": NAME, "metric": metric, "value": round(within, 1), "n": len(found)})
        print(f"{name}, {point}: median {np.median(found):.3f} sd, worst {max(found):.3f} sd")
    share = round(100 * trusted / len(golden), 1)
    rows.append(
        {
            "name": NAME,
            "metric": "k-hat at most 0.7, % of programmes",
            "value": share,
            "n": len(golden),
        }
    )
    return rows


def timed(months: int, claims: int) -> tuple[float, float]:
    """Processor seconds of one whole estimate and most memory in MB, in a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, "--one", str(months), str(claims)],
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, memory = done.stdout.split()
    return float(seconds), float(memory)


def one(months: int, claims: int) -> None:
    """Measure one size in this process."""
    told = simulate(1, months=months, claims=claims, roots=max(10, claims // 20), wide=True).claims
    until = f"{2031 + (months - 1) // 12}-{(months - 1) % 12 + 1:02}"
    began = time.process_time()
    estimate(told, begin="2031-01", until=until)
    seconds = time.process_time() - began
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def timing() -> list[Row]:
    """The curve of time and memory over months and claims."""
    golden = json.loads(GOLDEN.read_text(encoding="utf-8"))["programmes"]
    nuts = float(np.median([one["seconds"] for one in golden]))
    rows = list[Row]()
    for months, claims in SIZES:
        seconds, memory = timed(months, claims)
        label = f"{months} months, {claims} claims"
        print(f"{label}: {seconds:.2f} processor seconds, {memory:.0f} MB")
        rows.append(
            {
                "name": NAME,
                "metric": f"{label}: processor seconds",
                "value": round(seconds, 1),
                "n": 1,
            }
        )
        rows.append(
            {"name": NAME, "metric": f"{label}: memory, MB", "value": round(memory, -1), "n": 1}
        )
        if (months, claims) == (48, 50):
            metric = "NUTS sampling alone, times the whole estimate"
            row: Row = {
                "name": "PyMC with nutpie",
                "metric": metric,
                "value": round(nuts / seconds, 1),
            }
            rows.append(row | {"n": len(golden), "rival": True})
    return rows


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    add_options(parser)
    parser.add_argument("--timing", action="store_true", help="time and memory as well")
    parser.add_argument("--one", nargs=2, type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        one(*options.one)
        return 0
    rows = accuracy() + (timing() if options.timing else [])
    for row in rows:
        print(f"{row['name']}: {row['metric']}: {row['value']} (n = {row['n']})")
    return settle(
        "estimation_oracle", "20 invented programmes of 48 months and 50 claims.", rows, options
    )


if __name__ == "__main__":
    raise SystemExit(main())
