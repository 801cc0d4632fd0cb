"""Which named thing does a number count, and when is none told?"""

import pytest

from allsource.claims import denotation, quantities, times
from allsource.claims.counted_nouns import is_tally
from allsource.claims.denotation import denote
from allsource.claims.extract import extract
from allsource.claims.parse import parse_text
from allsource.claims.people import gather
from allsource.claims.products import gather_products
from allsource.errors import GroundingError
from allsource.model.records import claim_from_record, claim_record
from strategies import page


def counted(text):
    parsed = parse_text(text)
    found = []
    for paragraph in parsed.paragraphs:
        when = times.find(text, paragraph.span, None, (None, None))
        found += quantities.find(paragraph, text, when, "doc")
    told = denote(parsed, gather_products(parsed, gather(parsed)), found)
    for one in told:
        assert one.thing is None or one.thing.span.of(text) == one.thing.text
        named = one.thing.named_at if one.thing else None
        assert (named is None) == (one.thing is None or one.thing.name is None)
    return [one.thing for one in told]


def last(text):
    thing = counted(text)[-1]
    return (thing.name, thing.link) if thing is not None else (None, None)


DRONE = "Orlan Works makes the Orlan-9, a small drone. "
FERRY = "The Kestow is a car ferry. "


@pytest.mark.parametrize(
    ("text", "name", "link"),
    [
        ("The yard sold 40 Treva missiles.", "Treva", "named"),
        ("The yard builds 40 Tirrik unmanned aircraft a month.", "Tirrik", "named"),
        (FERRY + "The yard has delivered 14 of the ferries.", "Kestow", "described"),
        (FERRY + "The yard has delivered 14 of the ships.", "Kestow", "described"),
        (FERRY + "The navy owns 14 of these ferries.", "Kestow", "described"),
        (FERRY + "Each ferry costs $31 million.", "Kestow", "described"),
        (DRONE + "The plant makes 2,200 units a month.", "Orlan-9", "described"),
        (DRONE + "It makes 2,200 drones a month.", "Orlan-9", "described"),
        (DRONE + "Output reached 2,200 a month.", "Orlan-9", "pointed"),
        ("It bought 16 Finch buses. They cost $420,000 each.", "Finch", "pointed"),
        ("It shipped 25 Treva missiles in June. It shipped 30 more in July.", "Treva", "pointed"),
        ("It has launched 90 Petrel satellites. Sixty of them work.", "Petrel", "pointed"),
        ("The firm unveiled the Quill Four. The phone sold 40,000 copies.", "Quill Four", "described"),
        ("The Orlan-9 cost $190 in 2029. The price had fallen to $84 by 2031.", "Orlan-9", "pointed"),
    ],
)  # fmt: skip
def test_a_number_counts_a_named_thing(text, name, link):
    assert last(text) == (name, link)


@pytest.mark.parametrize(
    "text",
    [
        DRONE + "Its neighbour shot down 46 drones.",
        DRONE + "A rival sold 46 drones.",
        DRONE + "The army was given 46 other drones.",
        FERRY + "Eleven fishing boats were out. Four of the boats sank.",
        FERRY + "The yard employs 400 people.",
        FERRY + "The ferry is 40 metres long.",
        FERRY + "It has ordered 72 axles at $5,000 an axle.",
        "Rail firms run trains such as the Corrib. There are 340 trains.",
        "Two of the welders left.",
    ],
)
def test_none_is_told(text):
    assert last(text)[0] is None


def test_two_that_would_do_are_both_listed():
    text = "The city bought 30 Orvik trams and 12 Tallin trams. Six of the trams were scrapped."

    assert counted(text)[-1].name is None
    assert counted(text)[-1].between == ("Orvik", "Tallin")


def test_a_noun_tells_two_things_apart():
    text = (
        "It has three Ibis-class frigates and five Heron-class corvettes. Two of the frigates sank."
    )

    assert last(text) == ("Ibis", "described")


def test_who_makes_it_tells_two_things_apart():
    text = (
        "Orlan Works makes the Orlan-9, a drone. Hesk Works makes the Hesk-2, a drone. "
        "Hesk Works built 40 drones in May."
    )

    assert last(text) == ("Hesk-2", "described")


def test_a_thing_without_a_name_is_still_pointed_to():
    thing = counted("Eight hundred welders left. Some 40 of them were hired.")[-1]

    assert (thing.text, thing.name, thing.entity, thing.link) == ("welders", None, None, None)


def test_output_is_no_thing():
    assert (is_tally("deliveries"), is_tally("output"), is_tally("drone")) == (True, True, False)


def test_a_claim_is_grounded_in_the_words_of_its_things():
    document = page(FERRY + "The yard has delivered 14 of the ferries.")
    *_, claim = extract(document)
    values = claim_record(claim)

    assert claim_from_record(values, document).quantities == claim.quantities
    values["quantities"][0]["thing"]["text"] = "barges"
    with pytest.raises(GroundingError):
        claim_from_record(values, document)


def test_older_records_have_no_thing():
    document = page(FERRY + "The yard has delivered 14 of the ferries.")
    *_, claim = extract(document)
    values = claim_record(claim)
    del values["quantities"][0]["thing"]

    assert claim_from_record(values, document).quantities[0].thing is None


def test_a_number_is_held_against_the_things_near_it_alone(monkeypatch):
    asked = []
    real = denotation._fits

    def counting(*given, **told):
        asked.append(given)
        return real(*given, **told)

    monkeypatch.setattr(denotation, "_fits", counting)
    sums = []
    for copies in (40, 160):
        told = (f"The Orlan-{n} is a drone. It sold 40 of the drones." for n in range(copies))
        counted("\n\n".join(told))
        sums.append(len(asked))
        asked.clear()
    assert 0 < sums[1] <= 5 * sums[0]
