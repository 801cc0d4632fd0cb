"""How well are stance, verification, speakers and arguments read? Scores the own cases.

    python bench/stance/run.py [--freeze | --check]

Cases are split in halves by the hash of the marked text; a change is made for errors of the
development half alone. Stance: the share right of status, whose doubt and negation, and macro F1
over the six statuses, where proposition and cue are given. Verification: the share of texts
where the statements over each claim (status, by, which claims) are exactly those expected, and
how many of the claims called not verified are found so. Speakers: the share of mentions with the
right kind and the fullest name. Arguments: the share right of subject, predicate, object, to whom,
where, and what a number counts. Passages: nothing is given; kind, name, whose doubt and every check of
each marked claim, and the claims not verified that are found.

The worst hundred development cases are written, readable, to ``bench/out/stance.md``.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.frozen import Row, add_options, settle
from bench.stance import deeds, passages, speakers, stances, verifications
from bench.stance.cases import Answer
from bench.stance.listing import errors
from bench.worst import write

Part = tuple[str, list[Answer], Callable[[list[Answer]], dict[str, float]]]


def parts() -> list[Part]:
    """Every list of cases with its name and its figures."""
    return [
        ("stance", stances.answers("cases.yaml"), stances.figures),
        ("stance, wide", stances.answers("wide.yaml"), stances.figures),
        ("verification", verifications.answers("cases.yaml"), verifications.figures),
        ("verification, wide", verifications.answers("wide.yaml"), verifications.figures),
        ("speakers", speakers.answers("speakers.yaml"), speakers.figures),
        ("passages", passages.answers("passages.yaml"), passages.figures),
        ("arguments", deeds.answers("arguments.yaml"), deeds.figures),
        ("counted", deeds.counts("arguments.yaml"), deeds.counted_figures),
    ]


def rows_of(part: Part) -> list[Row]:
    name, answers, figures = part
    return [
        {"name": f"{name}, {half}", "metric": metric, "value": value, "n": len(kept)}
        for half in ("dev", "held")
        for kept in [[a for a in answers if a.half == half]]
        for metric, value in figures(kept).items()
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    add_options(parser)
    options = parser.parse_args()
    measured = parts()
    rows = [row for part in measured for row in rows_of(part)]
    for row in rows:
        print(f"{row['name']}: {row['metric']}: {row['value']} of {row['n']} cases")
    write("stance", errors(answer for _, answers, _ in measured for answer in answers))
    data = "Own sentences and short texts about invented things, labelled by one author."
    return settle("stance", data, rows, options)


if __name__ == "__main__":
    raise SystemExit(main())
