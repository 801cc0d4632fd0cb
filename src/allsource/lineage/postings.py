"""How are lineage candidates found among more documents than memory holds?

Three pure steps, each for any number of processes: ``keyed`` takes the keys of
documents, ``joined`` joins the holders of the keys of one part, ``settled`` picks
the strongest pairs of one part. Between them parts lie on disk: keys are parted
by their value, pairs by their later document. Memory is bounded by a part; their
number grows with the documents. Documents may come in any order: pairs are made
in the order of dates, then ids, as in memory (``candidates``), and are the same.

It fails on a disk without about four kilobytes for each document. Numbers of
documents stop at 2**32.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from allsource.lineage.candidates import Pairs, collisions, merged, strongest
from allsource.lineage.chronology import rank
from allsource.lineage.features import features
from allsource.lineage.keys import keys
from allsource.model.document import Document

__all__ = ["Keyed", "Part", "Postings", "joined", "keyed", "settled"]

_PART = 8192
"""Documents for each part of the keys: some two million keys, 25 megabytes."""

_KEY = np.dtype([("key", "<u8"), ("owner", "<u4")])
_PAIR = np.dtype([("code", "<u8"), ("bits", "<f4")])


@dataclass(frozen=True, slots=True, eq=False)
class Keyed:
    """What is kept of a document: its place in the order of dates, and its keys.

    Args:
        rank: day and id (see ``chronology.rank``).
        keys: see ``keys.keys``.
    """

    rank: tuple[str, str]
    keys: NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the work of one step.

    Args:
        folder: where all parts lie.
        number: of this one.
        parts: how many there are.
        documents: how many there are in all.
    """

    folder: Path
    number: int
    parts: int
    documents: int


def keyed(documents: Iterator[Document]) -> Iterator[Keyed]:
    """Take the keys of documents; their raw text alone is read.

    Args:
        documents: any, in any order.
    """
    for document in documents:
        yield Keyed(rank(document), keys(features(document)))


class Postings:
    """Keys of many documents, parted on disk.

    Args:
        folder: an empty one; about four kilobytes a document are written to it.
        documents: roughly how many there will be: decides the number of parts.
    """

    def __init__(self, folder: Path, documents: int) -> None:
        self._folder = folder
        self._parts = max(1, -(-documents // _PART))
        self._ranks: list[tuple[str, str]] = []

    def add(self, found: Sequence[Keyed]) -> None:
        """Write the keys of some documents; thousands at a time are written fastest.

        Args:
            found: documents are numbered as they come, from 0.
        """
        first = len(self._ranks)
        self._ranks.extend(one.rank for one in found)
        every = np.concatenate([one.keys for one in found])
        owners = np.arange(first, first + len(found), dtype=np.uint32)
        rows = np.empty(len(every), dtype=_KEY)
        rows["key"], rows["owner"] = every, np.repeat(owners, [len(one.keys) for one in found])
        _append(self._folder, "keys", rows, _spread(every, self._parts))

    def parts(self) -> list[Part]:
        """Close the books: write the order of the documents, and give the parts to be joined."""
        order = sorted(range(len(self._ranks)), key=self._ranks.__getitem__)
        places = np.empty(len(order), dtype=np.uint32)
        places[order] = np.arange(len(order), dtype=np.uint32)
        np.save(self._folder / "places.npy", places)
        np.save(self._folder / "order.npy", np.array(order, dtype=np.uint32))
        total = len(order)
        return [Part(self._folder, n, self._parts, total) for n in range(self._parts)]


def joined(parts: Iterator[Part]) -> Iterator[Part]:
    """Join the documents that share a key, part by part; the pairs are written beside the keys.

    Args:
        parts: of the keys.

    Yields:
        Each part, done.
    """
    for part in parts:
        rows = _read(part.folder / f"keys-{part.number}", _KEY)
        places = np.load(part.folder / "places.npy", mmap_mode="r")
        found = collisions(rows["key"], places[rows["owner"]], part.documents)
        pairs = np.empty(len(found.codes), dtype=_PAIR)
        pairs["code"], pairs["bits"] = found.codes, found.bits
        later = (found.codes >> np.uint64(32)).astype(np.int64)
        _append(part.folder, f"pairs-{part.number}", pairs, later * part.parts // part.documents)
        yield part


def settled(parts: Iterator[Part]) -> Iterator[NDArray[np.uint32]]:
    """Pick the strongest pairs of the documents of each part.

    Args:
        parts: all of them joined before.

    Yields:
        Rows of two document numbers, the earlier first, and sorted by the later one's date.
    """
    for part in parts:
        order = np.load(part.folder / "order.npy", mmap_mode="r")
        kept = strongest(merged([*_gathered(part)]), part.documents)
        codes = np.sort(kept.codes)
        yield np.stack([order[codes & np.uint64(0xFFFFFFFF)], order[codes >> np.uint64(32)]], 1)


def _gathered(part: Part) -> Iterator[Pairs]:
    """Read the pairs of one part of the documents, from all parts of the keys."""
    for number in range(part.parts):
        rows = _read(part.folder / f"pairs-{number}-{part.number}", _PAIR)
        yield Pairs(rows["code"].copy(), rows["bits"].copy())


def _spread(every: NDArray[np.uint64], parts: int) -> NDArray[np.int64]:
    """Give the part of each key by its highest bits."""
    return ((every >> np.uint64(32)) * np.uint64(parts) >> np.uint64(32)).astype(np.int64)


def _append(folder: Path, name: str, rows: NDArray[np.void], part: NDArray[np.int64]) -> None:
    """Append rows to the files of their parts."""
    order = np.argsort(part, kind="stable")
    rows, part = rows[order], part[order]
    starts = np.flatnonzero(np.r_[True, part[1:] != part[:-1]]) if len(part) else order
    for start, end in zip(starts, [*starts[1:].tolist(), len(part)], strict=False):
        with (folder / f"{name}-{part[start]}").open("ab") as file:
            file.write(rows[start:end].tobytes())


def _read(path: Path, kind: np.dtype[np.void]) -> NDArray[np.void]:
    return np.fromfile(path, dtype=kind) if path.exists() else np.empty(0, dtype=kind)
