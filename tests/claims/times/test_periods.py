"""Calendar arithmetic on ISO prefixes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allsource.claims.times.periods import interval, month_shift, period_of, shift


@pytest.mark.parametrize(
    ("timex", "days"),
    [
        ("2032-02", ("2032-02-01", "2032-02-29")),
        ("2031-W01", ("2030-12-30", "2031-01-05")),
        ("2031-W01-WE", ("2031-01-04", "2031-01-05")),
        ("2031-H2", ("2031-07-01", "2031-12-31")),
        ("2031-WI", ("2030-12-01", "2032-02-29")),
        ("20", ("2000-01-01", "2099-12-31")),
        ("2031-11-14TNI", ("2031-11-14", "2031-11-14")),
    ],
)
def test_an_interval_is_all_the_days_of_a_value(timex: str, days: tuple[str, str]) -> None:
    assert interval(timex) == days


@pytest.mark.parametrize(
    "timex", ["2031-13", "2031-02-30", "0000", "PRESENT_REF", "P3M", "2031-W60", ""]
)
def test_what_names_no_days_has_none(timex: str) -> None:
    assert interval(timex) is None


@pytest.mark.parametrize(
    ("prefix", "unit", "by"),
    [
        ("9999", "Y", 1),
        ("0001", "Y", -1),
        ("9999-12-31", "D", 1),
        ("9999-12", "M", 1),
        ("2031", "D", 1),
    ],
)
def test_the_calendar_ends_quietly(prefix: str, unit: str, by: int) -> None:
    assert shift(prefix, unit, by) is None


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(-400, 400))
def test_moving_there_and_back_is_no_move(day: date, by: int) -> None:
    there = shift(day.isoformat(), "D", by)
    assert there is not None and shift(there, "D", -by) == day.isoformat()


@given(st.dates(), st.sampled_from(["D", "W", "M", "Q", "Y", "DE", "CE"]))
def test_a_day_lies_in_its_periods(day: date, unit: str) -> None:
    period = period_of(day.isoformat(), unit)
    days = interval(period) if period else None
    if days is not None:
        assert days[0] <= day.isoformat() <= days[1]


def test_months_carry_over_years() -> None:
    assert month_shift(2031, 12, 1) == "2032-01" and month_shift(1, 1, -1) is None
