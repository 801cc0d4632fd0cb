import numpy as np
import pytest

from allsource.lineage.fusion.facts import facts
from allsource.lineage.fusion.record import SourceRecord
from allsource.lineage.fusion.statement import Statement

GATE = ("Survey", "Gazette", "Courier")
GROUND = ("Herald", "Mail", "Post", "Star")


def timetable(slots=80, seed=2):
    """Three sources mean one moment by "departure" and four another, 16 later; all agree on length.

    The four give the length wrong more often, so nothing but their record tells who means what is asked.
    """
    rng = np.random.default_rng(seed)
    found = []
    for slot in range(slots):
        moment, length = float(rng.integers(1000)), float(rng.integers(1000))
        off = float(rng.integers(12, 20))
        for source in (*GATE, *GROUND):
            later = off if source in GROUND else 0.0
            slip = float(rng.integers(1, 5)) if rng.random() < 0.1 else 0.0
            found.append(Statement(f"train {slot}/departure", source, moment + later + slip))
            wrong = float(rng.integers(1000)) if rng.random() < (0.3 if later else 0.02) else 0.0
            found.append(Statement(f"train {slot}/length", source, length + wrong))
    return found


def test_two_meanings_of_one_field_are_told_apart():
    found = facts(timetable()).definitions

    assert [one.field for one in found] == ["departure", "departure"]
    assert {one.sources for one in found} == {tuple(sorted(GATE)), tuple(sorted(GROUND))}
    apart = max(abs(one.shift) for one in found)
    assert apart == pytest.approx(16, abs=2)


def test_the_record_elsewhere_tells_which_was_asked_for():
    by_sources = {one.sources: one.probability for one in facts(timetable()).definitions}

    assert by_sources[tuple(sorted(GATE))] > 0.5


def record(source, right):
    return SourceRecord(source, right, 100, right / 100, (0.0, 1.0), 1.0, ())


def test_anchors_and_a_record_from_elsewhere_tell_too():
    said = [one for one in timetable() if one.slot.endswith("departure")]
    anchored = facts(said, anchors=GROUND[:1]).definitions
    known = [record(one, 98.0) for one in GATE] + [record(one, 20.0) for one in GROUND]
    recorded = facts(said, record=known).definitions

    def chance(found, sources):
        return {one.sources: one.probability for one in found}[tuple(sorted(sources))]

    assert chance(anchored, GROUND) > chance(facts(said).definitions, GROUND) - 1e-9
    assert chance(recorded, GATE) > 0.9


def test_where_only_the_other_meaning_is_stated_the_number_is_moved():
    said = timetable()
    last = "train 0/departure"
    kept = [one for one in said if one.slot != last or one.source in GROUND]
    true = next(one.value for one in said if one.slot == last and one.source == "Survey")

    slot = next(slot for slot in facts(kept).slots if slot.slot == last)

    assert slot.median == pytest.approx(true, abs=6)
    assert slot.low <= true <= slot.high
    assert any(not value.stated for value in slot.values)


def test_errors_to_both_sides_are_no_definition():
    rng = np.random.default_rng(3)
    said = [
        Statement(f"train {slot}/length", f"source {s}", float(100 * slot + rng.integers(-2, 3)))
        for slot in range(80)
        for s in range(5)
    ]

    assert facts(said).definitions == ()
