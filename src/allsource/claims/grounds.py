"""Which words in the sentence of a judgement are marked as its ground?

In the sentence of the judgement a ground is opened by a conjunction or phrase ("because", "judging by"),
or is the subject of what infers ("tax records suggest that", "which means that"). A conjunction must hang on
what is judged: in "may have burst because a valve was left open" the cause is a part of what is judged, and so it
is in "probably because". Whose ground it is, is asked elsewhere (`claims.premises`), and so are the sentences
beside (`claims.conclusions`).

It fails where the parser hangs a clause on the wrong verb, and where a cause and a ground are worded alike.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from allsource.claims.cued import Cued, Mark, phrase, runs
from allsource.claims.judgements import within
from allsource.claims.parse import Paragraph
from allsource.model.claim import Claim
from allsource.model.judgement import Phrase
from allsource.model.span import Span
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["after", "inferred"]

_POINTS = frozenset({"this", "that", "these", "those"})
_COMPLEMENTS = frozenset(
    {"ccomp", "xcomp", "prep", "pobj", "pcomp", "acomp", "oprd", "attr", "dobj", "acl", "advcl"}
)


def after(
    paragraph: Paragraph, tokens: "list[Token]", claim: Claim, word: Phrase
) -> Iterator[Cued]:
    """Give the grounds that a conjunction or phrase opens in the sentence of a judgement.

    Args:
        paragraph: that holds it.
        tokens: of its sentence.
        claim: the judgement.
        word: by which it is judged.
    """
    hung = _hangers(paragraph, claim, word)
    told = {token.i for token in within(paragraph, word.span)}
    marks = [one for one in _apart(runs(tokens, "after")) if _fits(*one)]
    for number, (entry, run) in enumerate(marks):
        ground = _opened(entry, run)
        governor = _governor(run, ground)
        if not ground or governor is None or governor.i not in hung:
            continue
        if told & {token.i for token in ground}:
            continue
        if entry.causal and _is_cause(run[0], governor, word, paragraph):
            continue
        hung |= {one.head.i for one in run if one.dep_ == "mark"}
        ground = _to_comma(ground) if run[0].is_sent_start else ground
        ends = [other[0].i for _, other in marks[number + 1 :] if other[0].i > ground[0].i]
        kept = [token for token in ground if not ends or token.i < ends[0]]
        span = Span(paragraph.span_of(kept[0]).start, paragraph.span_of(kept[-1]).end)
        yield Cued(span, phrase(paragraph, run), "same", entry.opens == "thing")


def _to_comma(ground: "list[Token]") -> "list[Token]":
    """Give a ground that opens a sentence as far as its comma, where no verb stands before that."""
    rest = [token for token in ground[-1].sent if token.i > ground[-1].i]
    stop = next((token.i for token in rest if token.lower_ == ","), None)
    more = [token for token in rest if stop is not None and token.i < stop]
    return ground if any(token.pos_ in ("VERB", "AUX") for token in more) else [*ground, *more]


def _apart(
    runs: "Iterator[tuple[Mark, list[Token]]]",
) -> "list[tuple[Mark, list[Token]]]":
    """Keep of overlapping phrases the longest, in the order of the text."""
    taken: set[int] = set()
    kept = []
    for entry, run in runs:
        places = {token.i for token in run}
        if not taken & places:
            taken |= places
            kept.append((entry, run))
    return sorted(kept, key=lambda one: one[1][0].i)


def inferred(
    paragraph: Paragraph, tokens: "list[Token]", word: Phrase, claim: Claim
) -> Iterator[Cued]:
    """Give the ground that is the subject of "suggests that", "which means that", "points to".

    Args:
        paragraph: that holds the judgement.
        tokens: of its sentence.
        word: by which it is judged.
        claim: the judgement.
    """
    tops = _tops(paragraph, claim, word)
    listed = {row["lemma"]: row for row in load("premises")["inferring"]}
    for verb in tokens:
        row = listed.get(verb.lemma_.lower())
        if row is None or verb.pos_ not in ("VERB", "AUX") or not _leads(verb, tops):
            continue
        if row.get("likely") and not any(one.lower_ in _chances() for one in verb.subtree):
            continue
        own = next((kid for kid in verb.children if kid.dep_ in ("nsubj", "csubj")), None)
        if own is None:
            continue
        cue = phrase(paragraph, [verb])
        if own.lower_ == "which":
            start, stop = tokens[0], own
            span = Span(paragraph.span_of(start).start, paragraph.span_of(stop).start)
            yield Cued(span, Phrase(f"{own.text}", paragraph.span_of(own)), "same")
        elif own.lower_ in _POINTS and own.tag_ == "DT" and own.left_edge.i == own.right_edge.i:
            yield Cued(cue.span, cue, "before")
        elif _is_thing(own):
            span = Span(
                paragraph.span_of(own.left_edge).start, paragraph.span_of(own.right_edge).end
            )
            yield Cued(span, cue, "same", thing=True)


def _fits(entry: Mark, run: "list[Token]") -> bool:
    """The words have the part that they need: "as" and "since" of reason, "given" of a ground."""
    first, last = run[0], run[-1]
    if entry.only == "mark":
        return last.dep_ == "mark" and _is_reason(last.head, last.lower_)
    if entry.only == "prep":
        return first.dep_ in ("prep", "pcomp", "advcl") and any(
            kid.dep_ in ("pobj", "dobj") for kid in last.children
        )
    if entry.opens == "absolute":
        return first.dep_ in ("prep", "mark") and first.is_sent_start is True
    return first.tag_ != "VBG" or not any(
        kid.dep_ in ("aux", "auxpass", "nsubj") for kid in first.children if kid.i < first.i
    )


def _is_reason(verb: "Token", mark: str) -> bool:
    """Tell a reason ("as it has lost", "since they come from") from a time or a manner ("as he left", "as he did")."""
    helpers = [kid for kid in verb.children if kid.dep_ in ("aux", "auxpass")]
    if any(kid.lemma_ == "have" for kid in helpers):
        return True
    states: list[str] = load("premises")["states"]["verbs"]
    whole = any(kid.dep_ in ("acomp", "attr", "dobj") and kid.i > verb.i for kid in verb.children)
    if verb.lemma_ in states and (whole or mark != "as"):
        return True
    present = verb.tag_ in ("VBZ", "VBP") or any(
        kid.tag_ in ("VBZ", "VBP", "MD") for kid in helpers
    )
    return present and mark != "as"


def _opened(entry: Mark, run: "list[Token]") -> "list[Token]":
    """Give the words that a phrase opens."""
    last = run[-1]
    if entry.opens == "clause":
        head = last.head if last.dep_ == "mark" else _clause_head(run)
        return [] if head is None else _right_of(head, last)
    if entry.opens == "absolute":
        rest = [token for token in last.sent if token.i > last.i]
        stop = next((token.i for token in rest if token.lower_ == ","), None)
        inside = [token for token in rest if stop is not None and token.i < stop]
        return inside if any(token.tag_ in ("VBN", "VBG", "JJ") for token in inside[1:]) else []
    for token in (last, *reversed(run[:-1])):
        kids = [kid for kid in token.children if kid.i > last.i]
        held = next((kid for kid in kids if kid.dep_ in ("pobj", "dobj", "pcomp", "ccomp")), None)
        if held is not None:
            return _right_of(held, last)
    return []


def _clause_head(run: "list[Token]") -> "Token | None":
    """Give the verb of the clause that a phrase opens: "given that", "noting that"."""
    for token in run:
        held = next(
            (
                kid
                for kid in token.children
                if kid.dep_ in ("ccomp", "pcomp", "acl") and kid.i > token.i
            ),
            None,
        )
        if held is not None:
            return held
    return run[-1].head if run[-1].head.i > run[-1].i else None


def _right_of(head: "Token", last: "Token") -> "list[Token]":
    """Give the words under a head from a place on, as far as they run on."""
    return sorted((token for token in head.subtree if token.i > last.i), key=lambda one: one.i)


def _governor(run: "list[Token]", ground: "list[Token]") -> "Token | None":
    """Give the word on which a phrase with what it opens hangs."""
    own = {token.i for token in (*run, *ground)}
    current = run[0]
    for _ in range(len(run[0].doc)):
        if current.i not in own:
            return current
        if current.head.i == current.i:
            return None
        current = current.head
    return None


def _hangers(paragraph: Paragraph, claim: Claim, word: Phrase) -> set[int]:
    """Give the places on which a ground of a judgement may hang: its verb, and all above it."""
    found: set[int] = set()
    for top in _tops(paragraph, claim, word):
        verb = top
        while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
            verb = verb.head
        found |= {verb.i, *(one.i for one in verb.ancestors)}
        found |= {kid.i for kid in verb.children if kid.dep_ in ("xcomp", "acomp", "oprd")}
        found |= {
            low.i
            for kid in verb.children
            if kid.dep_ in ("acomp", "oprd")
            for low in kid.children
            if low.dep_ == "xcomp"
        }
    return found


def _tops(paragraph: Paragraph, claim: Claim, word: Phrase) -> "list[Token]":
    """Give the word of a judgement where it stands in the statement; else the statement's head too."""
    told = within(paragraph, word.span)[:1]
    if claim.proposition.covers(word.span):
        return told
    inside = within(paragraph, claim.proposition)
    places = {token.i for token in inside}
    heads = [token for token in inside if token.head.i not in places and not token.is_punct]
    return [*told, *heads[:2]]


def _is_cause(cue: "Token", governor: "Token", word: Phrase, paragraph: Paragraph) -> bool:
    """Say whether what follows is the cause of a past event, which is a part of what is judged.

    A comma before the cue, or a cue that comes first, makes it a ground (Sweetser 1990).
    """
    run = within(paragraph, word.span)
    if run and run[-1].i == cue.i - 1:
        return True
    if cue.i < governor.i or cue.nbor(-1).lower_ == ",":
        return False
    states: list[str] = load("premises")["states"]["verbs"]
    helpers = [kid for kid in governor.children if kid.dep_ in ("aux", "auxpass")]
    past = governor.tag_ == "VBD" and governor.lemma_ not in states
    perfect = any(kid.lemma_ == "have" for kid in helpers)
    was = any(kid.tag_ == "VBD" and kid.lemma_ == "be" for kid in helpers)
    judges = governor.i in {token.i for token in run}
    return not judges and (past or perfect or was)


def _leads(verb: "Token", tops: "list[Token]") -> bool:
    """Say whether a verb leads to what is judged by complements alone, or is the word itself."""
    for top in tops:
        current = top.head if top.dep_ in ("aux", "advmod") else top
        for _ in range(12):
            if current.i == verb.i:
                return True
            step = current.dep_
            if current.head.i == current.i:
                break
            if step not in _COMPLEMENTS and current.pos_ in ("VERB", "AUX", "NOUN"):
                break
            current = current.head
    return False


def _is_thing(noun: "Token") -> bool:
    """Say whether a subject is a thing that can be read, by its words."""
    words = {token.lower_ for token in noun.subtree}
    if words & set(load("premises")["authored"]["words"]):
        return False
    return bool(words & {each for row in load("premises")["media"] for each in row["words"]})


@lru_cache(maxsize=1)
def _chances() -> frozenset[str]:
    return frozenset(each for row in load("wording")["likelihood"] for each in row["words"])
