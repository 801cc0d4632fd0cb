"""One flight in each format gives one answer; what is broken gives a clear failure. SYNTHETIC tracks."""

import gzip
import json
from datetime import datetime

import pytest

from allsource.evidence.track import gathering, opened
from allsource.evidence.track.wording import sentences


def seconds(text):
    return datetime.fromisoformat(text).timestamp()


@pytest.fixture
def parquet(made):
    def write(path, rows):
        pa = pytest.importorskip("pyarrow")
        import pyarrow.parquet as pq

        table = pa.table(made.vectors(rows)).replace_schema_metadata({"synthetic": "true"})
        pq.write_table(table, path)
        return path

    return write


@pytest.fixture
def everywhere(made, parquet, rows, tmp_path):
    return {
        "readsb": [made.readsb(tmp_path / "trace.json", rows)],
        "packed": [made.readsb(tmp_path / "packed.json", rows, packed=True)],
        "vectors": [made.opensky(tmp_path / "vectors.csv", rows)],
        "parquet": [parquet(tmp_path / "vectors.parquet", rows)],
        "web": [made.web(tmp_path / "web.csv", rows)],
        "granular": [made.granular(tmp_path / "granular.csv", rows)],
        "archive": made.archive(tmp_path, rows, origin="LIS", to="MAD"),
    }


def test_one_flight_in_seven_files_gives_one_answer(told, everywhere, rows):
    for name, paths in everywhere.items():
        (leg,) = told(*paths).legs
        assert (leg.departure.airport, leg.departure.tier) == ("LPPT", "ground"), name
        assert (leg.arrival.airport, leg.arrival.tier) == ("LEMD", "ground"), name
        assert abs(seconds(leg.departure.time) - rows[24].time) <= 60, name
        assert abs(seconds(leg.arrival.time) - rows[-24].time) <= 60, name
        assert leg.callsign == "TSO1234", name
        assert leg.synthetic, name
        assert leg.gaps == (), name


def test_all_of_them_together_are_one_leg(told, everywhere):
    paths = [path for name, some in everywhere.items() if name != "web" for path in some]
    (leg,) = told(*paths).legs

    assert (leg.departure.airport, leg.arrival.airport) == ("LPPT", "LEMD")
    assert len(leg.networks) == 4
    assert leg.stated_route == ("LPPT", "LEMD")


def test_a_stale_row_is_no_position(told, made, rows, tmp_path):
    path = made.readsb(tmp_path / "t.json", rows[:-60])
    held = json.loads(path.read_text())
    last = held["trace"][-1]
    held["trace"] += [[last[0] + s, *last[1:6], 1, *last[7:]] for s in range(10, 900, 10)]
    path.write_text(json.dumps(held))
    (leg,) = told(path).legs

    assert seconds(leg.arrival.time) == rows[-61].time


def test_a_vector_that_repeats_the_last_position_is_none_either(told, made, rows, tmp_path):
    columns = made.vectors(rows[:-60])
    stale = {name: values[-1:] * 50 for name, values in columns.items()}
    stale["time"] = [columns["time"][-1] + 60 * s for s in range(50)]
    path = tmp_path / "v.csv"
    lines = [",".join(columns)]
    for table in (columns, stale):
        lines += [",".join(map(str, one)) for one in zip(*table.values(), strict=True)]
    path.write_text("\n".join(lines))
    (leg,) = told(path).legs

    assert seconds(leg.arrival.time) == rows[-61].time


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_cut_off_file_is_told_and_the_others_go_on(told, made, rows, tmp_path, share):
    whole = made.readsb(tmp_path / "whole.json", rows)
    packed = made.readsb(tmp_path / "packed.json", rows, packed=True)
    for path in (whole, packed):
        held = path.read_bytes()
        path.write_bytes(held[: int(len(held) * share)])
    good = made.opensky(tmp_path / "good.csv", rows)
    found = told(whole, packed, good)

    assert len(found.legs) == 1
    assert len(found.failures) == 2
    assert all(one.next_step for one in found.failures)


def test_a_cut_off_table_gives_what_it_holds(told, made, rows, tmp_path):
    path = made.opensky(tmp_path / "v.csv", rows)
    held = path.read_bytes()
    path.write_bytes(held[: len(held) // 2 + 7])
    (leg,) = told(path).legs

    assert leg.departure.airport == "LPPT"
    assert leg.arrival.tier != "ground"


def test_cells_with_formulas_are_no_numbers(told, made, rows, tmp_path):
    path = made.opensky(tmp_path / "v.csv", rows)
    text = path.read_text().splitlines()
    evil = "=cmd|' /C calc'!A0,1fffa0,@SUM(1),+1+1,,,,TSO1234,,,,,,,,"
    path.write_text("\n".join([*text, evil]))

    assert [leg.arrival.airport for leg in told(path).legs] == ["LEMD"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "it is empty"),
        (b"\x00" * 5000, "no track file"),
        (b"PAR1 and no more", "Parquet"),
        (b'{"icao": "1fffa0"}', "no whole trace"),
        (b'{"icao": "1fffa0", "timestamp": 1e400, "trace": []}', "no whole trace"),
        (b"[" * 100_000, "no track file"),
        (b'{"icao":' + b"[" * 100_000, "no whole trace"),
        (b"a,b,c\n1,2,3\n", "no track file"),
        (b"icao24,lat,lon,time\n" + b"x" * 100_000, "a line longer"),
        (b"icao24,lat,lon,time\n1fffa0,,,\n", "none of its rows"),
        (gzip.compress(b"a,b\n", mtime=0), "no track file"),
        (b"\x1f\x8b\x08 damaged", "gzip"),
    ],
)  # fmt: skip
def test_what_is_no_track_is_refused_with_reason_and_next_step(told, tmp_path, content, said):
    path = tmp_path / "odd.json"
    path.write_bytes(content)
    found = told(path)

    assert found.legs == ()
    assert said in found.failures[0].reason
    assert found.failures[0].next_step


def test_numbers_that_no_sky_holds_are_left_out(told, made, rows, tmp_path):
    path = made.readsb(tmp_path / "t.json", rows)
    held = json.loads(path.read_text())
    odd = [1e9, True, "north", None, -1e300, 10**400, [1], {}]
    for value in odd:
        for place in range(6):
            row = list(held["trace"][100])
            row[place] = value
            held["trace"].append(row)
    path.write_text(json.dumps(held))
    found = told(path)

    assert found.failures == ()
    assert [(leg.departure.airport, leg.arrival.airport) for leg in found.legs] == [
        ("LPPT", "LEMD")
    ]


def test_a_trace_that_unpacks_to_too_much_is_refused(told, tmp_path, monkeypatch):
    from allsource.evidence.track import readsb

    monkeypatch.setattr(readsb, "_MOST_BYTES", 10_000)
    path = tmp_path / "bomb.json"
    path.write_bytes(gzip.compress(b"{" + b" " * 1_000_000, mtime=0))

    assert "unpacked" in told(path).failures[0].reason


def test_more_than_memory_should_hold_ends_with_a_clear_failure(
    told, made, rows, tmp_path, monkeypatch
):
    monkeypatch.setattr(gathering, "_MOST_FIXES", 300)
    monkeypatch.setattr(gathering, "_LOOSE", 100)
    found = told(made.opensky(tmp_path / "v.csv", rows))

    assert "more fixes" in found.failures[0].reason
    assert "split" in found.failures[0].next_step


def test_copies_of_rows_take_no_room(made, rows, tmp_path, monkeypatch):
    monkeypatch.setattr(gathering, "_LOOSE", 1_000)
    monkeypatch.setattr(opened, "_CHUNK", 500)
    path = made.opensky(tmp_path / "v.csv", rows)
    head, *lines = path.read_text().splitlines()[1:]
    path.write_text("\n".join([head, *(lines * 40)]))
    into = gathering.Gathering(made.NOW)
    from allsource.evidence.track.opensky import read_vectors

    most = 0
    add = into.add

    def watched(*given, **options):
        nonlocal most
        add(*given, **options)
        most = max(most, sum(len(p) for held in into._held.values() for p in held.parts))

    monkeypatch.setattr(into, "add", watched)
    read_vectors(path, "v.csv", into)

    assert into.rows == len(lines) * 40
    assert most < 4 * len(rows) + 1_500


def test_parquet_without_pyarrow_says_how_to_install_it(told, rows, parquet, tmp_path, monkeypatch):
    import sys

    from allsource.errors import UsageError

    path = parquet(tmp_path / "v.parquet", rows)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)

    with pytest.raises(UsageError, match=r"pip install 'allsource\[parquet\]'"):
        told(path)


def test_no_sentence_speaks_of_equipment(told, made, rows, tmp_path):
    silent = rows[:150] + rows[220:400]
    (leg,) = told(made.readsb(tmp_path / "t.json", silent)).legs
    said = " ".join(sentences(leg)).lower()

    assert "no position was received" in said
    assert "transponder" not in said
    assert "switched" not in said


def test_a_flight_table_may_have_its_addresses_in_decimal(told, made, rows, tmp_path):
    positions, table = made.archive(tmp_path, rows)
    text = table.read_text().replace("1FFFA0", str(int("1fffa0", 16)))
    table.write_text(text)
    (leg,) = told(positions, table).legs

    assert leg.aircraft.hex == "1fffa0"


def test_a_table_may_open_with_a_byte_order_mark(told, made, rows, tmp_path):
    path = made.opensky(tmp_path / "v.csv", rows)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().split(b"\n", 1)[1])

    assert [leg.arrival.airport for leg in told(path).legs] == ["LEMD"]


def test_a_file_without_a_usable_row_does_not_tell_of_which_sort_the_others_are(
    told, made, rows, tmp_path
):
    unmarked = tmp_path / "a.csv"
    unmarked.write_text("time,icao24,lat,lon\nx,1fffa0,y,z\n", encoding="utf-8")
    invented_track = made.readsb(tmp_path / "t.json", rows)
    found = told(unmarked, invented_track)

    assert [leg.synthetic for leg in found.legs] == [True]
    assert [one.path for one in found.failures] == [str(unmarked)]
