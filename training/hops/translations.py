"""Fit the weights of ``translated`` in ``vocab/hop_evidence.yaml`` on invented pairs.

    python training/hops/translations.py [--write]

The same fit as ``fit.py``, over what ``translation.measured`` measures, on the
development stories of ``bench/translations`` alone. Four independent pages of a
folder for each translation would be few, so negatives count as often as they are.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent))
from bench.translations.stories import pairs
from fit import fit, write

from allsource.lineage.translation import LEARNED, kept, measured
from allsource.vocab import load


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--write", action="store_true", help="write the weights into the table")
    options = parser.parse_args()
    dev = [one for one in pairs() if one.half == "dev"]
    rows = np.array([[1.0, *measured(kept(one.other, one.one))] for one in dev])
    derived = np.array([float(one.derived) for one in dev])
    table = {entry["evidence"]: entry for entry in load("hop_evidence")["translated"]}
    names = ["start", *LEARNED]
    prior, spread = (np.array([table[n][k] for n in names]) for k in ("prior", "spread"))
    weights = dict(
        zip(names, fit(rows, derived, np.ones(len(dev)), prior, spread).tolist(), strict=True)
    )
    print(f"{len(dev)} pairs, {derived.sum():.0f} of them translations")
    for name, weight in weights.items():
        print(f"{name}: {weight:.3f} (prior {table[name]['prior']})")
    if options.write:
        write("translated", weights)
    return 0


if __name__ == "__main__":
    sys.exit(main())
