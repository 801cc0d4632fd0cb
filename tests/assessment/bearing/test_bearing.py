"""A sensor or list bears out, contradicts or does not bear, and never more than was seen."""

from dataclasses import replace

import pytest

from allsource.assessment.bearing.beside import bearings
from allsource.assessment.bearing.flights import beside_flight, told_flight
from allsource.assessment.bearing.listings import beside_listing
from allsource.assessment.bearing.said import polarity
from allsource.assessment.bearing.sites import beside_pictures
from allsource.assessment.bearing.towns import Towns
from allsource.claims.extract import extract
from allsource.entities.listed import Listed, Named
from allsource.entities.match import Match
from allsource.entities.who import who_is_who
from allsource.evidence.track.naming import AirportPlace
from allsource.model.document import Document
from allsource.model.imagery import (
    Area,
    Detectability,
    FootprintBasis,
    Picture,
    Registration,
    Screening,
    SiteChange,
    SiteName,
)
from allsource.model.listing import Designation, ListedName, Listing
from allsource.model.track import Aircraft, LegEnd, TrackFact, TrackLeg, TrackQuality
from casts import folder

NAMED = {
    "XXCO": AirportPlace(("Corrant", "Keth"), 10.0, 10.0),
    "XXVE": AirportPlace(("Velory", "Mardisia"), 14.0, 10.0),
    "XXDO": AirportPlace(("Dorrow", "Mardisia"), 10.0, 16.0),
    "XXVN": AirportPlace(("Vell", "Mardisia"), 14.5, 10.0),
}


def claim(said, published="2031-05-10"):
    text = f"Ann Lind, an analyst, said: “{said}”\n"
    page = Document("doc_a", "a.txt", "0" * 64, text, "text", language="en", published=published)
    (found,) = extract(page)
    return found


def end(airport, tier="ground", day="2031-05-04"):
    probability = None if airport is None else 0.99
    return LegEnd(airport, f"{day}T08:00:00Z", None, None, tier, probability, ())


def leg(departure="XXCO", arrival="XXVE", tier="ground", kind="IL76", operator="Gelan Air"):
    fact = TrackFact(operator, "an invented registry", "2031-01-01")
    who = Aircraft("000001", None, kind, None, None, fact, ("operated by a cargo firm",))
    return TrackLeg(
        who, "GLN1", end(departure), end(arrival, tier), (), (), None, (), TrackQuality(9, 0), ()
    )  # fmt: skip


FLIGHT = "An Il-76 of Gelan Air flew from Corrant to Velory on 4 May 2031."


TOWNS = Towns(NAMED)


def flown(said, track):
    told = told_flight(said, TOWNS)
    return None if told is None else beside_flight(told, track, TOWNS)


def test_a_leg_with_day_aircraft_and_both_ends_bears_a_claim_out():
    found = flown(claim(FLIGHT), leg())

    assert found.verdict == "bears out"
    assert {one.what: one.agrees for one in found.compared} == {
        "date": True,
        "aircraft type": True,
        "operator": True,
        "departure": True,
        "arrival": True,
    }


def test_a_leg_seen_on_the_ground_elsewhere_contradicts():
    assert flown(claim(FLIGHT), leg(arrival="XXDO")).verdict == "contradicts"


def test_an_airport_near_the_named_town_does_not_contradict():
    assert flown(claim(FLIGHT), leg(arrival="XXVN")).verdict == "does not bear"


@pytest.mark.parametrize("tier", ["low", "candidate", "none"])
def test_an_end_that_was_not_seen_on_the_ground_never_contradicts(tier):
    arrival = None if tier == "none" else "XXDO"
    found = flown(claim(FLIGHT), leg(arrival=arrival, tier=tier))

    assert found.verdict == "does not bear"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (FLIGHT.replace("4 May", "9 May"), "another day"),
        (FLIGHT.replace(" on 4 May 2031", ""), "names no day"),
        (FLIGHT.replace("Il-76", "An-124"), "another type"),
    ],
)
def test_another_day_no_day_or_another_type_does_not_bear(said, why):
    found = flown(claim(said), leg())

    assert found.verdict == "does not bear"
    assert why in found.why


def test_a_claim_that_tells_of_no_flight_is_not_compared():
    assert flown(claim("The yard in Velory built 40 boats in May 2031."), leg()) is None


def picture(day):
    return Picture(f"{day}.tif", day * 6, day, "a tag", "optical", 4, 10.0)


def pair(verdict="change", area=None, conclusive=True, side=40.0):
    seen = Screening(
        verdict, conclusive, 0.3, 0.4, 0.1, 9, 1.0, "CVA", Detectability(10.0, 20.0, side, 3.0)
    )  # fmt: skip
    return SiteChange(
        picture("2030-06-01"), picture("2031-06-01"), SiteName("Ollen yard", 50.1, 30.2), seen,
        Registration(0.1, 9, agreed=True), area, "changed surface", (),
    )  # fmt: skip


HALL = "Two halls were built at the Ollen yard in May 2031."


def test_change_bears_out_that_something_was_built():
    found = beside_pictures(claim(HALL), pair())

    assert found.verdict == "bears out"
    assert "what stands there is not told" in found.why


def test_no_change_contradicts_only_a_floor_space_that_would_have_been_seen():
    large = "A hall of 12,000 square metres was built at the Ollen yard in May 2031."

    assert beside_pictures(claim(large), pair("no change seen")).verdict == "contradicts"
    assert (
        beside_pictures(claim(large), pair("no change seen", side=200.0)).verdict == "does not bear"
    )
    assert beside_pictures(claim(HALL), pair("no change seen")).verdict == "does not bear"


def test_a_reading_that_cannot_tell_does_not_bear():
    found = beside_pictures(claim(HALL), pair("possible change", conclusive=False))

    assert found.verdict == "does not bear"


def test_change_contradicts_that_nothing_was_begun():
    found = beside_pictures(
        claim("No construction had begun at the Ollen yard by 3 June 2031."), pair()
    )

    assert found.verdict == "contradicts"


def test_an_area_is_compared_with_the_one_stated():
    large = claim("A hall of 12,000 square metres was built at the Ollen yard in May 2031.")
    area = Area(11_000, 11_900, 12_800, 0.95, "outlined footprint", FootprintBasis(0, 1, ()))
    small = replace(area, low=4_000, median=4_400, high=4_900)

    assert beside_pictures(large, pair(area=area)).verdict == "bears out"
    assert beside_pictures(large, pair(area=small)).verdict == "contradicts"


def test_a_claim_on_another_site_is_not_compared():
    assert (
        beside_pictures(claim("Two halls were built at the Dorrow yard in May 2031."), pair())
        is None
    )


ENTRY = Listing(
    "EU Consolidated Financial Sanctions List", "2031-05-04", "EU.9", "organization",
    (ListedName("Gelan Air"),), ("INV",), "2029-07-16",
)  # fmt: skip


def matched(entry=ENTRY, probability=0.9, party="Gelan Air"):
    return Listed(
        Named(party, "organization"), entry, entry.names[0], Match(probability, same=True)
    )


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("Gelan Air was sanctioned by the EU in 2029.", "bears out"),
        ("The EU sanctioned Gelan Air in 2029.", "bears out"),
        ("Gelan Air was put on the EU sanctions list in 2029.", "bears out"),
        ("Gelan Air was put on the EU sanctions list in 2027.", "contradicts"),
        ("Gelan Air was not sanctioned by the EU in 2029.", "contradicts"),
        ("Gelan Air was not sanctioned by the EU in 2027.", "does not bear"),
        ("Gelan Air is under EU sanctions.", "bears out"),
        ("Gelan Air was under EU sanctions in 2027.", "does not bear"),
        ("The EU lifted sanctions on Gelan Air in 2029.", "does not bear"),
        ("Gelan Air was removed from the EU sanctions list in 2029.", "does not bear"),
        ("Gelan Air evaded EU sanctions in 2027.", "does not bear"),
        ("The EU called for sanctions on Gelan Air in 2029.", "does not bear"),
        ("The EU expects to sanction Gelan Air in 2029.", "does not bear"),
        ("The EU is considering sanctions on Gelan Air.", "does not bear"),
        ("The EU sanctioned Dorrow Trading, a partner of Gelan Air, in 2027.", "does not bear"),
        ("Gelan Air’s director was sanctioned by the EU in 2027.", "does not bear"),
        ("Gelan Air sanctioned a strike in 2027.", "does not bear"),
        ("Gelan Air was designated a national carrier in 2027.", "does not bear"),
        ("The EU imposed sanctions on Gelan Air in 2029.", "bears out"),
        ("The EU imposed sanctions on Gelan Air in 2027.", "contradicts"),
        ("The EU imposed sanctions on partners of Gelan Air in 2027.", "does not bear"),
        ("Gelan Air was sanctioned by the EU in 2027.", "contradicts"),
        ("Gelan Air is not under EU sanctions.", "contradicts"),
        ("Gelan Air was sanctioned by the United States in 2029.", "does not bear"),
        ("Gelan Air is under sanctions.", "does not bear"),
    ],
)
def test_a_listing_beside_a_claim_on_it(said, verdict):
    assert beside_listing(claim(said), matched()).verdict == verdict


def test_a_party_listed_after_the_page_does_not_bear_on_it():
    early = claim("Gelan Air was sanctioned by the EU in 2029.", published="2029-01-01")

    assert beside_listing(early, matched()).verdict == "does not bear"


def test_a_claim_that_says_nothing_of_lists_is_not_compared():
    assert beside_listing(claim("Gelan Air flew to Velory."), matched()) is None


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("The Ollen yard was expanded in May 2031.", "bears out"),
        ("Construction of a hall began at the Ollen yard in May 2031.", "bears out"),
        ("No hall was built at the Ollen yard between June 2030 and May 2031.", "does not bear"),
        ("No hall was built at the Ollen yard between June 2030 and June 2031.", "contradicts"),
        ("No hall was built at the Ollen yard by August 2031.", "contradicts"),
        ("Gelan Air plans to build a hall at the Ollen yard in May 2031.", "does not bear"),
        ("If a hall was built at the Ollen yard in May 2031, it is small.", None),
        ("Workers built 40 boats at the Ollen yard in May 2031.", None),
        ("The Ollen yard is expanding prices.", None),
        ("The Ollen yard was idle in May 2031.", None),
        ("Gelan Air stopped work at the Ollen yard in May 2031.", None),
        ("The yard was cleared at the Ollen yard in May 2031.", None),
        ("The Ollen yard adds a shift in May 2031.", None),
    ],
)
def test_only_building_is_compared_and_a_denial_needs_all_the_days(said, verdict):
    found = beside_pictures(claim(said), pair())

    assert (found and found.verdict) == verdict


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("A hall of 12,000 square metres was built at the Ollen yard in 2031.", "does not bear"),
        ("A hall of 12,000 square metres will be built at the Ollen yard in May 2031.",
         "does not bear"),
        ("A hall of 12,000 square metres may have been built at the Ollen yard in May 2031.",
         "does not bear"),
        ("No hall was built at the Ollen yard in May 2031.", "bears out"),
    ],
)  # fmt: skip
def test_no_change_contradicts_only_what_is_asserted_of_the_days_between(said, verdict):
    assert beside_pictures(claim(said), pair("no change seen")).verdict == verdict


@pytest.mark.parametrize(
    ("size", "low", "high", "verdict"),
    [
        ("more than 10,000", 11_000, 12_000, "bears out"),
        ("more than 10,000", 9_000, 10_000, "contradicts"),
        ("less than 10,000", 11_000, 12_000, "contradicts"),
        ("about 10,000", 10_200, 10_900, "bears out"),
        ("10,000", 10_200, 10_900, "contradicts"),
    ],
)
def test_areas_are_compared_as_intervals(size, low, high, verdict):
    said = claim(f"A hall of {size} square metres was built at the Ollen yard in May 2031.")
    area = Area(low, (low + high) / 2, high, 0.95, "outlined footprint", FootprintBasis(0, 1, ()))

    assert beside_pictures(said, pair(area=area)).verdict == verdict


def test_an_area_as_denied_contradicts():
    said = claim(
        "No hall of 12,000 square metres was built at the Ollen yard between May 2030 and July 2031."
    )
    area = Area(11_000, 12_000, 12_800, 0.95, "outlined footprint", FootprintBasis(0, 1, ()))
    found = beside_pictures(said, pair(area=area))

    assert next(one.agrees for one in found.compared if one.what == "area") is False


@pytest.mark.parametrize(
    ("said", "puts"),
    [
        (FLIGHT, "affirmed"),
        ("No Il-76 flew from Corrant to Velory on 4 May 2031.", "denied"),
        ("None of the Il-76s flew from Corrant to Velory on 4 May 2031.", "denied"),
        ("The Il-76 did not fly from Corrant to Velory on 4 May 2031.", "denied"),
        ("Gelan Air denied that an Il-76 flew to Velory on 4 May 2031.", "denied"),
        ("Gelan Air denied that an Il-76 did not fly to Velory on 4 May 2031.", "affirmed"),
        ("The flight from Corrant to Velory on 4 May 2031 was cancelled.", "denied"),
        ("The flight from Corrant to Velory on 4 May 2031 was not cancelled.", "affirmed"),
        ("The Il-76 bound for Velory was diverted on 4 May 2031.", "denied"),
        ("The Il-76 was diverted to Dorrow on 4 May 2031.", "open"),
        ("If an Il-76 flew to Velory on 4 May 2031, it is a breach.", "open"),
        ("An Il-76 will fly to Velory on 4 May 2031.", "open"),
        ("An Il-76 was scheduled to fly to Velory on 4 May 2031.", "open"),
    ],
)
def test_a_claim_affirms_denies_or_leaves_open(said, puts):
    assert polarity(claim(said)) == puts


@pytest.mark.parametrize(
    "said",
    [
        "No Il-76 flew from Corrant to Velory on 4 May 2031.",
        "The Il-76 did not fly from Corrant to Velory on 4 May 2031.",
        "Gelan Air denied that an Il-76 flew from Corrant to Velory on 4 May 2031.",
        "The Il-76 flight from Corrant to Velory on 4 May 2031 was cancelled.",
        "The Il-76 flight from Corrant to Velory on 4 May 2031 was diverted.",
        "The flight of an Il-76 from Corrant to Velory on 4 May 2031 did not take place.",
    ],
)
def test_a_denial_is_contradicted_by_the_flight_and_by_nothing_else(said):
    assert flown(claim(said), leg()).verdict == "contradicts"
    assert flown(claim(said), leg(arrival="XXDO")).verdict == "does not bear"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("An Il-76 will fly from Corrant to Velory on 4 May 2031.", "nothing that took place"),
        ("An Il-76 was to fly from Corrant to Velory on 4 May 2031.", "nothing that took place"),
        ("If an Il-76 flew from Corrant to Velory on 4 May 2031, it landed.", "nothing that took"),
        ("An Il-76 flew from Corrant to Velory in May 2031.", "names no day"),
        ("An Il-76 flew from Corrant to Velory between 4 May and 9 May 2031.", "names no day"),
        ("An Il-76 of Gelan Air Cargo flew from Corrant to Velory on 4 May 2031.", "another type"),
        ("An Il-76 of Vell Airlines flew from Corrant to Velory on 4 May 2031.", "another type"),
        ("An Il-76 of Qatar Airways flew from Corrant to Velory on 4 May 2031.", "another type"),
        ("A plane with 747 boxes flew from Corrant to Velory on 4 May 2031.", "nothing shows"),
    ],
)
def test_plans_wide_spans_and_other_operators_do_not_bear(said, why):
    found, elsewhere = (flown(claim(said), leg(arrival=arrival)) for arrival in ("XXVE", "XXDO"))

    assert (found.verdict, why in found.why) == ("does not bear", True)
    assert elsewhere is None or elsewhere.verdict == "does not bear"


def test_legal_forms_are_no_part_of_an_operators_name():
    assert flown(claim(FLIGHT), leg(operator="Gelan Air LLC", kind=None)).verdict == "bears out"


@pytest.mark.parametrize(
    ("said", "arrival", "verdict"),
    [
        ("An Il-76 flew from Corrant to Mardisia on 4 May 2031.", "XXDO", "bears out"),
        ("An Il-76 flew from Corrant to Mardisia, near Velory, on 4 May 2031.",
         "XXDO", "does not bear"),
        ("An Il-76 flew from Corrant to Velory in Mardisia on 4 May 2031.", "XXDO", "contradicts"),
        ("An Il-76 flew from Corrant to Velory on 4 May 2031 and then to Dorrow.",
         "XXDO", "does not bear"),
        ("An Il-76 flew from Corrant via Dorrow to Velory on 4 May 2031.",
         "XXDO", "does not bear"),
        ("An Il-76 from Corrant landed in Velory on 4 May 2031.", "XXVE", "bears out"),
    ],
)  # fmt: skip
def test_the_ends_are_the_first_pair_of_a_clause_and_a_country_is_weak(said, arrival, verdict):
    assert flown(claim(said), leg(arrival=arrival)).verdict == verdict


def test_a_listing_is_compared_by_any_name_of_the_party():
    texts = (
        "Gelan Air, formerly Velory Wings, flew to Mardis, Ann Lind said.",
        "Velory Wings was sanctioned by the EU in 2029, Ann Lind said.",
    )
    pages, claims = folder(*texts)
    dated = [replace(one, document=replace(one.document, published="2031-05-06")) for one in claims]
    cast = who_is_who(pages, claims)

    assert [one.verdict for one in bearings(dated, listed=[matched()], cast=cast)] == ["bears out"]
    assert bearings(dated, listed=[matched()]) == ()


def test_a_listing_is_compared_only_where_the_claim_itself_names_the_party_in_whole_words():
    assert beside_listing(claim("Ann Lind was sanctioned."), matched()) is None
    text = "Gelan Air, an airline, said: “The firm was sanctioned by the EU in 2027.”\n"
    page = Document("doc_a", "a.txt", "0" * 64, text, "text", language="en", published="2031-05-10")

    assert all(beside_listing(one, matched()) is None for one in extract(page))
    assert beside_listing(claim("Gelan Airlift was sanctioned in 2029."), matched()) is None


@pytest.mark.parametrize(
    ("entry", "published"),
    [(replace(ENTRY, since=None), "2031-05-10"), (ENTRY, None)],
)
@pytest.mark.parametrize("year", ["2029", "2027"])
def test_without_a_day_of_listing_or_of_the_page_a_list_does_not_bear(entry, published, year):
    said = claim(f"Gelan Air was sanctioned by the EU in {year}.", published=published)
    found = beside_listing(said, matched(entry))

    assert (found.verdict, "is not known" in found.why) == ("does not bear", True)


@pytest.mark.parametrize(
    ("names", "probability", "same"),
    [
        (("Gelan Air", "Gelan Air"), 0.80, True),
        (("Gelan Air", "Gelan Air LLC"), 0.80, True),
        (("Gelan Air", "Gelan Air"), 0.79, None),
        (("Gelan Air", "Gelan Avia"), 0.94, None),
        (("Gelan Air", "Gelan Avia"), 0.95, True),
        (("Gelan", "Gelan"), 0.94, None),
    ],
)
def test_an_entry_that_may_be_a_namesakes_does_not_bear(names, probability, same):
    party, name = names
    entry = replace(ENTRY, names=(ListedName(name),))
    said = claim(f"{party} was sanctioned by the EU in 2027.")
    found = beside_listing(said, matched(entry, probability, party))

    assert found.compared[0].agrees is same
    assert found.verdict == ("contradicts" if same else "does not bear")
    assert same or found.why == "it may be another of that name"


ACTS = (Designation("INV", "2029-07-16"), Designation("SECOND", "2030-02-01"))


@pytest.mark.parametrize(
    ("year", "verdict"), [("2029", "bears out"), ("2030", "bears out"), ("2028", "contradicts")]
)
def test_a_year_is_held_against_every_act_by_which_the_party_was_listed(year, verdict):
    said = claim(f"Gelan Air was sanctioned by the EU in {year}.")
    found = beside_listing(said, matched(replace(ENTRY, designations=ACTS)))

    assert found.verdict == verdict
    assert found.compared[-1].seen == "2029-07-16, 2030-02-01"


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("Gelan Air is under EU sanctions.", "does not bear"),
        ("Gelan Air is not under EU sanctions.", "does not bear"),
        ("Gelan Air was sanctioned by the EU in 2029.", "bears out"),
        ("Gelan Air was sanctioned by the EU in 2027.", "contradicts"),
    ],
)
def test_a_party_that_was_taken_off_by_the_day_of_the_page_is_not_told_to_stand_there(
    said, verdict
):
    found = beside_listing(claim(said), matched(replace(ENTRY, until="2031-01-05")))

    assert found.verdict == verdict
    assert "until 2031-01-05" in found.compared[1].seen


def test_a_party_that_was_taken_off_after_the_day_of_the_page_stood_there():
    denied = claim("Gelan Air is not under EU sanctions.")

    assert (
        beside_listing(denied, matched(replace(ENTRY, until="2031-06-05"))).verdict == "contradicts"
    )
