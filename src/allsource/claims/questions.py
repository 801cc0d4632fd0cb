"""Does a statement leave open whether it is so?

Told by "whether", by "if" after a verb of asking or knowing, by a predicate
("it is unclear"), and by a question mark at its end.

"Whether by rail or by sea" and "whether to mend the roof" leave nothing open. It
fails on questions that are only asked to be answered.
"""

from typing import TYPE_CHECKING

from allsource.claims.markers import Scope
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_questioned", "leaves_open_below"]

_FREE_CHOICE = 12
"""Words within which an "or" turns "whether" into "no matter which"."""


def is_questioned(words: Scope) -> bool:
    """Say whether a statement is left open.

    Args:
        words: of the statement, from `markers.scope`.

    Example:
        >>> from allsource.claims.markers import scope
        >>> from allsource.claims.parse import parse_text
        >>> from allsource.model.span import Span
        >>> paragraph = parse_text("Did the yard close?").paragraphs[0]
        >>> is_questioned(scope(paragraph, Span(0, 19)))
        True
    """
    return _is_asked(words) or any(_leaves_open(token, words) for token in words.tokens)


def leaves_open_below(words: Scope) -> bool:
    """Say whether what is left open stands below the head: "did not know whether it was so".

    A negator on the head is then no part of what is told.

    Args:
        words: of the statement, from `markers.scope`.
    """
    marks = [*load("hedges")["questioned"]["marks"], "if"]
    return any(t.lower_ in marks and t.head.i != words.head.i for t in words.tokens)


def _is_asked(words: Scope) -> bool:
    """A question mark ends the statement, or follows it at once."""
    last = words.inside[-1]
    after = [last, *(last.nbor(k) for k in (1, 2) if last.i + k < len(last.doc))]
    for token in after:
        if "?" in token.text:
            return True
        if token.i != last.i and not token.is_punct:
            return False
    return False


def _leaves_open(token: "Token", words: Scope) -> bool:
    listed = load("hedges")["questioned"]
    if token.lower_ in listed["marks"] and token.i in words.main_places:
        return not _is_free_choice(token) and not _is_choice_of_deed(token)
    if token.tag_ in ("WRB", "WP", "WDT"):
        return _is_unknown(token, words)
    if token.lower_ == "if" and token.dep_ == "mark":
        return _after_asking(token, words)
    if token.lemma_ not in listed["predicates"] or token.i not in words.main_places:
        return False
    near = token.head.i == words.head.i
    return near and token.dep_ in ("acomp", "attr", "oprd", "ROOT")


def _after_asking(token: "Token", words: Scope) -> bool:
    """Tell "asked if", "not known if" from "told to leave if"."""
    above = token.head.head
    if token.head.i == words.head.i and token.i == words.inside[0].i:
        return _asks(above) or any(_asks(kid) for kid in above.children if kid.pos_ == "ADJ")
    if token.head.dep_ == "advcl":
        return above.lemma_ in load("hedges")["questioned"]["asks"] and not _needs_denial(above)
    return token.head.dep_ == "ccomp" and _asks(above)


def _is_unknown(token: "Token", words: Scope) -> bool:
    """Tell "asked who had paid", "I don't know where it is", "had no idea how" from "knew who"."""
    clause = token.head if token.head.pos_ in ("VERB", "AUX") else token.head.head
    above = clause.head
    if clause.dep_ not in ("ccomp", "advcl", "relcl", "acl") or not _is_near(clause, words):
        return False
    listed = load("hedges")["questioned"]
    if above.lemma_ in listed["no_idea"]:
        return any(kid.lower_ == "no" for kid in above.children)
    if clause.dep_ == "ccomp" and above.lemma_ in listed["asking"]:
        return True
    return clause.dep_ != "relcl" and above.lemma_ in listed["knowing"] and _is_denied(above)


def _is_near(clause: "Token", words: Scope) -> bool:
    """The clause is the statement, or what its verb or its object is about."""
    above = clause.head
    return words.head.i in (clause.i, above.i, above.head.i)


def _is_denied(word: "Token") -> bool:
    negators = load("hedges")["negation"]["words"]
    return any(kid.lower_ in negators or kid.dep_ == "neg" for kid in word.children)


def _needs_denial(word: "Token") -> bool:
    return word.lemma_ in load("hedges")["questioned"]["unless_denied"]


def _asks(word: "Token") -> bool:
    """Tell "asked", "not known" and "did not say" from "said"."""
    listed = load("hedges")["questioned"]
    if _needs_denial(word):
        return _is_denied(word)
    return word.lemma_ in listed["asks"]


def _is_choice_of_deed(token: "Token") -> bool:
    """Tell "voted on whether to mend" from "unclear whether it was mended"."""
    return token.dep_ in ("mark", "advmod") and any(k.tag_ == "TO" for k in token.head.children)


def _is_free_choice(token: "Token") -> bool:
    """Tell "whether by rail or by sea" from "unclear whether"."""
    before = token.nbor(-1).lower_ if token.i > 0 else ""
    after = token.doc[token.i : token.i + _FREE_CHOICE]
    apart = before in (",", "—", "–") or token.head.dep_ == "advcl"
    return (apart or token.head.pos_ not in ("VERB", "AUX")) and any(
        w.lower_ == "or" for w in after
    )
