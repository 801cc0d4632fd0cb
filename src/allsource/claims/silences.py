"""Which words tell that somebody who was asked said nothing?

"Declined to comment", "did not respond to a request", "had no immediate
comment", "was not available for comment", "there was no comment from", "calls to
the firm were not returned", "has been contacted for comment".

It fails on silences told at length ("his phone rang until noon").
"""

from typing import TYPE_CHECKING

from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_silence", "silent"]

_ASKED = ("nsubj", "nsubjpass")


def is_silence(token: "Token", *, denied: bool) -> bool:
    """Say whether a verb, or the noun "comment", tells of a silence.

    Args:
        token: the word.
        denied: a negator bears on it.
    """
    listed = load("verification")
    lemma = token.lemma_.lower()
    if lemma in listed["decline"]["lemmas"]:
        return any(kid.lemma_ in listed["discuss"]["lemmas"] for kid in token.children)
    if lemma in ("have", "be", "go"):
        return _is_plain_silence(token, lemma)
    if not denied:
        return lemma in listed["approach"]["lemmas"] and _asked_whom(token) is not None
    return _is_unanswered(token, lemma)


def _is_plain_silence(token: "Token", lemma: str) -> bool:
    """Tell "had no comment", "was unavailable for comment", "went unanswered"."""
    if lemma == "have":
        return any(kid.lemma_ == "comment" and _no(kid) for kid in token.children)
    if lemma == "be":
        return _is_unavailable(token) or _no_comment_from(token) is not None
    return any(kid.lower_ in ("unanswered", "unreturned") for kid in token.children)


def _is_unanswered(token: "Token", lemma: str) -> bool:
    """Tell "did not respond to a request", "had not heard back", "would not comment"."""
    listed = load("verification")
    around = {word.lemma_.lower() for word in token.subtree}
    if lemma in [*listed["answer"]["lemmas"], *listed["reach"]["lemmas"]]:
        return bool(around & set(listed["asked"]["lemmas"]))
    if lemma in listed["hear"]["lemmas"]:
        return "back" in around or bool(around & {"response", "reply", "answer"})
    told = token.dep_ == "xcomp" and token.head.lemma_ in listed["decline"]["lemmas"]
    return token.pos_ == "VERB" and lemma == "comment" and not told


def silent(token: "Token") -> "Token | None":
    """Give who said nothing, where it is not the subject of the verb.

    Args:
        token: one that `is_silence` holds of.
    """
    listed = load("verification")
    lemma = token.lemma_.lower()
    if lemma == "be":
        return _no_comment_from(token)
    if lemma in listed["hear"]["lemmas"]:
        return _under(token, "from") or next(
            (found for kid in token.children if (found := _under(kid, "from"))), None
        )
    asked = _asked_whom(token) if lemma in listed["approach"]["lemmas"] else None
    if asked is not None:
        return asked
    if lemma in listed["answer"]["lemmas"] or lemma == "go":
        calls = next((kid for kid in token.children if kid.dep_ in _ASKED), None)
        whom = _under(calls, "to") if calls is not None and calls.dep_ == "nsubjpass" else None
        return whom or (_sent_to(calls) if calls is not None and lemma == "go" else None)
    return None


def _sent_to(calls: "Token") -> "Token | None":
    """In "requests for comment sent to the navy" the navy."""
    return next((found for word in calls.subtree if (found := _under(word, "to"))), None)


def _is_unavailable(verb: "Token") -> bool:
    """Tell "was not available for comment", "was unavailable"."""
    words = load("verification")["unavailable"]["words"]
    for kid in verb.children:
        if kid.dep_ in ("acomp", "attr") and kid.lower_ in words:
            no = kid.lower_ != "available" or any(k.dep_ == "neg" for k in verb.children)
            return no and any(word.lemma_ == "comment" for word in verb.subtree)
    return False


def _no_comment_from(verb: "Token") -> "Token | None":
    """In "there was no immediate comment from the firm" the firm."""
    for kid in verb.children:
        if kid.lemma_ in ("comment", "response", "reply") and _no(kid):
            return _under(kid, "from") or _under(verb, "from")
    return None


def _asked_whom(verb: "Token") -> "Token | None":
    """Who "has been contacted for comment"; None where it is about something else."""
    comment = _under(verb, "for")
    whom = next((kid for kid in verb.children if kid.dep_ in ("dobj", "nsubjpass")), None)
    if comment is None and whom is not None:
        comment = _under(whom, "for")
    return whom if comment is not None and comment.lemma_ == "comment" else None


def _under(token: "Token", preposition: str) -> "Token | None":
    for kid in token.children:
        if kid.dep_ in ("prep", "dative") and kid.lower_ == preposition:
            return next((far for far in kid.children if far.dep_ == "pobj"), None)
    return None


def _no(noun: "Token") -> bool:
    return any(kid.dep_ == "neg" or kid.lower_ == "no" for kid in noun.children)
