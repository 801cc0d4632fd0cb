import pytest


@pytest.mark.parametrize(
    ("line", "rates"),
    [
        ("Tolls rose by 8 dollars a tonne for ore and 11 dollars for coal.", ["tonne", "tonne"]),
        ("It burned $4 million a week, against $2.6 million in May.", ["week", "week"]),
        ("The yard paid $4 a day and $900 for repairs.", ["day", None]),
        ("Crews work 71 hours a week; the legal maximum is 60.", ["week", "week"]),
    ],
)
def test_joined_amounts_share_their_rate(read, line: str, rates: list[str | None]):
    assert [quantity.per for quantity in read(line)] == rates
