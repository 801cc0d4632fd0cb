"""Does a word or clause point to something that the text told before?

"The claim", "these figures", "it", "none of this"; the tape or letter that tells it; the
authenticity, origin or date of either; and clauses about nothing else: "that they are",
"whether this is true", "when the clip was filmed", "how it arrived at the figure".

It fails on "it" for a thing and not for what is told of it ("It is not known who made it").
"""

from typing import TYPE_CHECKING

from allsource.claims.callings import classes
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "CLAUSES",
    "SUBJECTS",
    "is_authorship",
    "is_claim",
    "is_document",
    "is_echo",
    "is_pointing",
    "is_told",
    "pointed_at",
    "under",
]

SUBJECTS = ("nsubj", "nsubjpass")
CLAUSES = ("ccomp", "csubj", "csubjpass", "advcl", "acl", "pcomp", "xcomp", "relcl", "nsubj")
_ARGUMENTS = (*SUBJECTS, "dobj", "attr", "pobj")
_POINTING = ("it", "this", "that", "them", "these", "those", "they")


def is_claim(what: "Token | None") -> bool:
    """Say whether a word is one for something told: "the claim", "that", "its authenticity".

    Args:
        what: any word, or None.
    """
    if what is None:
        return False
    claims = load("verification")["about_claims"]["lemmas"]
    return what.lemma_.lower() in claims or what.lower_ in ("it", "this", "that", "them")


def is_document(what: "Token | None") -> bool:
    """Say whether a word is one for what tells: a letter, footage, a post.

    Args:
        what: any word, or None.
    """
    if what is None or what.pos_ not in ("NOUN", "PROPN"):
        return False
    lemma = what.lemma_.lower()
    return lemma in classes()["document"] or lemma in classes()["sensor"]


def is_told(what: "Token | None") -> bool:
    """Say whether a word is one for something told, or what tells it, or a clause about either.

    Args:
        what: any word, or None.
    """
    return is_claim(what) or is_document(what) or (what is not None and is_pointing(what))


def is_authorship(clause: "Token") -> bool:
    """Tell "that he wrote it", "whether they are genuine" from "that the hall was sold".

    Args:
        clause: the verb of a clause.
    """
    listed = load("verification")["authorship"]["lemmas"]
    kids = (k for k in clause.children if k.dep_ in ("acomp", "attr", "oprd"))
    return clause.lemma_ in listed or any(kid.lemma_ in listed for kid in kids)


def is_echo(clause: "Token | None") -> bool:
    """Say whether a clause only points back: "that they are", "whether it is true".

    Args:
        clause: the verb of a clause, or None.
    """
    if clause is None or clause.dep_ not in CLAUSES or clause.lemma_ != "be":
        return False
    pointing = load("verification")["pronouns"]["words"]
    who = next((kid for kid in clause.children if kid.dep_ in SUBJECTS), None)
    return who is not None and (who.lower_ in pointing or is_claim(who) or is_document(who))


def is_pointing(clause: "Token") -> bool:
    """Say whether a clause speaks of nothing but what was said before.

    Args:
        clause: the verb of a clause.
    """
    if clause.dep_ not in CLAUSES or clause.pos_ not in ("VERB", "AUX"):
        return False
    return is_echo(clause) or (is_authorship(clause) and pointed_at(clause) is not None)


def pointed_at(clause: "Token") -> "Token | None":
    """Give the word of a clause that points back: "it", "the clip", "that figure".

    Args:
        clause: the verb of a clause.
    """
    near = [kid for kid in clause.children if kid.dep_ in _ARGUMENTS]
    near += [far for kid in clause.children if kid.dep_ == "prep" for far in kid.children]
    found = (
        kid
        for kid in near
        if kid.lower_ in _POINTING or ((is_claim(kid) or is_document(kid)) and _definite(kid))
    )
    return next(found, None)


def _definite(noun: "Token") -> bool:
    """Tell "the clip", "its account" from "a clip"."""
    marks = ("det", "poss", "nmod")
    kids = [kid for kid in noun.children if kid.dep_ in marks]
    return any(kid.lower_ not in ("a", "an", "any", "some") for kid in kids)


def under(token: "Token", *prepositions: str) -> "Token | None":
    """Give what stands under a word after one of the prepositions.

    Args:
        token: the word.
        prepositions: in lower case.
    """
    for kid in token.children:
        if kid.dep_ in ("prep", "dative", "agent") and kid.lower_ in prepositions:
            return next((far for far in kid.children if far.dep_ in ("pobj", "pcomp")), None)
    return None
