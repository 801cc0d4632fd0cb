import json
import subprocess
import sys

import pytest


def run(text, *options, binary=False):
    command = [sys.executable, "-m", "allsource", "match", *options]
    given = text if binary else text.encode()
    return subprocess.run(command, input=given, capture_output=True, check=False)


def lines(done):
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_each_row_gets_a_line_in_order():
    table = (
        "left,right,schema,left_birth_date,right_birth_date,left_country,right_country\n"
        'Anna Vellmar,"VELLMAR, Anna",Person,1961,1961-04-03,ru,ir\n'
        "Orlan Trading,Orlan Shipping,,,,,\n"
    )
    done = run(table, "--json")
    first, second = lines(done)

    assert done.returncode == 0, done.stderr
    assert set(first) == {"line", "probability", "same", "why"}
    assert (first["line"], first["same"], second["line"], second["same"]) == (1, True, 2, False)
    assert {"feature", "detail", "effect"} == set(first["why"][0])
    assert {"same birth year", "other country"} <= {one["feature"] for one in first["why"]}


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (",Anna Vellmar,", "its left is empty"),
        ("Anna Vellmar,,", "its right is empty"),
        ("Anna Vellmar,…,", "no letter or digit"),
        ("Anna Vellmar", "its right is empty"),
        (f"Anna Vellmar,{'x' * 5_000},", "more than 2000"),
        (f"Anna Vellmar,{'x' * 1_000_000},", "more than 65536"),
        (f'Anna Vellmar,"{"x" * 70_000},', "more than 65536"),
    ],
)
def test_a_row_that_cannot_be_compared_keeps_its_place(row, why):
    done = run(f"left,right,schema\n{row}\nAnna Vellmar,Anna Vellmar,Person\n", "--json")
    found = lines(done)

    assert done.returncode == 3
    assert found[0] == {"line": 1, "probability": None, "same": None, "why": []}
    assert found[1]["same"] is True
    assert why in done.stderr.decode()
    assert "row 1 below the header" in done.stderr.decode()


@pytest.mark.parametrize(
    ("column", "value", "why"),
    [("left_birth_date", "31/12/1961", "no date"), ("schema", "Planet", "is not known")],
)
def test_a_field_that_cannot_be_used_is_left_out_and_told(column, value, why):
    done = run(f"left,right,{column}\nAnna Vellmar,Anna Vellmar,{value}\n", "--json")

    assert done.returncode == 3
    assert lines(done)[0]["same"] is True
    assert why in done.stderr.decode()


@pytest.mark.parametrize(
    ("table", "why"),
    [("", "it is empty"), ("left,name\na,b\n", "no column right"), ("\n\n", "it is empty")],
)
def test_a_table_without_the_columns_is_refused(table, why):
    done = run(table, "--json")

    assert (done.returncode, done.stdout) == (2, b"")
    assert why in done.stderr.decode()


def test_a_schema_that_is_none_is_refused():
    done = run("left,right\na,b\n", "--schema", "Planet")

    assert done.returncode == 2
    assert "Planet" in done.stderr.decode()


def test_the_schema_of_the_option_holds_where_a_row_names_none():
    table = "left,right,schema\nVell Star,MV Vell Star,\nVell Star,MV Vell Star,Person\n"
    first, second = lines(run(table, "--json", "--schema", "vessel"))

    assert first["probability"] > second["probability"]


def test_without_json_a_row_is_told_in_words():
    done = run("left,right\n=1+1|cmd,\x1b[31mAnna\n,Anna\n")
    told = done.stdout.decode().splitlines()

    assert done.returncode == 3, done.stderr
    assert told[0].startswith("1  =1+1|cmd | ")
    assert ": probably two parties (0." in told[0]
    assert told[-1].startswith("2  not compared")
    assert "\x1b" not in done.stdout.decode()


def test_reasons_are_sentences_that_a_reader_understands():
    done = run("left,right,schema\nAnna Tollan,Anna Bollen,Person\nOrlan 1,Orlan 2,Company\n")
    told = done.stdout.decode()

    assert "against: the family names differ by two letters: bollen, tollan (-" in told
    assert "strongly against: the numbers differ: 1, 2 (-" in told


def test_bytes_that_are_no_text_are_compared_as_far_as_they_can_be():
    done = run(b"\xef\xbb\xbfleft,right\nVellmar\xff,Vellmar\n", "--json", binary=True)

    assert done.returncode == 0, done.stderr
    assert lines(done)[0]["same"] is True


def test_a_row_for_reading_has_both_names_and_a_file_may_be_given(tmp_path):
    table = tmp_path / "p.csv"
    table.write_text('left,right\n"Anna Vellmar","VELLMAR, Anna"\n', encoding="utf-8")
    done = run("", str(table))

    first = done.stdout.decode().splitlines()[0]
    assert first.startswith("1  Anna Vellmar | VELLMAR, Anna: probably one party (0.")
    assert run("", str(tmp_path / "none.csv")).returncode == 2


def test_birth_dates_are_compared_and_never_printed():
    table = "left,right,schema,left_birth_date,right_birth_date\nAnna Vell,Anna Vell,Person,1961,1961-04-03\n"
    for options in ((), ("--json",)):
        done = run(table, *options)
        assert b"the birth dates are the same" in done.stdout
        assert b"1961" not in done.stdout
