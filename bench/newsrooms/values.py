"""Worlds of values: who states what of each slot, who copied whom, and what is true?

Level 1 of the generator. Roots look for themselves and err, their errors drawn from a few popular
wrong values; copiers take part of what one source has, mostly that of the worst root, change some
of it, copy copiers, and add a little of their own. The law is that of Dong, Berti-Equille and
Srivastava (2009) with popular errors; value ``v0`` is true everywhere. The gold root of every claim
and the rate of every copier are kept.

It fails to show errors that come from one misleading document: roots err each for themselves.
"""

from __future__ import annotations

import csv
import json
import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

__all__ = ["Law", "Row", "World", "copying", "independent", "majority", "oracle", "thin", "write"]

TRUE = "v0"
_ERRORS = 8
"""Wrong values of a slot, where nothing else is asked for."""


@dataclass(frozen=True, slots=True)
class Law:
    """How a world is made.

    Args:
        slots: how many things are asked.
        roots: sources that look for themselves.
        copiers: sources that copy.
        accuracy: range from which the chance of a root to be right is drawn.
        coverage: range from which the share of slots that a root has is drawn.
        errors: wrong values of a slot.
        zipf: how much more popular the first wrong value is.
        rate: share of a source's slots that its copier takes.
        perturbed: share of those that the copier changes.
        worst: chance that a copier turns to the least accurate root.
        chained: chance that a copier copies an earlier copier.
        own: share of the slots that a copier looks up itself, where it copied nothing.
    """

    slots: int = 300
    roots: int = 8
    copiers: int = 12
    accuracy: tuple[float, float] = (0.55, 0.9)
    coverage: tuple[float, float] = (0.2, 0.8)
    errors: int = _ERRORS
    zipf: float = 1.2
    rate: float = 0.9
    perturbed: float = 0.02
    worst: float = 0.5
    chained: float = 0.3
    own: float = 0.05


@dataclass(frozen=True, slots=True)
class Row:
    """One source's value of one slot, with the source that first had it."""

    slot: str
    source: str
    value: str
    root: str


@dataclass(frozen=True, slots=True)
class World:
    """Stated values with their truth.

    Args:
        rows: by source, then in the order in which the source came to its slots.
        copies: by copier, whom it copied and the share of that source's slots it took.
        accuracy: by root, the chance that it has the truth.
    """

    rows: tuple[Row, ...]
    copies: dict[str, tuple[str, float]]
    accuracy: dict[str, float]

    @property
    def slots(self) -> list[str]:
        """Slots of which anybody states anything."""
        return sorted({row.slot for row in self.rows})


@dataclass(slots=True)
class _Draw:
    """The draws of one world, in the order of the reference, so that a seed gives its data."""

    random: np.random.Generator
    popular: NDArray[np.float64]
    order: NDArray[np.int64]
    law: Law

    def error(self, slot: int) -> int:
        """Draw a wrong value, the popular ones more often."""
        return int(1 + self.order[slot, self.random.choice(len(self.popular), p=self.popular)])


def copying(seed: int, law: Law | None = None) -> World:
    """Make a world with copying.

    Args:
        seed: same seed and law, same world.
        law: how the world is made.
    """
    law = law or Law()
    random = np.random.default_rng(seed)
    popular = 1 / np.arange(1, law.errors + 1) ** law.zipf
    order = np.array([random.permutation(law.errors) for _ in range(law.slots)])
    draw = _Draw(random, popular / popular.sum(), order, law)
    skill, told, first = _originals(draw)
    parents: dict[int, int] = {}
    for number in range(law.copiers):
        source = law.roots + number
        parent = _parent(draw, number, int(np.argsort(skill)[0]))
        parents[source] = parent
        own = random.uniform(*law.accuracy)
        told[source], first[source] = _copied(draw, source, told[parent], first[parent])
        for slot in np.where(random.random(law.slots) < law.own)[0].tolist():
            if slot not in told[source]:
                told[source][slot] = 0 if random.random() < own else draw.error(slot)
                first[source][slot] = source
    return World(
        _rows(told, first),
        {_source(child): (_source(parent), law.rate) for child, parent in parents.items()},
        {_source(s): round(float(skill[s]), 4) for s in range(law.roots)},
    )


def independent(seed: int, *, slots: int = 300, sources: int = 12) -> World:
    """Make a world in which everybody looks for himself: no model may lose to the majority here."""
    return copying(seed, Law(slots=slots, roots=sources, copiers=0))


def thin(seed: int, *, slots: int = 2000, sources: int = 40) -> World:
    """Make a world of 1.2 independent claims a slot (1.7 where any is), of which little is learnt."""
    law = Law(slots=slots, roots=sources, copiers=0, coverage=(0.01, 0.05))
    return copying(seed, law)


def majority(world: World) -> float:
    """Give the share of slots in which most sources are right; a tie counts in part."""
    return _right(dict.fromkeys(((r.slot, r.value, r.source) for r in world.rows), 1.0))


def oracle(world: World, *, weighted: bool = False) -> float:
    """Give the same where each root counts once for a value: what knowing lineage is worth.

    Args:
        world: the world.
        weighted: count roots by their true accuracy too, which no reader of the claims knows; a
            copier that is its own root counts as one of middling accuracy.
    """
    middling = sum(world.accuracy.values()) / len(world.accuracy)
    weight = {
        row.root: math.log(_ERRORS * skill / (1 - skill)) if weighted else 1.0
        for row in world.rows
        for skill in [world.accuracy.get(row.root, middling)]
    }
    return _right({(r.slot, r.value, r.root): weight[r.root] for r in world.rows})


def write(world: World, folder: Path) -> None:
    """Write ``claims.csv`` for ``allsource fuse``, ``truth.csv``, ``roots.csv``, ``copies.json``.

    Example:
        >>> import tempfile
        >>> folder = Path(tempfile.mkdtemp())
        >>> write(copying(1, Law(slots=5)), folder)
        >>> (folder / "claims.csv").read_text().splitlines()[0]
        'slot,source,value'
    """
    folder.mkdir(parents=True, exist_ok=True)
    stated = [(row.slot, row.source, row.value) for row in world.rows]
    _table(folder / "claims.csv", ("slot", "source", "value"), stated)
    _table(folder / "truth.csv", ("slot", "value"), [(slot, TRUE) for slot in world.slots])
    origins = [(row.slot, row.source, row.root) for row in world.rows]
    _table(folder / "roots.csv", ("slot", "source", "root"), origins)
    key = {
        "copies": {c: {"of": p, "rate": rate} for c, (p, rate) in world.copies.items()},
        "accuracy": world.accuracy,
    }
    (folder / "copies.json").write_text(json.dumps(key, indent=1) + "\n", encoding="utf-8")


def _originals(
    draw: _Draw,
) -> tuple[NDArray[np.float64], dict[int, dict[int, int]], dict[int, dict[int, int]]]:
    """Let the roots look for themselves; give their skill, what they state, and whose it is."""
    random, law = draw.random, draw.law
    skill = random.uniform(*law.accuracy, law.roots)
    share = random.uniform(*law.coverage, law.roots)
    told: dict[int, dict[int, int]] = {}
    for source in range(law.roots):
        has = np.where(random.random(law.slots) < share[source])[0]
        right = random.random(len(has)) < skill[source]
        wrong = 1 + draw.order[has, random.choice(law.errors, len(has), p=draw.popular)]
        told[source] = dict(zip(has.tolist(), np.where(right, 0, wrong).tolist(), strict=True))
    return skill, told, {source: dict.fromkeys(values, source) for source, values in told.items()}


def _parent(draw: _Draw, number: int, least: int) -> int:
    random, law = draw.random, draw.law
    if number and random.random() < law.chained:
        return law.roots + int(random.integers(number))
    return least if random.random() < law.worst else int(random.integers(law.roots))


def _copied(
    draw: _Draw, source: int, told: dict[int, int], first: dict[int, int]
) -> tuple[dict[int, int], dict[int, int]]:
    """Take part of what a source has, some of it changed: a change is the copier's own."""
    random, law = draw.random, draw.law
    mine, roots = {}, {}
    for slot, value in told.items():
        if random.random() < law.rate:
            changed = random.random() < law.perturbed
            mine[slot] = int(1 + random.integers(law.errors)) if changed else value
            roots[slot] = source if changed else first[slot]
    return mine, roots


def _source(number: int) -> str:
    return f"s{number:03d}"


def _rows(told: dict[int, dict[int, int]], first: dict[int, dict[int, int]]) -> tuple[Row, ...]:
    return tuple(
        Row(f"i{slot:05d}", _source(source), f"v{value}", _source(first[source][slot]))
        for source, values in told.items()
        for slot, value in values.items()
    )


def _right(votes: dict[tuple[str, str, str], float]) -> float:
    """Give the share of slots whose heaviest value is true, the part of it where several tie."""
    weights: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for (slot, value, _), weight in votes.items():
        weights[slot][value] += weight
    right = 0.0
    for values in weights.values():
        most = max(values.values())
        best = [value for value, weight in values.items() if math.isclose(weight, most)]
        right += (TRUE in best) / len(best)
    return right / max(len(weights), 1)


def _table(path: Path, head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)
