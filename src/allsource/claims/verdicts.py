"""Which words of a paragraph say that something was, or was not, checked?

A verdict hangs on one word. On a verb of checking ("has not verified", "disputes"), a noun ("no
confirmation of the claim") or an adjective ("unconfirmed reports"), affirmed or denied; on a word
of silence ("declined to comment"); on a word that leaves open (``unknowns``), rests
on its teller alone (``hearsay``) or rejects
(``rejections``) what was told. What was checked is something said before ("these claims", "it"), the
clause that follows ("that the hall was sold"), or the very source described ("unverified footage").

It fails on verdicts told at length.
"""

from typing import TYPE_CHECKING

from allsource.claims import hearsay, rejections, unknowns
from allsource.claims.checked import is_denied, is_done, what_of, withheld
from allsource.claims.checkers import antecedent, who_of
from allsource.claims.pointing import SUBJECTS, is_authorship, is_claim, is_document, is_echo
from allsource.claims.silences import is_silence, silent
from allsource.claims.verdict import Status, Verdict
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["read"]


def read(token: "Token") -> Verdict | None:
    """Read the verdict that hangs on one word.

    Args:
        token: any word of a parsed paragraph.

    Returns:
        What it says, or None where it says nothing of a check.
    """
    status = _status(token)
    if status is None:
        return unknowns.read(token) or hearsay.read(token) or rejections.read(token)
    mute = status == "no_comment" or withheld(token) is not None
    what = None if mute else what_of(token)
    before = mute or _is_before(token, what, status)
    if not before and not _is_checkable(token, what, status):
        return None
    return Verdict(status, what, _who(token, status), before)


def _status(token: "Token") -> Status | None:
    listed = load("verification")
    if token.lower_ in listed["adjectives"]["words"] or withheld(token) is not None:
        return "unverified"
    if token.pos_ in ("VERB", "AUX"):
        return _verb_status(token)
    if token.lemma_ in listed["check_nouns"]["lemmas"]:
        return "unverified" if is_denied(token) or _is_lacking(token) else None
    return "unverified" if _gives_nothing(token) else None


def _is_lacking(noun: "Token") -> bool:
    """Tell "has not seen independent confirmation", "awaits confirmation"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "without":
        return True
    return noun.dep_ == "dobj" and (
        any(kid.dep_ == "neg" for kid in noun.head.children)
        or noun.head.lemma_ in load("verification")["yet"]["words"]
    )


def _gives_nothing(token: "Token") -> bool:
    """Tell "provided no evidence", "no evidence was given", "without offering proof"."""
    listed = load("verification")
    if token.lemma_.lower() not in listed["evidence"]["lemmas"]:
        return False
    verb = token.head
    if token.dep_ == "attr" and verb.lemma_ == "be":
        supports = [kid.lemma_ for kid in token.children if kid.dep_ in ("acl", "relcl", "prep")]
        independent = any(kid.lower_ == "independent" for kid in token.children)
        return _denied_noun(token) and (independent or "support" in supports)
    if token.dep_ not in ("dobj", "nsubjpass") or verb.lemma_ not in listed["give"]["lemmas"]:
        return False
    no = any(kid.dep_ == "neg" for kid in verb.children) or _denied_noun(token)
    return no or (verb.dep_ == "pcomp" and verb.head.lower_ == "without")


def _denied_noun(noun: "Token") -> bool:
    hardly = load("verification")["hardly"]["words"]
    return any(kid.dep_ == "neg" or kid.lower_ in hardly for kid in noun.children)


def _verb_status(token: "Token") -> Status | None:
    listed = load("verification")
    denied = is_denied(token)
    if token.lemma_ in listed["verify"]["lemmas"]:
        return "unverified" if denied else "verified" if is_done(token) else None
    if token.lemma_ in listed["establish"]["lemmas"]:
        return _established(token, denied=denied)
    if token.lemma_ == "know" and denied:
        return "unverified" if _is_ours(token) and is_echo(what_of(token)) else None
    if token.lemma_ in listed["dispute"]["lemmas"]:
        return None if denied else "disputed"
    return "no_comment" if is_silence(token, denied=denied) else None


def _established(token: "Token", *, denied: bool) -> Status | None:
    """Verbs that check only where their object is a claim: denied, or "bears out the account"."""
    things = [what_of(token), *(k for k in token.children if k.dep_ in ("nsubjpass", "dobj"))]
    things += [kid for kid in token.children if kid.dep_ == "ccomp" and is_authorship(kid)]
    told = any(is_claim(what) or (what and what.dep_ == "ccomp") for what in things)
    if denied:
        return "unverified" if told else None
    bears = token.lemma_ in load("verification")["bear"]["lemmas"] and is_done(token)
    return "verified" if bears and any(map(_is_called_claim, things)) else None


def _is_called_claim(what: "Token | None") -> bool:
    claims = load("verification")["about_claims"]["lemmas"]
    return what is not None and what.lemma_.lower() in claims


def _is_ours(verb: "Token") -> bool:
    """The outlet itself is the subject."""
    ours = load("verification")["ourselves"]["words"]
    return any(kid.dep_ == "nsubj" and kid.lower_ in ours for kid in verb.children)


def _is_before(token: "Token", what: "Token | None", status: Status) -> bool:
    """Tell "these claims", "it", "the figure" from a thing or clause named here.

    What could not be verified is a claim, whatever it is called; what was verified or
    denied must be called one, for welders verify bolts.
    """
    listed = load("verification")
    if what is None:
        verb = token.pos_ == "VERB" and token.lemma_ in listed["verify"]["lemmas"]
        return status == "unverified" and (verb or token.pos_ == "NOUN")
    if token.lemma_ in listed["evidence"]["lemmas"]:
        return True
    if what.pos_ not in ("NOUN", "PRON", "DET", "PROPN"):
        return False
    told = any(c.dep_ in ("acl", "ccomp", "relcl") and _has_subject(c) for c in what.children)
    told = told and token.dep_ != "relcl" and not _told_of(token, what)
    called = what.lemma_.lower() in listed["about_claims"]["lemmas"] or (
        status == "verified" and is_document(what)
    )
    return not told and (
        called or status == "unverified" or what.lower_ in listed["pronouns"]["words"]
    )


def _told_of(token: "Token", what: "Token") -> bool:
    """In "the account of the clerk, who said ..., could not be confirmed" the clause tells it."""
    return what.dep_ in SUBJECTS and any(
        kid.dep_ == "relcl" and kid.i < token.i for kid in what.children
    )


def _has_subject(clause: "Token") -> bool:
    """Tell "the claim that it was sold" from "the claim made by the union"."""
    return any(child.dep_ in SUBJECTS for child in clause.children)


def _is_checkable(token: "Token", what: "Token | None", status: Status) -> bool:
    """A clause was checked, or a claim is called unverified; welders verify bolts."""
    if status in ("no_comment", "disputed"):
        return False
    if token.pos_ not in ("VERB", "AUX") or status == "unverified":
        return what is not None
    return what.dep_ == "ccomp" if what is not None else False


def _who(token: "Token", status: Status) -> "Token | None":
    """The agent of a passive, else the subject, perhaps of the verb it hangs on."""
    token = withheld(token) or token
    if status == "no_comment" and (other := silent(token)) is not None:
        return other
    for child in token.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            found = next((c for c in child.children if c.dep_ == "pobj"), None)
            if found is None or not _is_no_checker(found):
                return found
    reached = token.lemma_ in load("verification")["reach"]["lemmas"]
    silenced = reached or status == "no_comment"
    if not silenced and any(child.dep_ in ("nsubjpass", "auxpass") for child in token.children):
        return None
    if token.pos_ not in ("VERB", "AUX"):
        return _bearer(token)
    return who_of(token)


def _is_no_checker(agent: "Token") -> bool:
    """Tell "unsupported by evidence", "had not replied by noon" from "denied by the mayor"."""
    listed = load("verification")["evidence"]["lemmas"]
    when = agent.ent_type_ in ("DATE", "TIME") or agent.lower_ == "time"
    return when or agent.lemma_ in listed


def _bearer(token: "Token") -> "Token | None":
    """In "officials said they had no confirmation of it" the officials."""
    verb = token.head
    held = token.dep_ == "dobj" and verb.lemma_ in ("have", "see", "receive", "find")
    if not held or token.lemma_ not in load("verification")["check_nouns"]["lemmas"]:
        return None
    own = next((kid for kid in verb.children if kid.dep_ == "nsubj"), None)
    return antecedent(own) if own is not None else None
