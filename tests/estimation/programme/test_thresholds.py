"""How likely it is that a stated figure was passed is told of plans and of claims at odds, where draws can be trusted."""

import numpy as np
import pytest

from allsource.estimation.programme.claim import ProgrammeClaim
from allsource.estimation.programme.drawn import Series
from allsource.estimation.programme.estimate import estimate
from allsource.estimation.programme.programme import programmes
from allsource.estimation.programme.thresholds import thresholds


def claim(name, low, high, month, **more):
    told = {"per": "month", "end": f"2031-{month:02d}", "root": name, "published": "2031-02-01"}
    return ProgrammeClaim(name, "production rate", "pump", low=low, high=high, **{**told, **more})


def drawn(programme, rates):
    months = programme.window[1] - programme.window[0] + 1
    values = np.repeat(np.asarray(rates, float)[:, None], months, axis=1)
    return [Series("production rate", None, "unit/month", values, values)]


@pytest.mark.parametrize(
    ("low", "high", "wanted"),
    [
        (100.0, 100.0, [(100.0, 0.0)]),
        (10.0, 10.0, [(10.0, 1.0)]),
        (50.0, 50.0, []),
        (90.0, None, [(90.0, 0.0)]),
        (20.0, None, []),
        (None, 20.0, [(20.0, 1.0)]),
    ],
)
def test_a_figure_that_all_draws_miss_is_at_odds(low, high, wanted):
    (programme,) = programmes([claim("a", low, high, 1, published="2031-03-01")])
    found = thresholds(programme, drawn(programme, range(41, 61)), trusted=True)

    assert [(one.figure, one.above) for one in found] == wanted


def test_a_plan_is_always_told_and_a_contract_never():
    plan = claim("a", 50.0, 50.0, 6, kind="plan")
    fact = claim("b", 50.0, 50.0, 6, published="2031-07-01")
    (programme,) = programmes([plan, fact])
    (told,) = thresholds(programme, drawn(programme, range(41, 61)), trusted=True)

    assert (told.claim, told.plan, told.above) == ("a", True, 0.5)
    assert told.period == ("2031-06-01", "2031-06-30")


def test_nothing_is_told_where_the_draws_are_not_to_be_trusted():
    (programme,) = programmes([claim("a", 100.0, 100.0, 1, published="2031-03-01")])

    assert list(thresholds(programme, drawn(programme, range(41, 61)), trusted=False)) == []


def test_an_estimate_tells_which_claim_is_at_odds_with_it():
    told = [claim(f"r{n}", 40.0 + n, 40.0 + n, n, published="2031-09-01") for n in range(1, 8)]
    odd = claim("odd", 4000.0, 4000.0, 4, published="2031-09-01")
    found = estimate([*told, odd]).thresholds

    assert [(one.claim, one.above) for one in found if one.quantity == "production rate"] == [
        ("odd", 0.0)
    ]
