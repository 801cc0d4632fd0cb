"""Plans keep their dates: not yet due, due and unresolved, met or missed."""

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
