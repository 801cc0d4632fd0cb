"""Which nouns are for things that are made, and which may point back to one that was named?

"The ships" may be the ferries told of before, "the frigates" may not; "units" may be anything. Words
and their broader words are those of ``vocab/made_things.yaml``.

It fails on nouns that no class lists: then a name beside one is not known for a thing's.
"""

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_generic", "is_made", "may_mean", "noun_of", "words_of"]


@lru_cache(maxsize=1)
def _broader() -> Mapping[str, frozenset[str]]:
    """What each noun may also be called by a broader word."""
    found: dict[str, set[str]] = {}
    for row in load("made_things")["classes"]:
        for word in row["words"]:
            found.setdefault(word, set()).update(row["above"])
    return {word: frozenset(above) for word, above in found.items()}


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(_broader()) | frozenset(
        word for above in _broader().values() for word in above
    )


@lru_cache(maxsize=32)
def words_of(part: str, key: str) -> frozenset[str]:
    """Give one list of words of the vocabulary."""
    return frozenset(load("made_things")[part][key])


def noun_of(token: "Token") -> str:
    """Give the singular of a noun as the vocabulary has it.

    A plural that the parser leaves as it stands loses its ending.
    """
    lemma = token.lemma_.lower()
    plain = lemma.removesuffix("s")
    return plain if lemma not in _known() and plain in _known() else lemma


def is_made(noun: str) -> bool:
    """Say whether a noun, lower case and singular, is one for a thing that is made.

    Example:
        >>> is_made("ferry"), is_made("minister")
        (True, False)
    """
    return noun in _known()


def is_generic(noun: str) -> bool:
    """Say whether a noun stands for whatever is made."""
    return noun in words_of("generic", "words")


def may_mean(noun: str, called: Collection[str], *, loosely: bool) -> bool:
    """Say whether a noun may point back to a thing that is called by some nouns.

    Args:
        noun: lower case and singular.
        called: the nouns of the thing, none where the text says only its name.
        loosely: the phrase points back ("the"): then a name of which no noun is known will do.

    Example:
        >>> may_mean("ship", {"ferry"}, loosely=True), may_mean("tug", {"ferry"}, loosely=True)
        (True, False)
    """
    if is_generic(noun) or noun in called:
        return True
    if not called:
        return loosely and is_made(noun)
    return any(noun in _broader().get(one, ()) for one in called)
