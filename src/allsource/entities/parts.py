"""Which parts of names are forms of one another, how common is each, and who bears it?

A table of 400,000 parts, folded: which name each is a form of (Mohammed, Muhammad), which are short forms
(Bill, William), how common, and whether it stands as a man's, a woman's or a family's name. It is read
from one file of arrays and searched in place. Made by ``training/names/tables.py`` from Wikidata's items for
names (CC0, through rigour, MIT), lists of the US census of 1990 (public domain), Faker (MIT) and nicknames
(Apache-2.0). What lists keep apart (Mykola, Nikolai) is vocabulary.

It fails for names that no list has, which count as rare, and for two names that are written alike in
some language, which count as one.
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from allsource.vocab import load

__all__ = ["COMMON", "FAMILY", "FEMALE", "KNOWN", "MALE", "NICKNAMES", "Known", "hashed", "known"]

KNOWN = 1
"""How common a part is that some list has; 0 is in none, 2 in everyday use, and ..."""

COMMON = 3
"""... among the most common; also the two bits that tell it."""

MALE = 4
"""Bit of a man's name, and ..."""

FEMALE = 8
"""... of a woman's, and ..."""

FAMILY = 16
"""... of a family's."""

VOCABULARY, SHORTER = 1 << 19, 1 << 30
"""Groups from these numbers on are forms and short forms of ``vocab/name_forms.yaml``."""

NICKNAMES = 1 << 20
"""Groups from this number on join a name and its short form."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the table says of a part of a name.

    Args:
        level: how common, 0 (in no list) to 3.
        use: bits of ``MALE``, ``FEMALE``, ``FAMILY``.
        forms: names it is a form of, as numbers.
        short: pairs of name and short form it stands in.
    """

    level: int
    use: int
    forms: frozenset[int]
    short: frozenset[int]


_NONE: frozenset[int] = frozenset()
_NOTHING = Known(0, 0, _NONE, _NONE)


def hashed(part: str) -> int:
    """Give the number under which a part is kept.

    Example:
        >>> hashed("vell") == hashed("vell")
        True
    """
    return crc32(part.encode())


@lru_cache(maxsize=32_768)
def known(part: str) -> Known:
    """Tell what is known of a part of a name.

    Args:
        part: folded.

    Example:
        >>> bool(known("muhammad").forms & known("mohammed").forms)
        True
        >>> known("xqzvellx").level
        0
    """
    hashes, groups, uses = _table()
    key = np.uint32(hashed(part))
    first, last = np.searchsorted(hashes, key), np.searchsorted(hashes, key, side="right")
    also, shorter = (_vocabulary(kind).get(part, _NONE) for kind in ("forms", "short"))
    if first == last:
        return Known(KNOWN, 0, also, shorter) if also or shorter else _NOTHING
    of, said = groups[first:last].tolist(), uses[first:last].tolist()
    use = 0
    for one in said:
        use |= one & ~COMMON
    return Known(
        max(one & COMMON for one in said),
        use,
        also | frozenset(one for one in of if 0 < one < NICKNAMES),
        shorter | frozenset(one for one in of if one >= NICKNAMES),
    )


@lru_cache(maxsize=2)
def _vocabulary(kind: str) -> dict[str, frozenset[int]]:
    """Give the names of the vocabulary that each part is a form, or a short form, of, as numbers."""
    found: dict[str, set[int]] = {}
    number = SHORTER if kind == "short" else VOCABULARY
    for key, entry in load("name_forms").items():
        if (key == "short") != (kind == "short"):
            continue
        for forms in entry["forms"]:
            number += 1
            for form in forms:
                found.setdefault(form, set()).add(number)
    return {form: frozenset(some) for form, some in found.items()}


@lru_cache(maxsize=1)
def _table() -> tuple[NDArray[np.uint32], NDArray[np.uint32], NDArray[np.uint8]]:
    with files(__package__).joinpath("parts.npz").open("rb") as stream, np.load(stream) as held:
        return held["hashes"], held["groups"], held["uses"]
