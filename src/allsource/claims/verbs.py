"""Which verbs of a paragraph credit somebody, and with what?

Every listed verb (``vocab/cues.yaml``) is tried with the complements listed for
it, in this order: a clause, an infinitive, an object, a prepositional phrase;
a verb set between commas credits the clause around it. Who is credited is the
verb's subject, or a passive's agent.

It fails on unlisted verbs, on clauses that the parser hangs elsewhere, and where
a subject is shared over more than a few clauses. Negated telling ("did not say
that") credits nobody; negated belief does.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from allsource.claims.citing import CITING
from allsource.claims.clauses import (
    child,
    children,
    gloss,
    group,
    spans_of,
    subject,
    under,
    verb_group,
)
from allsource.claims.credit import Credit
from allsource.claims.lexicon import VerbCue, lexicon
from allsource.claims.parse import Paragraph
from allsource.claims.sources import describe
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["find", "medium", "participle", "teller_of", "tellers"]

_FIRST_PERSONS = frozenset({"i", "we", "you", "me", "us"})
_UNREAL = ("can", "could", "would", "should", "might", "may", "must", "ca")
_SUPPOSED = frozenset({*(("aux", word) for word in _UNREAL), ("mark", "if"), ("mark", "unless")})
"""Words that make telling a mere possibility: "could say", "even if she denies"."""
_ALL = frozenset({"everyone", "everybody", "anyone", "anybody"})
_PLACES = frozenset({"in", "on", "at", "during", "via"})
_JOINED = frozenset({"if", "because", "unless", "although", "though", "when", "since", "until"})


def find(paragraph: Paragraph, number: int) -> list[Credit]:
    """Find the credits that verbs give in one paragraph, in order.

    Args:
        paragraph: a parsed paragraph.
        number: its index in the document.
    """
    found = (_credit(paragraph, number, verb, cue) for verb, cue in tellers(paragraph))
    return [credit for credit in found if credit is not None]


def tellers(paragraph: Paragraph) -> "Iterator[tuple[Token, VerbCue]]":
    """Give the listed verbs of a paragraph that are used to tell, with their entries."""
    verbs = lexicon().verbs
    for token in paragraph.doc:
        cue = verbs.get(token.lemma_.lower()) or verbs.get(token.lower_)
        if cue is not None and token.pos_ in {"VERB", "AUX"} and _telling(token, cue):
            yield token, cue


def teller_of(verb: "Token") -> "Token | None":
    """Give the head word of the one whom a verb credits; a participle shares the last teller."""
    if child(verb, "auxpass") is not None:
        agent = child(verb, "agent")
        return child(agent, "pobj") if agent is not None else None
    if participle(verb):
        outer = _outer_teller(verb)
        if outer is not None:
            return subject(outer)
    return subject(verb)


def participle(verb: "Token") -> bool:
    """Say whether a verb is an "-ing" form after a comma without a subject of its own."""
    return (
        verb.tag_ == "VBG"
        and verb.dep_ in {"advcl", "acl", "conj", "dep", "xcomp", "pcomp"}
        and child(verb, "nsubj", "aux") is None
        and verb.i > 0
        and any(w.text in {",", "”", '"', "–", "—"} for w in verb.doc[max(0, verb.i - 2) : verb.i])
    )


def medium(verb: "Token") -> str | None:
    """Give where it was said, if the verb tells: "in a documentary", "told the Herald"."""
    for prep in children(verb, "prep"):
        place = child(prep, "pobj")
        if place is None or prep.lower_ not in _PLACES:
            continue
        if place.lemma_.lower() in lexicon().media:
            return place.text if place.pos_ == "PROPN" else _with_compound(place)
    for hearer in children(verb, "dobj", "dative", "pobj"):
        if verb.lemma_ == "tell" and hearer.pos_ == "PROPN":
            told = describe(hearer)
            return told.name if told.kind == "outlet" else None
    return None


def _with_compound(noun: "Token") -> str:
    words = [kid.lower_ for kid in children(noun, "compound") if kid.pos_ == "NOUN"]
    return " ".join([*words, noun.lower_])


def _telling(verb: "Token", cue: VerbCue) -> bool:
    needed = cue.needs is None or any(kid.lower_ == cue.needs for kid in verb.children)
    if not needed or verb.dep_ in {"amod", "compound", "aux", "auxpass"} or verb.lower_ in CITING:
        return False
    kids = [*verb.children, *_shared(verb)]
    if verb.tag_ == "VBN" and not any(kid.dep_ in {"aux", "auxpass"} for kid in kids):
        return verb.dep_ in {"ROOT", "conj"} and child(verb, "nsubj") is not None
    if cue.type != "belief" and any(kid.dep_ == "neg" or kid.lower_ == "neither" for kid in kids):
        return False
    if any((kid.dep_, kid.lower_) in _SUPPOSED for kid in kids):
        return False
    if any(kid.tag_ == "TO" for kid in kids):
        return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in lexicon().before
    return True


def _shared(verb: "Token") -> "list[Token]":
    """What helps a verb through the one it is joined to: "did not confirm or deny"."""
    if verb.dep_ != "conj" or child(verb, "nsubj", "aux", "auxpass") is not None:
        return []
    same = verb.head.tag_ == verb.tag_
    words = children(verb.head, "aux", "neg", "preconj", "cc") if same else []
    return [kid for kid in words if kid.i < verb.head.i]


def _outer_teller(verb: "Token") -> "Token | None":
    """The telling verb that a participle hangs on, however deep in what it tells."""
    verbs = lexicon().verbs
    current = verb
    for _ in range(8):
        if current.head == current:
            return None
        current = current.head
        own = child(current, "nsubj")
        told = own is not None and describe(own).kind is not None
        if told and current.lemma_.lower() in verbs and current.pos_ == "VERB":
            return current
    return None


def _credit(paragraph: Paragraph, number: int, verb: "Token", cue: VerbCue) -> Credit | None:
    passive = child(verb, "auxpass") is not None
    teller = teller_of(verb)
    if teller is None or passive or not _may_tell(teller, cue, verb):
        return None
    content, extra = _content(verb, cue, teller)
    content -= {teller.i}
    content -= _glosses(paragraph, content)
    if not content:
        return None
    words = group(teller) - under(verb) if verb.i in group(teller) else group(teller)
    source = spans_of(paragraph, words - content if teller.i not in content else words)
    spans = spans_of(paragraph, content)
    cue_spans = spans_of(paragraph, (verb_group(verb) | extra) - content)
    if not (source and spans and cue_spans):
        return None
    return Credit(
        number, verb, cue_spans, teller, source, spans, medium(verb), participle(verb)
    )  # fmt: skip


def _glosses(paragraph: Paragraph, content: set[int]) -> set[int]:
    """Clauses at the end of a content in which the writer explains a thing."""
    last = max(content, default=0)
    found = [paragraph.doc[i] for i in content if paragraph.doc[i].dep_ == "relcl"]
    return set().union(*(under(t) for t in found if gloss(t) and t.right_edge.i >= last))


def _may_tell(teller: "Token", cue: VerbCue, verb: "Token") -> bool:
    """Say whether this subject can be credited by such a verb."""
    if teller.lower_ in {"i", "we"}:
        return cue.type == "speech" and _told_then(verb)
    if teller.lower_ in _FIRST_PERSONS or teller.tag_ in {"EX", "WP", "WDT"}:
        return False
    if teller.lower_ == "it":
        told_so = cue.type == "speech" and child(verb, "ccomp") is not None
        return told_so or "at" in cue.with_
    if teller.lower_ in {"this", "that", "these", "which", "what"} or _cannot_tell(teller, cue):
        return False
    told = describe(teller)
    if told.kind is not None:
        return not (cue.type in {"belief", "act"} and told.kind == "sensor")
    return cue.type == "speech" and child(verb, "ccomp") is not None


def _told_then(verb: "Token") -> bool:
    """Tell "I told them that", another telling of the speaker's own, from "I say that"."""
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and child(verb, "aux") is not None)


def _cannot_tell(teller: "Token", cue: VerbCue) -> bool:
    """Tell "the image shows" from "the image says", and "everyone says" from "everyone knows"."""
    if teller.lower_ in _ALL:
        return cue.type == "belief"
    return teller.lemma_.lower() in lexicon().shown and cue.lemma not in lexicon().showing


def _content(verb: "Token", cue: VerbCue, teller: "Token") -> tuple[set[int], set[int]]:
    """Give the places of what a verb credits, and those that its cue gains."""
    if "clause" in cue.with_:
        clause = _clause(verb, teller) or _around(verb)
        if clause:
            return clause, set()
    if "to" in cue.with_ and not cue.prep_only:
        goal = _infinitive(verb, whom=cue.whom)
        if goal:
            return goal, set()
    if not {"object", "as"} & cue.with_ and cue.with_ <= {"clause", "quote", "to"}:
        return set(), set()
    return _phrase(verb, cue)


def _clause(verb: "Token", teller: "Token") -> set[int]:
    """The clause that a verb takes, with what was hung beside it by mistake."""
    clauses = [
        kid
        for kid in children(verb, "ccomp")
        if teller.i not in under(kid) and (_carried(verb, kid) or not _of_the_teller(kid))
    ]
    if not clauses:
        return set()
    content: set[int] = set()
    for clause in clauses:
        content |= under(clause) - _mark(clause) - _others(clause)
        content |= _carried(verb, clause) | _left_behind(verb, clause)
    last = max(content)
    for kid in children(verb, "advcl"):
        mark = child(kid, "mark", "advmod")
        joined = mark is not None and mark.lower_ in _JOINED
        if joined and (kid.left_edge.i == last + 1 or last < verb.i < kid.i):
            content |= under(kid)
    return content - verb_group(verb)


def _carried(verb: "Token", clause: "Token") -> set[int]:
    """The noun that a clause is about, in "rules which the bank says are strict"."""
    if verb.dep_ != "relcl":
        return set()
    own = child(clause, "nsubj", "nsubjpass", "dobj")
    if own is None or own.tag_ != "WDT" or own.i > verb.i:
        return set()
    return under(verb.head, verb) | {own.i}


def _left_behind(verb: "Token", clause: "Token") -> set[int]:
    """An object that the parser hangs on the cue: "they share, the clerk said, the pictures"."""
    thing = child(verb, "dobj")
    if thing is None or not clause.i < verb.i < thing.i or child(clause, "dobj") is not None:
        return set()
    return under(thing) if verb.doc[thing.left_edge.i - 1].text == "," else set()


def _others(clause: "Token") -> set[int]:
    """A clause after a comma in which somebody else tells: ", while Y said ...", ", and Y said"."""
    verbs = lexicon().verbs
    apart: set[int] = set()
    for kid in [*children(clause, "advcl", "conj"), *_conjoined(clause)]:
        own, mark = child(kid, "nsubj"), child(kid, "mark")
        beside = kid.dep_ == "conj" or (mark is not None and mark.lower_ in {"while", "whereas"})
        told = kid.lemma_.lower() in verbs and own is not None and describe(own).kind is not None
        opening = min((w.i for w in kid.subtree if not w.is_punct), default=kid.i)
        commas = {w.text for w in kid.doc[max(0, opening - 2) : opening]}
        if beside and told and "," in commas:
            apart |= under(kid)
    return apart


def _conjoined(clause: "Token") -> "list[Token]":
    return [second for first in children(clause, "conj") for second in children(first, "conj")]


def _of_the_teller(clause: "Token") -> bool:
    """A clause on the teller that the parser hangs on the verb: "he said, who would not ..."."""
    first = min((w for w in clause.subtree if not w.is_punct), key=lambda w: w.i, default=clause)
    return first.lower_ in {"who", "which"} and first.i > 0 and first.nbor(-1).text == ","


def _mark(clause: "Token") -> set[int]:
    return {kid.i for kid in children(clause, "mark") if kid.lower_ == "that"}


def _around(verb: "Token") -> set[int]:
    """The clause around a verb that stands between commas: "the gate, he said, was shut"."""
    if verb.dep_ not in {"parataxis", "ccomp", "advcl", "dep", "conj"} or child(verb, "mark"):
        return set()
    doc = verb.doc
    words = [i for i in under(verb) if not doc[i].is_punct]
    left, right = min(words), max(words)
    before = doc[left - 1].text if left else ""
    after = doc[right + 1].text if right + 1 < len(doc) else "."
    if before not in {",", "–", "—"} or after not in {",", ".", ";", "–", "—"}:
        return set()
    return under(verb.head) - under(verb)


def _infinitive(verb: "Token", *, whom: bool) -> set[int]:
    goal = child(verb, "xcomp")
    if goal is None or not any(kid.tag_ == "TO" for kid in goal.children):
        return set()
    hearer = child(verb, "dobj") or child(goal, "nsubj")
    if hearer is None and whom:
        return set()
    return under(goal) | (under(hearer) if hearer is not None else set())


def _phrase(verb: "Token", cue: VerbCue) -> tuple[set[int], set[int]]:
    """An object with what follows it, or a listed preposition's phrase."""
    thing = child(verb, "dobj")
    preps = [kid for kid in children(verb, "prep") if kid.i > verb.i]
    for prep in preps:
        if prep.lower_ in cue.with_:
            return _with_preposition(verb, prep, thing)
    if cue.prep_only or "object" not in cue.with_ or thing is None:
        return set(), set()
    if cue.of_claims and thing.lemma_.lower() not in load("hedges")["denied"]["contents"]:
        return set(), set()
    content = under(thing)
    for kid in verb.children:
        if kid.i > thing.i and kid.dep_ in {"prep", "oprd", "xcomp", "ccomp"} and not _aside(kid):
            content |= under(kid)
    return content, set()


def _aside(kid: "Token") -> bool:
    """A phrase that tells of the telling ("in an interview"), not of the thing."""
    place = child(kid, "pobj")
    if place is None or kid.lower_ not in _PLACES:
        return False
    return place.lemma_.lower() in lexicon().media or place.ent_type_ in {"DATE", "TIME"}


def _with_preposition(
    verb: "Token", prep: "Token", thing: "Token | None"
) -> tuple[set[int], set[int]]:
    content = under(prep)
    extra: set[int] = set()
    goal = child(verb, "xcomp")
    if goal is not None and goal.i > prep.i and prep.lower_ in {"on", "for"}:
        content |= under(goal)
    if thing is not None:
        content |= under(thing)
    elif prep.lower_ != "as":
        content -= {prep.i}
        extra = {prep.i, *(kid.i for kid in children(verb, "prt", "advmod") if kid.lower_ == "out")}
    return content, extra
