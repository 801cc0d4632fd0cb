"""Where a stretch is cut into statements."""

import pytest

from allsource.claims.extract import extract
from allsource.claims.parse import parse
from allsource.claims.propositions import of_content, of_stretch
from allsource.model.document import Document
from allsource.model.span import Span


def page(text: str) -> Document:
    return Document(id="doc_a", sha256="", path="a", text=text, media="text")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The yard closed its gate and dismissed forty welders.",
            ["The yard closed its gate", "dismissed forty welders"],
        ),
        (
            "The firm will mend the gate and sell the old hall.",
            ["The firm will mend the gate", "sell the old hall"],
        ),
        (
            "The yard built and sold forty engines.",
            ["The yard built and sold forty engines"],
        ),
        (
            "The clerk saw the letter or heard of it.",
            ["The clerk saw the letter or heard of it"],
        ),
        (
            "The yard, which lost its hall and sold its barge, built forty engines.",
            ["The yard, which lost its hall and sold its barge, built forty engines"],
        ),
        ("He laughed. She said nothing.", ["He laughed", "She said nothing"]),
    ],
)
def test_two_deeds_are_two_statements(text: str, parts: list[str]) -> None:
    found = of_stretch(parse(page(text)), Span(0, len(text)))
    assert [span.of(text) for span in found] == parts


def test_a_clause_of_time_is_no_statement_of_its_own() -> None:
    text = "When he came back, the clerk said, the hall was empty."
    pieces = [Span(0, 17), Span(35, len(text) - 1)]
    found = of_content(parse(page(text)), pieces, Span(0, len(text)))
    assert [span.of(text) for span in found] == [text[:-1]]


def test_a_plural_main_verb_without_a_helper_states_something():
    claims = extract(page("The ferry is slow. Fewer than 60 people a day use it."))
    assert "Fewer than 60 people a day use it" in [claim.statement for claim in claims]
