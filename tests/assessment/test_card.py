"""The programme card: what stands on it, in what order, and what never does."""

import pytest

from allsource.assessment.card import card, topics
from allsource.assessment.evidence import gather
from allsource.claims.extract import extract
from allsource.lineage.trace import trace
from allsource.model.document import Document


def page(text, name="doc_a", published=None):
    return Document(name, f"{name}.txt", "0" * 64, text, "text", language="en", published=published)


def lines(said):
    claims = extract(page(f"The auditor said: “{said}”\n"))
    return {topic for claim in claims for topic in topics(claim)}


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("The yard opened a second assembly hall in May.", {"sites"}),
        ("The hall covers 14,000 square metres.", {"sites"}),
        ("The gearboxes are made at home since January.", {"stages made at home"}),
        ("The works has laid off a third of its staff.", {"workforce"}),
        ("Pell Works supplies the engines for the boats.", {"suppliers"}),
        ("The yard owes the bank 27 million crowns.", {"finance"}),
        ("Keth exported 12 boats to Velory.", {"exports"}),
        ("The mill supplies 40 tonnes of steel a month.", {"suppliers"}),
        ("The yard hired welders from a range of towns.", {"workforce"}),
        ("The plant hired 300 welders and carried out repairs.", {"workforce"}),
        ("The mayor opened the festival.", set()),
    ],
)
def test_a_statement_stands_on_its_line(said, wanted):
    assert lines(said) == wanted


@pytest.mark.parametrize(
    "said",
    [
        "The locally made boat reaches a top speed of 40 knots.",
        "The yard hired welders for a new warhead.",
        "The works supplies a drone with a wingspan of 3 metres.",
        "The works supplies an engine with a thrust of 3,000 newtons.",
        "The firm ordered an engine of 90 horsepower.",
        "The yard supplies boats that weigh 12 tonnes.",
        "The plant supplies a drone that carries 40 kilograms.",
        "The firm exported a boat with a range of 900 kilometres.",
        "The combine ordered guns of a larger calibre.",
    ],
)
def test_design_and_performance_never_stand_on_it(said):
    assert lines(said) == set()


def held(*documents):
    claims = [claim for document in documents for claim in extract(document)]
    return gather(documents, claims, trace(documents, claims))


def test_a_page_without_a_measure_of_a_programme_gives_no_entry():
    said = "The mayor said: “The council opened a hall in May.”\n"

    assert card(held(page(said))) == ()


def test_entries_go_by_topic_and_time_and_do_not_depend_on_the_order_of_pages():
    early = page(
        "Ann Lind, the director, said the yard built 40 boats a month in May 2031. "
        "She said the yard opened a second hall in May 2031.\n",
        "doc_a",
        "2031-06-01",
    )
    late = page(
        "Bo Karr, the auditor, said the yard built 44 boats a month in June 2032. "
        "He said the yard hired 300 welders. He said the yard closed the old hall in June 2032.\n",
        "doc_b",
        "2032-07-01",
    )
    entries = card(held(early, late))

    assert entries == card(held(late, early))
    assert [entry.topic for entry in entries] == ["sites", "sites", "workforce"]
    assert [entry.time.start for entry in entries[:2]] == ["2031-05-01", "2032-06-01"]
    assert entries[2].time is None
