import pytest

from allsource.lineage.extent import moved, pace, places
from allsource.model.quantity import Quantity
from allsource.model.span import Span
from allsource.model.time import Time
from strategies import claim_at, page


def day(words, start, end, timex="x", kind="DATE", **fields):
    return Time(words, Span(0, len(words)), timex, kind, start, end, **fields)


MARCH = day("March", "2031-03-01", "2031-03-31")
YEAR = day("2031", "2031-01-01", "2031-12-31")


@pytest.mark.parametrize(
    ("one", "other", "total", "changed"),
    [
        (MARCH, day("May", "2031-05-01", "2031-05-31"), False, True),
        (MARCH, YEAR, False, False),
        (MARCH, YEAR, True, True),
        (day("3 March", "2031-03-03", "2031-03-03"), MARCH, True, False),
        (day("now", "2031-05-01", "2031-05-01", "PRESENT_REF"), MARCH, False, False),
        (day("on Monday", "2031-05-05", "2031-05-05"), day("on Monday", "2031-05-12", "2031-05-12"), False, False),
        (day("March", "0000-99", "x"), YEAR, False, False),
        (day("weekly", "2031-01-01", "2031-01-07", kind="SET"), MARCH, False, False),
    ],
)  # fmt: skip
def test_when_times_differ(one, other, total, changed):
    assert moved(one, other, total=total) is changed


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("40 boats leave the hall every week", "week"),
        ("the weekly volume is 40 boats", "week"),
        ("The Weekly Compass has 40 boats", None),
        ("40 boats, up from 30 a year earlier", None),
        ("40 boats a week and 160 a month", None),
        ("40 boats in March", None),
    ],
)
def test_the_period_of_a_rate_may_stand_apart(text, period):
    quantity = Quantity(
        "40 boats", Span(text.index("40"), text.index("40") + 8), 40, 40, unit="boat"
    )
    assert pace(quantity, claim_at(page(text), text)) == period


def test_places_stand_behind_words_of_place():
    text = "In Vell and at its northern Marford plant, 40 people work since May in April"
    assert places(claim_at(page(text), text)) == ["Marford"]
