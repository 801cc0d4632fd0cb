from hypothesis import given
from hypothesis import strategies as st

from allsource.lineage.intervals import apart, gap, overlap, rounded_to, step
from allsource.model.numbers import Point

NUMBERS = st.none() | st.integers(0, 50).map(float)


def point(low, high=None, **fields):
    ends = {"low_open": False, "high_open": False, "approximate": False, "start": None, "end": None}
    return Point("clm", 0, low, high, **{**ends, "plan": False, "root": None, **fields})


INTERVALS = st.tuples(NUMBERS, NUMBERS).filter(lambda ends: None in ends or ends[0] <= ends[1])


@given(INTERVALS, INTERVALS)
def test_apart_and_gap_agree_and_are_symmetric(mine, theirs):
    one, other = point(*mine), point(*theirs)
    assert apart(one, other) == apart(other, one)
    assert gap(one, other) == gap(other, one) >= 0
    assert apart(one, other) or gap(one, other) == 0


def test_open_ends_that_touch_are_apart():
    assert apart(point(5.0, None, low_open=True), point(1.0, 5.0))
    assert not apart(point(5.0, None), point(1.0, 5.0))


def test_rounding_is_to_the_coarser_numbers_last_digit():
    assert rounded_to(point(1092.0, 1092.0), point(1100.0, 1100.0)) == 100.0
    assert rounded_to(point(1040.0, 1040.0), point(1100.0, 1100.0)) is None
    assert rounded_to(point(1100.0, 1100.0), point(1100.0, 1100.0)) is None
    assert rounded_to(point(1100.0, None), point(1092.0, 1092.0)) is None


@given(st.floats(-1e15, 1e15).filter(lambda value: not 0 < abs(value) < 1e-9))
def test_a_step_is_positive(value):
    assert step(value) > 0


def test_times_overlap_or_not_or_are_unknown():
    may, june = (
        point(1.0, start="2031-05-01", end="2031-05-31"),
        point(1.0, start="2031-06-01", end="2031-06-30"),
    )
    assert overlap(may, june) is False
    assert overlap(may, may) is True
    assert overlap(may, point(1.0)) is None
    assert overlap(point(1.0, end="2031-06-15"), may) is True
