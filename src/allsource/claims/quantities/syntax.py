"""Which words are tied to a number by the grammar of its clause?

From the number's token the heads are climbed, as far as the clause goes; at
each step the head's own dependents are tied too. Nearer words come first.

It fails where the parser hangs a phrase on the wrong head, mostly after a dash.
"""

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["climb", "is_present", "is_verb", "linked", "subject"]

_STEPS = 9
_WIDTH = 24
_LEFT_BEHIND = frozenset({"relcl", "advcl", "ccomp", "parataxis", "conj", "acl"})
_OUT_OF_CLAUSE = frozenset({"ccomp", "parataxis"})


def climb(token: "Token") -> Iterator["Token"]:
    """Give the token and its heads, nearest first, up to the verb that embeds its clause."""
    yield token
    here = token
    for _ in range(_STEPS):
        if here.head.i == here.i or here.dep_ in _OUT_OF_CLAUSE or here.lower_ == "according":
            return
        here = here.head
        yield here


def linked(token: "Token") -> Iterator["Token"]:
    """Give the words tied to ``token``: each head, then what hangs on it, nearest head first.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> doc = parse_text("The price per kit fell to $40.").paragraphs[0].doc
        >>> "kit" in [word.text for word in linked(doc[7])]
        True
    """
    below: int | None = None
    for head in climb(token):
        if head.i != token.i:
            yield head
        for child in list(head.children)[:_WIDTH]:
            if child.i == below or child.dep_ in _LEFT_BEHIND:
                continue
            yield from _phrase(child)
        below = head.i


def _phrase(token: "Token") -> Iterator["Token"]:
    """Give a dependent with its own modifiers and the objects of its prepositions."""
    yield token
    for child in list(token.children)[:_WIDTH]:
        if child.dep_ in _LEFT_BEHIND:
            continue
        yield child
        if child.dep_ in {"prep", "pobj", "prt", "compound"}:
            yield from chain.from_iterable(
                [grand, *list(grand.children)[:4]] for grand in list(child.children)[:4]
            )


def subject(token: "Token") -> "Token | None":
    """Give the subject of the clause that holds ``token``, or of the clause above a participle."""
    for head in climb(token):
        for child in list(head.children)[:_WIDTH]:
            if child.dep_ in {"nsubj", "nsubjpass"} and child.i != token.i:
                return child
    return None


def is_verb(token: "Token") -> bool:
    """Say whether a token is a verb, also where the tagger took "costs" with a subject for a noun."""
    return token.pos_ in {"VERB", "AUX"} or any(c.dep_ == "nsubj" for c in token.children)


def is_present(token: "Token") -> bool:
    """Say whether a verb of one thing stands in the present, also where it was tagged a plural noun.

    A bare "cost" of one thing is past ("a pier cost"), whatever its tag.
    """
    present = token.tag_ in {"VBZ", "VBP", "VBG", "NNS"}
    return present and token.lower_ != token.lemma_.lower() and is_verb(token)
