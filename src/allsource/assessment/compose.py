"""How does a fact of the case become a sentence?

A sentence is asked for by the key of its template and by what each slot reads
from which citations. It is returned only where the checker finds nothing
against it, so that a caller can try the wordings from the most to the least
telling and take the first that the evidence bears.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from allsource.assessment import entailment, printing, readings, wording
from allsource.assessment.evidence import Evidence
from allsource.assessment.passages import passage_span
from allsource.model.assessment import Citation, Sentence, Slot
from allsource.model.claim import Claim
from allsource.model.span import Span

__all__ = ["Part", "at", "found", "passage", "say", "statement", "whole"]


@dataclass(frozen=True, slots=True)
class Part:
    """What a slot shall print: a reading, and the citations it reads."""

    of: str
    citations: tuple[Citation, ...]


def say(key: str, parts: Mapping[str, Part], evidence: Evidence) -> Sentence | None:
    """Compose a sentence, or give None where the evidence does not bear it.

    Args:
        key: of the template.
        parts: what each slot reads, by slot name; a template without slots takes
            its citations from the part named ``rests``.
        evidence: the case.
    """
    template = wording.templates()[key]
    wanted = [(name, kind, parts[name]) for name, kind in template.slots if name in parts]
    if len(wanted) != len(template.slots):
        return None
    used = [part for _, _, part in wanted] or [parts["rests"]]
    citations = tuple(dict.fromkeys(c for part in used for c in part.citations))
    slots = [_slot(name, kind, part, citations, evidence) for name, kind, part in wanted]
    if any(slot is None for slot in slots):
        return None
    kept = tuple(slot for slot in slots if slot is not None)
    sentence = Sentence(
        id=entailment.sentence_id(key, kept, citations),
        template=key,
        slots=kept,
        text=wording.filled(template, kept),
        citations=citations,
    )
    return None if entailment.check(sentence, evidence) else sentence


def _slot(
    name: str, kind: str, part: Part, citations: tuple[Citation, ...], evidence: Evidence
) -> Slot | None:
    text = readings.read(part.of, part.citations, evidence)
    places = tuple(citations.index(citation) for citation in dict.fromkeys(part.citations))
    return Slot(name, kind, text, places, part.of) if text else None  # type: ignore[arg-type]


def at(claim: Claim, span: Span) -> Citation:
    """Cite a span of a claim."""
    return Citation(claim.document.id, span, claim.id)


def whole(claims: Iterable[Claim]) -> tuple[Citation, ...]:
    """Cite claims by the whole stretch of each."""
    return tuple(at(claim, claim.span) for claim in claims)


def statement(claim: Claim) -> Part:
    """Quote a claim: its proposition where that may stand alone, else its whole passage."""
    which = entailment.quotable(claim)
    span = claim.proposition if which == "statement" else passage_span(claim)
    return Part(which, (at(claim, printing.trimmed(claim.document.text, span)),))


def passage(claim: Claim) -> Part:
    """Quote the whole sentence around a claim, with its source and cue."""
    return Part("passage", (at(claim, printing.trimmed(claim.document.text, passage_span(claim))),))


def found(claim: Claim, words: str, of: str) -> Part | None:
    """Quote words where they stand in a claim's passage, or give None."""
    start = claim.document.text.find(words, claim.span.start, claim.span.end)
    return Part(of, (at(claim, Span(start, start + len(words))),)) if start >= 0 else None
