import pytest
from hypothesis import given
from hypothesis import strategies as st

from allsource.evidence.dates import explicit_dates, iso_prefix, only_date


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("on 4 May 2031.", ["2031-05-04"]),
        ("on the 4th of May, 2031", ["2031-05-04"]),
        ("May 4, 2031", ["2031-05-04"]),
        ("Sept. 4, 2031", ["2031-09-04"]),
        ("in SEPTEMBER 2031", ["2031-09"]),
        ("2031-05-04 and 2031-05", ["2031-05-04", "2031-05"]),
        ("31 February 2031", []),
        ("04/05/2031", []),
        ("model 2031-05-04-7", []),
        ("they may 2031 times", ["2031-05"]),
        ("1,100 in 2031", []),
    ],
)
def test_finds_explicit_dates(words, found):
    assert [date for date, _ in explicit_dates(words)] == found


@pytest.mark.parametrize(
    ("field", "date"),
    [
        ("2031-10-21T05:30:00+01:00", "2031-10-21"),
        ("2031/05/04", "2031-05-04"),
        ("20310504", "2031-05-04"),
        ("Sun, 04 May 2031 08:00:00 GMT", "2031-05-04"),
        ("2031", "2031"),
        ("4 May 2031 and 5 May 2031", None),
        ("yesterday", None),
        ("2031-13-45", None),
        ("9" * 5000, None),
    ],
)
def test_reads_a_field_that_holds_one_date(field, date):
    assert only_date(field) == date


@given(st.text(max_size=200))
def test_spans_are_inside_and_dates_are_real(text):
    for date, span in explicit_dates(text):
        assert 0 <= span.start < span.end <= len(text)
        assert iso_prefix(date) == date
