"""What do other tools give on the data of a bench, with its scorer?

    python bench/rivals.py [quantities] [times] [attribution] [tracks] [--freeze | --check]

Runs every rival that is installed over the sets that are at hand, and keeps the figures in
``bench/NAME/rivals.json``, so that the runs of the product need no rival. Each rival is installed
in an environment of its own; ``bench/adapters/README.md`` says how, and which could not be had.

Speed is given for a second of processor time, in one thread, without loading, to two digits. It
depends on the machine, so ``--check`` leaves it out.
"""

import argparse
import sys
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from bench.frozen import add_options, settle

BENCHES = ("quantities", "times", "attribution", "tracks", "names")
SPEED = "per CPU second"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    add_options(parser)
    parser.add_argument(
        "bench", nargs="*", help=f"of {', '.join(BENCHES)}; all where none is named"
    )
    options = parser.parse_args()
    if unknown := set(options.bench) - set(BENCHES):
        parser.error(f"no bench has rivals here: {', '.join(sorted(unknown))}")
    code = 0
    for name in options.bench or BENCHES:
        print(f"== {name}")
        bench = import_module(f"bench.{name}.rivals")
        rows = [{**row, "rival": True} for row in bench.measured()]
        for row in rows:
            print(f"{row['name']}: {row['metric']}: {row['value']}")
        if options.check:
            rows = [row for row in rows if not row["metric"].endswith(SPEED)]
        if rows:
            code |= settle(name, bench.DATA, rows, options, rivals=True)
    return code


if __name__ == "__main__":
    raise SystemExit(main())
