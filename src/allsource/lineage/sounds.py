"""How would a name be told by its consonants, in whatever script it is written?

Words are written in Latin letters (``anyascii``) and reduced to consonants of
which scripts agree: "Quellin", «Квеллин» and "کوئلین" all give ``kln``. Vowels,
h, v, w and y are left out, since Arabic script leaves out the first and
transcriptions differ in the others. Two words are one name where these agree,
or begin alike with an ending behind ("Tarnholm", «Тарнхольмская»), and the Latin
letters are alike too.

It fails for names that are translated and not transcribed, for names of less
than three such consonants, and for sounds that a language writes in its own way
("Hamburg", «Гамбург»).
"""

import re
from functools import lru_cache

from anyascii import anyascii  # type: ignore[import-untyped,unused-ignore]
from rapidfuzz.fuzz import ratio

__all__ = ["SHORTEST", "one_name", "skeleton", "uncased"]

SHORTEST = 3
"""Consonants of a name that tell it from chance."""

_PREFIX = 4
"""Consonants that must agree where one word has an ending that the other lacks."""

_ENDING = 3
_ALIKE = 55.0
"""Likeness of the Latin letters, of 100."""

_DIGRAPHS = (("dzh", "j"), ("ph", "f"), ("kh", ""), ("ts", "s"), ("tz", "s"), ("x", "ks"))
_SAME = str.maketrans({"c": "k", "q": "k", "z": "s"})
_SILENT = re.compile(r"[^a-z]|[aeiouhvwy]")
_DOUBLED = re.compile(r"(.)\1+")
_UNCASED = re.compile(r"[\u0590-\u08ff]")


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """Give the telling consonants of a word.

    Example:
        >>> skeleton("Quellin"), skeleton("Квеллин"), skeleton("Квеллина")
        ('kln', 'kln', 'kln')
    """
    latin = _latin(word)
    for one, other in _DIGRAPHS:
        latin = latin.replace(one, other)
    return _DOUBLED.sub(r"\1", _SILENT.sub("", latin.translate(_SAME)))


def one_name(one: str, other: str) -> bool:
    """Say whether two words may be one name in two scripts or languages.

    Example:
        >>> one_name("Tarnholm", "Тарнхольмская"), one_name("Tarnholm", "Торнелла")
        (True, False)
    """
    left, right = skeleton(one), skeleton(other)
    short, long = sorted((left, right), key=len)
    same = left == right and len(short) >= SHORTEST
    ended = len(short) >= _PREFIX and long.startswith(short) and len(long) - len(short) <= _ENDING
    return (same or ended) and ratio(_latin(one), _latin(other)) >= _ALIKE


def uncased(word: str) -> bool:
    """Say whether a word is of a script without capitals, so that nothing marks a name."""
    return _UNCASED.match(word) is not None


@lru_cache(maxsize=200_000)
def _latin(word: str) -> str:
    return str(word if word.isascii() else anyascii(word)).casefold()
