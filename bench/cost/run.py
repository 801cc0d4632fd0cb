"""Do the intervals of a forecast unit cost hold it, and is it nearer than "no change"?

    python bench/cost/run.py [--data FOLDER] [--freeze | --check]

Forecasts every series from every step on and holds what came against it; see README.md. Without
``--data`` the few series of ``extract.csv`` are measured alone.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.cost.series import SETS, Costs, extract, part
from bench.frozen import Row, add_options, settle
from scipy.special import stdtrit

from allsource.estimation.learning import Phase, forecast

Told = tuple[np.ndarray, np.ndarray, np.ndarray] | None
"""Low, median and high of the log, by step ahead."""
NEEDED = (
    "90 % interval holds the truth, %",
    "median error, %",
    "root mean square error of the log",
)


def ours(series: Costs, at: int, horizon: int, window: int) -> Told:
    """The rule of the product, on all that is known by then."""
    del window
    known, come = series.past[: at + 1], series.past[at + 1 : at + 1 + horizon]
    found = forecast(known, [one.made for one in come], phase=series.phase)
    low, median, high = np.log([[one.low, one.median, one.high] for one in found]).T
    return low, median, high


def _student(middle: np.ndarray, scale: np.ndarray, degrees: float) -> Told:
    reach = float(stdtrit(degrees, 0.95)) * scale
    return middle - reach, middle, middle + reach


def trend(theta: float) -> Callable[[Costs, int, int, int], Told]:
    """Random walk with drift; with ``theta`` the spread of an IMA (Farmer and Lafond 2016)."""

    def told(series: Costs, at: int, horizon: int, window: int) -> Told:
        cost = np.log([one.cost for one in series.past])
        steps, ahead = np.diff(cost[at - window : at + 1]), np.arange(1, horizon + 1)
        further = 1 + 2 * (window - 1) * theta / window + theta**2
        factor = -2 * theta + further * (ahead + ahead**2 / window)
        spread = steps.std(ddof=1) * np.sqrt(factor / (1 + theta**2))
        return _student(cost[at] + steps.mean() * ahead, spread, window - 1)

    return told


def regression(series: Costs, at: int, horizon: int, window: int) -> Told:
    """Ordinary regression of log cost on log output."""
    if series.phase is Phase.UNTOLD:
        return None
    cost = np.log([one.cost for one in series.past])
    made = np.log([one.made or np.nan for one in series.past])
    x, y, count = made[at - window : at + 1], cost[at - window : at + 1], window + 1
    square = ((x - x.mean()) ** 2).sum()
    slope = ((x - x.mean()) * y).sum() / square
    left = y - y.mean() - slope * (x - x.mean())
    come = made[at + 1 : at + 1 + horizon] - x.mean()
    scale = np.sqrt(left @ left / (count - 2) * (1 + 1 / count + come**2 / square))
    return _student(y.mean() + slope * come, scale, count - 2)


def no_change(series: Costs, at: int, horizon: int, window: int) -> Told:
    """The last cost stays."""
    del window
    last = np.full(horizon, np.log(series.past[at].cost))
    return np.full(horizon, np.nan), last, np.full(horizon, np.nan)


RIVALS: dict[str, Callable[[Costs, int, int, int], Told]] = {
    "no change": no_change,
    "random walk with drift": trend(0.0),
    "IMA, theta 0.63": trend(0.63),
    "ordinary regression": regression,
}


def score(name: str, where: str, chosen: Sequence[Costs], window: int, most: int) -> Iterator[Row]:
    """Forecast from every step of every series; each series weighs the same."""
    system = RIVALS.get(name, ours)
    kept: dict[str, list[tuple[bool, float]]] = defaultdict(list)
    for series in chosen:
        cost = np.log([one.cost for one in series.past])
        for at in range(window, len(cost) - 1):
            horizon = min(most, len(cost) - 1 - at)
            told = system(series, at, horizon, window)
            if told is None:
                return
            true = cost[at + 1 : at + 1 + horizon]
            low, median, high = told
            inside = (low - 1e-9 <= true) & (true <= high + 1e-9)
            kept[series.name] += zip(inside.tolist(), (true - median).tolist(), strict=True)
    weight = np.concatenate([np.full(len(one), 1 / len(one)) for one in kept.values()])
    held, error = np.array([row for one in kept.values() for row in one]).T
    order, weight = np.argsort(np.abs(error)), weight / weight.sum()
    middle = float(np.interp(0.5, np.cumsum(weight[order]), np.abs(error)[order]))
    figures = (100 * weight @ held, 100 * np.expm1(middle), np.sqrt(weight @ error**2))
    for metric, value, digits in zip(NEEDED, figures, (1, 1, 3), strict=True):
        if name == "no change" and metric == NEEDED[0]:
            continue
        row: Row = {"name": name, "metric": f"{where}: {metric}", "value": round(value, digits)}
        yield {**row, "n": len(kept), **({"rival": True} if name in RIVALS else {})}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    add_options(parser)
    parser.add_argument("--data", type=Path, help="folder with the series")
    parser.add_argument("--part", choices=("dev", "held"), help="this part alone")
    options = parser.parse_args()
    samples = {f"extract, {name}": (name, some) for name, some in extract().items()}
    if options.data and options.data.is_dir():
        for name, (read, _, _) in SETS.items():
            series = read(options.data)
            for half in (options.part,) if options.part else ("dev", "held"):
                some = [one for one in series if part(one.group) == half]
                samples[f"{half}, {name}"] = (name, some)
    else:
        print("dev and held series: skipped, --data names no folder")
    rows: list[Row] = []
    np.seterr(all="ignore")
    for where, (name, some) in samples.items():
        for system in ("one rule", *RIVALS):
            rows += score(system, where, some, *SETS[name][1:])
    for row in rows:
        print(f"{row['name']}: {row['metric']}: {row['value']} (n = {row['n']})")
    data = (
        "prices without output (Farmer and Lafond 2016), Performance Curve Database, hours a ship of "
        "US wartime yards (Thompson 2007), yearly lots of the US President's Budget 2013-17; halves "
        "by hash of technology, yard and budget line."
    )
    return settle("cost", data, rows, options)


if __name__ == "__main__":
    raise SystemExit(main())
