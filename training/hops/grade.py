"""Fit ``vocab/copy_grades.yaml`` on all 95 answers of Clough and Stevenson.

    ALLSOURCE_CLOUGH=FOLDER python training/hops/grade.py

The shrinkage is chosen by five-fold validation. How well such a fit grades
answers that it has not seen, ``bench/reuse/run.py`` measures.
"""

from __future__ import annotations

import os
import sys
from dataclasses import astuple, fields
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.reuse import grades

from allsource.lineage.grading import Following, following

TABLE = Path(__file__).resolve().parents[2] / "src" / "allsource" / "vocab" / "copy_grades.yaml"


def main() -> int:
    folder = os.environ.get("ALLSOURCE_CLOUGH")
    if not folder:
        sys.exit("set ALLSOURCE_CLOUGH to a copy of Clough and Stevenson's corpus")
    names, pairs, labels = grades.answers(Path(folder))
    rows = np.array([astuple(following(*pair)) for pair in pairs])
    middle, spread = rows.mean(axis=0), rows.std(axis=0)
    shrink = grades.strength(rows, labels, grades.split(names, 1))
    steps = grades.fit((rows - middle) / spread, labels, shrink)
    lines = iter(TABLE.read_text(encoding="utf-8").splitlines())
    written = []
    for line in lines:
        if not line.startswith("  - {above: "):
            written.append(line)
            continue
        scaled = steps[sum(one.startswith("  - ") for one in written)]
        weights = scaled[1:] / spread
        start = scaled[0] - float(weights @ middle)
        told = {
            "start": start,
            **dict(zip((f.name for f in fields(Following)), weights, strict=True)),
        }
        head, example = line.split(", start:", 1)[0], line[line.index(", example:") :]
        written.append(head + "".join(f", {k}: {v:.3f}" for k, v in told.items()) + example)
    TABLE.write_text("\n".join(written) + "\n", encoding="utf-8")
    print(f"{len(labels)} answers, shrinkage {shrink}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
