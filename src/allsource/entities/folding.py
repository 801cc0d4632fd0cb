"""How is a name of any script written in plain letters, so that it can be compared?

``anyascii`` writes every script in ASCII; case goes, apostrophes go, all else that is neither letter nor
digit parts words. What comes out is no transliteration of any standard: vowels that a script does not write are missing, and Chinese characters
come in their standard Mandarin reading. It fails for characters read in Japanese or Cantonese.
"""

import re
from functools import lru_cache

from anyascii import anyascii

__all__ = ["LONGEST", "fold", "fold_words", "is_latin", "letters"]

LONGEST = 2_000
"""A name of more characters is none."""

_APOSTROPHES = str.maketrans("", "", "'`\"^\u02bb\u02bc\u2018\u2019\u02be\u02bf")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PARTED = re.compile(r"[^a-z0-9]+")
_DOTTED = re.compile(r"(?:\b[^\W\d_]\.){2,}(?:[^\W\d_]\b)?")
_LETTERS = str.maketrans("0134569", "oieasbg")
_HIDDEN = re.compile(r"\b[a-z]+(?:[0134569][a-z]+)+")
_MARKS = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


@lru_cache(maxsize=8_192)
def fold(text: str) -> str:
    """Write a name in words of ASCII letters and digits, in lower case.

    Args:
        text: a name in any script.

    Returns:
        Words parted by single spaces; empty where nothing can be read.

    Example:
        >>> fold("Jörg O'Vell-Łanć")
        'jorg ovell lanc'
        >>> fold("Орлан Велл")
        'orlan vell'
    """
    if not text.isascii():
        text = _MARKS.sub("", text)
        text = _HAN.sub(lambda run: " " + _CAMEL.sub(" ", anyascii(run.group())) + " ", text)
        text = anyascii(text)
    return _PARTED.sub(" ", text.translate(_APOSTROPHES).casefold()).strip()


def letters(words: str) -> str:
    """Read digits between the letters of a word as the letters that they look like.

    Example:
        >>> letters("ig0r sech1n b2")
        'igor sechin b2'
    """
    if words.isalpha() or not _HIDDEN.search(words):
        return words
    return _HIDDEN.sub(lambda found: found.group().translate(_LETTERS), words)


def fold_words(text: str) -> str:
    """Fold the name of a body: single letters with full stops between them are one word.

    Example:
        >>> fold_words("Orlan Works S.A.")
        'orlan works sa'
    """
    return fold(_DOTTED.sub(lambda found: found.group().replace(".", "") + " ", text))


def is_latin(text: str) -> bool:
    """Say whether a name is written in Latin letters, or has no letters.

    Example:
        >>> is_latin("Jörg"), is_latin("Орлан")
        (True, False)
    """
    return text.isascii() or not any(
        letter.isalpha() and ord(letter) > 0x24F and not 0x1E00 <= ord(letter) <= 0x1EFF
        for letter in text
    )
