"""What sort of source is told by a common noun: "the ministry", "two officials", "leaked footage"?

The noun decides, by the classes of ``vocab/sources.yaml``, with what stands before it ("intelligence
source", "satellite data") and whose it is ("the port authority's website").

It fails on nouns that no class lists and whose ending says nothing.
"""

from typing import TYPE_CHECKING

from allsource.claims.authorship import has_author, names_outlet
from allsource.claims.callings import classes, ends_as_person, is_institution, makes
from allsource.claims.clauses import child, children, lemma
from allsource.claims.titles import named_span
from allsource.model.claim import SourceKind

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["kind_of", "modifiers_of"]


def kind_of(
    head: "Token", noun: str, modifiers: frozenset[str], *, plural: bool
) -> SourceKind | None:
    """Say what sort of source a noun heads, None where it heads none.

    Args:
        head: its word in the parse.
        noun: its lemma, or what it is called as a whole ("think-tank").
        modifiers: the words before it, lower case.
        plural: it is more than one.
    """
    known = classes()
    group: SourceKind = "unnamed_group" if plural else "unnamed_person"
    measured = noun in known["sensor_of"] and bool(modifiers & known["sensor_when"])
    official = bool(modifiers & known["official_when"])
    printed = noun in known["news_of"] and bool(modifiers & known["news_when"])
    agency = "news" in modifiers and noun in known["news_bodies"]
    document: SourceKind = "document" if has_author(head) else "unnamed_document"
    rows: tuple[tuple[bool, SourceKind | None], ...] = (
        (noun == "old" and "year" in modifiers, group),
        (noun in known["sensor"] or measured, "sensor"),
        (noun in known["source"], "unnamed_official" if official else group),
        (agency or printed, "outlet"),
        (noun in known["official"] or _serves(head, noun, modifiers), "unnamed_official"),
        (not plural and noun in known["person"] and _is_bodys_own(head, noun), "unnamed_official"),
        (noun in known["document"], document),
        (noun in known["not_a_source"], None),
        (noun == "authority" and plural, "unnamed_official"),
        (noun in known["group"], "unnamed_group"),
        (noun in known["pages"] and _is_of_another(head), document),
        (noun in known["outlet"], "outlet"),
        (noun in known["bare"], "organization"),
        (
            noun in known["organization"] or makes(noun),
            "unnamed_group" if plural else "organization",
        ),
        (noun in known["person"] or ends_as_person(noun), group),
    )
    return next((kind for holds, kind in rows if holds), None)


def _is_of_another(head: "Token") -> bool:
    """A page of somebody who is no outlet: "the port authority's website"."""
    owner = child(head, "poss")
    of = next((kid for kid in children(head, "prep") if kid.lower_ == "of"), None)
    owner = owner or (child(of, "pobj") if of is not None else None)
    if owner is None or owner.pos_ not in {"NOUN", "PROPN"}:
        return False
    return lemma(owner) not in classes()["outlet"] and not names_outlet(named_span(owner), owner)


def _is_bodys_own(head: "Token", noun: str) -> bool:
    """Somebody who serves a body: "the hospice's own surveyor", not "the firm's neighbour"."""
    owner = child(head, "poss")
    if owner is None or noun in classes()["either"] or noun in classes()["strangers"]:
        return False
    return is_institution(lemma(owner)) or owner.ent_type_ == "ORG" or owner.lower_ == "its"


def _serves(head: "Token", noun: str, modifiers: frozenset[str]) -> bool:
    """A member of a body with an office: "a committee member", "a member of the board"."""
    if noun not in {"member", "head"}:
        return False
    bodies = classes()["official_of"]
    of = (child(kid, "pobj") for kid in children(head, "prep") if kid.lower_ == "of")
    return bool(modifiers & bodies) or any(
        word is not None and lemma(word) in bodies for word in of
    )


def modifiers_of(head: "Token") -> frozenset[str]:
    """Give the words before a noun, lower case, without articles.

    Args:
        head: the noun.
    """
    words = (kid for kid in head.doc[head.left_edge.i : head.i] if kid.dep_ not in {"det", "punct"})
    return frozenset(kid.lower_ for kid in words if kid.pos_ not in {"DET", "PRON", "PART"})
