import pytest

from allsource.estimation.series import series
from allsource.lineage.trace import trace
from strategies import claim_at, page, quantity_at


def stated(text, words, value=None, *, status="asserted", negated=False, **fields):
    document = page(text, path=text)
    claim = claim_at(
        document, text.rstrip("."), status=status, negated=negated,
        quantities=[quantity_at(document, words, value, **fields)],
    )  # fmt: skip
    return document, claim


def in_series(*parts):
    documents, claims = zip(*parts, strict=True)
    return series(claims, trace(documents, claims))


RATE = {"unit": "boat", "measure": "production rate", "of": "Brant boats"}


@pytest.mark.parametrize(
    ("per", "value", "monthly"),
    [("month", 60.0, 60.0), ("year", 720.0, 60.0), ("week", 14.0, 60.88), ("day", 2.0, 60.88)],
)
def test_rates_go_to_the_month(per, value, monthly):
    ((one,),) = [in_series(stated("It makes 9 Brant boats.", "9", value, per=per, **RATE))]
    assert one.unit == "unit/month"
    assert one.points[0].low == pytest.approx(monthly, rel=1e-3)


def test_physical_units_share_an_axis():
    found = in_series(
        stated("The hall has 2 hectares.", "2 hectares", 2.0, unit="hectare", measure="floor space"),
        stated("The hall has 20,000 sq m.", "20,000 sq m", 20000.0, unit="square metre", measure="floor space"),
    )  # fmt: skip
    (one,) = found
    assert {point.low for point in one.points} == {20000.0}


def test_currencies_stay_apart():
    found = in_series(
        stated("One costs $5.", "$5", 5.0, currency="USD", measure="unit cost"),
        stated("One costs €5.", "€5", 5.0, currency="EUR", measure="unit cost"),
    )
    assert [one.unit for one in found] == ["EUR/unit", "USD/unit"]


def test_things_of_different_names_stay_apart_and_generic_ones_join_by_their_page():
    found = in_series(
        stated("Vell makes 60 Brant boats.", "60", 60.0, per="month", **RATE),
        stated("Vell makes 70 Otter boats.", "70", 70.0, per="month", **{**RATE, "of": "Otter boats"}),
        stated("Of the Brant it makes 80 units.", "80", 80.0, per="month", **{**RATE, "of": "units", "unit": "unit"}),
    )  # fmt: skip
    by_name = {one.of: sorted(p.low for p in one.points) for one in found}
    assert by_name == {"Brant boats": [60.0, 80.0], "Otter boats": [70.0]}


def test_a_count_over_one_month_is_a_rate_and_a_longer_one_a_total():
    month = ("May 2031", "2031-05", "2031-05")
    year = ("2031", "2031-01", "2031-12")
    count = {"unit": "boat", "measure": "cumulative output", "of": "Brant boats"}
    found = in_series(
        stated("It built 60 boats in May 2031.", "60", 60.0, time=month, **count),
        stated("It built 700 boats in 2031.", "700", 700.0, time=year, **count),
    )
    assert [(one.measure, one.points[0].low) for one in found] == [
        ("cumulative output", 700.0), ("production rate", 60.0),
    ]  # fmt: skip
    assert found[1].points[0].start == "2031-05-01"


def test_plans_are_marked_and_denials_left_out():
    (one,) = in_series(
        stated("It will make 60 boats.", "60", 60.0, per="month", status="expected", **RATE),
        stated("It makes 50 boats.", "50", 50.0, per="month", **RATE),
        stated("It makes 40 boats, no.", "40", 40.0, per="month", status="denied", **RATE),
        stated("It never makes 30 boats.", "30", 30.0, per="month", negated=True, **RATE),
        stated("It makes 50 boats, not 20.", "20", 20.0, per="month", **RATE),
    )
    assert sorted((point.low, point.plan) for point in one.points) == [(50.0, False), (60.0, True)]


def test_points_carry_bounds_times_and_roots():
    time = ("June 2032", "2032-06", "2032-06", "by")
    (one,) = in_series(
        stated("By June 2032 over 60 boats.", "over 60", low=60.0, high=None, low_open=True,
               high_open=True, per="month", time=time, **RATE)
    )  # fmt: skip
    (point,) = one.points
    assert (point.low, point.high, point.low_open) == (60.0, None, True)
    assert (point.start, point.end) == (None, "2032-06-30")
    assert point.root is not None
    assert point.root.startswith("src_")


@pytest.mark.parametrize(
    ("said", "plan"),
    [
        ("The yard built 31 boats a month in May 2031.", False),
        ("The yard had planned to build 44 boats a month in May 2031.", True),
        ("The yard was supposed to build 44 boats a month in May 2031.", True),
    ],
)
def test_what_was_once_planned_is_no_outcome(said, plan):
    from allsource.claims.extract import extract
    from allsource.lineage.trace import trace
    from allsource.model.document import Document

    text = f"Ann Lind, an auditor, said: “{said}”\n"
    page = Document("doc_a", "a.txt", "0" * 64, text, "text", language="en", published="2031-07-01")
    claims = extract(page)

    assert [p.plan for one in series(claims, trace([page], claims)) for p in one.points] == [plan]
