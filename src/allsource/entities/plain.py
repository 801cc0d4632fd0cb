"""How is a name of a case written, so that equal names are equal and short ones are found in long ones?

Honorifics, articles and a possessive go (other titles may be part of a body's name, "General Orlan Works", and are set
aside where a name is read in its sentence); "&" is "and", "St." is "Saint"; the rest is folded. Words that a hyphen joins stay one
word ("Lindqvist-Ames" is never called "Ames"), except behind a particle or a number ("al-Orlan", "Orlan-9").

It fails where an honorific is a name.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from allsource.entities.folding import LONGEST, fold
from allsource.entities.words import words
from allsource.vocab import load

__all__ = ["Plain", "best_written", "key", "plain"]

Plain = tuple[str, ...]
"""The folded words of a name, in order."""

_POSSESSIVE = re.compile(r"['’‘`]s?$")
_DOTS = re.compile(r"(?<=\b\w)\.(?=\w\b|\s|$)")


@lru_cache(maxsize=32_768)
def plain(name: str) -> Plain:
    """Give the folded words of a name.

    Args:
        name: as it is written.

    Example:
        >>> plain("Gen. Timo al-Orlan"), plain("Vell & Keel"), plain("the Orlan-9")
        (('timo', 'al', 'orlan'), ('vell', 'and', 'keel'), ('orlan', '9'))
    """
    said = _DOTS.sub("", _POSSESSIVE.sub("", name[:LONGEST])).split()
    while len(said) > 1 and said[0].rstrip(".").casefold() in _before():
        said = said[1:]
    found: list[str] = []
    for word in said:
        bare = word.rstrip(".,").casefold()
        if bare in _written_out() and len(said) > 1:
            found.append(_written_out()[bare])
            continue
        parts = [part for part in map(fold, re.split(r"[-‑–]", word)) if part]
        glued = not any(p in words().particles or p.isdigit() for p in parts)
        found += ["".join(parts).replace(" ", "")] if glued and parts else parts
    return tuple(part for part in found if part)


def key(name: str) -> str:
    """Give what two names that are written alike have in common.

    Example:
        >>> key("Al-Orlan Works") == key("Al Orlan works"), key("Jean-Vell Keel") == key("Jean Vell Keel")
        (True, True)
    """
    return "".join(plain(name))


def best_written(names: Iterable[str]) -> str:
    """Choose how a name is shown: not in capitals, without a possessive, in its longest form.

    Example:
        >>> best_written(["VELL", "Vell's", "Vell"])
        'Vell'
    """
    return min(
        names,
        key=lambda name: (name.isupper(), bool(_POSSESSIVE.search(name)), -len(name), name),
    )


@cache
def _before() -> frozenset[str]:
    return frozenset({"the", "a", "an", *load("given_names")["honorifics"]["words"]})


@cache
def _written_out() -> dict[str, str]:
    found: dict[str, str] = load("identity")["written_out"]["words"]
    return found
