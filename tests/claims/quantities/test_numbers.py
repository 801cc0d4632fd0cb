import pytest

from allsource.claims.parse import parse_text
from allsource.claims.quantities.numbers import read_number
from allsource.claims.quantities.words import cut


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1,234,567.5 rounds", 1234567.5),
        ("twenty-one thousand six hundred rounds", 21600),
        ("one thousand and five drones", 1005),
        ("4 hundred million people", 4e8),
        ("1.75 billion", 1.75e9),
        ("12 mln", 1.2e7),
        ("4,500 crore", 4.5e10),
        ("3 lakh", 3e5),
        ("half a million", 5e5),
        ("half a dozen", 6),
        ("one and a half million", 1.5e6),
        ("two-and-a-half hours", 2.5),
        ("2 1/2 pounds", 2.5),
        ("2½ pounds", 2.5),
        ("1/2 pound", 0.5),
        ("two-thirds", 2 / 3),
        ("three quarters", 0.75),
        ("one in five", 0.2),
        ("9 out of 10", 0.9),
        ("couple of hundred", 200),
        ("dozens of firms", 24),
        ("tens of thousands of shells", 20000),
        ("tenfold", 10),
        ("١٢٠ crates", 120),
    ],
)
def test_value(words: str, value: float):
    number = read_number(cut(parse_text(words).paragraphs[0]), 0)
    assert number is not None
    assert number.value == pytest.approx(value)


@pytest.mark.parametrize(
    "words", ["several crates", "1" + "0" * 400, "hundred", "five " * 0 + "and"]
)
def test_no_number(words: str):
    paragraphs = parse_text(words).paragraphs
    assert not paragraphs or read_number(cut(paragraphs[0]), 0) is None


@pytest.mark.parametrize(
    ("line", "share"),
    [
        ("Some three in ten calls were dropped.", 0.3),
        ("Roughly two in every five calls were dropped.", 0.4),
        ("The bank will close one branch in eight.", 0.125),
        ("It lost three in ten days.", None),
        ("It lost three in 2031.", None),
    ],
)
def test_so_many_in_so_many_is_a_share(read, line: str, share: float | None):
    found = [quantity.low for quantity in read(line) if quantity.role == "share"]
    assert found == ([pytest.approx(share)] if share is not None else [])
