import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allsource.errors import UsageError
from allsource.estimation.wartime import pooled, undocumented


@given(st.floats(1e-9, 1e15), st.floats(0.01, 0.99))
def test_the_claim_is_the_middle_of_its_range(claimed, interval):
    found = undocumented(claimed, interval=interval)

    assert found.low < claimed < found.high
    assert math.sqrt(found.low * found.high) == pytest.approx(claimed)


def test_fewer_claimants_and_wider_scales_widen_the_range():
    ends = [
        undocumented(100, scale=scale, claimants=claimants).high
        for scale, claimants in ((0.5, 20), (0.5, 5), (0.9, 5), (0.9, 2))
    ]

    assert ends == sorted(ends) and len(set(ends)) == 4


def test_a_claimant_counts_once_however_much_he_says():
    once, often = pooled([[1.0], [0.2]]), pooled([[1.0] * 50, [0.2]])

    assert once[0] == pytest.approx(often[0]) and once[1] == often[1] == 2


def test_direction_does_not_matter_and_nothing_said_is_nothing_counted():
    assert pooled([[1.0], [0.2], []]) == pytest.approx(pooled([[-1.0], [0.2]]))


@pytest.mark.parametrize(
    ("claimed", "rest"),
    [
        (0, {}), (-1, {}), (math.nan, {}), (math.inf, {}), (1, {"interval": 1.0}),
        (1, {"claimants": 1}), (1, {"scale": 0.0}), (1, {"scale": math.nan}),
    ],
)  # fmt: skip
def test_what_gives_no_range_is_refused(claimed, rest):
    with pytest.raises(UsageError):
        undocumented(claimed, **rest)


def test_one_claimant_says_nothing_of_another():
    with pytest.raises(UsageError, match="fewer than two"):
        pooled([[0.5, 0.1]])
