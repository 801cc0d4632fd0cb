"""How two claims on one matter stand to each other."""

import pytest

from allsource.claims.extract import extract
from allsource.lineage.relations import difference, on_one_matter
from allsource.lineage.statements import sayings
from strategies import page


def claim(text, path):
    found = extract(page(text, path=path, published="2031-07-10"))
    return max(found, key=lambda c: c.proposition.end - c.proposition.start)


def relation(one, other):
    """The kind, "same", or "different"; and whether the first statement comes first."""
    left, right = claim(one, "one"), claim(other, "other")
    said, weights = sayings([left, right])
    if not on_one_matter(said[left.id], said[right.id], weights):
        return "different", None
    found = difference(said[left.id], said[right.id])
    return ("same", None) if found is None else (found.kind, found.one == left.id)


CASES = [
    ("same", None, "Keth sold 40 Brant boats in 2030.", "In 2030, 40 Brant boats were sold by Keth."),
    ("same", None, "The Keth yard built 1,092 boats.", "The Keth yard built about 1,100 boats."),
    ("period", True, "Keth built 40 Brant boats in May 2031.", "Keth built 52 Brant boats in June 2031."),
    ("scope", True, "Keth makes 50 drones a month, decoys included.", "Keth makes 32 drones a month, decoys excluded."),
    ("scope", False, "The Keth army in Velory has 25 trucks.", "The Keth army has 80 trucks."),
    ("specificity", True, "Keth opened a mill in Corrant.", "Keth opened a mill in Velory, Corrant."),
    ("specificity", True, "At least 150 people work at the Quillby yard.", "171 people work at the Quillby yard."),
    ("plan", True, "Keth plans to build 300 boats in 2031.", "Keth built 221 boats in 2031."),
    ("denial", True, "Orlan Works sold the Keth hall.", "Orlan Works did not sell the Keth hall."),
    ("conflict", True, "Keth built 204 boats in May 2031.", "Keth built 260 boats in May 2031."),
    ("spread", True, "The Tarn Institute estimates that Keth builds 200 drones a month.", "The Vane Centre estimates that Keth builds 280 drones a month."),
    ("revision", True, "Keth said it had delivered 95 pumps.", "Keth said it had delivered 40 pumps, not 95."),
    ("same", None, "Keth will pay $480 million for 12 Kestow ferries.", "Keth will pay $40 million a ferry for 12 Kestow ferries."),
    ("different", None, "Harrow Carriage employs 900 people.", "Harrow Carriage makes 900 trucks a month."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "ahead", "one", "other"), CASES)
def test_how_two_claims_stand(kind, ahead, one, other):
    assert relation(one, other) == (kind, ahead)


@pytest.mark.parametrize(("kind", "ahead", "one", "other"), CASES)
def test_the_kind_does_not_hang_on_which_claim_is_given_first(kind, ahead, one, other):
    assert relation(other, one)[0] == kind


def test_what_is_shown_stands_in_the_documents():
    left = claim("Keth makes 50 drones a month, decoys included.", "one")
    right = claim("Keth makes 32 drones a month, decoys excluded.", "other")
    said, _ = sayings([left, right])
    shown = difference(said[left.id], said[right.id]).shown
    texts = {c.document.id: c.document.text for c in (left, right)}
    assert "excluded" in {passage.span.of(texts[passage.document]) for passage in shown}


def test_one_source_that_estimates_twice_is_no_spread():
    one = "The Tarn Institute estimates that Keth builds 200 drones a month."
    assert relation(one, one.replace("200", "280"))[0] != "spread"


def test_naming_the_plant_that_the_other_calls_the_plant_narrows_nothing():
    one = "The plant built 260 boats in May 2031."
    assert relation(one, "Orlan Works built 204 boats in May 2031.")[0] != "scope"
