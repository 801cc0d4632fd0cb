"""What is the name in these words, without titles, ranks and articles?

The parser's entity, or the run of proper nouns; titles before it (``vocab/sources.yaml``) and ranks
go, also within ("U.S. Ambassador Mara Vell").

It fails on names that begin with a word which is a title elsewhere ("Major Park").
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from allsource.claims.callings import classes, is_institution, is_trade, papers
from allsource.claims.clauses import child
from allsource.claims.descriptions import ARTICLE

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["named_span", "without_titles"]

_LEARNED = re.compile(r"(?:ologist|ographer|onomist|ician|istorian)$")


def named_span(head: "Token") -> str:
    """Give the name that a proper noun heads, without titles before it."""
    entity = next((e for e in head.doc.ents if e.start <= head.i < e.end), None)
    start, end = head.i, max(_with_of(head), _with_partner(head))
    if entity is not None and entity.label_ in {"PERSON", "ORG", "GPE", "FAC", "PRODUCT"}:
        start, end = entity.start, max(entity.end, end)
    while start > 0 and (_joins(head.doc[start - 1]) or _hyphen(head.doc, start)):
        start -= 1
    if start > 0 and _is_year(head.doc[start - 1]):
        start -= 1
    words = head.doc[start:end].text
    owns = head.dep_ == "poss" or not re.search(r"['’]s$", words)
    words = re.sub(r"\s*(?:['’]s?|,)$", "", words) if owns else words
    words = words.removesuffix(".") if words.count(".") == 1 else words
    return without_titles(" ".join(words.split()))


def _with_partner(head: "Token") -> int:
    """Take "& Keel" into "Hull & Keel"."""
    near = head.doc[head.i : head.i + 3]
    joined = len(near) == 3 and near[1].text == "&" and near[2].text[0].isupper()
    return head.i + (3 if joined else 1)


def _is_year(token: "Token") -> bool:
    """The year that a survey or report is named by: "the 2031 Harbour Survey"."""
    return token.dep_ == "nummod" and len(token.text) == 4 and token.text.isdigit()


def _with_of(head: "Token") -> int:
    """Take "of Quillby" into "Treaty of Quillby": a named thing, not a person of a place."""
    of = next((kid for kid in head.children if kid.lower_ == "of" and kid.i == head.i + 1), None)
    place = child(of, "pobj") if of is not None else None
    noun = head.text.casefold()
    told = noun in classes()["document"] or is_institution(noun)
    if place is None or place.pos_ != "PROPN" or not told:
        return head.i + 1
    return place.i + 1


def _hyphen(doc: "Doc", start: int) -> bool:
    """A hyphen within a name stands before this place, or this is the word before one."""
    marks = [place for place in (start - 1, start) if doc[place].text in {"-", "‑"}]
    return any(not doc[at].whitespace_ and at > 0 and doc[at - 1].pos_ == "PROPN" for at in marks)


def _joins(token: "Token") -> bool:
    called = token.text.islower() and is_institution(token.lower_)
    part = token.pos_ == "PROPN" or (token.pos_ == "ADJ" and token.text[0].isupper())
    return part and not called and token.dep_ in {"compound", "nmod", "flat"}


def without_titles(name: str) -> str:
    """Take titles and articles off the front of a name.

    Example:
        >>> without_titles("CEO Timo Orlan")
        'Timo Orlan'
    """
    words = ARTICLE.sub("", name).split()
    while len(words) > 1 and words[-1].rstrip(".").casefold() in classes()["ranks"]:
        words = words[:-1]
    if len(words) > 1 and _bodily(words[-1]):
        return " ".join(words)
    words = words[_last_title(words) :]
    titles = classes()["titles"]
    if len(words) > 2 and words[0].endswith(("'s", "’s")) and words[1].casefold() in titles:
        words = words[1:]
    while len(words) > 1 and words[0].rstrip(".").casefold() in titles and words[1][0].isupper():
        words = words[1:]
    if len(words) > 2 and (is_trade(words[0].casefold()) or _LEARNED.search(words[0])):
        words = words[1:]
    return " ".join(words)


def _bodily(word: str) -> bool:
    """The last word of a name is one of bodies or outlets: "Justice Department", "State TV"."""
    plain = word.casefold().rstrip(".")
    return plain in classes()["body_words"] or plain in papers() or is_institution(plain)


def _last_title(words: Sequence[str]) -> int:
    """Where a name begins after titles within it: "U.S. Ambassador Mara Vell", "Police Insp. Vell"."""
    ranks = [
        at
        for at, word in enumerate(words[:-1])
        if (
            (plain := word.rstrip(".").casefold()) in classes()["ranks"]
            and (word.endswith(".") or at < len(words) - 2)
        )
        or (is_trade(plain) and at < len(words) - 2)
    ]
    return ranks[-1] + 1 if ranks else 0
