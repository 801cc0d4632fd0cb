"""What do matchers of others find in the same pairs?

    ALLSOURCE_RIVAL_NAMES=PYTHON python bench/names/rivals.py --data FOLDER [--half held] [--freeze | --check]

logic-v2 of nomenklatura at its own threshold, run in its interpreter, and RapidFuzz WRatio on folded names at the
threshold that is best on the ``dev`` half. Both see names alone.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.frozen import Row, add_options, settle
from bench.names.run import gathered, measures, told
from bench.names.split import Pair, folded
from rapidfuzz import fuzz

DATA = "The held halves of bench/names, names alone."
VARIABLE = "ALLSOURCE_RIVAL_NAMES"
FOLDER = "ALLSOURCE_NAMES"
THRESHOLD = 0.7
SETS = ("labelled by hand", "list", "records", "all")


def fuzzy(pairs: Sequence[Pair]) -> list[float]:
    """Give RapidFuzz's score of each pair, from 0 to 1."""
    return [
        fuzz.WRatio(folded(pair.left["name"]), folded(pair.right["name"])) / 100 for pair in pairs
    ]


def logic(python: str, pairs: Sequence[Pair]) -> tuple[str, list[float]]:
    """Ask logic-v2 in its own interpreter; give its name with the version, and its scores."""
    lines = "\n".join(
        json.dumps([pair.schema, pair.left["name"], pair.right["name"]]) for pair in pairs
    )
    done = subprocess.run(
        [python, str(Path(__file__).with_name("logic_v2.py"))],
        input=lines,
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(done.stdout)
    print(f"logic-v2: {found['ms']} ms of processor time a pair, warm")
    return f"nomenklatura {found['version']} logic-v2", found["scores"]


def best_threshold(pairs: Sequence[Pair]) -> float:
    """Find the threshold of RapidFuzz with the best F1."""
    scores = fuzzy(pairs)
    return max(
        (one / 100 for one in range(50, 100)), key=lambda one: measures(scores, pairs, one)["F1"]
    )


def rivalled(folder: Path, half: str) -> Iterator[Row]:
    """Score all sets of a half with all rivals that are installed."""
    sets, dev = gathered(folder, half), gathered(folder, "dev")
    python = os.environ.get(VARIABLE)
    if not python:
        print(f"logic-v2: skipped, {VARIABLE} names no interpreter")
    for name in SETS:
        pairs = sets[name]
        found = measures(fuzzy(pairs), pairs, best_threshold(dev[name]))
        yield from told("RapidFuzz WRatio", name, found, len(pairs), rival=True)
        if python:
            rival, scores = logic(python, pairs)
            found = measures(scores, pairs, THRESHOLD)
            yield from told(rival, name, found, len(pairs), rival=True)


def measured() -> Iterator[Row]:
    """Score the held halves, where the environment names the folder (as ``bench/rivals.py`` asks)."""
    folder = os.environ.get(FOLDER)
    if folder:
        yield from rivalled(Path(folder), "held")
    else:
        print(f"names: skipped, {FOLDER} names no folder")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    add_options(parser)
    parser.add_argument("--data", type=Path, required=True, help="folder with the lists")
    parser.add_argument("--half", choices=("dev", "held"), default="held")
    options = parser.parse_args()
    rows = list(rivalled(options.data, options.half))
    for row in rows:
        print(f"{row['name']}: {row['metric']}: {row['value']} (n = {row['n']})")
    return 0 if options.half == "dev" else settle("names", DATA, rows, options, rivals=True)


if __name__ == "__main__":
    raise SystemExit(main())
