"""Which stretches are quotations?"""

import pytest

from allsource.claims.parse import parse_text
from allsource.claims.quotation import find


def inner(text):
    return [q.inner.of(text) for q in find(parse_text(text))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He said “it sank again.”", ["it sank again."]),
        ('He said "it sank again."', ["it sank again."]),
        ("He said ''it sank again.''", ["it sank again."]),
        ("He said ‘it sank again.’", ["it sank again."]),
        ("„Es sank,“ «it sank»", ["Es sank,“ «it sank"]),
        ("The crew’s boat and the port’s dock", []),
        ('A 4" pipe and a 6" pipe', []),
        ("“One,” he said, “two.”", ["One,", "two."]),
        ("He said “it sank", []),
        ("”stray” marks”", []),
    ],
)
def test_marks(text, wanted):
    assert inner(text) == wanted


def test_an_open_quotation_goes_on_in_the_next_paragraph():
    text = "“It sank on Monday.\n\n“It sank again,” he said."
    first, second = find(parse_text(text))
    assert first.inner.of(text) == "It sank on Monday."
    assert second.goes_on and not first.goes_on


def test_an_open_quotation_ends_with_its_paragraph_where_the_next_does_not_go_on():
    assert inner("“It sank on Monday.\n\nIt sank again, he said.") == []


def test_names_and_scare_quotes_are_not_spoken():
    (quotation,) = find(parse_text("The “Morning Star” sank."))
    assert not quotation.spoken
