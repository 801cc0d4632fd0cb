"""How do two parts of names stand to each other: one name, two spellings, a slip, or two names?

In this order: equal; written alike once what transliterations and spelling habits change is levelled
(sch, sh and š; Mohamed and Mouhammad); forms of one name after the table of parts; a name and its short
form; an initial; a few letters apart, or the letters of a name in disorder. Two parts a few letters apart that
are both names of their own (Frederik, Friederike) are told as such: they are more often two persons than a slip.

It fails for slips that happen to give another name, and for short names.
"""

import re
from collections import Counter
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA, JaroWinkler

from allsource.entities.parts import FEMALE, KNOWN, MALE, known

__all__ = ["Relation", "Sort", "consonants", "relation", "spelling"]


class Sort(IntEnum):
    """How two parts stand to each other, the closest first."""

    EQUAL = 0
    SPELLED = 1
    FORM = 2
    SHORT = 3
    NEAR = 4
    INITIAL = 5
    NEIGHBOUR = 6
    SOUND = 7
    NONE = 8


class Relation(NamedTuple):
    """How two parts stand to each other.

    Args:
        sort: in which way.
        likeness: from 0 (nothing in common) to 1 (equal).
        genders: the one is a man's name and the other a woman's.
        listed: a slip or the same consonants, and yet both are names that some list has.
    """

    sort: Sort
    likeness: float
    genders: bool = False
    listed: bool = False


_LEVELLED = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"([aou])e(?=[^aeiouy])", r"\1"),
        (r"quist$", "kvist"),
        (r"^mac(?=[^aeiouk])", "mk"),
        (r"s?cht?sch|shch", "s"),
        (r"t?sch|tch|tsh|sh|ch|cz", "s"),
        (r"dzh|dsch|zh|dj|dz", "z"),
        (r"x", "ks"),
        (r"kh|gh|q|ck|c", "k"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"w", "v"),
        (r"oo|ou", "u"),
        (r"ee|yi|iy|ij|ii|yy|ie|ey|ei|ai|ay|aj|ej", "i"),
        (r"[yj]", "i"),
        (r"aa", "a"),
        (r"ia|ea", "a"),
        (r"e", "i"),
        (r"o", "u"),
        (r"h", ""),
        (r"(.)\1+", r"\1"),
    )
)
_VOWELS = str.maketrans("", "", "aeiouyhw")
_ALL_VOWELS = str.maketrans("", "", "aeiouyw")
_SOUNDS = str.maketrans("cqgzvbpdj", "kkkssffti")
_GLUED = (
    "al",
    "el",
    "bin",
    "ben",
    "ibn",
    "van",
    "von",
    "de",
    "la",
    "le",
    "ad",
    "an",
    "as",
    "ash",
)
_SHORTEST_GLUED = 4
_SCRAMBLED = 0.65
_SHORTEST_JUMBLED = 5


@lru_cache(maxsize=32_768)
def spelling(part: str) -> str:
    """Level what transliterations and spelling habits change.

    Example:
        >>> spelling("mohammed") == spelling("mouhamed")
        True
        >>> spelling("schukow") == spelling("shukov")
        True
    """
    for pattern, by in _LEVELLED:
        part = pattern.sub(by, part)
    return part


@lru_cache(maxsize=32_768)
def consonants(part: str) -> str:
    """Give the consonants of a part, those that sound alike as one.

    Example:
        >>> consonants("karim") == consonants("kryem")
        True
    """
    return re.sub(r"(.)\1+", r"\1", spelling(part).translate(_VOWELS).translate(_SOUNDS))


@lru_cache(maxsize=65_536)
def relation(one: str, other: str) -> Relation:
    """Tell how two folded parts stand to each other.

    Example:
        >>> relation("orlan", "orlan").sort.name, relation("bill", "william").sort.name
        ('EQUAL', 'SHORT')
        >>> relation("vellar", "velalr").sort.name, relation("v", "vell").sort.name
        ('NEAR', 'INITIAL')
    """
    if one == other:
        return Relation(Sort.EQUAL, 1.0)
    if one > other:
        return relation(other, one)
    if len(one) == 1 or len(other) == 1:
        same = one[0] == other[0]
        return Relation(Sort.INITIAL, 0.6) if same else Relation(Sort.NONE, 0.0)
    if not (one.isalpha() and other.isalpha()):
        return Relation(Sort.NONE, 0.0)
    return _of_names(one, other)


def _of_names(one: str, other: str) -> Relation:
    left, right = known(one), known(other)
    genders = _one_gender(left.use) + _one_gender(right.use) == MALE + FEMALE
    if left.forms & right.forms:
        return Relation(Sort.FORM, 0.95, genders)
    alike = spelling(one), spelling(other)
    if alike[0] == alike[1] and len(alike[0]) > 3:
        return Relation(Sort.SPELLED, 0.97, genders)
    if left.short & right.short:
        return Relation(Sort.SHORT, 0.9)
    if _glued(one, other) or _glued(other, one):
        return Relation(Sort.SPELLED, 0.9)
    apart = min(OSA.distance(one, other), 0.5 + OSA.distance(*alike))
    rarer, commoner = sorted((left.level, right.level))
    genders = genders or (rarer >= KNOWN and one + "a" == other and bool(right.use & FEMALE))
    two_names = rarer > KNOWN or (rarer == KNOWN < commoner and apart > 1)
    found = _of_letters(one, other, apart, genders, two_names=two_names)
    if found.sort is Sort.NONE and not rarer and commoner and _damaged(one, other):
        return Relation(Sort.NEAR, _SCRAMBLED)
    listed = rarer >= KNOWN and found.sort in {Sort.NEAR, Sort.SOUND}
    return found._replace(listed=True) if listed else found


def _of_letters(one: str, other: str, apart: float, genders: bool, *, two_names: bool) -> Relation:
    """Tell a slip, the same consonants, or nothing, by so many letters that are apart."""
    longest = max(len(one), len(other))
    likeness = 1 - apart / longest
    ends = (one[0] == other[0]) + (one[-1] == other[-1])
    if _a_slip(apart, longest, ends):
        return Relation(Sort.NEIGHBOUR if two_names or genders else Sort.NEAR, likeness, genders)
    if longest > 3 and not two_names and sorted(one) == sorted(other):
        return Relation(Sort.NEAR, _SCRAMBLED, genders)
    first, second = consonants(one), consonants(other)
    if first == second and (len(first) > 2 or (longest > 3 and _hard(one) == _hard(other))):
        return Relation(Sort.SOUND, max(likeness, 0.6), genders)
    return Relation(Sort.NONE, max(likeness, JaroWinkler.similarity(one, other) - 0.3), genders)


def _damaged(one: str, other: str) -> bool:
    """Say whether a word has the letters of a name in any order, one of them lost, or of four another one."""
    short, long = sorted((one, other), key=len)
    if len(short) == len(long) == _SHORTEST_GLUED and OSA.distance(one, other) <= 1:
        return True
    if len(long) < _SHORTEST_JUMBLED or len(long) - len(short) > 1:
        return False
    return not Counter(short) - Counter(long)


@lru_cache(maxsize=32_768)
def _hard(part: str) -> str:
    """Give the consonants with every h, where there are three; else the part itself."""
    found = re.sub(r"(.)\1+", r"\1", part.translate(_ALL_VOWELS))
    return found if len(found) > 2 else part


def _a_slip(apart: float, longest: int, ends: int) -> bool:
    """Say whether so few letters apart are a slip: more are allowed in longer words."""
    if longest < 4 or (longest == 4 and ends < 2):
        return False
    return apart <= (1 if longest < 6 else 1.5 if longest < 8 else 2 if longest < 12 else 3)


def _glued(long: str, short: str) -> bool:
    """Say whether the one is the other with a particle written onto its front."""
    if len(short) < _SHORTEST_GLUED or len(long) <= len(short):
        return False
    return any(
        long.startswith(front) and spelling(long[len(front) :]) == spelling(short)
        for front in _GLUED
    )


def _one_gender(use: int) -> int:
    """Give the bit of the one gender that bears a name; 0 where both or none do."""
    borne = use & (MALE | FEMALE)
    return borne if borne in {MALE, FEMALE} else 0
