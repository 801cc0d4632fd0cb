import pytest


@pytest.mark.parametrize(
    "line",
    [
        "Almost 900 yards were idle, down from a peak of 3,100 in May.",
        "Stocks are at 900 tonnes, against a high of 3,100 tonnes in May.",
        "Orlan's staff, put at 3,100 workers in May, had dwindled to 900 workers.",
        "The fleet has gone from 3,100 boats to 900.",
        "The estimate was restated to 900 tonnes from 3,100 tonnes.",
    ],
)
def test_a_level_and_what_it_was_make_a_change(read, line: str):
    roles = {quantity.role: quantity for quantity in read(line)}
    start, end = roles["change_from"], roles["change_to"]
    assert (start.low, end.low) == (3100.0, 900.0)
    assert start.series == end.series
    assert start.series is not None
    assert {start.direction, end.direction} == {"down"}


def test_a_level_and_its_amount_of_change_are_one_series(read):
    level, amount = read("Output came to 38,400 tonnes in May, 9 percent less than a year earlier.")
    assert (level.role, amount.role, level.direction) == ("change_to", "change_by", "down")
    assert level.series == amount.series


def test_three_levels_in_a_row_start_once(read):
    roles = [q.role for q in read("It built one boat in 2028, three in 2029 and eleven in 2030.")]
    assert roles == ["change_from", "change_to", "change_to"]
