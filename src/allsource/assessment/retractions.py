"""What is taken back, what holds instead, and who still gives what was taken back?

A correction is one finding: its words, what the correcting document says
instead, the earlier figure of the same outlet that it replaces, and documents
of a later day that still give that figure. It fails where the correction names
another figure than the one that was printed.
"""

from collections.abc import Iterable

from allsource.assessment import choice
from allsource.assessment.compose import Part, at, say
from allsource.assessment.evidence import Evidence
from allsource.assessment.rebuttals import is_correction
from allsource.assessment.sayings import corrected, outlet, said
from allsource.model.assessment import Finding, Sentence
from allsource.model.claim import Claim
from allsource.model.ids import content_id
from allsource.model.numbers import Conflict

__all__ = ["retractions", "withdrawals"]

_MOST_STALE = 3


def retractions(evidence: Evidence) -> Iterable[Finding]:
    """Give at most one finding for each document that takes back or corrects something.

    Args:
        evidence: the case.
    """
    found: dict[str, list[Claim]] = {}
    for claim in evidence.claims.values():
        if is_correction(claim):
            found.setdefault(claim.document.id, []).append(claim)
    for document in evidence.documents:
        claims = found.get(document, [])
        candidates = choice.ordered(claims, evidence, whole=True)
        sentence = next((s for s in (corrected(c, evidence) for c in candidates) if s), None)
        if sentence:
            sentences = (sentence, *_instead(document, evidence))
            yield Finding(content_id("fnd", "retraction", document), "retraction", sentences)


def withdrawals(claim: Claim, evidence: Evidence) -> list[Sentence]:
    """Print the correction of a figure that a claim gives, where its outlet carried one.

    Args:
        claim: whose figure may have been corrected.
        evidence: the case.
    """
    for conflict in evidence.conflicts.values():
        for turned, earlier in enumerate((conflict.left, conflict.right)):
            if earlier.claim == claim.id:
                sides = _sides(conflict, bool(turned), evidence)
                if sentence := say("correction.replaces", sides, evidence):
                    return [sentence]
    return []


def _instead(document: str, evidence: Evidence) -> list[Sentence]:
    printed: list[Sentence] = []
    stale: list[Sentence] = []
    for conflict in evidence.conflicts.values():
        ends = [evidence.claims[p.claim] for p in (conflict.left, conflict.right)]
        now = next((claim for claim in ends if claim.document.id == document), None)
        replaced = _replaced(conflict, evidence) if now else None
        if now and replaced and not printed:
            printed = [*_right(now, evidence), replaced]
        repeated = _stale(conflict, evidence) if now else None
        stale.extend([repeated] if repeated else [])
    return [*printed, *stale[:_MOST_STALE]] if printed else []


def _right(claim: Claim, evidence: Evidence) -> list[Sentence]:
    """Print what the correcting document gives instead, from the claim that a reader understands best."""
    values = {(q.low, q.high) for q in claim.quantities}
    same = [
        other
        for other in evidence.claims.values()
        if other.document.id == claim.document.id
        and not other.negated
        and values.intersection((q.low, q.high) for q in other.quantities)
    ]
    sentences = (said(each, evidence) for each in choice.ordered(same, evidence))
    return [sentence for sentence in sentences if sentence][:1]


def _replaced(conflict: Conflict, evidence: Evidence) -> Sentence | None:
    parts = (_sides(conflict, turned, evidence) for turned in (False, True))
    return next((s for s in (say("correction.replaces", p, evidence) for p in parts) if s), None)


def _stale(conflict: Conflict, evidence: Evidence) -> Sentence | None:
    parts = (_sides(conflict, turned, evidence) for turned in (False, True))
    return next((s for s in (say("correction.stale", p, evidence) for p in parts) if s), None)


def _sides(conflict: Conflict, turned: bool, evidence: Evidence) -> dict[str, Part]:
    """The two ends of a conflict, the correcting document's as the second."""
    ends = [(conflict.left, f"left.figure@{conflict.id}")]
    ends.append((conflict.right, f"right.figure@{conflict.id}"))
    (one, of_one), (two, of_two) = ends[::-1] if turned else ends
    before, after = evidence.claims[one.claim], evidence.claims[two.claim]
    return {
        "left": outlet(before),
        "right": outlet(after),
        "first": Part(of_one, (at(before, before.quantities[one.quantity].span),)),
        "second": Part(of_two, (at(after, after.quantities[two.quantity].span),)),
    }
