"""The frozen figures on cases of our own are what the product gives today.

Every bench that has cases of its own is run on them with ``--check``. Sets that are not ours are not
at hand here, and their figures are not held.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).resolve().parents[2] / "bench"
BENCHES = sorted(path.parent.name for path in BENCH.glob("*/run.py"))
NOT_HERE = {
    "audit": "its articles are not ours, and its sentences are judged by a reader",
    "evidence": "its page is not ours, and reading speed depends on the machine",
    "founding": "its page is not ours",
    "roots": "its articles are not ours",
}
TIMED = {"hostile": "it measures seconds; tests of each room count steps instead"}
OWN = [name for name in BENCHES if name not in NOT_HERE and name not in TIMED]


def run(name, *words):
    held = {key: value for key, value in os.environ.items() if not key.startswith("ALLSOURCE_")}
    return subprocess.run(
        [sys.executable, str(BENCH / name / "run.py"), *words],
        capture_output=True,
        text=True,
        check=False,
        env={**held, "OMP_NUM_THREADS": "1"},
    )


@pytest.mark.parametrize("name", OWN)
def test_the_figures_on_own_cases_are_reproduced(name):
    done = run(name, "--check")

    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]


@pytest.mark.parametrize("name", sorted(NOT_HERE))
def test_a_bench_without_its_corpus_says_so_and_ends_well(name):
    done = run(name)

    assert done.returncode == 0, done.stderr
    assert "skipped" in done.stdout


@pytest.mark.parametrize("name", BENCHES)
def test_a_bench_has_a_data_card_and_a_line_in_the_docs(name):
    told = (BENCH.parent / "docs" / "benchmarks.md").read_text(encoding="utf-8")

    assert (BENCH / name / "README.md").is_file()
    assert f"(../bench/{name}/README.md)" in told
