from hypothesis import given
from hypothesis import strategies as st

from allsource.lineage.chronology import _dates, earlier, precedence, rank
from allsource.model.document import DateCandidate
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


def dated(published, *dates, **fields):
    found = tuple(DateCandidate(date, origin, "") for date, origin in dates)
    return page("a", published=published, date_candidates=found, **fields)


def test_dates_that_agree_outweigh_one_in_the_text():
    story = dated(
        "2031-05-01", ("2031-05-01", "json-ld"), ("2031-05-01", "url"), ("2029-01-01", "text")
    )
    assert earlier(page("b", published="2031-03-01", path="b"), story) is True


def test_dates_of_one_page_that_disagree_leave_it_open():
    torn = dated(
        "2031-05-01", ("2031-05-01", "meta"), ("2031-01-01", "json-ld"), ("2031-01-01", "url")
    )
    assert earlier(page("b", published="2031-03-01", path="b"), torn) is None
    assert earlier(page("b", published="2030-03-01", path="b"), torn) is True


@given(
    st.dates().map(str),
    st.lists(st.tuples(st.dates().map(str), st.sampled_from(["meta", "text", "url", "given"]))),
)
def test_the_parts_of_the_weight_never_exceed_the_whole(published, dates):
    before, after = precedence(
        dated(published, *dates), page("b", published="2031-03-01", path="b")
    )
    assert before >= 0 and after >= 0
    assert before + after <= 1 + 1e-9


def test_moments_of_one_day_are_told_apart_but_not_from_the_day():
    dawn, noon = dated("2031-05-01T05:00"), dated("2031-05-01T12:00", path="b")
    assert earlier(dawn, noon) is True
    assert earlier(dawn, page("c", published="2031-05-01", path="c")) is None


def test_the_ends_of_time_are_dates_like_others():
    first, last = page("a", published="0001-01-01"), page("b", published="9999-12-31", path="b")
    assert earlier(first, last) is True
    assert earlier(last, first) is False
    assert min([last, first, page("c", path="c")], key=rank) == first


def test_so_many_dates_are_weighed_at_most():
    many = dated("2031-05-01", *((f"2031-01-{n:02}", "text") for n in range(1, 29)))
    assert len(_dates(many)) <= 13
