"""Who is quoted by whom: "the Herald quoted a clerk as saying that ...", "she was quoted by it as saying"?

Whoever quotes is credited by the document, and the one who is quoted inside that credit, with what
follows "as saying", "as describing", "as having told".

It fails where the quoting stands in another sentence than the saying.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from allsource.claims.clauses import child, children, group, spans_of, trimmed, under, verb_group
from allsource.claims.credit import Credit
from allsource.claims.parse import Paragraph, Parsed
from allsource.claims.sources import describe
from allsource.model.span import Span, hull

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["relayed"]

_QUOTING = frozenset({"quote", "cite"})


def relayed(parsed: Parsed, found: Sequence[Credit]) -> list[Credit]:
    """Give the credits of a document with both ends of every quoting.

    Args:
        parsed: the document.
        found: its credits.
    """
    kept = list(found)
    for number, paragraph in enumerate(parsed.paragraphs):
        for verb in paragraph.doc:
            said = _said(verb) if verb.lemma_.lower() in _QUOTING and verb.pos_ == "VERB" else None
            if said is None:
                continue
            relay = _passive if child(verb, "auxpass") is not None else _active
            pair = relay(paragraph, number, verb, said, kept)
            if pair:
                cues = [*pair[0].cue, *pair[1].cue]
                kept = [c for c in kept if not any(a.overlaps(b) for a in c.cue for b in cues)]
                kept += pair
    return kept


def _said(verb: "Token") -> "Token | None":
    """The "saying" of "quoted as saying"."""
    clauses = (child(kid, "pcomp") for kid in children(verb, "prep") if kid.lower_ == "as")
    return next((said for said in clauses if said is not None and said.pos_ == "VERB"), None)


def _content(paragraph: Paragraph, said: "Token") -> tuple[Span, ...]:
    """What follows "as saying", without "that" and without "by" whom it was quoted."""
    by = children(said, "agent", "prep")
    out = set().union(*(under(kid) for kid in by if kid.lower_ == "by")) if by else set()
    clause = child(said, "ccomp")
    marks = {kid.i for kid in children(clause, "mark") if kid.lower_ == "that"} if clause else set()
    words = under(said) - verb_group(said) - out - marks
    return spans_of(paragraph, {i for i in words if i > said.i})


def _quoted_before(verb: "Token", found: Sequence[Credit], cue: Span) -> tuple[Span, ...]:
    """What stands before the quoting, as the other credits have it."""
    same = [c for c in found if any(cue.overlaps(span) for span in c.cue)]
    same = [c for c in same if c.head.sent.start <= verb.i < c.head.sent.end]
    return max((c.content for c in same), key=lambda s: hull(s).end - hull(s).start, default=())


def _until(spans: Sequence[Span], end: int, paragraph: Paragraph) -> tuple[Span, ...]:
    """What stands before a place: the quotation before the one who is quoted."""
    text, start = paragraph.text, paragraph.span.start
    cut = [Span(s.start, min(s.end, end)).shift(-start) for s in spans if s.start < end]
    kept = (trimmed(text, span, " ") for span in cut)
    return tuple(span.shift(start) for span in kept if span is not None)


def _active(
    paragraph: Paragraph, number: int, verb: "Token", said: "Token", found: Sequence[Credit]
) -> list[Credit]:
    """For "the Herald quoted a clerk as saying that": both, where the outer one is known."""
    cue = paragraph.span_of(verb)
    outer = next((c for c in found if any(cue.overlaps(s) for s in c.cue) and c.source), None)
    teller, content = child(verb, "dobj"), _content(paragraph, said)
    if outer is None or teller is None or describe(teller).kind is None:
        return []
    source = spans_of(paragraph, group(teller))
    own = spans_of(paragraph, verb_group(said))
    if not content:
        content = _quoted_before(verb, found, cue)
        if not content or any(a.overlaps(b) for a in content for b in source):
            return []
        return [
            replace(outer, content=content, cue=spans_of(paragraph, verb_group(verb)), head=verb),
            Credit(number, said, own, teller, source, content, cited=True),
        ]
    whole = Span(source[0].start, max(span.end for span in content))
    return [
        replace(outer, content=(whole,), cue=spans_of(paragraph, verb_group(verb)), head=verb),
        Credit(number, said, own, teller, source, content),
    ]


def _passive(
    paragraph: Paragraph, number: int, verb: "Token", said: "Token", found: Sequence[Credit]
) -> list[Credit]:
    """For "she was quoted by the Herald as saying that": both, where it is told by whom."""
    quoted = child(verb, "nsubjpass")
    agents = [kid for one in (verb, said) for kid in children(one, "agent", "prep")]
    by = next((child(kid, "pobj") for kid in agents if kid.lower_ == "by"), None)
    if by is None or quoted is None or describe(by).kind is None:
        return []
    source, inner = (spans_of(paragraph, group(one)) for one in (by, quoted))
    content = _content(paragraph, said) or _until(
        _quoted_before(verb, found, paragraph.span_of(verb)), inner[0].start, paragraph
    )
    if not content or any(a.overlaps(b) for a in content for b in (*source, *inner)):
        return []
    return [
        Credit(number, verb, spans_of(paragraph, verb_group(verb)), by, source, content),
        Credit(
            number, said, spans_of(paragraph, verb_group(said)), quoted, inner, content, cited=True
        ),
    ]
