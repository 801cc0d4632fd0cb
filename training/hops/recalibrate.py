"""Would another calibration foretell unseen pairs better than the learned score itself?

    ALLSOURCE_FNC1=FOLDER python training/hops/recalibrate.py

The development pairs of ``bench/reuse`` are cut into ten folds by the hash of their
names. The weights are fitted anew without each fold (``fit.py``), so that every
pair has log-odds from weights that have not seen it. On these the candidates are
held against each other, each fitted without the fold it is judged on: the score
as it is, one slope (temperature), slope and shift (Platt), and isotonic steps. The
least weighted log-loss wins; the held half is not read.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import isotonic_regression, minimize

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent))
from bench.reuse import corpus, pairs
from fit import fit

from allsource.lineage import belief
from allsource.lineage.belief import LEARNED, measured
from allsource.lineage.reuse import shared
from allsource.lineage.rewording import closest
from allsource.vocab import load

FOLDS = 10
EDGE = 1e-3

_Floats = NDArray[np.float64]
Map = Callable[[_Floats], _Floats]


def loss(chance: _Floats, derived: _Floats, worth: _Floats) -> float:
    """Weighted log-loss a pair."""
    told = np.clip(chance, EDGE, 1 - EDGE)
    each = derived * np.log(told) + (1 - derived) * np.log(1 - told)
    return float(-np.average(each, weights=worth))


def logistic(odds: _Floats) -> _Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -40, 40))))


def as_it_is(_odds: _Floats, _derived: _Floats, _worth: _Floats) -> Map:
    return logistic


def temperature(odds: _Floats, derived: _Floats, worth: _Floats) -> Map:
    best = minimize(
        lambda a: loss(logistic(a[0] * odds), derived, worth), [1.0], method="Nelder-Mead"
    )
    return lambda more: logistic(best.x[0] * more)


def platt(odds: _Floats, derived: _Floats, worth: _Floats) -> Map:
    best = minimize(
        lambda a: loss(logistic(a[0] * odds + a[1]), derived, worth),
        [1.0, 0.0],
        method="Nelder-Mead",
    )
    return lambda more: logistic(best.x[0] * more + best.x[1])


def isotonic(odds: _Floats, derived: _Floats, worth: _Floats) -> Map:
    order = np.argsort(odds, kind="stable")
    steps = isotonic_regression(derived[order], weights=worth[order]).x
    return lambda more: np.interp(more, odds[order], steps)


def main() -> int:
    where = corpus.folder()
    if where is None:
        sys.exit("set ALLSOURCE_FNC1 to the folder of fnc1_bodies.csv.xz")
    case = pairs.Case(where)
    dev = [one for one in pairs.read() if one.half == "dev" and one.pair in case.candidates]
    found = [(case.found[one.pair[0]], case.found[one.pair[1]]) for one in dev]
    given = [(shared(a, b), closest(a, b)) for a, b in found]
    rows = np.array([[1.0, *measured(*one)] for one in given])
    circumstances = {"same_outlet": False, "revises": False, "names_day": False}
    whole = np.array([belief.score(*one, None, **circumstances) for one in given])
    table = {entry["evidence"]: entry for entry in load("hop_evidence")["learned"]}
    names = ["start", *LEARNED]
    stated = whole - rows @ np.array([table[name]["weight"] for name in names])
    derived = np.array([float(one.derived) for one in dev])
    worth = np.array([one.stands_for for one in dev])
    scaled = worth * worth.sum() / (worth**2).sum()
    prior, spread = (np.array([table[n][k] for n in names]) for k in ("prior", "spread"))
    fold = np.array(
        [
            int(hashlib.sha256("-".join(one.pair).encode()).hexdigest(), 16) // 2 % FOLDS
            for one in dev
        ]
    )
    odds = np.empty(len(dev))
    for at in range(FOLDS):
        out = fold == at
        weights = fit(rows[~out], derived[~out], scaled[~out], prior, spread)
        odds[out] = rows[out] @ weights + stated[out]
    print(f"{len(dev)} pairs, log-odds of each from weights that have not seen it")
    for way in (as_it_is, temperature, platt, isotonic):
        told = np.empty(len(dev))
        for at in range(FOLDS):
            out = fold == at
            told[out] = way(odds[~out], derived[~out], scaled[~out])(odds[out])
        print(f"{way.__name__}: log-loss {loss(told, derived, scaled):.4f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
