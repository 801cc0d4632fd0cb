import pytest

from allsource.entities.mentioned import Mentioned
from allsource.entities.unseen import sought
from allsource.model.document import Furniture
from allsource.model.span import Span
from strategies import page


def found(text, names=(), short=(), **fields):
    document = page(text, **fields)
    return [one.text for one in sought([document], {}, names, short)[document.id]]


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("The office of Orlan Works Ltd closed.", ["Orlan Works Ltd"]),
        ("The Tarnov Glassworks closed, as did On Dock Works.", ["Dock Works"]),
        ("Orlan's works closed. Orlan  Works did not.", ["Orlan  Works"]),
        ("It is not Orlan. Works closed; Orlan Worksop did not.", []),
        ("President Iva Maron met Gen. Timo Vell.", ["Iva Maron", "Timo Vell"]),
        ("The General Assembly of Velory met.", []),
    ],
)
def test_names_of_two_words(text, there):
    assert found(text, ["Orlan Works"]) == there


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("It was Frost who left.", ["Frost"]),
        ("Frost said that he left.", ["Frost"]),
        ("Frost damaged the vines.", []),
        ("It was the Frost Trust and Jack Frost.", []),
        ("It was Mr Frost who left.", ["Frost"]),
        ("Jack Frost said so.", []),
        ("On Monday Frost said so.", ["Frost"]),
        ("The HSB met. HSB rules hold.", ["HSB", "HSB"]),
    ],
)
def test_single_words_stand_inside_a_sentence_or_speak(text, there):
    assert found(text, short=["Frost", "HSB"]) == there


def test_furniture_is_left_out():
    mark = (Furniture(Span(0, 11), "menu", "a rule"),)

    assert found("Orlan Works closed.", ["Orlan Works"], furniture=mark) == []


def test_what_the_claims_show_stays():
    document = page("Orlan said so.")
    known = Mentioned(document.id, Span(0, 5), "Orlan", "Timo Orlan", frozenset({"person"}))

    assert (
        sought([document], {document.id: [known]}, (), ["Orlan"])[document.id][0].name
        == "Timo Orlan"
    )
