"""Does a cue take back its content, or call it told in error?

Three ways, each with words of ``vocab/hedges.yaml``: a verb of taking back over a
noun of saying ("withdrew his statement that", "walked back her claim that"), a
telling that has ended ("no longer says that"), and a telling that is called wrong
("wrongly reported that", "had been wrong to say that", "misreported that").

A withdrawal that is asked for, refused or only possible takes back nothing. It
fails on withdrawals told in another sentence ("I was wrong").
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_taken_back"]

_PLACES = ("dobj", "nsubjpass", "pobj")


def is_taken_back(cue: "Iterable[Token]") -> bool:
    """Say whether the words of a cue take back what they credit somebody with.

    Args:
        cue: its tokens.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> def told(text): return is_taken_back(parse_text(text).paragraphs[0].doc[2:5])
        >>> told("The mayor withdrew his claim that the yard was open.")
        True
        >>> told("The mayor repeated his claim that the yard was open.")
        False
    """
    return any(_withdrawn(word) or _ended(word) or _mistaken(word) for word in cue)


def _withdrawn(word: "Token") -> bool:
    """Tell "withdrew his statement", "walked back her claim", "no longer stands by the claim"."""
    listed = load("hedges")["taken_back"]
    noun = word if word.pos_ == "NOUN" else _told_under(word)
    if noun is None or noun.lemma_.lower() not in listed["nouns"] or noun.dep_ not in _PLACES:
        return False
    between = noun.head if noun.dep_ == "pobj" else None
    verb = between.head if between is not None else noun.head
    if verb.pos_ == "ADV":
        verb = verb.head  # "backed away from": the preposition hangs on the particle
    beside = {kid.lower_ for kid in verb.children}
    if between is not None and between.lower_ in listed["upheld"].get(verb.lemma_, ()):
        return _no_longer(verb)
    particles = listed["particles"].get(verb.lemma_, ())
    turned = verb.lemma_ in listed["verbs"] and between is None
    return (turned or bool(beside & set(particles))) and _happens(verb)


def _told_under(verb: "Token") -> "Token | None":
    """The noun of saying that a verb has for its object, with or without a preposition."""
    if verb.pos_ != "VERB":
        return None
    near = list(verb.children)
    near += [far for kid in near if kid.dep_ == "prep" for far in kid.children]
    nouns = load("hedges")["taken_back"]["nouns"]
    return next((k for k in near if k.dep_ in _PLACES and k.lemma_.lower() in nouns), None)


def _ended(verb: "Token") -> bool:
    """Tell "no longer says"."""
    return verb.lemma_ in load("hedges")["taken_back"]["ended"] and _no_longer(verb)


def _no_longer(verb: "Token") -> bool:
    longer = [kid for kid in verb.children if kid.lower_ == "longer"]
    near = [*verb.children, *(far for kid in longer for far in kid.children)]
    return bool(longer) and any(kid.lower_ == "no" for kid in near)


def _mistaken(verb: "Token") -> bool:
    """Tell "wrongly reported", "misreported", "was wrong to say", "was mistaken in saying"."""
    listed = load("hedges")["taken_back"]
    if verb.pos_ != "VERB":
        return False
    if verb.lower_ in listed["misreported"]:
        return _happens(verb)
    if any(kid.dep_ == "advmod" and kid.lower_ in listed["adverbs"] for kid in verb.children):
        return _happens(verb)
    above = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "in" else verb.head
    if verb.dep_ not in ("xcomp", "pcomp"):
        return False
    wrong = [above, *(kid for kid in above.children if kid.dep_ in ("acomp", "oprd"))]
    return any(word.lower_ in listed["wrong"] for word in wrong) and not any(
        kid.dep_ == "neg" for word in (above, above.head) for kid in word.children
    )


def _happens(verb: "Token") -> bool:
    """It is told as done: not denied, asked for, supposed or only possible."""
    if any(kid.dep_ == "neg" or kid.tag_ == "MD" or kid.lower_ == "if" for kid in verb.children):
        return False
    infinitive = verb.tag_ == "VB" and any(kid.lower_ == "to" for kid in verb.children)
    return not infinitive or verb.head.lemma_ in load("hedges")["taken_back"]["made_to"]
