import pytest


@pytest.mark.parametrize(
    ("line", "value", "unit", "way"),
    [
        ("Output doubled.", 2, "time", "up"),
        ("The price nearly tripled.", 3, "time", "up"),
        ("The workforce halved.", 50, "percent", "down"),
    ],
)
def test_a_verb_that_multiplies_is_an_amount_of_change(read, line, value, unit, way):
    (found,) = read(line)
    assert (found.low, found.unit, found.role, found.direction) == (value, unit, "change_by", way)


def test_a_doubling_from_and_to_is_one_series(read):
    found = read("Membership more than doubled from 4,000 to 9,500.")
    assert [q.role for q in found] == ["change_by", "change_from", "change_to"]
    assert len({q.series for q in found}) == 1
    assert (found[0].low, found[0].high) == (2, None)


@pytest.mark.parametrize(
    ("line", "per"), [("It flies twice a week.", "week"), ("He fired twice.", None)]
)
def test_occasions(read, line: str, per: str | None):
    (found,) = read(line)
    assert (found.low, found.unit, found.per) == (2, "time", per)


def test_once_alone_is_no_quantity(read):
    assert read("It once sank.") == []
