"""In which language is a text written?

English is told by its function words: a fifth of the words of an English text
are words that hardly any other language has. Only a text that does not pass
this test is given to py3langid, which costs 131 MB once loaded; and it is
believed against English only with a margin and where English words are rare,
because a wrong "not English" silences a document. Texts of fewer than 40
letters are left untold.

It fails on texts that change language after their first 2,000 characters.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from allsource.model.document import Furniture
from allsource.vocab import load

__all__ = ["language"]

_SAMPLE = 2_000
_FEWEST_LETTERS = 40
_SURELY = 0.2
_HARDLY = 0.1
_CONFIDENCE = 0.9
_WORD = re.compile(r"[^\W\d_]+")


def language(text: str, furniture: Sequence[Furniture] = ()) -> str | None:
    """Tell the language of a text.

    Args:
        text: the stored text.
        furniture: its marks; what they cover is not looked at.

    Returns:
        An ISO 639-1 code, or None where the text is too short or the verdict too weak.

    Example:
        >>> language("The hall that was opened by the port is the largest of its kind in the land.")
        'en'
    """
    sample = _reporting(text, furniture)
    words = [word.lower() for word in _WORD.findall(sample)]
    if sum(len(word) for word in words) < _FEWEST_LETTERS:
        return None
    english = _english()
    share = sum(1 for word in words if word in english) / len(words)
    if share >= _SURELY and len(words) >= 8:
        return "en"
    code, confidence = _identifier().classify(sample)
    if code == "en" or (share >= _HARDLY and _is_latin(sample)):
        return "en"
    return str(code) if confidence >= _CONFIDENCE else None


def _reporting(text: str, furniture: Sequence[Furniture]) -> str:
    """Give the first characters that are not furniture."""
    parts: list[str] = []
    start = 0
    for mark in furniture:
        parts.append(text[start : min(mark.span.start, start + _SAMPLE)])
        start = mark.span.end
        if sum(map(len, parts)) >= _SAMPLE:
            break
    parts.append(text[start : start + _SAMPLE])
    return " ".join(parts)[:_SAMPLE]


def _is_latin(sample: str) -> bool:
    letters = [letter for letter in sample if letter.isalpha()]
    return sum(1 for letter in letters if letter < "\u0250") * 2 > len(letters)


@lru_cache(maxsize=1)
def _english() -> frozenset[str]:
    return frozenset(load("language")["english"])


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - 131 MB

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
