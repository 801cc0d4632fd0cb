"""Which pairs of documents share enough rare strings to be worth a closer look?

Every key (``keys``) joins the documents that hold it: neighbours in time, and
each with the first, never all with all, so the work is linear in the length of
the folder. A shared key counts as many bits as it is rare. A pair is kept where
its bits exceed those needed to find one partner among all documents by chance,
as in searches of sequences (the E-value of Karlin and Altschul 1990), and each
document keeps the strongest. Keys in many documents (boilerplate) join only
neighbours, for few bits.

It fails where the only shared keys are common, and may lose the weakest of more
than ``MOST`` partners. Nothing is parsed. ``postings`` does the same on disk.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from allsource.lineage.features import Features
from allsource.lineage.keys import KINDS, Kind, keys

__all__ = ["MOST", "Pairs", "candidates", "collisions", "merged", "strongest"]

MOST = 40
"""A document keeps so many earlier partners, those that share most."""

_NEIGHBOURS = 12
"""A document is joined with so many before it that hold the same key, and with the first."""

_COMMON = 64
"""A key in more documents joins each with the one before it and the first alone."""

_BACKGROUND = 1000
"""Rarity is reckoned against so many documents at least: a small case may all be one story."""

_LEAST = 1.0
"""Bits of the commonest key: so a text that thousands print with one word changed is still found."""

_MARGIN = 2.0
"""Bits beyond those that chance gives: one false partner in four documents at most, if keys
were independent (they are not: texts on one subject share several)."""

_WORTH = {
    Kind.WORDS: 1.0,
    Kind.QUOTATION: 1.0,
    Kind.FIGURE: 0.7,
    Kind.FIGURES: 1.0,
    Kind.NAME: 0.25,
    Kind.NAMES: 0.5,
    Kind.ADDRESS: 3.0,
}
"""What a bit of each kind is worth: names are shared by all texts on one subject."""


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs of documents with the bits that they share.

    Args:
        codes: later document times 2**32 plus the earlier one.
        bits: parallel to ``codes``.
    """

    codes: NDArray[np.uint64]
    bits: NDArray[np.float32]


def candidates(found: Sequence[Features]) -> list[tuple[int, int]]:
    """Give the pairs of documents worth a closer look, in memory.

    Args:
        found: features, in the order of the documents' dates.

    Returns:
        Pairs (earlier, later) of indices, sorted.
    """
    listed = [keys(feature) for feature in found]
    owners = np.repeat(np.arange(len(found), dtype=np.uint32), [len(part) for part in listed])
    every = np.concatenate(listed) if listed else np.empty(0, dtype=np.uint64)
    kept = strongest(collisions(every, owners, len(found)), len(found))
    return sorted((int(code) & 0xFFFFFFFF, int(code) >> 32) for code in kept.codes)


def collisions(every: NDArray[np.uint64], owners: NDArray[np.uint32], documents: int) -> Pairs:
    """Join the documents that share keys.

    Args:
        every: keys, each at most once for a document.
        owners: the document of each, numbered in the order of dates; parallel to ``every``.
        documents: how many there are in all.

    Returns:
        Each pair once.
    """
    order = np.lexsort((owners, every))
    every, held = every[order], owners[order].astype(np.uint64)
    starts = np.flatnonzero(np.r_[True, every[1:] != every[:-1]]) if len(every) else order
    sizes = np.diff(np.r_[starts, len(every)])
    several = sizes > 1
    keep = np.repeat(several, sizes)
    every, held, sizes = every[keep], held[keep], sizes[several]
    first = np.repeat(held[np.cumsum(sizes) - sizes], sizes)
    size = np.repeat(sizes, sizes)
    return merged(list(_joined(every, held, first, size, _worth(every, size, documents))))


def merged(parts: Sequence[Pairs]) -> Pairs:
    """Add up the bits of equal pairs.

    Args:
        parts: pairs of any order.

    Returns:
        Each pair once, sorted.
    """
    if not parts:
        return Pairs(np.empty(0, dtype=np.uint64), np.empty(0, dtype=np.float32))
    codes = np.concatenate([part.codes for part in parts])
    bits = np.concatenate([part.bits for part in parts])
    order = np.argsort(codes, kind="stable")
    codes, bits = codes[order], bits[order]
    starts = np.flatnonzero(np.r_[True, codes[1:] != codes[:-1]]) if len(codes) else order
    if not len(codes):
        return Pairs(codes, bits)
    return Pairs(codes[starts], np.add.reduceat(bits, starts).astype(np.float32))


def strongest(pairs: Pairs, documents: int) -> Pairs:
    """Keep pairs that share more than chance gives, the strongest ``MOST`` of each document.

    Args:
        pairs: each once, with all pairs of a later document among them.
        documents: how many there are in all.
    """
    enough = pairs.bits >= np.log2(max(documents, _BACKGROUND)) + _MARGIN
    codes, bits = pairs.codes[enough], pairs.bits[enough]
    children = codes >> np.uint64(32)
    order = np.lexsort((codes, -np.round(bits, 3), children))
    codes, bits, children = codes[order], bits[order], children[order]
    starts = np.flatnonzero(np.r_[True, children[1:] != children[:-1]]) if len(codes) else order
    place = np.arange(len(codes)) - np.repeat(starts, np.diff(np.r_[starts, len(codes)]))
    return Pairs(codes[place < MOST], bits[place < MOST])


def _worth(
    every: NDArray[np.uint64], size: NDArray[np.int64], documents: int
) -> NDArray[np.float32]:
    """Give the bits that sharing each key is worth."""
    worth = np.zeros(1 << KINDS, dtype=np.float32)
    worth[list(_WORTH)] = list(_WORTH.values())
    rarity = np.log2(np.maximum(documents, _BACKGROUND) / size)
    kinds = (every & np.uint64((1 << KINDS) - 1)).astype(np.intp)
    told: NDArray[np.float32] = (np.maximum(rarity, _LEAST) * worth[kinds]).astype(np.float32)
    return told


def _joined(
    every: NDArray[np.uint64],
    owners: NDArray[np.uint64],
    first: NDArray[np.uint64],
    size: NDArray[np.int64],
    worth: NDArray[np.float32],
) -> Iterator[Pairs]:
    """Pair each holder of a key with the first and with those before it."""
    later = owners != first
    yield Pairs(owners[later] << np.uint64(32) | first[later], worth[later])
    for step in range(1, min(_NEIGHBOURS, len(every) - 1) + 1):
        same = (every[step:] == every[:-step]) & (owners[:-step] != first[step:])
        if step > 1:
            same &= size[step:] <= _COMMON
        codes = owners[step:][same] << np.uint64(32) | owners[:-step][same]
        yield Pairs(codes, worth[step:][same])
