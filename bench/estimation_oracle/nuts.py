"""What does a long run of NUTS say of the same model?

    python bench/estimation_oracle/nuts.py [PROGRAMMES]

Needs ``allsource[nuts]`` (PyMC and nutpie). Writes the model of docs/estimate.md once more in PyMC, from what
each claim observes and not from the engine's arrays, runs it on invented programmes and writes ``golden.json``:
5, 50 and 95 % points and standard deviation of the log rate of the last month, log total, log stock and
the learning exponent. All programmes have one shape (rows are padded and masked), so it compiles once.
"""
# mypy: disable-error-code="import-not-found,no-untyped-call"

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.estimation_oracle.simulate import LEARNING, simulate

from allsource.estimation.learning import exponent
from allsource.estimation.programme.observation import Observation
from allsource.estimation.programme.programme import Programme, programmes

GOLDEN = Path(__file__).with_name("golden.json")
BEGIN, UNTIL, HISTORY = "2031-01", "2034-12", 48
MONTHS = HISTORY + 7
"""Plans reach beyond the history."""
CLAIMS, PROGRAMMES = 50, 20
ROWS, ROOTS = 64, 24
CHAINS, TUNE, DRAWS = 4, 600, 1500
STALE = (0.45, 0.27, 0.17, 0.11)
USE_KNOTS, COST_KNOTS = 10, 6
POINTS = (0.05, 0.5, 0.95)
NAMES = ("log rate", "log total", "log stock", "learning")


def invented(seed: int) -> Programme:
    """One invented programme with claims of every sort."""
    found = simulate(seed, months=HISTORY, claims=CLAIMS, wide=True)
    return programmes(found.claims, begin=BEGIN, until=UNTIL)[0]


def months_read(one: Observation, origin: int) -> list[float]:
    """The weight of each month's output in what a claim speaks of."""
    row = [0.0] * MONTHS
    first, last = max(one.first - origin, 0), one.last - origin
    level = one.sort in {"total", "stock", "cost"}
    if one.present and one.sort != "deliveries" and (level or last - first < 3):
        shares = [share for lag, share in enumerate(STALE) if lag <= last]
        for lag, share in enumerate(shares):
            for month in range(last - lag + 1) if level else [last - lag]:
                row[month] += share / sum(shares)
        return row
    start = 0 if level else first
    for month in range(start, last + 1):
        row[month] = 1.0 if level or one.sort == "deliveries" else 1 / (last - first + 1)
    return row


def stated(one: Observation) -> float:
    """The figure that stands for a claim, where a prior needs one."""
    return one.figure.value if one.figure.point else (one.figure.low + one.figure.high) / 2


def middle(found: list[float]) -> float:
    return float(np.median(found))


def data_of(programme: Programme) -> dict[str, Any]:
    """A programme as padded rows and the middles of its priors."""
    used = sorted(programme.observations, key=lambda one: (one.ids, one.sort))
    origin = programme.first
    rows: dict[str, list[Any]] = {}
    classes = {"cost": "cost", "share": "share"}
    roots = sorted({(one.root, classes.get(one.sort, "output")) for one in used})
    for one in used:
        parts: dict[str, Any] = {
            "weight": months_read(one, origin), "mask": 1.0, "last": float(one.last - origin),
            "stock": float(one.sort == "stock"), "cost": float(one.sort == "cost"),
            "root": roots.index((one.root, classes.get(one.sort, "output"))), "bias": one.bias,
            "point": float(one.figure.point), "noise": one.noise, "below": one.below,
            "above": one.above, "power": one.power, "repeat": one.repeat,
            "soft": 0.05 * np.exp(stated(one)),
        }  # fmt: skip
        for name in ("value", "low", "high", "wide_low", "wide_high", "within"):
            parts[name] = getattr(one.figure, name)
        for name, value in parts.items():
            rows.setdefault(name, []).append(value)
    spare = ROWS - len(used)
    found = {name: np.array(values + [values[0]] * spare) for name, values in rows.items()}
    found["mask"][len(used) :] = 0.0
    rates = [stated(one) for one in used if one.sort in {"rate", "capacity"} and not one.plan]
    costs = [stated(one) for one in used if one.sort == "cost"]
    stocks = [one for one in used if one.sort == "stock"]
    first = min(stocks, key=lambda one: (one.last, one.ids))
    spread = middle([abs(one - middle(rates)) for one in rates])
    found["level"] = np.array(middle(rates))
    found["width"] = np.array(max(1.2, 1.5 * spread))
    found["reference"] = found["level"] + np.log(programme.last - programme.first + 1)
    found["cost_middle"] = np.array(middle(costs))
    found["cost_width"] = np.array(max(1.0, float(np.ptp(costs)) / 2))
    found["opening"] = np.array(stated(first) - np.log(2))
    return found


def lines(count: int, spacing: int) -> np.ndarray[Any, Any]:
    """Straight lines between knots."""
    at = np.arange(MONTHS) / spacing
    found: np.ndarray[Any, Any] = np.maximum(0, 1 - np.abs(at[:, None] - np.arange(count)[None]))
    return found


def model_of(data: dict[str, Any]) -> Any:
    """The model in PyMC."""
    import pymc as pm
    import pytensor.tensor as pt

    with pm.Model() as model:
        d = {name: pm.Data(name, value) for name, value in data.items()}
        log_sd = pm.Normal("log_sd", 0, 1, shape=4)
        slope, level, bias, noise = (
            mid * pt.exp(width * log_sd[at])
            for at, (mid, width) in enumerate(((0.02, 0.7), (0.07, 0.6), (0.20, 0.4), (0.10, 0.4)))
        )
        rate = log_rate(pm, pt, d, slope, level)
        made = pt.exp(rate)
        common = pm.Normal("common", 0.05, 0.10)
        opening = pt.exp(d["opening"] + 1.2 * pm.Normal("opening_z", 0, 1))
        use_z = pm.Normal("use_z", 0, 1, shape=USE_KNOTS)
        use = d["level"] - 0.4 + pt.cumsum(pt.concatenate([0.8 * use_z[:1], 0.35 * use_z[1:]]))
        used = pt.exp(pt.dot(lines(USE_KNOTS, 6), use))
        volume = pt.dot(d["weight"], made)
        stock = opening + volume - pt.dot(d["weight"], used)
        left = d["soft"] * pt.softplus(stock / d["soft"])
        volume = pt.log(pt.switch(d["stock"] > 0, left, volume))
        price = log_price(pm, pt, d, volume)
        roots = bias * pm.Normal("root_z", 0, 1, shape=ROOTS)
        shift = d["bias"] * (roots[pt.cast(d["root"], "int64")] + (1 - d["cost"]) * common)
        predictor = pt.switch(d["cost"] > 0, price, volume) + shift
        pm.Potential("claims", pt.sum(d["mask"] * log_likelihood(pt, d, predictor, noise)))
        pm.Deterministic("log rate", rate[HISTORY - 1])
        pm.Deterministic("log total", pt.log(pt.sum(made[:HISTORY])))
        last = opening + pt.sum(made[:HISTORY] - used[:HISTORY])
        pm.Deterministic("log stock", pt.log(pt.maximum(last, 1e-3)))
    return model


def log_rate(pm: Any, pt: Any, d: dict[str, Any], slope: Any, level: Any) -> Any:
    """The damped local trend."""
    month = np.arange(MONTHS)
    lag = month[:, None] - month[None]
    fade = np.where(lag >= 0, 0.9 ** np.maximum(lag, 0), 0.0)
    z = pm.Normal("z", 0, 1, shape=(2, MONTHS))
    shocks = pt.concatenate([0.10 * z[0, :1], slope * z[0, 1:]])
    speed = pt.dot(fade, shocks)
    steps = pt.concatenate([d["width"] * z[1, :1], speed[1:] + level * z[1, 1:]])
    return d["level"] + pt.cumsum(steps)


def log_price(pm: Any, pt: Any, d: dict[str, Any], volume: Any) -> Any:
    """The log unit cost of each claim, where so much has been made."""
    start = d["cost_middle"] + d["cost_width"] * pm.Normal("cost_z", 0, 1)
    learning = pm.Normal("learning", *exponent(new=True))
    drift = pm.Normal("drift_z", 0, 1) * 0.004
    move_z = pm.Normal("move_z", 0, 1, shape=COST_KNOTS)
    moved = pt.cumsum(pt.concatenate([0.01 * move_z[:1], 0.08 * move_z[1:]]))
    off = pt.dot(lines(COST_KNOTS, 12), moved)[pt.cast(d["last"], "int64")]
    return start - learning * (volume - d["reference"]) - drift * d["last"] + off


def log_likelihood(pt: Any, d: dict[str, Any], predictor: Any, noise: Any) -> Any:
    """The likelihood of docs/estimate.md: Student's t with four degrees of freedom throughout."""
    below, above = (
        pt.sqrt((d["noise"] * noise) ** 2 + d[side] ** 2) for side in ("below", "above")
    )
    width = (below + above) / 2
    off = d["value"] - predictor
    off = off / pt.switch(off > 0, below, above)
    peak = np.log(3 / 8)
    point = peak - pt.log(width) - 2.5 * pt.log1p(off**2 / 4)

    def tail(far: Any) -> Any:
        root = pt.sqrt(4 + far**2)
        rest = 8 / (root * (root + far))
        return 3 / 8 * (rest**2 / 2 - rest**3 / 12)

    def mass(low: Any, high: Any) -> Any:
        low, high = (low - predictor) / width, (high - predictor) / width
        under, over = tail(pt.abs(low)), tail(pt.abs(high))
        outside = pt.switch(low > 0, under - over, over - under)
        return pt.switch((low <= 0) & (high >= 0), 1 - under - over, outside)

    within = d["within"]
    band = within * mass(d["low"], d["high"]) + (1 - within) * mass(d["wide_low"], d["wide_high"])
    band = pt.log(pt.maximum(band, 1e-300))
    own = pt.switch(d["point"] > 0, point, band)
    top = pt.switch(d["point"] > 0, peak - pt.log(width), 0.0)
    repeat = pt.clip(d["repeat"], 1e-12, 1 - 1e-12)
    mixed = pt.logaddexp(pt.log(repeat) + top, pt.log1p(-repeat) + own)
    falls = d["power"] * pt.maximum(predictor - d["wide_low"], 0)
    return pt.switch(d["repeat"] > 0, mixed, own) - falls


def main() -> int:
    import nutpie

    count = int(sys.argv[1]) if len(sys.argv) > 1 else PROGRAMMES
    found = list[dict[str, Any]]()
    compiled = None
    for seed in range(count):
        data = data_of(invented(seed))
        began = time.process_time()
        if compiled is None:
            compiled = nutpie.compile_pymc_model(model_of(data))
            print(f"compiled in {time.process_time() - began:.0f} processor seconds", flush=True)
            began = time.process_time()
        drawn = nutpie.sample(
            compiled.with_data(**data), chains=CHAINS, tune=TUNE, draws=DRAWS, cores=1, seed=seed,
            progress_bar=False,
        )  # fmt: skip
        spent = time.process_time() - began
        one: dict[str, Any] = {"seed": seed, "seconds": round(spent, 1)}
        one["divergences"] = int(drawn.sample_stats.diverging.sum())
        for name in NAMES:
            chains = np.asarray(drawn.posterior[name])
            within = chains.var(axis=1, ddof=1).mean()
            apart = chains.mean(axis=1).var(ddof=1)
            one[name] = {
                "points": [round(float(q), 5) for q in np.quantile(chains, POINTS)],
                "sd": round(float(chains.std()), 5),
                "r_hat": round(float(np.sqrt(1 + apart / within)), 3),
            }
        found.append(one)
        print(json.dumps(one), flush=True)
        told = {
            "draws": CHAINS * DRAWS,
            "learning": LEARNING,
            "points": POINTS,
            "programmes": found,
        }
        GOLDEN.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
