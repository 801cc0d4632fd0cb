import typing

import allsource


def test_every_name_of_the_front_door_is_there_and_no_other():
    assert {
        name: getattr(allsource, name) is not None for name in allsource.__all__
    } == dict.fromkeys(allsource.__all__, True)
    assert set(allsource._HOMES) | {"__version__"} == set(allsource.__all__)


def test_the_names_that_a_type_checker_sees_are_those_that_are_given():
    seen = typing.cast("dict[str, str]", allsource._HOMES)
    text = allsource.__loader__.get_source("allsource")

    assert all(f"from {home} import" in text for home in seen.values())


def test_the_four_steps_lead_from_bytes_to_findings():
    page = b"Belmora Gazette\n\nOrlan Works grows\n\nThe plant at Belmora employs 300 people, Orlan Works said.\n"
    documents = allsource.read("a.txt", page).documents
    claims = [claim for document in documents for claim in allsource.extract(document)]
    lineage = allsource.trace(documents, claims)

    assert [claim.source.name for claim in claims] == ["Orlan Works"]
    assert allsource.assess(documents, claims, lineage).findings
