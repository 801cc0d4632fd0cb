import pytest

from allsource.lineage.drift import drifts
from allsource.lineage.statements import sayings
from allsource.model.quantity import Quantity
from strategies import claim_at, find, page, time_at


def amount(document, words, value, **fields):
    span = find(document, words)
    high = fields.pop("high", value)
    return Quantity(words, span, value, high, **fields)


def told(text, quote, quantities=(), path="a.txt", times=(), **fields):
    document = page(text, path=path)
    return claim_at(
        document,
        quote,
        quantities=[amount(document, words, value, **more) for words, value, more in quantities],
        times=[time_at(document, words, find(document, quote), **more) for words, more in times],
        **fields,
    )


def changes(child, parent):
    said, _ = sayings([child, parent])
    return [(row.change, row.before, row.after) for row in drifts(child, parent, said)]


def kinds(child, parent):
    return [change for change, _, _ in changes(child, parent)]


BOATS = ("1,140 boats", 1140, {"unit": "boat"})


def parent(**fields):
    text = "Anna Lind said Orlan Works built 1,140 boats."
    return told(text, "Orlan Works built 1,140 boats", [BOATS], source="Anna Lind", **fields)


def child(text="Orlan Works built 1,140 boats.", quote="Orlan Works built 1,140 boats", **fields):
    return told(text, quote, fields.pop("quantities", [BOATS]), path="b.txt", **fields)


def test_a_credit_that_is_gone_is_told_with_its_words():
    assert changes(child(), parent()) == [("attribution dropped", "Anna Lind", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Orlan Works built 1,140 boats, Lind let it be known.",
        "Orlan Works built 1,140 boats, reports Harbour Post.",
        "Per Dock Wire, Orlan Works built 1,140 boats.",
    ],
)
def test_a_credit_in_words_that_were_not_read_is_not_gone(text):
    assert kinds(child(text), parent()) == []


def test_a_credit_in_another_sentence_does_not_count():
    text = "Orlan Works built 1,140 boats. Lind was there, Harbour Post reported."
    assert kinds(child(text), parent()) == ["attribution dropped"]


@pytest.mark.parametrize(
    ("rest", "dropped"),
    [
        ("", True),
        (" The figures could not be checked.", False),
        (" None of this was confirmed by others.", False),
        (" The claims remain unverified.", False),
        (" The yard was checked in May.", True),
    ],
)
def test_a_caution_anywhere_on_the_page_is_kept(rest, dropped):
    text = "Anna Lind said Orlan Works built 1,140 boats. Dock Wire could not verify it."
    first = told(
        text, "Orlan Works built 1,140 boats", [BOATS],
        source="Anna Lind", unverified_by="Dock Wire",
    )  # fmt: skip
    retold = child(f"Anna Lind said Orlan Works built 1,140 boats.{rest}", source="Anna Lind")
    assert ("verification dropped" in kinds(retold, first)) is dropped


def test_a_doubt_in_other_words_is_no_dropped_hedge():
    text = "Orlan Works may have built 1,140 boats, Anna Lind said."
    first = told(
        text, "Orlan Works may have built 1,140 boats", [BOATS],
        source="Anna Lind", hedges=["may"], status="hedged",
    )  # fmt: skip
    said = "Orlan Works built, at a guess, 1,140 boats"
    kept = child(f"{said}, Anna Lind said.", said, source="Anna Lind")
    flat = child("Orlan Works built 1,140 boats, Anna Lind said.", source="Anna Lind")
    assert kinds(kept, first) == []
    assert changes(flat, first) == [("hedge dropped", "may", None)]


def test_a_hedge_that_still_stands_there_is_not_dropped():
    text = "Some have guessed that Orlan Works built 1,140 boats."
    first = told(text, "Orlan Works built 1,140 boats", [BOATS])
    hedged = told(
        "Some have guessed that Orlan Works built 1,140 boats.",
        "guessed that Orlan Works built 1,140 boats", [BOATS], hedges=["guessed"], status="hedged",
    )  # fmt: skip
    assert kinds(first, hedged) == []


def test_about_that_became_exact_is_a_dropped_hedge():
    words = ("about 1,140 boats", 1140, {"unit": "boat", "approximate": True})
    first = told(
        "Orlan Works built about 1,140 boats.", "Orlan Works built about 1,140 boats", [words]
    )
    assert changes(child(), first) == [("hedge dropped", "about 1,140 boats", "1,140 boats")]


def test_a_rounded_or_misprinted_figure_is_another_figure_and_no_detail():
    words = ("some 1,100 boats", 1100, {"unit": "boat", "approximate": True})
    retold = told(
        "Anna Lind said Orlan Works built some 1,100 boats.",
        "Orlan Works built some 1,100 boats", [words], path="b.txt", source="Anna Lind",
    )  # fmt: skip
    assert changes(retold, parent()) == [("figure", "1,140 boats", "some 1,100 boats")]


def test_a_unit_that_the_other_leaves_out_is_no_change():
    bare = told("Output reached 1,140.", "Output reached 1,140", [("1,140", 1140, {})])
    assert kinds(child(), bare) == []
    assert kinds(told("Output reached 1,140.", "Output reached 1,140", [("1,140", 1140, {})], path="b.txt"), child()) == []  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "changed"),
    [
        ({"unit": "tonne"}, {"unit": "kilogram"}, ["unit"]),
        ({"unit": None, "currency": "USD"}, {"unit": None, "currency": "EUR"}, ["unit"]),
        ({"unit": "person"}, {"unit": "family"}, ["unit"]),
        ({"unit": "person"}, {"unit": "resident"}, []),
        ({"unit": "boat"}, {"unit": "vessel"}, []),
        ({"unit": "boat", "per": "month"}, {"unit": "boat", "per": "year"}, ["period"]),
        ({"unit": "boat", "per": "month"}, {"unit": "boat"}, ["period"]),
    ],
)
def test_units_and_periods(one, other, changed):
    first = told("It was 1,140 then.", "It was 1,140 then", [("1,140", 1140, one)])
    retold = told("It was 1,140 then.", "It was 1,140 then", [("1,140", 1140, other)], path="b.txt")
    assert kinds(retold, first) == changed


def test_a_period_that_stands_apart_from_its_figure_is_no_change():
    rate = ("1,140 boats a week", 1140, {"unit": "boat", "per": "week"})
    first = told("The line makes 1,140 boats a week.", "The line makes 1,140 boats a week", [rate])
    retold = told(
        "1,140 boats leave the hall every week.", "1,140 boats leave the hall every week",
        [BOATS], path="b.txt",
    )  # fmt: skip
    assert kinds(retold, first) == []


def test_now_is_no_date_and_another_day_is_another_period():
    march, may = (
        {"timex": "2031-03", "start": "2031-03-01", "end": "2031-03-31"},
        {"timex": "2031-05", "start": "2031-05-01", "end": "2031-05-31"},
    )
    first = told(
        "The pumps failed in March.", "The pumps failed in March", times=[("March", march)]
    )
    retold = told(
        "The pumps failed in May.", "The pumps failed in May", path="b.txt", times=[("May", may)]
    )
    assert changes(retold, first) == [("period", "March", "May")]
    now = {"timex": "PRESENT_REF", "start": "2031-05-01", "end": "2031-05-01"}
    now_first = told("The pumps fail now.", "The pumps fail now", times=[("now", now)])
    assert kinds(retold, now_first) == []


def test_places_and_bases_are_scope():
    first = told("40 people work at its Vell site.", "40 people work at its Vell site", [("40 people", 40, {"unit": "person"})])  # fmt: skip
    flat = told("40 people work there.", "40 people work there", [("40 people", 40, {"unit": "person"})], path="b.txt")  # fmt: skip
    assert changes(flat, first) == [("scope", "Vell", None)]
    assert changes(first, flat) == [("scope", None, "Vell")]
    value = told("61 percent by value is local.", "61 percent by value is local", [("61 percent", 61, {"unit": "percent"})])  # fmt: skip
    weight = told("61 percent by weight is local.", "61 percent by weight is local", [("61 percent", 61, {"unit": "percent"})], path="b.txt")  # fmt: skip
    assert changes(weight, value) == [("scope", "by value", "by weight")]


def test_a_number_that_the_parent_page_does_not_have_is_added():
    more = ("61 of them", 61, {"unit": "of steel", "role": "share"})
    text = "Anna Lind said Orlan Works built 1,140 boats, 61 of them of steel."
    quote = "Orlan Works built 1,140 boats, 61 of them of steel"
    retold = told(text, quote, [BOATS, more], path="b.txt", source="Anna Lind")
    assert changes(retold, parent()) == [("detail added", None, "61 of them")]
