"""How is a judgement shown: what is judged, by whom, in which word, and on what it rests?"""

from collections.abc import Mapping

from allsource.assessment import printing
from allsource.assessment.evidence import Evidence
from allsource.assessment.judgements import Judged, Standing, judgements
from allsource.assessment.naming import root_name
from allsource.assessment.wording import likelihood_range
from allsource.report.coarse import coarse_view
from allsource.report.judgement_contexts import JudgementView, PremiseView
from allsource.report.sentences import status_class

__all__ = ["judged_view", "judgement_views", "scale"]


def judgement_views(evidence: Evidence, numbers: Mapping[str, int]) -> tuple[JudgementView, ...]:
    """Show the judgements of a case, those whose premise fell first.

    Args:
        evidence: the case.
        numbers: number of each document in the page.
    """
    return tuple(judged_view(one, evidence, numbers) for one in judgements(evidence))


def judged_view(one: Judged, evidence: Evidence, numbers: Mapping[str, int]) -> JudgementView:
    """Show one judgement.

    Args:
        one: the judgement.
        evidence: the case.
        numbers: number of each document in the page.
    """
    claim = one.claim
    nobody = "somebody not named" if claim.attribution else printing.document_name(claim.document)
    return JudgementView(
        claim=coarse_view(claim, numbers, evidence),
        author=printing.words(one.told.author or nobody),
        word=printing.words(one.told.word.text),
        scale=scale(one.term),
        premises=tuple(_premise(each, claim.id, evidence, numbers) for each in one.premises),
        absent=one.told.absent or "",
        warnings=one.warnings,
        more=len(one.also),
    )


def scale(term: str | None) -> str:
    """Name an ICD 203 term with its range.

    Example:
        >>> scale("very likely"), scale(None)
        ('very likely, 80 to 95 %', '')
    """
    if term is None:
        return ""
    low, high = likelihood_range(term)
    return f"{term}, {100 * low:.0f} to {100 * high:.0f} %"


def _premise(
    one: Standing, judgement: str, evidence: Evidence, numbers: Mapping[str, int]
) -> PremiseView:
    root = evidence.root_of(one.premise.claim or "")
    against = (evidence.claims[name] for name in one.against if name in evidence.claims)
    return PremiseView(
        words=printing.coarse(printing.words(one.words)),
        cue=printing.words(one.cue),
        status=one.status,
        status_class=status_class(one.status),
        root=root_name(root) + ("" if root.seen else ", cited, not in hand") if root else "",
        target=one.premise.claim or judgement,
        against=tuple(coarse_view(each, numbers, evidence) for each in against),
    )
