"""Which pairs were read? Draws the sample, from the bodies alone.

    ALLSOURCE_FNC1=FOLDER python bench/reuse/draw.py [--texts FILE]

Every pair of bodies falls in one stratum, by measures that are no part of the
product (``strata``). Of each stratum the pairs with the lowest sha256 of
``SEED:one-other`` are taken; a pair is ``dev`` where that hash ends in an even
digit, else ``held``. With ``--texts`` the pairs are written for a reader.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.reuse import corpus

SEED = "allsource reuse 1"
TAKEN = {"A": 36, "B": 64, "C": 64, "D": 44, "E": 32}
WHAT = {
    "A": "at least half of the shorter text's 8-word runs are in the other",
    "B": "a tenth to a half of them",
    "C": "some, less than a tenth",
    "D": "none, but a quotation of five words, or two numbers of three digits or more and a name",
    "E": "none of that, cosine of tf-idf at least 0.2",
}
Pair = tuple[str, str]
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_QUOTED = re.compile(r"[“\"]([^“”\"\n]{10,600})[”\"]")
_NUMBER = re.compile(r"\d[\d,.]*\d{2}|\d+\.\d+")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}")


def strata(texts: dict[str, str]) -> dict[str, list[Pair]]:
    """All pairs by stratum; pairs of none are left out."""
    words = {k: _WORD.findall(t.lower().replace("’", "'")) for k, t in texts.items()}
    runs = {k: {tuple(w[i : i + 8]) for i in range(len(w) - 7)} for k, w in words.items()}
    found: dict[str, list[Pair]] = defaultdict(list)
    shared = _shared(runs)
    for pair, count in shared.items():
        part = count / min(len(runs[one]) for one in pair)
        found["A" if part >= 0.5 else "B" if part >= 0.1 else "C"].append(pair)
    telling = _telling(texts)
    found["D"] = [pair for pair in telling if pair not in shared]
    found["E"] = [p for p in _alike(words) if p not in shared and p not in telling]
    return found


def _shared(keyed: dict[str, set[tuple[str, ...]]]) -> Counter[Pair]:
    postings: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in sorted(keyed, key=int):
        for key in keyed[name]:
            postings[key].append(name)
    return Counter(pair for names in postings.values() for pair in combinations(names, 2))


def _telling(texts: dict[str, str]) -> set[Pair]:
    quotes = {k: {tuple(_WORD.findall(q.lower())) for q in _QUOTED.findall(t)} for k, t in texts.items()}  # fmt: skip
    quoted = _shared({k: {q for q in said if len(q) >= 5} for k, said in quotes.items()})
    numbers = {k: {n for n in _NUMBER.findall(t) if not re.fullmatch(r"(19|20)\d\d", n)} for k, t in texts.items()}  # fmt: skip
    counted = _shared({k: {(n,) for n in found} for k, found in numbers.items()})
    names = {k: set(_NAME.findall(t)) for k, t in texts.items()}
    figures = {p for p, n in counted.items() if n >= 2 and names[p[0]] & names[p[1]]}
    return {*quoted, *figures}


def _alike(words: dict[str, list[str]]) -> list[Pair]:
    names = sorted(words, key=int)
    known = {word: at for at, word in enumerate(sorted({w for ws in words.values() for w in ws}))}
    counts: NDArray[np.float32] = np.zeros((len(names), len(known)), dtype=np.float32)
    for row, name in enumerate(names):
        for word, n in Counter(words[name]).items():
            counts[row, known[word]] = 1 + np.log(n)
    counts *= np.log(len(names) / (counts > 0).sum(axis=0))
    counts /= np.maximum(np.linalg.norm(counts, axis=1, keepdims=True), 1e-9)
    rows, columns = np.nonzero(np.triu(counts @ counts.T >= 0.2, 1))
    return [(names[a], names[b]) for a, b in zip(rows.tolist(), columns.tolist(), strict=True)]


def order(pair: Pair) -> str:
    """The number by which pairs of one stratum are drawn."""
    return hashlib.sha256(f"{SEED}:{pair[0]}-{pair[1]}".encode()).hexdigest()


def half(pair: Pair) -> str:
    """The half that a pair belongs to."""
    return "held" if int(order(pair)[-1], 16) % 2 else "dev"


def draw(texts: dict[str, str]) -> tuple[dict[str, int], list[tuple[str, Pair]]]:
    """Sizes of the strata, and the pairs drawn, each with its stratum."""
    found = strata(texts)
    taken = [(s, p) for s in TAKEN for p in sorted(found[s], key=order)[: TAKEN[s]]]
    return {s: len(found[s]) for s in TAKEN}, taken


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--texts", type=Path, help="where the pairs are written for a reader")
    options = parser.parse_args()
    where = corpus.folder()
    if where is None:
        sys.exit("set ALLSOURCE_FNC1 to the folder of fnc1_bodies.csv.xz")
    kept = corpus.sealed()
    texts = {k: t for k, t in corpus.bodies(where).items() if k not in kept}
    sizes, taken = draw(texts)
    for stratum, what in WHAT.items():
        print(f"{stratum}: {sizes[stratum]} pairs, {TAKEN[stratum]} drawn: {what}")
    if options.texts:
        rows = [{"stratum": s, "pair": p, "texts": [texts[p[0]], texts[p[1]]]} for s, p in taken]
        options.texts.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
