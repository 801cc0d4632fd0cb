"""Which words tell that something said rests on nothing but the word of whoever said it?

"There is only their word for it", "nothing is official yet", "it did not say how it knew", "the
paper would not say where the figure came from". A predicate of ``vocab/verification.yaml`` meets
something told before, or whoever told it is the one who gives no reason.

It fails where the lack is told by a comparison ("that is more than they can know").
"""

from typing import TYPE_CHECKING

from allsource.claims.checked import is_denied
from allsource.claims.checkers import who_of
from allsource.claims.clauses import child
from allsource.claims.pointing import SUBJECTS, is_claim, is_pointing, under
from allsource.claims.verdict import Verdict
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["read"]


def read(token: "Token") -> Verdict | None:
    """Read one word that tells that what was said rests on its teller alone.

    Args:
        token: any word of a parsed paragraph.
    """
    return _word_alone(token) or _unofficial(token) or _groundless(token)


def _word_alone(token: "Token") -> Verdict | None:
    """Tell "there is only their word for it", "we have nothing but the firm's word for it"."""
    verb = token.head
    whose = token.lower_ == "word" and child(token, "poss") is not None
    told = under(token, "for") if whose else None
    if told is None or not is_claim(told):
        return None
    if token.dep_ == "pobj" and verb.lower_ == "but" and verb.head.lower_ in ("nothing", "little"):
        return Verdict("unverified", told, None)
    near = [*verb.children, *(word for word in token.subtree if word.i < token.i)]
    limits = {word.lower_ for word in near if word.dep_ == "advmod"}
    alone = limits & set(load("verification")["only"]["words"])
    held = token.dep_ in ("attr", "dobj") and verb.lemma_ in ("be", "have")
    return Verdict("unverified", told, None) if alone and held else None


def _unofficial(token: "Token") -> Verdict | None:
    """Tell "nothing is official yet", "nothing has been made official", "it is not official"."""
    if token.lower_ != "official" or token.dep_ not in ("acomp", "oprd"):
        return None
    told = child(token.head, *SUBJECTS)
    if told is None:
        return None
    if told.lower_ == "nothing":
        return Verdict("unverified", None, None)
    return Verdict("unverified", told, None) if is_claim(told) and is_denied(token) else None


def _groundless(token: "Token") -> Verdict | None:
    """Tell "did not say how it knew", "would not say where it had heard this"."""
    listed = load("verification")
    clause = child(token, "ccomp")
    if token.lemma_ not in listed["account_for"]["lemmas"] or clause is None:
        return None
    asked = {word.lower_ for word in clause.subtree if word.i < clause.i} & {"how", "where"}
    learnt = clause.lemma_ in listed["learn"]["lemmas"] and child(clause, "dobj") is None
    if not asked or not is_denied(token) or not (learnt or is_pointing(clause)):
        return None
    who, own = who_of(token), child(clause, "nsubj")
    same = own is not None and own.lower_ in ("it", "he", "she", "they")
    return Verdict("unverified", None, who) if who is not None and same else None
