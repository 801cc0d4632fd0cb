"""Which noun does a quantity count, and does it point back to something?

The noun beside the number, or that a price is of; where there is none, the one that the reading of
quantities found further back. Beside it stands whether it points back ("the", "each", "its"), which
words tell its sort, and who does what is told with it.

It fails where the reading of quantities took the wrong noun.
"""

from typing import TYPE_CHECKING

from allsource.claims.clauses import child, lemma
from allsource.claims.made_things import is_made, noun_of, words_of
from allsource.claims.quantities.syntax import subject
from allsource.claims.quantities.units import is_measured
from allsource.model.quantity import Quantity
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

__all__ = [
    "PRICES",
    "counts",
    "doer_of",
    "is_definite",
    "is_fresh",
    "is_tally",
    "noun_before",
    "noun_beside",
    "party",
    "priced_alone",
    "sorts_of",
]

PRICES = frozenset({"unit cost", "price"})
"""Measures that are of one thing."""
_DEFINITE = frozenset({"the", "these", "those", "this", "that", "each", "every", "both"})
_OWNS = frozenset({"its", "their", "his", "her", "our"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_BACK = 60
"""Words looked back through for the noun that a bare number counts."""
_AFTER = 4
"""Words after a number in which that noun may stand: "nine of the pumps"."""


def counts(quantity: Quantity) -> bool:
    """Say whether a quantity counts things, or prices them; ages, measures and ranks do not."""
    if quantity.currency is not None:
        priced = quantity.measure in PRICES or quantity.measure == "contract"
        return priced or (quantity.per is not None and is_made(quantity.per))
    if quantity.role == "rank" or quantity.unit == "percent":
        return quantity.role == "share"
    return quantity.measure != "age" and not (quantity.unit and is_measured(quantity.unit))


def noun_beside(words: "Words", quantity: Quantity) -> "Token | None":
    """Give the counted noun among the words of a quantity, or the noun that its price is of.

    Args:
        words: of the quantity.
        quantity: as it was read.
    """
    last = (quantity.of or "").lower().split()[-1:]
    if quantity.currency is None:
        wanted = {quantity.unit, *last} - {None}
        near = [t for t in words if _is_called(t, wanted)]
        return near[-1] if near else None
    wanted = {quantity.per, *last} - {None, "unit"}
    near = [t for t in words.root.sent if _is_called(t, wanted)]
    found = min(near, key=lambda t: abs(t.i - words.root.i), default=None)
    return None if found is not None and is_tally(noun_of(found)) else found


def _is_called(token: "Token", wanted: "set[str | None]") -> bool:
    return token.pos_ in _NOUNS and bool({token.lower_, lemma(token), noun_of(token)} & wanted)


def is_tally(noun: str) -> bool:
    """Say whether a noun only tells that there is so much: "output", "the price".

    Example:
        >>> is_tally("output"), is_tally("engine")
        (True, False)
    """
    single = f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")
    return not words_of("tallies", "nouns").isdisjoint({noun, single})


def noun_before(words: "Words", quantity: Quantity) -> "Token | None":
    """Give the noun that the reading of quantities found for a bare number, the nearest of its kind.

    Args:
        words: of the quantity.
        quantity: as it was read.
    """
    doc, last = words.doc, (quantity.of or "").lower().split()[-1:]
    places = [*range(words.start - 1, max(-1, words.start - _BACK), -1)]
    places += range(words.end, min(len(doc), words.end + _AFTER))
    fits = (doc[at] for at in places if doc[at].lower_ in last and doc[at].pos_ in _NOUNS)
    return next(fits, None)


def priced_alone(amount: "Token") -> bool:
    """Say whether a price is told of "it", or as "the price", and is not what somebody pays."""
    own = subject(amount)
    if own is None:
        return False
    costs = lemma(own.head) in {*load("rates")["selling"], "be"}
    return noun_of(own) in {"price", "cost"} or (costs and own.lower_ in {"it", "they", "each"})


def is_definite(noun: "Token", quantity: Quantity | None = None) -> bool:
    """Say whether words point back: "the ferries", "its ferries", and "a ferry" in a price.

    Args:
        noun: their head.
        quantity: that counts it, if any.
    """
    determiner, owner = child(noun, "det"), child(noun, "poss")
    if determiner is not None and determiner.lower_ in _DEFINITE:
        return True
    if owner is not None and owner.lower_ in _OWNS:
        return True
    return quantity is not None and quantity.currency is not None and noun.tag_ == "NN"


def is_fresh(noun: "Token") -> bool:
    """Say whether words bring in a number of things anew: "eleven fishing boats"."""
    counted = child(noun, "nummod") is not None
    part = noun.dep_ == "pobj" and noun.head.lower_ == "of"
    return counted and not is_definite(noun) and not part


def sorts_of(noun: "Token") -> frozenset[str]:
    """Give the words before a noun that may tell which sort is meant."""
    kids = (k for k in noun.lefts if k.dep_ in {"amod", "compound", "nmod"} or k.tag_ == "VBN")
    kept = frozenset(lemma(k) for k in kids if not k.like_num)
    return kept | {k.lower_ for k in noun.lefts if k.lower_ in words_of("others", "words")}


def doer_of(token: "Token") -> "Token | None":
    """Give who does what is told with a word, None in a passive or where the word is the subject."""
    found = subject(token)
    if found is None or found.dep_ == "nsubjpass":
        return None
    return None if token.i in {t.i for t in found.subtree} else found


def party(doer: "Token") -> str:
    """Name who does something, in lower case: the whole name, or the noun."""
    if doer.pos_ != "PROPN":
        return lemma(doer)
    first = doer.i
    for kid in doer.lefts:
        if kid.dep_ in {"compound", "nmod"} and kid.text[0].isupper():
            first = min(first, kid.i)
    return str(doer.doc[first : doer.i + 1].text).casefold()
