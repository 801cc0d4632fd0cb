"""What does a folder of TimeML hold: documents, their corpus and their fold?

Whole documents go to five folds by the hash of their name. Rules are written from the errors of
folds 1 to 3; folds 4 and 5 are scored, and their errors are never looked at.
"""

import hashlib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bench.times.scoring import Timex

from allsource.model.span import Span

__all__ = ["DEV_FOLDS", "FOLDS", "Page", "corpus", "fold", "pages"]

FOLDS = 5
DEV_FOLDS = frozenset({1, 2, 3})
DATELINE = ("CREATION_TIME", "PUBLICATION_TIME")
AQUAINT_FROM = "199807"
"""TimeBank's newswire of the same agencies ends before July 1998."""


class Page(NamedTuple):
    """A document: its name, publication date, text and expressions."""

    name: str
    published: str | None
    text: str
    gold: list[Timex]


def fold(name: str) -> int:
    """Give the fold of a document, 1 to 5."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % FOLDS + 1


def corpus(name: str) -> str:
    """Say which of the two corpora of TBAQ a document belongs to."""
    later = name[:3] in ("APW", "NYT") and name[3:9] >= AQUAINT_FROM
    return "AQUAINT" if later or name.startswith("XIE") else "TimeBank"


def pages(folder: Path) -> Iterator[Page]:
    """Read every document of a folder, by name."""
    for path in sorted(folder.glob("*.tml")):
        root = ET.parse(path).getroot()  # noqa: S314 - a corpus that the user names
        stamps = [t for t in root.iter("TIMEX3") if t.get("functionInDocument") in DATELINE]
        parts: list[str] = []
        timexes: list[Timex] = []
        body = root.find("TEXT")
        if body is not None:
            _gather(body, parts, timexes)
        published = stamps[0].get("value") if stamps else None
        yield Page(path.stem, published, "".join(parts), timexes)


def _gather(element: ET.Element, parts: list[str], timexes: list[Timex]) -> None:
    start = sum(map(len, parts))
    parts.append(element.text or "")
    for child in element:
        _gather(child, parts, timexes)
        parts.append(child.tail or "")
    if element.tag == "TIMEX3":
        span = Span(start, sum(map(len, parts)))
        timexes.append(Timex(span, element.get("type") or "", element.get("value") or ""))
