"""`allsource fuse`: what it prints, and what it makes of hostile tables."""

import json
import subprocess
import sys

import pytest


def fuse(*arguments, given=b""):
    command = [sys.executable, "-m", "allsource", "fuse", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, input=given, timeout=120)


HEAD = b"slot,source,value,time,kind\n"
BRIDGE = HEAD + (
    b"bridge/length,Survey,40,2031-05-01,numeric\n"
    b"bridge/length,Gazette,40.0,2031-05-02,numeric\n"
    b"bridge/length,Courier,44,,numeric\n"
    b"bridge/colour,Survey,red,,\n"
    b"bridge/colour,Gazette,green,0001,categorical\n"
    b"bridge/colour,Courier,red,9999-12-31,\n"
)


def lines(ended):
    return [json.loads(line) for line in ended.stdout.decode().splitlines()]


def test_each_slot_is_one_object():
    ended = fuse("--json", given=BRIDGE)
    colour, length = lines(ended)

    assert (ended.returncode, ended.stderr) == (0, b"")
    assert colour["slot"] == "bridge/colour"
    assert [value["value"] for value in colour["values"]] == ["red", "green"]
    assert colour["values"][0]["probability"] > 0.9
    assert colour["values"][0]["effective_roots"] == 2.0
    assert colour["values"][0]["effective_roots_interval"] == [1.0, 2.0]
    assert (colour["low"], colour["median"], colour["high"]) == (None, None, None)
    assert (length["median"], length["interval"]) == (40.0, 0.9)


def test_for_reading_each_slot_is_one_line():
    ended = fuse(given=BRIDGE)

    assert ended.stdout.decode().splitlines()[0] == (
        "bridge/colour red 0.94 effective roots 2.0 (1.0 to 2.0)"
    )


def test_who_copies_is_told_after_the_slots(tmp_path):
    rows = ["slot,source,value"]
    for i in range(60):
        wrong = f"w{i % 7}" if i % 3 == 0 else "true"
        rows += [f"b{i}/c,A,{wrong}", f"b{i}/c,B,{wrong}"]
        rows += [f"b{i}/c,{s},{'x' if (i + k) % 5 == 0 else 'true'}" for k, s in enumerate("CDE")]
    file = tmp_path / "claims.csv"
    file.write_text("\n".join(rows), encoding="utf-8")

    told = lines(fuse(file, "--json"))

    copies = [one for one in told if one.get("type") == "dependence"]
    assert [{one["source"], one["copies"]} for one in copies if one["rate"] > 0.9] == [{"A", "B"}]
    assert all("slot" in one for one in told[:60])


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (b",Survey,red", b"row 1 below the header: its slot is empty"),
        (b"bridge,Survey", b"it has 2 fields, too few"),
        (b"bridge,Survey,nan,,numeric", b"no finite number"),
        (b"bridge,Survey,-inf,,numeric", b"no finite number"),
        (b"bridge,Survey,1e999,,numeric", b"no finite number"),
        (b"bridge,Survey,red,,numeric", b"is no number, but its kind is numeric"),
        (b"bridge,Survey,red,,often", b"neither categorical nor numeric"),
        (b"bridge,Survey,red,0000-01-01", b"year 0 is out of range"),
        (b"bridge,Survey,red,10000-01-01", b"is no date"),
        (b"bridge,Survey,red,2031-02-30", b"day is out of range"),
        (b"bridge,\xff\xfe,red", b"its source is not UTF-8"),
        (b"bridge,Survey," + b"word " * 250_000, b"characters, more than 2000"),
        (b'bridge,Survey,"red', b"row 1 below the header"),
    ],
)
def test_a_row_that_cannot_be_used_is_named_and_the_rest_goes_on(row, why):
    good = b"dam/height,Survey,14,,numeric\n"
    ended = fuse("--json", given=HEAD + row + b"\n" + good)
    unclosed = row.count(b'"') % 2 == 1

    assert why in ended.stderr or unclosed
    assert ended.returncode == (0 if unclosed else 3)
    assert b"Traceback" not in ended.stderr
    assert len(ended.stderr) < 500
    if not unclosed:
        assert [one["slot"] for one in lines(ended)] == ["dam/height"]


@pytest.mark.parametrize(
    ("given", "code", "why"),
    [
        (b"", 2, b"the file is empty"),
        (b"\xff\xfe\x00", 2, b"no column slot, source, value"),
        (b"slot,value\na,b\n", 2, b"no column source"),
        (HEAD, 1, b"no row can be used"),
        (HEAD + b",,\n", 1, b"row 1 below the header: its slot is empty"),
        (b"\x00" * 1000, 2, b"no column slot"),
    ],
)
def test_a_table_that_cannot_be_used_says_why(given, code, why):
    ended = fuse("--json", given=given)

    assert (ended.returncode, ended.stdout) == (code, b"")
    assert why in ended.stderr
    assert b"Traceback" not in ended.stderr


def test_options_are_checked(tmp_path):
    for arguments, why in (
        ((tmp_path,), b"a folder"),
        ((tmp_path / "none.csv",), b"no such file"),
        (("--tolerance", "-1"), b"a number from 0 on"),
        (("--tolerance", "nan"), b"a number from 0 on"),
    ):
        ended = fuse(*arguments, given=BRIDGE)
        assert (ended.returncode, why in ended.stderr) == (2, True), ended.stderr
    ended = fuse("--anchor", "Nobody", given=BRIDGE)
    assert (ended.returncode, b"no such source" in ended.stderr) == (2, True)


def test_thousands_of_the_same_and_one_repeated_word():
    same = HEAD + b"bridge/colour,Survey,red,,\n" * 3000
    many = HEAD + b"".join(b"bridge/colour,s%d,red,,\n" % i for i in range(3000))
    word = HEAD + b"red,red,red,,\n" * 500

    one, crowd, alike = (lines(fuse("--json", given=given)) for given in (same, many, word))

    assert one[0]["values"][0]["effective_roots"] == 1.0
    assert crowd[0]["values"][0]["value"] == "red"
    assert alike[0]["slot"] == "red"


def test_a_byte_order_mark_and_quoted_lines_are_read():
    given = b'\xef\xbb\xbfslot,source,value\r\n"bridge,\nnorth/colour",Survey,"red, or so"\r\n'

    assert lines(fuse("--json", given=given))[0]["values"][0]["value"] == "red, or so"


def test_control_characters_are_printed_visibly():
    ended = fuse(given=b"slot,source,value\nbridge\x1b[31m/colour,Survey,red\n")

    assert b"\x1b" not in ended.stdout


def test_few_slots_show_nothing_of_copying_so_the_least_is_one_root():
    rows = [f"{slot},{source},7" for slot in ("a", "b") for source in ("Wire", "Gazette", "Tide")]
    found = lines(fuse("--json", given=b"slot,source,value\n" + "\n".join(rows).encode()))[0]
    (value,) = found["values"]

    assert value["effective_roots_interval"] == [1.0, 3.0]
