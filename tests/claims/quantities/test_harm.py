import pytest

HARMED = [
    "The fire killed 20 people.",
    "At least 20 people were wounded.",
    "Some 20 people died.",
    "The blast left 20 dead.",
    "Losses surpassed 20 boats.",
    "The death toll rose to 20.",
    "Twenty wounded men came.",
    "The raid destroyed 20 carts.",
    "The flood killed dozens of farmers.",
]
UNHARMED = [
    "The court sentenced 20 men for killing a guard.",
    "Two others left after losing the vote.",
    "A raid by 20 gliders killed a guard.",
    "The yard built 20 boats after the fire killed a guard.",
    "He lost thousands of dollars.",
    "The wounded guard saw 20 boats.",
]


@pytest.mark.parametrize("line", HARMED)
def test_those_counted_came_to_harm(read, line):
    assert [quantity.measure for quantity in read(line)] == ["casualties"]


@pytest.mark.parametrize("line", UNHARMED)
def test_harm_elsewhere_in_the_sentence_does_not_count(read, line):
    assert [q.text for q in read(line) if q.measure == "casualties"] == []
    assert len(read(line)) == 1


def test_the_whole_is_not_harmed_where_a_part_is(read):
    part, whole = read("Police said that 12 of the 40 men were killed.")
    assert (part.measure, whole.measure) == ("casualties", None)
