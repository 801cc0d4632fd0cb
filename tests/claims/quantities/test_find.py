import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allsource.claims.parse import parse_text
from allsource.claims.quantities import find


def test_a_change_is_two_dated_points_of_one_series(read):
    start, end = read(
        "The price per kit has dropped from $90,000 in 2031 to about $55,000 by 2034."
    )
    assert (start.role, end.role, start.direction, end.direction) == (
        "change_from", "change_to", "down", "down",
    )  # fmt: skip
    assert start.series == end.series
    assert start.series is not None
    assert (start.time.timex, end.time.timex, end.time.boundary) == ("2031", "2034", "by")
    assert (start.per, end.per, end.approximate, start.approximate) == ("kit", "kit", True, False)
    assert (start.measure, start.of, start.scale_unit) == ("unit cost", "kits", "USD/kit")


def test_a_total_and_a_rate_of_one_sentence_stay_apart(read):
    total, rate = read(
        "By May 2032, the yard is expected to build 800 boats, "
        "with current rates exceeding 60 units per month."
    )
    assert (total.measure, total.per, total.time.timex) == ("cumulative output", None, "2032-05")
    assert (rate.measure, rate.per, rate.time.timex) == ("production rate", "month", "PRESENT_REF")
    assert (rate.low, rate.high, rate.low_open, rate.high_open) == (60, None, True, True)
    assert (total.of, rate.of) == ("boats", "boats")
    assert rate.scale_unit == "unit/month"


def test_a_share_names_its_whole(read):
    (share,) = read("Approximately 85% of the assembly stages now take place in Corrant.")
    assert (share.role, share.unit, share.of, share.measure) == (
        "share", "percent", "assembly stages", "domestic share",
    )  # fmt: skip
    assert share.time.timex == "PRESENT_REF"


def test_a_distance_has_no_time(read):
    (distance,) = read("In 2031 the yard, about 90 miles north of Velory, was closed.")
    assert (distance.measure, distance.unit, distance.time) == ("distance", "mile", None)


def test_the_time_of_the_report_is_not_the_time_of_the_number(read):
    (drones,) = read("Orlan Works said on Monday that it had built 500 drones.")
    assert drones.time is None


def test_each_number_takes_its_own_time(read):
    first, second = read("Output was 310 in 2031 and 540 in 2032.")
    assert (first.time.timex, second.time.timex) == ("2031", "2032")


@pytest.mark.parametrize(
    ("line", "currency", "low"),
    [
        ("It cost $5 million.", "USD", 5e6),
        ("It cost A$5.", "AUD", 5),
        ("It cost C$5.", "CAD", 5),
        ("It cost HK$5.", "HKD", 5),
        ("It cost 5 Australian dollars.", "AUD", 5),
        ("It cost EUR 5.", "EUR", 5),
        ("It cost 500 Swiss francs.", "CHF", 500),
        ("It cost 3 million pounds.", "GBP", 3e6),
        ("It cost £2.3bn.", "GBP", 2.3e9),
        ("It cost 500 hryvnias.", "UAH", 500),
    ],
)
def test_money_has_a_code_and_no_unit(read, line, currency, low):
    (money,) = read(line)
    assert (money.currency, money.unit, money.low) == (currency, None, low)


@pytest.mark.parametrize(
    ("line", "low", "high"),
    [
        ("It needs 300–400 trucks.", 300, 400),
        ("It needs 300-400 trucks.", 300, 400),
        ("It needs between 300 and 400 trucks.", 300, 400),
        ("It needs from 300 to 400 trucks.", 300, 400),
        ("It costs $5-7 million.", 5e6, 7e6),
        ("It costs $5 million to $7 million.", 5e6, 7e6),
        ("It needs two to three dozen trucks.", 24, 36),
        ("It needs 5 or 6 trucks.", 5, 6),
    ],
)
def test_ranges(read, line, low, high):
    (found,) = read(line)
    assert (found.low, found.high) == (low, high)


def test_series_of_two_documents_never_meet():
    line = "Output fell from 40 to 30 boats."
    paragraph = parse_text(line).paragraphs[0]
    ids = {find(paragraph, line, (), key)[0].series for key in ("a", "b")}
    assert len(ids) == 2


def test_offsets_are_those_of_the_stored_text(read):
    line = "Nothing here.\n\nThe yard built 40 boats.\n\nIt lost 3 of them."
    for quantity in read(line):
        assert quantity.text == quantity.span.of(line)
    assert [quantity.text for quantity in read(line)] == ["40 boats", "3"]


@pytest.mark.parametrize(
    ("line", "points"),
    [
        ("Output rose 12% to 400 boats.", [(12, "change_by"), (400, "change_to")]),
        ("Output rose by 5 to 90 boats.", [(5, "change_by"), (90, "change_to")]),
        ("Output fell from 90 to 30 boats.", [(90, "change_from"), (30, "change_to")]),
        ("Stocks fell by a third to 400 crates.", [(1 / 3, "change_by"), (400, "change_to")]),
        ("The staff was cut to 400 men.", [(400, "change_to")]),
        ("Output grew tenfold.", [(10, "change_by")]),
        ("Deliveries were down 4.5%.", [(4.5, "change_by")]),
        ("It lost 40 boats.", [(40, "level")]),
        ("It held 90 boats, up from 70 in 2031.", [(90, "change_to"), (70, "change_from")]),
    ],
)
def test_parts_of_a_change(read, line, points):
    found = [(quantity.low, quantity.role) for quantity in read(line)]
    assert found == [(pytest.approx(low), role) for low, role in points]


def test_each_takes_the_thing_that_is_priced(read):
    _, price = read("The plan calls for 25,000 drones a year, at a cost of $48,000 each.")
    assert (price.per, price.of, price.measure) == ("drone", "drones", "unit cost")


def test_a_rank_is_told_only_where_something_ranks(read):
    assert [(q.low, q.role) for q in read("The firm ranked third.")] == [(3, "rank")]
    assert read("It failed a third time.") == []


HOSTILE = [
    "9" * 200_000,
    "1" + "0" * 400 + " missiles",
    "10^400 men and 1e999 tons",
    "five " + "million " * 500,
    "one hundred and " * 300,
    "1,000," * 500,
    "5 to " * 300 + "6",
    "1/2/" * 400,
    "half a " * 300,
    "not more than " * 200 + "6 men",
    "\x00 5 \ud7ff trucks ½ ⅓ ² ① Ⅷ 五",
    "-" * 300 + "5",
    "(((((5 tons)))))",
    "one to",
    "one or",
    "not one",
    "one of",
    "",
]


@pytest.mark.parametrize("line", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_lines_are_bounded_and_finite(read, line):
    for quantity in read(line):
        ends = [end for end in (quantity.low, quantity.high) if end is not None]
        assert ends
        assert all(math.isfinite(end) for end in ends)
        assert quantity.text == quantity.span.of(line)


PIECES = st.sampled_from(
    ["5", "$", "1.5", "million", "to", "from", "-", "–", "about", "more than", "no", "per", "month",
     "a", "rose", "by", "of", "drones", "half", "and", "one", "in", "2031", "%", "kg", ",", "each"]
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(PIECES, min_size=1, max_size=14))
def test_any_words_give_ordered_finite_intervals(pieces):
    line = " ".join(pieces)
    for paragraph in parse_text(line).paragraphs:
        found = find(paragraph, line, (), "doc")
        assert found == find(paragraph, line, (), "doc")
        for quantity in found:
            assert quantity.text == quantity.span.of(line)
            assert quantity.low is not None or quantity.high is not None
            if quantity.low is not None and quantity.high is not None:
                assert quantity.low <= quantity.high
            assert quantity.unit is None or quantity.currency is None


@pytest.mark.parametrize(
    ("line", "value", "unit"),
    [
        ("The two firms signed an accord.", 2, "firm"),
        ("The 2 firms signed an accord.", 2, "firm"),
        ("Of the two leaders, one must resign.", 2, "leader"),
        ("The share opened at 6.", 6, None),
        ("The bidding for it closed at six crowns.", 6, "crown"),
    ],
)
def test_a_known_pair_and_a_price_are_counted(read, line, value, unit):
    (found,) = read(line)
    assert (found.low, found.high, found.unit) == (value, value, unit)
