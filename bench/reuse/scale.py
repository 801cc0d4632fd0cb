"""What does it cost to find lineage candidates among very many articles, and are they found?

    ALLSOURCE_FNC1=FOLDER python bench/reuse/scale.py --documents 50000 --folder EMPTY [--workers 2]

Grows a corpus (``grown.py``) to a file, which is not counted, then reads it,
takes keys, joins and settles them in ``--workers`` processes. Printed: seconds of
the clock and of the processors by step, the most memory of one process, bytes
on disk, candidates, and for each kind of derivation the share of children that
are joined with their parent, or with any document of their story.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.reuse import corpus
from bench.reuse.grown import grow

from allsource.engine.run import Broken, run
from allsource.lineage.postings import Keyed, Postings, joined, keyed, settled
from allsource.model.document import Document

AT_ONCE = 4096


def lines_keyed(lines: Iterator[str]) -> Iterator[Keyed]:
    """Read records and take their keys: the step that runs in the pool."""
    return keyed(_document(line) for line in lines)


def _document(line: str) -> Document:
    number, day, text = json.loads(line)
    return Document(
        f"doc_{number:08}", "", str(number), text, "record", published=day, language="en"
    )


def write(path: Path, where: Path, documents: int) -> tuple[list[int], list[int], list[str]]:
    """Grow the corpus to a file; give number, parent and kind of each document, as they come."""
    numbers, parents, kinds = [], [], []
    with path.open("w", encoding="utf-8") as file:
        for one in grow(where, documents):
            file.write(json.dumps([one.number, one.day, one.text], ensure_ascii=False) + "\n")
            numbers.append(one.number)
            parents.append(one.parent)
            kinds.append(one.kind)
    return numbers, parents, kinds


class Meter:
    """Tells what each step cost."""

    def __init__(self) -> None:
        self._clock, self._used = time.monotonic(), self._processors()
        self.clock = self.used = 0.0

    def tell(self, step: str) -> None:
        """Print what went by since the last step; processes of a pool count once they have ended."""
        while multiprocessing.active_children():
            time.sleep(0.05)
        clock, used = time.monotonic(), self._processors()
        print(f"{step}: {clock - self._clock:.0f} s, processors {used - self._used:.0f} s")
        self.clock += clock - self._clock
        self.used += used - self._used
        self._clock, self._used = clock, used

    def _processors(self) -> float:
        both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        return sum(one.ru_utime + one.ru_stime for one in both)


def found(path: Path, folder: Path, documents: int, workers: int) -> np.ndarray:
    """Find the candidates, telling the cost of each step."""
    meter, before = Meter(), time.process_time()
    postings = Postings(folder, documents)
    with path.open(encoding="utf-8") as file:
        made = run(lines_keyed, file, workers=workers)
        while some := [one for one in islice(made, AT_ONCE) if not isinstance(one, Broken)]:
            postings.add(some)
    meter.tell("keys")
    parts = postings.parts()
    done = [one for one in run(joined, parts, workers=workers) if not isinstance(one, Broken)]
    meter.tell("joined")
    disk = sum(one.stat().st_size for one in folder.iterdir())
    pairs = [one for one in run(settled, done, workers=workers) if not isinstance(one, Broken)]
    meter.tell("settled")
    own = resource.getrusage(resource.RUSAGE_SELF)
    mine = own.ru_utime + own.ru_stime - before
    print(
        f"in all: {meter.clock:.0f} s, processors {meter.used:.0f} s, of which {mine:.0f} s in the"
    )
    print(f"process that hands out and writes; disk {disk / 1e9:.2f} GB")
    peak = [
        resource.getrusage(w).ru_maxrss for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    ]
    print(f"most memory: this process {peak[0] / 1e3:.0f} MB, a worker {peak[1] / 1e3:.0f} MB")
    return np.concatenate(pairs) if pairs else np.empty((0, 2), dtype=np.uint32)


def judge(pairs: np.ndarray, numbers: list[int], parents: list[int], kinds: list[str]) -> None:
    """Print the share of children that are found, by kind."""
    names = np.array(numbers)
    story = np.array([p if p >= 0 else n for n, p in zip(numbers, parents, strict=True)])
    parent = np.array(parents)
    one, other = pairs[:, 0], pairs[:, 1]
    direct = np.zeros(len(names), dtype=bool)
    direct[other[parent[other] == names[one]]] = True
    direct[one[parent[one] == names[other]]] = True
    same = story[one] == story[other]
    any_of = np.zeros(len(names), dtype=bool)
    any_of[one[same]] = any_of[other[same]] = True
    seen: dict[str, list[int]] = defaultdict(list)
    for at, kind in enumerate(kinds):
        seen[kind].append(at)
    print(
        f"candidates {len(pairs)}, {len(pairs) / len(names):.2f} a document, {same.mean():.3f} of one story"
    )
    for kind, places in sorted(seen.items()):
        if kind != "root":
            print(
                f"{kind}: {len(places)}, with parent {direct[places].mean():.4f}, with story {any_of[places].mean():.4f}"
            )
    print(Counter(kinds))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--documents", type=int, required=True)
    parser.add_argument("--folder", type=Path, required=True, help="empty; what is written stays")
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    where = corpus.folder()
    if where is None:
        sys.exit("set ALLSOURCE_FNC1 to the folder of fnc1_bodies.csv.xz")
    options.folder.mkdir(parents=True, exist_ok=True)
    (options.folder / "parts").mkdir()
    started = time.process_time()
    truth = write(options.folder / "grown.jsonl", where, options.documents)
    print(
        f"grown: {options.documents} documents, {time.process_time() - started:.0f} s, not counted"
    )
    pairs = found(
        options.folder / "grown.jsonl", options.folder / "parts", options.documents, options.workers
    )
    judge(pairs, *truth)
    return 0


if __name__ == "__main__":
    sys.exit(main())
