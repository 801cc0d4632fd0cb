"""Whose words stand in the quotation marks?

Each spoken quotation that no credit holds yet is given, in this order, to a
telling verb after it or before it in the same sentence, to a name and a colon
before it, to the credit that it goes on from ("...," she said. "..."), or to the
one credited just before. A credit that touches a quotation takes it whole.

It fails where another person is spoken of between the cue and the quotation.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from allsource.claims.clauses import group, merged, spans_of, verb_group
from allsource.claims.credit import Credit
from allsource.claims.parse import Paragraph, Parsed
from allsource.claims.places import line
from allsource.claims.quotation import Quotation
from allsource.claims.sources import describe
from allsource.claims.verbs import medium, participle, teller_of, tellers
from allsource.model.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["join"]

_NEAR_AFTER = 90
_NEAR_BEFORE = 220
"""Code points between a quotation and its cue."""
_ADJACENT = 24
"""Code points between the sentence of a credit and the quotation that follows it."""
_SPEAKERS = frozenset({"named_person", "unnamed_person", "unnamed_official"})


@dataclass(frozen=True, slots=True)
class _Place:
    """A telling verb that can own a quotation, and where it stands."""

    verb: "Token"
    span: Span


class _Desk:
    """The credits so far, by paragraph, and what is asked of each paragraph once."""

    def __init__(
        self, parsed: Parsed, found: Sequence[Credit], quotations: Sequence[Quotation]
    ) -> None:
        self.parsed = parsed
        self.text = parsed.document.text
        self.current: list[Credit] = []
        self.rows: dict[int, list[int]] = defaultdict(list)
        self.marks: dict[int, list[Quotation]] = defaultdict(list)
        self.cues: dict[int, list[_Place]] = {}
        for quotation in quotations:
            self.marks[quotation.paragraph].append(quotation)
        for credit in found:
            self.add(_whole(credit, self.marks[credit.paragraph]))

    def add(self, credit: Credit) -> int:
        """Take up a credit and give its place."""
        self.current.append(credit)
        self.rows[credit.paragraph].append(len(self.current) - 1)
        return len(self.current) - 1

    def extend(self, place: int, quotation: Quotation) -> int:
        """Let a credit hold one more quotation."""
        credit = self.current[place]
        whole = merged([*credit.content, quotation.span])
        self.current[place] = replace(credit, content=whole)
        return place

    def places(self, number: int) -> "list[_Place]":
        """The telling verbs of a paragraph that stand outside its quotations."""
        if number not in self.cues:
            paragraph = self.parsed.paragraphs[number]
            verbs = [verb for verb, cue in tellers(paragraph) if "quote" in cue.with_]
            found = [_Place(verb, paragraph.span_of(verb)) for verb in verbs]
            marks = line(self.marks[number], lambda q: q.span)
            self.cues[number] = [p for p in found if not marks.touching(p.span)]
        return self.cues[number]


def join(parsed: Parsed, found: Sequence[Credit], quotations: Sequence[Quotation]) -> list[Credit]:
    """Give every spoken quotation to its teller.

    Args:
        parsed: the document.
        found: what verbs, passives and nouns gave.
        quotations: all quotations of the document.

    Returns:
        The credits with whole quotations as content, and new ones, in order.
    """
    desk = _Desk(parsed, found, quotations)
    last: int | None = None
    for quotation in quotations:
        if not quotation.spoken:
            continue
        owner = _holder(desk, quotation)
        if owner is None:
            owner = _assign(desk, quotation, last)
        last = owner if owner is not None else last
    return sorted(desk.current, key=lambda c: (c.cue[0], c.content[0]))


def _whole(credit: Credit, marks: Sequence[Quotation]) -> Credit:
    """Let a content that reaches into a quotation take it all, marks and last point included."""
    spans = list(credit.content)
    for quotation in marks:
        touches = any(span.overlaps(quotation.span) for span in credit.content)
        if touches and not quotation.span.overlaps(credit.cue[0]):
            spans.append(quotation.span)
    return replace(credit, content=merged(spans))


def _holder(desk: _Desk, quotation: Quotation) -> int | None:
    for place in desk.rows[quotation.paragraph]:
        if any(span.covers(quotation.span) for span in desk.current[place].content):
            return place
    return None


def _assign(desk: _Desk, quotation: Quotation, last: int | None) -> int | None:
    """Find the teller of one quotation; give the place of its credit."""
    paragraph = desk.parsed.paragraphs[quotation.paragraph]
    verb = _verb(desk, quotation)
    if verb is not None:
        for place in desk.rows[quotation.paragraph]:
            if desk.current[place].head == verb:
                return desk.extend(place, quotation)
        made = _made(paragraph, quotation, verb)
    else:
        made = _colon(paragraph, quotation)
    if made is not None:
        return desk.add(made)
    if last is not None and _follows(desk.parsed, desk.current[last], quotation):
        return desk.extend(last, quotation)
    spoke = _spoke_before(desk, quotation)
    return desk.extend(spoke, quotation) if spoke is not None else None


def _verb(desk: _Desk, quotation: Quotation) -> "Token | None":
    """The telling verb next to a quotation, in its sentence: after it, or else before it."""
    mine = desk.marks[quotation.paragraph]
    places, text = desk.places(quotation.paragraph), desk.text
    before = [p for p in places if _leads(text, p.span, quotation, mine)]
    after = [p for p in places if _trails(text, p.span, quotation, mine)]
    ends = quotation.inner.of(text).rstrip()[-1:]
    if before and (ends not in {",", "—", "–"} or not after):
        return before[-1].verb
    return after[0].verb if after else None


def _trails(text: str, cue: Span, quotation: Quotation, mine: Sequence[Quotation]) -> bool:
    between = text[quotation.span.end : cue.start]
    if cue.start < quotation.span.end or len(between) > _NEAR_AFTER:
        return False
    return not _ended(between) and not _parted(Span(quotation.span.end, cue.start), mine)


def _leads(text: str, cue: Span, quotation: Quotation, mine: Sequence[Quotation]) -> bool:
    between = text[cue.end : quotation.span.start]
    if cue.end > quotation.span.start or len(between) > _NEAR_BEFORE:
        return False
    return not _ended(between) and not _parted(Span(cue.end, quotation.span.start), mine)


def _ended(between: str) -> bool:
    """Say whether a sentence ends between cue and quotation."""
    words = between.split()
    return any(
        word[-1] in ".!?;" and len(word.rstrip(".")) > 3 and not word[:-1].endswith(".")
        for word in words
    )


def _parted(gap: Span, mine: Sequence[Quotation]) -> bool:
    return any(q.spoken and gap.covers(q.span) for q in mine)


def _made(paragraph: Paragraph, quotation: Quotation, verb: "Token") -> Credit | None:
    teller = teller_of(verb) or _beside(verb)
    if teller is None or quotation.span.covers(paragraph.span_of(teller)):
        teller = _beside(verb)
    source = spans_of(paragraph, group(teller) - verb_group(verb)) if teller is not None else ()
    if teller is None or not source or teller.lower_ in {"i", "we", "you", "which", "that"}:
        return None
    source = tuple(span for span in source if not span.overlaps(quotation.span))
    if not source:
        return None
    cue = spans_of(paragraph, verb_group(verb))
    return Credit(
        paragraph=quotation.paragraph,
        head=verb,
        cue=cue,
        teller=teller,
        source=source,
        content=(quotation.span,),
        medium=medium(verb),
        participle=participle(verb),
    )


def _beside(verb: "Token") -> "Token | None":
    """The noun right before or right after a verb, where the parser saw no subject."""
    doc = verb.doc
    for chunk in doc.noun_chunks:
        if chunk.start == verb.i + 1 and chunk.root.pos_ in {"PROPN", "PRON", "NOUN"}:
            return chunk.root if describe(chunk.root).kind is not None else None
        if chunk.end == verb.i and chunk.root.pos_ in {"PROPN", "PRON"}:
            return chunk.root
    before = doc[verb.i - 1] if verb.i > 0 else None
    if before is None or before.pos_ != "ADV":
        return None
    return before if describe(before).kind == "named_person" else None


def _colon(paragraph: Paragraph, quotation: Quotation) -> Credit | None:
    """A name and a colon before a quotation: 'Orlan: "We open."'."""
    doc = paragraph.doc
    start = quotation.span.start - paragraph.span.start
    colon = next((t for t in reversed(doc[:]) if t.idx < start and not t.is_space), None)
    if colon is None or colon.text != ":" or colon.i == 0:
        return None
    teller = colon.nbor(-1)
    first = teller
    while first.i > 0 and first.nbor(-1).pos_ == "PROPN":
        first = first.nbor(-1)
    opens = first.i == 0 or first.nbor(-1).text in {".", "”", '"', "!", "?"}
    if not teller.text[0].isupper() or not opens:
        return None
    source = spans_of(paragraph, range(first.i, teller.i + 1))
    mark = paragraph.span_of(colon)
    return Credit(quotation.paragraph, colon, (mark,), teller, source, (quotation.span,))


def _spoke_before(desk: _Desk, quotation: Quotation) -> int | None:
    """The credit of the sentence before, where a quotation is a sentence of its own."""
    if quotation.inner.of(desk.text).rstrip()[-1:] not in {".", "!", "?"}:
        return None
    for place in reversed(desk.rows[quotation.paragraph]):
        credit = desk.current[place]
        done = max(span.end for span in (*credit.content, *credit.cue, *credit.source))
        between = desk.text[done : quotation.span.start]
        if 0 < len(between) <= _ADJACENT:
            ends = between.rstrip()[-1:] in {".", "!", "?", ":"} and bool(credit.source)
            person = credit.teller is not None and describe(credit.teller).kind in _SPEAKERS
            return place if ends and person else None
    return None


def _follows(parsed: Parsed, credit: Credit, quotation: Quotation) -> bool:
    """Say whether a quotation goes on from the credit before it."""
    if not credit.source:
        return False
    text = parsed.document.text
    done = max(span.end for span in (*credit.content, *credit.cue, *credit.source))
    between = text[done : quotation.span.start]
    if quotation.paragraph == credit.paragraph:
        return between.count(". ") <= 1 and len(between) <= _NEAR_BEFORE
    alone = quotation.span.start == parsed.paragraphs[quotation.paragraph].span.start
    return alone and quotation.paragraph - credit.paragraph <= 1 and len(between.split()) <= 40
