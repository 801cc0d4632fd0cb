"""A judgement keeps the grounds of its own author, says where it has none, and a cause is no ground."""

import pytest

from allsource.claims.extract import extract
from allsource.model.records import claim_from_record, claim_record
from allsource.vocab import load
from strategies import page

PARTS = ("after", "before", "inferring", "next")
CLOSES = "The Orlan yard will probably close"


def judged(text):
    return [claim.judgement for claim in extract(page(text)) if claim.judgement is not None]


@pytest.mark.parametrize(
    "entry",
    [entry for part in PARTS for entry in load("premises")[part]],
    ids=lambda entry: entry["example"],
)
def test_every_mark_of_a_ground_finds_one_in_its_example(entry):
    found = [one for judgement in judged(entry["example"]) for one in judgement.premises]

    assert found
    for one in found:
        assert one.text == one.span.of(page(entry["example"]).text)
        assert one.cue.text == one.cue.span.of(page(entry["example"]).text)
        assert not one.span.overlaps(one.cue.span)


@pytest.mark.parametrize(
    "entry", load("premises")["judging"][:14], ids=lambda entry: entry["lemma"]
)
def test_a_verb_of_judging_judges(entry):
    assert judged(entry["example"])


@pytest.mark.parametrize(
    ("text", "author", "word"),
    [
        (f"{CLOSES}, Mara Vell said.", "Mara Vell", "probably"),
        ("Orlan Works may have sold 40 boats in May.", None, "may have"),
        ("The board assesses that the Orlan yard has closed.", "board", "assesses"),
        ("Photographs suggest that the Orlan yard has closed.", None, "suggest"),
    ],
)
def test_whose_judgement_it_is_and_in_which_word(text, author, word):
    (judgement,) = judged(text)

    assert (judgement.author, judgement.word.text) == (author, word)


@pytest.mark.parametrize(
    "text",
    [
        "The Orlan yard closed in May, Mara Vell said.",
        "The Orlan yard reportedly closed in May.",
        "Orlan Works plans to open a dock in May, it said.",
        "Mara Vell denied that the Orlan yard might close.",
        "The Orlan yard closed because its crane had fallen, Mara Vell said.",
    ],
)
def test_facts_plans_hearsay_and_denials_are_no_judgements(text):
    assert judged(text) == []


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        (f"{CLOSES}, Mara Vell said. It has 40 workers.", "no premise cited"),
        (
            f"{CLOSES}, Mara Vell said. The union pointed to full books.",
            "a ground of somebody else",
        ),
        (f"Therefore {CLOSES}, Mara Vell said.", "a ground that was not read"),
        (
            "The Orlan pipe may have burst because a valve was open, Mara Vell said.",
            "no premise cited",
        ),
        (
            "As she left, Mara Vell said that the Orlan yard will probably close.",
            "no premise cited",
        ),
        ("The Orlan yard, thus closing a gap, may sell 40 boats.", "no premise cited"),
    ],
)
def test_where_no_premise_stands_it_is_said_why(text, absent):
    (judgement,) = judged(text)

    assert (judgement.premises, judgement.absent) == ((), absent)


def test_a_comma_makes_a_ground_of_a_cause():
    (judgement,) = judged(
        "The Orlan hall must have been empty, because it was dark, Mara Vell said."
    )

    assert [one.text for one in judgement.premises] == ["it was dark"]


def test_two_grounds_are_two_links():
    (judgement,) = judged(
        f"{CLOSES}, because gas is dear and because its rival has shut, Mara Vell said."
    )

    assert [one.text for one in judgement.premises] == ["gas is dear", "its rival has shut"]


def test_a_thing_that_is_cited_has_a_medium():
    (judgement,) = judged(f"Judging by satellite images, {CLOSES.lower()}, Mara Vell said.")

    assert [(one.text, one.medium) for one in judgement.premises] == [
        ("satellite images", "imagery")
    ]


def test_a_claim_comes_back_with_its_judgement_and_older_records_without():
    document = page(f"{CLOSES}, because orders have halved, Mara Vell said.")
    (claim,) = extract(document)
    written = claim_record(claim)

    assert claim_from_record(written, document).judgement == claim.judgement
    del written["judgement"]
    assert claim_from_record(written, document).judgement is None
