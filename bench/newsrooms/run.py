"""How well are invented newsrooms traced, whose truth is known?

    python bench/newsrooms/run.py [--freeze | --check] [--part first|dev|reported] [--errors]

Makes the worlds of levels 2 and 3 (``story.py``, ``hostile.py``), runs the functions of ``allsource
trace`` on them and scores edges, roots, drift and credits; besides, the sentences of ``own.py``. The development worlds are for reading
errors; the reported ones are frozen and their errors are never printed. All take some minutes;
``--check`` looks at the first development world and at the sentences alone, unless a part is named.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.frozen import Row, add_options, settle
from bench.newsrooms.facts import KINDS
from bench.newsrooms.folder import write
from bench.newsrooms.hostile import hostile
from bench.newsrooms.own import credited, drifted
from bench.newsrooms.score import Scores, score
from bench.newsrooms.story import story
from bench.newsrooms.tally import Tally

DATA = "invented newsrooms made by bench/newsrooms/generate.py; own cases of credits and of drift"
SEEDS = {"first": (1,), "dev": tuple(range(1, 9)), "reported": tuple(range(101, 117))}
"""Frozen before any world was scored; the reported worlds are never looked at."""
FLOODED = {"dev": (1, 2), "reported": (101, 102)}
COPIES = 150


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--part", choices=sorted(SEEDS), help="all where none is named")
    parser.add_argument("--errors", action="store_true", help="print the errors of the dev part")
    add_options(parser)
    options = parser.parse_args()
    parts = [options.part] if options.part else ["first"] if options.check else list(SEEDS)
    rows: list[Row] = []
    for part in parts:
        scores = _newsrooms(SEEDS[part])
        rows += _rows(f"newsrooms, {part}", scores)
        if part in FLOODED:
            rows += _rows(f"hostile reposts, {part}", _flooded(FLOODED[part]))
        if options.errors and part == "dev":
            _print(scores)
    for half in ("dev", "reported"):
        rows += _own(half, errors=options.errors and half == "dev")
    for row in rows:
        print(f"{row['name']}: {row['metric']}: {row['value']} (n = {row['n']})")
    return settle("newsrooms", DATA, rows, options)


def _newsrooms(seeds: tuple[int, ...]) -> Scores:
    scores = Scores()
    for seed in seeds:
        with tempfile.TemporaryDirectory() as folder:
            made = story(seed)
            write(made.articles, made.cast, Path(folder))
            score(Path(folder), scores)
    return scores


def _own(part: str, *, errors: bool) -> list[Row]:
    """Score the sentences written by hand."""
    found = credited(part)
    rows = [
        _row(f"own sentences, {part}", "credited outlets, precision", found.precision, found.told),
        _row(f"own sentences, {part}", "credited outlets, recall", found.recall, found.true),
    ]
    whole = Tally()
    for tally in drifted(part).values():
        whole += tally
    rows.append(
        _row(f"own sentences, {part}", "drift: all, precision", whole.precision, whole.told)
    )
    rows.append(_row(f"own sentences, {part}", "drift: all, recall", whole.recall, whole.true))
    if errors:
        print(*found.misses, *whole.misses, sep="\n")
    return rows


def _flooded(seeds: tuple[int, ...]) -> Scores:
    scores = Scores()
    for seed in seeds:
        with tempfile.TemporaryDirectory() as folder:
            made = hostile(seed, copies=COPIES)
            write(made.articles, made.cast, Path(folder))
            score(Path(folder), scores)
    return scores


def _rows(name: str, scores: Scores) -> list[Row]:
    rows = [
        _row(name, "claims of the truth that were extracted", scores.extracted.recall, scores.extracted.true),
        _row(name, "edges, precision", scores.edges.precision, scores.edges.told),
        _row(name, "edges, recall", scores.edges.recall, scores.edges.true),
        _row(name, "edges, F1", scores.edges.f1, scores.edges.true),
        _row(name, "edges told that lead to an ancestor", scores.remote.precision, scores.remote.told),
        _row(name, "families of articles, B-cubed precision", _mean(scores.families, 0), scores.documents),
        _row(name, "families of articles, B-cubed recall", _mean(scores.families, 1), scores.documents),
        _row(name, "kind of the right edges", scores.kinds.precision, scores.kinds.told),
        _row(name, "roots, B-cubed precision", _mean(scores.roots, 0), scores.extracted.told),
        _row(name, "roots, B-cubed recall", _mean(scores.roots, 1), scores.extracted.told),
        _row(name, "root count within one", scores.counts.precision, scores.counts.told),
        _row(name, "effective roots within one", scores.effective.precision, scores.effective.told),
        _row(name, "credited outlets, precision", scores.credits.precision, scores.credits.told),
        _row(name, "credited outlets, recall", scores.credits.recall, scores.credits.true),
    ]  # fmt: skip
    for how, tallies in (("drift", scores.drift), ("drift on true pairs", scores.paired)):
        whole = Tally()
        for kind in KINDS:
            tally = tallies[kind]
            whole += tally
            rows.append(_row(name, f"{how}: {kind}, precision", tally.precision, tally.told))
            rows.append(_row(name, f"{how}: {kind}, recall", tally.recall, tally.true))
        rows.append(_row(name, f"{how}: all, precision", whole.precision, whole.told))
        rows.append(_row(name, f"{how}: all, recall", whole.recall, whole.true))
    shown = ", ".join(f"{1000 * s / scores.documents:.1f} ms" for s in scores.seconds)
    print(f"{name}: a document takes {shown} (claims, lineage), n = {scores.documents}")
    return rows


def _mean(pairs: list[tuple[float, float]], side: int) -> float:
    return sum(pair[side] for pair in pairs) / len(pairs)


def _row(name: str, metric: str, value: float, n: int) -> Row:
    return {"name": name, "metric": metric, "value": round(value, 1), "n": n}


def _print(scores: Scores) -> None:
    for tally in (scores.edges, scores.kinds, scores.counts, scores.credits):
        print(*tally.misses, sep="\n")
    for tallies in (scores.drift, scores.paired):
        for tally in tallies.values():
            print(*tally.misses, sep="\n")


if __name__ == "__main__":
    raise SystemExit(main())
