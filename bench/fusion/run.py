"""Is the truth found where sources differ, and are copies seen?

    python bench/fusion/run.py [--freeze | --check] [--development] [--scale CLAIMS ...]
    ALLSOURCE_FLIGHT=FOLDER python bench/fusion/run.py

Measures on invented claims (``generated.py``) and, with ``ALLSOURCE_FLIGHT``, on the Flight days
(``days.py``). ``--scale`` measures time and memory as well (``scale.py``), which is never frozen.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.frozen import Row, add_options, settle
from bench.fusion import days, generated, scale

DATA = (
    "invented newsrooms, thin claims and estimates; five Flight days of December 2011 "
    "(38 sources, about 85,000 claims and 525 known values a day)"
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--development", action="store_true", help="show the development days")
    parser.add_argument("--scale", type=int, nargs="*", default=[], help="numbers of claims")
    add_options(parser)
    options = parser.parse_args()
    for claims in options.scale:
        count, seconds, used, memory = scale.measure(claims)
        print(f"{count} claims: {seconds:.0f} s, {used:.0f} s of the processor, {memory:.2f} GB")
    folder = os.environ.get("ALLSOURCE_FLIGHT")
    if options.development:
        rows: list[Row] = days.measure(Path(folder), look=True) if folder else []
        options.freeze = options.check = False
    else:
        rows = generated.measure() + (days.measure(Path(folder)) if folder else [])
    if not folder:
        print("skipped: set ALLSOURCE_FLIGHT to a copy of the Flight days")
    for row in rows:
        print(f"{row['name']}: {row['metric']}: {row['value']} (n = {row['n']})")
    return settle("fusion", DATA, rows, options)


if __name__ == "__main__":
    sys.exit(main())
