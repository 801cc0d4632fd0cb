"""Are names joined where they mean one source, and only there?"""

import pytest

from allsource.lineage.people import People, bare
from allsource.lineage.trace import trace
from strategies import claim_at, page


def credited(text, source, kind, path="a.txt", content="the dock was full"):
    return claim_at(page(text, path=path), content, source=source, kind=kind)


def keys(*claims):
    people = People(claims)
    return [people.key(c.source) if people.named(c.source) else None for c in claims]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Orlan Works spokesperson said the dock was full.", "Orlan Works spokesperson"),
        ("A spokesman for Orlan Works said the dock was full.", "A spokesman"),
        ("A spokeswoman for the Orlan Works said the dock was full.", "spokeswoman"),
    ],
)
def test_who_speaks_for_a_firm_is_the_firm(text, source):
    own = credited("Orlan Works said the dock was full.", "Orlan Works", "organization", "b.txt")
    one, other = keys(credited(text, source, "unnamed_official"), own)
    assert one == other == ("orlan", "works")


def test_a_spokesman_of_some_land_speaks_for_no_named_body():
    text = "A South Odrellian spokesman said the dock was full."
    assert keys(credited(text, "South Odrellian spokesman", "unnamed_official")) == [None]


def test_the_company_is_the_one_firm_of_its_page():
    text = "Orlan Works said it was shut. The company said the dock was full."
    firm = credited(text, "The company", "organization")
    own = claim_at(firm.document, "it was shut", source="Orlan Works", kind="organization")
    assert keys(firm, own) == [("orlan", "works"), ("orlan", "works")]
    elsewhere = credited("The company said the dock was full.", "The company", "organization", "c")
    assert keys(elsewhere, own)[0] is None


def test_the_government_of_two_pages_is_not_one_source():
    pages = [
        credited(f"{n} The government said the dock was full.", "government", "organization", n)
        for n in "ab"
    ]
    assert keys(*pages) == [None, None]
    found = trace([c.document for c in pages], pages)
    roots = [root for cluster in found.clusters for root in cluster.roots]
    assert len(roots) == 2
    assert {root.label for root in roots} == {"a source called only “government”"}


def test_short_names_join_the_one_full_name():
    text = "Edda said it. Ed said the dock was full. Edda Hem left."
    full = credited("Edda Hem said the dock was full.", "Edda Hem", "named_person", "b")
    short = credited(text, "Ed", "named_person")
    assert keys(short, full) == [("edda", "hem"), ("edda", "hem")]
    assert People([short, full]).label(short.source) == "Edda Hem"


def test_short_names_that_may_mean_two_join_neither():
    text = "Ed said the dock was full. Edda Hem and Edmund Vos left."
    full = [
        credited(f"{n} said the dock was full.", n, "named_person", n)
        for n in ("Edda Hem", "Edmund Vos")
    ]
    assert keys(credited(text, "Ed", "named_person"), *full)[0] == ("ed",)


def test_titles_are_no_part_of_a_name():
    assert bare("Yard Spokesman Col. Stefan Weir") == "Stefan Weir"
    assert bare("Orlan Works") == "Orlan Works"


def test_a_headline_never_stands_inside_a_label():
    titled = page("The dock was full.", title="Dock is full, says nobody at all")
    found = trace([titled], [claim_at(titled, "The dock was full")])
    assert found.clusters[0].roots[0].label == "the reporting of page.txt"


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("Karim Bodari", True),
        ("Karim Bedri", True),
        ("Karim Bosari", False),
        ("Tor Badri", False),
    ],
)
def test_names_spelt_with_other_vowels_are_one(other, same):
    one, found = keys(
        credited("Karim Badri said the dock was full.", "Karim Badri", "named_person"),
        credited(f"{other} said the dock was full.", other, "named_person", "b.txt"),
    )
    assert (one == found) is same


def test_short_names_are_not_taken_for_spellings_of_each_other():
    one, other = keys(
        credited("Jo Lee said the dock was full.", "Jo Lee", "named_person"),
        credited("Ja Loe said the dock was full.", "Ja Loe", "named_person", "b.txt"),
    )
    assert one != other
