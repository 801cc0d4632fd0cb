"""Which bodies of the Fake News Challenge are compared?

The 1,683 training bodies of FNC-1 (Apache-2.0 repository, text of news sites),
read from ``fnc1_bodies.csv.xz`` in the folder that ``ALLSOURCE_FNC1`` names; no
text of them is kept here. Bodies of the sealed audit and of the gold are left
out, so that their readers stay apart from this bench.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import lzma
import os
from pathlib import Path

__all__ = ["bodies", "digest", "folder", "sealed"]

BENCH = Path(__file__).resolve().parents[1]


def folder() -> Path | None:
    """The folder of the corpus, None where it is not at hand."""
    named = os.environ.get("ALLSOURCE_FNC1")
    return Path(named) if named and (Path(named) / "fnc1_bodies.csv.xz").exists() else None


def bodies(where: Path) -> dict[str, str]:
    """All bodies by number."""
    csv.field_size_limit(2**31 - 1)
    with lzma.open(where / "fnc1_bodies.csv.xz") as packed:
        rows = csv.DictReader(io.TextIOWrapper(packed, encoding="utf-8", newline=""))
        return {row["Body ID"]: row["articleBody"] for row in rows}


def sealed() -> frozenset[str]:
    """Numbers of the bodies that the gold and the sealed audit keep for themselves."""
    gold = [row["body"] for row in json.loads((BENCH / "gold/pages.json").read_text())]
    audit = [
        article["id"]
        for path in sorted((BENCH / "audit/sealed").glob("*.json"))
        for article in json.loads(path.read_text())["articles"]
    ]
    return frozenset((*gold, *audit))


def digest(text: str) -> str:
    """Name a text by its hash."""
    return hashlib.sha256(text.encode()).hexdigest()
