"""How far do the two readers of ROOTS-news agree, layer by layer?

    python bench/roots/agreement.py [--half dev|held] [--freeze | --check]

Reads ``labels/first/`` and ``labels/second/``, no text. Stance, kinds, direction and number of roots:
Krippendorff's alpha with its 95 % interval, by drawing groups again. Credits, pairs, edges: F1 of
finding the same. Families and roots: B-cubed F1, roots over the articles that both hold to be for the
claim. Number of roots: also the share of groups where it is the same, and the same within one.
``--freeze`` writes ``agreement.json``; ``--check`` ends with 1 where a figure is no longer the frozen one.

Where it fails: both readers are language models of one family, so that they agree says less than it would
of two people. Layers of what both found say nothing of what one of them missed.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.agreement import Row, settle_agreement, shown
from bench.frozen import add_options
from bench.gold.alpha import Metric, Pairs, alpha, interval, nominal, ordinal
from bench.roots.bodies import groups
from bench.roots.model import Account, Credit, Labels, Place
from bench.roots.overlap import BCubed
from bench.roots.record import Edge, Record, of_labels
from bench.roots.rules import FOR, counted

__all__ = ["Sides", "measure"]

HERE = Path(__file__).resolve().parent
FROZEN = HERE / "agreement.json"

Values = Iterable[tuple[Hashable, Hashable]]


class Sides:
    """One group as both readers have it.

    Args:
        first: labels of one reader.
        second: labels of the other.
    """

    def __init__(self, first: Labels[Place], second: Labels[Place]) -> None:
        self.labels = (first, second)
        self.records: tuple[Record, Record] = (of_labels(first), of_labels(second))
        by_number = {one.id: one for one in second.articles}
        self.articles = [(one, by_number[one.id]) for one in first.articles]
        self.credits = [same for both in self.articles for same in _same_credits(*both)]
        self.counts = tuple(counted(side) for side in self.labels)


def _same_credits(
    first: Account[Place], second: Account[Place]
) -> list[tuple[Credit[Place], Credit[Place]]]:
    """Credits of one article that are at one place or of one name, each once."""
    left = list(second.credits)
    found: list[tuple[Credit[Place], Credit[Place]]] = []
    for same in (_one_place, _one_name):
        for one in first.credits:
            if any(one is other for other, _ in found):
                continue
            match = next((other for other in left if same(one, other)), None)
            if match is not None:
                left.remove(match)
                found.append((one, match))
    return found


def _one_place(one: Credit[Place], other: Credit[Place]) -> bool:
    return max(one.words.span[0], other.words.span[0]) < min(one.words.span[1], other.words.span[1])


def _one_name(one: Credit[Place], other: Credit[Place]) -> bool:
    return one.name.casefold() == other.name.casefold()


def _direction(record: Record, pair: Edge) -> str:
    """Which of two articles was made from the other."""
    if pair in record.edges:
        return "first"
    return "second" if pair[::-1] in record.edges else "neither"


def _directions(sides: Sides) -> Values:
    one, other = sides.records
    for pair in one.pairs & other.pairs:
        a, b = sorted(pair)
        yield _direction(one, (a, b)), _direction(other, (a, b))


def _kinds(sides: Sides) -> Values:
    one, other = sides.records
    return [(one.edges[edge], other.edges[edge]) for edge in one.edges.keys() & other.edges.keys()]


LAYERS: dict[str, tuple[Callable[[Sides], Values], Metric]] = {
    "stance": (lambda s: [(a.stance, b.stance) for a, b in s.articles], nominal),
    "for the claim or not": (
        lambda s: [(a.stance in FOR, b.stance in FOR) for a, b in s.articles],
        nominal,
    ),
    "kind of the credits both have": (lambda s: [(a.kind, b.kind) for a, b in s.credits], nominal),
    "credit goes through another": (
        lambda s: [(a.through is None, b.through is None) for a, b in s.credits],
        nominal,
    ),
    "direction of the pairs both have": (_directions, nominal),
    "kind of the edges both have": (_kinds, nominal),
    "number of roots": (lambda s: [(s.counts[0][1], s.counts[1][1])], ordinal),
    "number of roots can be told": (lambda s: [(s.counts[0][2], s.counts[1][2])], nominal),
}
"""What is compared item by item, and how far its values are from one another."""

FOUND: dict[str, Callable[[Record], Iterable[Hashable]]] = {
    "pairs of articles": lambda record: record.pairs,
    "edges with direction": lambda record: record.edges,
    "edges with direction and kind": lambda record: record.edges.items(),
    "pairs on one report outside the group": lambda record: record.siblings,
}
"""What is found by either; of these F1 is told."""

SORTED: dict[str, Callable[[Record], Mapping[str, frozenset[str]]]] = {
    "families of articles": lambda record: record.families,
    "roots of articles for the claim": lambda record: record.roots,
}
"""What articles are sorted by."""


def measure(sides: Sequence[Sides], name: str) -> list[Row]:
    """All figures of some groups.

    Args:
        sides: both readers of each group.
        name: what these groups are called.
    """
    return [
        *(_layer(sides, name, layer) for layer in LAYERS),
        _found_credits(sides, name),
        *(_found(sides, name, what) for what in FOUND),
        *_sorted_alike(sides, name),
        *_counts(sides, name),
    ]


def _layer(sides: Sequence[Sides], name: str, layer: str) -> Row:
    values, metric = LAYERS[layer]
    each: list[Pairs] = [Counter(values(one)) for one in sides]
    pairs: Pairs = Counter()
    for one in each:
        pairs.update(one)
    ends = interval(each, metric)
    drawn = (round(ends[0], 3), round(ends[1], 3)) if ends else None
    value = alpha(pairs, metric)
    return Row(
        name, layer, "alpha", None if value is None else round(value, 3), drawn, pairs.total()
    )


def _f1(name: str, layer: str, shared: int, told: int) -> Row:
    """F1 of what both have, of all that either has."""
    return Row(name, layer, "F1", round(2 * shared / told, 3) if told else None, None, told)


def _found_credits(sides: Sequence[Sides], name: str) -> Row:
    told = sum(len(one.credits) for s in sides for pair in s.articles for one in pair)
    return _f1(name, "credits", sum(len(s.credits) for s in sides), told)


def _found(sides: Sequence[Sides], name: str, what: str) -> Row:
    told = [tuple(set(FOUND[what](record)) for record in s.records) for s in sides]
    shared = sum(len(one & other) for one, other in told)
    return _f1(name, what, shared, sum(len(one) + len(other) for one, other in told))


def _sorted_alike(sides: Sequence[Sides], name: str) -> list[Row]:
    """B-cubed of families and of roots, over the articles that both sort."""
    rows = []
    for layer, sets in SORTED.items():
        scores = BCubed()
        for s in sides:
            one, other = (sets(record) for record in s.records)
            both = one.keys() & other.keys()
            scores.add({a: one[a] for a in both}, {a: other[a] for a in both})
        n = len(scores.recalls)
        rows.append(Row(name, layer, "B-cubed F1", round(scores.f1 / 100, 3), None, n))
    return rows


def _counts(sides: Sequence[Sides], name: str) -> list[Row]:
    apart = [abs(s.counts[0][1] - s.counts[1][1]) for s in sides]
    return [
        Row(name, "number of roots", how, round(sum(d <= most for d in apart) / len(apart), 3), None, len(apart))
        for how, most in (("same", 0), ("within one", 1))
    ]  # fmt: skip


def _labels(path: Path) -> Labels[Place] | None:
    """The shipped labels of a file, or null where there are none."""
    return msgspec.json.decode(path.read_bytes(), type=Labels[Place]) if path.exists() else None


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--labels", type=Path, default=HERE / "labels", help="first/ and second/")
    parser.add_argument("--half", choices=["dev", "held"], help="one half alone")
    add_options(parser)
    options = parser.parse_args(words)
    halves: dict[str, list[Sides]] = {"dev": [], "held": []}
    for group in groups():
        first, second = (
            _labels(options.labels / reader / f"{group.id}.json") for reader in ("first", "second")
        )
        if first is not None and second is not None and options.half in {None, group.half}:
            halves[group.half].append(Sides(first, second))
    rows = [row for half, found in halves.items() if found for row in measure(found, half)]
    if all(halves.values()):
        rows += measure([one for found in halves.values() for one in found], "both")
    print("\n".join(map(shown, rows)) or "no group is labelled by both readers")
    return settle_agreement(FROZEN, rows, options)


if __name__ == "__main__":
    sys.exit(main())
