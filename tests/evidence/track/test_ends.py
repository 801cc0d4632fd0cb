"""Tiers, wording and abstention of the ends of legs. SYNTHETIC tracks."""

from dataclasses import replace

import numpy as np
import pytest

from allsource.evidence.track.chances import chances
from allsource.evidence.track.ends import leg_end, situation
from allsource.evidence.track.fixes import fix_table
from allsource.evidence.track.wording import sentences


def cut_to(made, told, rows, tmp_path, first, last):
    (leg,) = told(made.readsb(tmp_path / "t.json", rows[first : len(rows) - last])).legs
    return leg


def test_both_ends_seen_on_the_ground(made, told, rows, tmp_path):
    leg = cut_to(made, told, rows, tmp_path, 0, 0)
    took_off, landed = sentences(leg)

    assert took_off.startswith("It took off from LPPT between ")
    assert landed.startswith("It landed at LEMD between ")
    assert leg.arrival.earliest <= leg.arrival.latest == leg.arrival.time
    assert leg.departure.earliest <= leg.departure.latest == leg.departure.time
    assert leg.arrival.probability < 1


def test_last_seen_low_is_not_landed(made, told, rows, tmp_path):
    leg = cut_to(made, told, rows, tmp_path, 26, 28)

    assert (leg.arrival.tier, leg.arrival.airport) == ("low", "LEMD")
    assert leg.arrival.trend == "descending"
    assert leg.arrival.latest is None
    assert (leg.departure.tier, leg.departure.airport) == ("low", "LPPT")
    assert leg.departure.earliest is None
    first, last = sentences(leg)
    assert "It was first seen climbing at about" in first
    assert "It was last seen descending at about" in last
    assert "landed" not in first + last


def test_a_candidate_is_said_to_be_one(made, told, rows, tmp_path):
    leg = cut_to(made, told, rows, tmp_path, 60, 60)

    assert (leg.departure.tier, leg.arrival.tier) == ("candidate", "candidate")
    assert "destination not observed, perhaps LEMD" in sentences(leg)[-1]
    listed = [one.probability for one in leg.arrival.candidates]
    assert listed == sorted(listed, reverse=True)
    assert sum(listed) <= 1.0


def test_nothing_is_named_from_cruise(made, told, tmp_path):
    rows = made.flown(made.MOSCOW, made.TEHRAN)
    leg = cut_to(made, told, rows, tmp_path, 400, 400)

    for end in (leg.departure, leg.arrival):
        assert (end.tier, end.airport, end.probability) == ("none", None, None)
        assert end.candidates == ()
    assert sentences(leg)[-1].startswith("Destination not observed; last seen at ")


def test_probability_falls_as_more_is_cut(made, rows, airports):
    air = [row for row in rows if not row.ground]
    columns = ("time", "latitude", "longitude", "altitude", "speed")
    said = []
    for cut in (1, 12, 24, 48, 72):
        left = air[:-cut]
        table = fix_table(len(left), **{n: [getattr(one, n) for one in left] for n in columns})
        rows_there, one = situation("arrival", table, airports)
        names = [airports.idents[row] for row in rows_there]
        said.append(chances(one)[names.index("LEMD")])

    assert said == sorted(said, reverse=True)
    assert said[0] <= 0.98


def test_height_alone_never_tells_of_the_ground(airports):
    fixes = fix_table(
        60,
        time=np.arange(60) * 10.0 + 1.9e9,
        latitude=np.linspace(51.3, 51.47, 60),
        longitude=np.full(60, -0.46),
        altitude=np.linspace(2_000, -500, 60),
        speed=np.full(60, 140.0),
        ground=np.zeros(60),
    )
    end = leg_end("arrival", fixes, fixes[:0], airports)

    assert end.tier == "low"


@pytest.mark.parametrize("hours", [0.5, 2, 9])
def test_ground_seen_much_later_elsewhere_is_not_this_landing(made, rows, airports, hours):
    air = [row for row in rows if not row.ground][:200]
    columns = ("time", "latitude", "longitude", "altitude", "speed")
    table = fix_table(len(air), **{n: [getattr(one, n) for one in air] for n in columns})
    far = fix_table(
        5,
        time=table["time"][-1] + 3600 * hours + np.arange(5),
        latitude=made.MADRID.latitude,
        longitude=made.MADRID.longitude,
        ground=1,
    )
    end = leg_end("arrival", table, far, airports)

    assert (end.tier == "ground") == (hours < 1)


def test_two_fields_side_by_side_are_not_told_apart(airports):
    near = replace(
        airports,
        idents=("AAAA", "BBBB"),
        latitude=np.array([10.0, 10.01]),
        longitude=np.array([20.0, 20.01]),
        elevation=np.zeros(2),
        served=np.zeros(2),
        busy=np.zeros(2),
        iata={},
    )
    air = fix_table(
        20, time=np.arange(20) * 10.0 + 1.9e9, latitude=np.linspace(9.8, 10.0, 20), longitude=20.0
    )
    ground = fix_table(
        3, time=np.arange(3) + 1.9e9 + 200, latitude=10.005, longitude=20.005, ground=1
    )
    end = leg_end("arrival", air, ground, near)

    assert (end.tier, end.airport, end.probability) == ("ground", None, None)
    assert [one.airport for one in end.candidates] == ["AAAA", "BBBB"]


def test_ground_at_no_known_place_is_told_so(made, told, tmp_path):
    desert = made.Field(23.0, 12.5, 1_500.0)
    (leg,) = told(made.readsb(tmp_path / "t.json", made.flown(made.LISBON, desert))).legs

    assert (leg.arrival.tier, leg.arrival.airport) == ("ground", None)
    assert "at a place that the airport table does not tell" in sentences(leg)[-1]


def test_a_track_full_of_false_positions_is_told_with_a_warning_only(made, told, rows, tmp_path):
    import json

    path = made.readsb(tmp_path / "t.json", rows)
    held = json.loads(path.read_text())
    false = [[row[0] + 6, 35.5 + n % 7, 33.4, *row[3:]] for n, row in enumerate(held["trace"][::3])]
    held["trace"] += false
    path.write_text(json.dumps(held))
    (leg,) = told(path).legs

    assert "false positions or interference are possible" in leg.warnings[0]
    assert leg.quality.jumps > 50
    assert {leg.departure.tier, leg.arrival.tier} == {"none"}


def test_forces_go_where_airlines_do_not(made, rows, told, tmp_path):
    civil = made.readsb(tmp_path / "civil.json", rows[:-48])
    forces = made.readsb(tmp_path / "forces.json", rows[:-48], address="ae0001", callsign="")
    by_hex = {leg.aircraft.hex: leg for leg in told(civil, forces).legs}

    one, other = by_hex["1fffa0"].arrival, by_hex["ae0001"].arrival
    assert (one.airport, one.tier) == ("LEMD", "candidate")
    assert (other.probability or 0) < one.probability
