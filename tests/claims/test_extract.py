"""What holds of the claims of any document?"""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allsource.claims.extract import extract
from allsource.model.document import Furniture
from allsource.model.span import Span, hull
from strategies import page

WORDS = [
    "Mara Vell", "the harbour clerk", "Orlan Works", "officials", "a source", "said", "says that",
    "according to", "told Reuters", "citing", "reports of", "claims that", "is believed to", "he",
    "the gate was shut", "40 engines a month", "in May 2031", "“", "”", '"', "''", "‘", "’", "(",
    ")", ",", ".", ";", ":", "—", "\n\n", "\n", "🚢", "NOTHING MOVED", "and", "while", "who", "by",
    "- item", "•", "\t", "\u200b", "é", "…",
]  # fmt: skip
PARAGRAPHS = [
    "Mara Vell said that the northern gate was shut before noon.",
    "According to the Orlan Works, the yard built 40 engines in 2031.",
    "The dock at Velory is believed to be empty.",
    "Orlan Works built 12 ferries in Port Iskal last year.",
]


def facts(text, **fields):
    return [
        (c.statement, [(a.source and a.source.name, a.cue.text) for a in c.attribution])
        for c in extract(page(text, **fields))
    ]


@settings(max_examples=60, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_no_input_raises_and_every_claim_stands_in_its_text(words):
    text = " ".join(words)
    claims = extract(page(text))
    assert [c.span for c in claims] == sorted(c.span for c in claims)
    for claim in claims:
        assert claim.statement == claim.statement.strip()
        assert claim.statement[0] not in ".,;:!?"
        for credit in claim.attribution[:1]:
            source = credit.source.spans if credit.source else ()
            assert claim.span == hull([*source, *credit.cue.spans, *credit.content.spans])


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "“",
        "MARA VELL SAID THAT THE GATE WAS SHUT. " * 3,
        "“The gate was shut before noon, Mara Vell said. Nobody went in",
        "- one\n- two\n- three said",
        "🚢 🚢 🚢 said the 🚢.",
        "said said said said.",
        "According to.",
        '"' * 401,
        "x" * 20_000,
        "Mara Vell said the gate was shut and " * 150,
    ],
)
def test_odd_input_does_not_raise(text):
    assert isinstance(extract(page(text)), tuple)


def test_the_same_text_gives_the_same_claims():
    text = "\n\n".join(PARAGRAPHS)
    assert [c.id for c in extract(page(text))] == [c.id for c in extract(page(text))]


@settings(max_examples=8, derandomize=True)
@given(st.permutations(PARAGRAPHS))
def test_the_order_of_paragraphs_without_pronouns_changes_nothing(order):
    forward = facts("\n\n".join(PARAGRAPHS))
    assert sorted(facts("\n\n".join(order)), key=str) == sorted(forward, key=str)
    assert len(forward) == len(PARAGRAPHS)


def test_furniture_gives_no_claim():
    text = "\n\n".join(PARAGRAPHS[:2])
    mark = Furniture(Span(0, len(PARAGRAPHS[0])), "promotion", "test")
    assert [s for s, _ in facts(text, furniture=(mark,))] == ["the yard built 40 engines in 2031"]


def test_a_document_that_is_not_read_gives_no_claim():
    assert extract(page(PARAGRAPHS[0], unextracted="longer than 2,000,000 characters")) == ()


def test_an_expectation_and_a_rate_are_two_claims():
    text = "By May 2034, Velory is expected to build 6,000 pumps, with current rates exceeding 500 pumps a month."
    plan, rate = extract(page(text))
    assert plan.statement == "By May 2034, Velory is expected to build 6,000 pumps"
    assert rate.statement == "current rates exceeding 500 pumps a month"
    assert (plan.stance.status, rate.stance.status) == ("expected", "asserted")
    assert [len(plan.quantities), len(rate.quantities)] == [1, 1]


def test_one_change_is_one_claim():
    text = "The price per pump fell from $900 in 2030 to about $400 by 2033."
    (claim,) = extract(page(text))
    assert len(claim.quantities) == 2 and claim.attribution == () and claim.form is None


def test_two_verbs_that_share_an_object_are_one_claim():
    text = "Mara Vell asserts, “Velory has got, and very likely will get, the pumps that it needs.”"
    (claim,) = extract(page(text))
    assert claim.statement == "Velory has got, and very likely will get, the pumps that it needs"
    assert claim.stance.status == "hedged"


@pytest.mark.parametrize(
    ("text", "statement", "status"),
    [
        ("The Orlan Works denied it.", "The Orlan Works denied it", "denied"),
        ("Timo Orlan rejected the report.", "Timo Orlan rejected the report", "denied"),
        (
            "The Orlan Works has squashed rumours that it will close.",
            "it will close",
            "denied",
        ),
        (
            "The council rejected efforts to close the yard.",
            "The council rejected efforts to close the yard",
            "asserted",
        ),
    ],
)
def test_a_denial_is_a_claim_and_a_refusal_is_no_denial(text: str, statement: str, status: str):
    (claim,) = extract(page(text))
    assert (claim.statement, claim.stance.status) == (statement, status)


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Office could not independently verify the figures.",
        "The Orlan Works declined to comment.",
        "The Orlan Works did not respond to requests for comment.",
        "The yard did not immediately confirm or deny the report.",
        "Everyone knows that the yard is closed.",
        "The mayor refused to confirm or deny that the yard had closed.",
    ],
)
def test_what_was_not_checked_or_not_said_is_no_claim(text: str):
    assert all(not (claim.stated and claim.attribution) for claim in extract(page(text)))
    assert "verify" not in text or extract(page(text)) == ()


def test_a_document_and_an_outlet_are_resolved():
    text = (
        "The yard built 204 boats, according to an internal planning paper that Mardis Ledger saw."
        " The 34-page paper says that the yard delivered 1,092 boats."
        " It puts the share of parts at 61 percent."
    )
    names = [c.attribution[0].source.name for c in extract(page(text)) if c.attribution]
    assert names == ["internal planning paper"] * 3


def test_clauses_with_subjects_of_their_own_are_parted():
    text = "Mara Vell said that the gate was shut before noon and that the crews of the port went home."
    assert [c.statement for c in extract(page(text))] == [
        "the gate was shut before noon",
        "the crews of the port went home",
    ]


def test_a_parenthesis_is_read_as_one_statement():
    (claim,) = extract(page("The plant, Mara Vell said, makes 40 engines a month."))
    assert claim.statement == "The plant, Mara Vell said, makes 40 engines a month"
    assert claim.form == "indirect"


def test_what_nobody_could_check_gives_no_claim():
    assert facts("Nothing is ever quite what it seems. A strange story.") == []


def test_a_sentence_keeps_what_its_credit_leaves():
    text = "This anger was plain during the strike in Lisbon, where local analysts noted that the answer was weak."
    assert [s for s, credit in facts(text) if not credit] == [
        "This anger was plain during the strike in Lisbon"
    ]


def test_unnamed_sources_are_never_shared_between_documents():
    text = "A naval officer said that the gate was shut."
    ours, theirs = (extract(page(text, path=name))[0].source for name in ("a.txt", "b.txt"))
    assert ours.name == theirs.name and ours.entity != theirs.entity


def test_named_sources_are_shared_between_documents():
    text = "Mara Vell said that the gate was shut."
    ours, theirs = (extract(page(text, path=name))[0].source for name in ("a.txt", "b.txt"))
    assert ours.entity == theirs.entity


def test_two_people_of_one_surname_are_not_guessed():
    text = "Mara Vell runs the port. Timo Vell runs the yard. Vell said that the gate was shut."
    assert extract(page(text))[-1].source.name == "Vell"


def test_a_paper_that_is_quoted_is_no_credit_of_what_is_said_of_it():
    (claim,) = extract(
        page("Brellin Works denied that a paper quoted by the Orlan Courier was genuine.")
    )

    assert [one.source.name for one in claim.attribution] == ["Brellin Works"]
    assert claim.stance.status == "denied"


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Selmark Line bought two tugs in 2030 and said it would buy 3 more.", "Selmark Line bought two tugs in 2030"),
        ("Quellmark delivered seven ships last year and has promised 12 ferries.", "Quellmark delivered seven ships last year"),
        ("The article gave the total as 6,240 at Karsby and said that it was final.", None),
        ("Petra Lohm confirmed 12 losses and said the quay at Karsby was sold.", None),
        ("Petra Lohm laughed and said the quay at Karsby was sold.", None),
    ],
)  # fmt: skip
def test_an_earlier_deed_of_the_one_credited_is_told_by_the_outlet(text, outlet):
    own = [claim.statement for claim in extract(page(text)) if not claim.attribution]
    assert own == ([outlet] if outlet else [])


@pytest.mark.parametrize(
    ("text", "told", "status"),
    [
        ("Orlan Works promised 40 lathes.", "Orlan Works promised 40 lathes", "expected"),
        ("Orlan Works has pledged $40 million.", "Orlan Works has pledged $40 million", "expected"),
        ("Orlan Works has promised 12 ferries by May.", "12 ferries by May", "expected"),
    ],
)
def test_a_promise_of_a_bare_thing_is_a_claim(text, told, status):
    (claim,) = extract(page(text))

    assert (claim.statement, claim.stance.status) == (told, status)
    assert claim.source is not None


def test_a_promise_without_a_number_says_nothing_to_check():
    assert extract(page("Orlan Works promised help.")) == ()


@pytest.mark.parametrize(
    "text",
    ["Orlan Works, it is believed, sold 40 lathes.", "It is believed that it sold 40 lathes."],
)
def test_what_is_believed_is_hedged(text):
    (claim,) = extract(page(text))

    assert (claim.stance.status, claim.stance.whose) == ("hedged", "outlet")
