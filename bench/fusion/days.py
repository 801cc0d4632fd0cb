"""How well is it told what happened to each flight, and who copies whom?

One setting for all days, chosen on the development days of ``split``. Each day is fused alone; then
again with the record that every source has on the other days (what it said there against what was
believed there: no label, and no order of days). A third run names the airports' own sites as anchors.
Probabilities are also given after a calibration that was fitted to the development days' known values.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from bench.frozen import Row
from bench.fusion.flight import AIRPORTS, TIMES, TOLERANCE, Day, Slot, days_in, read
from bench.fusion.rivals import RIVALS, accucopy_with_pairs, coded, dawid_skene
from bench.fusion.scoring import Answer, accuracy, brier, calibration_error, covered, pair_scores
from bench.fusion.split import FEED_LEAST, FEED_SHARE, development, documented_pairs, reported

from allsource.lineage.fusion.arrays import Table
from allsource.lineage.fusion.calibration import AS_IS, Calibration, calibrate
from allsource.lineage.fusion.columns import Columns, Names
from allsource.lineage.fusion.fuse import Model, fused, judge
from allsource.lineage.fusion.record import SourceRecord, carried, records
from allsource.lineage.fusion.settings import Settings
from allsource.lineage.fusion.telling import FusedSlot, copying, told

__all__ = ["measure"]

SETTINGS = Settings(tolerance=TOLERANCE)
COPIES = 0.9
"""A pair is told as copying from this rate on; fixed on the development days."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A day as a table, with what was learned of it alone."""

    day: Day
    table: Table
    names: Names
    model: Model


def measure(folder: Path, *, look: bool = False) -> list[Row]:
    """Measure the reported days; with ``look`` the development days in their place."""
    every = days_in(folder)
    days = {name: prepared(read(folder, name)) for name in every}
    tuned = development(every)
    shown = tuned if look else reported(every)
    feeds = shared_feeds(days[name].day for name in tuned)
    rows = _rivals([days[name].day for name in shown])
    variants: dict[str, tuple[Mapping[str, Sequence[SourceRecord]], bool]] = {
        "allsource, each day alone": ({}, False),
        "allsource, with the record of other days": (others(days), False),
        "allsource, with airports as anchors": ({}, True),
        "allsource, with record and anchors": (others(days), True),
    }
    for name, (record, anchors) in variants.items():
        start = time.process_time()
        answers = {
            one: answered(days[one], refit(days[one], record.get(one, ()), anchors=anchors))
            for one in every
        }
        seconds = (time.process_time() - start) / len(every)
        line = fitted([answer for one in tuned for answer in answers[one]])
        rows += _told(name, [answers[one] for one in shown], line)
        print(f"{name}: {seconds:.1f} s of the processor a day; calibration {line}")
    return [*rows, *_pairs([days[one] for one in shown], feeds)]


def prepared(day: Day) -> Prepared:
    """Sort a day's claims and learn from them."""
    columns = Columns()
    for (flight, field), source, value in day.claims:
        number = None if isinstance(value, str) else value
        columns.add(f"{flight}/{field}", source, str(value), number=number)
    table, names = columns.table()
    return Prepared(day, table, names, judge(table, SETTINGS))


def others(days: dict[str, Prepared]) -> dict[str, list[SourceRecord]]:
    """Give, for each day, the records of every source on all other days."""
    of_day = {name: records(day.model, day.names) for name, day in days.items()}
    return {
        name: [one for other, told in of_day.items() if other != name for one in told]
        for name in days
    }


def refit(day: Prepared, record: Sequence[SourceRecord], *, anchors: bool) -> Model:
    """Learn again, with records from elsewhere or with anchors."""
    if not record and not anchors:
        return day.model
    by_role = np.isin(day.names.sources, AIRPORTS) if anchors else None
    known = carried(record, day.table, day.names)
    return judge(day.table, SETTINGS, record=known, anchors=by_role)


def slots(day: Prepared, model: Model, calibration: Calibration = AS_IS) -> dict[Slot, FusedSlot]:
    """Give what is told of each flight and field."""
    found = {}
    for part in fused(day.table, model):
        for slot in told(part, day.table, day.names, model, calibration):
            flight, _, field = slot.slot.rpartition("/")
            found[flight, field] = slot
    return found


def answered(day: Prepared, model: Model) -> list[Answer]:
    """Hold what is told against what is known."""
    found, answers = slots(day, model), []
    for (flight, field), true in day.day.truth.items():
        slot = found.get((flight, field))
        if slot is None:
            continue
        best = slot.values[0]
        inside = None
        if not isinstance(true, str):
            inside = (
                slot.low is not None and slot.high is not None and slot.low <= true <= slot.high
            )
        answers.append(Answer(field, _right(best.value, true), best.probability or 0.0, inside))
    return answers


def _right(value: float | str, true: float | str) -> bool:
    if isinstance(true, str):
        return str(value) == true
    return abs(float(value) - true) <= TOLERANCE


def fitted(answers: Sequence[Answer]) -> Calibration:
    """Fit the calibration."""
    said = np.array([one.probability for one in answers])
    return calibrate(said, np.array([one.right for one in answers]))


def _told(name: str, by_day: Sequence[Sequence[Answer]], line: Calibration) -> list[Row]:
    """Rows for one way of fusing, its calibration fitted elsewhere."""
    rows = _scored(name, by_day)
    every = [answer for answers in by_day for answer in answers]
    after = [
        Answer(one.field, one.right, float(line(np.array([one.probability]))[0]), one.inside)
        for one in every
    ]
    numbers = [one for one in every if one.inside is not None]
    return [
        *rows,
        _row(name, "calibration error, calibrated on development days", calibration_error(after), len(after), "<= 0.02"),
        _row(name, "Brier score, calibrated on development days", brier(after), len(after)),
        _row(name, "90 % intervals of times cover", covered(numbers), len(numbers), "0.87 to 0.93"),
    ]  # fmt: skip


def _scored(name: str, by_day: Sequence[Sequence[Answer]], *, rival: bool = False) -> list[Row]:
    every = [answer for answers in by_day for answer in answers]
    daily = [accuracy(answers) for answers in by_day]
    target = (None, None) if rival else (">= 0.955", ">= 0.90")
    rows = [
        _row(name, "right values", accuracy(every), len(every), target[0]),
        _row(name, "right values on the worst day", min(daily), len(daily), target[1]),
        _row(name, "right actual departures", accuracy([a for a in every if a.field == "actual departure"]), len(every)),
    ]  # fmt: skip
    if max(one.probability for one in every) <= 1:
        rows += [
            _row(name, "Brier score", brier(every), len(every)),
            _row(name, "calibration error", calibration_error(every), len(every)),
        ]
    return [row | {"rival": True} for row in rows] if rival else rows


def _row(name: str, metric: str, value: float, count: int, target: str | None = None) -> Row:
    row: Row = {
        "name": name,
        "metric": f"Flight days: {metric}",
        "value": round(value, 4),
        "n": count,
    }
    return row | {"target": target} if target else row


def _rivals(days: Sequence[Day]) -> list[Row]:
    rows: list[Row] = []
    scores: dict[str, list[list[Answer]]] = defaultdict(list)
    pairs = []
    for day in days:
        data = coded(day.claims, TOLERANCE)
        for name, method in RIVALS.items():
            scores[name].append(_rated(day, data.best(method(data))))
        other = dawid_skene(data)
        if other is not None:
            scores["Dawid-Skene (crowd-kit 1.4.2)"].append(_rated(day, data.best(other)))
        copies = accucopy_with_pairs(data)[1]
        found = {
            (data.sources[i], data.sources[j])
            for i, j in zip(*np.nonzero(np.triu(copies > 0.5)), strict=True)
        }
        pairs.append(pair_scores(found, _there(documented_pairs(), data.sources)))
    for name, by_day in scores.items():
        rows += _scored(name, by_day, rival=True)
    return [
        *rows,
        *(row | {"rival": True} for row in _pair_rows("ACCUCOPY", "documented pairs", pairs)),
    ]


def _rated(day: Day, best: dict[object, tuple[float | str, float]]) -> list[Answer]:
    return [
        Answer(slot[1], _right(best[slot][0], true), best[slot][1])
        for slot, true in day.truth.items()
        if slot in best
    ]


def _there(pairs: Iterable[tuple[str, str]], sources: Sequence[str]) -> set[tuple[str, str]]:
    return {pair for pair in pairs if set(pair) <= set(sources)}


def shared_feeds(days: Iterable[Day]) -> set[tuple[str, str]]:
    """Pairs of sources whose actual times are equal, by the rule of ``split``."""
    both: dict[tuple[str, str], int] = defaultdict(int)
    equal: dict[tuple[str, str], int] = defaultdict(int)
    for day in days:
        by_slot: dict[Slot, dict[str, float | str]] = defaultdict(dict)
        for slot, source, value in day.claims:
            if slot[1] in TIMES and slot[1].startswith("actual"):
                by_slot[slot][source] = value
        for values in by_slot.values():
            for pair in combinations(sorted(values), 2):
                both[pair] += 1
                equal[pair] += values[pair[0]] == values[pair[1]]
    return {
        pair
        for pair, count in both.items()
        if count >= FEED_LEAST and equal[pair] >= FEED_SHARE * count
    }


def _pairs(days: Sequence[Prepared], feeds: set[tuple[str, str]]) -> list[Row]:
    strict, wide = [], []
    for day in days:
        found = {
            (min(one.source, one.copies), max(one.source, one.copies))
            for one in copying(day.model, day.names)
            if one.rate >= COPIES
        }
        strict.append(pair_scores(found, _there(documented_pairs(), day.names.sources)))
        wide.append(pair_scores(found, _there(documented_pairs() | feeds, day.names.sources)))
    return [
        *_pair_rows("allsource", "documented pairs", strict, ">= 0.85"),
        *_pair_rows("allsource", "documented pairs and shared feeds", wide),
    ]


def _pair_rows(
    name: str, what: str, scores: Sequence[tuple[float, float, float]], target: str | None = None
) -> list[Row]:
    precision, recall, f1 = (float(np.mean(column)) for column in zip(*scores, strict=True))
    return [
        _row(name, f"{what}, precision, mean of days", precision, len(scores)),
        _row(name, f"{what}, recall, mean of days", recall, len(scores)),
        _row(name, f"{what}, F1, mean of days", f1, len(scores), target),
    ]
