import pytest


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("It sold 40 mills in the year to June 2031.", "2030-07-01", "2031-06-30"),
        ("It lost 40 fish in the week ended 4 May 2031.", "2031-04-28", "2031-05-04"),
        ("Output was 40 tonnes in the nine months through December 2031.", "2031-04-01",
         "2031-12-31"),
        ("Output was 40 tonnes in the first nine months of 2030.", "2030-01-01", "2030-09-30"),
        ("It sold 40 mills in the 12 months to 29 February 2032.", "2031-03-01", "2032-02-29"),
    ],
)  # fmt: skip
def test_a_length_and_one_end_are_a_stretch(read, line, start, end):
    (quantity,) = read(line)
    assert (quantity.time.start, quantity.time.end) == (start, end)
    assert quantity.time.text == quantity.time.span.of(line)


def test_a_length_that_only_stands_near_a_date_is_none(read):
    found = read("He worked two years, until June 2031, on 40 mills.")
    assert all(q.time is None or q.time.text == "June 2031" for q in found)
