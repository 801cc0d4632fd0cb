import pytest


@pytest.mark.parametrize(
    ("line", "of"),
    [
        ("Orlan Works reported revenue of $7 billion.", "revenue"),
        ("The fee rose to 14 million dinars.", "fee"),
        ("She loaded 640,000 barrels of crude at Velory.", "crude"),
        ("Orlan Works paid $7 billion.", None),
    ],
)
def test_what_an_amount_is_told_of(read, line: str, of: str | None):
    assert read(line)[0].of == of


@pytest.mark.parametrize(
    ("line", "of"),
    [
        ("The volume of barley in the shed is 1.9 million tonnes.", "barley"),
        ("The survey put the spawning stock at 61,000 tonnes.", "spawning stock"),
        ("Orlan Works cut its nickel guidance to 31,000 tonnes.", "nickel guidance"),
        ("The previous record, £9.2m for a keeper, had stood for long.", "previous record"),
        ("He signed a deal which is said to be worth £50,000 a week.", "deal"),
        ("The $410 million Dry Creek extension has been put off.", "Dry Creek extension"),
        ("Its hold was full of 45-horsepower tractors.", "tractors"),
        ("Repairs to the pier would take eight weeks.", "Repairs"),
        ("He talked for eight weeks.", None),
        ("A fire has burned a wood. It is 5% contained.", None),
        ("A fire broke out at noon. It is 5% contained.", "fire"),
    ],
)
def test_the_noun_that_bears_a_measure(read, line: str, of: str | None):
    assert read(line)[-1].of == of
