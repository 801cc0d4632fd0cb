"""Parties of a case on a list: the right one, with its reasons, and nobody else."""

from allsource.entities.listed import Named, listed
from allsource.model.listing import ListedName, Listing

CASE = [Named("Orsin Valdekko", "person"), Named("Pellarine Motors", "organization")]


def entry(name, kind="person", uid="1", *aliases):
    names = (ListedName(name), *(ListedName(one, "alias") for one in aliases))
    return Listing("an invented list", "2031-05-04", uid, kind, names, ("INV",), "2029-07-16")


def names(*entries, case=CASE):
    return [(one.party.name, one.name.text) for one in listed(case, entries)]


def test_a_name_in_another_order_or_script_is_found_with_its_reasons():
    (found,) = listed(CASE, [entry("VALDEKKO, Orsin")])

    assert found.party.name == "Orsin Valdekko"
    assert 0.5 <= found.match.probability < 1
    assert found.match.why
    assert names(entry("Орсин Валдекко")) == [("Orsin Valdekko", "Орсин Валдекко")]


def test_the_surest_name_of_an_entry_stands_for_it():
    assert names(entry("O. V.", "person", "1", "Orsin Valdekko")) == [
        ("Orsin Valdekko", "Orsin Valdekko")
    ]


def test_another_family_or_another_trade_is_another_party():
    assert names(entry("Orsin Marrek"), entry("Pellarine Shipping", "organization")) == []


def test_a_firm_is_not_looked_for_among_people():
    assert names(entry("Orsin Valdekko", "organization")) == []


def test_names_that_are_none_cost_nothing():
    broken = entry("...", "person"), entry("x" * 5000, "person"), entry("VALDEKKO, Orsin")

    assert len(names(*broken, case=[*CASE, Named("--", "person")])) == 1
