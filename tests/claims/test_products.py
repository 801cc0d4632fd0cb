"""Which named things that are made does a document tell of?"""

import pytest

from allsource.claims import mentions
from allsource.claims.extract import extract
from allsource.claims.made_things import may_mean
from allsource.claims.parse import parse_text
from allsource.claims.people import gather
from allsource.claims.products import gather_products, with_products
from strategies import page


def things(text):
    parsed = parse_text(text)
    found = gather_products(parsed, gather(parsed))
    return {place.product.name: sorted(place.product.nouns) for place in found.places}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It shipped 25 Treva missiles.", {"Treva": ["missile"]}),
        ("The LP-40 insulin pump was recalled.", {"LP-40": ["pump"]}),
        ("The Petrel, a weather satellite, failed.", {"Petrel": ["satellite"]}),
        ("Its newest ferry, the Kestow, sailed.", {"Kestow": ["ferry"]}),
        ("The Kestow is a car ferry.", {"Kestow": ["ferry"]}),
        ("A robot dubbed the Wombat brings lunch.", {"Wombat": ["robot"]}),
        ("A printer by the name of Inkwell was tried.", {"Inkwell": ["printer"]}),
        ("The firm unveiled the Quill Four.", {"Quill Four": []}),
        ("The glider, known at home as the Sturn, flew.", {"Sturn": ["glider"]}),
        ("The navy has three Ibis-class frigates.", {"Ibis": ["frigate"]}),
    ],
)
def test_a_name_of_a_thing(text, wanted):
    assert things(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "France sold 40 French drones.",
        "Tarn Works sold 900 Tarn Works engines.",
        "Mara Vell said that the boats had sailed. Ms Vell boats are unknown.",
        "It hired 40 Norwegians and ran three Harbour Marathons.",
        "The Harbour panel met.",
        "The Kestow is not a ferry.",
    ],
)
def test_no_name_of_a_thing(text):
    assert things(text) == {}


def test_two_names_of_one_thing_are_one():
    text = "The LP-40 pump, sold abroad as the Marisol, was recalled. A Marisol costs $40."
    parsed = parse_text(text)
    found = gather_products(parsed, gather(parsed))

    assert [place.product.name for place in found.places] == ["LP-40"] * 3


def test_a_plural_is_its_singular():
    assert things("The Sarrow is a drone. It makes 300 Sarrows a week.") == {"Sarrow": ["drone"]}


def test_a_maker_is_not_its_model():
    assert "Brandel" not in things("It flies a Brandel 757 jet. Other Brandel aircraft came.")


def test_a_thing_has_one_entity_among_the_names_of_a_claim():
    text = "The Treva is a missile. Orlan Works sold 25 Treva missiles in May."
    *_, claim = extract(page(text))
    (one,) = [m for m in claim.entities if m.text == "Treva"]

    assert (one.kind, one.entity) == ("weapon", claim.quantities[0].thing.entity)


def test_a_thing_that_is_not_sure_leaves_names_alone():
    text = "The firm unveiled the Quill Four in Lisbon."
    parsed = parse_text(text)
    found = gather_products(parsed, gather(parsed))
    before = mentions.find(parsed.paragraphs[0], text)

    assert with_products(parsed, found, before, set()) == before
    entity = found.places[0].product.entity
    assert "Quill Four" in [m.text for m in with_products(parsed, found, before, {entity})]


@pytest.mark.parametrize(
    ("noun", "called", "loosely", "wanted"),
    [
        ("ship", {"ferry"}, True, True),
        ("ferry", {"ship"}, True, False),
        ("unit", {"ferry"}, False, True),
        ("pump", set(), True, True),
        ("pump", set(), False, False),
        ("minister", set(), True, False),
    ],
)
def test_a_broader_noun_points_back(noun, called, loosely, wanted):
    assert may_mean(noun, called, loosely=loosely) is wanted
