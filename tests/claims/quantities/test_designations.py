import pytest

LINES = [
    "The Orlan-7 is known abroad as the Merrow-12.",
    "UN Resolution 2231 lapsed.",
    "Flight VL17 left at 9:40 p.m. on 3 May 2031.",
    "The 41st Brigade flew Su-57 and Il-76 aircraft.",
    "An Ilyushin-76 and an S-400 were seen.",
    "Article 12 was cited by the G7.",
    "Building 4 stands on Route 18.",
    "The 2031-32 budget was passed on Oct. 9.",
    "Velory won 3-1 in the second half.",
    "Call +44 20 7946 0018 for details.",
    "COVID-19 closed Channel 4 in 2020.",
    "One must ask why no one objected.",
    "The two countries signed an accord.",
    "In the 1990s the yard built Project 636 boats.",
    "Version 3.2.1 runs on Windows 11.",
    "He lives at 14 Harbour Road.",
    "The Boeing 747 and the Airbus A320 were parked.",
    "It changed after 9/11.",
    "A 3D print of the hull was shown.",
    "The first nine months of 2031 were dry.",
    "Several engineers left.",
    "It happened in 2031.",
    "The key is 8812345678901234567.",
]


@pytest.mark.parametrize("line", LINES)
def test_names_dates_and_numbers_of_things_are_left(read, line):
    assert [quantity.text for quantity in read(line)] == []


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("Two F-16s and 40 crates arrived.", ["Two F-16s", "40 crates"]),
        ("About 2,000 people came in 2031.", ["About 2,000 people"]),
        ("In 2031 the yard built 2030 boats.", ["2030 boats"]),
        ("The Shahed-type hulls cost $2030.", ["$2030"]),
        ("EUR50m was paid.", ["EUR50m"]),
    ],
)
def test_quantities_beside_them_are_kept(read, line, texts):
    assert [quantity.text for quantity in read(line)] == texts
