"""What ``allsource trace`` prints of documents that cite each other in a ring."""

import json

from typer.testing import CliRunner

from allsource.cli.app import app

STORY = "The yard at Vell sold 1,140 boats for $164,300 each and 2,318 oars in the spring."
PAGES = {
    "one.txt": f"HARBOUR POST\nYard sells boats\n1 May 2031\n\n{STORY} The Dock Herald reported it.\n",
    "two.txt": f"DOCK HERALD\nBoats sold by yard\n3 May 2031\n\n{STORY} It is new, the Harbour Post reported.\n",
}


def traced(folder, *options):
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    ended = CliRunner().invoke(app, ["trace", str(folder), "-q", *options])
    assert ended.exit_code == 0, ended.output
    return ended.stdout.splitlines()


def test_a_ring_is_a_line_of_its_own(tmp_path):
    lines = [json.loads(line) for line in traced(tmp_path, "--json")]
    (loop,) = [line for line in lines if line["type"] == "loop"]
    hops = [line for line in lines if line["type"] == "hop"]
    assert loop["by"] == "time"
    assert [loop["cut"]["parent"], loop["cut"]["child"]] == loop["documents"]
    assert loop["cut"]["id"] not in {hop["id"] for hop in hops}
    for reason in loop["cut"]["evidence"]:
        assert len(reason["spans"]) == len(reason["documents"])


def test_a_ring_is_told_in_words(tmp_path):
    (line,) = [line for line in traced(tmp_path) if line.startswith("in a ring")]
    assert line.count("<-") == 2
    assert line.endswith("the last step was cut, by time")


def test_hops_are_told_in_words_with_what_shows_them(tmp_path):
    lines = traced(tmp_path)
    at = next(n for n, line in enumerate(lines) if line.startswith("Dock Herald (3 May 2031"))
    assert "<- Harbour Post (1 May 2031, one.txt)" in lines[at]
    assert lines[at + 1].strip().startswith("quotation, almost certain (over 0.99): ")
    assert "names the outlet (“Harbour Post”)" in lines[at + 1]


def test_what_is_cited_and_not_in_hand_is_named_by_the_words_that_cite_it(tmp_path):
    text = "In a report titled “The long yard”, the guild said that strikes are rare.\n"
    (tmp_path / "three.txt").write_text(text, encoding="utf-8")
    lines = traced(tmp_path)
    (line,) = [line for line in lines if "The long yard (cited, not in hand)" in line]
    assert line.startswith("three.txt (undated, three.txt) <-")
