import os
import time

import pytest

from allsource.evidence.read import read_input
from allsource.evidence.walk import Input, safe_name, walk
from allsource.model.failure import Failure


def _names(folder):
    return [found.name for found in walk(folder) if isinstance(found, Input)]


def _failures(folder):
    return {found.path: found.reason for found in walk(folder) if isinstance(found, Failure)}


def test_gives_files_of_all_folders_in_sorted_order(tmp_path):
    for name in ("b.txt", "a/z.html", "a/B.TXT", "c/d/e.pdf", "a.jsonl"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    assert _names(tmp_path) == ["a/B.TXT", "a/z.html", "a.jsonl", "b.txt", "c/d/e.pdf"]


def test_leaves_out_hidden_files_and_case_folders(tmp_path):
    for name in (
        ".git/a.txt",
        ".hidden.txt",
        "old.case/a.txt",
        "kept/ledger.sqlite",
        "kept/a.txt",
        "shown.txt",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert list(walk(tmp_path)) == [Input(tmp_path / "shown.txt", "shown.txt")]


def test_other_kinds_are_failures_that_name_the_ending(tmp_path):
    (tmp_path / "report.docx").write_bytes(b"PK")
    (tmp_path / "noending").write_text("x")
    reasons = _failures(tmp_path)
    assert reasons["report.docx"] == "not a kind that is read: .docx"
    assert "without an ending" in reasons["noending"]


def test_links_out_of_the_folder_loops_and_dead_links_are_failures(tmp_path):
    outside = tmp_path / "outside.txt"
    outside.write_text("secret")
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    (folder / "sub" / "real.txt").write_text("x")
    (folder / "out.txt").symlink_to(outside)
    (folder / "up").symlink_to(tmp_path)
    (folder / "self").symlink_to(folder / "self")
    (folder / "sub" / "loop").symlink_to(folder)
    (folder / "dead.txt").symlink_to(folder / "nowhere.txt")
    (folder / "inside.txt").symlink_to(folder / "sub" / "real.txt")
    reasons = _failures(folder)
    assert "leads out of the folder" in reasons["out.txt"]
    assert "leads out of the folder" in reasons["up"]
    assert "leads back to itself" in reasons["self"]
    assert "not entered twice" in reasons["sub/loop"]
    assert "cannot be read" in reasons["dead.txt"]
    assert _names(folder) == ["inside.txt", "sub/real.txt"]


def test_names_with_control_and_bidi_characters_are_shown_escaped_and_unique(tmp_path):
    for name in (
        "a\nb.txt",
        "a\\nb.txt",
        "\x1b[31mred.txt",
        "tx\u202ecod.txt",
        os.fsdecode(b"\xff.txt"),
    ):
        (tmp_path / name).write_text("x")
    names = _names(tmp_path)
    assert len(set(names)) == 5
    assert all(name.isprintable() and name.isascii() for name in names)
    assert all(read_input(found).documents for found in walk(tmp_path))


def test_escaping_keeps_plain_names_as_they_are():
    assert safe_name("Überblick 2031.txt") == "Überblick 2031.txt"


def test_pipes_are_failures_and_are_never_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert "not a regular file" in _failures(tmp_path)["pipe.txt"]
    reading = read_input(Input(tmp_path / "pipe.txt", "pipe.txt"))
    assert "not a regular file" in reading.failures[0].reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_files_and_folders_are_failures(tmp_path):
    (tmp_path / "locked").mkdir(mode=0)
    (tmp_path / "locked.txt").write_text("x")
    (tmp_path / "locked.txt").chmod(0)
    assert "permission" in _failures(tmp_path)["locked"]
    assert "permission" in read_input(Input(tmp_path / "locked.txt", "l.txt")).failures[0].reason


def test_a_file_that_is_gone_by_the_time_it_is_opened_is_a_failure(tmp_path):
    reading = read_input(Input(tmp_path / "gone.txt", "gone.txt"))
    assert reading.failures[0].reason == "it cannot be opened (no such file or directory)"


def test_one_file_may_stand_for_a_folder_and_a_missing_one_fails(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    assert _names(tmp_path / "a.txt") == ["a.txt"]
    assert len(_failures(tmp_path / "missing")) == 1


def test_ten_thousand_tiny_files_are_walked_in_seconds(tmp_path):
    for number in range(10_000):
        (tmp_path / f"{number:05d}.txt").write_bytes(b"tiny")
    start = time.process_time()
    names = _names(tmp_path)
    assert len(names) == 10_000 and names == sorted(names)
    assert time.process_time() - start < 5
