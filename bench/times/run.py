"""How well are times found? Scores the own cases, and TimeML texts where they are at hand.

    python bench/times/run.py [--freeze | --check] [--errors N]

The own cases (``cases.yaml``) are split in halves by the hash of the sentence.
Where ``ALLSOURCE_TBAQ`` names a folder of ``.tml`` files, they are scored too,
split in halves by the hash of the file name; they are not part of the project.

Gold and found are paired one to one by overlap, longest first.
  relaxed  the spans share at least one character that is no blank
  strict   they are the same after blanks and punctuation at the ends are cut
  type     relaxed, and the same type
  value    relaxed, and the same TIMEX3 value
An own case is right where all its times and all their fields are.
"""

import argparse
import hashlib
import os
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import NamedTuple

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.frozen import Row, add_options, settle

from allsource.claims.times import find
from allsource.model.span import Span

HERE = Path(__file__).parent
EDGES = " \t\r\n.,;:!?\"'`()[]-"
FIELDS = ("words", "timex", "type", "start", "end", "boundary", "qualifier")
DATELINE = ("CREATION_TIME", "PUBLICATION_TIME")


class Timex(NamedTuple):
    """An expression with its type and value."""

    span: Span
    type: str
    value: str


@dataclass
class Tally:
    """Counts over a set of texts."""

    gold: int = 0
    found: int = 0
    relaxed: int = 0
    strict: int = 0
    type: int = 0
    value: int = 0

    def add(self, other: "Tally") -> None:
        """Add another tally to this one."""
        for name, count in zip(vars(self), astuple(other), strict=True):
            setattr(self, name, getattr(self, name) + count)

    def f1(self, name: str) -> float:
        """Give the F1 of one of the four criteria, in percent."""
        right: int = getattr(self, name)
        return round(200 * right / max(1, self.gold + self.found), 1)


def half(key: str) -> str:
    return "dev" if int(hashlib.sha256(key.encode()).hexdigest(), 16) % 2 == 0 else "held"


def trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return Span(start, end)


def pairs(text: str, gold: Sequence[Timex], found: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """Pair one to one by overlap, the longest first, then the nearest starts."""
    shared: list[tuple[int, int, int, int]] = []
    for i, wanted in enumerate(gold):
        for j, got in enumerate(found):
            start, end = max(wanted.span[0], got.span[0]), min(wanted.span[1], got.span[1])
            if start < end and text[start:end].strip():
                shared.append((start - end, abs(wanted.span[0] - got.span[0]), i, j))
    left, right, paired = set[int](), set[int](), []
    for _, _, i, j in sorted(shared):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            paired.append((gold[i], found[j]))
    return paired


def tally(text: str, gold: Sequence[Timex], found: Sequence[Timex]) -> Tally:
    matched = pairs(text, gold, found)
    return Tally(
        len(gold),
        len(found),
        len(matched),
        sum(trimmed(text, a.span) == trimmed(text, b.span) for a, b in matched),
        sum(a.type == b.type for a, b in matched),
        sum(a.value.upper() == b.value.upper() for a, b in matched),
    )


def read_timeml(path: Path) -> tuple[str | None, str, list[Timex]]:
    """Give publication date, text and expressions of a TimeML file."""
    root = ET.parse(path).getroot()  # noqa: S314 - a corpus that the user names
    dates = [t.get("value") for t in root.iter("TIMEX3") if t.get("functionInDocument") in DATELINE]
    parts: list[str] = []
    timexes: list[Timex] = []
    body = root.find("TEXT")
    if body is not None:
        gather(body, parts, timexes)
    return (dates[0] if dates else None), "".join(parts), timexes


def gather(element: ET.Element, parts: list[str], timexes: list[Timex]) -> None:
    start = sum(map(len, parts))
    parts.append(element.text or "")
    for child in element:
        gather(child, parts, timexes)
        parts.append(child.tail or "")
    if element.tag == "TIMEX3":
        end = sum(map(len, parts))
        timexes.append(
            Timex(Span(start, end), element.get("type") or "", element.get("value") or "")
        )


def score_timeml(folder: Path) -> list[Row]:
    totals = {"dev": Tally(), "held": Tally(), "all": Tally()}
    words, seconds = 0, 0.0
    for path in sorted(folder.glob("*.tml")):
        published, text, gold = read_timeml(path)
        began = time.process_time()
        times = find(text, Span(0, len(text)), published)
        seconds += time.process_time() - began
        words += len(text.split())
        one = tally(text, gold, [Timex(t.span, t.type, t.timex) for t in times])
        totals[half(path.stem)].add(one)
        totals["all"].add(one)
    print(f"TimeML: {words} words, {words / max(seconds, 1e-9):,.0f} words per CPU second")
    return [
        {"name": f"TBAQ, {name}", "metric": f"{kind} F1", "value": t.f1(kind), "n": t.gold}
        for name, t in totals.items()
        for kind in ("relaxed", "strict", "type", "value")
    ]


def score_cases(errors: int) -> list[Row]:
    right: dict[str, list[bool]] = {"dev": [], "held": []}
    for sentence, published, expected in yaml.safe_load((HERE / "cases.yaml").read_text())["cases"]:
        found = [
            [t.text, t.timex, t.type, t.start, t.end, t.boundary, t.qualifier]
            for t in find(sentence, Span(0, len(sentence)), published)
        ]
        right[half(sentence)].append(found == expected)
        if found != expected and errors > 0 and half(sentence) == "dev":
            errors -= 1
            print(f"  {sentence}\n    wanted {expected}\n    found  {found}")
    return [
        {
            "name": f"own cases, {name}",
            "metric": "sentences right, %",
            "value": round(100 * sum(marks) / len(marks), 1),
            "n": len(marks),
        }
        for name, marks in right.items()
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    add_options(parser)
    parser.add_argument("--errors", type=int, default=0, help="show so many wrong dev cases")
    options = parser.parse_args()
    rows = score_cases(options.errors)
    folder = os.environ.get("ALLSOURCE_TBAQ")
    if folder and Path(folder).is_dir():
        rows += score_timeml(Path(folder))
    else:
        print("TimeML: skipped, ALLSOURCE_TBAQ names no folder")
    for row in rows:
        print(f"{row['name']}: {row['metric']}: {row['value']}")
    data = "155 sentences of our own; TBAQ is TimeBank and AQUAINT in TempEval-3's cleaned form."
    return settle("times", data, rows, options)


if __name__ == "__main__":
    raise SystemExit(main())
