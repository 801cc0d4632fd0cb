"""Fit the weights of names in ``vocab/match_weights.yaml``.

    python training/names/fit.py --rigour FOLDER --faker FOLDER --checks FOLDER [--write]

Logistic regression over what ``entities.features`` measures, on invented pairs (``pairs.py``) and on the
development half of the pairs that people labelled (``entity_checks.yml`` in ``--checks``); each labelled one
counts as sixty invented ones. No weight may have the wrong sign. Then the temperature: how much the
log-odds are drawn towards 0, chosen on labelled pairs that the fit did not see (ten-fold), and lowered by
a fifth. The held half is
not read; ``bench/names/run.py`` measures on it. The same data give the same weights.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))
from bench.names.split import checks
from training.names.pairs import invented
from training.names.world import World

from allsource.entities.alignment import align
from allsource.entities.features import measured
from allsource.entities.name import kind_of, read_name
from allsource.vocab import load

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "src" / "allsource" / "vocab" / "match_weights.yaml"
INVENTED, SEED = 16_000, 20
WORTH = {"invented": 0.05, "labelled": 3.0}
DRAWN = 0.3
"""Strength of the draw of weights towards 0."""

CAUTION = 0.8
"""Log-odds are drawn towards 0 by this much more: others label by other habits than these few hands."""

FOLDS = 10
BOUNDS = {"for": (0.0, None), "against": (None, 0.0), "either": (None, None)}
Floats = NDArray[np.float64]


def row(schema: str, left: str, right: str, names: list[str]) -> tuple[str, list[float]]:
    """Measure a pair; give the kind of weights and the values in their order."""
    kind = kind_of(schema, left, right)
    one, other = sorted((read_name(left, kind), read_name(right, kind)), key=lambda name: name.text)
    found = {one.feature: one.value for one in measured(one, other, align(one, other))}
    return "person" if kind == "person" else "thing", [
        1.0,
        *(found.pop(name, 0.0) for name in names),
    ]


def fit(
    rows: Floats, same: Floats, worth: Floats, bounds: list[tuple[float | None, float | None]]
) -> Floats:
    """Find the most probable weights of the right signs."""

    def loss(weights: Floats) -> tuple[float, Floats]:
        odds = rows @ weights
        misses = worth @ np.logaddexp(0, np.where(same > 0, -odds, odds))
        slope = rows.T @ (worth * (1 / (1 + np.exp(-odds)) - same))
        drawn = np.r_[0.0, weights[1:]]
        return float(misses + DRAWN * drawn @ drawn / 2), slope + DRAWN * drawn

    found = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B", bounds=bounds)
    return np.asarray(found.x)


def unseen(
    rows: Floats,
    same: Floats,
    worth: Floats,
    labelled: NDArray[np.bool_],
    bounds: list[tuple[float | None, float | None]],
) -> Floats:
    """Give log-odds of the labelled pairs from weights that did not see them."""
    places = np.flatnonzero(labelled)
    odds = np.zeros(len(places))
    for fold in range(FOLDS):
        left_out = places[fold::FOLDS]
        kept = np.setdiff1d(np.arange(len(rows)), left_out)
        odds[fold::FOLDS] = rows[left_out] @ fit(rows[kept], same[kept], worth[kept], bounds)
    return odds


def temperature(odds: Floats, same: Floats) -> float:
    """Find the factor of the log-odds that makes the labels most probable."""
    tried = np.arange(0.3, 1.51, 0.05)
    losses = [np.logaddexp(0, np.where(same > 0, -one * odds, one * odds)).mean() for one in tried]
    return float(tried[int(np.argmin(losses))])


Labelled = tuple[str, str, str, bool, str]


def limits(entry: dict[str, Any]) -> tuple[float | None, float | None]:
    """Give the ends between which a weight may lie."""
    least, most = BOUNDS[entry["sign"]]
    if "at_least" not in entry:
        return least, most
    return (entry["at_least"], most) if entry["sign"] == "for" else (least, -entry["at_least"])


def learned(kind: str, pairs: list[Labelled]) -> tuple[dict[str, float], Floats, Floats]:
    """Fit the weights of a kind; give them, and log-odds and labels of labelled pairs left out."""
    entries = load("match_weights")[kind]
    names = [entry["feature"] for entry in entries]
    found = [(row(*pair[:3], names[1:]), *pair[3:]) for pair in pairs]
    some = [one for one in found if one[0][0] == kind]
    rows = np.array([values for (_, values), _, _ in some])
    same = np.array([float(label) for _, label, _ in some])
    worth = np.array([WORTH[of] for _, _, of in some])
    people = np.array([of == "labelled" for _, _, of in some])
    bounds = [limits(entry) for entry in entries]
    odds = unseen(rows, same, worth, people, bounds)
    right = ((odds > 0) == same[people]).mean()
    print(f"{kind}: {len(some)} pairs, {people.sum()} labelled; unseen ones right: {right:.3f}")
    weights = fit(rows, same, worth, bounds).tolist()
    return dict(zip(names, weights, strict=True)), odds, same[people]


def rewritten(table: str, kind: str, weights: dict[str, float]) -> str:
    """Write the weights of a kind into the text of the table."""
    start, mark, end = table.partition(f"\n{kind}:\n")
    block, gap, rest = end.partition("\n" + ("thing" if kind == "person" else "facts") + ":\n")
    for name, weight in weights.items():
        print(f"  {name}: {weight:.3f}")
        pattern = rf"(feature: {re.escape(name)}, weight: )[-\d.]+"
        block = re.sub(pattern, rf"\g<1>{weight:.3f}", block)
    return start + mark + block + gap + rest


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rigour", type=Path, required=True, help="rust/data/names of rigour")
    parser.add_argument("--faker", type=Path, required=True, help="Faker")
    parser.add_argument("--checks", type=Path, required=True, help="holds entity_checks.yml")
    parser.add_argument("--write", action="store_true", help="write the weights into the table")
    options = parser.parse_args()
    pairs: list[Labelled] = [
        (one.schema, one.left["name"], one.right["name"], one.same, "labelled")
        for one in checks(options.checks)
        if one.half == "dev"
    ]
    pairs += [
        (one.schema, one.left, one.right, one.same, "invented")
        for one in invented(World(options.rigour, options.faker), INVENTED, SEED)
    ]
    table = TABLE.read_text(encoding="utf-8")
    odds, labels = [], []
    for kind in ("person", "thing"):
        weights, told, same = learned(kind, pairs)
        odds.append(told)
        labels.append(same)
        table = rewritten(table, kind, weights)
    heat = CAUTION * temperature(np.concatenate(odds), np.concatenate(labels))
    print(f"temperature: {heat:.2f}")
    if options.write:
        told_heat = rf"\g<1>{heat:.3f}"
        table = re.sub(r"(temperature: \{weight: )[\d.]+", told_heat, table)
        TABLE.write_text(table, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
