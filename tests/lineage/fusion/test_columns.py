import numpy as np
import pytest

from allsource.lineage.fusion.columns import Columns


def taken(*rows, **fields):
    columns = Columns()
    for row in rows:
        columns.add(*row, **fields)
    return columns


def test_claims_of_one_slot_and_value_stand_together():
    table, names = taken(
        ("b/x", "A", "red"), ("a/x", "A", "red"), ("b/x", "B", "green"), ("b/x", "C", "red")
    ).table()

    assert names.slots == ["a/x", "b/x"]
    assert table.slot.tolist() == sorted(table.slot.tolist())
    assert table.value.tolist() == [0, 1, 2, 2]
    assert [names.values[i] for i in names.written] == ["red", "green", "red"]


def test_equal_numbers_are_one_value_however_they_are_written():
    columns = Columns()
    for source, word in (("A", "14.0"), ("B", "14"), ("C", "1.4e1"), ("D", "15")):
        columns.add("dam/height", source, word, number=float(word))
    table, names = columns.table()

    assert table.values == 2
    assert [names.values[i] for i in names.written] == ["1.4e1", "15"]


def test_the_last_word_of_a_source_stands():
    columns = Columns()
    columns.add("a/x", "A", "red", when=1.0)
    columns.add("a/x", "A", "green", when=2.0)
    columns.add("a/x", "A", "blue")
    table, names = columns.table()

    assert [names.values[i] for i in names.written] == ["green"]
    assert table.strength.tolist() == [1.0]


def test_several_words_at_once_are_parts_of_one_claim():
    table, _ = taken(("a/x", "A", "red"), ("a/x", "A", "green"), ("a/x", "A", "red")).table()

    assert table.strength.tolist() == [0.5, 0.5]


def test_sources_are_numbered_by_what_they_say():
    rows = [("a/x", "A", "red"), ("b/x", "A", "red"), ("a/x", "B", "green"), ("a/x", "C", "blue")]
    other = {"A": "Z", "B": "Y", "C": "X"}
    one, names = taken(*rows).table()
    two, renamed = taken(*[(slot, other[s], v) for slot, s, v in reversed(rows)]).table()

    assert np.array_equal(one.source, two.source)
    assert [other[name] for name in names.sources] == renamed.sources


def test_bounds_lead_to_the_numbers_within_them():
    columns = Columns()
    columns.add("a/n", "A", "at least 14", low=14.0)
    for source, number in (("B", 12.0), ("C", 14.0), ("D", 90.0)):
        columns.add("a/n", source, str(number), number=number)
    table, _ = columns.table()
    near = table.relations

    assert sorted(table.number[near.narrower].tolist()) == [14.0, 90.0]
    assert np.isnan(table.number[near.broader]).all()


def test_no_claims_are_no_table():
    with pytest.raises(ValueError, match="no claims"):
        Columns().table()
