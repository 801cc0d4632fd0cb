import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allsource.entities.bearers import name_id
from allsource.entities.judgements import MERGE, Judgement
from allsource.entities.plain import key
from allsource.entities.who import who_is_who
from casts import PAGES, cast, folder, names, together
from strategies import claim_at, page

DAY = "2031-05-01T10:00:00Z"
LATER = "2031-05-02T10:00:00Z"


def said(pair, verdict, when=DAY):
    return Judgement(*pair, verdict, "AV", when)


def entity(found, name):
    (one,) = [e for e in found.entities if e.name == name]
    return one


def test_a_surname_of_another_page_is_the_only_one_of_the_case():
    found = cast(PAGES[0], PAGES[1])

    assert len({m.document for m in entity(found, "Nadia Lasker").mentions}) == 2


def test_an_acronym_that_one_page_explains_is_known_in_another():
    found = cast(PAGES[0], PAGES[1])
    board = entity(found, "Harbour Safety Board")
    (short,) = [name for name in board.names if name.text == "HSB"]

    assert short.given == "stated"
    assert len({m.document for m in board.mentions}) == 2


def test_an_alias_has_the_passages_that_give_it():
    pages, claims = folder(PAGES[5], PAGES[6])
    found = who_is_who(pages, claims)
    text = {page.id: page.text for page in pages}
    (alias,) = [n for n in entity(found, "Halden Yards").names if n.given == "stated"]

    assert [p.span.of(text[p.document]) for p in alias.passages] == [
        "Halden Yards",
        "Norrvik Shipbuilding",
    ]


def test_a_surname_of_two_stays_apart_and_is_undecided():
    found = cast(*PAGES[2:5])

    assert not together(found, "Timo Orlan", "Jonas Orlan")
    assert {pair.right_name for pair in found.undecided} == {"Timo Orlan", "Jonas Orlan"}
    assert {pair.left_name for pair in found.undecided} == {"Orlan"}


def test_a_surname_of_two_is_followed_in_the_page_that_names_one():
    assert len(entity(cast(*PAGES[2:5]), "Timo Orlan").mentions) == 2


def test_a_surname_of_two_is_followed_among_pages_that_share_an_origin():
    pages, claims = folder(*PAGES[2:5])
    kin = {pages[0].id: "a", pages[2].id: "a"}
    found = who_is_who(pages, claims, family=kin)

    assert len({m.document for m in entity(found, "Timo Orlan").mentions}) == 2
    assert found.undecided == ()


def test_a_body_is_not_called_by_a_word_that_is_somebodys_surname():
    pages = [page("Timo Orlan spoke."), page("Orlan Works sold two boats. Nobody knew Orlan.")]
    claims = [
        claim_at(pages[0], "Timo Orlan spoke", names=["Timo Orlan"]),
        claim_at(pages[1], "Orlan Works sold two boats", names=["Orlan Works"]),
        claim_at(pages[1], "Nobody knew Orlan", names=["Orlan"]),
    ]
    found = who_is_who(pages, claims)

    assert {pair.right_name for pair in found.undecided} == {"Timo Orlan", "Orlan Works"}


def test_two_towns_of_one_name_are_two():
    towns = [one for one in cast(*PAGES[7:9]).entities if one.name == "Paris"]

    assert sorted(place.state for one in towns for place in one.places) == [
        "France",
        "United States",
    ]


def test_a_town_that_the_text_does_not_tell_has_all_its_candidates():
    (town,) = [e for e in cast("The fair in Paris was full.").entities if e.name == "Paris"]

    assert len(town.places) > 1


def test_no_place_is_finer_than_a_tenth_of_a_degree():
    found = cast(*PAGES)
    places = [place for one in found.entities for place in one.places]

    assert places
    assert all(
        round(p.latitude, 1) == p.latitude and round(p.longitude, 1) == p.longitude for p in places
    )


def test_names_below_the_probability_of_merging_are_undecided():
    found = cast(
        "Aleksei Vorontsov said the dock was full.", "Alexey Vorontsov said the dock was closed."
    )
    (pair,) = found.undecided

    assert not together(found, "Aleksei Vorontsov", "Alexey Vorontsov")
    assert pair.probability < MERGE


def test_what_the_machine_joins_it_joins_above_that_probability():
    found = cast(*PAGES)

    assert all(link.probability >= MERGE for link in found.links if link.verdict == "positive")


@pytest.mark.parametrize(
    "who", ["a senior official", "A resident", "Two people familiar with the matter", "Analysts"]
)
def test_unnamed_sources_are_in_no_entity(who):
    found = cast(f"{who} said the dock was full.", f"{who} said the dock was closed.")

    assert not [m for one in found.entities for m in one.mentions if "dock" not in m.text]
    assert found.undecided == ()


def test_a_person_joins_and_takes_it_back():
    texts = ("Vell Works sold two boats.", "Orlan Keel sold two boats.")
    before = cast(*texts)
    pair = tuple(sorted(before.parties))
    joined = cast(*texts, said=[said(pair, "positive")])
    back = cast(*texts, said=[said(pair, "positive"), said(pair, "withdrawn", LATER)])

    assert names(joined) == {frozenset({"Vell Works", "Orlan Keel"})}
    assert dataclasses.replace(back, people=()) == dataclasses.replace(before, people=())


def test_a_person_parts_a_name_from_another_wherever_it_stands():
    pair = tuple(name_id(key(name)) for name in ("Halden Yards", "Norrvik Shipbuilding"))
    found = cast(*PAGES[5:7], said=[said(pair, "negative")])

    assert {"Halden Yards", "Norrvik Shipbuilding"} <= {one.name for one in found.entities}
    assert not together(found, "Halden Yards", "Norrvik Shipbuilding")


def test_a_person_decides_what_was_undecided():
    before = cast(*PAGES[2:5])
    pair = next((p.left, p.right) for p in before.undecided if p.right_name == "Jonas Orlan")
    found = cast(*PAGES[2:5], said=[said(pair, "positive")])

    assert len({m.document for m in entity(found, "Jonas Orlan").mentions}) == 2


def test_a_judgement_on_what_is_gone_is_told():
    one = said(("ent_gone", "rec_gone"), "positive")

    assert cast(PAGES[0], said=[one]).not_followed == (one,)


@settings(max_examples=15, deadline=None)
@given(st.permutations(range(len(PAGES))))
def test_the_order_of_documents_tells_nothing(order):
    pages, claims = folder(*PAGES)
    found = who_is_who([pages[at] for at in order], claims[::-1])

    assert found == who_is_who(pages, claims)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, len(PAGES) - 1), st.booleans())
def test_a_copy_of_a_page_makes_no_entity(at, kin):
    pages, claims = folder(*PAGES)
    more, theirs = folder(*PAGES, PAGES[at])
    family = {pages[at].id: "a", more[-1].id: "a"} if kin else {}
    one, other = who_is_who(pages, claims), who_is_who(more, theirs, family=family)

    assert {(e.id, e.name, e.kind) for e in one.entities} == {
        (e.id, e.name, e.kind) for e in other.entities
    }


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_withdrawn_judgements_restore_the_state(data):
    before = cast(*PAGES)
    ids = sorted({*before.parties, *before.records})
    pairs = data.draw(
        st.lists(st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True), max_size=4)
    )
    verdicts = [data.draw(st.sampled_from(["positive", "negative", "unsure"])) for _ in pairs]
    log = [said(pair, verdict) for pair, verdict in zip(pairs, verdicts, strict=True)]
    log += [said(pair, "withdrawn", LATER) for pair in pairs]

    assert cast(*PAGES, said=log) == before


def test_a_person_goes_by_the_name_without_an_office():
    found = cast(
        "Deputy Defence Minister Hadrel Orsk said the yard was full. Orsk smiled.",
        "Hadrel Orsk said on Monday that the yard was empty.",
    )

    assert "Hadrel Orsk" in {one.name for one in found.entities}
    assert not any("Minister" in one.name for one in found.entities if one.kind == "person")
