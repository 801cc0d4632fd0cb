"""Labels of the open set: what is malformed is told, and disagreement is measured and settled."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

OPEN = Path(__file__).resolve().parents[2] / "bench" / "quantities" / "open"
SENTENCES = {
    "q0001": "At least 40 barges sank off Velory in 2029.",
    "q0002": "The price of a glider fell from $9,000 in 2029 to about $6,000 by May.",
    "q0003": "Flight 212 carried 12 of the 12 envoys.",
}
GOOD = {
    "q0001": {
        "quantities": [
            {"text": "At least 40 barges", "low": 40, "unit": "barge", "of": "barges",
             "start": "2029-01-01", "end": "2029-12-31"},
        ],
        "designations": [],
    },
    "q0002": {
        "quantities": [
            {"text": "$9,000", "low": 9000, "high": 9000, "currency": "USD", "per": "glider",
             "role": "change_from", "direction": "down", "series": "a", "of": "price of a glider"},
            {"text": "about $6,000", "low": 6000, "high": 6000, "approximate": True,
             "currency": "USD", "per": "glider", "role": "change_to", "direction": "down",
             "series": "a", "start": "2031-05-01", "end": "2031-05-31", "boundary": "by"},
        ],
        "designations": [],
    },
    "q0003": {
        "quantities": [
            {"text": "12", "low": 12, "high": 12, "unit": "envoy"},
            {"text": "12 envoys", "low": 12, "high": 12, "unit": "envoy"},
        ],
        "designations": ["Flight 212"],
    },
}  # fmt: skip


def written(path, rows):
    lines = [json.dumps({"id": name, **row}) + "\n" for name, row in rows.items()]
    path.write_text("".join(lines), encoding="utf-8")
    return str(path)


def ran(script, folder, *words):
    sentences = written(
        folder / "s.jsonl",
        {name: {"text": text, "published": "2031-06-16"} for name, text in SENTENCES.items()},
    )
    return subprocess.run(
        [sys.executable, str(OPEN / script), *words, "--sentences", sentences],
        capture_output=True,
        text=True,
        check=False,
    )


def changed(name, number, **keys):
    rows = json.loads(json.dumps(GOOD))
    rows[name]["quantities"][number].update(keys)
    return rows


def test_good_labels_are_well_formed(tmp_path):
    done = ran("check.py", tmp_path, written(tmp_path / "a.jsonl", GOOD))

    assert (done.returncode, done.stdout) == (0, "well formed\n"), done.stderr


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        (changed("q0001", 0, text="at least 40"), "not in the sentence"),
        (changed("q0001", 0, low=None), "low must be a number"),
        (changed("q0001", 0, high=30), "greater than high"),
        (changed("q0001", 0, end="2029-02-30"), "is no day"),
        (changed("q0001", 0, high_open=False), "leave high_open out"),
        (changed("q0001", 0, rate="day"), "unknown key 'rate'"),
        (changed("q0001", 0, direction="up"), "direction belongs to a change"),
        (changed("q0001", 0, role="share"), "unit percent"),
        (changed("q0001", 0, series="a"), "a lone value has no series"),
        (changed("q0002", 0, unit="dollar"), "money has a currency and no unit"),
        (changed("q0002", 1, role="change"), "role must be one of"),
        (changed("q0003", 0, nth=3), "stand there 2 times"),
        (changed("q0003", 1, text="12"), "labelled twice"),
        ({"q0001": GOOD["q0001"]}, "no line for 2 sentences"),
        ({**GOOD, "q0009": GOOD["q0001"]}, "no sentence has the id 'q0009'"),
    ],
)
def test_malformed_labels_are_told(rows, fault, tmp_path):
    done = ran("check.py", tmp_path, written(tmp_path / "a.jsonl", rows))

    assert done.returncode == 1
    assert fault in done.stdout


def test_a_reader_agrees_with_itself(tmp_path):
    labels = written(tmp_path / "a.jsonl", GOOD)

    done = ran("agreement.py", tmp_path, labels, labels, "--out", str(tmp_path))

    fields = json.loads((tmp_path / "agreement.json").read_text(encoding="utf-8"))["fields"]
    assert done.returncode == 0, done.stderr
    assert {row["alike"] for row in fields} == {1}
    assert (tmp_path / "disagreements.jsonl").read_text(encoding="utf-8") == ""


def test_what_two_readers_see_differently_is_listed_and_settled(tmp_path):
    one = written(tmp_path / "a.jsonl", GOOD)
    other = written(tmp_path / "b.jsonl", changed("q0001", 0, low_open=True, low=40.1))

    done = ran("agreement.py", tmp_path, one, other, "--out", str(tmp_path))

    fields = json.loads((tmp_path / "agreement.json").read_text(encoding="utf-8"))["fields"]
    rows = (tmp_path / "disagreements.jsonl").read_text(encoding="utf-8").splitlines()
    by_name = {row["field"]: row for row in fields}
    assert done.returncode == 0, done.stderr
    assert by_name["interval"]["alike"] == pytest.approx(4 / 5)
    assert by_name["unit"]["alike"] == 1
    assert [(row["id"], row["differ"]) for row in map(json.loads, rows)] == [
        ("q0001", ["interval"])
    ]

    third = written(tmp_path / "c.jsonl", {"q0001": changed("q0001", 0, low=41)["q0001"]})
    done = ran("agreement.py", tmp_path, one, other, "--settled", third, "--out", str(tmp_path))

    gold = (tmp_path / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    assert done.returncode == 0, done.stderr
    assert [json.loads(line)["quantities"][0]["low"] for line in gold] == [41, 9000, 12]


def test_what_one_reader_missed_lowers_presence_and_is_listed(tmp_path):
    one = written(tmp_path / "a.jsonl", GOOD)
    other = written(tmp_path / "b.jsonl", {**GOOD, "q0001": {"quantities": [], "designations": []}})

    done = ran("agreement.py", tmp_path, one, other, "--out", str(tmp_path))

    fields = json.loads((tmp_path / "agreement.json").read_text(encoding="utf-8"))["fields"]
    by_name = {row["field"]: row for row in fields}
    assert done.returncode == 0, done.stderr
    assert by_name["quantity found by both (F1)"]["alike"] == pytest.approx(8 / 9)
    assert by_name["presence by token"]["alpha"] < 1
    assert "found by one" in (tmp_path / "disagreements.jsonl").read_text(encoding="utf-8")
