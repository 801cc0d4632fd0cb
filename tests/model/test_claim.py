import dataclasses
import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allsource.errors import GroundingError
from allsource.model.claim import Attribution, Claim, Content, Cue, Hedge, Mention, Source, Stance
from allsource.model.document import Document, document_id
from allsource.model.quantity import Quantity
from allsource.model.records import claim_from_record, claim_record
from allsource.model.span import Span
from allsource.model.time import Time

TEXT = "In 2031 Orlan Works said it may have built 40 drones."


def a_document(text=TEXT):
    return Document(document_id("ab"), "ab", "a.txt", text, "text")


def a_claim(**changes):
    source = Source("Orlan Works", (Span(8, 19),), "organization", "Orlan Works", "ent_1")
    fields = {
        "document": a_document(),
        "span": Span(0, 52),
        "proposition": Span(25, 52),
        "attribution": (
            Attribution(source, Cue("said", (Span(20, 24),)), Content((Span(25, 52),))),
        ),
        "form": "indirect",
        "stance": Stance("hedged", (Hedge("may", Span(28, 31), 0.5),), "source"),
        "quantities": (Quantity("40 drones", Span(43, 52), 40, 40, unit="drone"),),
        "times": (Time("2031", Span(3, 7), "2031", "DATE", "2031-01-01", "2031-12-31"),),
        "entities": (Mention("Orlan Works", Span(8, 19), "organization", "ent_1"),),
    }
    return Claim(**(fields | changes))


def test_a_grounded_claim_quotes_its_span():
    claim = a_claim()

    assert (claim.text, claim.statement) == (TEXT[:52], "it may have built 40 drones")


WRONG = {
    "source": {
        "attribution": (
            Attribution(
                Source("Orlan Work", (Span(8, 19),), "organization", "Orlan Works", "ent_1"),
                Cue("said", (Span(20, 24),)),
                Content((Span(25, 52),)),
            ),
        )
    },
    "cue": {"attribution": (Attribution(None, Cue("says", (Span(20, 24),)), Content(())),)},
    "hedge": {"stance": Stance("hedged", (Hedge("might", Span(28, 31), 0.5),))},
    "quantity": {"quantities": (Quantity("41 drones", Span(43, 52), 41, 41),)},
    "time": {"times": (Time("2032", Span(3, 7), "2032", "DATE"),)},
    "mention": {"entities": (Mention("Orlan", Span(8, 19), "organization", "ent_1"),)},
    "span past the end": {"span": Span(0, 99)},
    "proposition outside": {"span": Span(30, 52)},
    "empty": {"proposition": Span(30, 30)},
}


@pytest.mark.parametrize("field", WRONG)
def test_words_that_do_not_stand_at_their_span_cannot_become_a_claim(field):
    with pytest.raises(GroundingError, match=r"a\.txt"):
        a_claim(**WRONG[field])


def test_a_claim_survives_json_and_pickle_unchanged():
    claim = a_claim()
    written = json.loads(json.dumps(claim_record(claim)))

    assert claim_record(claim_from_record(written, a_document())) == claim_record(claim)
    assert claim_record(pickle.loads(pickle.dumps(claim))) == claim_record(claim)


def test_a_record_is_checked_against_the_document_it_is_read_back_to():
    written = claim_record(a_claim())

    with pytest.raises(GroundingError):
        claim_from_record(written, a_document(TEXT.replace("40", "41")))


def test_the_id_is_over_place_and_chain_alone():
    claim = a_claim()

    assert dataclasses.replace(claim, negated=True).id == claim.id
    assert a_claim(attribution=(), form=None).id != claim.id


@given(st.text(max_size=40), st.integers(0, 45), st.integers(0, 45))
def test_a_claim_is_built_exactly_where_its_span_lies_in_the_text(text, start, end):
    span = Span(start, end)
    document = a_document(text)
    if start < end <= len(text):
        assert Claim(document, span, span).text == text[start:end]
    else:
        with pytest.raises(GroundingError):
            Claim(document, span, span)
