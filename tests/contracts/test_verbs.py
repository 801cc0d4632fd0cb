"""Every verb and option of the command line is told, in its help and in docs/cli.md."""

import re
import subprocess
import sys

import pytest

CONTRACT = (
    "demo",
    "assess",
    "check",
    "search",
    "why",
    "who",
    "verify",
    "doctor",
    "claims",
    "quantities",
    "times",
    "trace",
    "fuse",
    "estimate",
    "serials",
    "track",
    "imagery",
    "match",
)


def _commands():
    from typer.main import get_command

    from allsource.cli.app import app

    return get_command(app).commands


@pytest.fixture(scope="module")
def commands():
    return _commands()


@pytest.fixture(scope="module")
def sections(root):
    page = (root / "docs" / "cli.md").read_text(encoding="utf-8")
    parts = re.split(r"^## allsource (\S+)$", page, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def test_the_verbs_are_those_of_the_contract(commands):
    assert tuple(commands) == CONTRACT


@pytest.mark.parametrize("verb", CONTRACT)
def test_a_verb_tells_what_it_does(commands, verb):
    assert (commands[verb].help or "").strip()


@pytest.mark.parametrize("verb", CONTRACT)
def test_an_option_tells_what_it_does(commands, verb):
    assert [option.name for option in commands[verb].params if not option.help] == []


@pytest.mark.parametrize("verb", CONTRACT)
def test_a_verb_and_its_options_are_documented(commands, sections, verb):
    written = [
        name for option in commands[verb].params for name in option.opts if name.startswith("-")
    ]

    assert " ".join((commands[verb].help or "").split()) in " ".join(sections[verb].split())
    assert [name for name in written if not re.search(f"{name}[`, ]", sections[verb])] == []


def test_the_page_of_the_command_line_is_fresh(root):
    done = subprocess.run(
        [sys.executable, str(root / "docs" / "generate.py"), "cli", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
