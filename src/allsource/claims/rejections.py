"""Which words tell that somebody calls what was told false, or doubts it?

"Disputes the figures", "called the story a hoax", "says that is untrue", "cast doubt on the claim",
"questioned whether the tape is genuine", "there was no truth to it"; and the outlet's own "This is
false".

It fails on rejections by another story ("it was closed that day").
"""

from typing import TYPE_CHECKING

from allsource.claims.checked import is_denied, what_of
from allsource.claims.clauses import child, children, subject
from allsource.claims.pointing import CLAUSES, SUBJECTS, is_claim, is_pointing, is_told, under
from allsource.claims.verdict import Verdict
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["read"]

_TOLD = ("it", "that", "this")
_TOLD_BY = ("acl", "ccomp")
_PREDICATES = ("acomp", "attr", "oprd", "ccomp", "xcomp")


def read(token: "Token") -> Verdict | None:
    """Read one word by which something told is rejected or doubted.

    Args:
        token: any word of a parsed paragraph.
    """
    return _called_false(token) or _untrue(token) or _doubted(token) or _no_truth(token)


def _called_false(token: "Token") -> Verdict | None:
    """Tell "called the claim false", "dismissed it as a hoax"."""
    listed = load("hedges")["denied"]
    what = what_of(token)
    if token.lemma_ not in listed["calls"] or not is_claim(what or token):
        return None
    return Verdict("disputed", what, subject(token)) if _false_under(token) else None


def _untrue(token: "Token") -> Verdict | None:
    """Tell "says that is untrue", "That is not true, the firm said", "The story is made up"."""
    if token.pos_ not in ("AUX", "VERB") or token.lemma_ not in ("be", "turn", "prove"):
        return None
    who = child(token, *SUBJECTS)
    if who is None or not (who.lower_ in _TOLD or is_claim(who)) or not _false_under(token):
        return None
    teller = _teller(token)
    if teller is None and token.dep_ not in ("ROOT", "conj", "ccomp"):
        return None
    told = next((kid for kid in who.children if kid.dep_ in _TOLD_BY), None)
    if told is not None:
        return Verdict("disputed", told, teller, before=False)
    return Verdict("disputed", who, teller)


def _teller(verb: "Token") -> "Token | None":
    """Who says what the clause tells: in "says that is untrue", "that is untrue, she said"."""
    above = verb.head
    if verb.dep_ not in ("ccomp", "parataxis") or above.lemma_ not in _speaking():
        return None
    return subject(above)


def _speaking() -> frozenset[str]:
    return frozenset(load("verification")["speak"]["lemmas"])


def _false_under(verb: "Token") -> bool:
    """The predicate of a verb is "false", "a hoax", "not true", "made up"."""
    listed = load("hedges")["denied"]
    near = children(verb, *_PREDICATES)
    near += [far for kid in near for far in children(kid, *_PREDICATES)]
    near += [far for kid in children(verb, "prep") if kid.lower_ == "as" for far in kid.children]
    turned = any(kid.dep_ == "neg" for kid in verb.children)
    if turned:
        return any(kid.lower_ in listed["so"] for kid in near)
    return any(kid.lower_ in listed["predicates"] for kid in near)


def _doubted(token: "Token") -> Verdict | None:
    """Tell "questioned the claim", "doubt that this is true", "cast doubt on it"."""
    listed = load("verification")
    if token.pos_ == "VERB" and token.lemma_ in listed["doubt"]["lemmas"]:
        return _doubting(token)
    noun = token.lemma_.lower() in ("doubt", "question") and token.pos_ == "NOUN"
    if not noun or token.dep_ not in ("dobj", "nsubjpass"):
        return None
    if token.head.lemma_ not in listed["cast"]["lemmas"]:
        return None
    what = under(token.head, "on", "over", "upon", "about") or under(token, "on", "over", "about")
    if not is_told(what):
        return None
    who = subject(token.head) if token.dep_ == "dobj" else under(token.head, "by")
    return Verdict("disputed" if who is not None else "unverified", what, who)


def _doubting(verb: "Token") -> Verdict | None:
    if is_denied(verb):
        return None
    told = child(verb, "dobj", "nsubjpass")
    clauses = (kid for kid in verb.children if kid.dep_ in CLAUSES and is_pointing(kid))
    what = told if is_claim(told) else next(clauses, None)
    if what is None:
        return None
    passive = told is not None and told.dep_ == "nsubjpass"
    who = under(verb, "by") if passive else subject(verb)
    return Verdict("disputed", what, who)


def _no_truth(token: "Token") -> Verdict | None:
    """Tell "there was no truth to the rumour", "the claim has no foundation"."""
    if token.lemma_.lower() not in ("truth", "foundation", "substance"):
        return None
    if token.dep_ not in ("attr", "dobj") or not any(kid.lower_ == "no" for kid in token.children):
        return None
    verb = token.head
    told = under(token, "to", "in", "behind", "for") or under(verb, "to", "in")
    told = child(verb, "nsubj") if told is None and verb.lemma_ == "have" else told
    return Verdict("disputed", told, _teller(verb)) if is_claim(told) else None
