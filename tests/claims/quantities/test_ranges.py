"""Any dash, and no approximation beyond its own number."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

ends = st.integers(21, 480)


@settings(max_examples=80)
@given(st.sampled_from("-‐‑–—−"), st.sampled_from(["{}{}{}", "{} {} {}"]), ends, ends)
def test_any_dash_joins_a_range(read, dash, form, low, width):
    if dash == "-" and " " in form:
        form = "{}{}{}"
    line = f"The deal covers {form.format(low, dash, low + width)} lorries."
    (found,) = read(line)
    assert (found.low, found.high, found.unit) == (low, low + width, "lorry")


@settings(max_examples=60)
@given(
    st.sampled_from(["about", "nearly", "some", "roughly", "an estimated", "close to"]),
    st.sampled_from(["and", "or", "but not", ", then"]),
    ends,
    ends,
)
def test_approximation_does_not_leak(read, about, link, first, second):
    line = f"The town lost {about} {first} barges {link} {second} lorries."
    found = read(line)
    assert [q.approximate for q in found[:2]] == [True, False]


@pytest.mark.parametrize(
    ("line", "low", "high"),
    [
        ("It fell from between 40 and 50 tonnes to between 20 and 30 tonnes.", 40, 50),
        ("They sold anywhere from 300 to 500 carts.", 300, 500),
        ("The flight took 2 hours 30 minutes.", 2.5, 2.5),
        ("They counted 30 or 40 boats.", 30, 40),
    ],
)
def test_forms(read, line: str, low: float, high: float):
    assert (read(line)[0].low, read(line)[0].high) == (low, high)
