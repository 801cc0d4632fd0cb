"""How far do the two readers of the gold agree, layer by layer?

``python bench/gold/agreement.py [--data FOLDER] [--freeze | --check]`` reads the labels of both
from ``labels/first/`` and ``labels/second/``, prints Krippendorff's alpha of every layer with its
95 % interval (by drawing articles again) and the F1 of finding the same items, for all articles and
for own ones and real pages apart. ``--freeze`` writes ``agreement.json``; ``--check`` ends with 1
where a figure is no longer the frozen one.

``--first`` and ``--second`` name other folders; with ``--words`` they hold what readers wrote, not
yet frozen as spans.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.agreement import Row, settle_agreement, shown
from bench.frozen import add_options
from bench.gold.alpha import Pairs, alpha, interval
from bench.gold.labels import check, frozen, read_labels
from bench.gold.layers import FOUND, LAYERS, Compared, compare
from bench.gold.load import GoldText, texts
from bench.gold.model import Article

__all__ = ["measure"]

HERE = Path(__file__).resolve().parent
FROZEN = HERE / "agreement.json"


def measure(compared: Sequence[Compared], articles: str) -> list[Row]:
    """All figures of some articles.

    Args:
        compared: both readers of each article.
        articles: what these articles are called.
    """
    return [
        *(_finding(compared, articles, what) for what in FOUND),
        *(_layer(compared, articles, layer) for layer in LAYERS),
    ]


def _finding(compared: Sequence[Compared], articles: str, what: str) -> Row:
    first, second, shared = (sum(one.found[what][side] for one in compared) for side in range(3))
    value = 2 * shared / (first + second) if first + second else None
    return Row(articles, f"{what} found", "F1", _short(value), None, first + second)


def _layer(compared: Sequence[Compared], articles: str, layer: str) -> Row:
    pairs: Pairs = Counter()
    for one in compared:
        pairs.update(one.pairs[layer])
    metric = LAYERS[layer]
    ends = interval([one.pairs[layer] for one in compared], metric)
    drawn = (round(ends[0], 3), round(ends[1], 3)) if ends else None
    return Row(articles, layer, "alpha", _short(alpha(pairs, metric)), drawn, pairs.total())


def _short(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def _labelled(folder: Path, one: GoldText, *, words: bool) -> Article | None:
    """The labels of a reader, or null where there are none of this article."""
    path = folder / f"{one.id}.json"
    if not path.exists():
        return None
    if not words:
        return frozen(path, one.text)
    article, faults = check(read_labels(path), one.text)
    if faults:
        raise SystemExit(f"{path} has {len(faults)} faults; run labels.py check on it")
    return article


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--first", type=Path, default=HERE / "labels" / "first")
    parser.add_argument("--second", type=Path, default=HERE / "labels" / "second")
    parser.add_argument("--data", type=Path, help="folder of fnc1_bodies.csv.xz")
    parser.add_argument("--words", action="store_true", help="the labels are words, not spans")
    add_options(parser)
    options = parser.parse_args(words)
    kinds: dict[str, list[Compared]] = {"own": [], "real": []}
    for one in texts(options.data):
        sides = [
            _labelled(folder, one, words=options.words)
            for folder in (options.first, options.second)
        ]
        if sides[0] is not None and sides[1] is not None:
            kinds["real" if one.real else "own"].append(compare(sides[0], sides[1], one.text))
    rows = [row for kind, found in kinds.items() if found for row in measure(found, kind)]
    if all(kinds.values()):
        rows += measure([one for found in kinds.values() for one in found], "all")
    print("\n".join(shown(row) for row in rows) or "no article is labelled by both readers")
    return settle_agreement(FROZEN, rows, options)


if __name__ == "__main__":
    sys.exit(main())
