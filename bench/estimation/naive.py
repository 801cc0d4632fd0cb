"""What do the simple ways say: the last claim, the median of three, every claim on its own?

``independent`` is a random walk of the log rate that takes each number for an independent reading:
bounds for points, plans for facts, repeats for news. Its mode is found by Gauss and Newton, its
spread by the curvature there, its two scales by the evidence.
"""

from collections.abc import Sequence
from itertools import product

import numpy as np
from bench.estimation.claims import PER, Claim
from bench.estimation.scoring import Ends

__all__ = ["independent", "last_claim", "median_of_three"]

FEW, WIDE, ROUGH = 0.05, 1.0, 0.15


def _value(claim: Claim) -> float | None:
    ends = [one for one in (claim.get("low"), claim.get("high")) if one]
    return float(np.exp(np.mean(np.log(ends)))) if ends else None


def _month(words: str) -> int:
    return int(words[:4]) * 12 + int(words[5:7]) - 1


def _read(claims: Sequence[Claim], measure: str, since: str) -> list[tuple[int, float]]:
    """Month of publication, or that a plan is for, from the first; and log of the value."""
    found = []
    for claim in claims:
        value = _value(claim)
        if claim["measure"] == measure and value:
            when = claim.get("end") if claim["kind"] == "plan" else None
            per = PER.get(claim.get("per") or "month", 1.0)
            month = _month(when or claim["published"]) - _month(since)
            found.append((month, float(np.log(value / per if measure.endswith("rate") else value))))
    return found


def _around(middle: float, spread: float) -> Ends:
    low, median, high = np.exp(middle + 1.645 * spread * np.array([-1, 0, 1]))
    return float(low), float(median), float(high)


def _lasting(claims: Sequence[Claim], since: str, until: str, count: int) -> dict[str, Ends]:
    rates = [value for _, value in _read(claims, "production rate", since)]
    totals = [value for _, value in _read(claims, "cumulative output", since)]
    months = _month(until) - _month(since) + 1
    found: dict[str, Ends] = {}
    if rates:
        spread = max(float(np.std(rates[-6:])), FEW) if len(rates) > 1 else WIDE
        found["rate"] = _around(float(np.median(rates[-count:])), spread)
    if totals:
        found["cumulative"] = _around(float(np.median(totals[-count:])), ROUGH)
    elif rates:
        found["cumulative"] = _around(float(np.median(rates)) + float(np.log(months)), WIDE)
    return found


def last_claim(claims: Sequence[Claim], since: str, until: str, seed: int) -> dict[str, Ends]:
    """Take the last rate and the last total for true."""
    del seed
    return _lasting(claims, since, until, 1)


def median_of_three(claims: Sequence[Claim], since: str, until: str, seed: int) -> dict[str, Ends]:
    """Take the median of the last three."""
    del seed
    return _lasting(claims, since, until, 3)


def independent(claims: Sequence[Claim], since: str, until: str, seed: int) -> dict[str, Ends]:
    """Weigh all claims as independent readings of one random walk."""
    months = _month(until) - _month(since) + 1
    rates = _read(claims, "production rate", since)
    totals = [one for one in _read(claims, "cumulative output", since) if one[0] < months]
    if not rates and not totals:
        return {}
    level = float(np.median([v for _, v in rates] or [v - np.log(t + 1) for t, v in totals]))
    fits = [
        _fit(rates, totals, months, level, walk, noise)
        for walk, noise in product((0.04, 0.12, 0.3), (0.08, 0.16, 0.3))
    ]
    evidence = np.array([one[0] for one in fits])
    weights = np.exp(evidence - evidence.max())
    rng = np.random.default_rng(seed)
    counts = rng.multinomial(2000, weights / weights.sum())
    drawn = np.exp(
        np.concatenate([
            mode[:, None] + np.linalg.solve(root.T, rng.standard_normal((months, count)))
            for (_, mode, root), count in zip(fits, counts, strict=True)
        ], axis=1)
    )  # fmt: skip
    ends = (
        np.quantile(drawn[-1], [0.05, 0.5, 0.95]),
        np.quantile(drawn.sum(0), [0.05, 0.5, 0.95]),
    )
    rate, total = ((float(a), float(b), float(c)) for a, b, c in ends)
    return {"rate": rate, "cumulative": total}


def _fit(
    rates: Sequence[tuple[int, float]], totals: Sequence[tuple[int, float]], months: int,
    level: float, walk: float, noise: float,
) -> tuple[float, np.ndarray, np.ndarray]:  # fmt: skip
    """Evidence, mode and root of the curvature, for one pair of scales."""
    steps = np.diff(np.eye(months), axis=0) / walk
    prior = steps.T @ steps + np.outer(np.eye(months)[0], np.eye(months)[0]) / 9
    at = np.array([min(month, months - 1) for month, _ in rates], int)
    told = np.array([value for _, value in rates])
    path, damp = np.full(months, level), 1.0
    best, curve = -np.inf, prior
    for _ in range(60):
        off, rows = [(told - path[at]) / noise], [np.eye(months)[at] / noise]
        for month, value in totals:
            part = np.exp(path[: month + 1])
            off.append(np.array([(value - np.log(part.sum())) / noise]))
            rows.append(np.pad(part / part.sum(), (0, months - month - 1))[None] / noise)
        error, slope = np.concatenate(off), np.concatenate(rows)
        value = -0.5 * (error @ error + (path - level) @ prior @ (path - level))
        if abs(value - best) < 1e-6:
            break
        damp = damp if value >= best else damp / 2
        best, curve = value, prior + slope.T @ slope
        step = np.linalg.solve(curve, slope.T @ error - prior @ (path - level))
        path = path + damp * np.clip(step, -1, 1)
    root = np.linalg.cholesky(curve)
    size = len(rates) + len(totals)
    scale = -size * np.log(noise) - (months - 1) * np.log(walk)
    return float(best + scale - np.log(np.diag(root)).sum()), path, root
