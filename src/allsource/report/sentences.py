"""How is a sentence of the assessment shown, with its way back to the words?

The text is exactly the sentence's; behind it stand small links, one for each
cited document (the first ones; the rest are counted), to the cited claim in
that document's text.
"""

from collections.abc import Mapping

from allsource.assessment import printing
from allsource.assessment.evidence import Evidence
from allsource.model.assessment import Finding, Gap, Sentence
from allsource.model.lineage import Cluster
from allsource.report.claim_contexts import CiteLink
from allsource.report.contexts import FindingView, GapView, SentenceView

__all__ = [
    "cite_links",
    "credibility",
    "effective",
    "finding_view",
    "gap_view",
    "sentence_view",
    "standing",
    "status_class",
]

_MOST_LINKS = 6
_KINDS: Mapping[str, str] = {
    "measure": "Numbers",
    "statement": "Statement",
    "lineage": "Origin",
    "conflict": "Disagreement",
    "denial": "Denial",
    "retraction": "Retraction",
}
"""How the page names each kind of finding."""


def sentence_view(
    sentence: Sentence, numbers: Mapping[str, int], evidence: Evidence
) -> SentenceView:
    """Show a sentence with links to what it cites."""
    places: dict[int, str] = {}
    for citation in sentence.citations:
        places.setdefault(numbers[citation.document], citation.claim or citation.document)
    documents = {numbers[c.document]: c.document for c in sentence.citations}
    links = [
        CiteLink(number, target, _label(documents[number], evidence))
        for number, target in places.items()
    ]
    cites = dict.fromkeys(
        each for c in sentence.citations for each in (c.claim, c.document) if each
    )
    return SentenceView(
        id=sentence.id,
        text=sentence.text,
        cites=" ".join(cites),
        links=tuple(links[:_MOST_LINKS]),
        more=max(0, len(links) - _MOST_LINKS),
    )


def _label(document: str, evidence: Evidence) -> str:
    return f"source: {printing.document_name(evidence.documents[document])}"


def cite_links(
    documents: tuple[str, ...], numbers: Mapping[str, int], evidence: Evidence
) -> tuple[CiteLink, ...]:
    """Link to documents by number, in the order of the page."""
    held = sorted((numbers[name], name) for name in documents if name in numbers)
    return tuple(CiteLink(number, name, _label(name, evidence)) for number, name in held)


def status_class(status: str | None) -> str:
    """Give the class of a status badge.

    Example:
        >>> status_class("same origin only")
        'same-origin-only'
    """
    return (status or "none").replace(" ", "-")


def standing(cluster: Cluster) -> str:
    """Name what is established about a group's roots; of one root there is nothing to compare."""
    return "one root" if len(cluster.roots) == 1 else cluster.status


def finding_view(finding: Finding, numbers: Mapping[str, int], evidence: Evidence) -> FindingView:
    """Show a finding: status, effective roots, confidence and likelihood apart from its words."""
    cluster = evidence.clusters.get(finding.cluster or "")
    graded = finding.effective_roots is not None
    return FindingView(
        id=finding.id,
        kind=_KINDS[finding.kind],
        sentences=tuple(sentence_view(s, numbers, evidence) for s in finding.sentences),
        status=standing(cluster) if cluster and graded else None,
        status_class=status_class(standing(cluster) if cluster else None),
        roots=effective(finding.effective_roots, finding.effective_roots_interval),
        credibility=_graded(finding, cluster) if cluster and graded else None,
        confidence=finding.confidence,
        likelihood=finding.likelihood,
        cluster=finding.cluster,
    )


def _graded(finding: Finding, cluster: Cluster) -> str | None:
    """Grade a finding, unless the outlet that printed its figure has taken it back."""
    if finding.corrected:
        return "not graded: its outlet corrected the figure"
    return credibility(cluster)


def effective(roots: float | None, interval: tuple[float, float] | None) -> str | None:
    """Print effective roots with no more digits than they bear.

    Example:
        >>> effective(1.25, (1.0, 2.0)), effective(1.0, (1.0, 1.0))
        ('1.2 (1.0 to 2.0)', '1.0')
    """
    if roots is None:
        return None
    if interval is None or interval[0] == interval[1]:
        return f"{roots:.1f}"
    return f"{roots:.1f} ({interval[0]:.1f} to {interval[1]:.1f})"


def credibility(cluster: Cluster) -> str | None:
    """Print the number that a group gets on the Admiralty scale, with the words of the scale."""
    found = cluster.credibility
    return f"{found.rating}, {found.means}" if found else None


def gap_view(gap: Gap, numbers: Mapping[str, int], evidence: Evidence) -> GapView:
    """Show something that is not known."""
    return GapView(gap.id, tuple(sentence_view(s, numbers, evidence) for s in gap.sentences))
