"""Which grounds does the author of a judgement cite for it?

The grounds that are marked beside a judgement (`claims.grounds`, `claims.conclusions`) are kept where they are its author's: they
stand in what the author is credited with, or beside it in the outlet's words, or the author quotes somebody
for them. What another source gives as a reason is left out, and the judgement says that it was left out.
A judgement without a ground says so: *no premise cited*.

It fails where attribution fails, and on grounds that no word marks.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from allsource.claims.conclusions import before, follows
from allsource.claims.cued import Cued
from allsource.claims.grounds import after, inferred
from allsource.claims.judgements import author, judged
from allsource.claims.parse import Paragraph, Parsed
from allsource.model.claim import Attribution, Claim
from allsource.model.judgement import Absence, CitedPremise, Judgement, Medium, Phrase
from allsource.model.span import Span
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["attach"]

_EDGE = ' \t\n\r,.;:–—-“”"‘’'
_BREAKS = (",", "”", '"', "''", "’")
"""What stands before a credit that follows the words it credits."""
_LEAST = 3
"""Letters that a ground must hold."""
_LEAST_WORDS = 2
"""Words that one must hold that is a statement."""
_PRONOUNS = frozenset(
    {"he", "she", "they", "it", "we", "i", "his", "her", "their", "its", "our", "my"}
)
_PAPERS = frozenset({"document", "unnamed_document", "sensor"})


@dataclass(frozen=True, slots=True)
class _Sentences:
    """The sentences of a document in order, each with its paragraph and the claims that begin in it."""

    spans: tuple[Span, ...]
    paragraphs: tuple[Paragraph, ...]
    claims: dict[int, list[Claim]]

    def at(self, place: int) -> int:
        """Give the number of the sentence that holds a place."""
        return max(bisect_right(self.spans, place, key=lambda span: span.start) - 1, 0)


@dataclass(frozen=True, slots=True)
class _Place:
    """A judgement among the sentences of its document."""

    told: _Sentences
    at: int

    @property
    def own(self) -> Span:
        return self.told.spans[self.at]

    def beside(self, step: int) -> Span | None:
        place = self.at + step
        return self.told.spans[place] if 0 <= place < len(self.told.spans) else None

    @property
    def near(self) -> list[Claim]:
        """The claims that begin in its sentence, the one before or the one after."""
        around = (self.at - 1, self.at, self.at + 1)
        return [claim for number in around for claim in self.told.claims.get(number, ())]


def attach(parsed: Parsed, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Mark the claims that are judgements, each with the premises that its author cites.

    Args:
        parsed: the document of all ``claims``.
        claims: in any order.

    Returns:
        The same claims in the same order.

    Example:
        >>> from allsource.claims.extract import extract
        >>> from allsource.model.document import Document
        >>> text = "The yard will probably close, Lind said. She pointed to unpaid wages."
        >>> found = extract(Document("doc_1", "00", "a.txt", text, "text"))[0].judgement
        >>> [(one.text, one.cue.text) for one in found.premises]
        [('unpaid wages', 'pointed to')]
    """
    told = _sentences(parsed, claims)
    return tuple(_marked(claim, told) for claim in claims) if told.spans else tuple(claims)


def _sentences(parsed: Parsed, claims: Sequence[Claim]) -> _Sentences:
    pairs = [
        (paragraph.span_of(sentence), paragraph)
        for paragraph in parsed.paragraphs
        for sentence in paragraph.doc.sents
    ]
    told = _Sentences(tuple(span for span, _ in pairs), tuple(own for _, own in pairs), {})
    for claim in claims:
        told.claims.setdefault(told.at(claim.proposition.start), []).append(claim)
    return told


def _marked(claim: Claim, told: _Sentences) -> Claim:
    at = told.at(claim.proposition.start)
    paragraph = told.paragraphs[at]
    word = judged(paragraph, claim)
    if word is None:
        return claim
    inside = claim.proposition.covers(word.span) and paragraph.span.covers(word.span)
    place = _Place(told, told.at(word.span.start) if inside else at)
    judges = author(paragraph, claim)
    cited, absent = _cited(claim, word, judges, place)
    name = judges.source.name if judges is not None and judges.source is not None else None
    return replace(claim, judgement=Judgement(word, name, cited, absent))


def _cited(
    claim: Claim,
    word: Phrase,
    judges: Attribution | None,
    place: _Place,
) -> tuple[tuple[CitedPremise, ...], Absence | None]:
    """Give the author's premises, or why there are none."""
    kept: dict[Span, CitedPremise] = {}
    foreign = unread = False
    text = claim.document.text
    for cued in _found(claim, word, place):
        if not _is_theirs(cued, claim, judges, place):
            foreign = True
            continue
        least = 1 if cued.thing else _LEAST_WORDS
        found = _spans(cued, claim, place)
        spans = [
            span for span in found if _says(span, text) and len(span.of(text).split()) >= least
        ]
        unread = unread or not spans
        for span in spans:
            medium = _medium(span.of(text)) if cued.thing else None
            if not any(span.overlaps(one) for one in kept):
                kept[span] = CitedPremise(span.of(text), span, cued.cue, medium)
    if kept:
        return tuple(kept[span] for span in sorted(kept)), None
    if foreign:
        return (), "a ground of somebody else"
    return (), "a ground that was not read" if unread else "no premise cited"


def _found(claim: Claim, word: Phrase, place: _Place) -> Iterator[Cued]:
    paragraph = place.told.paragraphs[place.at]
    tokens = _tokens(paragraph, place.own)
    yield from after(paragraph, tokens, claim, word)
    yield from before(paragraph, tokens, claim, word)
    yield from inferred(paragraph, tokens, word, claim)
    later = place.beside(1)
    if later is not None:
        following = place.told.paragraphs[place.at + 1]
        yield from follows(following, _tokens(following, later))


def _tokens(paragraph: Paragraph, sentence: Span) -> "list[Token]":
    start, end = (at - paragraph.span.start for at in sentence)
    return list(paragraph.doc.char_span(start, end, alignment_mode="expand") or ())


def _is_theirs(
    cued: Cued,
    claim: Claim,
    judges: Attribution | None,
    place: _Place,
) -> bool:
    """Say whether a ground is the author's own or quoted by the author."""
    own = judges.source.entity if judges is not None and judges.source is not None else None
    if cued.where == "same":
        if any(
            span.covers(cued.cue.span) for one in claim.attribution for span in one.content.spans
        ):
            return True
        tellers = _tellers(cued.span, place.own, place.near)
        return not tellers or own is None or own in tellers
    if cued.where == "next":
        if cued.subject and not _is_author(cued.subject, claim, judges):
            return False
        later = place.beside(1)
        tellers = _tellers(cued.span, later, place.near) if later is not None else {}
        return not tellers or own in tellers
    earlier = place.beside(-1)
    tellers = _tellers(earlier, earlier, place.near) if earlier is not None else {}
    return not tellers or own in tellers or all(kind in _PAPERS for kind in tellers.values())


def _tellers(span: Span, sentence: Span, claims: Sequence[Claim]) -> dict[str | None, str]:
    """Give entity and kind of all who are credited with words of a sentence at a span."""
    return {
        credit.source.entity: credit.source.kind
        for one in claims
        if sentence.overlaps(one.proposition) and one.stated
        for credit in one.attribution
        if credit.source is not None
        and any(part.overlaps(span) for part in credit.content.spans)
        and not _is_cue(credit)
    }


def _is_author(subject: str, claim: Claim, judges: Attribution | None) -> bool:
    """Say whether the words for who gives a ground can be those for the author."""
    words = set(re.findall(r"[^\W\d_]+", subject.casefold()))
    if words & _PRONOUNS or words <= _articles() | set(load("premises")["judgements"]["words"]):
        return True
    if judges is None or judges.source is None:
        named = set(re.findall(r"[^\W\d_]+", (claim.document.outlet or "").casefold()))
    else:
        told = f"{judges.source.name} {judges.source.text}"
        named = set(re.findall(r"[^\W\d_]+", told.casefold()))
    return bool((words - _articles()) & named)


@lru_cache(maxsize=1)
def _articles() -> frozenset[str]:
    return frozenset({"the", "a", "an", "of", "and", "in", "at", "for"})


def _spans(cued: Cued, claim: Claim, place: _Place) -> Iterator[Span]:
    """Give the grounds that a place holds, without the words of credits."""
    text = claim.document.text
    if cued.where == "before":
        earlier = place.beside(-1)
        if earlier is None:
            return
        told = {
            one.proposition
            for one in place.near
            if earlier.covers(one.proposition) and one.id != claim.id and one.stated
        }
        widest = [one for one in told if not any(o != one and o.covers(one) for o in told)]
        yield from sorted(widest) if widest else [_trimmed(earlier, text)]
        return
    yield from _without_credits(cued, claim, place.near)


def _without_credits(cued: Cued, claim: Claim, claims: Sequence[Claim]) -> Iterator[Span]:
    """Cut the words of a credit off a ground, at its beginning or from there on."""
    text, span = claim.document.text, cued.span
    own = _judged_part(claim, cued)
    edges = sorted(
        part
        for one in claims
        for credit in one.attribution
        if not _is_cue(credit)
        for parts in (credit.cue.spans, credit.source.spans if credit.source else ())
        for part in parts
    )
    start, end = _opening(span, edges, text)
    for edge in edges:
        if start < edge.start < end and text[start : edge.start].rstrip().endswith(_BREAKS):
            end = edge.start
    if own is not None and start < own < end:
        end = own
    yield _trimmed(Span(start, max(start + 1, end)), text)


def _opening(span: Span, edges: Sequence[Span], text: str) -> tuple[int, int]:
    """Cut a credit off the beginning of a ground: "according to the union, ..."."""
    start, end = span
    after = start
    for edge in edges:
        if start <= edge.end <= end and len(text[after : edge.start].strip(_EDGE)) < _LEAST:
            after = max(after, edge.end)
    return (after, end) if text[after : after + 1] == "," else (start, end)


def _judged_part(claim: Claim, cued: Cued) -> int | None:
    """Give where what is judged begins, where a ground before it was read too far."""
    begins = claim.proposition.start
    return begins if begins > cued.cue.span.end else None


def _is_cue(credit: Attribution) -> bool:
    """Say whether what is read as a credit is itself the mark of a ground."""
    listed = {row["words"] for row in load("premises")["after"]}
    return credit.cue.text.lower() in listed or not credit.stated


def _trimmed(span: Span, text: str) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_EDGE))
    end = span.end - (len(words) - len(words.rstrip(_EDGE)))
    for link in (" also", " partly", " and", " but", " or", " not only", " the", " a", " an"):
        if text[start:end].endswith(link):
            end -= len(link)
    return Span(start, max(start, end))


def _says(span: Span, text: str) -> bool:
    return sum(map(str.isalpha, span.of(text))) >= _LEAST


def _medium(words: str) -> Medium | None:
    """Give what a ground is, by the first of its words that tells."""
    for word in re.findall(r"[^\W\d_]+", words.casefold()):
        for row in load("premises")["media"]:
            if word in row["words"]:
                medium: Medium = row["medium"]
                return medium
    return None
