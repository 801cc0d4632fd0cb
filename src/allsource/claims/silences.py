"""Which words tell that somebody who was asked said nothing?

"Declined to comment", "did not respond to a request", "had no immediate comment", "was not
available for comment", "there was no comment from", "calls to the firm were not returned",
"attempts to reach it failed", "has been contacted for comment", "hung up", "would not be drawn".

It fails on silences told at length ("his phone rang until noon").
"""

from typing import TYPE_CHECKING

from allsource.claims.pointing import is_pointing, under
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_silence", "silent"]

_ASKED = ("nsubj", "nsubjpass")


def is_silence(token: "Token", *, denied: bool) -> bool:
    """Say whether a verb tells of a silence.

    Args:
        token: the word.
        denied: a negator bears on it.
    """
    listed = load("verification")
    lemma = token.lemma_.lower()
    if lemma in listed["decline"]["lemmas"]:
        return _is_refusal(token)
    if lemma in ("have", "be", "go", "offer", "give", "make"):
        return _is_plain_silence(token, lemma)
    if _is_mute(token, lemma, denied=denied):
        return True
    if not denied:
        return lemma in listed["approach"]["lemmas"] and _asked_whom(token) is not None
    return _is_unanswered(token, lemma)


def _is_refusal(token: "Token") -> bool:
    """Tell "declined to comment", "refused comment"."""
    listed = load("verification")
    return any(
        kid.lemma_ in listed["discuss"]["lemmas"] or (kid.dep_ == "dobj" and _is_asking(kid))
        for kid in token.children
    )


def _is_mute(token: "Token", lemma: str, *, denied: bool) -> bool:
    """Tell "ignored our questions", "remained silent", "hung up", "would not be drawn"."""
    listed = load("verification")["mute"]
    near = {kid.lower_ for kid in token.children}
    if lemma == "draw":
        return denied and token.tag_ == "VBN"
    if lemma in listed["keep"]:
        return bool(near & set(listed["words"]))
    if lemma == "hang":
        return "up" in near and any(kid.dep_ == "nsubj" for kid in token.children)
    return lemma in listed["ignore"] and any(
        kid.dep_ == "dobj" and _is_asking(kid) for kid in token.children
    )


def _is_asking(noun: "Token") -> bool:
    return noun.lemma_.lower() in load("verification")["asked"]["lemmas"]


def _is_plain_silence(token: "Token", lemma: str) -> bool:
    """Tell "had no comment", "was unavailable for comment", "went unanswered"."""
    if lemma in ("have", "offer", "give", "make"):
        return any(kid.lemma_ == "comment" and _no(kid) for kid in token.children)
    if lemma == "be":
        return _is_unavailable(token) or _answered_nothing(token) or _is_vain(token)
    return any(kid.lower_ in ("unanswered", "unreturned") for kid in token.children)


def _is_vain(token: "Token") -> bool:
    """Tell "attempts to reach the firm were unsuccessful"."""
    vain = load("verification")["vain"]
    failed = any(kid.lower_ in vain["words"] for kid in token.children)
    return failed and _attempted(token) is not None


def _attempted(verb: "Token") -> "Token | None":
    """Whom attempts were made to reach."""
    listed = load("verification")
    for kid in verb.children:
        if kid.dep_ in _ASKED and kid.lemma_.lower() in listed["vain"]["lemmas"]:
            for clause in kid.children:
                if clause.lemma_ in listed["reach"]["lemmas"]:
                    return next((far for far in clause.children if far.dep_ == "dobj"), None)
    return None


def _is_unanswered(token: "Token", lemma: str) -> bool:
    """Tell "did not respond to a request", "had not heard back", "would not comment"."""
    listed = load("verification")
    around = {word.lemma_.lower() for word in token.subtree}
    if lemma in listed["reach"]["lemmas"] and token.tag_ == "VBN":
        return bool(around & {*listed["asked"]["lemmas"], "immediately"})
    if lemma in listed["answer"]["lemmas"]:
        alone = not any(kid.dep_ in ("dobj", "prep", "ccomp") for kid in token.children)
        return bool(around & set(listed["asked"]["lemmas"])) or (
            lemma in ("respond", "reply") and (alone or _by_the_time(token))
        )
    if lemma in listed["hear"]["lemmas"]:
        return "back" in around or bool(around & {"response", "reply", "answer"})
    ours = any(kid.lower_ in listed["ourselves"]["words"] for kid in token.children)
    if lemma == "say" and not ours and any(kid.tag_ == "MD" for kid in token.children):
        return any(_is_whether(kid) for kid in token.children)
    told = token.dep_ == "xcomp" and token.head.lemma_ in listed["decline"]["lemmas"]
    return token.pos_ == "VERB" and lemma == "comment" and not told


def _by_the_time(token: "Token") -> bool:
    """Tell "had not replied by the time of going to press", "by Friday evening"."""
    when = under(token, "by", "before", "as")
    return when is not None and (when.lower_ == "time" or when.ent_type_ in ("DATE", "TIME"))


def _is_whether(clause: "Token") -> bool:
    """In "would not say whether it was true" the clause."""
    marks = (kid.lower_ for kid in clause.children if kid.dep_ == "mark")
    return clause.dep_ == "ccomp" and is_pointing(clause) and bool({"whether", "if"} & {*marks})


def silent(token: "Token") -> "Token | None":
    """Give who said nothing, where it is not the subject of the verb.

    Args:
        token: one that `is_silence` holds of.
    """
    listed = load("verification")
    lemma = token.lemma_.lower()
    if lemma == "be":
        return _no_answer_from(token) or _attempted(token)
    if lemma in listed["hear"]["lemmas"]:
        return under(token, "from") or next(
            (found for kid in token.children if (found := under(kid, "from"))), None
        )
    asked = _asked_whom(token) if lemma in listed["approach"]["lemmas"] else None
    if asked is not None:
        return asked
    if lemma in listed["answer"]["lemmas"] or lemma == "go":
        calls = next((kid for kid in token.children if kid.dep_ in _ASKED), None)
        whom = under(calls, "to") if calls is not None and _is_asking(calls) else None
        return whom or (_sent_to(calls) if calls is not None and lemma == "go" else None)
    return None


def _sent_to(calls: "Token") -> "Token | None":
    """In "requests for comment sent to the navy" the navy."""
    return next((found for word in calls.subtree if (found := under(word, "to"))), None)


def _is_unavailable(verb: "Token") -> bool:
    """Tell "was not available for comment", "was unavailable"."""
    words = load("verification")["unavailable"]["words"]
    for kid in verb.children:
        if kid.dep_ in ("acomp", "attr") and kid.lower_ in words:
            no = kid.lower_ != "available" or any(k.dep_ == "neg" for k in verb.children)
            return no and any(word.lemma_ == "comment" for word in verb.subtree)
    return False


def _answered_nothing(verb: "Token") -> bool:
    """Tell "there was no immediate comment from the firm", "no reply to questions"."""
    return any(
        kid.lemma_ in ("comment", "response", "reply", "answer")
        and _no(kid)
        and (kid.lemma_ == "comment" or _of_whom(kid, verb) is not None or _to_asking(kid))
        for kid in verb.children
    )


def _to_asking(noun: "Token") -> bool:
    asked = under(noun, "to")
    return asked is not None and _is_asking(asked)


def _no_answer_from(verb: "Token") -> "Token | None":
    """In "there was no immediate comment from the firm" the firm."""
    for kid in verb.children:
        if kid.lemma_ in ("comment", "response", "reply", "answer") and _no(kid):
            return _of_whom(kid, verb)
    return None


def _of_whom(noun: "Token", verb: "Token") -> "Token | None":
    return under(noun, "from") or under(verb, "from")


def _asked_whom(verb: "Token") -> "Token | None":
    """Who "has been contacted for comment"; None where it is about something else."""
    asked = under(verb, "for")
    whom = next((kid for kid in verb.children if kid.dep_ in ("dobj", "nsubjpass")), None)
    if asked is None and whom is not None:
        asked = under(whom, "for")
    if asked is None and any(k.lemma_ == "comment" and k.dep_ == "xcomp" for k in verb.children):
        return whom
    listed = load("verification")["approach"]["for"]
    return whom if asked is not None and asked.lemma_ in listed else None


def _no(noun: "Token") -> bool:
    return any(kid.dep_ == "neg" or kid.lower_ == "no" for kid in noun.children)
