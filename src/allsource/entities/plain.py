"""How is a name of a case written, so that equal names are equal and short ones are found in long ones?

Titles, articles and a possessive go; "&" is "and", "St." is "Saint"; the rest is folded. Words that a hyphen joins stay one
word ("Lindqvist-Ames" is never called "Ames"), except behind a particle or a number ("al-Orlan", "Orlan-9").

It fails where a title is a name.
"""

import re
from functools import cache, lru_cache

from allsource.claims.titles import without_titles
from allsource.entities.folding import LONGEST, fold
from allsource.entities.words import words
from allsource.vocab import load

__all__ = ["Plain", "key", "plain"]

Plain = tuple[str, ...]
"""The folded words of a name, in order."""

_POSSESSIVE = re.compile(r"['’]s?$")
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
    said = _POSSESSIVE.sub("", without_titles(" ".join(name[:LONGEST].split())))
    found: list[str] = []
    for word in _DOTS.sub("", said).split():
        bare = word.rstrip(".,").casefold()
        if bare in _written_out() and (found or len(said.split()) > 1):
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


@cache
def _written_out() -> dict[str, str]:
    found: dict[str, str] = load("identity")["written_out"]["words"]
    return found
