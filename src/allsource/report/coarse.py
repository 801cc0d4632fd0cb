"""How is a claim shown in a table of statements, without a position finer than 0.1 degree?"""

from collections.abc import Mapping
from dataclasses import replace

from allsource.assessment import printing
from allsource.assessment.evidence import Evidence
from allsource.model.claim import Claim
from allsource.report.claim_contexts import ClaimView
from allsource.report.sources import claim_view

__all__ = ["coarse_view"]


def coarse_view(claim: Claim, numbers: Mapping[str, int], evidence: Evidence) -> ClaimView:
    """Describe a claim for a table of statements.

    Args:
        claim: the claim.
        numbers: number of each document in the page.
        evidence: the case.
    """
    view = claim_view(claim, numbers, evidence)
    return replace(view, words=printing.coarse(view.words))
