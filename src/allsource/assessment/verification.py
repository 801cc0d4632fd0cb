"""Which remarks of an outlet on its own checking can be shown with a claim?

A remark is shown where it is a statement by itself (four words or more, with a
negative in it), and where a remark on figures stands with a claim that has
one. A claim that is itself such a remark is no statement of the case.
"""

from allsource.assessment import entailment
from allsource.assessment.evidence import Evidence
from allsource.assessment.printing import words
from allsource.model.claim import Claim
from allsource.model.span import Span
from allsource.vocab import load

__all__ = ["doubts", "remarks"]


def doubts(claim: Claim, index: int) -> bool:
    """Say whether a claim's remark on checking is a doubt that can be printed with it.

    Args:
        claim: the claim.
        index: which of its verifications.
    """
    check = claim.verification[index]
    text = words(check.span.of(claim.document.text)).casefold()
    figures = any(word in text.split() for word in load("wording")["figure_words"])
    stated = len(text.split()) >= 4 and (entailment.negation_in(text) or "unverified" in text)
    stated = stated and ("verif" in text or "independent" in text)
    return check.status == "unverified" and stated and (not figures or bool(claim.quantities))


def remarks(evidence: Evidence) -> dict[str, list[Span]]:
    """Give the spans of all remarks on checking, by document."""
    found: dict[str, list[Span]] = {}
    for claim in evidence.claims.values():
        spans = found.setdefault(claim.document.id, [])
        spans.extend(check.span for check in claim.verification)
    return found
