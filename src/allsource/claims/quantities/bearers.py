"""Which noun bears a sum or a measure?

"Revenue of $7bn", "the record, £9m for a keeper", "a deal worth £5m", "put the stock
at 61,000 tonnes", "cut its guidance to 31,000 tonnes", "the fee rose to £14.5m": the
noun that the amount hangs on, what a verb sets at or moves to the amount, or the
subject of a verb of being or change. Who pays, earns or reports is no bearer.

It fails where the noun stands in another sentence and no "it" points to it.
"""

from typing import TYPE_CHECKING

from allsource import vocab
from allsource.claims.quantities.syntax import climb, is_verb, subject
from allsource.claims.quantities.units import is_measured

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["bearer", "in_full"]

_GENERAL = frozenset({"total", "figure", "number", "amount", "sum", "level", "rate"})
_LINKS = frozenset({"at", "to", "from", "by"})
_BODIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})


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
    below = token
    for here in climb(token):
        noun = _held_by(here)
        if noun is None and here.pos_ in {"VERB", "AUX"}:
            return _moved(here, below) or _subject(token)
        if noun is not None:
            apposed = here.dep_ == "appos" and noun.lemma_.lower() not in _GENERAL
            return in_full(noun) if apposed else _name(noun)
        below = here
    return _subject(token)


def _held_by(here: "Token") -> "Token | None":
    """Give the noun that a part of the amount's own phrase hangs on."""
    link = here.head
    if here.dep_ == "pobj" and link.lower_ == "of" and link.head.pos_ == "NOUN":
        return link.head
    if link.pos_ != "NOUN" or link.i > here.i or _numbered(link):
        return None
    apposed = here.dep_ == "appos"
    described = here.dep_ == "amod" and (here.lower_ == "worth" or here.pos_ == "ADJ")
    return link if apposed or described else None


def _moved(verb: "Token", below: "Token") -> str | None:
    """Name what a verb sets at, or takes to, the amount: "cut its guidance to 40 tonnes"."""
    if below.lower_ not in _LINKS or below.dep_ not in {"prep", "dative", "agent"}:
        return None
    moved = next((c for c in verb.children if c.dep_ == "dobj" and c.i < below.i), None)
    return _name(moved) if moved is not None and moved.pos_ == "NOUN" else None


def _subject(token: "Token") -> str | None:
    found = subject(token)
    if found is None:
        return None
    verb = found.head
    if found.tag_ in {"WDT", "WP"}:
        clause = next((t for t in (verb, *verb.ancestors) if t.dep_ == "relcl"), None)
        found = clause.head if clause is not None else found
    elif found.lower_ in {"it", "he", "she"} and verb.lemma_ == "be":
        found = _stands_for(found) or found
        return in_full(found) if found.pos_ in {"NOUN", "PROPN"} else None
    named = found.pos_ == "PROPN" and found.ent_type_ not in _BODIES
    sold = named and verb.lemma_.lower() in vocab.load("rates")["selling"]
    if not sold and (found.pos_ != "NOUN" or not _tells(verb)):
        return None
    return _name(found)


def _stands_for(pronoun: "Token") -> "Token | None":
    """Give the subject of the sentence before, for "it" a thing and for "he" a person."""
    if pronoun.sent.start == 0:
        return None
    before = pronoun.doc[pronoun.sent.start - 1].sent
    found = next((c for c in before.root.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if found is None:
        return None
    if any(c.dep_ in {"dobj", "attr"} and c.tag_ == "NN" for c in before.root.children):
        return None if pronoun.lower_ == "it" else found if found.ent_type_ == "PERSON" else None
    person = found.ent_type_ == "PERSON"
    fits = found.tag_ == "NN" and not person if pronoun.lower_ == "it" else person
    return found if fits else None


def _tells(verb: "Token") -> bool:
    """Say whether a verb tells what its subject is or comes to."""
    changes = vocab.load("changes")
    lemma = verb.lemma_.lower()
    moved = any(lemma in ways for ways in changes["verbs"].values())
    passive = any(child.dep_ == "nsubjpass" for child in verb.children)
    transitive = any(child.dep_ == "dobj" for child in verb.children)
    return lemma in changes["bearing"] or passive or (moved and not transitive)


def _numbered(noun: "Token") -> bool:
    return any(child.dep_ == "nummod" for child in noun.children)


def _name(noun: "Token") -> str | None:
    lemma = noun.lemma_.lower()
    if lemma in vocab.load("measured_things")["amounts"]:
        link = next((c for c in noun.children if c.lower_ == "of" and c.dep_ == "prep"), None)
        inner = next((c for c in link.children if c.dep_ == "pobj"), None) if link else None
        if inner is not None and inner.pos_ == "ADJ":
            return str(inner.text)
        return _name(inner) if inner is not None and inner.pos_ == "NOUN" else None
    if lemma in vocab.load("changes")["extremes"] or is_measured(lemma) or _numbered(noun):
        return None
    return in_full(noun)


def in_full(noun: "Token") -> str:
    """Give a noun with the adjectives and compounds right before it."""
    before = [child for child in noun.lefts if child.dep_ in {"amod", "compound"}]
    if any(child.i + len(before) < noun.i for child in before) or is_verb(noun):
        return str(noun.text)
    return " ".join(part.text for part in [*before, noun])
