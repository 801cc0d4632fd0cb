"""Is a statement one of what is to come: planned, promised, scheduled or expected?

Told by "will", "is to", "is set to", "is expected to", by verbs of intent
("plans to", "has agreed to"), by nouns of intent ("announced plans to cut"), and
by a present tense beside a day to come ("the trial begins next month").

It fails on plans told as facts with a bare date ("deliveries begin in May 2040").
"""

from typing import TYPE_CHECKING

from allsource.claims.markers import Scope
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["first_plan"]


def first_plan(words: Scope) -> "Token | None":
    """Give the first word that makes a statement one of what is to come.

    Args:
        words: of the statement, from `markers.scope`.

    Example:
        >>> from allsource.claims.markers import scope
        >>> from allsource.claims.parse import parse_text
        >>> from allsource.model.span import Span
        >>> paragraph = parse_text("The yard is set to open a hall.").paragraphs[0]
        >>> first_plan(scope(paragraph, Span(0, 30))).text
        'set'
    """
    if _is_past_hope(words.head):
        return None
    plans = (token for token in words.main if _is_plan(token, words))
    return next((token for token in plans if not _beside_a_fact(token, words)), None)


def _beside_a_fact(token: "Token", words: Scope) -> bool:
    """In "has got, and will get, the pumps" the first verb is no plan."""
    verb = token if token.pos_ == "VERB" else token.head
    first = words.head
    perfect = first.tag_ == "VBD" or any(k.lower_ in ("has", "have", "had") for k in first.lefts)
    if token.i == first.i and token.tag_ in ("VBD", "VBN") and _undone(token):
        return True
    return verb.dep_ == "conj" and verb.head.i == first.i and perfect


def _is_past_hope(verb: "Token") -> bool:
    """Tell "had hoped to close", "no sale was planned": nothing is to come."""
    listed = load("hedges")["expected"]
    if verb.tag_ not in ("VBN", "VBD"):
        return False
    if any(kid.dep_ in ("nsubj", "nsubjpass") and _has_no(kid) for kid in verb.children):
        return verb.lemma_ in listed["passive_alone"]
    had = any(kid.dep_ == "aux" and kid.lower_ in ("had", "'d", "’d") for kid in verb.children)
    return had and verb.lower_ in listed["had"]


def _has_no(noun: "Token") -> bool:
    return any(kid.lower_ == "no" for kid in noun.children)


def _undone(token: "Token") -> bool:
    """In "was expected to close but it stayed open" what was expected has its outcome."""
    past = token.tag_ == "VBD" or any(k.lower_ in ("was", "were", "had") for k in token.children)
    return past and any(
        kid.dep_ == "conj" and kid.tag_ == "VBD" for kid in token.children if kid.i > token.i
    )


def _is_plan(token: "Token", words: Scope) -> bool:
    listed = load("hedges")["expected"]
    if token.tag_ == "MD":
        seeming = token.head.lemma_ in listed["seeming"]
        plain = token.lower_ in listed["modals"] and not seeming and not _is_verdict(token)
        return plain or _is_arrival(token) or _is_duty(token)
    if token.lemma_ in listed["nouns"] and token.pos_ == "NOUN":
        return _is_intent(token, words)
    if token.tag_ in ("VBZ", "VBP") and token.i == words.head.i and _is_coming(token):
        return True
    return _is_planned(token)


def _is_planned(token: "Token") -> bool:
    """Tell "is expected (to)", "plans to", "is due for" by the word and what hangs on it."""
    listed = load("hedges")["expected"]
    children = {child.dep_: child for child in token.children}
    passive = token.tag_ == "VBN" and "auxpass" in children
    alone = passive and token.lemma_ in listed["passive_alone"]
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    if alone or following is None:
        return alone
    if token.pos_ == "ADJ" or token.lower_ in listed["tracks"]:
        return _is_ready(token)
    if not _has_infinitive(token):
        things = token.tag_ in ("VBZ", "VBP") and token.lemma_ in listed["objects"]
        return ("dobj" in children and things) or (token.lower_ == "due" and "prep" in children)
    return _goes_on(token, following, helped="auxpass" in children or "aux" in children)


def _goes_on(token: "Token", following: "Token", *, helped: bool) -> bool:
    """Tell "plans to", "is expected to", "is to open", "is going to"."""
    listed = load("hedges")["expected"]
    helped = helped or token.head.lemma_ == "be"
    named = token.lemma_ in listed["passive"] or token.lower_ in listed["passive"]
    if named and helped and token.tag_ in ("VBN", "JJ", "VBD"):
        return True
    if token.lemma_ == "go":
        return token.tag_ == "VBG" and helped
    if token.lemma_ == "be":
        return following.lower_ == "to" and following.tag_ == "TO"
    return token.pos_ == "VERB" and token.lemma_ in listed["active"]


def _is_ready(token: "Token") -> bool:
    """Tell "about to", "due for", "on track to"."""
    listed = load("hedges")["expected"]
    if token.lower_ in listed["tracks"]:
        return token.head.lower_ == "on" and any(
            kid.tag_ == "TO" for word in (token, token.head.head) for kid in word.subtree
        )
    if token.head.lemma_ not in ("be", "remain", "stand"):
        return False
    return token.lower_ in listed["adjectives"] and (
        _has_infinitive(token) or (token.lower_ == "due" and token.i + 1 < len(token.doc))
    )


def _is_intent(token: "Token", words: Scope) -> bool:
    """Tell "announced plans to cut" and "the target is 600 a year"."""
    if any(kid.lower_ in ("no", "any") for kid in token.children):
        return False
    infinitive = any(
        kid.dep_ == "acl" and any(k.tag_ == "TO" for k in kid.children) for kid in token.children
    )
    subject = token.dep_ == "nsubj" and token.head.i == words.head.i
    return (infinitive and token.dep_ in ("dobj", "attr")) or (
        subject
        and token.head.tag_ in ("VBZ", "VBP")
        and token.head.lemma_ in ("be", "call", "foresee")
    )


def _is_arrival(token: "Token") -> bool:
    """Tell "should arrive on Thursday" from "should pay"."""
    arriving = load("hedges")["expected"]["arriving"]
    return token.lower_ == "should" and token.head.lemma_ in arriving


def _is_verdict(modal: "Token") -> bool:
    """In "it would be wrong to say" nothing is to come."""
    fit = (kid for kid in modal.head.children if kid.dep_ in ("acomp", "attr"))
    empty = any(kid.lower_ == "it" and kid.dep_ in ("nsubj", "expl") for kid in modal.head.children)
    opens = any(kid.dep_ == "xcomp" for word in (modal.head, *fit) for kid in word.children)
    return modal.lower_ in ("would", "'d", "’d") and modal.head.lemma_ == "be" and empty and opens


def _is_duty(modal: "Token") -> bool:
    """Tell "must pay" from "must be asleep" and "must have slept"."""
    kids = {kid.lower_ for kid in modal.head.children if kid.dep_ in ("aux", "auxpass")}
    done = "have" in kids or modal.head.lemma_ in ("be", "have")
    return modal.lower_ == "must" and not done


def _is_coming(token: "Token") -> bool:
    """A present tense beside "tomorrow" or "next month"."""
    near = [w for kid in token.children if kid.dep_ in ("npadvmod", "advmod") for w in kid.subtree]
    return any(word.lower_ in ("next", "tomorrow", "tonight") for word in near)


def _has_infinitive(token: "Token") -> bool:
    """Something to be done follows: "to deliver"."""
    clauses = [c for c in token.children if c.dep_ in ("xcomp", "ccomp", "advcl") and c.i > token.i]
    return any(child.tag_ == "TO" for clause in clauses for child in clause.children)
