import pytest

from allsource.entities.stated_names import stated_names
from strategies import page


def told(text):
    return [(one.name, one.other, one.sort) for one in stated_names(page(text), ())]


@pytest.mark.parametrize(
    ("text", "name", "other", "sort"),
    [
        ("The Orlan-9, known as the Vell-2 in Velory, fell.", "Orlan-9", "Vell-2", "alike"),
        ("The Orlan-9 (known as Vell-2 in Velory) fell.", "Orlan-9", "Vell-2", "alike"),
        ("Halden Yards (formerly Norrvik Works) met.", "Halden Yards", "Norrvik Works", "alike"),
        ("Mara Vell, born Mara Orlan, spoke.", "Mara Vell", "Mara Orlan", "alike"),
        ("The Dock Trust was renamed the Quay Trust.", "Dock Trust", "Quay Trust", "alike"),
        ("The Harbour Safety Board (HSB) met.", "Harbour Safety Board", "HSB", "alike"),
        ("HSB (the Harbour Safety Board) met.", "Harbour Safety Board", "HSB", "alike"),
        ("The Harbour Safety Board, or HSB, met.", "Harbour Safety Board", "HSB", "alike"),
        ("The Orlan-9, which Velory calls Vell-2, fell.", "Orlan-9", "Vell-2", "alike"),
        ("The Orlan-9 drone, dubbed Moth, fell.", "Orlan-9", "Moth", "byname"),
        (
            "Vell Metals is not to be confused with Vell Mining.",
            "Vell Metals",
            "Vell Mining",
            "apart",
        ),
    ],
)
def test_two_names_are_told(text, name, other, sort):
    assert told(text) == [(name, other, sort)]


@pytest.mark.parametrize(
    "text",
    [
        "Timo Orlan, formerly Minister of Docks, left.",
        "He also called Mara Vell on Monday.",
        "Orlan Works is no longer known as Vell Works.",
        "The Dock Trust renamed Vell Works Keel Works.",
        "Mara Vell, born in Velory, spoke.",
        "Mara Vell, dubbed a dreamer, spoke.",
        "The boats of Orlan Works, or Vell Works, sank.",
        "Halden Yards, formerly a village, grew.",
        "The yard, renamed In May, grew.",
    ],
)
def test_no_two_names_are_told(text):
    assert told(text) == []


def test_the_spans_hold_the_names():
    text = "On Monday Halden Yards, formerly Norrvik Works, sold two ferries."
    (one,) = stated_names(page(text), ())

    assert text[slice(*one.other_span)] == "Norrvik Works"
    assert text[slice(*one.span)].endswith("Halden Yards")
