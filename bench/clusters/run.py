"""Are claims that say the same put together, and is it told how the others differ?

    python bench/clusters/run.py [--freeze | --check] [--errors]
    ALLSOURCE_EMERGENT=FILE.csv python bench/clusters/run.py

Scores the pairs of ``pairs.yaml`` and, with ``ALLSOURCE_EMERGENT``, the headlines
of Emergent. ``--errors`` prints each pair of the development half that is wrong.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.clusters import emergent, pairs
from bench.frozen import add_options, settle

DATA = "144 pairs of statements of our own; Emergent's headlines, a half of its rumours each"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--errors", action="store_true", help="print each miss")
    add_options(parser)
    options = parser.parse_args()
    found = pairs.answers()
    if options.errors:
        for answer in found:
            if answer.half == pairs.HALVES[0] and answer.found != answer.wanted:
                print(f"{answer.wanted} -> {answer.found}: {answer.one} | {answer.other}")
    rows = pairs.rows(found)
    if path := os.environ.get("ALLSOURCE_EMERGENT"):
        rows += emergent.measure(Path(path))
    else:
        print("skipped: set ALLSOURCE_EMERGENT to a copy of Emergent's headlines")
    for row in rows:
        print(f"{row['name']}: {row['metric']}: {row['value']} (n = {row['n']})")
    return settle("clusters", DATA, rows, options)


if __name__ == "__main__":
    sys.exit(main())
