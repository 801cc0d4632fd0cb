"""A folder of everything that can be wrong is assessed as far as it can be."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = (
    "Belmora Gazette\n\nOrlan Works expands its plant\n\n12 March 2031\n\n"
    "The plant builds 40 drones a month, the Orlan Works director Ilse Marn said on Tuesday. "
    "She added that 300 people work there.\n"
)


def allsource(*arguments, **options):
    command = [sys.executable, "-m", "allsource", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, **options)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    root = tmp_path_factory.mktemp("hostile")
    folder = root / "folder"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\n1 0 obj << /Type /Catalog")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "zip.html").write_bytes(b"PK\x03\x04" + bytes(200))
    (folder / "latin.txt").write_bytes("Der Münzwert beträgt 5 €.".encode("cp1252"))
    (folder / "wide.txt").write_bytes(GOOD.replace("300", "301").encode("utf-16"))
    (folder / "garbage.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "long.txt").write_text("The plant builds drones. " * 100_000, encoding="utf-8")
    (folder / "bad.jsonl").write_text('{"url": "x", "text": 5}\n{\n[]\n"\\ud800"\n')
    (folder / "surrogate.jsonl").write_text('{"text": "Orlan Works said \\ud800 it built 40."}\n')
    (folder / "control\x1b[31m\n.txt").write_text(GOOD.replace("40", "41"), encoding="utf-8")
    (folder / "script.html").write_text("<p onclick=x><script>alert(1)</script>" + "<div>" * 5000)
    (root / "secret.txt").write_text("Outside the folder.")
    (folder / "out.txt").symlink_to(root / "secret.txt")
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe.txt")
    for number in range(300):
        (folder / f"tiny-{number:03d}.txt").write_text(f"Page {number}.")
    return folder


@pytest.fixture(scope="module")
def assessed(hostile):
    return allsource("assess", hostile, "--json")


def test_it_ends_with_three_and_lists_each_failure(assessed):
    assert assessed.returncode == 3, assessed.stderr
    for name in ("broken.pdf", "empty.txt", "zip.html", "bad.jsonl", "out.txt", "pipe.txt"):
        lines = [line for line in assessed.stderr.splitlines() if name in line]
        assert lines, f"{name} is not listed"
        assert all(line.count(": ") >= 2 and "; " in line for line in lines), lines


def test_nothing_of_it_reaches_the_terminal_raw(assessed):
    assert "\x1b" not in assessed.stderr + assessed.stdout
    assert "Traceback" not in assessed.stderr


def test_the_good_pages_give_their_claims(assessed):
    summary = json.loads(assessed.stdout)

    assert summary["documents"] >= 304
    assert summary["claims"] >= 4


def test_what_lies_outside_the_folder_is_not_read(assessed):
    case = json.loads(assessed.stdout)["case"]

    assert allsource("search", case, "outside folder", "--json").stdout == ""


def test_overlong_texts_are_kept_and_searchable(assessed):
    case = json.loads(assessed.stdout)["case"]

    assert "long.txt" in allsource("search", case, '"plant builds drones"').stdout


def test_a_second_run_opens_nothing_and_loses_nothing(assessed, hostile):
    first = json.loads(assessed.stdout)
    page = Path(first["dossier"]).read_bytes()
    again = allsource("assess", hostile, "--json")
    second = json.loads(again.stdout)

    assert again.returncode == 3
    assert (second["opened"], second["new_documents"]) == (0, 0)
    assert second["documents"] == first["documents"]
    assert second["failures"] == first["failures"]
    assert Path(second["dossier"]).read_bytes() == page


def test_the_case_verifies_and_a_change_is_exit_four(assessed):
    summary = json.loads(assessed.stdout)
    assert allsource("verify", summary["case"]).returncode == 0

    evidence = Path(summary["case"]) / "evidence"
    blob = next(path for path in sorted(evidence.rglob("*")) if path.is_file())
    blob.write_bytes(blob.read_bytes() + b".")
    found = allsource("verify", summary["case"])

    assert found.returncode == 4
    assert blob.name in found.stderr
