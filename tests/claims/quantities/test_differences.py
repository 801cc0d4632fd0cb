import pytest


@pytest.mark.parametrize(
    ("line", "amount", "level"),
    [
        ("A record 27 women were elected, nine more than in 2025.", ("nine", "up"), "27 women"),
        ("Exports in 2030 came to 22,400 carts, 3,000 above the 2029 figure.", ("3,000", "up"),
         "22,400 carts"),
        ("Cocoa settled $118 lower at $7,046 a ton.", ("$118", "down"), "$7,046 a ton"),
        ("In 2031 it struck 5,500 coins a month, twice its rate of 2030.", ("twice", "up"),
         "5,500 coins a month"),
    ],
)  # fmt: skip
def test_a_difference_from_an_earlier_time_is_a_change(read, line, amount, level):
    found = {q.text: q for q in read(line)}
    by, to = found[amount[0]], found[level]
    assert (by.role, by.direction) == ("change_by", amount[1])
    assert (to.role, to.direction) == ("change_to", amount[1])
    assert by.series is not None
    assert by.series == to.series


@pytest.mark.parametrize(
    "line",
    [
        "The board has 27 women, two fewer than planned.",
        "It burns 40 litres, twice the limit.",
        "The auction raised $1.75bn, roughly $250m more than the treasury had hoped.",
    ],
)
def test_a_difference_from_another_thing_is_none(read, line):
    assert {q.role for q in read(line)} == {"level"}


def test_what_could_be_doubled_is_where_the_change_begins(read):
    level, double = read("Orlan Works makes 800 hulls a year and could double that.")
    assert (level.role, double.role) == ("change_from", "change_by")
    assert level.series == double.series


def test_the_same_in_other_words_is_the_same_point(read):
    line = (
        "Output was put at 2,700 drones a month in 2031, or roughly 90 a day, up from 500 in 2029."
    )
    roles = [q.role for q in read(line)]
    assert roles == ["change_to", "change_to", "change_from"]
