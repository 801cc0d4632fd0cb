"""How well are times found? Scores the own cases, the probe, and TimeML texts where at hand.

    python bench/times/run.py [--freeze | --check] [--errors N]

The own cases (``cases.yaml``) and the probe (``probe.yaml``) are split in halves by the hash of
the sentence. Where ``ALLSOURCE_TBAQ`` names a folder of ``.tml`` files, they are scored too, by
five folds of whole documents (``timeml.py``), and the hundred worst errors of the development
folds are written to ``bench/out/times.md``; they are not part of the project.

``scoring.py`` defines the criteria for TimeML. An own case is right where all its times and all
their fields are; a phrase of the probe where it is found with its words, and its value, bound or
qualifier is right.
"""

import argparse
import hashlib
import os
import sys
import time
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.frozen import Row, add_options, settle
from bench.times.listing import Flaw, flaws, worst
from bench.times.scoring import CRITERIA, Tally, Timex, tally
from bench.times.timeml import DEV_FOLDS, corpus, fold, pages
from bench.worst import write

from allsource.claims.times import find
from allsource.model.span import Span
from allsource.model.time import Time

HERE = Path(__file__).parent
ASPECTS = ("words", "value", "boundary", "qualifier")
TARGETS = {
    ("pooled, all 5 folds", "TBAQ, value F1"): ">= 85",
    ("TimeBank, all 5 folds", "TBAQ, value F1"): "> 79.5",
    ("AQUAINT, all 5 folds", "TBAQ, value F1"): "> 72.9",
    ("probe, held", "boundary right, %"): ">= 95",
    ("probe, held", "qualifier right, %"): ">= 95",
}
DATA = (
    "own sentences about invented things (cases.yaml) and phrases (probe.yaml); TBAQ is TimeBank "
    "and AQUAINT in TempEval-3's cleaned form, whole documents in 5 folds by hash, rules written "
    "from folds 1-3."
)


def half(key: str) -> str:
    return "dev" if int(hashlib.sha256(key.encode()).hexdigest(), 16) % 2 == 0 else "held"


def score_timeml(folder: Path) -> list[Row]:
    totals: dict[str, Tally] = {}
    errors: list[Flaw] = []
    words, seconds = 0, 0.0
    for page in pages(folder):
        began = time.process_time()
        times = find(page.text, Span(0, len(page.text)), page.published)
        seconds += time.process_time() - began
        words += len(page.text.split())
        found = [Timex(t.span, t.type, t.timex) for t in times]
        one = tally(page.text, page.gold, found)
        dev = fold(page.name) in DEV_FOLDS
        part = "folds 1-3 (dev)" if dev else "folds 4-5 (held)"
        for texts in (corpus(page.name), "pooled"):
            for folds in (part, "all 5 folds"):
                totals.setdefault(f"{texts}, {folds}", Tally()).add(one)
        if dev:
            errors += flaws(page.name, page.text, page.gold, found)
    print(f"errors of the development folds: {write('times', worst(errors))}")
    print(f"TimeML: {words} words, {words / max(seconds, 1e-9):,.0f} words per CPU second")
    return [
        {"name": name, "metric": f"TBAQ, {kind} F1", "value": t.f1(kind), "n": t.gold}
        for name, t in sorted(totals.items())
        for kind in CRITERIA
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
    return rows("own cases", {part: {"sentences right, %": m} for part, m in right.items()})


def score_probe(errors: int) -> list[Row]:
    marks: dict[str, dict[str, list[bool]]] = {"dev": {}, "held": {}}
    loaded = yaml.safe_load((HERE / "probe.yaml").read_text())
    for sentence, *wanted in loaded["phrases"]:
        times = find(sentence, Span(0, len(sentence)), loaded["published"])
        verdict = judged(sentence, wanted, times)
        part = half(sentence)
        for aspect, good in verdict.items():
            marks[part].setdefault(f"{aspect} right, %", []).append(good)
        if not all(verdict.values()) and errors > 0 and part == "dev":
            errors -= 1
            got = [(t.text, t.timex, t.boundary, t.qualifier) for t in times]
            print(f"  {sentence}\n    wanted {wanted}\n    found  {got}")
    return rows("probe", marks)


def judged(sentence: str, wanted: list[Any], times: tuple[Time, ...]) -> dict[str, bool]:
    """Hold the time that stands where a phrase does against it, aspect by aspect."""
    words, value, boundary, qualifier = wanted
    start = sentence.index(words)
    over = [t for t in times if t.span.start < start + len(words) and t.span.end > start]
    if not over:
        return dict.fromkeys((*ASPECTS, "all"), False)
    got = over[0]
    right = {
        "words": got.text == words,
        "value": got.timex == value,
        "boundary": got.boundary == boundary,
        "qualifier": got.qualifier == qualifier,
    }
    return {**right, "all": all(right.values())}


def rows(name: str, marks: dict[str, dict[str, list[bool]]]) -> list[Row]:
    return [
        {
            "name": f"{name}, {part}",
            "metric": metric,
            "value": round(100 * sum(good) / len(good), 1),
            "n": len(good),
        }
        for part, by_metric in marks.items()
        for metric, good in by_metric.items()
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    add_options(parser)
    parser.add_argument("--errors", type=int, default=0, help="show so many wrong dev cases")
    options = parser.parse_args()
    measured = score_cases(options.errors)
    if (HERE / "probe.yaml").exists():
        measured += score_probe(options.errors)
    folder = os.environ.get("ALLSOURCE_TBAQ")
    if folder and Path(folder).is_dir():
        measured += score_timeml(Path(folder))
    else:
        print("TimeML: skipped, ALLSOURCE_TBAQ names no folder")
    for row in measured:
        target = TARGETS.get((row["name"], row["metric"]))
        row.update({"target": target} if target else {})
        print(f"{row['name']}: {row['metric']}: {row['value']}")
    return settle("times", DATA, measured, options)


if __name__ == "__main__":
    raise SystemExit(main())
