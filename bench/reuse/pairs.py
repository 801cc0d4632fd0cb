"""What was read of the pairs, and what does the product make of the same bodies?

Every body is taken as it stands, without outlet, date or title, which the corpus
does not give: what is measured is what the words show.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from bench.reuse import corpus

from allsource.lineage.candidates import candidates
from allsource.lineage.features import features
from allsource.model.document import Document

__all__ = ["Case", "Pair", "Read", "read"]

Pair = tuple[str, str]
LABELS = Path(__file__).with_name("pairs.json")


@dataclass(frozen=True)
class Read:
    """A pair that was read: where it was drawn from, and what was found."""

    pair: Pair
    stratum: str
    half: str
    label: str
    stands_for: float
    """Pairs of the stratum for each that was drawn."""

    @property
    def derived(self) -> bool:
        """Whether one text lineage is visible in the words."""
        return self.label in {"whole", "part"}


def read() -> list[Read]:
    """All pairs that were read."""
    found = json.loads(LABELS.read_text(encoding="utf-8"))
    drawn = Counter(row["stratum"] for row in found["pairs"])
    return [
        Read(
            (row["pair"][0], row["pair"][1]),
            row["stratum"],
            row["half"],
            row["label"],
            found["sizes"][row["stratum"]] / drawn[row["stratum"]],
        )
        for row in found["pairs"]
    ]


class Case:
    """All bodies of the corpus as documents, with the pairs that the product would look at.

    Raises:
        ValueError: a body is not the one that was read.
    """

    def __init__(self, where: Path) -> None:
        texts = corpus.bodies(where)
        known = json.loads(LABELS.read_text(encoding="utf-8"))["sha256"]
        for name, wanted in known.items():
            if corpus.digest(texts.get(name, "")) != wanted:
                raise ValueError(f"body {name} is not the one that was read")
        self.names = sorted(texts, key=int)
        documents = [
            Document(name, "", name, texts[name], "text", language="en") for name in self.names
        ]
        self.found = {one.id: features(one) for one in documents}
        listed = [self.found[name] for name in self.names]
        pairs = candidates(listed)
        self.candidates = {(self.names[one], self.names[other]) for one, other in pairs}
