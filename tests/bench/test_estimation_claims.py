"""Claims invented for bench/estimation: of the contract's form, repeatable, and no truth in them."""

import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.estimation.claims import claims, day
from bench.estimation.histories import extract, part
from bench.estimation.naive import independent
from bench.estimation.roots import shown
from bench.estimation.scoring import crps

KEYS = {
    "id", "measure", "of", "scope", "low", "high", "low_open", "high_open", "approximate", "unit",
    "currency", "per", "start", "end", "boundary", "published", "kind", "stance", "root",
    "repeat_of", "units", "price", "value",
}  # fmt: skip


@pytest.mark.parametrize("history", extract(), ids=lambda one: one.name)
def test_claims_have_the_keys_of_the_contract_and_come_in_order(history):
    told = claims(history, 0)

    assert told == claims(history, 0) and told != claims(history, 1)
    assert all(set(one) <= KEYS for one in told)
    assert [one["published"] for one in told] == sorted(one["published"] for one in told)
    assert told[-1]["published"] <= day(history.first + len(history.units) - 1, 31)


def test_what_is_in_the_repository_is_of_the_development_part():
    assert {part(one.group) for one in extract()} == {"dev"}


def test_a_repeat_says_its_root_only_where_it_is_linked_or_suspected():
    told = [one for history in extract() for seed in range(5) for one in claims(history, seed)]
    suspected = [one["repeat_of"] for one in told if one.get("repeat_of")]

    assert 0.02 < len(suspected) / len(told) < 0.3
    assert all(0.05 <= one["probability"] <= 0.95 and one["root"] for one in suspected)


@pytest.mark.parametrize(
    ("value", "digits", "told"), [(5483.0, 2, 5500.0), (0.273, 1, 0.3), (9.96, 2, 10.0), (0, 1, 0)]
)
def test_numbers_are_rounded_to_digits_that_count(value, digits, told):
    assert shown(value, digits) == told


def test_crps_is_that_of_the_closed_form_for_a_point_and_two_draws():
    assert crps(np.array([2.0]), 3.0) == 1.0
    assert crps(np.array([0.0, 2.0]), 1.0) == pytest.approx(0.5)


def test_the_independent_rival_finds_a_steady_rate_that_all_claims_name():
    told = [
        {"measure": "production rate", "kind": "report", "low": 40.0, "high": 40.0,
         "per": "month", "published": f"2021-{month:02d}-15"}
        for month in range(1, 13)
    ]  # fmt: skip
    found = independent(told, "2021-01-01", "2021-12-31", 0)

    assert found["rate"][0] < 40 < found["rate"][2]
    assert found["cumulative"][1] == pytest.approx(480, rel=0.05)
