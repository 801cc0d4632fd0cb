"""Which letters of a Latin text only look Latin?

Pages that hide a copy put letters of another script into words, which read the
same and compare as another text. A word that mixes Latin letters with Cyrillic
or Greek ones is *masked*; its letters that look Latin are read as Latin ones,
one for one, so that places stay what they are. In a text with masked words, so
are words of such letters throughout ("МРА"); other words are left alone, and so
are units (the Greek mu).

It fails for texts in which every masked word is masked throughout.
"""

import re
from functools import lru_cache

from allsource.vocab import load

__all__ = ["masked", "plain"]

_LATIN, _OTHER = "A-Za-z", "\u0370-\u03bb\u03bd-\u03ff\u0400-\u04ff\u0500-\u052f"
_MIXED = re.compile(rf"[{_LATIN}][{_OTHER}]|[{_OTHER}][{_LATIN}]")
_WORD = re.compile(r"[^\W\d_]+")


def masked(text: str) -> bool:
    """Say whether a text has a word that mixes Latin letters with others.

    Example:
        >>> masked("Orlаn Works"), masked("Orlan Works"), masked("завод Orlan")
        (True, False, False)
    """
    return not text.isascii() and _MIXED.search(text) is not None


def plain(text: str) -> str:
    """Write masked words in Latin letters; the text stays as long as it is.

    Reach for it before words of pages are compared or looked for.

    Example:
        >>> plain("Orlаn Works"), plain("завод")
        ('Orlan Works', 'завод')
    """
    return _WORD.sub(_unmasked, text) if masked(text) else text


def _unmasked(match: re.Match[str]) -> str:
    word, table = match.group(), _table()
    alike = all(ord(letter) in table for letter in word)
    return word.translate(table) if alike or _MIXED.search(word) else word


@lru_cache(maxsize=1)
def _table() -> dict[int, int]:
    scripts = load("scripts").values()
    return {
        ord(other): ord(latin)
        for script in scripts
        for other, latin in zip(script["others"], script["latin"], strict=True)
    }
