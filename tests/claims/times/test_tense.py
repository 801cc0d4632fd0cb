"""Which side of publication a weekday, a month or a day without its year lies on."""

import pytest

from allsource.claims.times import find
from allsource.model.span import Span

FRIDAY = "2031-11-14"


def timexes(text: str, published: str | None = FRIDAY) -> list[str]:
    return [t.timex for t in find(text, Span(0, len(text)), published)]


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("The yard opened on Monday.", "2031-11-10"),
        ("The yard will open on Monday.", "2031-11-17"),
        ("We'll be meeting on Monday.", "2031-11-17"),
        ("It won't open on Monday.", "2031-11-17"),
        ("The vote is on Monday.", "2031-11-17"),
        ("They agreed to meet on Monday.", "2031-11-17"),
        ("They agreed to a call on Monday.", "2031-11-10"),
        ("Ost said Monday that the yard will open.", "2031-11-10"),
        ("Ost could not be reached on Monday.", "2031-11-10"),
        ("The bid had been due on Monday.", "2031-11-10"),
        ("They have until Monday.", "2031-11-17"),
        ("Until Monday, they had not called.", "2031-11-10"),
        ("Crews raced to clear the road ahead of Monday's vote.", "2031-11-17"),
        ("It could reopen as early as Monday.", "2031-11-17"),
        ("It was shut Dec. 7. In trading on Monday, Orlan closed at 40.", "2031-11-10"),
    ],
)
def test_a_weekday_is_the_last_one_unless_the_clause_looks_ahead(text: str, timex: str) -> None:
    assert timexes(text)[-1] == timex


@pytest.mark.parametrize(
    ("text", "published", "timex"),
    [
        ("The dividend, declared today, is payable Dec. 1.", "2031-10-27", "2031-12-01"),
        ("It was put off to Nov. 16.", "2031-10-27", "2031-11-16"),
        ("It sank on Nov. 16.", "2031-12-27", "2031-11-16"),
        ("They could win in November.", "2031-05-02", "2031-11"),
        ("Revenue is likely to be up, as it was up 3 percent in October.", "2031-11-13", "2031-10"),
        ("It will report third-quarter results.", "2031-10-20", "2031-Q3"),
        ("They could lose in the fall.", "2031-04-02", "2031-FA"),
        ("The summit is set for Velory in April.", "2031-03-12", "2031-04"),
    ],
)
def test_a_date_without_its_year_is_the_nearest_that_the_clause_allows(
    text: str, published: str, timex: str
) -> None:
    assert timexes(text, published)[-1] == timex


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It ran from 3 March to 5 May 2029.", ["2029-03-03", "2029-05-05"]),
        ("It ran from March to May 2029.", ["2029-03", "2029-05"]),
        ("It ran between 5 and 9 March 2029.", ["2029-03-05"]),
    ],
)
def test_the_first_end_of_a_range_takes_the_year_of_the_last(text: str, found: list[str]) -> None:
    assert timexes(text) == found
