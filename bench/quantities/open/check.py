"""Is a file of quantity labels well formed?

    python bench/quantities/open/check.py LABELS.jsonl [--sentences SENTENCES.jsonl] [--partial]

GUIDELINES.md says what a line holds. Checked: one line a sentence, known keys, every text found at
its place, numbers and their order, enumerations, dates, keys that contradict each other. Each fault
is printed with line, id and what to do; ends with 1 where there is any.

Where it fails: it knows the form only. A wrong number in the right place is well formed.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import math
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

__all__ = ["faults", "occurrences", "place", "read_sentences"]

Row = dict[str, Any]
Span = tuple[int, int]
SENTENCES = Path(__file__).with_name("sentences.jsonl")
NUMBERS = ("low", "high")
FLAGS = ("low_open", "high_open", "approximate")
WORDS = ("text", "unit", "currency", "per", "role", "direction", "series", "of", "boundary")
DATES = ("start", "end")
CHANGES = ("change_by", "change_from", "change_to")
CHOICES = {
    "role": ("level", *CHANGES, "share", "rank"),
    "direction": ("up", "down"),
    "boundary": ("by", "until", "since", "after", "before", "as_of"),
}
KEYS = frozenset((*NUMBERS, *FLAGS, *WORDS, *DATES, "nth"))
CURRENCY = re.compile(r"[A-Z]{3}")
SERIES = re.compile(r"[a-z]")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def read_sentences(path: Path, key: str = "text") -> dict[str, str]:
    """The text (or the day, with "published") of each sentence by its id, in the order of the file."""
    lines = path.read_text(encoding="utf-8").split("\n")
    rows = [json.loads(line) for line in lines if line.strip()]
    return {row["id"]: row[key] for row in rows}


def occurrences(sentence: str, words: str) -> list[Span]:
    """Where words stand in a sentence, without being a piece of a longer word or number.

    Args:
        sentence: whole.
        words: exact.

    Returns:
        Start and end of each place, in order.

    Example:
        >>> occurrences("Of 140 barges, 40 sank and 40,000 tonnes with them.", "40")
        [(15, 17)]
    """
    if not words.strip():
        return []
    before = r"(?<!\w)(?<!\d[.,])" if words[0].isalnum() else ""
    after = r"(?!\w)(?![.,]\d)" if words[-1].isalnum() else ""
    found = re.finditer(f"{before}(?={re.escape(words)}{after})", sentence)
    return [(match.start(), match.start() + len(words)) for match in found]


def place(sentence: str, quantity: Row) -> Span:
    """Start and end of a well-formed quantity in its sentence."""
    nth: int = quantity.get("nth", 1)
    return occurrences(sentence, quantity["text"])[nth - 1]


def faults(lines: Iterable[str], sentences: dict[str, str], *, partial: bool = False) -> list[str]:
    """What is wrong with the lines of a label file.

    Args:
        lines: JSON, one a sentence; empty ones are passed over.
        sentences: text by id.
        partial: sentences may be missing.

    Returns:
        One message a fault, each with its line and id.
    """
    told: list[str] = []
    seen: set[str] = set()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            told.append(f"line {number}: no JSON: {error}")
            continue
        name = row.get("id") if isinstance(row, dict) else None
        if not isinstance(name, str) or name not in sentences:
            told.append(f"line {number}: no sentence has the id {name!r}")
            continue
        found = [*_of_row(row, sentences[name])]
        if name in seen:
            found.append("the id stands in an earlier line too")
        seen.add(name)
        told += [f"line {number}, {name}: {fault}" for fault in found]
    missing = [name for name in sentences if name not in seen]
    if missing and not partial:
        told.append(f"no line for {len(missing)} sentences: {', '.join(missing[:10])} ...")
    return told


def _of_row(row: Row, sentence: str) -> Iterator[str]:
    if set(row) != {"id", "quantities", "designations"}:
        yield f"the keys must be id, quantities, designations, not {', '.join(row)}"
        return
    if not all(isinstance(row[key], list) for key in ("quantities", "designations")):
        yield "quantities and designations must be lists"
        return
    for words in row["designations"]:
        if not isinstance(words, str) or not occurrences(sentence, words):
            yield f"designation {words!r} is not in the sentence"
    spans: set[Span] = set()
    for quantity in row["quantities"]:
        if not isinstance(quantity, dict) or not isinstance(quantity.get("text"), str):
            yield f"a quantity must be an object with a text, not {quantity!r}"
            continue
        wrong = [*_of_place(quantity, sentence), *_of_types(quantity)]
        wrong = wrong or [*_of_interval(quantity), *_of_meaning(quantity, sentence)]
        yield from (f"quantity {quantity['text']!r}: {fault}" for fault in wrong)
        if wrong:
            continue
        span = place(sentence, quantity)
        if span in spans:
            yield f"quantity {quantity['text']!r}: labelled twice; use nth for a later place"
        spans.add(span)
    letters = [
        quantity.get("series") for quantity in row["quantities"] if isinstance(quantity, dict)
    ]
    for letter in sorted(
        {str(letter) for letter in letters if letters.count(letter) == 1} - {"None"}
    ):
        yield f"series {letter!r} has one quantity; a lone value has no series"


def _of_place(quantity: Row, sentence: str) -> Iterator[str]:
    found = len(occurrences(sentence, quantity["text"]))
    nth = quantity.get("nth", 1)
    if not found:
        yield "the words are not in the sentence as they stand here"
    elif not isinstance(nth, int) or isinstance(nth, bool) or not 1 <= nth <= found:
        yield f"nth is {nth!r}, but the words stand there {found} times"


def _of_types(quantity: Row) -> Iterator[str]:
    for key in quantity.keys() - KEYS:
        yield f"unknown key {key!r}"
    for key in NUMBERS:
        value = quantity.get(key, 0)
        if (
            isinstance(value, bool)
            or not isinstance(value, int | float)
            or not math.isfinite(value)
        ):
            yield f"{key} must be a number, not {value!r}; leave it out where it is absent"
    for key in FLAGS:
        if not isinstance(quantity.get(key, False), bool):
            yield f"{key} must be true or left out"
    for key in (*WORDS, *DATES):
        value = quantity.get(key, "x")
        if not isinstance(value, str) or not value.strip():
            yield f"{key} must be words, not {value!r}; leave it out where it is absent"
    for key, choices in CHOICES.items():
        if key in quantity and quantity[key] not in choices:
            yield f"{key} must be one of {', '.join(choices)}, not {quantity[key]!r}"


def _of_interval(quantity: Row) -> Iterator[str]:
    low, high = quantity.get("low"), quantity.get("high")
    if low is None and high is None:
        yield "neither low nor high is given"
    for key, value in (("low", low), ("high", high)):
        if value is None and quantity.get(f"{key}_open") is False:
            yield f"{key} is absent, so its end is open: leave {key}_open out"
    if low is None or high is None:
        return
    if low > high:
        yield f"low {low} is greater than high {high}"
    if low == high and (quantity.get("low_open") or quantity.get("high_open")):
        yield "a point value has no open end; leave out the end that the words do not give"


def _of_meaning(quantity: Row, sentence: str) -> Iterator[str]:
    role = quantity.get("role", "level")
    if "direction" in quantity and role not in CHANGES:
        yield f"direction belongs to a change, not to the role {role}"
    if role == "share" and quantity.get("unit") != "percent":
        yield "a share has the unit percent, and its number is in percent"
    if role == "rank" and ("unit" in quantity or "currency" in quantity):
        yield "a rank has no unit"
    if "currency" in quantity and not CURRENCY.fullmatch(quantity["currency"]):
        yield f"currency must be an ISO code such as EUR, not {quantity['currency']!r}"
    if "currency" in quantity and "unit" in quantity:
        yield "money has a currency and no unit"
    if "series" in quantity and not SERIES.fullmatch(quantity["series"]):
        yield f"series must be one small letter, not {quantity['series']!r}"
    if "of" in quantity and not occurrences(sentence, quantity["of"]):
        yield f"of: {quantity['of']!r} is not in the sentence"
    yield from _of_dates(quantity)


def _of_dates(quantity: Row) -> Iterator[str]:
    given = [quantity[key] for key in DATES if key in quantity]
    if len(given) == 1:
        yield "start and end are given together or not at all"
    for day in given:
        if not _is_day(day):
            yield f"{day!r} is no day such as 2031-06-16"
            return
    if len(given) == len(DATES) and given[0] > given[1]:
        yield f"start {given[0]} is after end {given[1]}"
    if "boundary" in quantity and not given:
        yield "a boundary needs start and end"


def _is_day(words: str) -> bool:
    try:
        dt.date.fromisoformat(words)
    except ValueError:
        return False
    return bool(DAY.fullmatch(words))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("labels", type=Path)
    parser.add_argument("--sentences", type=Path, default=SENTENCES)
    parser.add_argument("--partial", action="store_true", help="sentences may be missing")
    options = parser.parse_args()
    sentences = read_sentences(options.sentences)
    lines = options.labels.read_text(encoding="utf-8").split("\n")
    told = faults(lines, sentences, partial=options.partial)
    for fault in told:
        print(fault)
    print("well formed" if not told else f"{len(told)} faults")
    return int(bool(told))


if __name__ == "__main__":
    sys.exit(main())
