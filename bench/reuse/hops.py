"""How well do candidates and hop probabilities agree with 240 pairs that were read?

The pairs are those of ``pairs.json`` (README.md tells how they were drawn and read).
*Derived* means that one text lineage is visible in the words. Each figure is given
for the development half, on which weights were fitted and errors looked at, and
for the held half. *Estimated* figures count each pair as often as its stratum
stands for pairs of the corpus: those are of the corpus, with wide error; the plain
ones are of the sample.

Rivals, where installed: MinHash-LSH by datasketch and rensa (5 words, 128
permutations, Jaccard 0.5), and what all of them approximate, containment of a tenth
of the shorter text's 8-word runs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from bench.frozen import Row
from bench.reuse import corpus
from bench.reuse.calibration import BINS, expected, gap
from bench.reuse.pairs import Case, Pair, Read, read

from allsource.lineage import belief
from allsource.lineage.features import Features
from allsource.lineage.reuse import shared
from allsource.lineage.rewording import closest

__all__ = ["chance", "measure", "told"]


def chance(one: Features, other: Features) -> float:
    """Probability that one of two documents derives from the other, from words alone."""
    log_odds = belief.score(
        shared(one, other), closest(one, other), None,
        same_outlet=False, revises=False, names_day=False,
    )  # fmt: skip
    return belief.probability(log_odds)


def told(case: Case, pair: Pair) -> float:
    """The same of a pair of the corpus, 0 where it is no candidate."""
    return chance(*(case.found[name] for name in pair)) if pair in case.candidates else 0.0


def measure(where: Path, *, errors: bool) -> list[Row]:
    """Score candidates, hops, calibration and rivals."""
    case = Case(where)
    pairs = read()
    given = {one.pair: told(case, one.pair) for one in pairs}
    systems: dict[str, Callable[[Read], bool]] = {
        "allsource": lambda one: given[one.pair] > 0.5,
        "allsource candidates": lambda one: one.pair in case.candidates,
        **_rivals(where),
    }
    rows: list[Row] = []
    for half in ("dev", "held"):
        some = [one for one in pairs if one.half == half]
        for name, says in systems.items():
            rows += _scored(name, half, some, says)
        rows += _calibration(half, some, given)
        if errors and half == "dev":
            _print_errors(some, given)
    return rows


def _scored(name: str, half: str, some: Sequence[Read], says: Callable[[Read], bool]) -> list[Row]:
    found: list[Row] = []
    kept = [one for one in some if one.stratum != "E"]
    for what, of, worth in (
        ("derived pairs", some, lambda _: 1.0),
        ("derived pairs, estimated", some, lambda one: one.stands_for),
        ("derived pairs that share a run, quotation or figures, estimated", kept, lambda one: one.stands_for),
    ):  # fmt: skip
        right = sum(worth(one) for one in of if one.derived and says(one))
        said = sum(worth(one) for one in of if says(one))
        there = sum(worth(one) for one in of if one.derived)
        rival = {} if name.startswith("allsource") else {"rival": True}
        n = {"n": sum(one.derived for one in of)}
        if name != "allsource candidates":
            found.append({"name": name, "metric": f"{half}: {what}, precision", "value": _percent(right, said), "n": sum(map(says, of)), **rival})  # fmt: skip
        found.append({"name": name, "metric": f"{half}: {what}, recall", "value": _percent(right, there), **n, **rival})  # fmt: skip
    return found


def _percent(part: float, whole: float) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def _calibration(half: str, some: Sequence[Read], given: dict[Pair, float]) -> list[Row]:
    """Compare probabilities with what was read, candidates alone, as the corpus has them."""
    rows = [(given[one.pair], one.derived, one.stands_for) for one in some if given[one.pair]]
    chance, derived, worth = (np.array(column, dtype=float) for column in zip(*rows, strict=True))
    place = np.minimum((chance * BINS).astype(int), BINS - 1)
    print(f"{half}: probability told, share read as derived (pairs; estimated)")
    for at in range(BINS):
        here = place == at
        if here.any():
            said = np.average(chance[here], weights=worth[here])
            was = np.average(derived[here], weights=worth[here])
            print(
                f"  {at / BINS:.1f} to {(at + 1) / BINS:.1f}: {said:.2f}, {was:.2f} ({here.sum()})"
            )
    brier = float(np.average((chance - derived) ** 2, weights=worth))
    name = {"name": "allsource", "n": len(rows)}
    mean, low, high = (round(value, 3) for value in expected(chance, worth))
    exact = (
        f"{half}: ECE in {BINS} bins that exact probabilities would show at this size, estimated"
    )
    return [
        {**name, "metric": f"{half}: hop probabilities, ECE in {BINS} bins, estimated", "value": round(gap(chance, derived, worth), 3)},
        {**name, "metric": f"{exact}, mean", "value": mean},
        {**name, "metric": f"{exact}, 5 of 100 below", "value": low},
        {**name, "metric": f"{exact}, 5 of 100 above", "value": high},
        {**name, "metric": f"{half}: hop probabilities, Brier score, estimated", "value": round(brier, 3)},
    ]  # fmt: skip


def _print_errors(some: Sequence[Read], given: dict[Pair, float]) -> None:
    for one in sorted(some, key=lambda one: given[one.pair]):
        if (given[one.pair] > 0.5) != one.derived:
            print(f"  {'-'.join(one.pair)} {one.stratum} {one.label}: {given[one.pair]:.2f}")


def _rivals(where: Path) -> dict[str, Callable[[Read], bool]]:
    texts = corpus.bodies(where)
    words = {one: re.findall(r"\w+", texts[one].casefold()) for pair in read() for one in pair.pair}
    runs = {name: _runs(found, 8) for name, found in words.items()}

    def contained(one: Read) -> bool:
        left, right = (runs[name] for name in one.pair)
        return len(left & right) >= 0.1 * max(min(len(left), len(right)), 1)

    rivals: dict[str, Callable[[Read], bool]] = {"containment of a tenth, 8 words": contained}
    five = {name: _runs(found, 5) for name, found in words.items()}
    if lsh := _datasketch(five):
        rivals["datasketch MinHash-LSH 0.5"] = lsh
    if sketch := _rensa(five):
        rivals["rensa MinHash-LSH 0.5"] = sketch
    return rivals


def _runs(words: list[str], n: int) -> set[str]:
    return {" ".join(words[at : at + n]) for at in range(len(words) - n + 1)}


def _datasketch(runs: dict[str, set[str]]) -> Callable[[Read], bool] | None:
    try:
        from datasketch import MinHash, MinHashLSH  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        return None
    sketches = {}
    lsh = MinHashLSH(threshold=0.5, num_perm=128)
    for name, found in runs.items():
        sketches[name] = MinHash(num_perm=128, seed=1)
        sketches[name].update_batch([run.encode() for run in sorted(found)])
        lsh.insert(name, sketches[name])
    return lambda one: one.pair[1] in lsh.query(sketches[one.pair[0]])


def _rensa(runs: dict[str, set[str]]) -> Callable[[Read], bool] | None:
    try:
        from rensa import RMinHash, RMinHashLSH  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        return None
    numbers = {name: at for at, name in enumerate(sorted(runs))}
    sketches = {}
    lsh = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32)
    for name, found in runs.items():
        sketches[name] = RMinHash(num_perm=128, seed=1)
        sketches[name].update(sorted(found))
        lsh.insert(numbers[name], sketches[name])
    return lambda one: numbers[one.pair[1]] in lsh.query(sketches[one.pair[0]])
