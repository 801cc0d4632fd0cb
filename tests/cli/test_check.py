"""A figure that was withdrawn is contradicted where a later page repeats it."""

import json
import subprocess
import sys

REPEATED = "2031-12-09-corrant-daily.html"


def allsource(*arguments):
    command = [sys.executable, "-m", "allsource", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120)


def test_a_repeated_figure_stands_against_its_correction(tmp_path):
    assert allsource("demo", "--to", tmp_path, "-q").returncode == 0
    article = tmp_path / "articles" / REPEATED
    page = tmp_path / "checked.html"
    ended = allsource("check", article, "--case", tmp_path / "case", "--json", "-o", page)
    checks = [json.loads(line) for line in ended.stdout.splitlines()]
    withdrawn = [one for one in checks if "1,100" in one["claim"]["text"]]

    assert ended.returncode == 0, ended.stderr
    assert [one["status"] for one in withdrawn] == ["contradicted"]
    assert withdrawn[0]["against"]
    assert {one["status"] for one in checks} > {"contradicted"}
    assert "contradicted" in page.read_text(encoding="utf-8")
