import numpy as np
import pytest

from allsource.estimation.programme.arrays import arrays
from allsource.estimation.programme.claim import ProgrammeClaim
from allsource.estimation.programme.drawn import series
from allsource.estimation.programme.programme import programmes

MONTHS, DRAWS = 12, 4000


def drawn(rate, seed=0):
    """Series of a programme whose rate is known to be this in every month."""
    claim = ProgrammeClaim(
        "c", "production rate", "pump", low=rate, high=rate, per="month", unit="unit",
        end="2031-12", root="r",
    )  # fmt: skip
    (programme,) = programmes([claim], start="2031-01", until="2031-12", begin="2031-01")
    written = arrays(programme)
    size = len(written.design.extras.mean)
    unknowns = np.hstack([np.full((DRAWS, MONTHS), np.log(rate)), np.zeros((DRAWS, size))])
    return {one.quantity: one for one in series(programme, written, unknowns, seed=seed)}


@pytest.mark.parametrize("rate", [0.5, 3.0, 50.0, 4e6])
def test_the_mean_is_kept(rate):
    found = drawn(rate)

    assert found["production rate"].values[:, -1].mean() == pytest.approx(rate, rel=0.05)
    assert found["cumulative output"].values[:, -1].mean() == pytest.approx(12 * rate, rel=0.05)
    assert found["production rate"].expected[:, -1] == pytest.approx(rate)


def test_few_units_are_more_regular_than_poisson_counts():
    values = drawn(2.0)["production rate"].values[:, -1]

    assert 0.5 < values.var() / (2.0 / 3) < 0.95
    assert np.allclose(3 * values, np.round(3 * values))


def test_many_units_are_far_less_regular_than_poisson_counts():
    values = drawn(1000.0)["production rate"].values[:, -1]

    assert values.std() / 1000 == pytest.approx(0.25 * np.sqrt(5) / 3, rel=0.05)
    assert values.var() > 20 * 1000 / 3


def test_unevenness_averages_out_in_totals():
    found = drawn(1000.0)
    rate, total = (found[name].values[:, -1] for name in ("production rate", "cumulative output"))

    assert total.std() / total.mean() < 0.7 * rate.std() / rate.mean()


def test_a_seed_gives_the_same_draws():
    first, again, other = (drawn(5.0, seed)["cumulative output"].values for seed in (1, 1, 2))

    assert (first == again).all()
    assert (first != other).any()
