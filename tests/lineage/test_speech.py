import pytest

from allsource.lineage.speech import speech

SAID = [
    ("He said “one two” and left", ["“one two”"]),
    ('He said "one two" and "three"', ['"one two"', '"three"']),
    ("He said 'one two' of its sails", ["'one two'"]),
    ("the owners' view of it's a boat's end", []),
    ("He said ‘it’s the boat’s end’ then", ["‘it’s the boat’s end’"]),
    ("Er sagte „eins zwei“ und ging", ["„eins zwei“"]),
    ("Il dit «un deux» et part", ["«un deux»"]),
    ("“One goes on\n“and ends here” he said", ["“One goes on", "“and ends here”"]),
]


@pytest.mark.parametrize(("text", "found"), SAID)
def test_marks_are_paired_within_a_line(text, found):
    assert [place.of(text) for place in speech(text)] == found


@pytest.mark.parametrize("mark", ['"', "“", "' a", "«", "„", "‘a "])
def test_many_marks_are_read_once(mark):
    text = mark * 20_000
    assert sum(len(place.of(text)) for place in speech(text)) <= len(text)
