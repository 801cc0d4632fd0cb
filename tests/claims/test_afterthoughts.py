"""What the next sentence opens with "if true" is no plain fact any more."""

import pytest

from allsource.claims.extract import extract
from strategies import page

TOLD = "The yard sold 400 boats in May. "


@pytest.mark.parametrize(
    ("text", "status", "whose"),
    [
        (TOLD + "If true, that is a record for the town.", "hedged", "outlet"),
        (TOLD + "If confirmed, it would be a record.", "hedged", "outlet"),
        ("Mara Vell said the yard had closed. If true, a trade ends.", "hedged", "outlet"),
        (
            "“The yard sold 400 boats. If true, that is a record,” Mara Vell said.",
            "hedged",
            "source",
        ),
        ("The yard will sell 400 boats. If true, that is a record.", "expected", "outlet"),
        (TOLD + "That is a record for the town.", "asserted", None),
        (TOLD + "It would be a record if true.", "asserted", None),
        (TOLD + "If so, a record was broken.", "asserted", None),
        (TOLD + "Nobody saw them. If true, that is a record.", "asserted", None),
        ("Mara Vell denied that the yard had closed. If true, it is a relief.", "denied", None),
    ],
)
def test_whose_doubt_the_next_sentence_tells(text, status, whose):
    stance = extract(page(text))[0].stance

    assert (stance.status, stance.whose) == (status, whose)


def test_the_words_of_doubt_stand_where_they_are_said():
    document = page(TOLD + "\n\nIf true, that is a record for the town.")
    (hedge,) = extract(document)[0].stance.hedges

    assert (hedge.text, hedge.span.of(document.text)) == ("If true", "If true")
