"""What does a document claim, and whom does it credit?

One parse is shared by all questions. Each credit's content is cut into
propositions; a proposition that stands inside several credits carries them all,
outermost first, and belongs to the innermost. Sentences and parts of sentences
that no credit covers give claims of the outlet's own where they can be checked:
they carry a quantity, or a name and a finite verb.

It fails where its parts do; each module tells where.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from allsource.claims import (
    attribution,
    coreference,
    mentions,
    propositions,
    quantities,
    quotation,
    stance,
    times,
    verification,
)
from allsource.claims.credit import Credit
from allsource.claims.dateline import datelines
from allsource.claims.parse import Paragraph, Parsed, parse
from allsource.claims.people import Names, gather
from allsource.claims.quotation import Quotation
from allsource.model.claim import Attribution, Claim, Content, Cue, Mention, Source, Stance
from allsource.model.document import Document
from allsource.model.ids import content_id
from allsource.model.quantity import Quantity
from allsource.model.span import Span, hull, quote
from allsource.model.time import Time

__all__ = ["VERSION", "extract"]

Form = Literal["direct", "indirect", "mixed"]

VERSION = "1"
"""Changes whenever the same document may give other claims."""

_INNER_SHARE = 0.6
"""A proposition of which this much lies in an inner credit is that credit's own."""
_QUOTED, _UNQUOTED = 0.95, 0.05
"""Shares of a content's letters in quotation marks that make it direct, or indirect."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """All that was found in one document, before it becomes claims."""

    parsed: Parsed
    quotations: tuple[Quotation, ...]
    credits: tuple[Credit, ...]
    sources: tuple[Source | None, ...]
    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]
    mentions: tuple[Mention, ...]


def extract(document: Document) -> tuple[Claim, ...]:
    """Extract the claims of a document.

    The front of the room: reach for it whenever a document's claims are wanted.

    Args:
        document: any document; one with ``unextracted`` gives none.

    Returns:
        Its claims, by place, each grounded in the stored text.

    Example:
        >>> from allsource.model.document import Document
        >>> text = "According to the Orlan Works, the yard built 40 boats in 2031."
        >>> page = Document("doc_1", "00", "a.txt", text, "text")
        >>> [(c.source.name, c.statement) for c in extract(page)]
        [('Orlan Works', 'the yard built 40 boats in 2031')]
    """
    if document.unextracted is not None:
        return ()
    reading = _read(document)
    made = [*_credited(reading), *_uncredited(reading)]
    unique = {claim.id: claim for claim in made}
    ordered = sorted(unique.values(), key=lambda c: (c.span, c.proposition, c.id))
    return tuple(verification.attach(reading.parsed, ordered))


def _read(document: Document) -> _Reading:
    parsed = parse(document)
    quotations = quotation.find(parsed)
    found = attribution.find(parsed, quotations)
    when: list[Time] = []
    amounts: list[Quantity] = []
    named: list[Mention] = []
    names = gather(parsed)
    for paragraph in parsed.paragraphs:
        here = times.find(
            document.text, paragraph.span, document.published, document.published_between
        )
        when += here
        amounts += quantities.find(paragraph, document.text, here, document.id)
        named += (_whole(m, names) for m in mentions.find(paragraph, document.text))
    return _Reading(
        parsed=parsed,
        quotations=quotations,
        credits=found,
        sources=coreference.resolve(parsed, found, quotations, names),
        times=tuple(when),
        quantities=tuple(amounts),
        mentions=tuple(named),
    )


def _whole(mention: Mention, names: Names) -> Mention:
    """Let a short name of a person or body share the entity of its full name."""
    if mention.kind not in {"person", "organization"}:
        return mention
    body = names.named(mention.text)
    if body is not None:
        entity = content_id("ent", "organization", body.casefold())
        return replace(mention, kind="organization", entity=entity)
    full = names.person(mention.text) if mention.kind == "person" else names.body(mention.text)
    return replace(mention, entity=content_id("ent", mention.kind, full.casefold()))


def _credited(reading: _Reading) -> Iterator[Claim]:
    """Claims of every credit, each with the chain of credits around it."""
    for credit in reading.credits:
        outer = attribution.around(credit, reading.credits)
        inner = [c for c in reading.credits if credit in attribution.around(c, reading.credits)]
        chain = [*outer, credit]
        whole = hull(attribution.reach(link) for link in chain[:1])
        for piece in propositions.of_content(reading.parsed, credit.content, whole):
            if whole.covers(piece) and not _taken(piece, inner):
                yield _claim(reading, whole, piece, chain)


def _taken(piece: Span, inner: Sequence[Credit]) -> bool:
    """Say whether an inner credit says what the piece says."""
    for credit in inner:
        place = attribution.reach(credit)
        shared = min(piece.end, place.end) - max(piece.start, place.start)
        if shared >= _INNER_SHARE * (piece.end - piece.start):
            return True
    return False


def _uncredited(reading: _Reading) -> Iterator[Claim]:
    """The outlet's own statements: what no credit covers and can be checked."""
    covered = [attribution.reach(c) for c in reading.credits]
    covered += [q.span for q in reading.quotations if q.spoken]
    covered += datelines(reading.parsed)
    for paragraph in reading.parsed.paragraphs:
        for sentence in paragraph.doc.sents:
            for gap in _gaps(paragraph.span_of(sentence), covered):
                for piece in propositions.of_stretch(reading.parsed, gap):
                    whole = gap == paragraph.span_of(sentence)
                    if not whole and not propositions.stands_alone(paragraph, piece):
                        continue
                    if _checkable(reading, paragraph, piece, whole=gap):
                        yield _claim(reading, piece, piece, [])


def _gaps(sentence: Span, covered: Sequence[Span]) -> Iterator[Span]:
    start = sentence.start
    for span in sorted(covered):
        if span.end <= start or span.start >= sentence.end:
            continue
        if span.start > start:
            yield Span(start, span.start)
        start = max(start, span.end)
    if start < sentence.end:
        yield Span(start, sentence.end)


def _checkable(reading: _Reading, paragraph: Paragraph, piece: Span, whole: Span) -> bool:
    if any(piece.covers(q.span) for q in reading.quantities):
        return propositions.says_something(paragraph, whole)
    named = any(piece.covers(m.span) for m in reading.mentions)
    return named and propositions.says_something(paragraph, piece)


def _claim(reading: _Reading, whole: Span, piece: Span, chain: Sequence[Credit]) -> Claim:
    text = reading.parsed.document.text
    credited = tuple(_attribution(reading, credit) for credit in chain)
    put, negated = _stance(reading, piece, credited)
    return Claim(
        document=reading.parsed.document,
        span=whole,
        proposition=piece,
        attribution=credited,
        form=_form(text, reading.quotations, chain[-1]) if chain else None,
        stance=put,
        negated=negated,
        quantities=tuple(q for q in reading.quantities if piece.covers(q.span)),
        times=tuple(t for t in reading.times if piece.covers(t.span)),
        entities=tuple(m for m in reading.mentions if whole.covers(m.span)),
    )


def _attribution(reading: _Reading, credit: Credit) -> Attribution:
    source = reading.sources[reading.credits.index(credit)]
    cue = Cue(quote(reading.parsed.document.text, credit.cue), credit.cue)
    return Attribution(source, cue, Content(credit.content), credit.medium)


def _stance(reading: _Reading, piece: Span, credited: Sequence[Attribution]) -> tuple[Stance, bool]:
    paragraph = next(p for p in reading.parsed.paragraphs if p.span.overlaps(piece))
    cue = credited[-1].cue if credited else None
    return stance.find(
        paragraph, reading.parsed.document.text, piece, cue, bool(credited)
    )  # fmt: skip


def _form(text: str, quotations: Sequence[Quotation], credit: Credit) -> Form:
    inside = letters = 0
    for span in credit.content:
        for place in range(span.start, span.end):
            if text[place].isalnum():
                letters += 1
                inside += any(q.span.start <= place < q.span.end for q in quotations)
    share = inside / max(1, letters)
    return "direct" if share >= _QUOTED else "indirect" if share <= _UNQUOTED else "mixed"
