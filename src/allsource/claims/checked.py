"""Is a word of checking affirmed or denied, and what was checked?

"Has not been able to verify", "have yet to be verified", "had no way of
verifying", "nobody could confirm", "impossible to verify": the negator may
stand on any of the words that the verb of checking hangs on. What was checked
is its object, the subject of its passive, its clause, or the noun that it
describes ("a claim that it was unable to verify").

It fails on negators of another sentence ("Was it verified? No.").
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["described", "is_denied", "is_done", "raised", "what_of", "withheld"]

_SUBJECTS = ("nsubj", "nsubjpass")
_RAISING = 5
"""Words climbed through from the check to its subject: "has not been able to"."""
_CLIMBED = (
    "xcomp",
    "ccomp",
    "acomp",
    "advcl",
    "csubj",
    "pcomp",
    "acl",
    "prep",
    "relcl",
    "pobj",
    "advmod",
)


def is_denied(token: "Token") -> bool:
    """Say whether a negator bears on a check, or on what it depends on.

    Args:
        token: the verb or noun of checking.
    """
    listed = load("verification")
    if token.dep_ == "conj" and _either_way(token.head):
        return True
    for word in raised(token):
        if word.i != token.i and word.lemma_ in listed["decline"]["lemmas"]:
            return True
        if word.lower_ == "yet" or word.lower_ in listed["unable"]["words"]:
            return True
        if any(_turns(kid) for kid in word.children):
            return True
    return _is_unavailable(token)


def _turns(kid: "Token") -> bool:
    listed = load("verification")
    if kid.dep_ == "neg" or kid.lower_ in ("no", "neither", "without", *listed["unable"]["words"]):
        return True
    if kid.dep_ not in _SUBJECTS:
        return False
    return kid.lower_ in listed["nobody"]["words"] or any(
        far.lower_ in ("neither", "no") for far in kid.subtree
    )


def _either_way(token: "Token") -> bool:
    """In "could neither confirm nor deny" the second verb is denied too."""
    return any(kid.lower_ in ("neither", "nor") for kid in token.children)


def _is_unavailable(noun: "Token") -> bool:
    """Tell "independent verification was not possible"."""
    if noun.dep_ not in _SUBJECTS or noun.pos_ != "NOUN":
        return False
    listed = load("verification")
    kids = [noun.head, *noun.head.children]
    kids += [far for kid in kids[1:] if kid.dep_ == "acomp" for far in kid.children]
    able = any(kid.lower_ in listed["able"]["words"] for kid in kids)
    no = any(kid.dep_ == "neg" or kid.lower_ in listed["rarely"]["words"] for kid in kids)
    return (able and no) or any(kid.lower_ in listed["unable"]["words"] for kid in kids)


def withheld(token: "Token") -> "Token | None":
    """Give the verb of checking that the "not" of "confirmed that they met, but not why" halves.

    Args:
        token: any word.
    """
    if token.lower_ != "not" or token.i == 0 or token.nbor(-1).lower_ != "but":
        return None
    for word in token.ancestors:
        if word.lemma_ in load("verification")["verify"]["lemmas"] and word.i < token.i:
            return word if is_done(word) and not is_denied(word) else None
        if word.dep_ not in ("conj", "ccomp", "dobj"):
            return None
    return None


def is_done(token: "Token") -> bool:
    """Tell "has verified" and "was able to verify" from "we verify", "to verify", "will verify".

    Args:
        token: a verb of checking that is not denied.
    """
    above = list(raised(token))
    if len(above) > 1 and any(word.lower_ in ("able", "manage", "managed") for word in above):
        return not any(kid.tag_ == "MD" for word in above for kid in word.children)
    modal = any(child.tag_ in ("MD", "TO") for child in token.children)
    return token.tag_ in ("VBD", "VBN", "VBZ") and not modal


def raised(token: "Token") -> "Iterator[Token]":
    """Give the check and the words that it hangs on: able, possible, manage, way, have yet.

    Args:
        token: the verb or noun of checking.
    """
    listed = load("verification")
    words = {*listed["able"]["words"], *listed["unable"]["words"], "be", "of", "in", "stop"}
    words |= {*listed["decline"]["lemmas"], *listed["reach"]["lemmas"]}
    yield token
    if token.dep_ == "conj" and token.head.dep_ == "xcomp":
        token = token.head
    for _ in range(_RAISING):
        if token.dep_ not in _CLIMBED:
            return
        if token.dep_ == "relcl" and token.lemma_ != "be" and token.head.lemma_ not in words:
            return
        token = token.head
        yet = next((kid for kid in token.children if kid.lower_ == "yet"), None)
        if token.lemma_ in ("have", "be") and yet is not None:
            yield from (token, yet)
            return
        if token.lemma_ not in words and token.lower_ not in words:
            return
        yield token


def what_of(token: "Token") -> "Token | None":
    """Give what was checked: object, subject of a passive, clause, or the noun modified.

    Args:
        token: the word of checking.
    """
    if token.dep_ == "amod":
        clause = [c for c in token.head.children if c.dep_ in ("acl", "relcl", "prep")]
        return clause[0] if clause else token.head
    if token.lemma_ == "be":
        return next((c for c in token.children if c.dep_ in _SUBJECTS), None)
    if token.dep_ in ("acomp", "oprd"):
        return next((c for c in token.head.children if c.dep_ in _SUBJECTS), None)
    told = [c for c in token.children if c.dep_ in ("ccomp", "dobj", "nsubjpass")]
    for child in sorted(told, key=lambda child: child.dep_ != "ccomp"):
        if not _is_relative(child):
            return _of_them(child)
    if token.pos_ == "NOUN":
        return _of_noun(token)
    noun = described(token) or _shared(token)
    if noun is None:
        noun = next((kid for kid in token.children if kid.lower_ == "which"), None)
    return noun if noun is not None else _over(token)


def _shared(token: "Token") -> "Token | None":
    """In "his figure is odd and could not be checked" the figure."""
    passive = any(kid.dep_ == "auxpass" for kid in token.children)
    if token.dep_ != "conj" or not passive:
        return None
    return next((kid for kid in token.head.children if kid.dep_ in _SUBJECTS), None)


def _over(token: "Token") -> "Token | None":
    """What is "impossible to verify", has "yet to be verified", or is vouched for."""
    for top in raised(token):
        hard = top.i != token.i and any(kid.dep_ == "acomp" for kid in top.children)
        if hard or top.lemma_ == "have" or any(kid.lower_ == "yet" for kid in top.children):
            return next((kid for kid in top.children if kid.dep_ in _SUBJECTS), None)
    prep = next((kid for kid in token.children if kid.lower_ in ("for", "of")), None)
    return next((far for far in prep.children if far.dep_ == "pobj"), None) if prep else None


def described(token: "Token") -> "Token | None":
    """Give the noun that a check in a relative clause describes: "a claim that it could not verify".

    Args:
        token: the verb of checking.
    """
    for word in raised(token):
        own = any(kid.dep_ == "dobj" and not _is_relative(kid) for kid in token.children)
        if word.dep_ == "relcl" and not own:
            return None if any(kid.dep_ == "ccomp" for kid in token.children) else word.head
    return None


def _is_relative(word: "Token") -> bool:
    """In "footage, which has not been verified" the footage is meant, "whose authenticity" too."""
    if word.lower_ in ("which", "that", "who") and word.tag_ in ("WDT", "WP", "IN"):
        return True
    return any(kid.lower_ == "whose" for kid in word.children)


def _of_noun(noun: "Token") -> "Token | None":
    """What "no confirmation of the claim", "no confirmation that" speaks of."""
    for kid in noun.children:
        if kid.dep_ in ("acl", "ccomp", "relcl") and kid.i > noun.i:
            return kid
    prep = next((kid for kid in noun.children if kid.lower_ in ("of", "for", "that")), None)
    return next((far for far in prep.children if far.dep_ == "pobj"), None) if prep else None


def _of_them(token: "Token") -> "Token":
    """In "none of the claims" the claims are meant; of a claim's authenticity, the claim."""
    qualities = load("verification")["qualities"]["lemmas"]
    whole = ("none", "neither", "any", "either", "some")
    if token.lower_ not in whole and token.lemma_.lower() not in qualities:
        return token
    preps = [c for c in token.children if c.dep_ == "prep" and c.lower_ == "of"]
    return next((c for prep in preps for c in prep.children if c.dep_ == "pobj"), token)
