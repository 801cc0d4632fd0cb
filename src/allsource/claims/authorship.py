"""Whose is a document, and which outlet printed it?

Told by an owner ("the Orlan report"), by whom it is by or from, by a clause on its making ("signed
by the treasurer"), by its year, or by somebody named who says something in it.

It fails where the owner stands in another sentence.
"""

import re
from typing import TYPE_CHECKING

from allsource.claims.callings import (
    anywhere,
    classes,
    is_agency,
    is_human,
    is_institution,
    is_outlet,
    listed_outlets,
    opens_as_outlet,
    papers,
)
from allsource.claims.clauses import child, children, lemma
from allsource.claims.lexicon import lexicon
from allsource.claims.titles import named_span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["has_author", "is_articled", "names_outlet", "reported_by"]

_ONLINE = re.compile(r"\dto\d|[a-z]{2}[A-Z]|\w\.(?:com|org|net|info|news|co)\b")
_TOLD = frozenset({"this", "that", "our", "my", "his", "her", "their"})
_YEAR = re.compile(r"^(?:1[89]|2[01])\d\d(?:[-–]\d{2,4})?$")


def reported_by(head: "Token") -> "Token | None":
    """Give the outlet whose report a noun names: "a Herald report", "a report in the Herald".

    Args:
        head: of a source, in a parsed paragraph.
    """
    if lemma(head) not in classes()["news_of"]:
        return None
    near = children(head, "poss", "compound", "nmod", "amod")
    for kid in children(head, "prep", "agent"):
        if kid.lower_ in {"by", "from", "in", "on", "of"}:
            near += children(kid, "pobj")
    named = [word for word in near if word.pos_ in {"PROPN", "NUM"} and not word.text.islower()]
    called = child(head, "appos")
    told = called is not None and lemma(called) in classes()["outlet"]
    return next((word for word in named if told or _prints(word)), None)


def _prints(word: "Token") -> bool:
    """A name that is an outlet's, by itself or by what it is called: "the Quay, a news site"."""
    called = child(word, "appos")
    told = called is not None and lemma(called) in classes()["outlet"]
    return (
        told
        or _ONLINE.search(word.text) is not None
        or is_outlet(named_span(word))
        or names_outlet(named_span(word), word)
    )


def has_author(head: "Token") -> bool:
    """A document that can be told: "the Orlan report", "a report by the Dock Board", by its year."""
    near = children(head, "poss", "compound", "amod", "nmod")
    for kid in children(head, "prep", "agent"):
        if kid.lower_ in {"by", "from", "of"}:
            near += children(kid, "pobj")
    by = [
        word
        for kid in children(head, "prep", "agent")
        if kid.lower_ == "by"
        for word in children(kid, "pobj")
    ]
    authors = any(_author(kid) for kid in near) or any(is_human(lemma(w)) for w in by)
    authors = authors or _printed_in(head) or any(_made(kid) for kid in head.children)
    authors = authors or _said_in(head)
    return authors or any(
        _YEAR.match(kid.text) for kid in children(head, "nummod", "amod", "compound")
    )


def _printed_in(head: "Token") -> bool:
    """A study that is told by where it stands: "a study in the Journal of Tides"."""
    places = [
        word
        for kid in children(head, "prep")
        if kid.lower_ == "in"
        for word in children(kid, "pobj")
    ]
    return any(word.pos_ == "PROPN" and word.ent_type_ not in {"DATE", "GPE"} for word in places)


def _said_in(head: "Token") -> bool:
    """A document in which somebody who is named says something: "Orlan said in a filing"."""
    verb = head.head.head
    if (
        head.dep_ != "pobj"
        or head.head.lower_ != "in"
        or verb.lemma_.lower() not in lexicon().verbs
    ):
        return False
    who = child(verb, "nsubj")
    return who is not None and who.pos_ == "PROPN"


def _author(word: "Token") -> bool:
    own = word.dep_ == "poss" and is_institution(lemma(word))
    return own or word.ent_type_ in {"ORG", "PERSON", "GPE"}


def _made(clause: "Token") -> bool:
    """A clause that tells who made a document: "signed by the treasurer", "the board posted"."""
    if clause.lemma_.lower() not in classes()["making"] or clause.dep_ not in {"acl", "relcl"}:
        return False
    by = child(clause, "agent")
    who = child(by, "pobj") if by is not None else child(clause, "nsubj")
    return who is not None and who.pos_ in {"NOUN", "PROPN"}


def names_outlet(name: str, head: "Token") -> bool:
    """Say whether a name is an outlet's, by itself and by the article before it.

    Args:
        name: without titles.
        head: its head word.
    """
    known, endings = listed_outlets()
    plain = name.casefold()
    article = child(head, "det", "nummod")
    if article is not None and article.lower_ in {"a", "an", "one"}:
        return False
    if plain in known or f"the {plain}" in known:
        return True
    words = name.split()
    if opens_as_outlet(words) or _called_before(head):
        return True
    if len(words) > 1 and (words[-1].casefold() in papers() or anywhere() & set(words)):
        return True
    if len(words) == 1 or head.ent_type_ == "PERSON":
        return is_articled(head) and words[-1] in endings
    return words[-1] in endings or is_agency(words)


def _called_before(head: "Token") -> bool:
    """A name after what it is: "the exile paper Free Dremmel", "the tabloid Pennon"."""
    start = head
    while start.i > 0 and start.nbor(-1).text[0].isupper() and start.nbor(-1).pos_ == "PROPN":
        start = start.nbor(-1)
    if not head.text[0].isupper():
        return False
    first = start.is_sent_start and start.i < head.i and start.text.istitle()
    if not first and start.i < 2:
        return False
    noun = start if first else start.nbor(-1)
    papers = classes()["outlet"] - classes()["organization"]
    plain = noun.text.islower() or noun.is_sent_start
    called = noun.lower_ in papers and bool(plain) and (first or noun.nbor(-1).lower_ not in _TOLD)
    beside = noun.head in (head, head.head) or head.head == noun
    return called and beside


def is_articled(head: "Token") -> bool:
    """Persons do not take "the" before a bare name."""
    article = child(head, "det")
    return article is not None and article.lower_ == "the"
