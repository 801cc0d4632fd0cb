"""The open set: news sentences of our own, labelled by readers who saw no extractor.

    python bench/quantities/open_set.py [--half dev] [--errors]

``open/sentences.jsonl`` holds ``{"id", "text", "published"}`` a line, ``open/gold.jsonl`` the labels;
``open/GUIDELINES.md`` says how they were made. A label and a quantity are paired one-to-one where
their words overlap, those first whose numbers agree, then those that share most. A label that is
not found is wrong in every question.

    interval    low, high, both flags and ``approximate``
    unit        unit or currency
    per         of those where label or quantity has a rate
    role        role and direction
    date        first and last day, of those where label or quantity has one
    series      all points of a labelled series found, each with interval, unit, role and direction,
                in one series that holds no other
    inverted    labels with a lower end alone read with an upper end alone, or the reverse
    false finds quantities that stand on a designation and are no label, per 100 designations

Two conventions are reconciled before scoring, neither of which changes a quantity: a share written
as a fraction is a percentage in the labels, cents are dollars; and a counted noun is compared by its
head ("charging station": station; ``people`` is the plural of ``person``).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bench.quantities.tally import Tally, miss

from allsource.claims import quantities, times
from allsource.claims.parse import parse_text
from allsource.claims.quantities.units import is_measured
from allsource.model.quantity import Quantity

FOLDER = Path(__file__).with_name("open")
QUESTIONS = ("interval", "unit", "per", "role", "date", "boundary")
TARGETS = {"interval": ">= 0.95", "unit": ">= 0.92", "per": ">= 0.9", "date": ">= 0.85",
           "whole series": ">= 0.8", "bounds inverted": "0",
           "false finds per 100 designations": "<= 1"}  # fmt: skip
UNITS = {"people": "person", "times": "time", "metric ton": "tonne", "celsius": "degree celsius",
         "fahrenheit": "degree fahrenheit", "pound-mass": "pound"}  # fmt: skip
HUNDREDTHS = {"cent": "USD", "penny": "GBP"}
Gold = dict[str, Any]


@dataclass(slots=True)
class Sentence:
    """One labelled sentence."""

    id: str
    text: str
    published: str | None
    quantities: list[Gold]
    designations: list[str]


def part(text: str) -> str:
    """Which part a sentence is in: errors are read of ``development`` alone."""
    odd = int(hashlib.sha256(f"open set:{text}".encode()).hexdigest(), 16) % 2
    return "held-out" if odd else "development"


def load(folder: Path = FOLDER) -> list[Sentence]:
    """Read sentences and labels; none where they are not at hand."""
    files = folder / "sentences.jsonl", folder / "gold.jsonl"
    if not all(path.is_file() for path in files):
        return []
    texts, gold = (list(_lines(path)) for path in files)
    labels = {row["id"]: row for row in gold}
    return [
        Sentence(row["id"], row["text"], row.get("published"), labels[row["id"]]["quantities"],
                 labels[row["id"]].get("designations", []))
        for row in texts
        if row["id"] in labels
    ]  # fmt: skip


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)


def read(sentence: Sentence) -> list[Quantity]:
    """Find the quantities of a sentence, as the command does with ``--published``."""
    found: list[Quantity] = []
    for paragraph in parse_text(sentence.text).paragraphs:
        when = times.find(sentence.text, paragraph.span, sentence.published)
        found.extend(quantities.find(paragraph, sentence.text, tuple(when), sentence.id))
    return [_in_their_terms(quantity) for quantity in found]


def _in_their_terms(quantity: Quantity) -> Quantity:
    unit = quantity.unit
    bare = unit is None and quantity.currency is None
    part = bare and quantity.role == "change_by" and 0 < (quantity.low or quantity.high or 1) < 1
    if part or (bare and quantity.role == "share"):
        return replace(_times(quantity, 100), unit="percent")
    if unit in HUNDREDTHS:
        return replace(_times(quantity, 0.01), unit=None, currency=HUNDREDTHS[unit])
    return quantity


def _times(quantity: Quantity, factor: float) -> Quantity:
    low, high = quantity.low, quantity.high
    return replace(quantity, low=None if low is None else low * factor,
                   high=None if high is None else high * factor)  # fmt: skip


def _unit(unit: str | None) -> str | None:
    if unit is None:
        return None
    named = UNITS.get(unit, unit)
    whole = is_measured(unit) or named != unit or any(map(str.isdecimal, unit))
    return named if whole else UNITS.get(unit.split()[-1], unit.split()[-1])


def _per(per: str | None) -> str | None:
    amount, _, rest = (per or "").partition(" ")
    if amount.isdecimal():
        return f"{amount} {_unit(rest)}"
    return "person" if per == "head" else _unit(per)


def same(left: float | None, right: float | None) -> bool:
    """Whether two ends agree: percentages of fractions are rounded in the labels."""
    if left is None or right is None:
        return left is right
    return math.isclose(left, right, rel_tol=1e-3, abs_tol=1e-9)


def _ends(gold: Gold) -> tuple[float | None, float | None, bool, bool]:
    low, high = gold.get("low"), gold.get("high")
    return (low, high, low is None or bool(gold.get("low_open")),
            high is None or bool(gold.get("high_open")))  # fmt: skip


def _interval(gold: Gold, got: Quantity) -> bool:
    low, high, low_open, high_open = _ends(gold)
    return (
        same(low, got.low) and same(high, got.high)
        and (low_open, high_open) == (got.low_open, got.high_open)
        and bool(gold.get("approximate")) == got.approximate
    )  # fmt: skip


def _days(got: Quantity) -> tuple[str | None, str | None]:
    if got.time is None or got.time.start is None or got.time.end is None:
        return None, None
    return got.time.start[:10], got.time.end[:10]


def answers(gold: Gold, got: Quantity) -> dict[str, bool | None]:
    """Question by question, whether ``got`` is right; None where it is not asked."""
    days = gold.get("start"), gold.get("end")
    boundary = got.time.boundary if got.time is not None else None
    rated = gold.get("per") or got.per
    return {
        "interval": _interval(gold, got),
        "unit": (_unit(gold.get("unit")), gold.get("currency")) == (_unit(got.unit), got.currency),
        "per": _per(gold.get("per")) == _per(got.per) if rated else None,
        "role": (gold.get("role", "level"), gold.get("direction")) == (got.role, got.direction),
        "date": days == _days(got) if days[0] or _days(got)[0] else None,
        "boundary": gold.get("boundary") == boundary if gold.get("boundary") else None,
    }


def inverted(gold: Gold, got: Quantity) -> bool:
    """Whether a bound is read the wrong way round."""
    low, high = gold.get("low"), gold.get("high")
    lower = low is not None and high is None and got.low is None
    upper = high is not None and low is None and got.high is None
    return lower or upper


def place(text: str, gold: Gold) -> tuple[int, int]:
    """Where a label's words stand: at their ``nth`` place that is no piece of a longer word or number."""
    words: str = gold["text"]
    before = r"(?<!\w)(?<!\d[.,])" if words[0].isalnum() else ""
    after = r"(?!\w)(?![.,]\d)" if words[-1].isalnum() else ""
    found = [m.start() for m in re.finditer(f"{before}(?={re.escape(words)}{after})", text)]
    start = found[gold.get("nth", 1) - 1]
    return start, start + len(words)


def pair(text: str, gold: Sequence[Gold], got: Sequence[Quantity]) -> list[tuple[int, int]]:
    """Pair labels and quantities one-to-one by their words, agreeing numbers first."""
    scored = []
    for i, label in enumerate(gold):
        start, end = place(text, label)
        for j, one in enumerate(got):
            shared = min(end, one.span.end) - max(start, one.span.start)
            if shared > 0:
                near = _near(label, one)
                scored.append((-near, -shared, i, j))
    used: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for _, _, i, j in sorted(scored):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            pairs.append((i, j))
    return pairs


def _near(gold: Gold, got: Quantity) -> bool:
    ends = [end for end in (gold.get("low"), gold.get("high")) if end is not None]
    return any(same(a, b) for a in ends for b in (got.low, got.high) if b is not None)


def score_sentence(marks: Tally, sentence: Sentence, got: Sequence[Quantity]) -> None:
    """Count the answers of one sentence."""
    pairs = dict(pair(sentence.text, sentence.quantities, got))
    whole: dict[int, bool] = {}
    for i, gold in enumerate(sentence.quantities):
        one = got[pairs[i]] if i in pairs else None
        marks.mark("found", one is not None)
        marks.mark("bounds inverted", one is not None and inverted(gold, one))
        asked = answers(gold, one) if one is not None else _unfound(gold)
        for question, right in asked.items():
            if right is not None:
                marks.mark(question, right)
        whole[i] = all(asked[question] for question in ("interval", "unit", "role"))
        marks.mark("whole (interval, unit, per, role, date)", _all(asked))
        _note(marks, sentence, gold, one, asked)
    _score_series(marks, sentence, got, pairs, whole)
    _score_false(marks, sentence, got, set(pairs.values()))


def _unfound(gold: Gold) -> dict[str, bool | None]:
    asked = {"interval": True, "unit": True, "role": True, "per": bool(gold.get("per")),
             "date": bool(gold.get("start")), "boundary": bool(gold.get("boundary"))}  # fmt: skip
    return {question: False if wanted else None for question, wanted in asked.items()}


def _all(asked: dict[str, bool | None]) -> bool:
    return all(asked[q] is not False for q in ("interval", "unit", "per", "role", "date"))


def _note(
    marks: Tally, sentence: Sentence, gold: Gold, got: Quantity | None,
    asked: dict[str, bool | None],
) -> None:  # fmt: skip
    if part(sentence.text) != "development":
        return
    wrong = [q for q, right in asked.items() if right is False]
    if got is None:
        wrong = ["missing"]
    elif inverted(gold, got):
        wrong = ["bound inverted", *wrong]
    marks.misses.extend(
        miss(question, f"open set, {sentence.id}", sentence.text, str(gold), _told(got))
        for question in wrong
    )


def _told(got: Quantity | None) -> str:
    if got is None:
        return "nothing"
    when = (*_days(got), got.time.boundary) if got.time else None
    return (
        f"{got.text!r} [{got.low}, {got.high}] open {got.low_open, got.high_open}"
        f" approx {got.approximate} unit {got.unit or got.currency} per {got.per}"
        f" {got.role} {got.direction} {got.series or ''} {when}"
    )


def _score_series(
    marks: Tally, sentence: Sentence, got: Sequence[Quantity], pairs: dict[int, int],
    whole: dict[int, bool],
) -> None:  # fmt: skip
    groups: dict[str, list[int]] = {}
    for i, gold in enumerate(sentence.quantities):
        if gold.get("series"):
            groups.setdefault(gold["series"], []).append(i)
    for members in groups.values():
        names = {got[pairs[i]].series for i in members if i in pairs}
        held = {j for j, one in enumerate(got) if one.series is not None and one.series in names}
        found = all(i in pairs and whole[i] for i in members)
        right = found and len(names) == 1 and held == {pairs[i] for i in members}
        marks.mark("whole series", right)
        if not right and part(sentence.text) == "development":
            wanted = "; ".join(sentence.quantities[i]["text"] for i in members)
            told = "; ".join(f"{one.text} {one.role} {one.series}" for one in got)
            wrong = miss("series", f"open set, {sentence.id}", sentence.text, wanted, told)
            marks.misses.append(wrong)


def _score_false(marks: Tally, sentence: Sentence, got: Sequence[Quantity], used: set[int]) -> None:
    named = [
        (start, start + len(name))
        for name in sentence.designations
        for start in _places(sentence.text, name)
    ]
    false = [one for j, one in enumerate(got) if j not in used]
    for start, end in named:
        marks.mark("designations", any(o.span.start < end and start < o.span.end for o in false))
    marks.mark("sentence without false finds", not false)
    for one in false:
        marks.mark("false finds", right=True)
        on = any(one.span.start < end and start < one.span.end for start, end in named)
        if part(sentence.text) == "development":
            question = "false find on a designation" if on else "false find"
            marks.misses.append(miss(question, f"open set, {sentence.id}", sentence.text, "nothing",
                                     _told(one)))  # fmt: skip


def _places(text: str, name: str) -> Iterator[int]:
    start = text.find(name)
    while start >= 0:
        yield start
        start = text.find(name, start + 1)


def score(sentences: Sequence[Sentence]) -> Tally:
    """Read and score all sentences."""
    marks = Tally()
    for sentence in sentences:
        score_sentence(marks, sentence, read(sentence))
    return marks


def rows(marks: Tally, name: str) -> list[dict[str, Any]]:
    """Give the figures as rows of results."""
    out = []
    for question, total in marks.total.items():
        right = marks.right[question]
        row: dict[str, Any] = {"name": name, "metric": question, "n": total}
        if question == "bounds inverted":
            row["value"] = right
        elif question == "designations":
            row |= {"metric": "false finds per 100 designations"}
            row["value"] = round(100 * right / total, 2)
        elif question == "false finds":
            row["value"] = total
        else:
            row["value"] = round(right / total, 4)
        if row["metric"] in TARGETS:
            row["target"] = TARGETS[row["metric"]]
        out.append(row)
    return out


def main() -> int:
    parser = argparse.ArgumentParser(description="score quantities on the open set")
    parser.add_argument("--errors", action="store_true", help="show those of the development part")
    parser.add_argument(
        "--half", choices=("dev", "all"), default="all", help="dev: that part alone"
    )
    options = parser.parse_args()
    sentences = load()
    if options.half == "dev":
        sentences = [one for one in sentences if part(one.text) == "development"]
    if not sentences:
        print("the open set is not at hand")
        return 0
    marks = score(sentences)
    for row in rows(marks, "allsource, open set"):
        print(f"{row['metric']:<42} {row['value']:>8}   n = {row['n']}")
    for error in marks.misses if options.errors else ():
        print(f"* {error.words}\n    {error.question}: wants {error.wanted}\n    got {error.found}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
