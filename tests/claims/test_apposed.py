"""Is a post with a name behind a statement who told it, and is nothing else taken for one?"""

import pytest

from allsource.claims import apposed
from allsource.claims.extract import extract
from allsource.claims.parse import parse_text
from strategies import page

TOLD = [
    ("The Quellmark yard in Port Orrin employs 900 workers", "the mayor, Ketil Brask, told the Gazette"),
    ("Selmark Line has ordered 12 ferries from the yard", "the line's managing director, Bero Astrup, said"),
    (
        "Port Orrin's labour office has received notice of 340 redundancies",
        "its director, Ilse Varnholt, told the town council",
    ),
    (
        "The yard will shed 340 jobs by the end of June",
        "the leader of the shipbuilders' union, Marit Oskelund, said",
    ),
    ("The bridge at Karsby was built in 1931", "a local historian, Ulla Tremond, said"),
    ("The ferry can carry 120 cars", "the captain, Lise Brandal, told passengers"),
    ("The hospital has treated 17 patients", "the hospital's chief physician, Dr Elin Marrow, told the paper"),
]  # fmt: skip

OTHERS = [
    "The mayor, Ketil Brask, said the yard employs 900 workers.",
    "After the council met, the mayor, Ketil Brask, said the quay was sold.",
    "The council met, the mayor, Ketil Brask, told the Gazette that the quay was sold.",
    "The yard bought the quay, the crane, Karsby Dock, and said it would hire 40 welders.",
    "Guests were the architect, the mayor, Ketil Brask, said the Gazette.",
    "The yard owns a quay, the crane, Karsby, said the Gazette.",
    "“The yard is shut”, the mayor, Ketil Brask, said.",
]


@pytest.mark.parametrize(("statement", "credit"), TOLD)
def test_the_named_one_tells_the_whole_statement(statement, credit):
    (claim,) = extract(page(f"{statement}, {credit}."))
    (told,) = claim.attribution
    name = credit.split(", ")[1].removeprefix("Dr ")
    assert claim.statement == statement
    assert (told.source.kind, told.source.name) == ("named_person", name)
    assert told.source.text == credit.rsplit(", ", 1)[0]


@pytest.mark.parametrize(
    "text",
    [
        "The mill employs 300 people, Sanna Ruik, its manager, told the Herald.",
        "The ministry has ordered 30 trams, Sanna Ruik, a spokeswoman, told reporters.",
    ],
)
def test_the_name_may_come_before_the_post(text):
    (claim,) = extract(page(text))
    assert claim.statement == text.split(", ")[0]
    assert claim.attribution[0].source.name == "Sanna Ruik"


@pytest.mark.parametrize("text", OTHERS)
def test_other_commas_before_a_verb_of_speech_are_left_alone(text):
    assert apposed.find(parse_text(text).paragraphs[0], 0) == []


def test_a_statement_that_goes_on_behind_the_verb_is_kept():
    text = "The yard built 221 hulls, the mayor, Ketil Brask, told the paper, and will build more."
    (claim,) = extract(page(text))
    spans = claim.attribution[0].content.spans
    assert [span.of(text) for span in spans] == ["The yard built 221 hulls", "will build more"]


def test_the_named_one_is_she_in_the_next_sentence():
    text = (
        "The yard will shed 340 jobs, the leader of the union, Marit Oskelund, said. "
        "She said 40 welders would stay."
    )
    assert [c.source.name for c in extract(page(text))] == ["Marit Oskelund"] * 2
