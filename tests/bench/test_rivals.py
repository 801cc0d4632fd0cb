"""Rivals are asked in interpreters of their own, and what they say is put in our terms."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.adapters.call import Rival, Text, asked
from bench.adapters.heideltime import times
from bench.quantities.rivals import quantity, terms

ROOT = Path(__file__).resolve().parents[2]
QUANTULUM = Rival("quantulum3", "ALLSOURCE_RIVAL_QUANTULUM3", "quantulum")
STAND_IN = """
from types import SimpleNamespace as N

def parse(text):
    print("noise on stdout")
    if "crash" in text:
        raise ValueError(text)
    at = text.find("7")
    return [N(value=7.0, uncertainty=2.0, span=(at, at + 1), unit=N(name="barge"))] if at >= 0 else []
"""


@pytest.fixture
def stand_in(tmp_path):
    """An interpreter that finds a quantulum3 of ours."""
    package = tmp_path / "quantulum3"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "parser.py").write_text(STAND_IN)
    info = tmp_path / "quantulum3-9.9.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: quantulum3\nVersion: 9.9\n")
    home = tmp_path / "python"
    home.write_text(f'#!/bin/sh\nPYTHONPATH="{tmp_path}" exec "{sys.executable}" "$@"\n')
    home.chmod(0o755)
    return home


def test_a_rival_answers_text_by_text(stand_in, monkeypatch, capsys):
    monkeypatch.setenv(QUANTULUM.variable, str(stand_in))

    texts = [Text("It lost 7 barges."), Text("A crash."), Text("Nothing.")]
    (answers,) = asked([QUANTULUM], texts)

    assert answers.name == "quantulum3 9.9"
    assert [[one["value"] for one in found] for found in answers.found] == [[[5.0, 9.0]], [], []]
    assert answers.failed == 1
    assert "fell over on 1 of 3" in capsys.readouterr().out


def test_a_rival_that_is_not_there_is_skipped_and_said_so(monkeypatch, capsys):
    monkeypatch.delenv(QUANTULUM.variable, raising=False)

    assert list(asked([QUANTULUM], [Text("7 barges")])) == []
    assert "quantulum3: skipped" in capsys.readouterr().out


def test_without_rivals_nothing_is_frozen():
    bare = {key: value for key, value in os.environ.items() if not key.startswith("ALLSOURCE_")}
    before = sorted((p, p.read_bytes()) for p in ROOT.glob("bench/*/rivals.json"))
    done = subprocess.run(
        [sys.executable, str(ROOT / "bench" / "rivals.py"), "--freeze"],
        capture_output=True,
        text=True,
        check=False,
        env=bare,
    )

    assert done.returncode == 0, done.stderr
    assert sorted((p, p.read_bytes()) for p in ROOT.glob("bench/*/rivals.json")) == before


@pytest.mark.parametrize(
    "path", sorted(ROOT.glob("bench/*/rivals.json")), ids=lambda p: p.parent.name
)
def test_frozen_rivals_have_the_shape_of_results(path):
    from bench.frozen import problems

    found = json.loads(path.read_text(encoding="utf-8"))

    assert problems(found, path.parent.name) == []
    assert all(row["rival"] for row in found["rows"])


def found(value, unit, change=None, span=(0, 4)):
    return {"span": list(span), "value": value, "unit": unit, "change": change, "concepts": None}


@pytest.mark.parametrize(
    ("item", "wanted"),
    [
        (found([40.0], "barge", "<"), (None, 40.0, "barge", None, None)),
        (found([40.0], "armed river boat", ">"), (40.0, None, "boat", None, None)),
        (found([3.0, 5.0], "euro / square metre"), (3.0, 5.0, None, "EUR", "square metre")),
        (found([12.0], "percentage"), (12.0, 12.0, "percent", None, None)),
        (found([12.0], "dimensionless"), (12.0, 12.0, None, None, None)),
    ],
)
def test_a_find_in_the_terms_of_the_contract(item, wanted):
    one = quantity("Over 40 of them", item)

    assert (one.low, one.high, one.unit, one.currency, one.per) == wanted


def test_a_rise_is_a_change():
    one = quantity("Up 12%", found([12.0], "percentage", "up"))

    assert (one.role, one.direction) == ("change_by", "up")


def test_a_find_in_the_terms_of_newsquant_has_no_concept_where_none_is_stated():
    assert terms(found([12.0], "Kilometer per hour")).unit == "kilometre per hour"
    assert not terms(found([12.0], "")).concepts


def test_tagged_text_is_laid_over_the_text():
    text = "Sales & rents rose\n in May.\n"
    tagged = (
        '<?xml version="1.0"?>\n<TimeML>\nSales &amp; rents rose\n in '
        '<TIMEX3 tid="t1" type="DATE" value="2031-05" mod="START">May</TIMEX3>.\n</TimeML>\n'
    )

    (one,) = times(text, tagged)

    assert text[slice(*one["span"])] == "May"
    assert (one["type"], one["value"], one["mod"]) == ("DATE", "2031-05", "START")
