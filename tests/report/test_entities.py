"""Sources and parties of a dossier are those of the case, by whatever name each document calls them."""

from allsource.assessment.actors import Parties, dealings
from allsource.assessment.evidence import gather
from allsource.entities.who import who_is_who
from allsource.lineage.trace import trace
from allsource.report.origins import actors
from casts import folder

PAGES = (
    "Nadia Vell, who heads Keth Marine, said on Monday that Pell Works had sold 40 boats.",
    "Vell said on Tuesday that Pell Works had sold 60 boats. A senior official denied it.",
    "A senior official said that the dock was closed.",
)
DEEDS = (
    "Ann Lind said Keth Marine, formerly Norrvik Works, sold Pell Works 40 boats in May 2031.",
    "Ann Lind said Norrvik Works sold Pell Works 30 boats in June 2031.",
)


def case(*texts):
    pages, claims = folder(*texts)
    evidence = gather(pages, claims, trace(pages, claims))
    numbers = {page.id: number for number, page in enumerate(pages, 1)}
    return evidence, numbers, who_is_who(pages, claims)


def test_a_source_of_two_pages_is_one():
    evidence, numbers, cast = case(*PAGES)
    (vell,) = [one for one in actors(evidence, numbers, cast) if "Vell" in one.name]

    assert (vell.name, vell.also, len(vell.links)) == ("Nadia Vell", (), 2)


def test_a_source_is_told_with_its_names_in_other_words():
    evidence, numbers, cast = case(
        "The Harbour Safety Board (HSB) said the dock was full.",
        "The HSB said on Friday that the dock was closed.",
    )
    (board,) = actors(evidence, numbers, cast)

    assert (board.name, board.also, len(board.links)) == ("Harbour Safety Board", ("HSB",), 2)


def test_without_who_is_who_each_name_is_a_source():
    evidence, numbers, _ = case(*PAGES)

    assert {one.name for one in actors(evidence, numbers) if "Vell" in one.name} == {
        "Nadia Vell",
        "Vell",
    }


def test_sources_without_a_name_are_one_in_a_page_only():
    evidence, numbers, cast = case(*PAGES)
    found = [one for one in actors(evidence, numbers, cast) if one.name == "senior official"]

    assert [len(one.links) for one in found] == [1, 1]


def test_deeds_of_a_renamed_party_are_one_partys():
    evidence, _, cast = case(*DEEDS)
    claims = tuple(evidence.claims.values())
    did = [one for one in dealings(evidence, Parties(claims, cast)) if one.way == "did"]

    assert [(one.actor, one.toward) for one in did] == [("Keth Marine", "Pell Works")] * 2
    assert "Norrvik Works" in {one.actor for one in dealings(evidence, Parties(claims))}
