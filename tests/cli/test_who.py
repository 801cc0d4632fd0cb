"""``allsource who``: entities of a case, and judgements that are kept, followed and taken back."""

import json
import subprocess
import sys

import pytest

PAGES = {
    "a.txt": "Halden Yards, formerly Norrvik Works, said it had delivered three ferries. It sold two.",
    "b.txt": "Norrvik Works had promised five ferries by March. Timo Orlan said so on Monday.",
    "c.txt": "Jonas Orlan said on Sunday that the yard had broken the law. Orlan said so twice.",
    "d.txt": "The ferries were late. On Monday Orlan said that nobody would be dismissed.",
}
MARK = "ALLSOURCE FICTION: everything on this page is invented.\n\n"


def allsource(*arguments):
    command = [sys.executable, "-m", "allsource", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def told(case, *arguments):
    ended = allsource("who", case, *arguments, "--json")
    assert ended.returncode == 0, ended.stderr
    lines = [json.loads(line) for line in ended.stdout.splitlines()]
    return {one["name"]: one for one in lines if one["type"] == "entity"}, lines


@pytest.fixture
def case(tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, text in PAGES.items():
        (folder / name).write_text(MARK + text, encoding="utf-8")
    assert allsource("assess", folder, "-q").returncode == 0
    return tmp_path / "pages.case"


def test_entities_are_told_with_the_words_that_give_their_names(case):
    entities, lines = told(case)
    yard = entities["Halden Yards"]
    (alias,) = [one for one in yard["names"] if one["given"] == "stated"]

    assert {one["path"] for one in yard["mentions"]} == {"a.txt", "b.txt"}
    assert [one["text"] for one in alias["passages"]] == ["Halden Yards", "Norrvik Works"]
    undecided = [one for one in lines if one["type"] == "undecided"]
    assert {one["right_name"] for one in undecided} == {"Timo Orlan", "Jonas Orlan"}

    shown = allsource("who", case, "Orlan@d.txt")
    assert shown.returncode == 0, shown.stderr
    listed = allsource("who", case)
    assert "also, as a text says, Norrvik Works" in listed.stdout
    assert "undecided 0.50: Orlan@d.txt and Jonas Orlan" in listed.stdout


def test_a_judgement_is_followed_and_taken_back(case):
    before, _ = told(case)
    apart = ("Halden Yards", "Norrvik Works")
    after, _ = told(case, "--apart", *apart, "--by", "AV", "--because", "two firms")
    assert {"Halden Yards", "Norrvik Works"} <= set(after)

    assert allsource("assess", case.with_name("pages"), "-q").returncode == 0
    assert {"Halden Yards", "Norrvik Works"} <= set(told(case)[0])

    told(case, "--withdraw", *apart, "--by", "AV")
    assert allsource("assess", case.with_name("pages"), "-q").returncode == 0
    assert told(case)[0] == before
    assert allsource("verify", case).returncode == 0


def test_what_was_undecided_is_decided(case):
    told(case, "--same", "Orlan@d.txt", "Jonas Orlan", "--by", "AV")
    entities, lines = told(case)

    assert {one["path"] for one in entities["Jonas Orlan"]["mentions"]} == {"c.txt", "d.txt"}
    assert [one for one in lines if one["type"] == "undecided"] == []

    ground = allsource("why", case, entities["Jonas Orlan"]["id"])
    assert ground.returncode == 0, ground.stderr
    assert "positive by AV" in ground.stdout


def test_whom_one_joins_another_parts_and_to_join_twice_is_told(case):
    two = ("Timo Orlan", "Jonas Orlan")
    joined, _ = told(case, "--same", *two, "--by", "AV")
    assert len({"Timo Orlan", "Jonas Orlan"} & set(joined)) == 1

    again = allsource("who", case, "--same", *two, "--by", "AV")
    assert again.returncode != 0
    assert "they are one already" in again.stderr

    parted, _ = told(case, "--apart", *two, "--by", "BB")
    assert {"Timo Orlan", "Jonas Orlan"} <= set(parted)


def test_assessing_again_enters_nothing(case):
    entries = allsource("verify", case).stdout
    assert allsource("assess", case.with_name("pages"), "-q").returncode == 0

    assert allsource("verify", case).stdout == entries


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--same", "Timo Orlan", "Jonas Orlan"), 2, "--by"),
        (("--same", "Orlan", "Jonas Orlan", "--by", "AV"), 1, "may be meant"),
        (("--withdraw", "Timo Orlan", "Jonas Orlan", "--by", "AV"), 1, "nobody has judged"),
        (("--apart", "Timo Orlan", "Timo Orlan", "--by", "AV"), 2, "one"),
        (("Quorvel",), 1, "nothing in the case"),
    ],
)
def test_what_cannot_be_judged_is_refused(case, arguments, code, words):
    entries = allsource("verify", case).stdout
    ended = allsource("who", case, *arguments)

    assert (ended.returncode, words in ended.stderr) == (code, True), ended.stderr
    assert allsource("verify", case).stdout == entries


def test_a_folder_is_read_and_keeps_no_judgement(case):
    folder = case.with_name("pages")

    assert allsource("who", folder).returncode == 0
    refused = allsource("who", folder, "--same", "Timo Orlan", "Jonas Orlan", "--by", "AV")
    assert (refused.returncode, "no case" in refused.stderr) == (2, True)
