"""What does a case amount to, in sentences that its evidence entails?

Findings, disagreements and gaps are composed, and every sentence is checked
once more, all together: the build fails where one is not entailed.
"""

from collections.abc import Iterable, Iterator, Sequence

from allsource.assessment.disagreements import disagreements
from allsource.assessment.entailment import check
from allsource.assessment.evidence import Evidence, gather
from allsource.assessment.findings import bottom_line
from allsource.assessment.gaps import gaps
from allsource.errors import EntailmentError
from allsource.model.assessment import Assessment, Finding, Sentence
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.model.lineage import Lineage
from allsource.model.numbers import Conflict, Series

__all__ = ["assess", "require_entailed", "sentences"]


def assess(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    lineage: Lineage,
    series: Sequence[Series] = (),
    conflicts: Sequence[Conflict] = (),
) -> Assessment:
    """Compose the assessment of a case.

    Args:
        documents: every document of the case, those without claims too.
        claims: of all documents.
        lineage: of these claims.
        series: numbers made comparable.
        conflicts: between them.

    Returns:
        Findings, disagreements and gaps; the same for any order of input.

    Raises:
        EntailmentError: a sentence is not entailed; nothing may be printed.

    Example:
        >>> assess((), (), Lineage()).findings
        ()
    """
    evidence = gather(documents, claims, lineage, series, conflicts)
    assessment = Assessment(bottom_line(evidence), disagreements(evidence), gaps(evidence))
    require_entailed(assessment, evidence)
    return assessment


def sentences(assessment: Assessment) -> Iterator[Sentence]:
    """Give every sentence of an assessment, in order."""
    for finding in (*assessment.findings, *assessment.conflicts):
        yield from finding.sentences
    for gap in assessment.gaps:
        yield from gap.sentences


def require_entailed(assessment: Assessment, evidence: Evidence) -> None:
    """Check every sentence and every grade of an assessment.

    Raises:
        EntailmentError: one of them is not borne by the evidence.
    """
    for sentence in sentences(assessment):
        _refuse(check(sentence, evidence), sentence.text)
    for finding in (*assessment.findings, *assessment.conflicts):
        _refuse(_grades(finding, evidence), finding.sentences[0].text)


def _refuse(reasons: Iterable[str], text: str) -> None:
    listed = "; ".join(reasons)
    if listed:
        raise EntailmentError(f"not entailed: {text!r}: {listed}; report this as a defect")


def _grades(finding: Finding, evidence: Evidence) -> Iterator[str]:
    """A finding's roots are its cluster's, and confidence needs established independence."""
    cluster = evidence.clusters.get(finding.cluster or "")
    roots = (finding.effective_roots, finding.effective_roots_interval)
    if roots != (None, None) and (
        cluster is None or roots != (cluster.effective_roots, cluster.effective_roots_interval)
    ):
        yield "its effective roots are not those of its cluster"
    if finding.confidence in {"moderate", "high"} and (
        cluster is None or cluster.status != "independent" or len(cluster.roots) < 2
    ):
        yield f"confidence is {finding.confidence} without independent roots"
