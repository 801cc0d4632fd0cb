"""Is it things of a named type that are counted?

"Two F-16s", "12 Orlan-7 drones", "630 Model 3s": the designation is a name and its
number no quantity; what is counted is the noun after it, or the type itself where
no noun follows.

It fails on types written without capital or number ("two flankers").
"""

from dataclasses import dataclass

from allsource.claims.quantities.words import Word

__all__ = ["Designator", "designator"]

_HYPHENS = frozenset("-‐‑–—−")
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Designator:
    """A type that is counted.

    Args:
        name: in the singular.
        last: one past its last word, with a plural "s".
        plural: it bears the plural itself, so nothing more is counted.
    """

    name: str
    last: int
    plural: bool


def designator(words: tuple[Word, ...], at: int) -> Designator | None:
    """Read a type designation from word ``at``, or None.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> from allsource.claims.quantities.words import cut
        >>> designator(cut(parse_text("They lost two F-16s.").paragraphs[0]), 3)
        Designator(name='F-16', last=7, plural=True)
    """
    if at >= len(words) or not words[at].is_word or not words[at].text[0].isupper():
        return None
    end = at + 1
    while end < min(len(words), at + _LONGEST) and _goes_on(words, end):
        end += 1
    if end == at + 1 and (_numbered(words, at) or _typed(words, at)):
        end = at + 2
    if not any(word.is_number for word in words[at:end]):
        return None
    plural = end < len(words) and words[end].lower == "s" and words[end].glued
    text = words[at].token.doc.text[words[at].start : words[end - 1].end]
    return Designator(text, end + plural, plural)


def _goes_on(words: tuple[Word, ...], index: int) -> bool:
    """Say whether a word is glued to the name; its plural "s" is no part of it."""
    word = words[index]
    if not word.glued or (word.lower == "s" and words[index - 1].is_number):
        return False
    return word.is_number or word.is_word or (
        word.text in _HYPHENS and index + 1 < len(words) and words[index + 1].glued
    )  # fmt: skip


def _typed(words: tuple[Word, ...], at: int) -> bool:
    """Say whether a name with a bare number stands before what is counted: "six Type 31 frigates"."""
    tail = words[at + 1 : at + 3]
    named = len(tail) > 1 and tail[0].text.isdecimal() and not tail[0].glued
    return named and tail[1].token.tag_ == "NNS" and words[at].token.pos_ in {"PROPN", "NOUN"}


def _numbered(words: tuple[Word, ...], at: int) -> bool:
    """Say whether a plural number of a series follows: "Model 3s"."""
    tail = words[at + 1 : at + 3]
    return len(tail) > 1 and tail[0].is_number and tail[1].lower == "s" and tail[1].glued
