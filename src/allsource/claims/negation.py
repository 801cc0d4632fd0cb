"""Is the proposition itself a negative?

"has not delivered", "never intervenes", "no engine was sold", "failed to pay":
a negator on the head, its helping verbs, its subject or object, or on the
clause that the head brings in. "no more than 200" and "not only" negate nothing.

It fails on negatives told by a noun ("the absence of proof") or by an adjective.
"""

from typing import TYPE_CHECKING

from allsource.claims.markers import Scope
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_negated"]

_INNER = {"xcomp", "ccomp"}
_ARGUMENTS = {"nsubj", "nsubjpass", "dobj", "attr", "expl"}
_HELD = {"neg", "advmod", "aux", "auxpass", "preconj", "cc"}


def is_negated(words: Scope) -> bool:
    """Say whether a negator bears on the proposition's statement.

    Args:
        words: the proposition's words, from `markers.scope`.
    """
    heads = [words.head, *(c for c in words.head.children if c.dep_ in _INNER)]
    places = {token.i for token in words.tokens}
    return any(
        _negates(child, head) for head in heads for child in head.children if child.i in places
    ) or any(_fails(head) for head in heads)


def _negates(child: "Token", head: "Token") -> bool:
    listed = load("hedges")["negation"]
    if child.dep_ in _HELD and child.lower_ in listed["words"]:
        return not _limits(child)
    if child.dep_ == "advmod" and child.lower_ == "longer":
        return any(c.lower_ == "no" for c in child.children)
    if child.dep_ in _ARGUMENTS and head.i >= 0:
        return (child.lower_ in listed["pronouns"] and not _limits(child)) or any(
            c.lower_ in listed["determiners"]
            and c.dep_ in ("det", "neg", "preconj", "cc")
            and not _limits(c)
            for c in child.children
        )
    return False


def _limits(token: "Token") -> bool:
    """Tell "no more than", "not only" from a negator."""
    following = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    return following in load("hedges")["negation"]["not_before"]


def _fails(head: "Token") -> bool:
    """Tell "failed to pay" and "has yet to pay"."""
    goes_on = any(child.dep_ == "xcomp" for child in head.children)
    if head.lemma_ in load("hedges")["negation"]["verbs"]:
        return goes_on
    return (
        goes_on and any(child.lower_ == "yet" for child in head.children) and head.lemma_ == "have"
    )
