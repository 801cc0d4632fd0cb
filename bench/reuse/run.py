"""Which texts were made from which, how probable is each hop, and how closely was it copied?

    ALLSOURCE_FNC1=FOLDER ALLSOURCE_CLOUGH=FOLDER python bench/reuse/run.py [--freeze | --check] [--errors]

Cases of our own (``own.py``), and two sets that are skipped where they are not at hand: pairs of rumour articles that were
read (``hops.py``), and the answers of Clough and Stevenson (``grades.py``). What a
million articles cost, ``scale.py`` measures by itself.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.frozen import Row, add_options, settle
from bench.reuse import corpus, grades, hops, own

DATA = "14 pairs of invented texts; 240 read pairs of FNC-1 rumour articles; Clough and Stevenson's 95 short answers"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--errors", action="store_true", help="print each miss of the dev half")
    add_options(parser)
    options = parser.parse_args()
    rows: list[Row] = own.measure(errors=options.errors)
    if where := corpus.folder():
        rows += hops.measure(where, errors=options.errors)
    else:
        print("skipped: set ALLSOURCE_FNC1 to the folder of fnc1_bodies.csv.xz")
    if folder := os.environ.get("ALLSOURCE_CLOUGH"):
        rows += grades.measure(Path(folder))
    else:
        print("skipped: set ALLSOURCE_CLOUGH to a copy of Clough and Stevenson's corpus")
    for row in rows:
        print(f"{row['name']}: {row['metric']}: {row['value']} (n = {row['n']})")
    return settle("reuse", DATA, rows, options)


if __name__ == "__main__":
    sys.exit(main())
