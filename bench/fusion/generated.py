"""Does it find the truth where it is known, among invented copies, thin claims and numbers?

``newsroom`` follows the design of Dong and others (2009): eight roots of unequal accuracy and coverage,
and copiers who take nine in ten items from another source, the worst root most often, also from copiers,
and change one in fifty. Wrong values are not equally popular. The root of every claim is kept.
``thin`` has one to three claims a slot and no copying. ``numbers`` has sources with a bias and errors
with heavy tails, and copiers.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from bench.frozen import Row

from allsource.lineage.fusion.facts import DEFAULT, facts
from allsource.lineage.fusion.settings import Settings
from allsource.lineage.fusion.statement import Derivation, Statement

__all__ = ["measure"]

ITEMS = 300
ROOTS = 8
SEEDS = range(10)
FALSE = 8
HOP = 0.97
"""Probability that a hop is given, where hops are."""


@dataclass(frozen=True, slots=True)
class Told:
    """One invented claim: who says what of which item, where it entered, and whom it was taken from."""

    item: int
    source: int
    value: int
    root: int
    parent: int | None = None


def newsroom(copiers: int, seed: int) -> list[Told]:
    """Invent claims; value 0 is true."""
    rng = np.random.default_rng(seed)
    popular = 1 / np.arange(1, FALSE + 1) ** 1.2
    popular /= popular.sum()
    shuffled = np.array([rng.permutation(FALSE) for _ in range(ITEMS)])
    accuracy, coverage = rng.uniform(0.55, 0.9, ROOTS), rng.uniform(0.2, 0.8, ROOTS)
    told: list[dict[int, Told]] = []
    for source in range(ROOTS):
        items = np.where(rng.random(ITEMS) < coverage[source])[0]
        right = rng.random(len(items)) < accuracy[source]
        wrong = 1 + shuffled[items, rng.choice(FALSE, len(items), p=popular)]
        values = np.where(right, 0, wrong)
        told.append(
            {
                int(i): Told(int(i), source, int(v), source)
                for i, v in zip(items, values, strict=True)
            }
        )
    worst = int(np.argsort(accuracy)[0])
    for number in range(copiers):
        source = ROOTS + number
        if number and rng.random() < 0.3:
            parent = ROOTS + int(rng.integers(number))
        else:
            parent = worst if rng.random() < 0.5 else int(rng.integers(ROOTS))
        told.append(_copied(rng, source, told[parent], shuffled, popular))
    return [one for claims in told for one in claims.values()]


def _copied(
    rng: np.random.Generator,
    source: int,
    parent: dict[int, Told],
    shuffled: np.ndarray,
    popular: np.ndarray,
) -> dict[int, Told]:
    own = rng.uniform(0.55, 0.9)
    found: dict[int, Told] = {}
    for item, one in parent.items():
        if rng.random() < 0.9:
            if rng.random() < 0.02:
                found[item] = Told(item, source, 1 + int(rng.integers(FALSE)), source)
            else:
                found[item] = replace(one, source=source, parent=one.source)
    for item in map(int, np.where(rng.random(ITEMS) < 0.05)[0]):
        if item not in found:
            wrong = 1 + int(shuffled[item, rng.choice(FALSE, p=popular)])
            found[item] = Told(item, source, 0 if rng.random() < own else wrong, source)
    return found


def _fused(
    told: Sequence[Told], *, hops: bool, settings: Settings = DEFAULT, true: int = 0
) -> float:
    """Share of items whose value is found."""
    statements = [
        Statement(
            f"item {one.item}",
            f"source {one.source}",
            f"value {one.value}",
            id=f"{one.source}/{one.item}",
        )
        for one in told
    ]
    derivations = [
        Derivation(f"{one.source}/{one.item}", f"{one.parent}/{one.item}", HOP)
        for one in told
        if hops and one.parent is not None
    ]
    found = facts(statements, derivations=derivations, settings=settings)
    return float(np.mean([slot.values[0].value == f"value {true}" for slot in found.slots]))


def _votes(told: Sequence[Told], *, roots: bool, true: int = 0) -> tuple[float, float]:
    """Share found by counting claims or roots: ties by chance, and ties always for the truth."""
    counts: dict[int, Counter[int]] = defaultdict(Counter)
    for item, value, _ in {
        (one.item, one.value, one.root if roots else one.source) for one in told
    }:
        counts[item][value] += 1
    by_chance, kindly = [], []
    for votes in counts.values():
        best = [value for value, count in votes.items() if count == max(votes.values())]
        by_chance.append((true in best) / len(best))
        kindly.append(float(true in best))
    return float(np.mean(by_chance)), float(np.mean(kindly))


def thin(
    seed: int, mean: float, sources: int, accuracy: tuple[float, float]
) -> tuple[list[Told], int]:
    """Invent independent claims, few a slot; give them and the true value."""
    rng = np.random.default_rng(1000 + seed)
    right = rng.uniform(*accuracy, sources)
    names = rng.permutation(6)
    told = []
    for item in range(2000):
        many = min(1 + int(rng.poisson(mean - 1)), sources)
        for source in map(int, rng.choice(sources, many, replace=False)):
            value = 0 if rng.random() < right[source] else 1 + int(rng.integers(5))
            told.append(Told(item, source, int(names[value]), source))
    return told, int(names[0])


def numbers(copiers: int, seed: int) -> tuple[list[Statement], dict[str, float]]:
    """Invent estimates; give them and the true numbers."""
    rng = np.random.default_rng(seed)
    true = rng.normal(1000, 200, ITEMS)
    told: list[dict[int, float]] = []
    for _ in range(ROOTS):
        bias, scale = rng.normal(0, 20), rng.uniform(5, 40)
        items = np.flatnonzero(rng.random(ITEMS) < 0.6)
        errors = rng.standard_t(4, len(items)) * scale
        told.append(
            {
                int(i): float(round(true[i] + bias + e, 2))
                for i, e in zip(items, errors, strict=True)
            }
        )
    for _ in range(copiers):
        parent = told[int(rng.integers(len(told)))]
        told.append({i: v for i, v in parent.items() if rng.random() < 0.9})
    statements = [
        Statement(f"item {i}", f"source {s}", value)
        for s, claims in enumerate(told)
        for i, value in claims.items()
    ]
    return statements, {f"item {i}": float(x) for i, x in enumerate(true)}


def measure() -> list[Row]:
    """Measure all three."""
    return [*_newsrooms(), *_thin(), *_numbers()]


def _newsrooms() -> list[Row]:
    rows: list[Row] = []
    for copiers in (0, 10, 40):
        runs = [newsroom(copiers, seed) for seed in SEEDS]
        where = f"invented newsroom, {copiers} copiers: share found"
        kept = [[one for one in told if one.parent is None] for told in runs]
        alone = replace(DEFAULT, copying=-40.0)
        found = {
            "allsource": [_fused(told, hops=False) for told in runs],
            "allsource, hops given": [_fused(told, hops=True) for told in runs],
            "allsource, copies taken out": [
                _fused(told, hops=False, settings=alone) for told in kept
            ],
            "majority": [_votes(told, roots=False)[0] for told in runs],
            "true roots counted, ties by chance": [_votes(told, roots=True)[0] for told in runs],
            "true roots counted, ties for the truth": [
                _votes(told, roots=True)[1] for told in runs
            ],
        }
        for name, values in found.items():
            row: Row = {
                "name": name,
                "metric": where,
                "value": round(float(np.mean(values)), 4),
                "n": 10 * ITEMS,
            }
            rows.append(row if name.startswith("allsource") else row | {"rival": True})
    return rows


def _thin() -> list[Row]:
    gaps = []
    for mean in (1.2, 2.0, 3.0):
        for sources in (12, 300):
            for accuracy in ((0.5, 0.95), (0.75, 0.75)):
                for seed in range(3):
                    told, true = thin(seed, mean, sources, accuracy)
                    gaps.append(
                        _fused(told, hops=False, true=true)
                        - _votes(told, roots=False, true=true)[0]
                    )
    by_kind = np.array(gaps).reshape(-1, 3).mean(axis=1)
    what = "invented thin claims without copies: share found less the majority's"
    return [
        {"name": "allsource", "metric": f"{what}, mean", "value": round(float(np.mean(gaps)), 4), "n": len(gaps)},
        {"name": "allsource", "metric": f"{what}, worst of 12 kinds", "value": round(float(by_kind.min()), 4),
         "target": ">= -0.003", "n": len(by_kind)},
    ]  # fmt: skip


def _numbers() -> list[Row]:
    rows: list[Row] = []
    for copiers in (0, 30):
        inside, off, middle = [], [], []
        for seed in range(20):
            statements, true = numbers(copiers, seed)
            given: dict[str, list[float]] = defaultdict(list)
            for one in statements:
                given[one.slot].append(float(one.value))  # type: ignore[arg-type]
            for slot in facts(statements).slots:
                inside.append((slot.low or 0) <= true[slot.slot] <= (slot.high or 0))
                off.append(abs((slot.median or 0) - true[slot.slot]))
                middle.append(abs(float(np.median(given[slot.slot])) - true[slot.slot]))
        where = f"invented estimates, {copiers} copiers"
        rows += [
            {"name": "allsource", "metric": f"{where}: 90 % intervals cover", "value": round(float(np.mean(inside)), 3),
             "target": "0.87 to 0.93", "n": len(inside)},
            {"name": "allsource", "metric": f"{where}: mean error", "value": round(float(np.mean(off)), 2), "n": len(off)},
            {"name": "median", "metric": f"{where}: mean error", "value": round(float(np.mean(middle)), 2),
             "n": len(off), "rival": True},
        ]  # fmt: skip
    return rows
