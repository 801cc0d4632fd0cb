import pytest


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("The yard built 60 boats in May, not 40.", ["60 boats"]),
        ("The yard built 60 boats in May (not 40).", ["60 boats"]),
        ("The yard built 60 boats rather than 40.", ["60 boats"]),
        ("It built 60 boats instead of the 40 planned.", ["60 boats"]),
        ("Not 40 but 60 boats were built.", ["60 boats"]),
        ("It built not only 40 boats but 12 carts.", ["40 boats", "12 carts"]),
        ("It has not 40 boats.", ["40 boats"]),
        ("It made 60 boats, not less than 12 here.", ["60 boats", "not less than 12"]),
        ("One boat costs $900.", ["$900"]),
        ("One boat was seen.", ["One boat"]),
        ("The price of one boat is $900, and one cart was lost.", ["$900", "one cart"]),
    ],
)
def test_what_the_text_asserts(read, line, kept):
    assert [quantity.text for quantity in read(line)] == kept


def test_the_number_put_in_place_takes_unit_and_rate(read):
    (found,) = read("Output was not 40 boats a month but 60.")
    assert (found.low, found.unit, found.per) == (60, "boat", "month")


def test_a_bound_is_not_a_number_turned_down(read):
    (found,) = read("The yard, not more than 40 boats strong, closed.")
    assert (found.low, found.high, found.high_open) == (None, 40, False)
