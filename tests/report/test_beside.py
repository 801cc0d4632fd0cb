"""Flights that touch no claim are counted and not shown."""

from allsource.assessment.bearing.beside import bearings
from allsource.assessment.evidence import gather
from allsource.claims.extract import extract
from allsource.evidence.track.naming import AirportPlace
from allsource.model.document import Document
from allsource.model.lineage import Lineage
from allsource.model.track import Aircraft, LegEnd, TrackLeg, TrackQuality
from allsource.report.beside import beside_view

PLACES = {
    "XXCO": AirportPlace(("Corrant", "Keth"), 10.0, 10.0),
    "XXVE": AirportPlace(("Velory", "Mardisia"), 14.0, 10.0),
}
TEXT = "Ann Lind, an analyst, said: “An Il-76 flew from Corrant to Velory on 4 May 2031.”\n"


def leg(kind, day):
    who = Aircraft("000001", None, kind, None, None, None, ("operated by a cargo firm",))
    ends = (
        LegEnd(code, f"{day}T08:00:00Z", None, None, "ground", 0.9, ()) for code in ("XXCO", "XXVE")
    )
    return TrackLeg(who, None, *ends, (), (), None, (), TrackQuality(9, 0), ())


def test_only_flights_beside_a_claim_are_shown():
    page = Document("doc_a", "a.txt", "0" * 64, TEXT, "text", language="en", published="2031-05-10")
    claims = extract(page)
    legs = [leg("IL76", "2031-05-04"), leg("A124", "2031-05-05")]
    found = bearings(claims, legs, places=PLACES)
    view = beside_view(gather([page], claims, Lineage()), {"doc_a": 1}, found, legs)

    assert [one.id for one in view.legs] == [legs[0].id]
    assert view.counts == ("flights that touch no claim, not shown: 1",)
