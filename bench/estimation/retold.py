"""How claims are told again: with the origin named, suspected, or neither."""

import datetime as dt
from typing import Any

import numpy as np
from bench.estimation.roots import shown

__all__ = ["retold"]

Claim = dict[str, Any]
FALSELY = 0.05
"""So many originals are suspected of being repeats, at low probability, and are none."""


def retold(
    found: list[Claim], names: list[str], last: str, rng: np.random.Generator
) -> list[Claim]:
    """Add the repeats to the claims of a case.

    Args:
        found: originals.
        names: roots that may be taken for the origin of a repeat.
        last: day after which nothing is published.
        rng: of the case.
    """
    share = float(rng.uniform(0.05, 0.55))
    manner = rng.dirichlet([5.0, 2.5, 2.5])
    repeats: list[Claim] = []
    for one in found:
        if one["kind"] == "serial":
            continue
        while rng.random() < share:
            repeat = _repeat(one, names, manner, rng)
            if repeat["published"] > last or len(repeats) > 2 * len(found):
                break
            repeats.append(repeat)
        if rng.random() < FALSELY:
            other = str(rng.choice(names))
            one["repeat_of"] = {"root": other, "probability": round(rng.uniform(0.05, 0.4), 2)}
    return [*found, *repeats]


def _repeat(one: Claim, names: list[str], manner: np.ndarray, rng: np.random.Generator) -> Claim:
    """One repeat: later by one to a hundred days or so, worn by the telling."""
    claim = {key: value for key, value in one.items() if key != "repeat_of"}
    later = dt.timedelta(days=1 + int(rng.exponential(45)))
    claim["published"] = (dt.date.fromisoformat(one["published"]) + later).isoformat()
    how = str(rng.choice(["linked", "suspected", "unseen"], p=manner))
    if how != "linked":
        claim["root"] = (
            str(rng.choice(names)) if rng.random() < 0.4 else f"src_{rng.integers(900)}x"
        )
    if how == "suspected" and one["root"]:
        sure = round(float(rng.uniform(0.4, 0.95)), 2)
        claim["repeat_of"] = {"root": one["root"], "probability": sure}
    return _worn(claim, rng)


def _worn(claim: Claim, rng: np.random.Generator) -> Claim:
    """What gets lost: a digit, a bound, a period, rarely that it was a plan."""
    low, high = claim.get("low"), claim.get("high")
    if low is not None and low == high and rng.random() < 0.15:
        claim["low"] = claim["high"] = shown(low, 1)
    if claim.get("low_open") and low is not None and rng.random() < 0.12:
        claim |= {"high": low, "low_open": False, "high_open": False}
    if claim["kind"] == "plan" and rng.random() < 0.05:
        claim |= {"kind": "report", "stance": "asserted", "start": None, "end": None}
    elif claim.get("measure") == "production rate" and rng.random() < 0.2:
        claim |= {"start": None, "end": None}
    return claim
