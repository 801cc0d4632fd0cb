import pytest


@pytest.mark.parametrize(
    ("line", "per"),
    [
        ("It pays $40 million a ferry.", "ferry"),
        ("It pays $40 million a minister.", None),
        ("It pays $40 million a ferry contract.", None),
        ("It pays $40 million.", None),
    ],
)
def test_a_sum_may_be_for_one_thing(read, line, per):
    assert read(line)[0].per == per


@pytest.mark.parametrize(
    ("line", "per"),
    [
        ("The yard could reach 60 a month before the deadline.", "month"),
        ("The yard built 60 boats a month before the deadline.", None),
        ("The yard left 60 crates a month later.", None),
        ("Output had been 60 a month since May.", "month"),
        ("The line makes 60 boats of the newest type per week.", "week"),
        ("They finish 60 hulls in every month.", "month"),
        ("They finish 60 of them a day.", "day"),
        ("They finish 60 of these hulls each week.", "week"),
        ("They finished 60 hulls in May.", None),
    ],
)
def test_a_rate_may_stand_apart_from_its_number(read, line, per):
    (found,) = read(line)
    assert (found.low, found.per) == (60, per)
