import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import stdtrit

from allsource.errors import UsageError
from allsource.estimation.plans import PROBABILITIES, TABLE, ZERO, discount, outcome, ratios

KINDS = st.sampled_from(sorted(TABLE))


@given(st.floats(1e-3, 1e12), st.floats(-5, 29), KINDS)
def test_outcomes_are_in_order_and_scale_with_the_plan(planned, years, kind):
    found, unit = outcome(planned, years, kind=kind), outcome(1, years, kind=kind)

    assert 0 < found.low < found.median < found.high
    assert found.median == pytest.approx(planned * unit.median)
    assert 0 < found.zero < 0.2


@given(st.floats(0, 20), st.floats(0.1, 9), KINDS)
def test_the_spread_never_shrinks_further_ahead(years, more, kind):
    far, near = discount(years + more, kind), discount(years, kind)

    assert far.below + far.above >= near.below + near.above - 1e-9
    assert far.nothing >= near.nothing


@given(st.floats(0, 20), KINDS)
def test_a_discount_has_the_band_of_the_outcome(years, kind):
    found, band = discount(years, kind), outcome(1, years, kind=kind)
    reach = float(stdtrit(4, 0.9))

    assert math.exp(found.median - reach * found.below) == pytest.approx(band.low, rel=1e-3)
    assert math.exp(found.median + reach * found.above) == pytest.approx(band.high, rel=1e-3)
    assert found.nothing == band.zero


def test_whole_years_give_the_table_and_halves_lie_between():
    assert ratios(0) == pytest.approx(TABLE["any"][0])
    assert ratios(1) == pytest.approx(TABLE["any"][1])
    assert TABLE["any"][1][-1] > ratios(0.5)[-1] > TABLE["any"][0][-1]
    assert outcome(1, 0.5).zero == pytest.approx(sum(ZERO["any"]) / 2)


def test_a_plan_further_ahead_than_was_measured_says_so():
    assert [outcome(1, years).beyond for years in (0, 1, 1.5)] == [False, False, True]


def test_a_wider_interval_holds_a_narrower_one_and_ends_are_those_of_the_table():
    wide, narrow = outcome(100, 0, interval=0.9), outcome(100, 0, interval=0.5)

    assert wide.low < narrow.low < narrow.high < wide.high
    assert wide.low == pytest.approx(100 * TABLE["any"][0][PROBABILITIES.index(0.05)])


@pytest.mark.parametrize(
    ("planned", "years", "interval", "said"),
    [
        (0, 1, 0.8, "not above zero"),
        (-5, 1, 0.8, "not above zero"),
        (math.inf, 1, 0.8, "not above zero"),
        (math.nan, 1, 0.8, "not above zero"),
        (1, math.nan, 0.8, "nothing can be said"),
        (1, 40, 0.8, "nothing can be said"),
        (1, 1, 0.95, "up to 0.9"),
    ],
)
def test_what_cannot_be_told_is_refused(planned, years, interval, said):
    with pytest.raises(UsageError, match=said):
        outcome(planned, years, interval=interval)
