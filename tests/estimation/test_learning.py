import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from allsource.errors import UsageError
from allsource.estimation.learning import Costed, Phase, doublings, forecast, price_fall


def line(count, learning, noise=0.0, seed=0, start=10.0):
    """Costs of a line that learns so much a doubling, with made units growing by 40 % a step."""
    rng = np.random.default_rng(seed)
    made = start * 1.4 ** np.arange(count)
    cost = 100 * (made / start) ** math.log2(1 - learning)
    cost *= np.exp(noise * np.cumsum(rng.standard_normal(count)))
    return [Costed(float(c), float(m)) for c, m in zip(cost, made, strict=True)]


def test_a_line_that_learns_steadily_is_carried_on():
    known, (come,) = line(13, 0.25)[:12], line(13, 0.25)[12:]
    found = forecast(known, [come.made], phase=Phase.NEW)[0]

    assert found.median == pytest.approx(come.cost, rel=0.02)
    assert found.low < come.cost < found.high


def test_a_mature_line_is_held_near_its_last_cost_and_a_new_one_is_not():
    known = line(4, 0.0)
    ahead = [known[-1].made * 8]
    mature, new = (
        forecast(known, ahead, phase=phase)[0].median for phase in (Phase.MATURE, Phase.NEW)
    )

    assert mature == pytest.approx(100, rel=0.01)
    assert new < 0.98 * mature


def test_time_alone_speaks_where_no_output_is_told():
    known = [Costed(100 * 0.9**i) for i in range(10)]
    found = forecast(known, [None] * 3, phase=Phase.UNTOLD)

    assert found[2].median == pytest.approx(100 * 0.9**12, rel=0.05)
    assert [one.high / one.low for one in found] == sorted(one.high / one.low for one in found)


def test_intervals_hold_what_they_promise_on_lines_of_their_own_kind():
    held = 0
    for seed in range(200):
        costs = line(12, 0.18, 0.05, seed)
        found = forecast(costs[:9], [one.made for one in costs[9:]], phase=Phase.NEW)
        held += found[2].low <= costs[11].cost <= found[2].high

    assert held >= 168  # 90 % of 200 is 180; wider than promised is no failure here


def test_one_wild_step_widens_the_interval():
    calm, wild = line(8, 0.18), line(8, 0.18)
    wild[4] = Costed(wild[4].cost * 2, wild[4].made)
    ends = [forecast(some, [some[-1].made * 2], phase=Phase.NEW)[0] for some in (calm, wild)]

    assert ends[1].high / ends[1].low > 1.5 * ends[0].high / ends[0].low


def test_a_very_long_record_counts_with_its_end():
    known = [Costed(100 + i % 7, 1.0 + i) for i in range(3000)]
    ahead = [6000.0]

    assert forecast(known, ahead, phase=Phase.NEW) == forecast(known[-400:], ahead, phase=Phase.NEW)


@given(st.floats(1e-6, 1e12), st.sampled_from([Phase.NEW, Phase.MATURE]))
def test_the_currency_does_not_matter(scale, phase):
    known = line(6, 0.2, 0.05, 3)
    scaled = [Costed(one.cost * scale, one.made) for one in known]
    ahead = [known[-1].made * 2]
    one, other = (forecast(some, ahead, phase=phase)[0] for some in (known, scaled))

    assert other.median / scale == pytest.approx(one.median, rel=1e-6)
    assert other.high / scale == pytest.approx(one.high, rel=1e-6)


@pytest.mark.parametrize(
    ("past", "made", "phase", "interval", "said"),
    [
        ([Costed(1, 1), Costed(2, 2)], [3], Phase.NEW, 0.9, "at least 3"),
        ([Costed(1, 1), Costed(0, 2), Costed(1, 3)], [4], Phase.NEW, 0.9, "not above zero"),
        ([Costed(1, 1), Costed(math.nan, 2), Costed(1, 3)], [4], Phase.NEW, 0.9, "not above zero"),
        ([Costed(1, 1), Costed(1, 3), Costed(1, 2)], [4], Phase.NEW, 0.9, "does not grow"),
        ([Costed(1, 1), Costed(1, 2), Costed(1, 3)], [None], Phase.NEW, 0.9, "is missing"),
        ([Costed(1, 1), Costed(1, 2), Costed(1, 3)], [4], Phase.NEW, 1.0, "no probability"),
    ],
)
def test_what_cannot_be_reckoned_is_refused(past, made, phase, interval, said):
    with pytest.raises(UsageError, match=said):
        forecast(past, made, phase=phase, interval=interval)


def test_the_claimed_fall_needs_the_doublings_of_the_arithmetic():
    found = price_fall(200_000, 70_000)

    assert [round(count, 1) for _, count, _ in found.needed] == [6.5, 4.7]
    assert [round(factor) for *_, factor in found.needed] == [88, 26]
    assert found.implied is found.probability is found.surprising is None


def test_a_fall_with_hardly_more_output_is_surprising_and_one_with_much_more_is_not():
    little, much = (price_fall(200, 70, made=(1000, 1000 * by)) for by in (2, 64))

    assert little.surprising and little.implied == pytest.approx(0.65)
    assert little.probability < 1e-3
    assert not much.surprising and much.probability > 0.3


def test_a_rise_in_price_needs_fewer_units_than_none():
    assert doublings(70, 200, 0.2) < 0
    assert price_fall(70, 200, made=(10, 20)).implied < 0


@pytest.mark.parametrize(
    ("before", "after", "made"), [(0, 1, None), (1, -1, None), (2, 1, (5, 5)), (2, 1, (0, 5))]
)
def test_prices_and_outputs_that_make_no_sense_are_refused(before, after, made):
    with pytest.raises(UsageError):
        price_fall(before, after, made=made)
