"""Of whom or of what is the number told?

``of`` names the thing measured. This names what the clause speaks of: the whole of
a share, the noun that the amount stands at ("winds of 74 mph", "a 25% premium"),
else the subject of its verb ("Corrant has 900 workers": Corrant). A number that is
itself the subject is told of nothing else.

It fails where the subject is a pronoun, and where the parse hangs a phrase on the
wrong head.
"""

from typing import TYPE_CHECKING

from allsource.claims.parse import Paragraph
from allsource.claims.quantities.units import is_measured
from allsource.model.quantity import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["told_of"]

_STEPS = 8
_MODIFIES = frozenset({"compound", "nummod", "nmod", "amod", "quantmod", "npadvmod", "poss"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_KEPT = _NOUNS | {"ADJ", "NUM", "VERB", "X"}
_LEFT = frozenset({"relcl", "acl", "appos", "advcl", "ccomp", "conj"})
_LONGEST = 16


def told_of(paragraph: Paragraph, quantity: Quantity) -> str | None:
    """Give the words that name what a quantity is told of, or None.

    Reach for it to group numbers by what is spoken of; the thing measured is
    ``quantity.of``.

    Args:
        paragraph: the parsed stretch that holds the quantity.
        quantity: from ``find``, of the same text.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> from allsource.claims.quantities import find
        >>> line = "Corrant Works has 900 workers."
        >>> paragraph = parse_text(line).paragraphs[0]
        >>> told_of(paragraph, find(paragraph, line, (), "doc")[0])
        'Corrant Works'
    """
    offset = paragraph.span.start
    start, end = quantity.span.start - offset, quantity.span.end - offset
    span = paragraph.doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    found = _holder(span.root, quantity, span.start, span.end)
    return _phrase(found, span.start, span.end) if found is not None else None


def _holder(token: "Token", quantity: Quantity, start: int, end: int) -> "Token | None":
    counted = quantity.unit is not None and not is_measured(quantity.unit)
    whole = _after(token, {"of"})
    if whole is not None and (quantity.role == "share" or not counted):
        return whole
    if token.dep_ in {"nsubj", "nsubjpass"}:
        return None if counted else _predicate(token.head, token) or _outside(token)
    found = _climbed(token, start, end)
    if found is not None or counted:
        return found
    return _outside(token) or _earlier(token, start)


def _climbed(token: "Token", start: int, end: int) -> "Token | None":
    """Give the noun that the number stands at, or the subject of its verb."""
    for _ in range(_STEPS):
        head = token.head
        inside = start <= head.i < end or _numbered(head, start, end)
        if token.dep_ == "conj" or (token.dep_ in _MODIFIES | {"appos"} and inside):
            token = head
        elif token.dep_ in _MODIFIES | {"appos"} and head.pos_ in _NOUNS:
            return head
        elif token.dep_ == "pobj" and _numbered(head.head, start, end) and head.head.i < head.i:
            token = head.head
        else:
            break
    return _above(token.head) if token.dep_ == "pobj" else _subject(token)


def _numbered(token: "Token", start: int, end: int) -> bool:
    """Say whether a word is another number, or a unit with one, and so no holder itself."""
    number = token.pos_ == "NUM" or token.ent_type_ in {"MONEY", "PERCENT"} or token.text == "%"
    return number or any(
        child.dep_ == "nummod" and not start <= child.i < end for child in token.children
    )


def _outside(token: "Token") -> "Token | None":
    """Give the noun of a phrase after the number: "47 percent from the field"."""
    return _after(token, {"from", "in", "for", "at", "on", "by"})


def _earlier(token: "Token", start: int) -> "Token | None":
    """Give the nearest subject before the number in its sentence, else the first noun."""
    before = [one for one in token.sent if one.i < start and one.pos_ in _NOUNS]
    subjects = [one for one in before if one.dep_ in {"nsubj", "nsubjpass", "ROOT"}]
    return subjects[-1] if subjects else next(iter(before), None)


def _after(token: "Token", links: set[str]) -> "Token | None":
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in links:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _above(link: "Token") -> "Token | None":
    """Give the noun that a preposition hangs on, or the subject of its verb."""
    head = link.head
    if head.pos_ in _NOUNS and head.i < link.i:
        return head
    return _above(head) if head.dep_ == "prep" and head.head.i != head.i else _subject(head)


def _predicate(verb: "Token", number: "Token") -> "Token | None":
    found = (c for c in verb.children if c.dep_ in {"attr", "dobj"} and c.i != number.i)
    return next((one for one in found if one.pos_ in _NOUNS), None)


def _subject(token: "Token") -> "Token | None":
    """Give the subject of the clause above a token; a clause without one has that of its head."""
    for _ in range(_STEPS):
        found = next((c for c in token.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
        if found is not None and found.pos_ in _NOUNS:
            return found
        if token.dep_ in {"relcl", "acl"} and (found is None or found.tag_ in {"WDT", "WP"}):
            return token.head
        if found is not None and found.lower_ not in {"which", "that", "who"}:
            return None
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _phrase(noun: "Token", start: int, end: int) -> str | None:
    """Give the words of a noun phrase that name: no determiner, clause or the number itself."""
    words: list[str] = []
    for token in noun.subtree:
        if len(words) >= _LONGEST or start <= token.i < end or token.pos_ not in _KEPT:
            continue
        left = token
        while left.i != noun.i and left.dep_ not in _LEFT:
            left = left.head
        if left.i == noun.i:
            words.append(token.text)
    return " ".join(words) or None
