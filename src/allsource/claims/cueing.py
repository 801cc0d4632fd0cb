"""What does a cue itself say of its content: denied, doubted, planned, guessed, or only claimed?

The words of the cue are read together with what hangs on them: a negator ("did
not rule out"), a particle ("knocked down"), what the content is called ("called
the report baseless"), an adverb of the outlet ("reportedly told"), and a source
that is itself doubtful ("an unconfirmed report says"). What is taken back is denied (``takebacks``).

Caution of the source ("believes", "suggests") is kept apart from distance of the
outlet ("is said to have told", "claims, without evidence,"); a speaking verb alone
("claims", "alleges") is neither. It fails on cues that tell their doubt
at length, and on irony.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from allsource.claims.lexicon import lexicon
from allsource.claims.markers import hedge_at, verb_strength, word_strength
from allsource.claims.parse import Paragraph
from allsource.claims.takebacks import is_taken_back
from allsource.model.claim import Hedge
from allsource.model.span import Span
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Cueing", "read_cue"]

_STANCES = Literal["denied", "questioned", "expected"]
_DEPTH = 3
"""Governors looked at above a cue: "is said to have told"."""
_OPEN = 0.5
"""How much "did not rule out" weakens."""


@dataclass(frozen=True, slots=True)
class Cueing:
    """What a cue says of its content.

    Args:
        status: what it makes of the content, None where it only passes it on.
        distant: hedges of the outlet.
        tentative: hedges of the source.
        agentless: nobody is credited by it ("is believed"): its caution is the outlet's.
        told: it is itself what somebody says ("said the hall is believed to be empty"), so
            that its caution is theirs.
        past: it stands in the past, so that "would" below it may be a plain "will".
    """

    status: _STANCES | None = None
    distant: tuple[Hedge, ...] = ()
    tentative: tuple[Hedge, ...] = ()
    agentless: bool = False
    told: bool = False
    past: bool = False


def read_cue(paragraph: Paragraph, cued: Iterable[Span], proposition: Span) -> Cueing:
    """Read the stance that a cue takes.

    Args:
        paragraph: that the cue stands in.
        cued: absolute spans of the cue.
        proposition: what it credits; its own words are not read.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> paragraph = parse_text("The firm denied that it sold the hall.").paragraphs[0]
        >>> read_cue(paragraph, [Span(9, 15)], Span(16, 37)).status
        'denied'
    """
    own = [t for t in _tokens_at(paragraph, cued) if not _inside(paragraph, t, proposition)]
    tokens = own or list(_tokens_at(paragraph, cued))
    if not tokens:
        return Cueing()
    verbs = [t for t in tokens if t.pos_ in ("VERB", "AUX")]
    verbs = verbs or [t for t in tokens if t.lemma_ in _entries("tentative")]
    doubts = _tentative(paragraph, [*verbs, *_attitudes(tokens)])
    nouns = (_above_noun(t) for t in tokens if t.pos_ == "NOUN")
    status = _status([*verbs, *(verb for verb in nouns if verb is not None)])
    unsure = _unsure(paragraph, tokens, verbs)
    if unsure:
        status, doubts = None, unsure
    elif any(_disbelieves(verb) for verb in verbs) or is_taken_back(tokens):
        status = "denied"
    elif status == "denied" and _is_negated(verbs):
        status, doubts = None, (hedge_at(paragraph, verbs[-1:], _OPEN),)
    return Cueing(
        status=status,
        distant=_distant(paragraph, tokens, proposition),
        tentative=doubts,
        agentless=any(_agentless(t) for t in verbs),
        told=any((_agentless(t) or _impersonal(t)) and _is_told(t) for t in verbs),
        past=any(t.tag_ in ("VBD", "VBN") for t in verbs),
    )


def _attitudes(tokens: "list[Token]") -> "list[Token]":
    """The adjectives of a cue: "is confident"."""
    return [t for t in tokens if t.pos_ == "ADJ" and t.dep_ == "acomp"]


def _unsure(paragraph: Paragraph, tokens: "list[Token]", verbs: "list[Token]") -> tuple[Hedge, ...]:
    """The word of doubt in "is not sure", "was not convinced"."""
    words = load("hedges")["uncertain"]["not_sure"]["words"]
    near = [*tokens, *(kid for verb in verbs for kid in verb.children if kid.dep_ == "acomp")]
    if not _is_negated(verbs):
        return ()
    return tuple(hedge_at(paragraph, [t], _OPEN) for t in near if t.lower_ in words)[:1]


def _status(verbs: "list[Token]") -> _STANCES | None:
    if any(_denies(verb) for verb in verbs):
        return "denied"
    if any(_doubts(verb) for verb in verbs):
        return "questioned"
    lemmas = {verb.lemma_ for verb in verbs}
    return "expected" if lemmas & set(load("hedges")["expected"]["cues"]) else None


def _disbelieves(verb: "Token") -> bool:
    """Tell "does not believe that"."""
    return verb.lemma_ in load("hedges")["denied"]["disbelief"] and _is_negated([verb])


def _above_noun(noun: "Token") -> "Token | None":
    """The verb that a noun of telling is the object of: "denied" of "denied claims that"."""
    while noun.dep_ in ("pobj", "prep", "conj") and noun.head.pos_ not in ("VERB", "AUX"):
        noun = noun.head
    return noun.head if noun.dep_ in ("dobj", "nsubjpass") and noun.head.pos_ == "VERB" else None


def _denies(verb: "Token") -> bool:
    """Tell "denied the report" from "denied the request" and "rejected efforts to"."""
    listed = load("hedges")["denied"]
    if {kid.lower_ for kid in verb.children} & set(listed["particles"].get(verb.lemma_, ())):
        return verb.lemma_ == "plead" or _of_claims(verb)
    if verb.lemma_ in listed["calls"] and _called_false(verb):
        return True
    if verb.lemma_ not in listed["cues"]:
        return False
    thing = _object(verb)
    if thing is None:
        return True
    if verb.lemma_ == "deny":
        return thing.lemma_.lower() not in listed["granted"]
    return _of_claims(verb)


def _of_claims(verb: "Token") -> bool:
    """Its object is something told: a claim, or a noun with a clause."""
    thing = _object(verb)
    if thing is None:
        return any(kid.dep_ in ("ccomp", "pcomp", "xcomp") for kid in verb.children)
    clausal = any(k.dep_ in ("acl", "ccomp", "relcl") and _has_subject(k) for k in thing.children)
    return clausal or thing.lemma_.lower() in load("hedges")["denied"]["contents"]


def _object(verb: "Token") -> "Token | None":
    return next((kid for kid in verb.children if kid.dep_ in ("dobj", "nsubjpass")), None)


def _called_false(verb: "Token") -> bool:
    """Something under the verb says "false", "a lie", "nonsense", near enough to be its own."""
    predicates = load("hedges")["denied"]["predicates"]
    near = [kid for kid in verb.children if kid.i > verb.i]
    near += [far for kid in near for far in kid.children]
    near += [far for kid in near if kid.dep_ == "prep" for far in kid.subtree]
    near += [word for word in verb.subtree if _is_quoted(word)]
    return any(word.lower_ in predicates or word.lemma_.lower() in predicates for word in near)


def _is_quoted(word: "Token") -> bool:
    """A single word in quotation marks: called it "rubbish"."""
    inside = 0 < word.i < len(word.doc) - 1
    return inside and word.nbor(-1).is_quote and (word.nbor().is_quote or word.nbor().is_punct)


def _doubts(verb: "Token") -> bool:
    listed = load("hedges")["questioned"]
    if verb.lemma_ in listed["cues"]:
        return True
    if verb.lemma_ in listed["negated"] and _is_negated([verb]):
        return True
    kids = list(verb.children)
    if verb.lemma_ == "be" and any(kid.lower_ in listed["calls"] for kid in kids):
        return True
    return verb.lemma_ in listed["holds"] and any(
        kid.lemma_ in listed["nouns"] and not _little(kid) for kid in kids
    )


def _little(noun: "Token") -> bool:
    return any(kid.lower_ in load("hedges")["questioned"]["little"] for kid in noun.children)


def _is_negated(verbs: "list[Token]") -> bool:
    """A negator on the verb, or on what it hangs on ("would not rule out", "refused to")."""
    listed = load("hedges")["negation"]
    for verb in verbs:
        above = [verb, verb.head] if verb.dep_ == "xcomp" else [verb]
        for word in above:
            if any(kid.lower_ in listed["words"] for kid in word.children):
                return True
            if word.i != verb.i and word.lemma_ in listed["verbs"]:
                return True
    return False


def _tentative(paragraph: Paragraph, verbs: "list[Token]") -> tuple[Hedge, ...]:
    known = _entries("tentative")
    return tuple(
        hedge_at(paragraph, [verb], float(known[verb.lemma_]["strength"]))
        for verb in verbs
        if verb.lemma_ in known and not _agentless(verb)
    )


def _agentless(verb: "Token") -> bool:
    """Nobody is named in "is believed to"."""
    kids = {kid.dep_ for kid in verb.children}
    feels = verb.lower_ in lexicon().adjectives
    return verb.tag_ == "VBN" and "auxpass" in kids and "agent" not in kids and not feels


def _impersonal(verb: "Token") -> bool:
    """Tell "it seemed that" from "the ship seemed to turn"."""
    return verb.lemma_ in ("seem", "appear") and any(
        kid.dep_ == "nsubj" and kid.lower_ == "it" for kid in verb.children
    )


def _is_told(verb: "Token") -> bool:
    """It stands in what somebody is said to say: "said that it was believed to be"."""
    while verb.dep_ == "conj":
        verb = verb.head
    above = verb.head
    told = verb.dep_ == "ccomp" and above.lemma_ in lexicon().verbs and not _agentless(above)
    return told and any(kid.dep_ == "nsubj" for kid in above.children)


def _distant(paragraph: Paragraph, tokens: "list[Token]", proposition: Span) -> tuple[Hedge, ...]:
    found: dict[int, Hedge] = {}
    beside = (kid for t in tokens for kid in _beside(t) if not _inside(paragraph, kid, proposition))
    for token in [*tokens, *beside]:
        strength = _strength(token)
        if strength is not None:
            found[token.i] = hedge_at(paragraph, [token], strength)
    return tuple(found[place] for place in sorted(found))


def _strength(token: "Token") -> float | None:
    verb, noun = token.pos_ in ("VERB", "AUX"), token.pos_ in ("NOUN", "PROPN")
    entry = _entries("cues").get(token.lemma_) if verb else None
    entry = entry or (_entries("nouns").get(token.lemma_.lower()) if noun else None)
    if entry is not None and (not entry.get("without_evidence") or _lacks_evidence(token)):
        return float(entry["strength"])
    if (alone := word_strength(token)) is not None:
        return alone
    if token.lower_ in load("hedges")["doubtful_sources"]["words"] or _is_given(token):
        return _OPEN
    return verb_strength(token, "passive") if verb and _agentless(token) else None


def _is_given(token: "Token") -> bool:
    """The adjective of "the letter, if genuine, shows"."""
    given = load("hedges")["doubtful_sources"]["given"]
    return token.lower_ in given and any(kid.lower_ == "if" for kid in token.children)


def _lacks_evidence(verb: "Token") -> bool:
    """Tell "claims without evidence", "claimed, without offering proof, that"."""
    near = [*verb.children, *(k for c in verb.children if c.dep_ == "ccomp" for k in c.children)]
    lacking = (kid for kid in near if kid.lower_ == "without" or _gives_none(kid))
    evidence = load("verification")["evidence"]["lemmas"]
    return any(word.lemma_.lower() in evidence for kid in lacking for word in kid.subtree)


def _gives_none(clause: "Token") -> bool:
    """Tell "providing no evidence"."""
    gives = clause.tag_ == "VBG" and clause.lemma_ in load("verification")["give"]["lemmas"]
    return gives and any(
        far.lower_ == "no" for kid in clause.children if kid.dep_ == "dobj" for far in kid.children
    )


def _beside(token: "Token") -> "Iterator[Token]":
    """What belongs to a cue's verb without being in the cue: adverbs, its source, its passive."""
    if token.pos_ == "NOUN":
        yield from (word for word in token.children if word.dep_ == "amod")
    if token.pos_ not in ("VERB", "AUX"):
        return
    media = load("hedges")["doubtful_sources"]["media"]
    for kid in token.children:
        if kid.dep_ in ("advmod", "advcl"):
            yield kid
        elif kid.dep_ in ("nsubj", "nsubjpass"):
            yield kid
            yield from (word for word in kid.children if word.dep_ == "amod")
        elif kid.dep_ == "prep" and kid.lower_ in media:
            yield from (word for noun in kid.children for word in noun.children)
    for _ in range(_DEPTH):
        if token.dep_ != "xcomp":
            return
        token = token.head
        yield token


def _has_subject(clause: "Token") -> bool:
    return any(kid.dep_ in ("nsubj", "nsubjpass") for kid in clause.children)


def _inside(paragraph: Paragraph, token: "Token", proposition: Span) -> bool:
    return proposition.covers(paragraph.span_of(token))


def _tokens_at(paragraph: Paragraph, spans: Iterable[Span]) -> "Iterator[Token]":
    for span in spans:
        start, end = span.shift(-paragraph.span.start)
        inside = paragraph.doc.char_span(max(start, 0), end, alignment_mode="expand")
        yield from inside if inside is not None else ()


@lru_cache(maxsize=4)
def _entries(part: str) -> dict[str, Mapping[str, Any]]:
    return {entry["lemma"]: entry for entry in load("hedges")[part]}
