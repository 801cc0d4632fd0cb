"""Is the engine right, quick and small?

    python bench/estimation_oracle/run.py [--timing] [--freeze | --check]

Holds the engine against ``golden.json``, the long runs of NUTS that ``nuts.py`` stored for twenty invented
programmes. With ``--timing`` it also measures processor time and memory, each size in a process of its own.
``--check`` is for every change of the code: the frozen figures must be whole, and on two of the programmes each
point must lie within ``ASTRAY`` standard deviations of NUTS, so that another processor's last digits do not
count. See README.md.
"""

from __future__ import annotations

import argparse
import json
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.estimation_oracle.nuts import GOLDEN, HISTORY, NAMES, POINTS, invented
from bench.estimation_oracle.simulate import simulate
from bench.frozen import Row, add_options, problems, settle

from allsource.estimation._arrays.programme.course import paths
from allsource.estimation._arrays.programme.nested import fit
from allsource.estimation._arrays.programme.psis import TRUSTED
from allsource.estimation.programme.arrays import arrays
from allsource.estimation.programme.estimate import estimate

TOLERANCE = {"5 % point": 0.3, "median": 0.15, "95 % point": 0.3}
SIZES = ((48, 50), (48, 200), (120, 100), (240, 400), (600, 400), (600, 1000), (600, 2000))
NAME = "allsource"
K_HAT = f"k-hat at most {TRUSTED:g}, % of programmes"
GROWTH = "log-log slope of processor seconds against months times claims"
RESULTS = Path(__file__).parent / "results.json"
CHECKED, ASTRAY = 2, 1.0
MOST_SECONDS = 300
REPEATED = 3
"""The smallest size is measured so often; the least counts, since other work on the machine only adds."""
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


def golden() -> list[dict[str, Any]]:
    """The programmes on which the chains of NUTS agree."""
    every = json.loads(GOLDEN.read_text(encoding="utf-8"))["programmes"]
    kept = [one for one in every if max(one[name]["r_hat"] for name in NAMES) <= MIXED]
    print(f"{len(every)} programmes; in {len(every) - len(kept)} the chains of NUTS do not agree")
    return kept


def distances(one: dict[str, Any]) -> tuple[dict[tuple[str, str], float], bool]:
    """How far each point lies from that of NUTS, in its standard deviations; whether k-hat is good."""
    drawn, k_hat = posterior(one["seed"])
    off: dict[tuple[str, str], float] = {}
    for name in NAMES:
        ours = np.quantile(drawn[name], POINTS)
        for point, mine, theirs in zip(TOLERANCE, ours, one[name]["points"], strict=True):
            off[name, point] = float(abs(mine - theirs)) / one[name]["sd"]
    return off, k_hat <= TRUSTED


def metric_of(name: str, point: str) -> str:
    """How a point is called in the frozen figures."""
    return f"{name}, {point}: within {TOLERANCE[point]:g} sd of NUTS, % of programmes"


def accuracy() -> list[Row]:
    """How many of the engine's points lie near those of NUTS."""
    found = [distances(one) for one in golden()]
    rows = list[Row]()
    for name, point in found[0][0]:
        off = np.array([distance[name, point] for distance, _ in found])
        within = round(100 * float((off <= TOLERANCE[point]).mean()), 1)
        rows.append(_row(metric_of(name, point), within, len(off)))
        print(f"{name}, {point}: median {np.median(off):.3f} sd, worst {off.max():.3f} sd")
    share = 100 * sum(trusted for _, trusted in found) / len(found)
    rows.append(_row(K_HAT, round(share, 1), len(found)))
    return rows


def check() -> int:
    """Say whether the frozen figures are whole and two programmes are still near NUTS."""
    frozen = json.loads(RESULTS.read_text(encoding="utf-8"))
    wrong = problems(frozen, "estimation_oracle")
    there = {row["metric"] for row in frozen["rows"]}
    wanted = {metric_of(name, point) for name in NAMES for point in TOLERANCE} | {K_HAT, GROWTH}
    wrong += [f"not frozen: {metric}" for metric in sorted(wanted - there)]
    for one in golden()[:CHECKED]:
        off, _ = distances(one)
        for (name, point), distance in off.items():
            if not distance <= ASTRAY:
                wrong.append(f"programme {one['seed']}: {name}, {point}: {distance:.2f} sd of NUTS")
    print("\n".join(wrong) or f"frozen figures are whole; {CHECKED} programmes are near NUTS")
    return int(bool(wrong))


def _row(metric: str, value: float, count: int) -> Row:
    return {"name": NAME, "metric": metric, "value": value, "n": count}


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
    """Measure one size in this process, which is stopped after ``MOST_SECONDS``."""
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS + 5))
    told = simulate(1, months=months, claims=claims, roots=max(10, claims // 20), wide=True).claims
    until = f"{2031 + (months - 1) // 12}-{(months - 1) % 12 + 1:02}"
    began = time.process_time()
    estimate(told, begin="2031-01", until=until)
    seconds = time.process_time() - began
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def timing() -> list[Row]:
    """The curve of time and memory over months and claims, as far as it goes in ``MOST_SECONDS``."""
    every = json.loads(GOLDEN.read_text(encoding="utf-8"))["programmes"]
    nuts = float(np.median([one["seconds"] for one in every]))
    rows, curve = list[Row](), list[tuple[float, float]]()
    for months, claims in SIZES:
        label = f"{months} months, {claims} claims"
        try:
            times = REPEATED if (months, claims) == SIZES[0] else 1
            seconds, memory = min(timed(months, claims) for _ in range(times))
        except subprocess.CalledProcessError as stopped:
            if stopped.returncode != -signal.SIGXCPU:
                raise
            print(f"{label}: stopped after {MOST_SECONDS} processor seconds; what is larger, too")
            break
        print(f"{label}: {seconds:.2f} processor seconds, {memory:.0f} MB")
        rows.append(_row(f"{label}: processor seconds", round(seconds, 1), 1))
        rows.append(_row(f"{label}: memory, MB", round(memory, -1), 1))
        if (months, claims) == SIZES[0]:
            metric = "NUTS sampling alone, times the whole estimate"
            row: Row = {"name": "PyMC with nutpie", "metric": metric, "rival": True}
            rows.append(row | {"value": round(nuts / seconds, 1), "n": len(every)})
        curve.append((float(np.log(months * claims)), float(np.log(seconds))))
    sizes, spent = np.array(curve).T
    slope = float(np.polyfit(sizes, spent, 1)[0])
    return [*rows, _row(GROWTH, round(slope, 2), len(curve))]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    add_options(parser)
    parser.add_argument("--timing", action="store_true", help="time and memory as well")
    parser.add_argument("--one", nargs=2, type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        one(*options.one)
        return 0
    if options.check:
        return check()
    rows = accuracy() + (timing() if options.timing else [])
    for row in rows:
        print(f"{row['name']}: {row['metric']}: {row['value']} (n = {row['n']})")
    return settle(
        "estimation_oracle", "20 invented programmes of 48 months and 50 claims.", rows, options
    )


if __name__ == "__main__":
    raise SystemExit(main())
