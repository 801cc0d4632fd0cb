import subprocess
import sys

import pytest


def allsource(*arguments, given=""):
    command = [sys.executable, "-m", "allsource", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, input=given, timeout=120)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--help"], 0, ""),
        (["--version"], 0, ""),
        (["no-such-verb"], 2, "No such command"),
        (["assess", "/no/such/folder"], 2, "no such folder"),
        (["claims", "/no/such/file"], 2, "no such file"),
        (["claims", "."], 2, "allsource assess"),
        (["claims", "--published", "yesterday"], 2, "YYYY-MM-DD"),
        (["times", "--published", "2031-02-30"], 2, "YYYY-MM-DD"),
        (["verify", "/no/such/case"], 1, "no case here"),
        (["search", "/no/such/case", "x"], 1, "no case here"),
        (["trace", "/no/such/folder"], 2, "no such folder or case"),
        (["doctor"], 0, ""),
    ],
)
def test_each_end_has_its_code_and_says_why(arguments, code, words):
    ended = allsource(*arguments)

    assert (ended.returncode, words in ended.stderr) == (code, True), ended.stderr
    assert "Traceback" not in ended.stderr


def test_results_go_to_stdout_and_nothing_else_does():
    ended = allsource("times", "--json", given="It opened in May 2031.\n")

    assert ended.returncode == 0
    assert ended.stdout.startswith('{"line": 1, "times": [')
    assert ended.stderr == ""
