"""Each published schema gives the same invented parties, and a hostile list costs nothing else."""

import io
import tracemalloc
from pathlib import Path

import pytest

from allsource.evidence.watchlist.fields import LONGEST, day, plain
from allsource.evidence.watchlist.ofac_csv import part_kind
from allsource.evidence.watchlist.read import list_kind, read_list
from allsource.model.failure import Failure
from allsource.model.listing import Listing

LISTS = Path(__file__).parent / "lists"


def read(name, **parts):
    with (LISTS / name).open("rb") as file:
        return list(read_list(file, name, {part: LISTS / at for part, at in parts.items()}))


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
        ("uk.csv", "INV0001", "2029-07-16", "2031-05-04", ("Invented Regime", "Second Regime")),
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


def kinds(listing):
    return {one.text: one.kind for one in listing.names}


CSV = {"names": "alt.csv", "addresses": "add.csv", "comments": "sdn_comments.csv"}


def test_the_files_of_ofacs_csv_form_are_one_list():
    person, firm, ship = read("sdn.csv", **CSV)

    assert kinds(person) == {
        "Orsin VALDEKKO": "primary",
        "Orsin VALDECO": "alias",
        "THE FOREMAN": "weak alias",
    }
    assert kinds(firm) == {
        "PELLARINE MOTORWERKE": "primary",
        "OLLEN MOTOR COMBINE": "former name",
        "PELLARINE GROUP": "alias",
    }
    assert firm.countries == ("Mardisia", "Druvenia")
    assert ship.identifiers == ("9999999", "999000111")


def test_of_an_address_only_the_country_is_read():
    told = repr(read("sdn.csv", **CSV))

    for word in ("Quay Street", "Yard Road", "Velory", "1000"):
        assert word not in told


@pytest.mark.parametrize(
    ("name", "part"),
    [("alt.csv", "names"), ("add.csv", "addresses"), ("sdn_comments.csv", "comments")],
)
def test_a_part_of_a_list_is_told_from_the_list(name, part):
    head = (LISTS / name).read_bytes()

    assert part_kind(head) == part
    assert part_kind(b"# synthetic\n" + head) == part
    assert list_kind(head) is None
    assert part_kind((LISTS / "sdn.csv").read_bytes()) is None


def test_the_list_of_others_than_blocked_parties_goes_by_its_own_name():
    (only,) = {
        one.source for one in of((LISTS / "sdn.csv").read_bytes(), "cons_prim.csv")
    }  # fmt: skip

    assert only == "OFAC Consolidated (non-SDN) List"


def test_former_names_and_several_names_in_one_field_are_read():
    firm = read("un.xml")[1]

    assert kinds(firm) == {
        "PELLARINE MOTORWERKE": "primary",
        "Pellarine Motors Combine": "alias",
        "Pellarine Group": "alias",
        "Ollen Motor Combine": "former name",
    }
    assert kinds(read("sdn.xml")[0])["Orsin VALDEK"] == "former name"


def test_a_delisting_is_read():
    assert [one.until for one in read("un.xml")] == [None, "2031-01-05"]
    assert [one.until for one in read("entities.ftm.json")] == [None, "2028-03-01"]


def test_each_programme_keeps_its_own_day():
    def told(name):
        return [(one.programme, one.since) for one in read(name)[0].designations]

    assert told("uk.csv") == [("Invented Regime", "2029-07-16"), ("Second Regime", "2030-01-02")]
    assert told("entities.ftm.json") == told("uk.csv")
    assert told("eu.xml") == [("INV", "2029-07-16"), ("INV", "2030-02-01")]


def test_a_party_that_is_only_linked_to_a_listed_one_is_not_listed():
    assert [one.uid for one in read("entities.ftm.json")] == ["NK-invented4", "NK-invented5"]


def test_a_cell_with_several_countries_is_parted():
    assert read("uk.csv")[0].countries == ("Druvenia", "Mardisia")
    assert read("uk.csv")[1].countries == ("Mardisia",)


def test_one_party_of_a_million_rows_is_cut():
    header, row = (LISTS / "uk.csv").read_bytes().split(b"\n")[1:3]
    found = of(header + b"\n" + (row + b"\n") * 5_000)

    assert len(found) == 1


def test_memory_does_not_grow_with_the_parts_of_a_list(tmp_path):
    def peak(many):
        names = tmp_path / "alt.csv"
        names.write_text("".join(f'{n},{n},"aka","ANN LIND {n}",-0- \n' for n in range(many)))
        rows = (f'{n},"LIND, Ann",-0- ,"X"{",-0- " * 8}\n' for n in range(many))
        file = io.BytesIO("".join(rows).encode())
        tracemalloc.start()
        found = [len(one.names) for one in read_list(file, "sdn.csv", {"names": names})]
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert found == [2] * many
        return most - 8 * many

    assert peak(20_000) < 3 * peak(1_000)
