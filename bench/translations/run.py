"""Is a page told to be a translation of another where it is one, and only there?

    python bench/translations/run.py [--freeze | --check] [--errors]

Invented pages in two languages (``stories.yaml``): translations, reports of the same
event by somebody else, pages that share an agency's figures alone. README.md is
the data card.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.frozen import Row, add_options, settle
from bench.reuse.calibration import expected, gap
from bench.translations.stories import HARD, Pair, pages, pairs

from allsource.lineage.belief import probability
from allsource.lineage.candidates import candidates
from allsource.lineage.hops import traced_hops
from allsource.lineage.translation import kept, score

DATA = "30 invented stories in English and one of five languages, 69 pairs of pages, split by story; 9 hard pairs"


def chance(one: Pair) -> float:
    """Probability that the other page is a translation, from its marks alone."""
    return probability(score(kept(one.other, one.one)))


def half_of_figures(one: Pair) -> bool:
    """The plain rule: half of the figures of the page that has fewer are in the other."""
    mine, theirs = one.one.figures.keys(), one.other.figures.keys()
    return len(mine & theirs) >= 0.5 * max(1, min(len(mine), len(theirs)))


def two_figures(one: Pair) -> bool:
    """The plainest rule: two telling figures are shared."""
    return len(one.one.figures.keys() & one.other.figures.keys()) >= 2


WAYS: dict[str, Callable[[Pair], bool]] = {
    "allsource": lambda one: chance(one) > 0.5,
    "half of the figures": half_of_figures,
    "two shared figures": two_figures,
}


def scored(name: str, half: str, some: Sequence[Pair], says: Callable[[Pair], bool]) -> list[Row]:
    """Precision and recall of one way of telling translations."""
    told = [one for one in some if says(one)]
    right = sum(one.derived for one in told)
    there = sum(one.derived for one in some)
    rival = {} if name == "allsource" else {"rival": True}
    return [
        {"name": name, "metric": f"{half}: translations, precision", "value": round(100 * right / max(len(told), 1), 1), "n": len(told), **rival},
        {"name": name, "metric": f"{half}: translations, recall", "value": round(100 * right / there, 1), "n": there, **rival},
    ]  # fmt: skip


def calibrated(half: str, some: Sequence[Pair]) -> list[Row]:
    """How far the probabilities are frequencies, and how far they could be at this size."""
    given = np.array([chance(one) for one in some])
    was = np.array([float(one.derived) for one in some])
    worth = np.ones(len(some))
    name = {"name": "allsource", "n": len(some)}
    return [
        {**name, "metric": f"{half}: probabilities, ECE in 5 bins", "value": round(gap(given, was, worth), 3)},
        {**name, "metric": f"{half}: probabilities, ECE of the same if they were exact, mean", "value": round(expected(given, worth)[0], 3)},
        {**name, "metric": f"{half}: probabilities, Brier score", "value": round(float(np.mean((given - was) ** 2)), 3)},
    ]  # fmt: skip


def hard() -> list[Row]:
    """Free translations that are found, and followers of one hand-out that are told as such."""
    rows: list[Row] = []
    for what, metric in (
        ("loose", "hard: free translations found"),
        ("handout", "hard: reports that follow one hand-out told as translations"),
    ):
        some = [one for one in pairs(HARD) if one.what == what]
        for name, says in WAYS.items():
            told = sum(says(one) for one in some)
            rival = {} if name == "allsource" else {"rival": True}
            value = round(100 * told / len(some), 1)
            rows.append({"name": name, "metric": metric, "value": value, "n": len(some), **rival})
    return rows


def folder() -> list[Row]:
    """All pages in one folder: which are candidates, and what is told across stories."""
    listed = [(story["name"], what, found) for story, what, found in pages()]
    looked = {frozenset(pair) for pair in candidates([found for _, _, found in listed])}
    ours = [
        frozenset((i, j))
        for (i, one), (j, other) in product(enumerate(listed), repeat=2)
        if one[0] == other[0] and (one[1], other[1]) == ("page", "translation")
    ]
    strands = [[found] for _, _, found in listed]
    told = [one.hop for one in traced_hops(strands, {}).hops if one.tie > 0.5]
    across = [hop for hop in told if hop.child.split("/")[0] != hop.parent.split("/")[0]]
    name = {"name": "allsource"}
    return [
        {**name, "metric": "one folder: translations that are candidates", "value": round(100 * sum(one in looked for one in ours) / len(ours), 1), "n": len(ours)},
        {**name, "metric": "one folder: candidates", "value": len(looked), "n": len(listed) * (len(listed) - 1) // 2},
        {**name, "metric": "one folder: hops above one half between stories, which are false", "value": len(across), "n": len(told)},
    ]  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--errors", action="store_true", help="print each miss of the dev half")
    add_options(parser)
    options = parser.parse_args()
    every = pairs()
    rows: list[Row] = []
    for half in ("dev", "held"):
        some = [one for one in every if one.half == half]
        for name, says in WAYS.items():
            rows += scored(name, half, some, says)
        rows += calibrated(half, some)
    rows += hard()
    rows += folder()
    if options.errors:
        for one in every:
            if one.half == "dev" and (chance(one) > 0.5) != one.derived:
                print(f"  {one.story}, {one.what}: {chance(one):.2f}")
    for row in rows:
        print(f"{row['name']}: {row['metric']}: {row['value']} (n = {row['n']})")
    return settle("translations", DATA, rows, options)


if __name__ == "__main__":
    sys.exit(main())
