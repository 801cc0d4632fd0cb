"""Which noun bears a sum or a measure?

"Revenue of $7bn", "the fee rose to £14.5m", "the budget is $4 million": the noun that
the amount hangs on with "of", or the subject of a verb of being or change. Who
pays, earns or reports is no bearer.

It fails where the noun stands in another sentence.
"""

from typing import TYPE_CHECKING

from allsource import vocab
from allsource.claims.quantities.syntax import climb, subject
from allsource.claims.quantities.units import is_measured

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["bearer"]


def bearer(token: "Token") -> str | None:
    """Name the noun that an amount is told of, or None.

    Args:
        token: the token that bears the number's grammar.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> doc = parse_text("It reported revenue of $7 billion.").paragraphs[0].doc
        >>> bearer(doc[6])
        'revenue'
    """
    for here in climb(token):
        if here.pos_ in {"VERB", "AUX"}:
            break
        link = here.head
        if here.dep_ == "pobj" and link.lower_ == "of" and link.head.pos_ == "NOUN":
            return _name(link.head)
    found = subject(token)
    if found is None or found.pos_ != "NOUN" or not _tells(found.head):
        return None
    return _name(found)


def _tells(verb: "Token") -> bool:
    """Say whether a verb tells what its subject is or comes to."""
    changes = vocab.load("changes")
    lemma = verb.lemma_.lower()
    moved = any(lemma in ways for ways in changes["verbs"].values())
    passive = any(child.dep_ == "nsubjpass" for child in verb.children)
    transitive = any(child.dep_ == "dobj" for child in verb.children)
    return lemma in changes["bearing"] or passive or (moved and not transitive)


def _name(noun: "Token") -> str | None:
    lemma = noun.lemma_.lower()
    bare = lemma in vocab.load("changes")["extremes"] or is_measured(lemma)
    numbered = any(child.dep_ == "nummod" for child in noun.children)
    if bare or numbered:
        return None
    before = [child for child in noun.lefts if child.dep_ in {"amod", "compound"}]
    if any(child.i + len(before) < noun.i for child in before):
        return str(noun.text)
    return " ".join(part.text for part in [*before, noun])
