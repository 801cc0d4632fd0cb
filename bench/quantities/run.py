"""How well are quantities read?

    python bench/quantities/run.py [--freeze | --check]
    python bench/quantities/run.py --check-cases
    ALLSOURCE_NEWSQUANT=PATH python bench/quantities/run.py

Scores ``cases.yaml``, ``probes.yaml`` and ``breadth.yaml`` whole tuple by whole tuple and series by
series, in two halves by hash of the sentence, the open set where it is at hand, with ``ALLSOURCE_NEWSQUANT`` also NewsQuant, and the rivals
quantulum3 and Recognizers-Text where they are installed. The hundred worst errors, of development
parts only, go to ``bench/out/quantities.md``.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.frozen import Row, add_options, settle
from bench.quantities import newsquant, open_set
from bench.quantities.tally import Tally, miss
from bench.worst import Error, write

from allsource.claims import quantities
from allsource.claims.parse import parse_text
from allsource.claims.quantities.told import told_of
from allsource.model.quantity import Quantity
from allsource.model.time import Time

CASES = Path(__file__).with_name("cases.yaml")
PROBES = Path(__file__).with_name("probes.yaml")
BREADTH = Path(__file__).with_name("breadth.yaml")
KEYS = {"at", "over", "at_least", "under", "at_most", "between", "approx", "unit", "money", "per",
        "role", "direction", "series", "measure", "of", "time"}  # fmt: skip
TARGETS = {
    "value": {"target": ">= 94"},
    "value+unit": {"target": ">= 88"},
    "value+change": {"target": ">= 90"},
    "all four": {"target": ">= 72"},
}
Case = dict[str, Any]


def find_all(text: str) -> list[Quantity]:
    """All quantities of a line, as the command does it."""
    found: list[Quantity] = []
    for paragraph in parse_text(text).paragraphs:
        times = tuple(_times(text, paragraph.span))
        found.extend(quantities.find(paragraph, text, times, "line"))
    return found


def find_told(text: str) -> list[tuple[Quantity, str | None]]:
    """All quantities of a line, each with what its clause tells it of."""
    return [
        (quantity, told_of(paragraph, quantity))
        for paragraph in parse_text(text).paragraphs
        for quantity in quantities.find(
            paragraph, text, tuple(_times(text, paragraph.span)), "line"
        )
    ]


def _times(text: str, span: Any) -> Sequence[Time]:
    try:
        from allsource.claims import times
    except ImportError:
        return ()
    found: Sequence[Time] = times.find(text, span, None)
    return found


def half(sentence: str) -> str:
    odd = int(hashlib.sha256(sentence.encode()).hexdigest(), 16) % 2
    return "held-out" if odd else "development"


def interval(case: Case) -> tuple[float | None, float | None, bool, bool, bool]:
    """low, high, low_open, high_open, approximate of a gold quantity."""
    approximate = bool(case.get("approx"))
    if "between" in case:
        low, high = (float(end) for end in case["between"])
        return low, high, False, False, approximate
    if "at" in case:
        return float(case["at"]), float(case["at"]), False, False, approximate
    for key in ("over", "at_least"):
        if key in case:
            return float(case[key]), None, key == "over", True, approximate
    key = "under" if "under" in case else "at_most"
    return None, float(case[key]), True, key == "under", approximate


def same(left: float | None, right: float | None) -> bool:
    if left is None or right is None:
        return left is right
    return math.isclose(left, right, rel_tol=1e-5)


def _near(case: Case, got: Quantity) -> bool:
    ends = [end for end in interval(case)[:2] if end is not None]
    return any(same(a, b) for a in ends for b in (got.low, got.high) if b is not None)


def answers(case: Case, got: Quantity) -> dict[str, bool]:
    """Question by question, whether ``got`` is right."""
    wanted = interval(case)
    held = (got.low, got.high, got.low_open, got.high_open, got.approximate)
    out = {
        "interval": same(wanted[0], held[0])
        and same(wanted[1], held[1])
        and wanted[2:] == held[2:],
        "unit": (case.get("unit"), case.get("money")) == (got.unit, got.currency),
        "per": case.get("per") == got.per,
        "role": (case.get("role", "level"), case.get("direction")) == (got.role, got.direction),
    }
    if "measure" in case:
        out["measure"] = case["measure"] == got.measure
    if "of" in case:
        out["of"] = case["of"] == got.of
    if "time" in case:
        out["time"] = case["time"] == (got.time.timex if got.time else None)
    return out


def inverted(case: Case, got: Quantity) -> bool:
    low, high = interval(case)[:2]
    lower, upper = low is not None and high is None, high is not None and low is None
    return (lower and got.low is None) or (upper and got.high is None)


def score_series(
    tally: Tally, case: Case, matched: Sequence[tuple[Case, Quantity | None]], source: str
) -> None:
    """Count the labelled series of a case: all points right, in one series that holds no other."""
    for letter in sorted({wanted["series"] for wanted, _ in matched if "series" in wanted}):
        points = [(wanted, one) for wanted, one in matched if wanted.get("series") == letter]
        names = {one.series if one else None for _, one in points}
        held = [one for _, one in matched if one is not None and one.series in names]
        asked = ("interval", "unit", "role")
        right = (
            None not in names and len(names) == 1 and len(held) == len(points)
            and all(one and all(answers(wanted, one)[q] for q in asked) for wanted, one in points)
        )  # fmt: skip
        tally.mark("whole series", right)
        if not right:
            told = "; ".join(f"{one.text} {one.role} {one.series}" for _, one in matched if one)
            tally.misses.append(miss("series", source, case["say"], str(case["is"]), told))


def score_case(tally: Tally, case: Case, got: Sequence[Quantity], source: str) -> None:
    left = list(got)
    matched: list[tuple[Case, Quantity | None]] = []
    for wanted in case["is"]:
        match = next((q for q in left if _near(wanted, q)), None)
        matched.append((wanted, match))
        tally.mark("found", match is not None)
        if match is None:
            tally.misses.append(miss("missing", source, case["say"], str(wanted), "nothing"))
            tally.mark("whole", right=False)
            for question in ("interval", "unit", "per", "role"):
                tally.mark(question, right=False)
            continue
        left.remove(match)
        marks = answers(wanted, match)
        for question, right in marks.items():
            tally.mark(question, right)
        tally.mark("bound not inverted", not inverted(wanted, match))
        tally.mark("whole", all(marks.values()))
        wrong = [question for question, right in marks.items() if not right]
        wrong += ["bound inverted"] if inverted(wanted, match) else []
        tally.misses.extend(miss(q, source, case["say"], str(wanted), str(match)) for q in wrong)
    score_series(tally, case, matched, source)
    tally.mark("sentence without false finds", not left)
    if not case["is"]:
        tally.mark("distractor left alone", not left)
    kind = "false find" if case["is"] else "false find on a designation"
    tally.misses.extend(miss(kind, source, case["say"], "nothing", repr(q.text)) for q in left)


def score_cases(
    cases: Sequence[Case], finder: Callable[[str], list[Quantity]], source: str = "cases"
) -> Tally:
    tally = Tally()
    for case in cases:
        score_case(tally, case, finder(case["say"]), source)
    return tally


def check(cases: Sequence[Case]) -> list[str]:
    """What is wrong with the file of cases, in words."""
    faults = []
    for case in cases:
        for wanted in case["is"]:
            ends = [
                k for k in ("at", "over", "at_least", "under", "at_most", "between") if k in wanted
            ]
            if len(ends) != 1 or set(wanted) - KEYS:
                faults.append(f"{case['say']}: {wanted}")
    return faults


def score_newsquant(path: Path) -> tuple[list[Row], list[Error]]:
    """The rows of NewsQuant, in two parts, and the misses of the first."""
    gold = newsquant.load(path)
    rows: list[Row] = []
    misses: list[Error] = []
    for name in ("dev", "held"):
        wanted = [one for one in gold if newsquant.part(one[0]) == name]
        found = [newsquant.rows(find_told(text), text) for text, _ in wanted]
        figures, wrong = newsquant.score(wanted, found)
        total = sum(len(rows_) for _, rows_ in wanted)
        rows += [
            {"name": f"allsource, NewsQuant ({path.stem}), {name} part", "metric": f"{question} F1",
             "value": round(value, 1), "n": total, **TARGETS.get(question, {})}
            for question, value in figures.items()
        ]  # fmt: skip
        misses += newsquant.misses(wrong) if name == "dev" else []
    return rows, misses


def speed(path: Path) -> float:
    """Sentences a second of processor time, parsed in batches as a document's are."""
    texts = [text for text, _ in newsquant.load(path)]
    start = time.process_time()
    whole = "\n\n".join(texts)
    for paragraph in parse_text(whole).paragraphs:
        quantities.find(paragraph, whole, tuple(_times(whole, paragraph.span)), "line")
    return len(texts) / (time.process_time() - start)


def rows_of(name: str, tally: Tally, *, rival: bool = False) -> list[Row]:
    """Print a tally and give it as rows."""
    print(name)
    rows: list[Row] = []
    for question, total in tally.total.items():
        right = tally.right[question]
        print(f"   {question:<30} {right:>4} / {total}")
        row = {"name": name, "metric": question, "value": round(right / total, 4), "n": total}
        rows.append({**row, "rival": True} if rival else row)
    return rows


def printed(rows: list[Row]) -> list[Row]:
    """Print rows and give them back."""
    for row in rows:
        print(f"{row['name']}: {row['metric']} {row['value']}  (n = {row['n']})")
    return rows


def score_own(
    cases: Sequence[Case], probes: dict[str, list[Case]], breadth: dict[str, list[Case]]
) -> tuple[list[Row], list[Error]]:
    """The rows of our own sentences, half by half, and the misses of development."""
    rows: list[Row] = []
    misses: list[Error] = []
    sources = (("own cases", cases), ("own probes", every(probes)), ("own breadth", every(breadth)))
    for source, sentences in sources:
        for name in ("development", "held-out"):
            part = [case for case in sentences if half(case["say"]) == name]
            tally = score_cases(part, find_all, source)
            rows += rows_of(f"allsource, {source}, {name} half", tally)
            misses += tally.misses if name == "development" else []
    for source, groups in (("probes", probes), ("breadth", breadth)):
        for phenomenon, sentences in groups.items():
            tally = score_cases(sentences, find_all)
            asked = [tally.right.get("whole", 0) + tally.right.get("distractor left alone", 0),
                     tally.total.get("whole", 0) + tally.total.get("distractor left alone", 0)]  # fmt: skip
            print(f"   {source}, {phenomenon:<34} {asked[0]:>4} / {asked[1]}")
    return rows, misses


def every(groups: dict[str, list[Case]]) -> list[Case]:
    """All cases of a file by phenomenon."""
    return [case for group in groups.values() for case in group]


def main() -> int:
    parser = argparse.ArgumentParser(description="score the reading of quantities")
    add_options(parser)
    parser.add_argument("--check-cases", action="store_true", help="only look at the file of cases")
    options = parser.parse_args()
    cases = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    probes = yaml.safe_load(PROBES.read_text(encoding="utf-8"))
    breadth = yaml.safe_load(BREADTH.read_text(encoding="utf-8"))
    faults = check([*cases, *every(probes), *every(breadth)])
    print("\n".join(faults) or f"{len(cases)} cases are well formed")
    if faults or options.check_cases:
        return int(bool(faults))
    rows, misses = score_own(cases, probes, breadth)
    sentences = open_set.load()
    for half in ("development", "held-out") if sentences else ():
        marks = open_set.score([one for one in sentences if open_set.part(one.text) == half])
        rows += printed(open_set.rows(marks, f"allsource, open set, {half} half"))
        misses += marks.misses
    path = os.environ.get("ALLSOURCE_NEWSQUANT")
    if path and Path(path).is_file():
        more, wrong = score_newsquant(Path(path))
        rows += printed(more)
        misses += wrong
        print(f"sentences a second of processor time, with the parse: {speed(Path(path)):.0f}")
    print(f"the worst errors are listed in {write('quantities', misses)}")
    data = (
        "own sentences about invented things (cases.yaml, probes.yaml, breadth.yaml), the open set, and NewsQuant "
        "where it is at hand"
    )
    return settle("quantities", data, rows, options)


if __name__ == "__main__":
    raise SystemExit(main())
