"""Does a statement hold only if something else does?

A condition is told by a conjunction ("if", "unless"), by a phrase ("as long as",
"in the event of"), by a participle ("assuming"), by turned word order ("had they
asked"), by "without" beside "would", by an order with a promise ("give us steel
and we will"), or by "would" with a thing that is not there yet ("a strike would
cost nine million").

"Even if", "as if" and "asked if" are no conditions. It fails on "when" for "if".
"""

from typing import TYPE_CHECKING, Any

from allsource.claims.markers import Scope
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_conditional"]

_DEEPEST = 8
"""Clauses looked through between a condition and what depends on it."""
_SUBJECTS = ("nsubj", "nsubjpass")


def is_conditional(words: Scope, *, backshifted: bool) -> bool:
    """Say whether a statement depends on a condition.

    Args:
        words: of the statement, from `markers.scope`.
        backshifted: a cue in the past stands over it, so that "would" may be a plain "will".

    Example:
        >>> from allsource.claims.markers import scope
        >>> from allsource.claims.parse import parse_text
        >>> from allsource.model.span import Span
        >>> paragraph = parse_text("Without the loan, the yard would close.").paragraphs[0]
        >>> is_conditional(scope(paragraph, Span(0, 38)), backshifted=False)
        True
    """
    listed: dict[str, Any] = load("hedges")["conditional"]
    lowered = " ".join(token.lower_ for token in words.tokens)
    besides = "not only" in lowered
    if not besides and any(f" {phrase} " in f" {lowered} " for phrase in listed["phrases"]):
        return True
    if any(_is_condition(t, listed) and _reaches(t.head, words) for t in words.tokens):
        return True
    if any(_is_supposed(t, listed) and _reaches(t, words) for t in words.tokens):
        return True
    return (
        _is_inverted(words, listed)
        or _is_bargain(words)
        or _is_without(words, listed)
        or _is_unreal(words)
        or (not backshifted and _is_thought_up(words))
    )


def _is_condition(token: "Token", listed: dict[str, list[str]]) -> bool:
    """Tell "if the line stops" from "even if" and from "asked if"."""
    if token.lower_ not in listed["marks"] or token.dep_ != "mark":
        return False
    before = token.nbor(-1).lower_ if token.i > 0 else ""
    return before not in listed["not_after"] and token.head.dep_ not in ("ccomp", "xcomp", "pcomp")


def _is_supposed(token: "Token", listed: dict[str, list[str]]) -> bool:
    """Tell "assuming the figures are right"."""
    thing = ("ccomp", "dobj") if token.lower_ in ("assuming", "supposing") else ("ccomp", "pcomp")
    clause = any(kid.dep_ in thing for kid in token.children)
    apart = token.dep_ in ("advcl", "prep", "acl")
    return (
        token.lower_ in listed["participles"] and apart and clause and token.tag_ in ("VBG", "VBN")
    )


def _reaches(clause: "Token", words: Scope) -> bool:
    """Say whether a condition is one on the statement itself, not on a clause within it."""
    if clause.i == words.head.i:
        return True
    above = clause.head
    if above.i not in {token.i for token in words.inside} and clause.i != above.i:
        return True
    for _ in range(_DEEPEST):
        if above.i == words.head.i:
            return True
        if above.dep_ not in ("ccomp", "conj", "xcomp"):
            return False
        if above.dep_ == "xcomp" and above.head.lemma_ in _orders():
            return False
        above = above.head
    return False


def _orders() -> list[str]:
    found: list[str] = load("hedges")["conditional"]["orders"]
    return found


def _is_inverted(words: Scope, listed: dict[str, list[str]]) -> bool:
    """Tell "had they asked us, we would have helped"; a question has no second clause."""
    spoken = [token for token in words.tokens if not token.is_punct]
    if any(_is_turned(token, listed) for token in spoken):
        return True
    if not spoken or spoken[0].lower_ not in listed["inverted"]:
        return False
    asked = words.tokens[-1].text == "?"
    return not asked and any(t.tag_ == "MD" and t.i > spoken[0].i for t in words.tokens)


def _is_turned(token: "Token", listed: dict[str, list[str]]) -> bool:
    """Tell "would have drifted had the rope broken": the helping word before its subject."""
    if token.lower_ not in listed["inverted"] or token.dep_ not in ("aux", "auxpass"):
        return False
    subject = next((kid for kid in token.head.children if kid.dep_ in _SUBJECTS), None)
    turned = subject is not None and token.i < subject.i
    return turned and token.head.dep_ == "advcl"


def _is_bargain(words: Scope) -> bool:
    """Tell "give us steel and we will double output"."""
    first = next((token for token in words.tokens if not token.is_punct), None)
    if first is None or first.tag_ != "VB" or any(k.dep_ in _SUBJECTS for k in first.children):
        return False
    return any(
        kid.dep_ == "conj" and any(k.tag_ == "MD" for k in kid.children) for kid in first.children
    )


def _is_without(words: Scope, listed: dict[str, list[str]]) -> bool:
    lacking = any(t.lower_ in listed["without"] and t.dep_ == "prep" for t in words.main)
    return lacking and any(t.tag_ == "MD" and t.lower_ in listed["would"] for t in words.main)


def _is_thought_up(words: Scope) -> bool:
    """A thing that is not there yet "would" do something."""
    for modal in _woulds(words):
        subject = next((kid for kid in modal.head.children if kid.dep_ in _SUBJECTS), None)
        if subject is not None and any(k.lower_ in ("a", "an", "any") for k in subject.children):
            return True
    return False


def _is_unreal(words: Scope) -> bool:
    """Tell "I would have answered it": a condition that did not hold."""
    for modal in _woulds(words):
        perfect = any(k.lower_ in ("have", "'ve", "’ve") for k in modal.head.children)
        if modal.head.i == words.head.i and perfect and modal.head.tag_ == "VBN":
            return True
    return False


def _woulds(words: Scope) -> "list[Token]":
    return [t for t in words.main if t.tag_ == "MD" and t.lower_ in ("would", "'d", "’d")]
