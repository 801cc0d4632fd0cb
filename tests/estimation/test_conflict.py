import re

import pytest

from allsource.claims.extract import extract
from allsource.estimation.conflict import conflicts
from allsource.estimation.series import series
from allsource.lineage.trace import trace
from strategies import claim_at, page, quantity_at

RATE = {"unit": "boat", "per": "month", "measure": "production rate", "of": "Brant boats"}
TOTAL = {"unit": "boat", "measure": "cumulative output", "of": "Brant boats"}
MAY = ("May", "2031-05", "2031-05")


def compared(*parts):
    documents = [d for d, _ in parts]
    claims = [c for _, some in parts for c in some]
    found = conflicts(series(claims, trace(documents, claims)), claims, documents)
    for conflict in found:
        for one in (conflict.left, conflict.right):
            assert one.claim in {claim.id for claim in claims}
    return found


def said(text, words, value, *, name="a", source=None, status="asserted", published=None, **fields):
    document = page(text, path=name, outlet=f"{name} Post", published=published)
    claim = claim_at(
        document, text.rstrip(".").split(", said")[0], source=source, status=status,
        quantities=[quantity_at(document, words, value, **fields)],
    )  # fmt: skip
    return document, [claim]


def founding(**rate):
    """One page, a plan for a total and a rate told as current, nobody named for either."""
    text = "By September 2031 Orlan Works is expected to make 600 boats. It makes over 550 boats a month."
    document = page(text)
    plan = claim_at(
        document, "By September 2031 Orlan Works is expected to make 600 boats", status="expected",
        quantities=[quantity_at(document, "600 boats", 600.0, time=("September 2031", "2031-09", "2031-09", "by"), **TOTAL)],
    )  # fmt: skip
    over = {"low": 550.0, "high": None, "low_open": True, "high_open": True, **rate}
    current = claim_at(
        document, "It makes over 550 boats a month",
        quantities=[quantity_at(document, "over 550 boats a month", **over, **RATE)],
    )  # fmt: skip
    return document, [plan, current]


def test_a_planned_total_against_a_current_rate():
    (found,) = compared(founding())
    assert found.classes == ("definition", "plan against outcome", "scope")
    numbers = {name: value for name, value, _ in found.arithmetic}
    assert numbers["days at that rate"] == pytest.approx(600 / 550 * 30.44, abs=0.05)
    for words in (
        "they measure different things, a total and a rate",
        "takes under 34 days",
        "the total is an older plan",
        "near nil until about a month before",
        "the page does not say which, and names no source for either",
    ):
        assert words in found.assumption
    assert found.settles


def test_every_number_in_the_words_is_recorded():
    (found,) = compared(founding())
    recorded = {f"{value:,.2f}".rstrip("0").rstrip(".") for _, value, _ in found.arithmetic}
    assert set(re.findall(r"\d[\d,.]*\d|\d", found.assumption)) <= recorded


def test_a_total_that_the_rate_makes_slowly_is_no_conflict():
    assert compared(founding(low=20.0)) == ()


def test_rounding():
    (found,) = compared(
        said("It built about 1,100 boats", "1,100", 1100.0, published="2031-05-01", **TOTAL),
        said("It built 1,092 boats", "1,092", 1092.0, name="b", published="2031-05-01", **TOTAL),
    )
    assert found.classes == ("rounding",)
    assert "nearest 100" in found.assumption


def test_a_bound_that_the_other_satisfies():
    (found,) = compared(
        said("At least 50 in May, said Tor Hem", "At least 50", None, low=50.0, high=None,
             source="Tor Hem", time=MAY, **RATE),
        said("It made 71 in May, said Anna Lind", "71", 71.0, name="b", source="Anna Lind", time=MAY, **RATE),
    )  # fmt: skip
    assert found.classes == ("bound",)


def test_two_roots_of_one_month_and_thing_are_a_true_conflict():
    (found,) = compared(
        said("It made 71 Brants in May, said Anna Lind", "71", 71.0, source="Anna Lind", time=MAY, **RATE),
        said("It made 98 Brants in May, said Tor Hem", "98", 98.0, name="b", source="Tor Hem", time=MAY, **RATE),
    )  # fmt: skip
    assert found.classes == ("true conflict",)
    assert ("difference", 27.0, "") in found.arithmetic


@pytest.mark.parametrize(
    "change",
    [
        {"time": None},
        {"time": ("May", "2031-04", "2031-04")},
        {"source": "Anna Lind"},
        {"value": 71.0},
        {"status": "expected"},
        {"status": "denied"},
        {"of": "Otter boats"},
    ],
)
def test_without_one_month_two_roots_one_thing_and_two_outcomes_it_is_none(change):
    fields = {"source": "Tor Hem", "time": MAY, "value": 98.0, **RATE, **change}
    value = fields.pop("value")
    found = compared(
        said("It made 71 boats in May, said Anna Lind", "71", 71.0, source="Anna Lind", time=MAY, **RATE),
        said("It made 98 boats in May, said Tor Hem and Anna Lind", "98", value, name="b", **fields),
    )  # fmt: skip
    assert all("true conflict" not in conflict.classes for conflict in found)


def test_figures_of_different_months_are_a_development():
    june = ("June", "2031-06", "2031-06")
    assert (
        compared(
            said("It made 71 in May", "71", 71.0, time=MAY, **RATE),
            said("It made 98 in June", "98", 98.0, name="b", time=june, **RATE),
        )
        == ()
    )


def test_a_plan_is_held_against_the_latest_outcome():
    due = ("June", "2031-06", "2031-06", "by")
    april = ("April", "2031-04", "2031-04")
    (found,) = compared(
        said("It plans 100 by June", "100", 100.0, status="expected", time=due, **RATE),
        said("It made 60 in April", "60", 60.0, name="b", time=april, **RATE),
        said("It made 71 in May", "71", 71.0, name="c", time=MAY, **RATE),
    )
    assert found.classes == ("plan against outcome",)
    assert {found.left.low, found.right.low} == {100.0, 71.0}
    assert "29 percent of the plan" in found.assumption


def test_two_bases_are_two_definitions():
    share = {"unit": "percent", "measure": "domestic share", "of": "parts"}
    (found,) = compared(
        said("85 percent of parts, counted piece by piece", "85 percent", 85.0, published="2031-05-01", **share),
        said("61 percent of parts by value", "61 percent", 61.0, name="b", published="2031-05-01", **share),
    )  # fmt: skip
    assert found.classes[0] == "definition"
    assert "by count" in found.assumption and "by value" in found.assumption


def test_a_number_repeated_after_its_correction_is_stale():
    fix = "CORRECTION: Our report misstated it. It built 1,140 Brant boats in all."
    document = page(fix, path="fix", outlet="Dock Wire", published="2031-05-20")
    corrected = claim_at(
        document, "It built 1,140 Brant boats in all",
        quantities=[quantity_at(document, "1,140 Brant boats", 1140.0, **TOTAL)],
    )  # fmt: skip
    early = said(
        "It makes 1,140 boats a month", "1,140", 1140.0, name="a", published="2031-05-01", **RATE
    )
    late = said(
        "They make 1,140 boats monthly", "1,140", 1140.0, name="b", published="2031-06-09", **RATE
    )
    found = compared((document, [corrected]), early, late)
    classes = {
        (c.left.claim if c.right.claim == corrected.id else c.right.claim): c.classes for c in found
    }
    assert classes[late[1][0].id] == ("stale repeat", "definition")
    assert classes[early[1][0].id] == ("definition",)


def test_the_order_of_input_never_matters():
    parts = [
        said("It made 71 Brants in May, said Anna Lind", "71", 71.0, source="Anna Lind", time=MAY, **RATE),
        said("It made 98 Brants in May, said Tor Hem", "98", 98.0, name="b", source="Tor Hem", time=MAY, **RATE),
        founding(),
    ]  # fmt: skip
    assert compared(*parts) == compared(*reversed(parts))


def extracted(*rows):
    """Pages of other outlets, each one sentence, as the extractor reads them."""
    documents = [
        page(text, path=f"{at}.txt", outlet=f"Outlet {at}", published="2031-07-10")
        for at, text in enumerate(rows)
    ]
    return compared(*((document, list(extract(document))) for document in documents))


def test_estimates_of_two_houses_are_a_spread_and_no_conflict():
    (found,) = extracted(
        "The Tarn Institute estimates that Orlan Works built 200 Brant boats in May 2031.",
        "The Vane Centre estimates that Orlan Works built 280 Brant boats in May 2031.",
    )
    assert found.classes == ("spread",)
    assert "a spread from 200 to 280" in found.assumption
    assert {value for _, value, _ in found.arithmetic} == {200.0, 280.0}


def test_two_counts_of_one_thing_and_time_are_still_a_true_conflict():
    (found,) = extracted(
        "Orlan Works built 200 Brant boats in May 2031, Mara Vell said.",
        "Orlan Works built 280 Brant boats in May 2031, Timo Dray said.",
    )
    assert found.classes == ("true conflict",)


def test_a_figure_whose_words_leave_parts_out_differs_in_scope():
    (found,) = extracted(
        "Orlan Works built 280 Brant boats in May 2031, tugs included, Mara Vell said.",
        "Orlan Works built 200 Brant boats in May 2031, tugs excluded, Timo Dray said.",
    )
    assert found.classes == ("scope",)
    assert "“excluded” shows that one counts a part" in found.assumption


def test_a_range_above_an_open_bound_satisfies_it():
    low = said(
        "At least 150 boats a month, said Ann",
        "At least 150 boats a month",
        None,
        low=150.0,
        high=None,
        source="Ann",
        **RATE,
    )
    between = said(
        "160 to 200 boats a month, said Tor",
        "160 to 200 boats a month",
        None,
        low=160.0,
        high=200.0,
        name="b",
        source="Tor",
        **RATE,
    )
    (found,) = compared(low, between)
    assert found.classes == ("bound",)
