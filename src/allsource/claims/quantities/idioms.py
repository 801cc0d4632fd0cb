"""Is the number a pronoun, or part of a set phrase?

"One must ask", "at one point", "the two countries": the words count nothing.

It fails on set phrases that the vocabulary does not know.
"""

from functools import lru_cache

from allsource import vocab
from allsource.claims.quantities.numbers import read_number
from allsource.claims.quantities.units import symbol_unit
from allsource.claims.quantities.words import Word, lowered
from allsource.claims.quantities.written import HYPHENS, Number, lower_at, word_at

__all__ = ["are_parties", "is_idiom", "is_pronoun"]


@lru_cache(maxsize=1)
def _idioms() -> dict[str, list[tuple[str, ...]]]:
    """Give the idioms by each word that they hold."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in vocab.load("designations")["idioms"]:
        phrase = tuple(entry["words"].replace("-", " ").replace("/", " / ").split())
        for word in phrase:
            found.setdefault(word, []).append(phrase)
    return found


def is_idiom(words: tuple[Word, ...], number: Number) -> bool:
    """Say whether a number is a word of a set phrase: "at one point"."""
    for phrase in _idioms().get(words[number.first].lower, ()):
        for start in range(max(0, number.first - len(phrase) + 1), number.first + 1):
            if lowered(words, start, len(phrase)) == phrase:
                return True
    return False


def is_pronoun(words: tuple[Word, ...], number: Number) -> bool:
    """Say whether "one" stands for a noun: it counts only before a noun or "of"."""
    if words[number.first].lower != "one" or number.last != number.first + 1:
        return False
    token, following = words[number.first].token, word_at(words, number.last)
    if following is None:
        return True
    counts = token.dep_ == "nummod" and following.is_word and token.head.i > token.i
    if following.lower in {"to", "or"} and read_number(words, number.last + 1) is not None:
        return False
    rated = following.lower in {"a", "an", "every"}
    if rated and lower_at(words, number.last + 1) in vocab.load("rates")["periods"]:
        return False
    hyphened = following.lower in HYPHENS and following.glued
    return not (counts or hyphened or symbol_unit(words, number.last) is not None
                or lower_at(words, number.last) in {"percent", "per"}
                or (following.lower == "of" and not _of_pronoun(words, number)))  # fmt: skip


def _of_pronoun(words: tuple[Word, ...], number: Number) -> bool:
    """Say whether "one of" goes on with a pronoun: "one of them"."""
    after = word_at(words, number.last + 1)
    return after is None or (after.token.pos_ == "PRON" and after.token.dep_ == "pobj")


def are_parties(words: tuple[Word, ...], number: Number) -> bool:
    """Say whether a known pair is named ("the two countries") and nothing counted."""
    if number.form != "words" or number.value not in {2, 3} or number.scale != 1:
        return False
    following = word_at(words, number.last)
    return (
        lower_at(words, number.first - 1)
        in {"the", "these", "those", "both", "all", "our", "their"}
        and following is not None
        and following.lemma in vocab.load("designations")["parties"]
    )
