"""Quarters told from one that was named, and bounds of what is to come."""

import pytest

from allsource.claims.times import find
from allsource.model.span import Span


def _found(text: str, published: str | None = None) -> list[tuple[str, str]]:
    return [(t.text, t.timex) for t in find(text, Span(0, len(text)), published)]


@pytest.mark.parametrize(
    ("text", "words", "timex"),
    [
        ("It lost 4 in the third quarter of 2030 and 2 in the fourth.", "the fourth", "2030-Q4"),
        ("It sold 9 in the first quarter of 2031, 7 in the previous one.", "the previous one",
         "2030-Q4"),
        ("It sold 9 in the first half of 2031, 7 in the second.", "the second", "2031-H2"),
        ("It caught 4 in May 2031, 5 in the same month of 2030.", "the same month of 2030",
         "2030-05"),
        ("In the second quarter of 2031 it sold 9; in the previous quarter, 7.",
         "the previous quarter", "2031-Q1"),
    ],
)  # fmt: skip
def test_a_quarter_is_counted_from_the_one_named(text: str, words: str, timex: str) -> None:
    assert (words, timex) in _found(text)


def test_an_ordinal_is_no_quarter_where_none_was_named() -> None:
    assert _found("It came third in the first and fourth in the second.") == []


@pytest.mark.parametrize(
    ("text", "boundary"),
    [
        ("Ships will pay a levy from January 2032.", "since"),
        ("From May 2031 ships paid a levy.", "since"),
        ("They will march from May to July 2031.", None),
        ("The song is from May 2031.", None),
        ("Families have lived there since the fire of 9 February 2031.", "since"),
        ("Rationing begins on 4 June 2031.", "since"),
    ],
)
def test_from_opens_a_time_that_is_to_come(text: str, boundary: str | None) -> None:
    assert find(text, Span(0, len(text)))[0].boundary == boundary


def test_overnight_and_winter_have_their_days() -> None:
    text = "Boats burned overnight; in winter they had not."
    days = [(t.start, t.end) for t in find(text, Span(0, len(text)), "2031-06-14")]
    assert days == [("2031-06-13", "2031-06-14"), ("2030-12-01", "2031-02-28")]
