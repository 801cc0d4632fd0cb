"""Are those counted killed, wounded or lost?

Only where the grammar says so of them: they are the object or the passive subject
of a verb of harm, the subject of "die", bear its participle ("40 wounded men",
"40 men killed"), or stand under a noun of harm ("losses of 40 boats", "the toll
rose to 40"). A verb of harm elsewhere in the sentence says nothing of them.

It fails where the parse hangs the number on the wrong verb.
"""

from typing import TYPE_CHECKING

from allsource import vocab
from allsource.claims.quantities.draft import Draft
from allsource.claims.quantities.words import Word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["harmed"]

_UP = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "conj", "appos"})
_STEPS = 8
_OBJECTS = frozenset({"dobj", "nsubjpass", "obj", "oprd", "attr", "dative"})


def harmed(words: tuple[Word, ...], draft: Draft) -> bool:
    """Say whether the things counted came to harm.

    Args:
        words: all words of the paragraph.
        draft: a count, with its unit.
    """
    if draft.currency is not None or draft.kind not in {"count", None}:
        return False
    terms = _terms()
    if draft.unit is not None and draft.unit.name.split()[-1] in terms["nouns"]:
        return True
    following = words[draft.last] if draft.last < len(words) else None
    if following is not None and _participle(following.token, terms):
        return True
    token = draft.token(words)
    if draft.unit is not None and draft.first <= draft.unit.head < draft.last:
        if any(_participle(w.token, terms) for w in words[draft.number.last : draft.unit.last]):
            return True
        token = words[draft.unit.head].token
    return _governed(token, draft.token(words), terms)


def _terms() -> dict[str, list[str]]:
    table: dict[str, list[str]] = vocab.load("measured_things")["harm"]
    return table


def _participle(token: "Token", terms: dict[str, list[str]]) -> bool:
    acts = any(child.dep_ in {"nsubj", "dobj"} for child in token.children)
    return token.lower_ in terms["states"] and not acts


def _governed(token: "Token", number: "Token", terms: dict[str, list[str]]) -> bool:
    for _ in range(_STEPS):
        if any(_bears(child, terms) for child in token.children):
            return True
        head = token.head
        if head.i == token.i or _part_of_it(token, number):
            return False
        if head.pos_ in {"VERB", "AUX"} and head.lower_ != "including":
            return _of_verb(token, head, terms)
        if token.dep_ not in _UP and not _passed(token):
            return False
        if head.lemma_.lower() in terms["nouns"]:
            return True
        token = head
    return False


def _bears(child: "Token", terms: dict[str, list[str]]) -> bool:
    """Say whether a clause after the noun tells its harm: "40 men killed", "40 men who died"."""
    if child.dep_ == "acl":
        return child.lower_ in terms["states"]
    return child.dep_ == "relcl" and child.lemma_.lower() in terms["dying"]


def _passed(token: "Token") -> bool:
    """Follow some prepositions up: "losses of 40 boats", "killed 30, including 12 children"."""
    over = {"of", "to", "at", "including"}
    return token.dep_ in {"pobj", "prep", "dobj"} and (
        token.lower_ in over or token.head.lower_ in over
    )


def _part_of_it(token: "Token", number: "Token") -> bool:
    """Say whether another number is taken of these: the 40 of "12 of the 40 men were killed"."""
    return token.lower_ == "of" and token.head.pos_ == "NUM" and token.head.i != number.i


def _of_verb(token: "Token", verb: "Token", terms: dict[str, list[str]]) -> bool:
    lemma = verb.lemma_.lower()
    subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i != token.i]
    if any(s.lemma_.lower() in terms["nouns"] for s in subjects):
        return token.dep_ in _OBJECTS | {"prep", "pobj", "acomp", "npadvmod"}
    if token.dep_ == "nsubj":
        return lemma in terms["dying"] or (lemma in terms["harming"] and _passive(verb))
    return lemma in terms["harming"] and token.dep_ in _OBJECTS


def _passive(verb: "Token") -> bool:
    """Say whether a verb of harm has no object: "40 people hurt in the fire"."""
    return not any(c.dep_ in {"dobj", "aux"} for c in verb.children)
