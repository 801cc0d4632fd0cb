"""Plans keep their dates: not yet due, due and unresolved, met or missed."""

from dataclasses import replace

import pytest

from allsource.estimation.programme.claim import ProgrammeClaim
from allsource.estimation.programme.due import due
from allsource.estimation.programme.estimate import estimate


def rate(name, value, month, kind="report", published=None):
    return ProgrammeClaim(
        name, "production rate", "pump", low=value, high=value, unit="unit", per="month",
        start=month, end=month, published=published or f"{month}-28", kind=kind, root=f"src_{name}",
    )  # fmt: skip


MADE = [rate("a", 40.0, "2031-01"), rate("b", 41.0, "2031-03"), rate("c", 42.0, "2031-06")]


def states(*plans, as_of="2031-07-01", made=MADE):
    claims = [*made, *plans]
    return [(one.claim, one.state) for one in due(claims, estimate(claims), as_of)]


@pytest.mark.parametrize(
    ("value", "month", "state"),
    [
        (400.0, "2031-06", "missed"),
        (4.0, "2031-06", "met"),
        (400.0, "2032-06", "not yet due"),
    ],
)
def test_the_state_of_a_plan(value, month, state):
    assert states(rate("p", value, month, "plan", "2030-12-01")) == [("p", state)]


def test_a_plan_for_a_time_of_which_nothing_is_told_stays_unresolved():
    plan = rate("p", 400.0, "2031-06", "plan", "2030-12-01")

    assert states(plan, made=MADE[:1]) == [("p", "due, unresolved")]


def test_without_a_dated_page_nothing_is_due():
    plan = rate("p", 400.0, "2031-06", "plan", "2030-12-01")

    assert states(plan, as_of=None) == [("p", "not yet due")]


def test_an_outcome_is_told_as_a_share_of_the_plan():
    plan = rate("p", 400.0, "2031-06", "plan", "2030-12-01")
    claims = [*MADE, plan]
    (one,) = due(claims, estimate(claims), "2031-07-01")

    assert one.share == pytest.approx(one.outcome[1] / 400)
    assert one.share < 0.2


def test_repeats_of_one_root_are_one_plan_and_the_order_of_claims_does_not_matter():
    first = rate("p", 400.0, "2031-06", "plan", "2030-12-01")
    again = ProgrammeClaim(**{
        name: getattr(first, name) for name in ProgrammeClaim.__dataclass_fields__ if name != "id"
    } | {"id": "q"})  # fmt: skip
    claims = [*MADE, first, again]
    found = estimate(claims)

    assert len(due(claims, found, "2031-07-01")) == 1
    assert {one.state for one in due(claims[::-1], found, "2031-07-01")} == {"missed"}


def test_a_price_below_the_plan_is_met():
    def price(name, value, month, kind="report"):
        return ProgrammeClaim(
            name, "unit cost", "pump", low=value, high=value, currency="USD", per="unit",
            start=month, end=month, published="2030-12-01" if kind == "plan" else f"{month}-28",
            kind=kind, root=f"src_{name}",
        )  # fmt: skip

    told = [*MADE, price("d", 100.0, "2031-03"), price("e", 90.0, "2031-06")]

    assert states(price("p", 400.0, "2031-06", "plan"), made=told) == [("p", "met")]
    assert states(price("p", 9.0, "2031-06", "plan"), made=told) == [("p", "missed")]


@pytest.mark.parametrize(
    ("low", "high", "state"),
    [
        (None, 300.0, "inside the interval"),
        (300.0, None, "missed"),
        (4.0, None, "met"),
        (30.0, 300.0, "inside the interval"),
        (200.0, 300.0, "missed"),
    ],
)
def test_the_ends_of_a_plan_are_honoured(low, high, state):
    plan = replace(rate("p", 1.0, "2031-06", "plan", "2030-12-01"), low=low, high=high)

    assert states(plan) == [("p", state)]


def test_a_plan_by_the_year_is_compared_by_the_month():
    plan = replace(rate("p", 12 * 400.0, "2031-06", "plan", "2030-12-01"), per="year")
    (one,) = due([*MADE, plan], estimate([*MADE, plan]), "2031-07-01")

    assert (one.low, one.unit, one.state) == (400.0, "unit/month", "missed")
    low = replace(plan, low=12 * 4.0, high=12 * 4.0)
    assert states(low) == [("p", "met")]


def test_a_plan_of_so_many_between_two_dates_is_listed_and_not_held_against_a_total():
    plan = ProgrammeClaim(
        "p", "cumulative output", "pump", low=4.0, high=4.0, unit="unit", start="2031-05",
        end="2031-06", published="2030-12-01", kind="plan", root="src_p",
    )  # fmt: skip

    assert states(plan) == [("p", "due, unresolved")]


def test_a_plan_for_a_share_is_compared_in_percent():
    share = {"measure": "domestic share", "unit": None, "per": None}
    told = [*MADE, replace(MADE[2], id="d", low=0.5, high=0.5, **share)]
    plan = replace(rate("p", 0.95, "2031-06", "plan", "2030-12-01"), **share)

    assert states(plan, made=told) == [("p", "missed")]


@pytest.mark.parametrize("change", [{"stance": "denied"}, {"stance": "expected"}, {"kind": "plan"}])
def test_only_what_is_told_as_a_fact_is_an_outcome(change):
    plan = rate("p", 400.0, "2031-06", "plan", "2030-12-01")
    told = [MADE[0], replace(MADE[2], published="2031-05-20", **change)]

    assert ("p", "due, unresolved") in states(plan, made=told)


@pytest.mark.parametrize(
    ("as_of", "state"), [("2031-06-30", "not yet due"), ("2031-07-01", "missed")]
)
def test_a_plan_is_due_when_the_last_day_of_its_date_has_passed(as_of, state):
    plan = rate("p", 400.0, "2031-06", "plan", "2030-12-01")

    assert states(plan, as_of=as_of) == [("p", state)]


def findings(*plans, made=MADE, **window):
    told = estimate([*made, *plans], start="2031-01", until="2031-06", **window).consistency
    return [one.says for one in told if one.kind == "plan and outcome"]


def test_a_plan_that_nothing_tells_of_is_no_finding():
    plan = rate("p", 400.0, "2031-06", "plan", "2030-12-01")

    assert findings(plan, made=MADE[:1]) == []
    assert "was missed: it came to" in findings(plan)[0]


def test_a_plan_that_was_passed_is_not_called_missed():
    (says,) = findings(rate("p", 4.0, "2031-06", "plan", "2030-12-01"))

    assert "lies outside what the other claims bear, " in says


@pytest.mark.parametrize(
    "change",
    [{"stance": "conditional"}, {"start": None, "end": None}, {"published": "2031-06-30"}],
)
def test_a_plan_on_a_condition_or_without_a_date_to_come_is_no_finding(change):
    plan = replace(rate("p", 400.0, "2031-06", "plan", "2030-12-01"), **change)

    assert findings(plan) == []


def test_two_figures_of_one_claim_are_not_told_as_two_claims_of_a_root():
    pair = [replace(MADE[0], low=v, high=v, root="src_x") for v in (410.0, 640.0)]
    apart = [pair[0], replace(pair[1], id="z")]

    assert not any(one.kind == "one root" for one in estimate([*MADE, *pair]).consistency)
    assert any(one.kind == "one root" for one in estimate([*MADE, *apart]).consistency)
