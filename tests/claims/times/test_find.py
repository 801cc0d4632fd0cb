"""What `claims.times.find` makes of forms, anchors and bounds, and what it never does."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allsource.claims.times import find
from allsource.model.span import Span
from allsource.model.time import Time

FRIDAY = "2031-11-14"


def times(text: str, published: str | None = None) -> tuple[Time, ...]:
    return find(text, Span(0, len(text)), published)


def only(text: str, published: str | None = None) -> Time:
    (found,) = times(text, published)
    return found


def test_the_contracts_example_of_a_month() -> None:
    found = only("By September 2025, it is done.")
    assert found == Time(
        "September 2025", Span(3, 17), "2025-09", "DATE", "2025-09-01", "2025-09-30", "by", None
    )


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("12 March 2032", "2032-03-12"),
        ("March 12, 2032", "2032-03-12"),
        ("Mar. 12, 2032", "2032-03-12"),
        ("2032-03-12", "2032-03-12"),
        ("the 12th of March 2032", "2032-03-12"),
        ("25/03/2032", "2032-03-25"),
        ("03/25/2032", "2032-03-25"),
    ],
)
def test_a_full_date_is_one_day_in_every_form(written: str, day: str) -> None:
    found = only(f"It was signed on {written}.")
    assert (found.text, found.timex, found.start, found.end) == (written, day, day, day)


def test_day_and_month_that_could_be_swapped_are_not_read() -> None:
    assert times("It was signed on 12/03/2032.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Orlan Works sold 2,022 pumps.",
        "The battalion lost 2000 men.",
        "They may sell it.",
        "Crowds march on the depot.",
        "Prices fall as stocks grow.",
        "It was the second launch.",
        "The Sun was not amused.",
        "The pump costs $900 a month.",
        "Resolution 1929 was adopted.",
        "The Orlan-2000 flew again.",
        "A 25-year-old welder was hurt.",
        "Three-quarters of the staff left.",
        "It weighs 1950 kg.",
        "They discussed the future of the yard.",
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(text: str) -> None:
    assert times(text, FRIDAY) == ()


@pytest.mark.parametrize(
    ("text", "timex", "unanchored"),
    [
        ("It closed last month.", "2031-10", "PAST_REF"),
        ("It closed yesterday.", "2031-11-13", "PAST_REF"),
        ("It closes tomorrow.", "2031-11-15", "FUTURE_REF"),
        ("It closed on Thursday.", "2031-11-13", "XXXX-WXX-4"),
        ("It will close on Tuesday.", "2031-11-18", "XXXX-WXX-2"),
        ("It closed two years ago.", "2029", "P2Y"),
        ("It closed in October.", "2031-10", "XXXX-10"),
        ("It grew this year.", "2031", "PRESENT_REF"),
        ("It will grow next spring.", "2032-SP", "XXXX-SP"),
    ],
)
def test_relative_times_need_the_publication_date(text: str, timex: str, unanchored: str) -> None:
    anchored, loose = only(text, FRIDAY), only(text)
    assert anchored.timex == timex and anchored.start is not None
    assert loose.timex == unanchored and (loose.start, loose.end) == (None, None)


def test_an_open_present_has_days_only_where_the_publication_is_known() -> None:
    loose, anchored = only("It now makes 40."), only("It now makes 40.", FRIDAY)
    assert (loose.timex, loose.start, loose.end) == ("PRESENT_REF", None, None)
    assert (anchored.timex, anchored.start, anchored.end) == ("PRESENT_REF", FRIDAY, FRIDAY)


def test_a_bracket_anchors_as_far_as_its_ends_agree() -> None:
    text = "It closed last year, on a day last month."
    year, month = find(text, Span(0, len(text)), None, ("2031-02-01", "2031-11-30"))
    assert year.timex == "2030" and month.timex == "PAST_REF"


def test_a_distance_is_counted_from_the_date_before_it() -> None:
    first, later, before = times(
        "It opened in May 2030, closed two years later, as in the previous year."
    )
    assert (first.timex, later.timex, before.timex) == ("2030-05", "2032", "2031")


def test_ranges_of_days_and_years_have_both_ends() -> None:
    fair, plan = times("The fair ran 4-7 June 2031; the plan covers 2030–2032.")
    assert (fair.start, fair.end) == ("2031-06-04", "2031-06-07")
    assert (plan.start, plan.end) == ("2030-01-01", "2032-12-31")


def test_fiscal_years_have_no_days() -> None:
    found = only("It booked a loss in fiscal 2031.")
    assert (found.timex, found.start, found.end) == ("2031", None, None)


@pytest.mark.parametrize(
    ("phrase", "boundary"),
    [
        ("by", "by"),
        ("until", "until"),
        ("since", "since"),
        ("after", "after"),
        ("before", "before"),
        ("as of", "as_of"),
        ("no later than", "by"),
        ("prior to", "before"),
        ("in", None),
    ],
)
def test_the_words_before_make_a_bound_and_stay_outside(phrase: str, boundary: str | None) -> None:
    found = only(f"It was done {phrase} May 2031.")
    assert (found.text, found.boundary) == ("May 2031", boundary)


@pytest.mark.parametrize(
    ("text", "words", "timex", "qualifier"),
    [
        ("It took a year and a half.", "a year and a half", "P1Y6M", None),
        ("It will be 60 by end-2031.", "end-2031", "2031", "late"),
        ("It took 20-plus years.", "20-plus years", "P20Y", "more"),
        ("It took two days or less.", "two days or less", "P2D", "less"),
        ("It rose in the opening months of 2031.", "the opening months of 2031", "2031", "early"),
    ],
)
def test_what_is_said_of_a_value_is_kept_apart_from_it(
    text: str, words: str, timex: str, qualifier: str | None
) -> None:
    found = only(text, FRIDAY)
    assert (found.text, found.timex, found.qualifier) == (words, timex, qualifier)


def test_only_the_span_is_looked_at_and_offsets_are_absolute() -> None:
    text = "In 2030 it opened. In 2031 it closed."
    (found,) = find(text, Span(19, len(text)), None)
    assert found.span == Span(22, 26) and found.span.of(text) == "2031"


def test_no_expression_crosses_a_blank_line() -> None:
    assert [t.text for t in times("It was in March\n\n2031 was worse.")] == ["March", "2031"]


WORDS = st.sampled_from(
    [
        "last",
        "next",
        "the",
        "of",
        "a",
        "two",
        "hundred",
        "year",
        "years",
        "month",
        "ago",
        "later",
        "March",
        "May",
        "12",
        "2031",
        "2,022",
        "31",
        "29",
        "February",
        "Q2",
        "half",
        "early",
        "end",
        "12:30",
        "p.m.",
        "Friday",
        "9999",
        "1000",
        "and",
        "to",
        "-",
        "–",
        ",",
        ".",
        "by",
        "decades",
        "century",
        "every",
    ]
)


@given(
    st.lists(WORDS, max_size=12).map(" ".join),
    st.sampled_from([None, "2031", "9999-12-31", "0001-01-01", FRIDAY]),
)
@settings(max_examples=400)
def test_times_are_grounded_ordered_and_real(text: str, published: str | None) -> None:
    end = 0
    for found in times(text, published):
        assert found.span.of(text) == found.text and found.span.start >= end
        end = found.span.end
        if found.start is not None and found.end is not None:
            assert date.fromisoformat(found.start) <= date.fromisoformat(found.end)


@given(st.text(max_size=200), st.none() | st.text(max_size=12))
@settings(max_examples=300)
def test_arbitrary_text_and_dates_never_raise(text: str, published: str | None) -> None:
    for found in times(text, published):
        assert found.span.of(text) == found.text


@pytest.mark.parametrize(
    "piece", ["1", "last ", "1 ", "May ", "12:", "about the end of the ", "a hundred ", "\n "]
)
def test_hostile_repetition_takes_bounded_time(piece: str) -> None:
    text = piece * (250_000 // len(piece))
    began = time.process_time()
    times(text, FRIDAY)
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    ("text", "published", "timex"),
    [
        ("Orlan Works built 204 boats in February.", "2032-03-03", "2032-02"),
        ("Orlan Works built 108 boats in May, it has said.", "2031-06-03", "2031-05"),
        ("The boats to be delivered in May are late.", "2031-06-10", "2032-05"),
        ("It sank in December, and will rise again.", "2031-06-10", "2030-12"),
        ("40 boats by September.", "2031-10-01", "2032-09"),
        ("The yard delivered 40 boats by September.", "2031-10-01", "2031-09"),
        ("Output at the hall: 40 in June.", "2031-03-01", "2030-06"),
        ("Output at the hall: 40 in May.", "2031-03-01", "2031-05"),
        ("They grew 40 on Friday, and will ship them.", "2031-06-10", "2031-06-06"),
        ("They built a hall in the spring.", "2031-02-10", "2030-SP"),
    ],
)
def test_a_time_without_its_year_takes_the_tense_of_its_clause(
    text: str, published: str, timex: str
) -> None:
    assert [t.timex for t in find(text, Span(0, len(text)), published)] == [timex]
