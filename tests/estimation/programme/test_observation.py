from dataclasses import replace
from math import log

import pytest

from allsource.errors import UsageError
from allsource.estimation.plans import discount
from allsource.estimation.programme.claim import ProgrammeClaim
from allsource.estimation.programme.figures import digits, figure, rounding
from allsource.estimation.programme.months import month_of, span
from allsource.estimation.programme.numbering import beginning, numbered
from allsource.estimation.programme.observation import observations
from allsource.estimation.programme.repeats import distinct

RATE = ProgrammeClaim(
    "c1", "production rate", "pump", low=60, high=60, per="month", unit="unit",
    end="2031-05", published="2031-07-10", root="r1",
)  # fmt: skip


def only(claim):
    [found] = observations(claim)
    return found


@pytest.mark.parametrize(("per", "factor"), [("year", 12), ("quarter", 3), ("day", 1 / 30.4375)])
def test_units_of_time_commute(per, factor):
    yearly = replace(RATE, low=60 * factor, high=60 * factor, per=per)

    assert only(yearly).figure.value == pytest.approx(only(RATE).figure.value)


def test_a_claim_without_a_time_speaks_of_the_present():
    now = only(replace(RATE, end=None))

    assert (now.present, now.last) == (True, month_of("2031-07"))
    assert only(RATE).present is False


def test_what_lies_after_the_printing_is_a_plan():
    ahead = only(replace(RATE, end="2032-06"))

    assert ahead.plan
    assert (ahead.below, ahead.above) == (discount(0).below, discount(0).above)
    assert not only(RATE).plan


@pytest.mark.parametrize("stance", ["denied", "questioned"])
def test_what_is_not_affirmed_counts_for_nothing(stance):
    with pytest.raises(UsageError, match="counts for nothing"):
        observations(replace(RATE, stance=stance))


def test_a_hedge_makes_noisier():
    assert only(replace(RATE, stance="hedged")).noise > only(RATE).noise


@pytest.mark.parametrize(
    ("units", "price", "value"),
    [(50, 8.0, None), (50, None, 400.0), (None, 8.0, 400.0), (50, 8.0, 400.0)],
)
def test_any_two_figures_of_a_contract_give_the_third(units, price, value):
    claim = ProgrammeClaim(
        "k", "contract", "pump", units=units, price=price, value=value, currency="USD",
        start="2031-02", end="2031-11", published="2031-02-03", kind="contract", root="r",
    )  # fmt: skip
    cost, made = observations(claim)

    assert (cost.sort, round(cost.figure.value, 6)) == ("cost", round(log(8), 6))
    assert (made.sort, round(made.figure.value, 6)) == ("deliveries", round(log(50), 6))
    assert made.last - made.first == 9


def test_a_share_is_read_in_percent_or_as_a_fraction():
    share = ProgrammeClaim(
        "s", "domestic share", "pump", low=90, high=90, unit="percent", end="2031"
    )
    part = replace(share, low=0.9, high=0.9, unit=None)

    assert only(share).figure.value == pytest.approx(only(part).figure.value)
    with pytest.raises(UsageError, match="more than all"):
        observations(replace(share, low=120, high=120))


@pytest.mark.parametrize("measure", ["production rate", "deliveries"])
def test_a_rate_without_per_or_time_is_refused(measure):
    with pytest.raises(UsageError, match="neither 'per'"):
        observations(replace(RATE, measure=measure, per=None, end=None))


def test_nought_is_few_and_from_nought_on_is_nothing():
    assert figure(0, 0).high == pytest.approx(log(0.5))
    with pytest.raises(UsageError, match="says nothing"):
        figure(0, None)


@pytest.mark.parametrize(
    ("value", "count"), [(2000, 1), (5500, 2), (0.25, 2), (1e15, 1), (1 / 3, 12)]
)
def test_digits_are_counted(value, count):
    assert digits(value) == count
    assert 0 <= rounding(value) <= 0.15


def test_repeats_of_one_root_are_one_observation():
    again = replace(RATE, id="c2", published="2031-12-01")
    other = replace(RATE, id="c3", low=70, high=70)
    found = distinct([only(other), only(again), only(RATE)])

    assert [one.ids for one in found] == [("c1", "c2"), ("c3",)]
    assert found[0].claim.published == "2031-07-10"


@pytest.mark.parametrize(("value", "least"), [(60, 0.2), (61, 0.5), (6123, 0.8)])
def test_a_figure_of_another_root_may_be_taken_over(value, least):
    first = replace(RATE, low=value, high=value)
    again = replace(first, id="c2", published="2031-09-01", root="r2")
    told = replace(again, repeat_of=None)
    found = distinct([only(first), only(told)])

    assert found[0].repeat == 0
    assert least < found[1].repeat < 1


def test_a_plan_retold_as_an_outcome_is_known_by_its_figure():
    plan = replace(RATE, kind="plan", end="2032-01", published="2031-03-01")
    told = replace(RATE, id="c2", root="r2", end="2032-01", published="2032-03-01")
    found = {one.ids[0]: one for one in distinct([only(plan), only(told)])}

    assert found["c1"].plan and not found["c2"].plan
    assert found["c2"].repeat == pytest.approx(0.8)


def serials(*numbers):
    return [
        ProgrammeClaim(f"s{n}", "serial", "pump", low=n, high=n, published=f"2031-0{1 + at % 9}")
        for at, n in enumerate(numbers)
    ]


def test_each_number_stands_for_the_month_of_its_sighting():
    found, told = numbered(serials(14, 3, 22, 9))

    assert len(found) == 4
    assert all(one.power == 1 and one.sort == "total" for one in found)
    assert {one.last for one in found} == {month_of(f"2031-0{n}") for n in (1, 2, 3, 4)}
    assert "begins at 1" in told[0]


def test_numbers_in_blocks_are_never_read_as_one():
    row = [*range(101, 161, 5), *range(2001, 2081, 5), *range(9001, 9041, 5)]
    found, told = numbered(serials(*row))

    assert len(found) == 1 and found[0].figure.point
    assert found[0].figure.value < log(500)
    assert any("blocks" in one for one in told)


def test_a_round_beginning_is_known():
    assert beginning([1014, 1038, 1021, 1025]) == 1000
    assert beginning([111, 107, 120, 134]) == 100
    assert beginning([1085, 5517, 2680]) == 0


def test_numbers_of_nothing():
    assert numbered(serials(0))[0] == []


def test_dates_without_a_day_or_a_month():
    assert span(replace(RATE, end=None, start="2031")).last == month_of("2031-07")
    assert span(replace(RATE, end="2030", published="2031")).first == month_of("2030-01")
    with pytest.raises(UsageError, match="no date"):
        span(replace(RATE, end=None, published=None))
