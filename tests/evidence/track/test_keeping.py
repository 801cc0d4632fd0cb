"""Who may be kept: only military, state and airline aircraft, and no option changes it. SYNTHETIC tracks."""

import inspect
import json

import pytest

from allsource.cli.track import track
from allsource.evidence.track.identity import forces_of, operator_of
from allsource.evidence.track.keeping import airframe_evidence, dropped_for, leg_evidence
from allsource.evidence.track.registry import Airframe

PRIVATE = {"callsign": "N123AB", "address": "a00001"}
FORCES = "ae0001"


def test_an_aircraft_without_evidence_is_dropped_and_only_counted(told, made, rows, tmp_path):
    found = told(made.readsb(tmp_path / "t.json", rows, **PRIVATE))

    assert found.legs == ()
    assert found.dropped == {"no evidence": 1}


@pytest.mark.parametrize("write", ["opensky", "granular", "web"])
def test_it_is_dropped_in_every_format(told, made, rows, tmp_path, write):
    who = {"callsign": "N123AB"} if write == "web" else PRIVATE
    found = told(getattr(made, write)(tmp_path / "t.csv", rows, **who))

    assert (found.legs, found.dropped) == ((), {"no evidence": 1})


def test_positions_of_an_archive_without_its_flight_table_are_of_nobody(told, made, rows, tmp_path):
    positions, table = made.archive(tmp_path, rows)

    assert told(positions).legs == ()
    assert told(positions).dropped == {"no flight table": 1}
    assert len(told(positions, table).legs) == 1
    assert len(told(table, positions).legs) == 1


@pytest.mark.parametrize(("flags", "reason"), [(4, "PIA"), (8, "LADD"), (5, "PIA"), (9, "LADD")])
def test_whoever_asked_not_to_be_shown_is_dropped_whatever_else_is_known(
    told, made, rows, tmp_path, flags, reason
):
    path = made.readsb(tmp_path / "t.json", rows, address=FORCES, flags=flags)

    assert (told(path).legs, told(path).dropped) == ((), {reason: 1})


def test_a_flag_in_the_registry_drops_it_too(told, made, rows, tmp_path):
    path = made.readsb(tmp_path / "t.json", rows)
    registry = tmp_path / "aircraft.csv"
    registry.write_text("1FFFA0;RA-00000;IL76;0001;ILYUSHIN;;;\n")

    assert told(path, registry=registry).dropped == {"LADD": 1}


@pytest.mark.parametrize(
    "callsign", ["DCM1234", "FFL12", "XAA77", "NJE123A", "VJT500", "N52TSO", "TSO", "TSOAB", ""]
)
def test_lent_private_and_bare_callsigns_are_no_evidence(told, made, rows, tmp_path, callsign):
    found = told(made.readsb(tmp_path / "t.json", rows, callsign=callsign))

    assert found.legs == ()
    assert leg_evidence(callsign, None) == ()


def test_a_registration_that_looks_like_a_callsign_is_none():
    assert operator_of("UPS5701") is not None
    assert operator_of("UPS5701", "UP-S5701") is None


def test_a_military_block_keeps_an_aircraft_without_callsign(told, made, rows, tmp_path):
    (leg,) = told(made.readsb(tmp_path / "t.json", rows, address=FORCES, callsign="")).legs

    assert leg.aircraft.kept_for == ("address in a block of the forces of US",)
    assert leg.aircraft.operator_by_callsign is None


def test_only_the_legs_with_an_airline_callsign_are_shown(told, made, rows, tmp_path):
    back = made.flown(made.MADRID, made.LISBON, start=rows[-1].time + 7200)
    one = made.readsb(tmp_path / "one.json", rows)
    other = made.readsb(tmp_path / "other.json", back, callsign="PRIVAT1")
    found = told(one, other)

    assert [leg.callsign for leg in found.legs] == ["TSO1234"]
    assert found.dropped == {"leg without evidence": 1}


def test_an_owner_who_may_be_a_person_is_never_told(told, made, rows, tmp_path):
    path = made.readsb(tmp_path / "t.json", rows, ownOp="ORLAN DAVID", r="RA-00000")
    (leg,) = told(path).legs

    assert leg.aircraft.operator_by_registry is None
    assert "ORLAN" not in repr(leg)


def test_dropped_aircraft_do_not_even_serve_as_control(told, made, rows, tmp_path):
    silent = rows[:200] + rows[260:]
    kept = made.readsb(tmp_path / "kept.json", silent)
    private = made.readsb(tmp_path / "private.json", rows, **PRIVATE)
    airline = made.readsb(tmp_path / "airline.json", rows, address="1fffa1")

    assert [gap.others_heard for gap in told(kept, private).legs[0].gaps] == [None]
    assert [gap.others_heard for gap in told(kept, airline).legs[0].gaps] == [True]


def test_no_option_admits_anybody():
    assert set(inspect.signature(track).parameters) == {
        "files", "json", "airports", "registry", "registry_date", "quiet",
    }  # fmt: skip


def test_rows_younger_than_seven_days_are_refused(told, made, rows, tmp_path):
    path = made.readsb(tmp_path / "t.json", rows)
    day = 86_400
    half = rows[len(rows) // 2].time

    assert len(told(path, now=rows[-1].time + 7 * day).legs) == 1
    young = told(path, now=rows[0].time + 6 * day)
    assert (young.legs, young.young) == ((), len(rows))
    assert "younger than 7 days" in young.failures[0].reason
    parted = told(path, now=half + 7 * day)
    assert 0 < parted.young < len(rows)
    assert parted.legs[0].arrival.tier == "none"


def test_an_address_that_is_none_is_refused(told, made, rows, tmp_path):
    found = told(made.readsb(tmp_path / "t.json", rows, address="~2fb1a0"))

    assert found.legs == ()
    assert "no 24-bit address" in found.failures[0].reason


def test_evidence_of_an_airframe():
    military = Airframe(military=True, table="a table")

    assert airframe_evidence("1fffa0", ()) == ()
    assert airframe_evidence(None, (military,)) == ("marked military in a table",)
    assert dropped_for((military,)) is None
    assert forces_of("1fffa0") is None


def test_what_is_told_holds_no_place_finer_than_a_tenth_of_a_degree(told, made, rows, tmp_path):
    from allsource.cli.track import _record

    (leg,) = told(made.readsb(tmp_path / "t.json", rows[60:-60])).legs
    written = _record(leg)

    assert leg.path
    assert all(round(lat, 1) == lat and round(lon, 1) == lon for _, lat, lon in leg.path)
    for end in (written["departure"], written["arrival"]):
        assert end["distance_km"] is None or end["distance_km"] % 5 == 0
        assert end["height_ft"] % 100 == 0
        assert not {"latitude", "longitude"} & set(end)
    path = written.pop("path")
    assert len(path) <= 200
    assert str(rows[-61].latitude)[:5] not in json.dumps(written)
