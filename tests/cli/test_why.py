"""``allsource why`` leads from a sentence of the sample case to words of its documents."""

import json
import subprocess
import sys


def allsource(*arguments):
    command = [sys.executable, "-m", "allsource", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120)


def test_from_a_finding_down_to_the_words(tmp_path):
    assert allsource("demo", "--to", tmp_path, "-q").returncode == 0
    case = tmp_path / "case"
    told = allsource("assess", tmp_path / "articles", "--case", case, "--json")
    finding = json.loads(told.stdout)["findings"][0]["id"]
    ended = allsource("why", case, finding, "--json")
    grounds = [json.loads(line) for line in ended.stdout.splitlines()]

    assert ended.returncode == 0, ended.stderr
    assert (grounds[0]["id"], grounds[0]["depth"], grounds[0]["behind"]) == (finding, 0, None)
    assert {one["behind"] for one in grounds[1:]} <= {one["id"] for one in grounds}
    assert {"sentence", "claim", "root"} <= {one["type"] for one in grounds}
    for one in grounds:
        for passage in one["passages"]:
            assert passage["text"]

    shown = allsource("why", case, finding)
    assert finding in shown.stdout
    assert "characters" in shown.stdout
    assert allsource("why", case, "clm_none").returncode == 1
