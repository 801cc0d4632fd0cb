import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allsource.errors import UsageError
from allsource.estimation._arrays.programme.nested import fit
from allsource.estimation.programme.arrays import arrays
from allsource.estimation.programme.claim import ProgrammeClaim
from allsource.estimation.programme.estimate import estimate
from allsource.estimation.programme.programme import programmes
from allsource.estimation.programme.told import rounded
from allsource.estimation.programme.warm import carried, kept
from allsource.estimation.wartime import undocumented

FIVE = tuple(
    ProgrammeClaim(
        f"c{n}", "production rate", "pump", low=value, high=value, per="month", unit="unit",
        end=f"2031-{n:02}", published=f"2031-{n + 1:02}-10", root=f"r{n % 3}",
    )
    for n, value in ((1, 40.0), (3, 47.0), (5, 52.0), (8, 61.0), (10, 66.0))
)  # fmt: skip
TOTAL = ProgrammeClaim(
    "t", "cumulative output", "pump", low=500, high=500, unit="unit", end="2031-10", root="r9",
    published="2031-11-02",
)  # fmt: skip
PLAN = ProgrammeClaim(
    "p", "production rate", "pump", low=600, high=600, per="month", unit="unit", end="2031-09",
    published="2031-03-01", kind="plan", root="r8",
)  # fmt: skip


def last(found, quantity="production rate"):
    return [one for one in found.estimates if one.quantity == quantity][-1]


def ends(one):
    return one.low, one.median, one.high


def test_one_line_a_quantity_and_month():
    found = estimate([*FIVE, TOTAL])
    months = [one.period for one in found.estimates if one.quantity == "cumulative output"]

    assert months[0] == ("2031-01-01", "2031-01-31")
    assert months[-1] == ("2031-10-01", "2031-10-31")
    assert len(months) == 10
    assert 50 < last(found).median < 70
    assert set(last(found).leave_one_root_out) == {"r0", "r1", "r2", "r9"}
    assert last(found).claims == ("c1", "c10", "c3", "c5", "c8", "t")


def test_the_window_may_be_given():
    found = estimate(FIVE, start="2031-04", until="2032-02")

    assert found.estimates[0].period[0] == "2031-04-01"
    assert found.estimates[-1].period[1] == "2032-02-29"
    with pytest.raises(UsageError, match="nothing lies"):
        estimate(FIVE, start="2033", until="2031")


def test_the_order_of_claims_changes_nothing():
    assert estimate([*FIVE, TOTAL, PLAN]) == estimate([PLAN, TOTAL, *FIVE[::-1]])


@settings(max_examples=4)
@given(st.lists(st.sampled_from(FIVE), min_size=1, max_size=30), st.integers(2, 9))
def test_a_repeat_of_one_root_changes_no_figure(again, day):
    more = [replace(one, id=f"x{at}", published=f"2032-0{day}-01") for at, one in enumerate(again)]
    window = {"start": "2031-01", "until": "2031-10"}
    once, often = estimate(FIVE, **window), estimate([*FIVE, *more], **window)

    assert [ends(one) for one in once.estimates] == [ends(one) for one in often.estimates]


def test_the_same_claim_a_thousand_times_is_one_claim():
    often = [replace(FIVE[0], id=f"x{n:04}") for n in range(1000)]

    assert ends(last(estimate(often))) == ends(last(estimate(often[:1])))


@pytest.mark.parametrize(("per", "factor"), [("year", 12), ("quarter", 3)])
def test_units_of_time_commute(per, factor):
    yearly = [replace(o, low=o.low * factor, high=o.high * factor, per=per) for o in FIVE]

    assert last(estimate(yearly)).median == pytest.approx(last(estimate(FIVE)).median, rel=0.1)


def test_a_plan_never_counts_as_an_outcome():
    window = {"start": "2031-01", "until": "2031-10"}
    without, planned = (last(estimate(c, **window)) for c in (FIVE, [*FIVE, PLAN]))
    report = replace(PLAN, kind="report", published="2031-10-02")
    told = last(estimate([*FIVE, report], **window))

    assert planned.median / without.median < 1.25
    assert planned.median <= told.median
    assert any(
        one.kind == "plan and outcome" for one in estimate([*FIVE, PLAN], **window).consistency
    )


def test_plans_alone_are_told_as_such():
    found = last(estimate([PLAN], until="2031-09"))

    assert "it rests on plans alone: nothing tells what was made" in found.warnings
    assert math.log(found.high / found.low) > 1


def test_one_claim_and_none():
    one = last(estimate(FIVE[:1]))

    assert one.low < 40 < one.high
    assert one.leave_one_root_out == {"r1": (None, None, None)}
    alone = next(said for said in one.warnings if "one root alone" in said)
    assert f"a factor of {undocumented(1.0).high:.2g} of" in alone
    assert estimate([]).estimates == ()


def test_contradictory_claims_give_a_wide_answer():
    two = [FIVE[0], replace(FIVE[0], id="d", low=4000, high=4000, root="r7")]
    found = last(estimate(two))

    assert 15 < found.low < found.high < 8000
    assert found.high / found.low > 10


def test_ten_orders_of_magnitude():
    told = [
        replace(FIVE[0], id=f"m{n}", low=10.0**n, high=10.0**n, root=f"m{n}") for n in range(11)
    ]
    found = last(estimate(told))

    assert all(math.isfinite(end) for end in ends(found))
    assert found.low < 1e5 < found.high


def test_nought_is_an_answer():
    stopped = [*FIVE, replace(FIVE[4], id="z", low=0, high=0, end="2031-12", published="2032-01")]

    assert math.isfinite(last(estimate(stopped)).high)


def test_dates_a_century_apart_are_refused():
    far = replace(FIVE[0], id="far", end="1900-01", published="1900-02")

    with pytest.raises(UsageError, match="from far to c10"):
        estimate([*FIVE, far])


def test_what_counts_for_nothing_is_told():
    found = estimate([*FIVE, replace(TOTAL, id="d", stance="denied")])

    assert [(one.claim, "denied" in one.reason) for one in found.unused] == [("d", True)]


def test_another_unit_is_another_programme_and_another_scope_is_not():
    boxes = replace(FIVE[0], id="b", unit="box")
    spares = replace(FIVE[4], id="s", scope="with spares", low=100, high=100)

    assert len(programmes([*FIVE, boxes])) == 2
    found = estimate([*FIVE, spares])
    assert {one.scope for one in found.estimates} == {None, "with spares"}


def test_other_money_is_left_out_and_told():
    costs = [
        replace(TOTAL, id=f"k{n}", measure="unit cost", currency=money, low=900.0, high=900.0)
        for n, money in enumerate(("USD", "USD", "EUR"))
    ]

    assert [one.claim for one in estimate([*FIVE, *costs]).unused] == ["k2"]


def test_a_total_that_does_not_fit_the_rates_is_found():
    found = estimate([*FIVE, replace(TOTAL, start="2031-01", low=40_000, high=40_000)])
    [odd] = [one for one in found.consistency if one.kind == "total and rates"]

    assert odd.claims[0] == "t"
    assert "40000" in odd.says and odd.settle


def test_a_fall_in_price_is_held_against_output():
    prices = [
        ProgrammeClaim(
            f"k{n}", "unit cost", "pump", low=v, high=v, currency="USD", end=when, root="rk"
        )
        for n, v, when in ((1, 200.0, "2031-03"), (2, 70.0, "2031-10"))
    ]
    found = estimate([*FIVE, TOTAL, *prices], begin="2031-01")
    [odd] = [one for one in found.consistency if one.kind == "price and output"]

    assert odd.claims == ("k1", "k2")
    assert "26 times" in odd.says and "88 times" in odd.says


def test_two_figures_of_one_root_for_one_time_are_found():
    other = replace(FIVE[2], id="o", low=104, high=104)
    [odd] = [one for one in estimate([*FIVE, other]).consistency if one.kind == "one root"]

    assert set(odd.claims) == {"c5", "o"}


def test_what_moves_and_what_would_narrow_it():
    found = estimate([*FIVE, TOTAL])
    [told] = [one for one in found.influences if one.quantity == "cumulative output"]

    assert 0 < len(told.claims) <= 3
    assert all(0 < one.narrower < 1 for one in told.evidence)
    assert told.evidence[0].narrower == max(one.narrower for one in told.evidence)


def test_rootless_claims_are_taken_for_one_root():
    free = [replace(one, root=None) for one in FIVE]
    apart = [replace(one, root=one.id) for one in FIVE]
    joined, several = last(estimate(free)), last(estimate(apart))

    assert math.log(joined.high / joined.low) > math.log(several.high / several.low)
    assert any("no known root" in one for one in joined.warnings)


def test_a_claim_more_begins_where_the_fit_without_it_ended():
    window = {"start": "2031-01", "until": "2031-10", "explain": False}
    first = estimate([*FIVE[:4], TOTAL], **window)
    cold, warm = (
        last(estimate([*FIVE, TOTAL], warm=begun, **window)) for begun in ((), first.warm)
    )

    assert len(first.warm) == 1
    assert warm.median == pytest.approx(cold.median, rel=0.05)
    assert math.log(warm.high / warm.low) == pytest.approx(math.log(cold.high / cold.low), rel=0.25)


def test_begun_warm_or_cold_the_posterior_is_one():
    """Between fits that begin warm and cold lies no more than between cold fits of other seeds."""
    window = {"start": "2031-01", "until": "2031-10", "begin": "2031-01"}
    [before], [after] = (
        programmes(claims, **window) for claims in ((*FIVE[:4], TOTAL), (*FIVE, TOTAL))
    )
    old, new = arrays(before), arrays(after)
    begun = carried([kept(before, old, fit(old.design).start)], after, new)
    cold = [fit(new.design, seed=seed).unknowns for seed in (0, 1)]
    warm = fit(new.design, start=begun).unknowns
    middle, spread = cold[0].mean(0), cold[0].std(0)

    assert begun is not None
    for other in (cold[1], warm):
        assert np.abs((other.mean(0) - middle) / spread).max() < 0.3
        assert np.abs(np.log(other.std(0) / spread)).max() < 0.35


@settings(max_examples=4, deadline=None)
@given(st.permutations([*FIVE, TOTAL, PLAN]))
def test_any_order_of_claims_gives_the_same_fit(claims):
    window = {"start": "2031-01", "until": "2031-10"}
    one, other = (
        fit(arrays(programmes(told, **window)[0]).design, draws=256)
        for told in ([*FIVE, TOTAL, PLAN], claims)
    )

    assert np.array_equal(one.unknowns, other.unknowns)


@given(st.floats(1e-3, 1e9), st.floats(1.001, 1e3), st.floats(1.001, 1e3))
def test_no_more_digits_than_the_interval_bears(low, up, more):
    ends_ = (low, low * up, low * up * more)
    told = rounded(*ends_)
    width = ends_[2] - ends_[0]

    assert all(abs(a - b) <= width / 19 for a, b in zip(told, ends_, strict=True))


def test_a_share_rests_on_what_is_said_of_shares_alone():
    shares = [
        ProgrammeClaim(
            f"s{n}", "domestic share", "pump", low=value, high=value, unit="percent",
            end=f"2031-{n:02}", published="2031-11-02", root=root,
        )
        for n, value, root in ((2, 40.0, "r1"), (9, 55.0, "r7"))
    ]  # fmt: skip
    found = estimate([*FIVE, TOTAL, *shares])
    share, rate = last(found, "domestic share"), last(found)
    moved = next(one for one in found.influences if one.quantity == "domestic share")

    assert share.claims == ("s2", "s9")
    assert set(share.leave_one_root_out) == {"r1", "r7"}
    assert {one.claim for one in moved.claims} == {"s2", "s9"}
    assert set(rate.leave_one_root_out) == {"r0", "r1", "r2", "r9"}


def test_without_the_only_root_of_a_share_nothing_would_be_left():
    share = ProgrammeClaim(
        "s", "domestic share", "pump", low=40, high=40, unit="percent", end="2031-09", root="r7"
    )

    assert last(estimate([*FIVE, share]), "domestic share").leave_one_root_out == {
        "r7": (None, None, None)
    }


def test_figures_of_two_roots_far_apart_for_one_month_are_told():
    far = replace(FIVE[0], id="far", low=4000.0, high=4000.0, root="r9")
    near = replace(far, low=60.0, high=60.0)

    assert any("lie 100-fold apart" in one for one in last(estimate([*FIVE, far])).warnings)
    assert not any("apart" in one for one in last(estimate([*FIVE, near])).warnings)


def test_more_claims_than_can_be_followed_are_refused_with_the_number():
    many = [replace(FIVE[0], id=f"c{n}") for n in range(5001)]

    with pytest.raises(UsageError, match="5,001 claims"):
        estimate(many)
