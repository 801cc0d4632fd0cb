import json
import subprocess
import sys

import pytest


def run(*words):
    command = [sys.executable, "-m", "allsource", "estimate", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)


def record(name, value, when, **more):
    return {
        "id": name, "measure": "production rate", "of": "pump", "low": value, "high": value,
        "per": "month", "unit": "unit", "end": when, "root": f"r{name}", "scope": None, **more,
    }  # fmt: skip


@pytest.fixture
def claims(tmp_path):
    file = tmp_path / "claims.jsonl"
    told = [record("1", 40, "2031-01"), record("2", 60, "2031-06"), record("3", 70, "2031-09")]
    file.write_text("\n".join(map(json.dumps, told)) + "\n", encoding="utf-8")
    return file


def test_lines_follow_the_contract(claims):
    ended = run(claims, "--json", "--interval", "0.8")
    told = [json.loads(line) for line in ended.stdout.splitlines()]
    first = told[0]

    assert ended.returncode == 0, ended.stderr
    assert first["id"].startswith("est_")
    assert list(first)[1:] == [
        "quantity", "of", "scope", "unit", "period", "low", "median", "high", "interval", "claims",
        "leave_one_root_out", "k_hat", "warnings",
    ]  # fmt: skip
    assert first["period"] == ["2031-01-01", "2031-01-31"]
    assert first["interval"] == 0.8
    assert set(first["leave_one_root_out"]) == {"r1", "r2", "r3"}
    assert {one.get("type") for one in told} <= {None, "influence", "consistency", "unused"}


def test_lines_that_cannot_be_used_are_listed(claims):
    with claims.open("a", encoding="utf-8") as stream:
        stream.write('{"id": "4"}\nnothing\n' + json.dumps(record("1", 9, "2031-02")) + "\n")
    ended = run(claims)

    assert ended.returncode == 3
    assert [f"line {n}" in ended.stderr for n in (4, 5, 6)] == [True] * 3
    assert "pump: production rate 2031-09:" in ended.stdout


@pytest.mark.parametrize("what", ["folder", "absent", "empty"])
def test_what_cannot_be_read_is_refused(tmp_path, what):
    path = tmp_path / "x"
    if what == "folder":
        path.mkdir()
    if what == "empty":
        path.write_text("\n", encoding="utf-8")
    ended = run(path)

    assert ended.returncode == 2
    assert "one JSON object a line" in ended.stderr


def test_a_window_without_claims_and_without_end_is_refused(tmp_path):
    file = tmp_path / "claims.jsonl"
    plan = record("1", 40, "2999-12", kind="plan", published="2031-01-05")
    file.write_text(json.dumps(plan) + "\n", encoding="utf-8")
    for window in (("1000", "2999"), ("1000", "2020")):
        ended = run(file, "--from", window[0], "--until", window[1])

        assert ended.returncode == 2
        assert "Traceback" not in ended.stderr
        assert "; ask for at most 1200 months, nearer the claims" in ended.stderr


def test_a_wide_window_is_refused_by_its_own_dates(claims):
    ended = run(claims, "--from", "1000", "--until", "2999")

    assert ended.returncode == 2
    assert "1000-01 until 2999-12 is 24000 months; ask for at most 1200 months" in ended.stderr


def test_a_reason_is_told_once(claims):
    with claims.open("a", encoding="utf-8") as stream:
        stream.write(json.dumps(record("4", -1, "2031-02")) + "\n")
    ended = run(claims)

    assert ended.stderr.count("a figure must be 0 or more") == 1
    assert ended.stderr.rstrip().endswith("; correct the line")


def test_fields_that_no_claim_has_are_counted(claims):
    with claims.open("a", encoding="utf-8") as stream:
        stream.writelines(json.dumps(record(n, 71, "2031-09", rot="r")) + "\n" for n in "45")
    ended = run(claims)

    assert ended.returncode == 0
    assert ended.stderr.count("'rot' (2)") == 1


def test_notes_say_which_quantity_they_concern(claims):
    ended = run(claims)

    assert "note on pump, " in ended.stdout
    assert "cumulative output: " in next(
        line for line in ended.stdout.splitlines() if line.startswith("note on")
    )
