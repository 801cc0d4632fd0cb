"""How well do shared passages tell copies from texts on one subject?

Clough and Stevenson's corpus of short answers (Clough and Stevenson 2011): 95
answers to five questions, of which 57 were made from a given text (cut, light,
heavy revision) and 38 were not. For each answer the part of its words that the
product finds in the text (``Shared.contained``, five words in a row) orders
answers by derivation: the area under the curve, and by class the share above
zero. Beside it the rivals: plain word containment, and MinHash of three-word
stretches by datasketch where it is installed.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

from bench.frozen import Row

from allsource.lineage.features import Features, features
from allsource.lineage.reuse import shared
from allsource.model.document import Document

__all__ = ["measure"]

Measure = Callable[[Features, Features], float]


def measure(folder: Path) -> list[Row]:
    """Score the corpus in a folder."""
    listed = list(csv.DictReader((folder / "file_information.csv").open(encoding="utf-8")))
    answers = [row for row in listed if row["Category"] != "orig"]
    texts = {row["File"]: _read(folder / row["File"]) for row in listed}
    originals = {row["Task"]: texts[row["File"]] for row in listed if row["Category"] == "orig"}
    measures: dict[str, Measure] = {
        "allsource": lambda child, parent: shared(child, parent).contained,
        "word containment": _containment,
    }
    if minhash := _minhash():
        measures["datasketch MinHash, 3 words"] = minhash
    rows: list[Row] = []
    for name, of in measures.items():
        scored = [(of(texts[r["File"]], originals[r["Task"]]), r["Category"]) for r in answers]
        rows.append(
            _row(
                name, "Clough and Stevenson: area under the curve", 100 * _auc(scored), len(scored)
            )
        )
        for kind in ("cut", "light", "heavy", "non") if name == "allsource" else ():
            of_kind = [value for value, category in scored if category == kind]
            above = 100 * sum(value > 0 for value in of_kind) / len(of_kind)
            rows.append(
                _row(
                    name, f"Clough and Stevenson: {kind}, some passage shared", above, len(of_kind)
                )
            )
    return rows


def _row(name: str, metric: str, value: float, n: int) -> Row:
    row: Row = {"name": name, "metric": metric, "value": round(value, 1), "n": n}
    return row if name == "allsource" else {**row, "rival": True}


def _read(path: Path) -> Features:
    text = path.read_bytes().decode("utf-8", errors="replace")
    return features(Document(path.name, "", path.name, text, "text", language="en"))


def _auc(scored: list[tuple[float, str]]) -> float:
    """How often a derived answer scores above one that is not; ties count half."""
    derived = [value for value, kind in scored if kind != "non"]
    others = [value for value, kind in scored if kind == "non"]
    wins = sum((one > other) + 0.5 * (one == other) for one in derived for other in others)
    return wins / (len(derived) * len(others))


def _containment(child: Features, parent: Features) -> float:
    words = set(child.words.folded)
    return len(words & set(parent.words.folded)) / max(len(words), 1)


def _minhash() -> Measure | None:
    try:
        from datasketch import MinHash  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        return None

    def of(one: Features, other: Features) -> float:
        sketches = []
        for side in (one, other):
            sketch = MinHash(num_perm=128, seed=1)
            words = side.words.folded
            for at in range(len(words) - 2):
                sketch.update(" ".join(words[at : at + 3]).encode())
            sketches.append(sketch)
        return float(sketches[0].jaccard(sketches[1]))

    return of
