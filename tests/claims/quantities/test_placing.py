import pytest


@pytest.mark.parametrize(
    "line",
    [
        "Nine years after the fire the mill reopened.",
        "Twenty years on, the court has ruled.",
        "It was the poorest harvest in eleven seasons.",
        "Palm oil touched a six-week high.",
        "It rained for the first time in ten years.",
    ],
)
def test_a_length_that_says_when_is_no_quantity(read, line):
    assert read(line) == []


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("The war lasted nine years.", 9),
        ("He was jailed for nine years after the fire.", 9),
        ("It was a nine-year war.", 9),
    ],
)
def test_a_length_that_lasts_is_one(read, line, years):
    assert [q.low for q in read(line)] == [years]
