"""Reads the pairs of statements, and how the product says that they stand to each other.

Each statement is the whole text of a page of its own, by an outlet of its own,
and goes through the extractor of claims; its claim is the one with the longest
proposition. A statement that gives no claim makes its pair a miss.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from bench.frozen import Row

from allsource.claims.extract import extract
from allsource.lineage.clusters import clustered
from allsource.lineage.relations import difference, on_one_matter
from allsource.lineage.statements import Saying, sayings
from allsource.model.claim import Claim
from allsource.model.document import Document

__all__ = ["HALVES", "Answer", "answers", "rows"]

PAIRS = Path(__file__).with_name("pairs.yaml")
HALVES = ("development", "held")
NAMES = {"scope": "narrower scope", "period": "other period", "specificity": "more specific"}
"""The relations that the guidelines call otherwise than the model does."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A pair with what was wanted, what was found, and whether one cluster of its half has both."""

    half: str
    one: str
    other: str
    wanted: str
    found: str
    together: bool


def half(one: str) -> str:
    """Part by the first statement, so that pairs on one statement stay together."""
    return HALVES[int(hashlib.sha256(one.encode()).hexdigest()[0], 16) % 2]


def answers() -> list[Answer]:
    """Ask the product for each pair."""
    listed = yaml.safe_load(PAIRS.read_text(encoding="utf-8"))["pairs"]
    told = [
        (_claim(one, f"{at}a", "2031-07-10"), _claim(other, f"{at}b", "2031-07-10"))
        for at, (_, one, other) in enumerate(listed)
    ]
    said, weights = sayings([claim for pair in told for claim in pair if claim is not None])
    places = _places(listed, told, said)
    found = []
    for (wanted, one, other), (mine, theirs) in zip(listed, told, strict=True):
        kind, together = "no claim", False
        if mine is not None and theirs is not None:
            left, right = said[mine.id], said[theirs.id]
            kind, together = "different", places[mine.id] == places[theirs.id]
            if on_one_matter(left, right, weights):
                relation = difference(left, right)
                kind = "same" if relation is None else NAMES.get(relation.kind, relation.kind)
        found.append(Answer(half(one), one, other, wanted, kind, together))
    return found


def _places(
    listed: Sequence[Sequence[str]],
    told: Sequence[tuple[Claim | None, Claim | None]],
    said: Mapping[str, Saying],
) -> dict[str, tuple[str, int]]:
    """Cluster all claims of each half as one case; give each claim's cluster."""
    places: dict[str, tuple[str, int]] = {}
    for name in HALVES:
        claims = [
            claim
            for (_, one, _), pair in zip(listed, told, strict=True)
            for claim in pair
            if claim is not None and half(one) == name
        ]
        for at, group in enumerate(clustered(claims, (), said)):
            places |= {claim.id: (name, at) for claim in group}
    return places


def _claim(text: str, name: str, day: str) -> Claim | None:
    page = Document(
        f"doc_{name}", "", f"{name}.txt", text, "text",
        outlet=f"Outlet {name}", published=day, published_between=(day, day), language="en",
    )  # fmt: skip
    claims = extract(page)
    return max(claims, key=lambda c: c.proposition.end - c.proposition.start, default=None)


def rows(found: Sequence[Answer]) -> list[Row]:
    """Score each half: all relations, each relation, and what is wrongly called a conflict."""
    return [row for name in HALVES for row in _rows(name, [a for a in found if a.half == name])]


def _rows(name: str, part: Sequence[Answer]) -> list[Row]:
    def row(metric: str, right: int, total: int) -> Row:
        value = round(100 * right / total, 1) if total else 0.0
        return {"name": f"pairs, {name}", "metric": metric, "value": value, "n": total}

    wanted = Counter(answer.wanted for answer in part)
    right = Counter(answer.wanted for answer in part if answer.found == answer.wanted)
    joined = [a for a in part if a.wanted in {"same", "different"}]
    others = [a for a in part if a.wanted != "conflict"]
    called = [a for a in part if a.found == "conflict"]
    kinds = {kind: [a for a in part if a.wanted == kind] for kind in ("same", "different")}
    return [
        row("relation right, %", sum(right.values()), len(part)),
        *(row(f"{kind}, %", right[kind], wanted[kind]) for kind in sorted(wanted)),
        row(
            "same or different matter told apart, %",
            sum((a.wanted == "different") == (a.found in {"different", "no claim"}) for a in joined),
            len(joined),
        ),
        *(
            row(f"{kind}: in one cluster, %", sum(a.together for a in held), len(held))
            for kind, held in kinds.items()
        ),
        row("other pairs called a conflict, %", sum(a.found == "conflict" for a in others), len(others)),
        row("conflicts told that are conflicts, %", sum(a.wanted == "conflict" for a in called), len(called)),
    ]  # fmt: skip
