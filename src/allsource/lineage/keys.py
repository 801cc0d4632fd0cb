"""By which strings could a document be found again in another one?

Each key is a hash of one string of the raw text, with its kind in the lowest
bits: stretches of five words (of every four neighbours the least hash, so that
any eight words in a row that two texts share leave a common key: winnowing,
Schleimer, Wilkerson and Aiken 2003), whole quotations, telling figures and pairs
of neighbouring ones, capitalised words and pairs of them, by how they sound, addresses
linked to and its own. Figures and names survive rewording and translation.

It fails for a rewrite that keeps none of these, and for numbers in words.
"""

import hashlib
from collections.abc import Iterator
from enum import IntEnum
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from allsource.lineage.credits import address, links
from allsource.lineage.features import Features, bits
from allsource.lineage.sounds import SHORTEST, skeleton, uncased

__all__ = ["KINDS", "Kind", "keys", "winnowed"]

KINDS = 3
"""So many of the lowest bits of a key are its kind."""

_WINDOW = 4
_MOST = 40_000
"""Keys of one document: those with the least hashes; bounds a text of megabytes."""

_TELLING = 1.5
"""A figure is a key from so many bits on (see ``features.bits``)."""


_UNCASED_WORDS = 2_000
"""Words at the beginning of a text without capitals that may be names."""

_LONG_SOUND = 5
"""Consonants of a word that may be a name where no capitals tell: most common words have fewer."""


class Kind(IntEnum):
    """What sort of string a key stands for."""

    WORDS = 0
    QUOTATION = 1
    FIGURE = 2
    FIGURES = 3
    NAME = 4
    NAMES = 5
    ADDRESS = 6


def keys(found: Features) -> NDArray[np.uint64]:
    """Give the keys of a document, each once, sorted.

    Args:
        found: its features, which are of its raw text alone.

    Example:
        >>> from allsource.lineage.features import features
        >>> from allsource.model.document import Document
        >>> page = features(Document("doc_1", "", "a", "The yard of Anna Lind sold 1,140 boats", "text"))
        >>> sorted(Kind(int(key) & 7).name for key in keys(page))
        ['FIGURE', 'NAME', 'NAME', 'NAMES', 'WORDS']
    """
    named = np.fromiter((_key(kind, text) for kind, text in _strings(found)), dtype=np.uint64)
    stretches = _mixed(winnowed(found.grams)) & ~np.uint64((1 << KINDS) - 1)
    return np.unique(np.concatenate([stretches | np.uint64(Kind.WORDS), named]))[:_MOST]


def winnowed(hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Of every four neighbouring hashes keep the least, each once.

    Reach for it to index a text by less than half of its stretches without losing long ones.

    Args:
        hashes: in the order of the text.

    Example:
        >>> winnowed(np.array([5, 9, 2, 7, 8, 6, 9], dtype=np.uint64)).tolist()
        [2, 6]
    """
    if len(hashes) <= _WINDOW:
        return np.unique(hashes)[:1]
    windows = np.lib.stride_tricks.sliding_window_view(hashes, _WINDOW)
    return np.unique(windows.min(axis=1))


def _strings(found: Features) -> Iterator[tuple[Kind, str]]:
    for said in found.quotes:
        yield Kind.QUOTATION, " ".join(said)
    telling = [value for value in found.figures if bits(value) >= _TELLING]
    for value in telling:
        yield Kind.FIGURE, f"{value:.12g}"
    for pair in pairwise(telling):
        yield Kind.FIGURES, " ".join(f"{value:.12g}" for value in sorted(pair))
    yield from _names(found)
    if found.document.url:
        yield Kind.ADDRESS, address(found.document.url)
    for link in links(found.document):
        yield Kind.ADDRESS, link


def _names(found: Features) -> Iterator[tuple[Kind, str]]:
    for name in found.names:
        yield Kind.NAME, _sound(name)
    for word in dict.fromkeys(found.words.folded[:_UNCASED_WORDS]):
        if uncased(word) and len(skeleton(word)) >= _LONG_SOUND:
            yield Kind.NAME, skeleton(word)
    for (one, first), (other, second) in pairwise(found.names.items()):
        if second.start - first.end == 1:
            yield Kind.NAMES, f"{_sound(one)} {_sound(other)}"


def _sound(name: str) -> str:
    """Write a name by its consonants, so that other scripts have the same key; short ones as they are."""
    sound = skeleton(name)
    return sound if len(sound) > SHORTEST else name


def _key(kind: Kind, text: str) -> int:
    digest = hashlib.blake2b(text.encode(errors="replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> KINDS << KINDS | kind


def _mixed(hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Spread hashes evenly over their bits (the finisher of SplitMix64)."""
    mixed = (hashes ^ (hashes >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))
