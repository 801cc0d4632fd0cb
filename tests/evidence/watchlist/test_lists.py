"""Each published schema gives the same invented parties, and a hostile list costs nothing else."""

import io
import tracemalloc
from pathlib import Path

import pytest

from allsource.evidence.watchlist.fields import LONGEST, day, plain
from allsource.evidence.watchlist.read import list_kind, read_list
from allsource.model.failure import Failure
from allsource.model.listing import Listing

LISTS = Path(__file__).parent / "lists"


def read(name):
    with (LISTS / name).open("rb") as file:
        return list(read_list(file, name))


def of(data, name="list"):
    return list(read_list(io.BytesIO(data), name))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("sdn.xml", "ofac xml"),
        ("sdn.csv", "ofac csv"),
        ("un.xml", "un xml"),
        ("eu.xml", "eu xml"),
        ("uk.csv", "uk csv"),
        ("conlist.csv", "uk csv"),
        ("targets.ftm.json", "ftm"),
    ],
)
def test_the_first_bytes_tell_the_list(name, kind):
    assert list_kind((LISTS / name).read_bytes()) == kind


@pytest.mark.parametrize(
    ("name", "uid", "since", "as_of", "programmes"),
    [
        ("sdn.xml", "900001", None, "2031-05-04", ("INVENTED-A", "INVENTED-B")),
        ("sdn.csv", "900001", None, None, ("INVENTED-A", "INVENTED-B")),
        ("un.xml", "INi.001", "2029-07-16", "2031-05-04", ("Invented",)),
        ("eu.xml", "EU.900.1", "2029-07-16", "2031-05-04", ("INV",)),
        ("uk.csv", "INV0001", "2029-07-16", "2031-05-04", ("Invented Regime",)),
        ("conlist.csv", "900", "2029-07-16", "2031-05-04", ("Invented",)),
        ("targets.ftm.json", "NK-invented1", "2029-07-16", None, ("Invented Regime",)),
    ],
)
def test_a_person_reads_the_same_in_every_schema(name, uid, since, as_of, programmes):
    person = read(name)[0]

    assert isinstance(person, Listing)
    assert person.kind == "person"
    assert person.uid == uid
    assert person.name.split()[0] == "Orsin"
    assert person.name.split()[-1].casefold() == "valdekko"
    assert person.birth_dates[0] == "1971-05-04"
    assert (person.since, person.as_of, person.programmes) == (since, as_of, programmes)
    assert [one.kind for one in person.names].count("primary") == 1


def test_other_names_keep_what_the_list_says_of_them():
    told = {one.text: one.kind for one in read("un.xml")[0].names}

    assert told == {
        "Orsin Brek Valdekko": "primary",
        "Орсин Валдекко": "alias",
        "Orsin Valdeco": "alias",
        "Foreman": "weak alias",
    }
    assert {one.text: one.kind for one in read("sdn.xml")[0].names}["THE FOREMAN"] == "weak alias"
    assert read("conlist.csv")[0].names[1].kind == "weak alias"


def test_firms_and_ships_are_told_apart():
    assert [one.kind for one in read("sdn.xml")] == ["person", "organization", "vessel"]
    assert [one.kind for one in read("sdn.csv")] == ["person", "organization", "vessel"]
    assert read("un.xml")[1].countries == ("Mardisia",)
    assert read("uk.csv")[1].kind == "vessel"
    assert read("uk.csv")[1].identifiers == ("9999999",)


def test_a_cell_that_looks_like_a_formula_is_a_name():
    assert read("uk.csv")[1].name == "=HYPERLINK(Keth Star)"


def test_only_listed_parties_of_a_larger_set_are_listings():
    found = read("targets.ftm.json")

    assert [one.uid for one in found[:2]] == ["NK-invented1", "NK-invented2"]
    assert [type(one) for one in found] == [Listing, Listing, Failure]
    assert found[2].path == "targets.ftm.json#4"


def test_a_file_that_is_no_list_is_told_so():
    (only,) = of(b"name,score\nAnn,5\n")

    assert only.next_step.startswith("give OFAC SDN XML or CSV")


BOMB = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<CONSOLIDATED_LIST dateGenerated="2031-05-04"><INDIVIDUALS><INDIVIDUAL><FIRST_NAME>&b;</FIRST_NAME></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>"""


def test_a_document_type_is_refused_before_any_entry():
    (only,) = of(BOMB)

    assert "document type" in only.reason


def test_a_list_that_breaks_off_keeps_what_stands_before():
    whole = (LISTS / "un.xml").read_bytes()
    found = of(whole[: whole.index(b"<ENTITIES>") + 40])

    assert [type(one) for one in found] == [Listing, Failure]
    assert "the XML is broken" in found[1].reason


def test_an_entry_without_a_name_costs_no_other():
    row = b"<INDIVIDUAL><REFERENCE_NUMBER>1</REFERENCE_NUMBER></INDIVIDUAL>"
    named = b"<INDIVIDUAL><FIRST_NAME>Ann</FIRST_NAME></INDIVIDUAL>"
    found = of(
        b"<CONSOLIDATED_LIST><INDIVIDUALS>" + row + named + b"</INDIVIDUALS></CONSOLIDATED_LIST>"
    )

    assert [type(one) for one in found] == [Failure, Listing]


@pytest.mark.parametrize("data", [b"", b"\x00" * 9000, b"{" * 9000, b"<" * 9000, b'"' * 2_000_000])
def test_nonsense_is_no_list(data):
    assert [type(one) for one in of(data)] == [Failure]


def test_memory_does_not_grow_with_the_list():
    def peak(many):
        row = b"<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>Ann Lind</FIRST_NAME></INDIVIDUAL>" * many
        data = b"<CONSOLIDATED_LIST><INDIVIDUALS>" + row + b"</INDIVIDUALS></CONSOLIDATED_LIST>"
        file = io.BytesIO(data)
        tracemalloc.start()
        count = sum(1 for _ in read_list(file, "un.xml"))
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert count == many
        return most

    assert peak(20_000) < 3 * peak(1_000)


def test_a_long_or_hidden_field_is_cut_and_shown_plainly():
    assert len(plain("x" * 10 * LONGEST)) == LONGEST
    assert plain("a\u202eb") == "a b"


@pytest.mark.parametrize("said", ["32/01/2031", "13/2031", "9999999", "0000-00-00", "", None])
def test_what_is_no_day_is_none(said):
    assert day(said) is None


@pytest.mark.parametrize("name", ["sdn.csv", "uk.csv", "conlist.csv"])
def test_a_remark_marks_a_list_in_csv_as_invented(name):
    held = (LISTS / name).read_bytes()
    plain_rows, marked_rows = of(held), of(b"# synthetic\n" + held)

    assert [one.names for one in marked_rows] == [one.names for one in plain_rows]
    assert all(one.synthetic for one in marked_rows)


def test_numbers_of_persons_are_not_read():
    for name in ("sdn.xml", "eu.xml", "uk.csv", "conlist.csv", "targets.ftm.json"):
        rows = [one for one in read(name) if isinstance(one, Listing)]
        assert rows
        assert all(one.identifiers == () for one in rows if one.kind == "person")
        assert "X000111" not in str([one.identifiers for one in rows])


def test_failures_are_told_to_a_thousand_and_then_counted():
    found = of(b'{"id": "a", "schema": "Person", "caption": "A"}\n' + b'{"id": 1}\n' * 3_000)

    assert len(found) == 1_001
    assert "2,000 more" in found[-1].reason


def test_a_packed_list_is_told():
    (found,) = of(b"\x1f\x8b\x08 nothing", "list.xml.gz")

    assert "packed" in found.reason
