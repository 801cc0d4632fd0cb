"""`allsource track`: what it prints, and what it never does. SYNTHETIC tracks."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.tracks import invented

LONG_AGO = 1_700_000_000.0


@pytest.fixture(scope="module")
def rows():
    return invented.flown(invented.MOSCOW, invented.TEHRAN, start=LONG_AGO)


def track(*arguments):
    command = [sys.executable, "-m", "allsource", "track", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120)


def test_a_leg_is_one_object_as_in_the_contract(rows, tmp_path):
    ended = track("--json", invented.readsb(tmp_path / "t.json", rows, r="RA-00000", t="IL76"))
    (leg,) = [json.loads(line) for line in ended.stdout.splitlines()]

    assert ended.returncode == 0
    assert {"hex", "registration", "type"} <= set(leg["aircraft"])
    assert leg["aircraft"]["hex"] == "1fffa0"
    assert leg["callsign"] == "TSO1234"
    for side, place in (("departure", "UUWW"), ("arrival", "OIIE")):
        end = leg[side]
        assert (end["airport"], end["tier"]) == (place, "ground")
        assert {"time", "probability", "candidates"} <= set(end)
    assert leg["gaps"] == []
    assert leg["warnings"] == []
    assert leg["synthetic"] is True
    assert leg["sentences"][1].startswith("It landed at OIIE between ")


def test_a_gap_has_from_and_to(rows, tmp_path):
    ended = track("--json", invented.readsb(tmp_path / "t.json", rows[:300] + rows[360:]))
    (gap,) = json.loads(ended.stdout)["gaps"]

    assert gap.keys() == {"from", "to", "others_heard"}
    assert gap["others_heard"] is None


def test_for_reading_it_prints_sentences(rows, tmp_path):
    ended = track(invented.readsb(tmp_path / "t.json", rows))

    assert "TSO1234 1fffa0 (registered in RU, callsign of Transaero Airlines)" in ended.stdout
    assert "It took off from UUWW" in ended.stdout


def test_dropped_aircraft_are_counted_and_nothing_else_is_said_of_them(rows, tmp_path):
    path = invented.readsb(tmp_path / "t.json", rows, address="a00001", callsign="N123AB")
    ended = track("--json", path)

    assert (ended.returncode, ended.stdout) == (0, "")
    assert "no evidence: 1" in ended.stderr
    assert "a00001" not in ended.stderr
    assert "N123AB" not in ended.stderr


def test_a_broken_file_is_listed_and_the_others_are_read(rows, tmp_path):
    broken = tmp_path / "broken.json"
    broken.write_bytes(b'{"icao": ')
    ended = track("--json", broken, invented.readsb(tmp_path / "t.json", rows))

    assert ended.returncode == 3
    assert len(ended.stdout.splitlines()) == 1
    assert "broken.json" in ended.stderr


def test_rows_of_today_are_refused(tmp_path):
    import time

    fresh = invented.flown(invented.LISBON, invented.MADRID, start=time.time() - 86_400)
    ended = track("--json", invented.readsb(tmp_path / "t.json", fresh))

    assert (ended.returncode, ended.stdout) == (3, "")
    assert "younger than 7 days" in ended.stderr


@pytest.mark.parametrize(
    "arguments",
    [["x", "--airports", "nothing.csv"], [], ["--registry-date", "May", "cli"], ["--all", "x"]],
)
def test_wrong_usage_is_told(arguments):
    assert track(*arguments).returncode == 2


def test_invented_legs_are_told_as_such_and_never_beside_real_ones(rows, tmp_path):
    made = invented.readsb(tmp_path / "b.json", rows)
    assert track(made).stdout.startswith("INVENTED EVIDENCE\n")

    real = tmp_path / "a.json"
    text = made.read_text(encoding="utf-8")
    real.write_text(text.replace('"synthetic": true', '"synthetic": false'), encoding="utf-8")
    assert real.read_text(encoding="utf-8") != text
    ended = track("--json", real, made)

    assert ended.returncode == 3
    assert [json.loads(line)["synthetic"] for line in ended.stdout.splitlines()] == [False]
    assert "the other evidence is real" in ended.stderr


def test_a_watch_list_is_told_as_one(tmp_path):
    path = tmp_path / "list.json"
    path.write_text('{"id": "a", "schema": "Person", "caption": "Anna Vell"}\n', encoding="utf-8")
    ended = track(path)

    assert ended.returncode == 3
    assert "a watch list, no track" in ended.stderr


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: path.unlink(missing_ok=True), "there is no such file"),
        (lambda path: path.mkdir(), "it is a folder"),
        (lambda path: path.write_bytes(b""), "it is empty"),
        (lambda path: path.write_bytes(b"\x1f\x8b\x08 cut"), "damaged gzip"),
        (
            lambda path: path.write_text('{"icao":"1fffa0","trace":' + "[" * 100_000),
            "no whole trace",
        ),
        (lambda path: path.write_text("time,icao24,lat,lon\n" + "1" * 50_000), "a line longer"),
        (
            lambda path: path.write_text("time,icao24,lat,lon\n=1+1,=cmd|x,=2,=3\n"),
            "none of its rows",
        ),
        (
            lambda path: path.write_bytes(b"time,icao24,lat,lon\n1,1fffa0,\xe9,\xff\n"),
            "none of its rows",
        ),
    ],
)
def test_an_input_that_cannot_be_used_costs_no_other(rows, tmp_path, make, reason):
    spoilt = tmp_path / "a-first.csv"
    make(spoilt)
    ended = track("--json", spoilt, invented.readsb(tmp_path / "t.json", rows))

    assert ended.returncode == 3
    assert len(ended.stdout.splitlines()) == 1
    assert f"not read: {spoilt}: " in ended.stderr
    assert reason in ended.stderr
    assert "; " in ended.stderr
