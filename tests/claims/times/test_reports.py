"""Quarters and years of reports on results, feasts, parts of days and steps of time."""

from datetime import date

import pytest

from allsource.claims.times import find
from allsource.claims.times.holidays import feast
from allsource.model.span import Span

FRIDAY = "2031-11-14"


def timexes(text: str, published: str | None = FRIDAY) -> list[str]:
    return [t.timex for t in find(text, Span(0, len(text)), published)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Third-quarter profit rose from that of a year ago.", ["2031-Q3", "2030-Q3"]),
        ("Third-quarter profit beat the year-ago quarter.", ["2031-Q3", "2030-Q3"]),
        ("Second-quarter profit beat the year-earlier period.", ["2031-Q2", "2030-Q2"]),
        ("Second-quarter profit beat the 2029 period.", ["2031-Q2", "2029-Q2"]),
        ("Sales fell in the quarter.", ["2031-Q3"]),
        ("Sales fell in the latest quarter.", ["2031-Q3"]),
        ("For the full year, sales fell.", ["2031"]),
        ("For the week, the index rose.", ["2031-W46"]),
        ("It had eight yards a year ago.", ["2030"]),
        ("A loss in the fourth quarter is feared; the quarter began well.", ["2031-Q4", "2031-Q4"]),
    ],
)
def test_a_report_speaks_of_the_quarter_that_it_named(text: str, found: list[str]) -> None:
    assert timexes(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "It led at the end of the first half of the match.",
        "The quarter-final was dull.",
        "It raised its quarterly dividend.",
        "The movie, '13 Hours', was dull.",
        "The Orlan Party daily Banner wrote so.",
        "It is in EBN Today.",
        "A 5-month-old foal fell.",
        "It is 5 years old.",
    ],
)
def test_what_only_looks_like_a_stretch_of_time_is_left_alone(text: str) -> None:
    assert timexes(text) == []


@pytest.mark.parametrize(
    ("code", "year", "day"),
    [
        ("easter", 2000, date(2000, 4, 23)),
        ("easter", 2024, date(2024, 3, 31)),
        ("11-4-4", 1999, date(1999, 11, 25)),
        ("5-5-1", 2016, date(2016, 5, 30)),
        ("12-25", 2031, date(2031, 12, 25)),
    ],
)
def test_feasts_fall_where_the_calendar_puts_them(code: str, year: int, day: date) -> None:
    assert feast(code, year) == day


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("It was found on Thanksgiving Day.", "2030-11-28"),
        ("It was found last Thanksgiving.", "2030-11-28"),
        ("It will open on Christmas Eve.", "2031-12-24"),
        ("It will open on New Year's Eve.", "2031-12-31"),
        ("It closed on Labor Day.", "2031-09-01"),
        ("It closed in Easter week 2031.", "2031-W15"),
        ("It opened on the first Monday in September.", "2031-09-01"),
        ("It opened on the last Friday of August 2030.", "2030-08-30"),
    ],
)
def test_feasts_are_the_last_or_the_next(text: str, timex: str) -> None:
    assert timexes(text) == [timex]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It fell on 5 May 2031; that night it was lit.", ["2031-05-05", "2031-05-05TNI"]),
        ("It fell on 5 May 2031 and rose the next morning.", ["2031-05-05", "2031-05-06TMO"]),
        ("It fell on the night of 5 May 2031.", ["2031-05-05TNI"]),
        ("It fell on the night of 5-6 May 2031.", ["2031-05-05TNI"]),
        ("It fell at 11pm on Saturday night.", ["2031-11-08T23:00"]),
        ("It was lit by mid-afternoon.", ["2031-11-14TAF"]),
        ("It fell later in the day.", ["2031-11-14"]),
        ("Shares fell 3 percent on the day.", ["2031-11-14"]),
        ("It fell at 0600 GMT on 5 May 2031.", ["2031-05-05T06:00"]),
        ("It fell on Thursday at 15:30 UTC.", ["2031-11-13", "2031-11-13T15:30"]),
        ("They fell on Thursday. At 15:30 it rained.", ["2031-11-13", "2031-11-14T15:30"]),
        ("It was lit over the weekend.", ["2031-W45-WE"]),
        ("It will be lit over the weekend.", ["2031-W46-WE"]),
    ],
)
def test_a_part_of_a_day_belongs_to_the_day_of_its_sentence(text: str, found: list[str]) -> None:
    assert timexes(text) == found


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("They meet three times a week.", "P1W"),
        ("They march each July.", "XXXX-07"),
        ("They march every summer.", "XXXX-SU"),
        ("They sleep every night.", "XXXX-XX-XXTNI"),
        ("They meet every Monday morning.", "XXXX-WXX-1TMO"),
    ],
)
def test_what_recurs_is_a_set(text: str, timex: str) -> None:
    (found,) = find(text, Span(0, len(text)), FRIDAY)
    assert (found.timex, found.type) == (timex, "SET")


@pytest.mark.parametrize(
    ("text", "words", "boundary"),
    [
        ("It applies from 5 May 2031 onwards.", "5 May 2031", "since"),
        ("It is due on 5 May 2031 at the latest.", "5 May 2031", "by"),
        ("It runs from June 2031 on.", "June 2031", "since"),
        ("It is due on or before 5 May 2031.", "5 May 2031", "by"),
        ("It opens no earlier than 5 May 2031.", "5 May 2031", "since"),
        ("It was shut until after 5 May 2031.", "5 May 2031", "after"),
        ("It was found two days after 5 May 2031.", "5 May 2031", None),
    ],
)
def test_bounds_around_the_date(text: str, words: str, boundary: str | None) -> None:
    found = find(text, Span(0, len(text)), FRIDAY)[-1]
    assert (found.text, found.boundary) == (words, boundary)
