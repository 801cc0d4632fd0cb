"""The whole path: a folder, its case, its dossier, and what a stop or a neighbour does to it."""

import json
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager

import pytest

from allsource.ledger.case import Case

NAMES = ("Ilse Marn", "Teo Brask", "Ana Vell", "Jon Harl", "Mira Sund")


def command(*arguments):
    return [sys.executable, "-m", "allsource", *map(str, arguments)]


def allsource(*arguments):
    return subprocess.run(command(*arguments), capture_output=True, text=True, timeout=300)


def summary(*arguments):
    ended = allsource(*arguments, "--json")
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)


def articles(folder, count, start=0):
    folder.mkdir(exist_ok=True)
    for number in range(start, start + count):
        name = NAMES[number % len(NAMES)]
        (folder / f"{number:03d}.txt").write_text(
            f"Gazette {number}\n\nWorks grow\n\n{1 + number % 28} March 2031\n\n"
            f"Orlan Works built {40 + number} drones in February, director {name} said.\n\n"
            f"The plant at Belmora employs {300 + number} people, according to {name}.\n"
        )
    return folder


def claims_of(case):
    ended = allsource("trace", case, "--json", "-q")
    assert ended.returncode == 0, ended.stderr
    return sorted(ended.stdout.splitlines())


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    folder = articles(tmp_path_factory.mktemp("whole") / "f", 40)
    return folder, summary("assess", folder)


def test_a_folder_becomes_a_case_and_a_dossier(whole):
    _, found = whole

    assert (found["files"], found["opened"], found["documents"]) == (40, 40, 40)
    assert found["claims"] >= 80
    assert found["failures"] == []


def test_a_new_article_is_the_only_one_opened(whole, tmp_path):
    folder = articles(tmp_path / "f", 5)
    first = summary("assess", folder)
    articles(folder, 1, start=5)
    second = summary("assess", folder)

    assert (first["opened"], second["opened"], second["new_documents"]) == (5, 1, 1)
    assert second["documents"] == 6


def test_splitting_a_folder_over_two_runs_changes_no_claim(whole, tmp_path):
    folder = articles(tmp_path / "f", 20)
    summary("assess", folder)
    articles(folder, 20, start=20)
    split = summary("assess", folder)

    assert claims_of(split["case"]) == claims_of(whole[1]["case"])


def test_a_killed_run_goes_on_where_it_was(whole, tmp_path):
    folder = articles(tmp_path / "f", 40)
    case = tmp_path / "killed.case"
    running = subprocess.Popen(
        command("assess", folder, "--case", case, "-q"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    wait_for_entries(case, 20)
    running.send_signal(signal.SIGKILL)
    running.wait()
    assert allsource("verify", case).returncode == 0

    again = summary("assess", folder, "--case", case)

    assert again["opened"] < 40
    assert again["documents"] == 40
    assert claims_of(case) == claims_of(whole[1]["case"])


def entries(case):
    """Count what is committed without starting a process: the run goes on meanwhile."""
    with closing(sqlite3.connect(f"file:{case / 'ledger.sqlite'}?mode=ro", uri=True)) as ledger:
        known = ledger.execute("SELECT 1 FROM sqlite_master WHERE name = 'entry'").fetchone()
        return ledger.execute("SELECT count(*) FROM entry").fetchone()[0] if known else 0


def wait_for_entries(case, count):
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        if (case / "ledger.sqlite").exists() and entries(case) >= count:
            return
        time.sleep(0.02)
    pytest.fail("the run never committed anything")


@contextmanager
def interruptible():
    """A run that a shell has put into the background ignores interrupts, and so do its children."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def test_an_interrupt_ends_with_130_and_loses_nothing(tmp_path):
    folder = articles(tmp_path / "f", 40)
    case = tmp_path / "c"
    with interruptible():
        running = subprocess.Popen(
            command("assess", folder, "--case", case),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
    wait_for_entries(case, 10)
    running.send_signal(signal.SIGINT)
    said = running.stderr.read()
    code = running.wait(60)
    running.stderr.close()

    assert code == 130, said
    assert "run the same command to go on" in said
    assert "Traceback" not in said
    assert allsource("verify", case).returncode == 0


def test_two_runs_on_one_case_at_once_both_end_well(whole, tmp_path):
    folder = articles(tmp_path / "f", 40)
    case = tmp_path / "c"
    both = [
        subprocess.Popen(
            command("assess", folder, "--case", case, "-q", "-o", tmp_path / f"{name}.html"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in ("one", "two")
    ]
    said = [one.communicate(timeout=300)[1] for one in both]

    assert [one.returncode for one in both] == [0, 0], said
    assert allsource("verify", case).returncode == 0
    assert claims_of(case) == claims_of(whole[1]["case"])
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_an_edited_file_is_told_as_a_new_version_and_its_relations_are_kept(tmp_path):
    folder = articles(tmp_path / "f", 2)
    case = tmp_path / "case"
    summary("assess", folder, "--case", case)
    edited = folder / "000.txt"
    edited.write_text(edited.read_text().replace("built 40 drones", "built 48 drones"))
    assert summary("assess", folder, "--case", case)["documents"] == 3

    lines = [json.loads(line) for line in claims_of(case)]
    (hop,) = [
        line
        for line in lines
        if line.get("kind") == "revision"
        and line["type"] == "hop"
        and line["child"].startswith("doc_")
    ]
    with Case(case) as opened:
        child, parent = opened.document(hop["child"]), opened.document(hop["parent"])
        kept = {name for kind in ("relation", "loop") for name, _ in opened.all_kept(kind)}
    assert child.path == parent.path == "000.txt"
    assert (child.replaces, parent.replaces) == (parent.id, None)
    assert "built 48 drones" in child.text
    assert hop["evidence"][0]["why"] == "same file"
    assert {line["id"] for line in lines if line["type"] in ("relation", "loop")} <= kept
    relations = [line["id"] for line in lines if line["type"] == "relation"]
    assert relations
    told = allsource("why", case, relations[0])
    assert told.returncode == 0 and told.stdout.startswith(f"relation {relations[0]}")
