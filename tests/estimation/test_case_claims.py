"""What a case says of a programme: measures, roots, plans, contracts, and what is left out."""

import pytest

from allsource.claims.extract import extract
from allsource.estimation.programme.case import estimated, programme_claims
from allsource.estimation.programme.estimate import estimate
from allsource.estimation.series import series
from allsource.lineage.trace import trace
from allsource.model.document import Document


def page(name, text, published):
    return Document(name, f"{name}.txt", "0" * 64, text, "text", language="en", published=published)


BASE = page(
    "doc_0",
    "Eva Holm, an auditor, said the yard built 36 Brant boats a month in January 2031. "
    "She said the yard built 37 Brant boats a month in February 2031. "
    "She said the yard built 38 Brant boats a month in March 2031.\n",
    "2031-04-01",
)
"""Figures enough for a programme."""


def told(*documents):
    return tuple(one for one in all_told(BASE, *documents) if one.low not in {36, 37, 38})


def all_told(*documents):
    claims = [claim for document in documents for claim in extract(document)]
    lineage = trace(documents, claims)
    return programme_claims(claims, lineage, series(claims, lineage))


RATE = page(
    "doc_a",
    "Ann Lind, the director, said the yard built 40 Brant boats a month in May 2031.\n",
    "2031-06-01",
)
PLAN = page(
    "doc_b",
    "Bo Karr, the minister, said the yard will build 90 Brant boats a month by December 2032.\n",
    "2031-07-01",
)
MONEY = page(
    "doc_c",
    "Bo Karr, the minister, said the yard built 44 Brant boats a month in June 2031. "
    "He said the yard had signed a contract worth $120 million for 60 Brant boats.\n",
    "2031-08-01",
)  # fmt: skip


def test_a_rate_comes_with_its_month_its_root_and_its_unit():
    (one,) = told(RATE)

    assert (one.measure, one.low, one.high, one.per) == ("production rate", 40, 40, "month")
    assert (one.start, one.end, one.published) == ("2031-05-01", "2031-05-31", "2031-06-01")
    assert one.root.startswith("src_")
    assert one.kind == "report"


def test_a_plan_stays_a_plan_and_counts_for_nothing_made():
    kinds = {one.low: one.kind for one in told(RATE, PLAN)}

    assert kinds == {40: "report", 90: "plan"}
    with_plan = estimate(all_told(BASE, RATE, PLAN), until="2031-06").estimates
    without = estimate(all_told(BASE, RATE), until="2031-06").estimates
    assert abs(with_plan[0].median / without[0].median - 1) < 0.25


def test_money_beside_a_count_is_a_contract():
    contract = next(one for one in told(RATE, MONEY) if one.measure == "contract")

    assert (contract.kind, contract.units, contract.value) == ("contract", 60, 120e6)
    assert contract.currency == "USD"


def test_a_denied_figure_is_no_claim_on_the_programme():
    text = "Bo Karr, the minister, denied that the yard built 90 Brant boats a month in May 2031.\n"

    assert [one.low for one in told(RATE, page("doc_d", text, "2031-06-02"))] == [40]


def test_the_order_of_pages_does_not_matter():
    assert told(RATE, PLAN, MONEY) == told(MONEY, RATE, PLAN)


@pytest.mark.parametrize("text", ["", "The mayor said the festival was fine.\n"])
def test_a_case_that_counts_nothing_has_no_programme(text):
    assert all_told(page("doc_e", text, "2031-06-01")) == ()


def test_two_figures_make_no_programme():
    assert all_told(RATE) == ()


def test_a_figure_held_to_be_unlikely_is_not_claimed():
    text = "Bo Karr, an analyst, said it is very unlikely that the yard will build 90 Brant boats a month by December 2032.\n"

    found = {one.low: one.aside for one in told(RATE, page("doc_f", text, "2031-07-01"))}

    assert found == {40: None, 90: "its source holds it to be unlikely"}


def test_a_programme_that_cannot_be_estimated_costs_no_other():
    far = page(
        "doc_g",
        "Ivo Mell, a clerk, said the mill built 30 Quell carts a month in May 1890. "
        "He said the mill built 31 Quell carts a month in May 2031. "
        "He said the mill built 32 Quell carts a month in June 2031.\n",
        "2031-07-01",
    )
    told = all_told(BASE, far)
    found = estimated(told)

    assert {one.of for one in found.estimates} == {"Brant boats"}
    assert {one.of for one in found.unused} == {"Quell carts"}
    assert all("claims span" in one.reason for one in found.unused)


@pytest.mark.parametrize(
    ("behind", "scope"),
    [
        ("40 Brant boats a month, including hulks, in May 2031", "with hulks"),
        ("40 Brant boats a month (hulks excluded) in May 2031", "without hulks"),
        ("40 Brant boats a month in May 2031 without permission", None),
        ("40 Brant boats a month in May 2031", None),
    ],
)
def test_what_a_figure_counts_is_its_scope(behind, scope):
    (one,) = told(
        page("doc_a", f"Ann Lind, the director, said the yard built {behind}.\n", "2031-06-01")
    )

    assert (one.low, one.scope) == (40, scope)


def test_what_goes_to_one_recipient_is_a_part_and_told_as_unused():
    part = page(
        "doc_a",
        "Ann Lind, the director, said the yard delivered 24 Brant boats to Tamoury in May 2031. "
        "She said the yard delivered 90 Brant boats in May 2031.\n",
        "2031-06-01",
    )

    kept = {one.low: one.aside for one in told(part) if one.measure == "deliveries"}
    unused = estimate(all_told(BASE, part)).unused

    assert kept[24] == "it is what one recipient got"
    assert kept.get(90) is None
    assert any("one recipient" in one.reason for one in unused)
