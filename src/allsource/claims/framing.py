"""Does a statement call what it tells false, doubtful, or merely possible?

"The report that the mill was sold is false", "there is no truth to it", "I have
my doubts that ...", "there is a chance that ...", "he is not sure that ...": the
frame is the predicate on the way from the top of the statement to what is told.
Where the statement is only a part ("the claim *that the mill was sold* is
false"), the clause above it in the sentence is read as well.

It fails on frames of two sentences ("It was sold, they say. Not so.").
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from allsource.claims.markers import Scope, hedge_at
from allsource.claims.parse import Paragraph
from allsource.model.claim import Hedge
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Frame", "frame"]

_ABOVE = 4
"""Governors of a statement that are looked at outside it."""
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_PREDICATES = ("acomp", "attr", "oprd", "xcomp", "dobj", "ROOT", "conj", "ccomp")
_CLAUSES = ("acl", "relcl", "ccomp", "pcomp", "xcomp")
_NOT_SURE = 0.5
_REASON = 0.4
_NOT_EXCLUDED = 0.6


@dataclass(frozen=True, slots=True)
class Frame:
    """What the frame makes of what is told.

    Args:
        status: denied, questioned or hedged.
        hedges: the words that weaken, where it is hedged.
        turns: a negator in it belongs to the frame and not to what is told.
    """

    status: Literal["denied", "questioned", "hedged"]
    hedges: tuple[Hedge, ...] = ()
    turns: bool = False


def frame(paragraph: Paragraph, words: Scope, cue: Iterable[int]) -> Frame | None:
    """Find the frame of a statement.

    Args:
        paragraph: that it stands in.
        words: of the statement, from `markers.scope`.
        cue: places of the words that credit it; nothing above a verb of theirs is looked at.

    Example:
        >>> from allsource.claims.markers import scope
        >>> from allsource.claims.parse import parse_text
        >>> from allsource.model.span import Span
        >>> text = "The report that the mill was sold is false."
        >>> paragraph = parse_text(text).paragraphs[0]
        >>> frame(paragraph, scope(paragraph, Span(0, 42)), ()).status
        'denied'
    """
    reach = [*words.main, *_above(words, frozenset(cue))]
    if any(_denies(token) for token in reach):
        return Frame("denied", turns=True)
    if any(_doubts(token) for token in reach):
        return Frame("questioned", turns=True)
    hedged = [found for token in reach if (found := _weakens(token)) is not None]
    if not hedged:
        return None
    said = tuple(hedge_at(paragraph, [token], strength) for token, strength, _ in hedged)
    return Frame("hedged", said, turns=any(turned for _, _, turned in hedged))


def _above(words: Scope, cue: frozenset[int]) -> "Iterator[Token]":
    """The predicates of the clauses that a partial statement hangs on, up to its cue."""
    current = words.head
    for _ in range(_ABOVE):
        if current.head.i == current.i:
            return
        step, current = current, current.head
        if (current.i in cue and current.pos_ != "NOUN") or (
            current.lemma_ in ("say", "tell", "add") and step.dep_ in ("ccomp", "parataxis")
        ):
            return
        if step.dep_ not in (*_CLAUSES, *_SUBJECTS, "pobj", "prep", "dobj", "attr", "advcl"):
            return
        if current.i not in cue:
            yield current
        yield from (kid for kid in current.children if kid.dep_ in _PREDICATES and kid.i != step.i)


def _denies(token: "Token") -> bool:
    listed = load("hedges")["denied"]
    lemma = token.lemma_.lower()
    verb = _verb_of(token)
    if lemma in listed["made_up"] and token.tag_ == "VBN":
        up = any(kid.lower_ == "up" and not _is_bound(kid) for kid in token.children)
        return up and _tells(_subject(token) or _subject(verb), verb)
    if token.lower_ in listed["so"]:
        return _no(token) or (
            _negated(verb) and _predicative(token) and _tells(_subject(verb), verb)
        )
    if token.lower_ not in listed["predicates"] and lemma not in listed["predicates"]:
        return False
    return _predicative(token) and not _negated(verb) and _tells(_subject(verb), verb)


def _is_bound(up: "Token") -> bool:
    """Tell "made up to 600 springs" from "made up the story"."""
    return up.i + 1 < len(up.doc) and up.nbor().lower_ == "to"


def _doubts(token: "Token") -> bool:
    listed = load("hedges")["questioned"]
    lemma, verb = token.lemma_.lower(), _verb_of(token)
    if lemma == "doubt" and token.pos_ == "VERB":
        return not _negated(token) and _clause(token)
    if lemma not in listed["nouns"] or token.pos_ != "NOUN":
        return False
    if any(kid.lower_ in listed["little"] for kid in token.children) or _negated(verb):
        return False
    if token.dep_ == "pobj":
        return token.head.lower_ == "in" and token.head.head.lemma_ in listed["stands"]
    return (token.dep_ in _SUBJECTS and verb.lemma_ in listed["stands"]) or (
        token.dep_ in ("attr", "dobj") and verb.lemma_ in {*listed["holds"], *listed["stands"]}
    )


def _weakens(token: "Token") -> "tuple[Token, float, bool] | None":
    """The word that makes what follows uncertain, how much, and whether its negator is used up."""
    listed = load("hedges")["uncertain"]
    lemma, verb = token.lemma_.lower(), _verb_of(token)
    if lemma == "reason" and any(kid.lemma_ in listed["reason"]["words"] for kid in token.children):
        return None if _no(token) else (token, _REASON, False)
    if lemma in listed["nouns"]["words"] and token.pos_ in ("NOUN", "PROPN"):
        held = _is_held(token, verb) and _clause(token)
        told = token.dep_ in _SUBJECTS and _clause(verb)
        if (held or told) and not _no(token) and not _negated(verb):
            return token, float(listed["nouns"]["words"][lemma]), False
    if token.lower_ in listed["not_sure"]["words"] and token.dep_ == "acomp":
        return (token, _NOT_SURE, True) if _negated(verb) and _clause(token, verb) else None
    if lemma in listed["open"]["words"] and token.pos_ == "VERB" and _negated(token):
        return token, _NOT_EXCLUDED, True
    return None


def _is_held(noun: "Token", verb: "Token") -> bool:
    """Tell "there is a chance", "she sees a risk" from "it was a sign", "reduce the risk"."""
    if noun.dep_ == "ROOT":
        return True
    if noun.dep_ == "attr":
        return any(kid.dep_ == "expl" for kid in verb.children)
    return noun.dep_ == "dobj" and verb.lemma_ in load("hedges")["uncertain"]["holding"]


def _verb_of(token: "Token") -> "Token":
    """The verb that a predicate belongs to: over "turned out to be a hoax", the first one."""
    verb = (
        token
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("oprd", "acomp")
        else token.head
    )
    while verb.dep_ == "xcomp" and _subject(verb) is None and verb.head.i != verb.i:
        verb = verb.head
    return verb


def _subject(verb: "Token") -> "Token | None":
    return next((kid for kid in verb.children if kid.dep_ in _SUBJECTS), None)


def _predicative(token: "Token") -> bool:
    if token.dep_ == "pobj":
        return token.head.lower_ == "as"
    return token.dep_ in _PREDICATES or token.tag_ == "VBN"


def _tells(subject: "Token | None", verb: "Token") -> bool:
    """What is called false is something told: a claim, a clause, or "it" for one."""
    if subject is None:
        return False
    if subject.dep_ in ("csubj", "csubjpass"):
        return True
    if subject.lower_ in ("it", "that", "this"):
        return True
    contents = load("hedges")["denied"]["contents"]
    named = (subject.lemma_.lower(), *(kid.lemma_.lower() for kid in _of(subject)))
    del verb
    return any(name in contents for name in named)


def _of(noun: "Token") -> "Sequence[Token]":
    return [far for kid in noun.children if kid.lower_ == "of" for far in kid.children]


def _clause(*holders: "Token") -> bool:
    """Something is told under one of the words: a clause, or "of" with a noun."""
    return any(
        kid.dep_ in _CLAUSES or (kid.dep_ == "prep" and kid.lower_ in ("of", "that"))
        for holder in holders
        for kid in holder.children
    )


def _no(noun: "Token") -> bool:
    return any(kid.lower_ in ("no", "little", "any") for kid in noun.children) and (
        noun.pos_ == "NOUN"
    )


def _negated(verb: "Token") -> bool:
    listed = load("hedges")["negation"]["words"]
    return any(kid.lower_ in listed for kid in verb.children)
