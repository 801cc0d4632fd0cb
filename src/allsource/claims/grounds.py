"""Which words beside a judgement are marked as its ground?

Three places are looked at. In the sentence of the judgement a ground is opened by a conjunction or phrase
("because", "judging by"), is the subject of what infers ("tax records suggest that"), or stands before "so" and "which
means". "Therefore" and its like take the sentence before. The next sentence gives one where it opens
with words for it ("She pointed to"). A conjunction must hang on what is judged: in "may have burst because a
valve was left open" the cause is a part of what is judged, and so it is in "probably because".

Whose ground it is, is asked elsewhere (`claims.premises`). It fails where the parser hangs a clause on the
wrong verb, and where a cause and a ground are worded alike.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from allsource.claims.judgements import within
from allsource.claims.parse import Paragraph
from allsource.model.claim import Claim
from allsource.model.judgement import Phrase
from allsource.model.span import Span
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Cued", "after", "before", "follows", "inferred"]

_POINTS = frozenset({"this", "that", "these", "those"})
_COMPLEMENTS = frozenset(
    {"ccomp", "xcomp", "prep", "pobj", "pcomp", "acomp", "oprd", "attr", "dobj", "acl", "advcl"}
)
_FRONT = 4
"""Words before a connective that still opens its sentence: "For that reason, he added", "From this"."""
_OPENING = 60
"""Code points in which a next sentence must say that it gives a ground."""


@dataclass(frozen=True, slots=True)
class Cued:
    """A ground with the words that mark it, as found and not yet asked whose it is.

    Args:
        span: the ground, absolute; may hold the words of a credit.
        cue: the words that mark it.
        where: in the sentence of the judgement, the one before, or the one after.
        thing: it is a thing and no statement.
        subject: what the next sentence says gives the ground; empty where nothing does.
    """

    span: Span
    cue: Phrase
    where: Literal["same", "before", "next"]
    thing: bool = False
    subject: str = ""


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
    runs = [one for one in _apart(_runs(tokens, "after")) if _fits(*one)]
    for number, (entry, run) in enumerate(runs):
        ground = _opened(entry, run)
        governor = _governor(run, ground)
        if not ground or governor is None or governor.i not in hung:
            continue
        if told & {token.i for token in ground}:
            continue
        if entry.get("causal") and _is_cause(run[0], governor, word, paragraph):
            continue
        hung |= {one.head.i for one in run if one.dep_ == "mark"}
        ends = [other[0].i for _, other in runs[number + 1 :] if other[0].i > ground[0].i]
        kept = [token for token in ground if not ends or token.i < ends[0]]
        span = Span(paragraph.span_of(kept[0]).start, paragraph.span_of(kept[-1]).end)
        yield Cued(span, _phrase(paragraph, run), "same", entry["opens"] == "thing")


def _apart(
    runs: "Iterator[tuple[Mapping[str, Any], list[Token]]]",
) -> "list[tuple[Mapping[str, Any], list[Token]]]":
    """Keep of overlapping phrases the longest, in the order of the text."""
    taken: set[int] = set()
    kept = []
    for entry, run in runs:
        places = {token.i for token in run}
        if not taken & places:
            taken |= places
            kept.append((entry, run))
    return sorted(kept, key=lambda one: one[1][0].i)


def before(paragraph: Paragraph, tokens: "list[Token]", claim: Claim) -> Iterator[Cued]:
    """Give the ground that stands before "therefore", "so", "that is why".

    The span is that of the clause before in the sentence; ``where`` is ``before`` with the span of the
    cue where the sentence before is meant.

    Args:
        paragraph: that holds the judgement.
        tokens: of its sentence.
        claim: the judgement.
    """
    end = claim.proposition.end
    for entry, run in _runs(tokens, "before"):
        cue = _phrase(paragraph, run)
        if cue.span.start >= end or not _concludes(entry, run):
            continue
        clause = _clause_before(paragraph, tokens, run[0])
        if clause is not None:
            yield Cued(clause, cue, "same")
        elif run[0].i - tokens[0].i <= _FRONT or claim.proposition.covers(cue.span):
            yield Cued(cue.span, cue, "before")
        return


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
        cue = _phrase(paragraph, [verb])
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


def follows(paragraph: Paragraph, tokens: "list[Token]") -> Iterator[Cued]:
    """Give the ground that a sentence gives for the one before it.

    Args:
        paragraph: that holds it.
        tokens: of the sentence after a judgement.
    """
    whole = Span(paragraph.span_of(tokens[0]).start, paragraph.span_of(tokens[-1]).end)
    said = whole.shift(-paragraph.span.start).of(paragraph.text)
    lowered = re.sub(r"^[“\"‘']", " ", said.lower())
    for row, pattern in _next():
        found = pattern.search(lowered) or pattern.search(lowered.lstrip())
        lead = len(lowered) - len(lowered.lstrip()) if found and not pattern.search(lowered) else 0
        if found is None or found.start() > _OPENING or not said[found.end() + lead :].strip(" ."):
            continue
        begins, ends = (whole.start + lead + at for at in found.span())
        subject = said[: found.start() + lead].strip(' “"')
        if not _allowed(row["needs"], subject):
            continue
        cue = Span(begins, ends)
        words = cue.shift(-paragraph.span.start).of(paragraph.text)
        kept = len(words) - len(words.lstrip()), len(words) - len(words.rstrip())
        cue = Span(begins + kept[0], ends - kept[1])
        phrase = Phrase(words.strip(), cue)
        yield Cued(Span(ends, whole.end), phrase, "next", row["needs"] != "none", subject)
        return


def _runs(tokens: "list[Token]", part: str) -> "Iterator[tuple[Mapping[str, Any], list[Token]]]":
    """Give every listed phrase in a sentence, longest first."""
    lowered = [token.lower_ for token in tokens]
    for size, entries in _sized(part):
        for at in range(len(tokens) - size + 1):
            entry = entries.get(" ".join(lowered[at : at + size]))
            if entry is not None:
                yield entry, tokens[at : at + size]


@lru_cache(maxsize=2)
def _sized(part: str) -> tuple[tuple[int, dict[str, Mapping[str, Any]]], ...]:
    found: dict[int, dict[str, Mapping[str, Any]]] = {}
    for entry in load("premises")[part]:
        found.setdefault(len(entry["words"].split()), {})[entry["words"]] = entry
    return tuple(sorted(found.items(), reverse=True))


def _fits(entry: Mapping[str, Any], run: "list[Token]") -> bool:
    """The words have the part that they need: "as" and "since" of reason, "given" of a ground."""
    first, last = run[0], run[-1]
    if entry.get("only") == "mark":
        return last.dep_ == "mark" and _is_reason(last.head, last.lower_)
    if entry.get("only") == "prep":
        return first.dep_ in ("prep", "pcomp", "advcl") and any(
            kid.dep_ in ("pobj", "dobj") for kid in last.children
        )
    if entry["opens"] == "absolute":
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


def _opened(entry: Mapping[str, Any], run: "list[Token]") -> "list[Token]":
    """Give the words that a phrase opens."""
    last = run[-1]
    if entry["opens"] == "clause":
        head = last.head if last.dep_ == "mark" else _clause_head(run)
        return [] if head is None else _right_of(head, last)
    if entry["opens"] == "absolute":
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


def _concludes(entry: Mapping[str, Any], run: "list[Token]") -> bool:
    """Tell a conclusion from "thus closing it", "as a result of", "so old", and "So, ..." at the start of what is said."""
    following = run[-1].nbor() if run[-1].i + 1 < len(run[-1].doc) else None
    if following is not None and (following.tag_ == "VBG" or following.lower_ == "of"):
        return False
    return entry["words"] != "so" or _is_so(run[0])


def _is_so(token: "Token") -> bool:
    """Tell "so" of consequence within a sentence from "so old" and "so that"."""
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    if following is None or following.lower_ in ("that", "far", "long", "much", "many"):
        return False
    if following.pos_ in ("ADJ", "ADV") and token.head.i == following.i:
        return False
    return token.i > token.sent.start and token.nbor(-1).lower_ in (",", "and", ";", "—")


def _clause_before(paragraph: Paragraph, tokens: "list[Token]", cue: "Token") -> Span | None:
    """Give the clause before a connective in its sentence, or None where it opens the sentence."""
    left = [token for token in tokens if token.i < cue.i]
    if left and left[-1].dep_ == "cc":
        return _clause(paragraph, left[:-1])
    split = next(
        (token for token in reversed(left) if token.lower_ in (";", ",", ":")),
        None,
    )
    return None if split is None else _clause(paragraph, [one for one in left if one.i < split.i])


def _clause(paragraph: Paragraph, words: "list[Token]") -> Span | None:
    """Give the span of words that hold a verb."""
    if not any(token.pos_ in ("VERB", "AUX") for token in words):
        return None
    return Span(paragraph.span_of(words[0]).start, paragraph.span_of(words[-1]).end)


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


@lru_cache(maxsize=1)
def _next() -> tuple[tuple[Mapping[str, Any], re.Pattern[str]], ...]:
    return tuple((row, re.compile(row["pattern"])) for row in load("premises")["next"])


def _allowed(needs: str, subject: str) -> bool:
    """Say whether what a next sentence opens with can give the ground of the one before."""
    if needs == "judgement":
        words = set(re.findall(r"[a-z]+", subject.lower()))
        return bool(words & set(load("premises")["judgements"]["words"]))
    return needs == "none" or 0 < len(subject.split()) <= 6


def _phrase(paragraph: Paragraph, run: "list[Token]") -> Phrase:
    span = Span(paragraph.span_of(run[0]).start, paragraph.span_of(run[-1]).end)
    return Phrase(span.shift(-paragraph.span.start).of(paragraph.text), span)
