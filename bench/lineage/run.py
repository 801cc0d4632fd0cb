"""How well is it told where things came from?

    python bench/lineage/run.py [--freeze | --check] [--errors]
    ALLSOURCE_CLOUGH=FOLDER python bench/lineage/run.py

Scores the bundled sample case against its key (``sample.py``) and, with
``ALLSOURCE_CLOUGH``, the corpus of Clough and Stevenson (``reuse.py``).
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.frozen import Row, add_options, settle
from bench.lineage import reuse, sample

DATA = "the bundled sample case of 19 invented articles; Clough and Stevenson's short answers"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--errors", action="store_true", help="print each miss")
    add_options(parser)
    options = parser.parse_args()
    rows: list[Row] = sample.measure(errors=options.errors)
    if folder := os.environ.get("ALLSOURCE_CLOUGH"):
        rows += reuse.measure(Path(folder))
    else:
        print("skipped: set ALLSOURCE_CLOUGH to a copy of Clough and Stevenson's corpus")
    for row in rows:
        print(f"{row['name']}: {row['metric']}: {row['value']} (n = {row['n']})")
    return settle("lineage", DATA, rows, options)


if __name__ == "__main__":
    sys.exit(main())
