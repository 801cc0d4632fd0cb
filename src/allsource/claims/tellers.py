"""Which word of a source says who it is, and who speaks around it?

A relative pronoun stands for its noun; where titles and roles lead up to a name ("the firm's
co-founder and president Timo Orlan"), the name counts, however the parser joins them. Words before
a noun that the parser cut off are taken in again.

It fails where the words of a source themselves are cut wrongly.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from allsource.claims.credit import Credit
from allsource.claims.dateline import datelines
from allsource.claims.described import Described
from allsource.claims.descriptions import plain_description
from allsource.claims.naming import runs
from allsource.claims.parse import Parsed
from allsource.claims.people import Names
from allsource.claims.places import Line, line
from allsource.claims.quotation import Quotation
from allsource.claims.sources import antecedent
from allsource.model.span import Span, quote

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["head_of", "speakers_of", "told_as"]

_TITLING = frozenset({"NOUN", "PROPN", "ADJ", "CCONJ", "PART", "DET", "NUM"})
_MARKS = frozenset("\"'“‘„«")
_PARTICLES = frozenset({"al", "el", "as", "ad", "an", "ar", "ash", "at", "az"})
_HEARERS = frozenset({"me", "us", "him", "them"})
_BEFORE = re.compile(r"^(?:[\w-]+ )+$")


def head_of(parsed: Parsed, credit: Credit, names: Names) -> "Token":
    """Give the word of a source that says who it is.

    Args:
        parsed: the document.
        credit: a credit with a source.
        names: the document's names.
    """
    head = credit.teller
    assert head is not None  # noqa: S101 - the caller has looked
    found = antecedent(head) or _after_particle(head)
    words = _words(parsed, credit, head)
    if found is not None or not words:
        return found or head
    return _ending(words, parsed, credit, names) or _noun_of(words, head)


def _after_particle(head: "Token") -> "Token | None":
    """The surname after its particle: "al-Orlan"."""
    joined = head.i + 2 < len(head.doc) and head.nbor().text in {"-", "‑"}
    return head.nbor(2) if joined and head.lower_ in _PARTICLES else None


def _noun_of(words: "list[Token]", head: "Token") -> "Token":
    """The head of a source, or a noun of it where the parse gives its article or a hearer."""
    places = {word.i for word in words}
    hearer = head.lower_ in _HEARERS
    if head.i in places and head.tag_ != "DT" and not hearer:
        return head
    nouns = [word for word in words if word.pos_ in {"NOUN", "PROPN"}]
    tops = [word for word in nouns if word.head.i not in places]
    if head.i not in places or hearer:
        return (tops or nouns or [head])[0]
    return nouns[-1] if nouns and head.pos_ == "DET" else head


def _words(parsed: Parsed, credit: Credit, head: "Token") -> "list[Token]":
    """The words of a source's first stretch, without a dateline before them."""
    start = credit.source[0].start
    paragraph = parsed.paragraphs[credit.paragraph]
    if start == paragraph.span.start:
        for dated in datelines(parsed):
            start = dated.end if dated.start == start < dated.end < credit.source[0].end else start
    if head.doc is not paragraph.doc:
        return []
    local = Span(start, credit.source[0].end).shift(-paragraph.span.start)
    if local.start < 0:
        return []
    return list(head.doc.char_span(local.start, local.end, alignment_mode="contract") or ())


def _ending(
    words: "list[Token]", parsed: Parsed, credit: Credit, names: Names
) -> "Token | None":  # fmt: skip
    """The person whose name ends a source that is all titles before it."""
    place = {word.i for word in words}
    last = [run for run in runs(parsed.paragraphs[credit.paragraph]) if run.words[-1].i in place]
    if not last or last[-1].words[-1].i != words[-1].i or " " not in last[-1].name:
        return None
    before = [word for word in words if word.i < last[-1].words.start]
    titling = all(word.pos_ in _TITLING or word.text in {"-", "‑"} for word in before)
    nouns = any(word.pos_ == "NOUN" for word in before)
    if not titling or not nouns or names.sort(last[-1].name) != "person":
        return None
    return last[-1].words[-1]


def told_as(parsed: Parsed, who: Described, credit: Credit) -> Described:
    """Fit an unnamed description to the words of its source: no more of them, and no fewer.

    Args:
        parsed: the document.
        who: as described by the parse.
        credit: a credit with a source.
    """
    said = " ".join(quote(parsed.document.text, credit.source).split())
    plain = plain_description(said)
    if who.pronoun or who.kind == "named_person":
        return who
    if len(who.name) > len(said):
        return replace(who, name=plain) if plain and plain in who.name else who
    lead, found, _ = plain.partition(who.name)
    if found and who.name[:1].islower() and who.head and _BEFORE.match(lead):
        return replace(who, name=lead + who.name)
    return who


def speakers_of(
    parsed: Parsed, found: Sequence[Credit], quotations: Sequence[Quotation]
) -> tuple[tuple[int, ...], ...]:
    """Give, for each credit, the places of those whose spoken words its source stands in.

    Args:
        parsed: the document.
        found: its credits.
        quotations: its quotations.
    """
    text = parsed.document.text
    marks = line([q for q in quotations if q.spoken], lambda q: q.span)
    told = [(span, n) for n, one in enumerate(found) if one.source for span in one.content]
    near: dict[int, list[tuple[Span, int]]] = defaultdict(list)
    numbers = line(enumerate(parsed.paragraphs), lambda pair: pair[1].span)
    for span, place in told:
        for number, _ in numbers.touching(span):
            near[number].append((span, place))
    around = []
    for place, credit in enumerate(found):
        own = credit.source[0] if credit.source else credit.cue[0]
        spoken_in = next((q.span for q in marks.touching(own) if q.span.covers(own)), None)
        if spoken_in is None and _opened(text, own):
            spoken_in = own
        quoted = spoken_in is not None
        rows = [
            n
            for span, n in near[credit.paragraph]
            if n != place and span.covers(own) and (quoted or _opened(text, span))
        ]
        if not rows and spoken_in is not None:
            rows = _last_before(found, credit.paragraph, spoken_in, marks)
        around.append(tuple(dict.fromkeys(rows)))
    return tuple(around)


def _opened(text: str, span: Span) -> bool:
    """A content that opens with a mark of quotation, or right after one."""
    return bool({text[span.start], text[max(0, span.start - 1)]} & _MARKS)


def _last_before(
    found: Sequence[Credit], paragraph: int, quotation: Span, marks: Line[Quotation]
) -> list[int]:
    """Whoever was credited last before a quotation, in its paragraph, speaks it if nobody else does."""
    before = [
        n
        for n, one in enumerate(found)
        if one.paragraph == paragraph and one.source
        and one.source[0].end <= quotation.start and not marks.touching(one.source[0])
    ]  # fmt: skip
    return before[-1:]
