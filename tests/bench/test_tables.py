"""The tables of README.md and docs/benchmarks.md are made from frozen results and from nothing else."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TABLES = ROOT / "bench" / "tables.py"
RESULT = {
    "bench": "knots",
    "command": "python bench/knots/run.py",
    "data": "Twelve invented knots.",
    "date": "2031-05-04",
    "rows": [
        {"name": "old rope", "metric": "held", "value": 7, "n": 12, "rival": True},
        {"name": "allsource", "metric": "held", "value": 0.91666, "n": 12, "target": ">= 0.9"},
        {"name": "allsource", "metric": "metres", "value": 12000},
    ],
}
PAGE = "# Benches\n\n<!-- bench:knots -->\nold\n<!-- /bench -->\n\nEnd.\n"


def tables(root, *words):
    return subprocess.run(
        [sys.executable, str(TABLES), "--root", str(root), *words],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def project(tmp_path):
    (tmp_path / "bench" / "knots").mkdir(parents=True)
    (tmp_path / "docs").mkdir()
    (tmp_path / "README.md").write_text("No table here.\n", encoding="utf-8")
    (tmp_path / "docs" / "benchmarks.md").write_text(PAGE, encoding="utf-8")
    freeze(tmp_path, RESULT)
    return tmp_path


def freeze(root, result):
    path = root / "bench" / "knots" / "results.json"
    path.write_text(json.dumps(result), encoding="utf-8")


def test_the_tables_of_this_project_are_fresh():
    done = tables(ROOT, "--check")

    assert done.returncode == 0, done.stdout + done.stderr


def test_a_stale_table_is_told_and_then_written(project):
    page = project / "docs" / "benchmarks.md"

    assert tables(project, "--check").returncode == 1
    assert page.read_text(encoding="utf-8") == PAGE
    assert tables(project).returncode == 0
    assert tables(project, "--check").returncode == 0
    assert page.read_text(encoding="utf-8") == (
        "# Benches\n\n<!-- bench:knots -->\n"
        "|  | allsource | old rope | n |\n"
        "| --- | --- | --- | --- |\n"
        "| held | 0.917 (target >= 0.9) | 7 | 12 |\n"
        "| metres | 12,000 |  |  |\n"
        "\nData: Twelve invented knots. `python bench/knots/run.py`, 2031-05-04.\n"
        "<!-- /bench -->\n\nEnd.\n"
    )


def test_sizes_that_differ_stand_beside_their_figures(project):
    rows = [{**RESULT["rows"][0], "n": 9}, *RESULT["rows"][1:]]
    freeze(project, {**RESULT, "rows": rows})
    tables(project)
    page = (project / "docs" / "benchmarks.md").read_text(encoding="utf-8")

    assert "| held | 0.917 (n 12) (target >= 0.9) | 7 (n 9) |" in page


def test_names_that_share_no_metric_have_tables_of_their_own(project):
    rows = [*RESULT["rows"], {"name": "new rope", "metric": "cost", "value": 3}]
    freeze(project, {**RESULT, "rows": rows})
    tables(project)
    page = (project / "docs" / "benchmarks.md").read_text(encoding="utf-8")

    assert "|  | allsource | old rope | n |" in page
    assert "|  | new rope |\n| --- | --- |\n| cost | 3 |" in page


def test_a_changed_figure_makes_the_table_stale(project):
    tables(project)
    rows = [{**RESULT["rows"][0], "value": 8}, *RESULT["rows"][1:]]
    freeze(project, {**RESULT, "rows": rows})

    assert tables(project, "--check").returncode == 1


def test_a_bench_without_a_table_is_told(project):
    (project / "docs" / "benchmarks.md").write_text("# Benches\n", encoding="utf-8")
    done = tables(project, "--check")

    assert done.returncode == 1
    assert "no table for bench/knots" in done.stdout


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"bench": "ropes"}, "calls itself"),
        ({"date": "May 2031"}, "no date"),
        ({"machine": "a fast one"}, "the keys must be"),
        ({"rows": [{"name": "a", "metric": "b"}]}, "too many or too few"),
        ({"rows": [RESULT["rows"][0]] * 2}, "there twice"),
    ],
)
def test_a_result_of_another_shape_is_refused(project, change, told):
    freeze(project, {**RESULT, **change})
    done = tables(project, "--check")

    assert done.returncode == 1
    assert told in done.stderr


def settled(root, rows, *words):
    """What a bench that measured ``rows`` says, with a folder of its own to freeze in."""
    script = root / "settle.py"
    script.write_text(
        "import argparse, json, sys\n"
        "from pathlib import Path\n"
        f"sys.path.insert(0, {str(ROOT)!r})\n"
        "from bench import frozen\n"
        f"frozen.ROOT = Path({str(root)!r})\n"
        "parser = argparse.ArgumentParser()\n"
        "frozen.add_options(parser)\n"
        f"rows = json.loads({json.dumps(rows)!r})\n"
        "sys.exit(frozen.settle('knots', 'Knots.', rows, parser.parse_args()))\n",
        encoding="utf-8",
    )
    return subprocess.run(
        [sys.executable, str(script), *words], capture_output=True, text=True, check=False
    )


def test_a_bench_freezes_what_it_measured_and_keeps_what_it_did_not(project):
    now = [{"name": "allsource", "metric": "held", "value": 0.95, "n": 12}]
    settled(project, now, "--freeze")
    kept = json.loads((project / "bench" / "knots" / "results.json").read_text(encoding="utf-8"))

    assert kept["rows"] == [now[0], RESULT["rows"][0], RESULT["rows"][2]]


def test_a_frozen_figure_that_is_not_reproduced_is_told(project):
    same = settled(project, [RESULT["rows"][1]], "--check")
    other = settled(project, [{**RESULT["rows"][1], "value": 0.9}], "--check")

    assert (same.returncode, same.stdout) == (0, "")
    assert other.returncode == 1
    assert "changed: allsource: held: 0.91666 is now 0.9" in other.stdout
