"""Fit the learned weights of ``vocab/hop_evidence.yaml`` on read pairs of documents.

    ALLSOURCE_FNC1=FOLDER python training/hops/fit.py [--write]

Logistic regression over what ``belief.measured`` measures, on the development
half of ``bench/reuse/pairs.json``, candidate pairs alone, each weighted as its
stratum was sampled. Weights are drawn towards the priors in the file (normal,
with the spreads there) and never fall below 0. The held half is not read; its
calibration is measured by ``bench/reuse/run.py``.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.reuse import corpus, pairs

from allsource.lineage.belief import LEARNED, measured
from allsource.lineage.reuse import shared
from allsource.lineage.rewording import closest
from allsource.vocab import load

TABLE = Path(__file__).resolve().parents[2] / "src" / "allsource" / "vocab" / "hop_evidence.yaml"
STEPS = 60_000
RATE = 0.02


def fit(
    rows: NDArray[np.float64],
    derived: NDArray[np.float64],
    worth: NDArray[np.float64],
    prior: NDArray[np.float64],
    spread: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Find the most probable weights by projected gradient descent."""
    weights = prior.copy()
    for _ in range(STEPS):
        told = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (worth * (told - derived)) + (weights - prior) / spread**2
        weights -= RATE * slope / len(derived)
        weights[1:] = np.maximum(weights[1:], 0.0)
    return weights


def write(section: str, weights: dict[str, float]) -> None:
    """Write weights into one section of the table."""
    head, start, rest = TABLE.read_text(encoding="utf-8").partition(f"\n{section}:\n")
    for name, weight in weights.items():
        told = rf"\g<1>{weight:.3f}"
        rest = re.sub(rf"(evidence: {name}, weight: )[-\d.]+", told, rest, count=1)
    TABLE.write_text(head + start + rest, encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--write", action="store_true", help="write the weights into the table")
    options = parser.parse_args()
    where = corpus.folder()
    if where is None:
        sys.exit("set ALLSOURCE_FNC1 to the folder of fnc1_bodies.csv.xz")
    case = pairs.Case(where)
    dev = [one for one in pairs.read() if one.half == "dev" and one.pair in case.candidates]
    found = [(case.found[one.pair[0]], case.found[one.pair[1]]) for one in dev]
    rows = np.array([[1.0, *measured(shared(a, b), closest(a, b))] for a, b in found])
    derived = np.array([float(one.derived) for one in dev])
    worth = np.array([one.stands_for for one in dev])
    worth *= worth.sum() / (worth**2).sum()
    table = {entry["evidence"]: entry for entry in load("hop_evidence")["learned"]}
    names = ["start", *LEARNED]
    prior, spread = (np.array([table[n][k] for n in names]) for k in ("prior", "spread"))
    weights = dict(zip(names, fit(rows, derived, worth, prior, spread).tolist(), strict=True))
    print(f"{len(dev)} pairs, worth {worth.sum():.0f}, {derived.sum():.0f} of them derived")
    for name, weight in weights.items():
        print(f"{name}: {weight:.3f} (prior {table[name]['prior']})")
    if options.write:
        write("learned", weights)
    return 0


if __name__ == "__main__":
    sys.exit(main())
