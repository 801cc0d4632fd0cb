import pytest

from allsource import vocab


@pytest.mark.parametrize(
    ("line", "measure", "of"),
    [
        ("The price of one boat is $900.", "unit cost", "boats"),
        ("One aircraft costs $900.", "unit cost", "aircraft"),
        ("The cost of a single rotor is $800.", "unit cost", "rotors"),
        ("A new pier cost $5 million.", "price", "new pier"),
        ("The firm sells oars for $40.", "price", "oars"),
        ("The yard owes $27 million.", "debt", None),
        ("A 31-year-old welder spoke.", "age", "welder"),
        ("She wrote to her 9-year-old self.", "age", None),
        ("The plant could reach 300 a month.", "production rate", None),
        ("Boat output was 300 a month.", "production rate", "boats"),
        ("It killed hundreds of Corran farmers.", "casualties", "Corran farmers"),
        (
            "The memo put the share of domestic parts at 60 percent.",
            "domestic share",
            "domestic parts",
        ),
        ("The order for gliders is worth $2 million.", "contract", "gliders"),
        ("The order for Tamoury is worth $2 million.", "contract", None),
        ("The licence contract is worth $2 million.", "contract", None),
        ("Two others were killed.", "casualties", None),
    ],
)
def test_the_thing_is_a_short_noun_phrase_or_nothing(read, line, measure, of):
    (found,) = read(line)
    assert (found.measure, found.of) == (measure, of)


def test_an_age_stays_in_years(read):
    (age,) = read("A 31-year-old welder spoke in May 2031.")
    assert (age.unit, age.per, age.scale_unit, age.time) == ("year", None, None, None)


@pytest.mark.parametrize("cue", [c for c in vocab.load("rates")["selling"] if c != "price"])
def test_one_of_a_thing_is_the_rate_of_its_price(read, cue):
    said = {"cost": "costs", "sell": "sells for", "fetch": "fetches", "retail": "retails for"}
    (price,) = read(f"One boat {said[cue]} $900.")
    assert (price.per, price.measure, price.scale_unit) == ("boat", "unit cost", "USD/boat")
