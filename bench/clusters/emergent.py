"""Reads headlines on rumours, and how well the product puts those on one rumour together.

The file is a CSV of Emergent's headlines with the columns ``claimId``,
``articleId`` and ``articleHeadline``. Each headline is one claim with what the
extractor reads in it. Scored are the product's clusters as they stand, the
product's linkage at each threshold without what keeps claims apart, and average
linkage over word and letter vectors, where scikit-learn is installed.
"""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.frozen import Row

from allsource.claims import arguments, mentions, quantities, quotation, stance, times
from allsource.claims.parse import parse
from allsource.claims.people import gather
from allsource.lineage.clusters import clustered, features
from allsource.lineage.groups import Groups
from allsource.lineage.linkage import joins, vectors
from allsource.lineage.statements import sayings
from allsource.model.claim import Claim
from allsource.model.document import Document

__all__ = ["measure"]

HALVES = ("development", "held")
LEAST = tuple(n / 100 for n in range(8, 41, 2))
"""Mean cosines from which two groups are joined, tried on the development half."""


def half(rumour: str) -> str:
    """Part whole rumours, by their id."""
    return HALVES[int(hashlib.sha256(rumour.encode()).hexdigest()[0], 16) % 2]


def measure(path: Path) -> list[Row]:
    """Score both halves; thresholds are chosen on the development half alone."""
    listed = list(csv.DictReader(path.open(encoding="utf-8")))
    found: list[Row] = []
    chosen: dict[str, float] = {}
    for name in HALVES:
        rows = [row for row in listed if half(row["claimId"]) == name]
        claims = [_claim(row, at) for at, row in enumerate(rows)]
        gold = {c.id: row["claimId"] for c, row in zip(claims, rows, strict=True) if c is not None}
        read = [claim for claim in claims if claim is not None and claim.id in gold]
        found += _product(name, list(dict.fromkeys(read)), gold)
        found += _linkages(name, list(dict.fromkeys(read)), gold, chosen)
        found += _rivals(
            name, [r["articleHeadline"] for r in rows], [r["claimId"] for r in rows], chosen
        )
    return found  # fmt: skip


def _claim(row: Mapping[str, str], at: int) -> Claim | None:
    """Make one claim of a headline, with what the extractor reads in it."""
    text = row["articleHeadline"]
    page = Document(f"doc_{at:05}", "", f"{at}.txt", text, "text", language="en")
    parsed = parse(page)
    if not parsed.paragraphs:
        return None
    paragraph = parsed.paragraphs[0]
    when = tuple(times.find(text, paragraph.span, None, (None, None)))
    put, negated = stance.find(paragraph, text, paragraph.span, None, attributed=False)
    claim = Claim(
        page,
        paragraph.span,
        paragraph.span,
        stance=put,
        negated=negated,
        quantities=tuple(quantities.find(paragraph, text, when, page.id)),
        times=when,
        entities=tuple(mentions.find(paragraph, text)),
    )
    return arguments.attach(parsed, [claim], gather(parsed), quotation.find(parsed))[0]


def bcubed(found: Mapping[str, object], gold: Mapping[str, object]) -> tuple[float, float, float]:
    """Give B-cubed F1, precision and recall of a partition, in percent."""
    sizes, wanted = Counter(found.values()), Counter(gold[item] for item in found)
    both = Counter((label, gold[item]) for item, label in found.items())
    exact = [both[label, gold[item]] for item, label in found.items()]
    precision = sum(n / sizes[x] for n, x in zip(exact, found.values(), strict=True)) / len(found)
    recall = sum(n / wanted[gold[x]] for n, x in zip(exact, found, strict=True)) / len(found)
    return tuple(
        round(100 * x, 1)
        for x in (2 * precision * recall / (precision + recall), precision, recall)
    )  # type: ignore[return-value]


def _row(system: str, name: str, metric: str, value: float, size: int) -> Row:
    return {"name": system, "metric": f"Emergent, {name}: {metric}", "value": value, "n": size}


def _product(name: str, claims: Sequence[Claim], gold: Mapping[str, str]) -> list[Row]:
    said, _ = sayings(claims)
    groups = clustered(claims, (), said)
    labels = {claim.id: place for place, group in enumerate(groups) for claim in group}
    scores = bcubed(labels, gold)
    return [
        _row("allsource, its clusters", name, f"B-cubed {metric}", value, len(labels))
        for metric, value in zip(("F1", "precision", "recall"), scores, strict=True)
    ]


def _linkages(
    name: str, claims: Sequence[Claim], gold: Mapping[str, str], chosen: dict[str, float]
) -> list[Row]:
    said, _ = sayings(claims)
    placed = vectors({claim.id: features(said[claim.id]) for claim in claims})

    def labels(least: float) -> dict[str, object]:
        groups = Groups(placed)
        for one, other in joins(placed, least, lambda _one, _other: False):
            groups.join(one, other)
        return {item: at for at, group in enumerate(groups.listed()) for item in group}

    if name == HALVES[0]:
        chosen["linkage"] = max(LEAST, key=lambda least: bcubed(labels(least), gold)[0])
    f1 = bcubed(labels(chosen["linkage"]), gold)[0]
    return [_row("allsource, linkage alone", name, "B-cubed F1", f1, len(placed))]


def _rivals(
    name: str, texts: Sequence[str], gold: Sequence[str], chosen: dict[str, float]
) -> list[Row]:
    try:
        from sklearn.cluster import AgglomerativeClustering  # type: ignore[import-not-found,unused-ignore]
        from sklearn.feature_extraction.text import TfidfVectorizer  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        print("skipped: scikit-learn is not installed, so no rival is run")
        return []
    placed = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(texts)
    apart = (1 - (placed @ placed.T).toarray()).clip(0, 2)
    truth = {str(at): label for at, label in enumerate(gold)}

    def score(least: float) -> float:
        made = AgglomerativeClustering(
            None, metric="precomputed", linkage="average", distance_threshold=1 - least
        ).fit_predict(apart)
        return bcubed({str(at): int(label) for at, label in enumerate(made)}, truth)[0]

    if name == HALVES[0]:
        chosen["TF-IDF"] = max(LEAST, key=score)
    row = _row("TF-IDF, average linkage", name, "B-cubed F1", score(chosen["TF-IDF"]), len(texts))
    return [{**row, "rival": True}]
