"""Cleaning, legs, gaps, tables: each by itself. SYNTHETIC tracks."""

from datetime import date

import numpy as np
import pytest

from allsource.errors import InputError
from allsource.evidence.track.airports import bundled, from_file
from allsource.evidence.track.clean import without_jumps
from allsource.evidence.track.fixes import fix_table, thinned, valid
from allsource.evidence.track.identity import forces_of, operator_of, state_of, written_hex
from allsource.evidence.track.legs import stretches
from allsource.evidence.track.registry import known_operator, read_registry

START = 1.9e9


def along(count, *, start=START, every=10.0, lat=(10.0, 12.0), **columns):
    return fix_table(
        count,
        time=start + every * np.arange(count),
        latitude=np.linspace(*lat, count),
        longitude=20.0,
        **columns,
    )


def test_a_jump_and_back_is_left_out():
    table = along(100)
    table["latitude"][40:50] += 15
    kept, jumps = without_jumps(table)

    assert (len(kept), jumps) == (90, 10)
    assert kept["latitude"].max() <= 12.0


def test_the_chain_with_most_fixes_is_kept():
    table = along(60)
    table["latitude"][::3] = 45.0
    kept, jumps = without_jumps(table)

    assert jumps == 20
    assert (kept["latitude"] < 13).all()


def test_a_clean_track_has_no_jumps():
    assert without_jumps(along(500, lat=(10.0, 14.0)))[1] == 0


def test_a_thousand_pieces_are_done_in_bounded_steps():
    table = along(4_000)
    table["latitude"][::2] += 20
    kept, jumps = without_jumps(table)

    assert len(kept) + jumps == 4_000
    assert len(kept) >= 290


def test_places_and_heights_that_cannot_be_are_left_out():
    table = along(5, altitude=[1e5, -9e3, 3_000, 10, np.nan], speed=[3e3, -1, 400, 0, np.nan])
    table["latitude"][3] = 91.0
    table["latitude"][4] = table["longitude"][4] = 0.0
    kept = valid(table)

    assert len(kept) == 3
    assert np.isnan(kept["altitude"][:2]).all()
    assert np.isnan(kept["speed"][:2]).all()


def test_one_fix_in_five_seconds_is_kept():
    assert len(thinned(along(100, every=1.0))) in {20, 21}


def test_a_landing_parts_two_legs():
    there, stay = along(60, ground=0), along(30, start=START + 600, lat=(12.0, 12.0), ground=1)
    back = along(60, start=START + 900, lat=(12.0, 10.0), ground=0)
    found = list(stretches(np.concatenate([there, stay, back])))

    assert [(len(one.before), len(one.air), len(one.after)) for one in found] == [
        (0, 60, 30),
        (30, 60, 0),
    ]


def test_taxiing_with_a_wrong_mark_is_no_flight():
    table = along(60, lat=(10.0, 10.01), ground=1)
    table["ground"][20:40] = 0

    assert list(stretches(table)) == []


def test_a_lone_mark_of_ground_in_flight_parts_nothing():
    table = along(60, ground=0, speed=400)
    table["ground"][30] = 1

    assert [len(one.air) for one in stretches(table)] == [60]


@pytest.mark.parametrize(
    ("hours", "apart", "height", "legs"),
    [
        (1, 8.0, 35_000, 1),
        (1, 0.1, 3_000, 2),
        (3, 0.5, 30_000, 2),
        (11, 30.0, 30_000, 2),
        (0.4, 0.1, 3_000, 2),
        (0.4, 2.0, 30_000, 1),
    ],
)
def test_a_gap_parts_legs_where_no_aircraft_stays_up(hours, apart, height, legs):
    one = along(30, altitude=height)
    at = one["latitude"][-1] + apart
    other = along(30, start=one["time"][-1] + 3600 * hours, lat=(at, at + 1), altitude=height)

    assert len(list(stretches(np.concatenate([one, other])))) == legs


def test_another_flight_number_parts_legs():
    table = along(60)
    table["flight"][:30], table["flight"][30:] = 7, 8

    assert len(list(stretches(table))) == 2


def test_a_gap_is_held_against_the_other_files(told, made, rows, tmp_path):
    silent = rows[:200] + rows[260:]
    paths = [
        made.readsb(tmp_path / "silent.json", silent),
        made.readsb(tmp_path / "beside.json", rows, address="1fffa1", callsign="AFL12"),
    ]
    far = made.flown(made.MOSCOW, made.TEHRAN)
    away = made.readsb(tmp_path / "away.json", far, address="1fffa2", callsign="AFL13")

    def heard(*files):
        (leg,) = [leg for leg in told(*files).legs if leg.aircraft.hex == "1fffa0"]
        return [gap.others_heard for gap in leg.gaps]

    assert heard(paths[0]) == [None]
    assert heard(*paths) == [True]
    assert heard(paths[0], away) == [False]


def test_an_aircraft_far_above_shows_nothing_of_reception_below(told, made, rows, tmp_path):
    from dataclasses import replace

    silent = rows[:40] + rows[80:]
    above = [replace(row, altitude=row.altitude + 20_000, ground=False) for row in rows]
    found = told(
        made.readsb(tmp_path / "silent.json", silent),
        made.readsb(tmp_path / "above.json", above, address="1fffa1"),
    )
    (leg,) = [leg for leg in found.legs if leg.aircraft.hex == "1fffa0"]

    assert [gap.others_heard for gap in leg.gaps] == [False]


def test_the_smallest_block_tells_the_state():
    assert state_of("152658").value == "RU"
    assert state_of("7342ab").value == "IR"
    assert state_of("51000d").value == "BY"
    assert state_of("400041").value == "KY"
    assert state_of("fffff0") is None
    assert forces_of("e40005") is None
    assert forces_of("e40006").value == "BR"
    assert forces_of("3aa924").value == "FR"
    assert forces_of("3c6449") is None


def test_facts_carry_their_table_and_day():
    for fact in (state_of("152658"), operator_of("AFL12")[0]):
        assert fact.table.startswith("vradarserver/standing-data")
        assert date.fromisoformat(fact.date)


@pytest.mark.parametrize("text", ["", "~123456", "12345", "zzzzzz", "000000", "FFFFFF", "1234567"])
def test_what_is_no_address(text):
    assert written_hex(text) is None


@pytest.mark.parametrize(
    ("code", "day", "ident"),
    [
        ("IST", "2019-04-05", "LTBA"),
        ("IST", "2019-04-06", "LTFM"),
        ("TXL", "2019-01-01", "EDDT"),
        ("TXL", "2021-01-01", None),
        ("SXF", "2019-01-01", "EDDB"),
        ("BER", "2021-01-01", "EDDB"),
        ("BER", "2019-01-01", None),
        ("LHR", "2017-08-02", "EGLL"),
        ("EGLL", "2017-08-02", "EGLL"),
        ("QQQ", "2017-08-02", None),
    ],
)
def test_a_code_means_what_it_meant_that_day(code, day, ident):
    assert bundled().ident(code, date.fromisoformat(day)) == ident


def test_nothing_ends_at_a_field_that_is_shut():
    found = bundled()

    def near(day):
        rows = found.near(52.5597, 13.2877, 2.0, date.fromisoformat(day))
        return {found.idents[row] for row in rows}

    assert "EDDT" in near("2019-06-01")
    assert "EDDT" not in near("2022-06-01")


OURAIRPORTS = """id,ident,type,name,latitude_deg,longitude_deg,elevation_ft,iata_code
1,XX01,heliport,Fairview Heliport,10.0,20.0,5,
2,XX02,medium_airport,Tolm,10.1,20.1,50,TLM
3,XX03,closed_airport,Old Tolm,10.2,20.2,5,
4,XX04,small_airport,Orlan Strip,10.3,20.3,,
5,XX05,small_airport,Broken,far,20.3,,
6,XX06,closed,Gone,10.2,20.2,5,
"""


def test_the_users_own_airports_stand_in_for_the_table(tmp_path):
    path = tmp_path / "airports.csv"
    path.write_text(OURAIRPORTS)
    found = from_file(path, "airports.csv")

    assert set(found.idents) == {"XX02", "XX04"}
    assert found.served.tolist() == [1.0, 0.0]
    assert found.ident("TLM", date(2031, 1, 1)) == "XX02"


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "", "\x00\xff"])
def test_what_is_no_table_of_airports_is_refused(tmp_path, text):
    path = tmp_path / "airports.csv"
    path.write_bytes(text.encode("latin-1"))

    with pytest.raises(InputError):
        from_file(path, "airports.csv")


REGISTRIES = {
    "tar1090.csv": "1FFFA0;RA-00001;IL76;0000;ILYUSHIN IL-76;1990;TRANSAERO AIRLINES;\n"
    "1FFFA1;RA-00002;IL76;1000;ILYUSHIN IL-76;1990;;\n"
    "1FFFA2;RA-00003;C172;0000;CESSNA;1990;ORLAN DAVID;\n",
    "opensky.csv": "icao24,registration,typecode,operator,operatoricao,owner\n"
    "1fffa0,RA-00001,IL76,,TSO,\n1fffa2,RA-00003,C172,David Orlan,,David Orlan\n",
    "own.csv": "hex,registration,type,operator\n1FFFA0,RA-00001,IL76,Transaero Airlines\n",
}


@pytest.mark.parametrize("name", REGISTRIES)
def test_a_registry_names_known_operators_alone(tmp_path, name):
    path = tmp_path / name
    path.write_text(REGISTRIES[name])
    found = read_registry(path, name, {"1fffa0", "1fffa1", "1fffa2"}, "2031-05-04")

    assert found["1fffa0"].operator.value == "Transaero Airlines"
    assert found["1fffa0"].operator.date == "2031-05-04"
    assert found["1fffa0"].operator.table == name
    if "1fffa2" in found:
        assert found["1fffa2"].operator is None
        assert "Orlan" not in repr(found)
    if "1fffa1" in found:
        assert found["1fffa1"].military


def test_callsign_and_registry_stay_two_facts(told, made, rows, tmp_path):
    path = made.readsb(tmp_path / "t.json", rows, callsign="AFL123")
    registry = tmp_path / "own.csv"
    registry.write_text(REGISTRIES["own.csv"])
    (leg,) = told(path, registry=registry, registry_date="2031-05-04").legs

    assert leg.aircraft.operator_by_callsign.value == "Aeroflot"
    assert leg.aircraft.operator_by_registry.value == "Transaero Airlines"
    assert leg.aircraft.state.value == "RU"


def test_an_operator_is_known_by_name_or_code():
    assert known_operator("Turkish Airlines Inc.", None, "t", None).value == "Turkish Airlines"
    assert known_operator(None, "afl", "t", None).value == "Aeroflot"
    assert known_operator("Somebody", None, "t", None) is None
    assert known_operator("STAR AIR LLC", None, "t", None) is None
    assert known_operator("PEACH INC", None, "t", None) is None
    assert known_operator("DELTA AIR LINES INC", None, "t", None).value == "Delta Air Lines"
