"""How is a document shown with its claims in its own text?

The stored text is cut where a claim or a stretch of furniture begins or ends;
each segment knows all claims over it, so claims may overlap freely, and the
place where a claim begins carries its id as an anchor. Nothing of the text is
left out or changed.
"""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from allsource.assessment import printing
from allsource.assessment.evidence import Evidence
from allsource.assessment.naming import root_name
from allsource.assessment.traits import crediting
from allsource.assessment.ways import how
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.report.claim_contexts import ClaimView
from allsource.report.contexts import CheckedView, Segment, SourceView

__all__ = ["STANCES", "claim_view", "segments", "source"]

STANCES: Mapping[str, str] = {
    "asserted": "asserted",
    "hedged": "hedged",
    "expected": "expected or planned",
    "conditional": "on a condition",
    "denied": "denied",
    "questioned": "questioned",
}
"""How the page names each stance of the model."""

_NOBODY = {"nobody": "nobody: the document itself", "agentless": "somebody not named"}


def claim_view(claim: Claim, numbers: Mapping[str, int], evidence: Evidence) -> ClaimView:
    """Describe a claim for a list.

    Args:
        claim: the claim.
        numbers: number of each document in the page.
        evidence: the case.
    """
    root = evidence.root_of(claim.id)
    credit = claim.source.name if claim.source else _NOBODY[crediting(claim)]
    return ClaimView(
        id=claim.id,
        words=printing.words(claim.statement),
        outlet=printing.document_name(claim.document),
        number=numbers.get(claim.document.id, 0),
        date=printing.day(claim.document.published) if claim.document.published else "undated",
        credit=printing.words(credit),
        stance=STANCES[claim.stance.status] + (", a negative" if claim.negated else ""),
        root=root_name(root) if root else "not traced",
    )


def source(
    document: Document,
    numbers: Mapping[str, int],
    evidence: Evidence,
    closes: Mapping[str, CheckedView] | None = None,
) -> SourceView:
    """Show a document: facts, disagreeing dates, text with claims, list of claims.

    Args:
        document: the document.
        numbers: number of each document in the page.
        evidence: the case.
        closes: for a checked article, what to show where each claim ends.
    """
    claims = [c for c in evidence.claims.values() if c.document.id == document.id]
    candidates = document.date_candidates
    disagree = len({candidate.date for candidate in candidates}) > 1
    return SourceView(
        id=document.id,
        number=numbers[document.id],
        name=printing.document_name(document),
        title=document.title if document.outlet else None,
        facts=(*_facts(document, numbers), *_kin(document, numbers, evidence)),
        notes=document.notes,
        unextracted=document.unextracted,
        dates=tuple((c.date, c.origin, c.detail) for c in candidates) if disagree else (),
        segments=tuple(segments(document, claims, closes or {})),
        claims=tuple(claim_view(claim, numbers, evidence) for claim in claims),
        language=document.language or "",
    )


def _facts(document: Document, numbers: Mapping[str, int]) -> Iterable[tuple[str, str]]:
    yield "File", document.path
    if document.replaces and document.replaces in numbers:
        yield (
            "Edited since",
            f"document {numbers[document.replaces]} is an earlier reading of this file",
        )
    if document.published:
        yield "Published", printing.day(document.published)
    elif any(document.published_between):
        after, before = (printing.day(end) if end else "?" for end in document.published_between)
        yield "Published", f"not stated; its own words allow {after} to {before}"
    else:
        yield "Published", "not stated"
    if document.url:
        yield "Address", document.url
    if document.language:
        yield "Language", document.language
    yield "SHA-256", document.sha256


def _kin(
    document: Document, numbers: Mapping[str, int], evidence: Evidence
) -> Iterable[tuple[str, str]]:
    """Say from which documents this one was taken, or which took it up, where no claims can tell."""
    for hop in evidence.unread_of.get(document.id, ()):
        above = hop.child == document.id
        other = evidence.documents[hop.parent if above else hop.child]
        label = "Rests on" if above else "Taken up by"
        yield label, f"document {numbers[other.id]}, {printing.document_name(other)}: {how(hop)}"


def segments(
    document: Document, claims: Sequence[Claim], closes: Mapping[str, CheckedView]
) -> list[Segment]:
    """Cut a text into stretches, each under one and the same set of claims.

    Args:
        document: the document; its text is given back whole and in order.
        claims: those of this document.
        closes: what to show after the stretch that ends a claim, by claim id.
    """
    cuts = {0, len(document.text)}
    cuts.update(end for claim in claims for end in claim.proposition)
    cuts.update(end for mark in document.furniture for end in mark.span)
    edges = sorted(cuts)
    parts = [_segment(document, claims, a, b) for a, b in itertools.pairwise(edges)]
    if not closes:
        return parts
    ends = {b: [c for c in claims if c.proposition.end == b and c.id in closes] for b in edges}
    return [
        replace(part, closes=tuple(sorted((closes[c.id] for c in ends[b]), key=lambda v: v.number)))
        for part, b in zip(parts, edges[1:], strict=True)
    ]


def _segment(document: Document, claims: Sequence[Claim], start: int, end: int) -> Segment:
    over = [c for c in claims if c.proposition.start <= start and end <= c.proposition.end]
    furniture = any(m.span.start <= start and end <= m.span.end for m in document.furniture)
    return Segment(
        text=document.text[start:end],
        kind="claim" if over else "furniture" if furniture else "plain",
        claims=" ".join(claim.id for claim in over),
        opens=tuple(claim.id for claim in over if claim.proposition.start == start),
        depth=min(len(over), 3),
        closes=(),
    )
