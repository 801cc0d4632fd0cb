"""Parties of a case on a list: the right one, with its reasons, and nobody else."""

from dataclasses import replace

from allsource.entities.listed import Named, listed
from allsource.model.listing import ListedName, Listing


def party(name, *kinds):
    return Named(name, frozenset(kinds))


CASE = [party("Orsin Valdekko", "person"), party("Pellarine Motors", "organization")]


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

    assert len(names(*broken, case=[*CASE, party("--", "person")])) == 1


def test_a_name_of_two_kinds_is_one_row_of_an_entry():
    both = [party("Orsin Valdekko", "person"), party("Orsin Valdekko", "organization")]
    (found,) = listed(both, [entry("VALDEKKO, Orsin", "other")])

    assert found.kept["kinds"] == ["organization", "person"]


def test_what_is_kept_tells_no_birth_date_and_no_number():
    told = replace(entry("VALDEKKO, Orsin"), birth_dates=("1971-05-04",), identifiers=("X000111",))
    (found,) = listed(CASE, [told])

    assert "1971" not in str(found.kept)
    assert "X000111" not in str(found.kept)
    assert found.kept["programmes"] == ["INV"]
