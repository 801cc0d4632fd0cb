"""Do two claims tell one deed?"""

import pytest

from allsource.claims.extract import extract
from allsource.lineage.frames import frame, one_deed
from strategies import claim_at, page


def told(text):
    claims = extract(page(text))
    return frame(max(claims, key=lambda c: c.proposition.end - c.proposition.start))


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("Keth closed the Quillby ferry.", "Keth shut down the Quillby ferry.", True),
        ("Orlan Works sold the Velory hall.", "The Velory hall was sold by Orlan Works.", True),
        (
            "Keth supplied forty pumps to the Velory rebels.",
            "The Velory rebels bought forty pumps.",
            True,
        ),
        ("The Sorrel fire killed nine men.", "Nine men died in the Sorrel fire.", True),
        ("Orlan Works opened a Quillby hall.", "A Quillby hall opened in May 2031.", True),
        ("Police arrested Timo Orlan.", "Timo Orlan sued police in Keth.", False),
        ("Orlan Works owes Tessarine Motors $9.", "Tessarine Motors owes Orlan Works $9.", False),
        ("Keth bought 40 Brant boats.", "Velory bought 40 Brant boats.", False),
        ("Mara Vell wrote the Keth plan.", "Timo Orlan wrote the Keth plan.", False),
        ("Orlan Works painted the Keth hall.", "Orlan Works lit the Keth hall.", None),
        (
            "The plant built 260 aircraft in May 2031.",
            "Orlan Works built 260 units in May 2031.",
            None,
        ),
    ],
)
def test_one_deed_in_two_wordings(one, other, wanted):
    assert one_deed(told(one), told(other)) is wanted
    assert one_deed(told(other), told(one)) is wanted


def test_a_claim_without_a_verb_tells_no_deed():
    assert frame(claim_at(page("Two halls at the yard"), "Two halls at the yard")) is None


def test_a_pronoun_counts_as_the_name_that_it_stands_for():
    found = told("Orlan Works opened in 1990. It sold the old Velory hall to Keth in the spring.")
    assert "orlan" in found.subject.names
