"""Which fraction do these words or digits write?

"1/2", "½", "two-thirds", "a third of", "half of the", "by half".

It fails on "quarter" and "second" where they name a time and no word betrays it.
"""

import unicodedata

from allsource import vocab
from allsource.claims.quantities.words import Word
from allsource.claims.quantities.written import HYPHENS, Number, digits, lower_at

__all__ = ["read_fraction"]

_WHOLES = frozenset({"of", "the", "its", "their", "all", "an", "our", "his", "her"})
_BEFORE_PART = frozenset({"almost", "nearly", "about", "roughly", "around", "than", "over", "least", "under",
                          "approximately", "barely", "which", "whom", "those"})  # fmt: skip


def read_fraction(words: tuple[Word, ...], at: int) -> Number | None:
    """Read "1/2", "½", "two-thirds", "a third of", "half of"."""
    word = words[at]
    if unicodedata.category(word.text[0]) == "No" and len(word.text) == 1:
        part = unicodedata.numeric(word.text)
        return Number(at, at + 1, part, "fraction") if 0 < part < 1 and not word.glued else None
    return _slashed(words, at) or _named_fraction(words, at)


def _slashed(words: tuple[Word, ...], at: int) -> Number | None:
    if at + 2 >= len(words) or words[at + 1].text not in "/⁄" or not words[at + 1].glued:
        return None
    top, bottom = digits(words[at]), digits(words[at + 2])
    fits = top is not None and bottom is not None and 0 < top < bottom <= 1000
    if not fits or not words[at + 2].glued or top is None or bottom is None:
        return None
    return Number(at, at + 3, top / bottom, "fraction")


def _named_fraction(words: tuple[Word, ...], at: int) -> Number | None:
    tables = vocab.load("scales")
    parts, word = tables["fractions"], lower_at(words, at)
    jump = 2 if lower_at(words, at + 1) in HYPHENS else 1
    part = parts.get(lower_at(words, at + jump))
    many = tables["cardinals"].get(word)
    plural = lower_at(words, at + jump).endswith(("s", "lves"))
    if many and part and 1 <= many < 10 and (plural == (many > 1)):
        return Number(at, at + jump + 1, many * part, "fraction")
    before = lower_at(words, at - 1)
    whole = lower_at(words, at + 1)
    by_half = (before == "by" and whole != "a") or whole in _WHOLES
    if word == "half" and (by_half or _stands_alone(words, at)):
        return Number(at, at + 1, 0.5, "fraction")
    amount = before == "a" and (
        lower_at(words, at - 2) == "by" or _alone(words, at) or _partitive(words, at - 1, at + 1)
    )
    if word in parts and ((before in {"a", "another"} and whole == "of") or amount):
        return Number(at, at + 1, parts[word], "fraction")
    return None


def _stands_alone(words: tuple[Word, ...], at: int) -> bool:
    """Say whether "half" stands for its whole: "barely half still sound", "half were imported"."""
    following = words[at + 1] if at + 1 < len(words) else None
    token = words[at].token
    if following is not None and (
        following.token.pos_ in {"NOUN", "PROPN", "NUM"}
        or following.lower in {"-", "a", "an", "way"}
    ):
        return False
    if lower_at(words, at - 1) in _BEFORE_PART:
        return True
    return token.dep_ in {"nsubj", "nsubjpass"} and token.head.pos_ in {"VERB", "AUX"}


def _partitive(words: tuple[Word, ...], article: int, after: int) -> bool:
    """Say whether "a third" is a part of what was told: "of those a third are", "from a quarter to"."""
    following = words[after] if after < len(words) else None
    if following is None:
        return False
    named = following.token.pos_ in {"NOUN", "PROPN", "NUM"} or following.lower in {"time", "-"}
    before = lower_at(words, article - 1)
    opened = before in {"those", "which", "whom", "them", "from"} or (
        before == "or" and following.text == ","
    )
    compared = before in _BEFORE_PART and following.lower in {"fewer", "more", "less"}
    return (opened and not named) or compared


def _alone(words: tuple[Word, ...], at: int) -> bool:
    """Say whether "almost a third" stands for an amount: no noun after it, and bounded before."""
    following = words[at + 1] if at + 1 < len(words) else None
    noun = following is not None and following.token.pos_ in {"NOUN", "ADJ", "PROPN", "NUM"}
    later = following is not None and following.lower in {"ago", "earlier", "later", "of"}
    return not noun and not later and lower_at(words, at - 2) in _BEFORE_PART
