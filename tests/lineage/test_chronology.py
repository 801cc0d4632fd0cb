from hypothesis import given
from hypothesis import strategies as st

from allsource.lineage.chronology import earlier
from strategies import page

DATES = st.none() | st.dates().map(str) | st.sampled_from(["2031", "2031-05", "2030-12"])


@given(DATES, DATES)
def test_earlier_is_never_both_ways(one, other):
    left, right = page("a", published=one), page("b", published=other, path="b")
    assert earlier(left, right) in (None, not earlier(right, left))
    assert (earlier(left, right) is None) == (earlier(right, left) is None)


def test_a_bracket_stands_for_a_missing_date():
    bracketed = page("a", published_between=("2031-02", "2031-04"))
    assert earlier(bracketed, page("b", published="2031-05-01")) is True
    assert earlier(bracketed, page("b", published="2031-03-01")) is None
    assert earlier(page("a", published_between=(None, "2031")), page("b")) is None
