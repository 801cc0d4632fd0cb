import numpy as np
import pytest

from allsource.lineage.fusion.columns import Columns
from allsource.lineage.fusion.copying import Dependence, keyed
from allsource.lineage.fusion.discount import independence, links
from allsource.lineage.fusion.facts import facts
from allsource.lineage.fusion.statement import Statement
from strategies import voices


def test_one_who_repeats_rare_errors_is_told_as_copying():
    found = facts(voices(copier="Gazette"))

    assert len(found.copying) == 1
    assert {found.copying[0].source, found.copying[0].copies} == {"Gazette", "Herald"}
    assert found.copying[0].rate > 0.95
    assert found.copying[0].probability > 0.99


def test_independent_sources_that_agree_on_the_truth_are_not():
    assert facts(voices(slots=200)).copying == ()


def test_a_copy_adds_no_root():
    alone = {slot.slot: slot.values for slot in facts(voices()).slots}
    copied = {slot.slot: slot.values for slot in facts(voices(copier="Gazette")).slots}

    for slot, values in copied.items():
        before = {value.value: value.effective_roots for value in alone[slot]}
        for value in values:
            assert value.effective_roots == pytest.approx(before[value.value], abs=0.1)


def test_the_interval_of_roots_narrows_as_copying_becomes_sure():
    def widest(slots):
        found = facts(voices(copier="Gazette", slots=slots, seed=2)).slots
        ends = [value.effective_roots_interval for slot in found for value in slot.values]
        return max(high - low for low, high in ends)

    assert widest(20) > 0.9
    assert widest(40) < 0.3


def test_an_earlier_claim_is_the_root():
    said = [
        Statement("bridge/colour", "Survey", "red", time="2031-05-02", id="a"),
        Statement("bridge/colour", "Survey", "green", time="2031-05-04", id="b"),
        Statement("bridge/colour", "Gazette", "red", time="2031-05-03", id="c"),
    ]

    values = {value.value: value for value in facts(said).slots[0].values}

    assert values.keys() == {"green", "red"}, (
        "a later word of one source stands for its earlier one"
    )
    assert values["red"].effective_roots == 1.0


def test_more_copies_than_can_be_paired_still_add_no_root():
    columns = Columns()
    for source in range(1000):
        columns.add("bridge/colour", f"source {source}", "red")
    table, _ = columns.table()
    one, other = np.triu_indices(1000, 1)
    sure = np.ones(len(one))
    known = Dependence(keyed(one, other, 1000), sure, 0.999 * sure, sure, sure)

    found = links(table, known, 50)
    own = independence(table, found, known.probability * known.rate, np.arange(1000.0))

    assert len(found.first) < 50 * 1000
    assert own.sum() < 2.1
