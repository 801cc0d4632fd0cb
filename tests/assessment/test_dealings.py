"""Who did what to whom, and what is owed: each row is one claim's, and names what it names."""

import pytest

from allsource.assessment.actors import Parties, dealings
from allsource.assessment.evidence import gather
from allsource.assessment.obligations import obligations
from allsource.claims.extract import extract
from allsource.lineage.trace import trace
from allsource.model.document import Document


def page(text, name="doc_a", published="2031-06-01"):
    return Document(name, f"{name}.txt", "0" * 64, text, "text", language="en", published=published)


def case(*documents):
    claims = [claim for document in documents for claim in extract(document)]
    evidence = gather(documents, claims, trace(documents, claims))
    return evidence, Parties(tuple(evidence.claims.values()))


def told(*documents):
    evidence, parties = case(*documents)
    return {(one.actor, one.toward, one.way) for one in dealings(evidence, parties)}


def owed(*documents):
    evidence, parties = case(*documents)
    return [
        (one.debtor, one.creditor, one.state, [state.state for state in one.states])
        for one in obligations(evidence, parties)
    ]


def test_a_deed_is_its_subjects_toward_the_other_party():
    said = "Ann Lind said Keth Marine sold Pell Works 40 boats in May 2031.\n"

    assert ("Keth Marine", "Pell Works", "did") in told(page(said))


def test_states_are_known_by_their_people_and_by_the_seat_of_their_government():
    said = "Norwegian officials said that Stockholm had supplied the parts. Swedish officials said Norway owed $9 million.\n"
    found = told(page(said))

    assert ("Norway", "Sweden", "said") in found
    assert ("Sweden", "Norway", "said") in found


def test_a_seat_of_government_after_a_word_of_place_is_a_town():
    here = "Norwegian officials said that the boats were built in Stockholm for Finland.\n"
    there = "Norwegian officials said that Stockholm had built the boats for Finland.\n"

    assert told(page(here)) == {("Norway", "Finland", "said")}
    assert ("Norway", "Sweden", "said") in told(page(there))


def test_a_town_that_is_only_named_is_no_party():
    said = "Ann Lind said Keth Marine built 40 boats for Pell Works in Ollen in May 2031.\n"
    acting = "Bo Karr said Pell Works paid Keth Marine in May 2031.\n"
    found = told(page(said), page(acting, "doc_b"))

    assert ("Keth Marine", "Pell Works", "did") in found
    assert not {name for actor, toward, _ in found for name in (actor, toward)} & {"Ollen"}


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("Keth Marine owes Pell Works $9 million.", "unpaid"),
        ("Keth Marine paid Pell Works $9 million in May 2031.", "met"),
        ("Keth Marine will pay Pell Works $9 million by July 2031.", "promised"),
        ("Keth Marine has not paid Pell Works the $9 million.", "unpaid"),
        ("Keth Marine promised to pay Pell Works $9 million.", "promised"),
        ("Keth Marine paid Pell Works for the engines.", "met"),
        ("Keth Marine promised Pell Works a loan.", "promised"),
        ("Keth Marine did not promise Pell Works $9 million.", "disputed"),
        ("Keth Marine paid Pell Works part of the $9 million in May 2031.", "partly met"),
    ],
)
def test_the_state_of_an_obligation(said, state):
    found = owed(page(f"Ann Lind, an auditor, said: “{said}”\n"))

    assert found == [("Keth Marine", "Pell Works", state, [state])]


def test_one_that_some_have_met_and_others_unpaid_is_disputed():
    early = page("Ann Lind, an auditor, said Keth Marine owes Pell Works $9 million.\n", "doc_a")
    late = page(
        "Bo Karr, a director, said Keth Marine paid Pell Works $9 million in May 2031.\n",
        "doc_b",
        "2031-07-01",
    )
    ((debtor, creditor, state, states),) = owed(early, late)

    assert (debtor, creditor, state) == ("Keth Marine", "Pell Works", "disputed")
    assert states == ["unpaid", "met"]
    assert owed(early, late) == owed(late, early)


def test_an_open_debt_in_a_noun_has_its_creditor():
    said = "Ann Lind, an auditor, spoke of unpaid bills to Pell Works.\n"
    found = owed(page(said))

    assert [(creditor, state) for _, creditor, state, _ in found] == [("Pell Works", "unpaid")]


@pytest.mark.parametrize(
    "said",
    [
        "Keth Marine paid tribute to Pell Works.",
        "Keth Marine paid attention to Pell Works.",
        "Keth Marine paid Pell Works a visit.",
        "Keth Marine received a delegation from Pell Works.",
        "Keth Marine settled in Pell Works.",
        "Keth Marine committed a crime against Pell Works.",
        "Keth Marine transferred 40 boats to Pell Works.",
        "Keth Marine promised Pell Works its support.",
    ],
)
def test_what_is_neither_money_nor_a_debt_is_no_obligation(said):
    assert owed(page(f"Ann Lind, an auditor, said: “{said}”\n")) == []


@pytest.mark.parametrize("text", ["", "They stopped paying in August, Ann Lind said.\n"])
def test_without_a_party_there_is_no_obligation(text):
    assert owed(page(text)) == []
