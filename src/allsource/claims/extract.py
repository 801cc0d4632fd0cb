"""What does a document claim, and whom does it credit?

One parse is shared by all questions. Each credit's content is cut into
propositions; a proposition that stands inside several credits carries them all,
outermost first, and belongs to the innermost. Sentences and parts of sentences
that no credit covers give claims of the outlet's own where they can be checked:
they carry a quantity, or a name and a finite verb.

It fails where its parts do; each module tells where.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from allsource.claims import (
    afterthoughts,
    arguments,
    attribution,
    coreference,
    mentions,
    nesting,
    premises,
    propositions,
    quantities,
    quotation,
    stance,
    times,
    verification,
)
from allsource.claims.checks import Check, checks
from allsource.claims.clauses import child, lemma, merged
from allsource.claims.credit import Credit
from allsource.claims.dateline import datelines
from allsource.claims.denotation import denote
from allsource.claims.lexicon import lexicon
from allsource.claims.parse import Paragraph, Parsed, parse
from allsource.claims.people import Names, gather
from allsource.claims.places import Line, line
from allsource.claims.products import gather_products, with_products
from allsource.claims.quotation import Quotation
from allsource.claims.sources import describe
from allsource.model.claim import Attribution, Claim, Content, Cue, Mention, Source, Stance
from allsource.model.document import Document
from allsource.model.ids import content_id
from allsource.model.quantity import Quantity
from allsource.model.span import Span, quote
from allsource.model.time import Time
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["VERSION", "extract"]

Form = Literal["direct", "indirect", "mixed"]

VERSION = "6"
"""Changes whenever the same document may give other claims."""

_INNER_SHARE = 0.6
"""A proposition of which this much lies in an inner credit is that credit's own."""
_BESIDE_A_CHECK = 12
"""Words beside a check up to which the piece tells nothing else."""
_QUOTED, _UNQUOTED = 0.95, 0.05
"""Shares of a content's letters in quotation marks that make it direct, or indirect."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """All that was found in one document, before it becomes claims."""

    parsed: Parsed
    names: Names
    quotations: Line[Quotation]
    credits: tuple[Credit, ...]
    chains: tuple[tuple[int, ...] | None, ...]
    sources: tuple[Source | None, ...]
    times: Line[Time]
    quantities: Line[Quantity]
    mentions: Line[Mention]


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
    told = arguments.attach(reading.parsed, ordered, reading.names, reading.quotations.items)
    told = afterthoughts.attach(reading.parsed, told)
    told = premises.attach(reading.parsed, told)
    return tuple(verification.attach(reading.parsed, told))


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
    things = gather_products(parsed, names)
    counts = denote(parsed, things, amounts)
    counted = {q.thing.entity for q in counts if q.thing is not None and q.thing.entity}
    return _Reading(
        parsed=parsed,
        names=names,
        quotations=line(quotations, lambda q: q.span),
        credits=found,
        chains=nesting.chains(parsed, found),
        sources=coreference.resolve(parsed, found, quotations, names),
        times=line(when, lambda t: t.span),
        quantities=line(counts, lambda q: q.span),
        mentions=line(with_products(parsed, things, named, counted), lambda m: m.span),
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
    inside: dict[int, list[Credit]] = defaultdict(list)
    for place, outer in enumerate(reading.chains):
        if outer:
            inside[outer[-1]].append(reading.credits[place])
    for place, outer in enumerate(reading.chains):
        if outer is None:
            continue
        chain = (*outer, place)
        whole = nesting.reach(reading.credits[chain[0]])
        for piece in _pieces(reading, reading.credits[place], whole):
            if whole.covers(piece) and not _taken(piece, inside[place]):
                yield _claim(reading, whole, piece, chain)


def _pieces(reading: _Reading, credit: Credit, whole: Span) -> tuple[Span, ...]:
    """What a credit states; "denied it" and "promised 40 lathes" are one statement with the cue."""
    parsed = reading.parsed
    pieces = propositions.of_content(parsed, credit.content, whole)
    cues, lemma_ = load("hedges"), credit.head.lemma_
    promised = lemma_ in cues["expected"]["promising"] and not pieces
    owes = promised and any(reading.quantities.inside(span) for span in credit.content)
    denies = lemma_ in cues["denied"]["cues"] or owes
    paragraph = parsed.paragraphs[credit.paragraph]
    if not (denies and credit.teller is not None) or any(
        propositions.says_something(paragraph, piece) for piece in pieces
    ):
        return pieces
    told = propositions.tidied(parsed.document.text, nesting.reach(credit))
    return (told,) if told is not None else pieces


def _taken(piece: Span, inner: Sequence[Credit]) -> bool:
    """Say whether an inner credit says what the piece says."""
    for credit in inner:
        place = nesting.reach(credit)
        shared = min(piece.end, place.end) - max(piece.start, place.start)
        if shared >= _INNER_SHARE * (piece.end - piece.start):
            return True
    return False


def _uncredited(reading: _Reading) -> Iterator[Claim]:
    """The outlet's own statements: what no credit covers and can be checked."""
    covered = [_told(reading.parsed, c) for c in reading.credits if c.stated]
    covered += [q.span for q in reading.quotations.items if q.spoken]
    taken = line(merged([*covered, *datelines(reading.parsed)]), lambda span: span)
    checked = line(checks(reading.parsed), lambda check: check.span)
    for paragraph in reading.parsed.paragraphs:
        for tokens in paragraph.doc.sents:
            sentence = paragraph.span_of(tokens)
            for gap in _gaps(sentence, taken.touching(sentence)):
                for piece in propositions.of_stretch(reading.parsed, gap):
                    if _checking(reading, piece, checked.touching(piece)):
                        continue
                    alone = gap == sentence or propositions.stands_alone(paragraph, piece)
                    if alone and _checkable(reading, paragraph, piece, gap):
                        yield _claim(reading, piece, piece, ())


def _told(parsed: Parsed, credit: Credit) -> Span:
    """What a credit takes of the text, without an earlier deed of the one credited.

    "The yard delivered seven ships and has promised 12 ferries" tells the first clause itself.
    """
    whole, cue, deed = nesting.reach(credit), credit.cue[0], credit.head.head
    deeds = credit.head.dep_ == "conj" and credit.teller is not None and _is_deed(deed)
    if not deeds or credit.teller != child(deed, "nsubj", "nsubjpass"):
        return whole
    words = [word for word in deed.subtree if word.i < credit.head.i]
    checked = any(word.dep_ == "dobj" or word.pos_ == "NUM" for word in words)
    before = parsed.paragraphs[credit.paragraph].span_of(deed).end <= cue.start
    first = whole.start == credit.source[0].start
    return Span(cue.start, whole.end) if checked and before and first else whole


def _is_deed(verb: "Token") -> bool:
    """Say whether a verb tells what a person or body did, not what was said; papers only tell."""
    own = child(verb, "nsubj", "nsubjpass")
    if own is None or own.pos_ not in {"NOUN", "PROPN"}:
        return False
    papers = {"document", "unnamed_document"}
    return (
        describe(own).kind not in papers
        and verb.pos_ == "VERB"
        and lemma(verb) not in lexicon().verbs
    )


def _checking(reading: _Reading, piece: Span, found: Sequence[Check]) -> bool:
    """Say whether a piece only tells that something said before was not checked."""
    if reading.quantities.inside(piece):
        return False
    text = reading.parsed.document.text
    for check in found:
        silent = check.status == "no_comment"
        if not piece.covers(check.span) or not (silent or check.status == "unverified"):
            continue
        rest = len(piece.of(text).split()) - len(check.span.of(text).split())
        if check.content is None and (silent or check.by) and rest <= _BESIDE_A_CHECK:
            return True
    return False


def _gaps(sentence: Span, covered: Sequence[Span]) -> Iterator[Span]:
    start = sentence.start
    for span in covered:
        if span.start > start:
            yield Span(start, span.start)
        start = max(start, span.end)
    if start < sentence.end:
        yield Span(start, sentence.end)


def _checkable(reading: _Reading, paragraph: Paragraph, piece: Span, whole: Span) -> bool:
    if reading.quantities.inside(piece):
        return propositions.says_something(paragraph, whole)
    named = reading.mentions.inside(piece)
    return bool(named) and propositions.says_something(paragraph, piece)


def _claim(reading: _Reading, whole: Span, piece: Span, chain: Sequence[int]) -> Claim:
    text = reading.parsed.document.text
    credited = tuple(_attribution(reading, place) for place in chain)
    put, negated = _stance(reading, piece, credited)
    return Claim(
        document=reading.parsed.document,
        span=whole,
        proposition=piece,
        attribution=credited,
        form=_form(text, reading, reading.credits[chain[-1]]) if chain else None,
        stance=put,
        negated=negated,
        quantities=reading.quantities.inside(piece),
        times=reading.times.inside(piece),
        entities=reading.mentions.inside(whole),
    )


def _attribution(reading: _Reading, place: int) -> Attribution:
    credit, source = reading.credits[place], reading.sources[place]
    cue = Cue(quote(reading.parsed.document.text, credit.cue), credit.cue)
    return Attribution(source, cue, Content(credit.content), credit.medium, credit.stated)


def _stance(reading: _Reading, piece: Span, credited: Sequence[Attribution]) -> tuple[Stance, bool]:
    paragraph = propositions.paragraphs_of(reading.parsed, piece)[0]
    cue = credited[-1].cue if credited else None
    return stance.find(
        paragraph, reading.parsed.document.text, piece, cue, bool(credited)
    )  # fmt: skip


def _form(text: str, reading: _Reading, credit: Credit) -> Form:
    inside = letters = 0
    for span in credit.content:
        letters += _letters(text, span)
        for quoted in reading.quotations.touching(span):
            shared = Span(max(span.start, quoted.span.start), min(span.end, quoted.span.end))
            inside += _letters(text, shared)
    share = inside / max(1, letters)
    return "direct" if share >= _QUOTED else "indirect" if share <= _UNQUOTED else "mixed"


def _letters(text: str, span: Span) -> int:
    return sum(c.isalnum() for c in span.of(text))
