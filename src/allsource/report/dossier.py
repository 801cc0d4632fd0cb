"""What does a dossier hold, and how is it built?

The context gathers every section from the nouns of the case; the page is one
HTML file that needs neither network nor script.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from allsource.assessment.actors import Parties
from allsource.assessment.evidence import Evidence, gather
from allsource.entities.who import Cast
from allsource.estimation.programme.claim import ProgrammeClaim
from allsource.estimation.programme.told import Estimates
from allsource.model.assessment import Assessment, Change
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.model.failure import Failure
from allsource.model.lineage import Lineage
from allsource.model.numbers import Conflict, Series
from allsource.report.bearing_contexts import BesideView
from allsource.report.chart_contexts import ChartView
from allsource.report.charts import chart
from allsource.report.contexts import ChangeView, DossierContext, FailureView, Total
from allsource.report.coverage import coverage
from allsource.report.estimates import consistency, estimate_charts, shown, unused
from allsource.report.foretold import plans, record_rows
from allsource.report.judgements import judgement_views
from allsource.report.origins import actors, clusters, journeys
from allsource.report.page import render
from allsource.report.parties import dealing_views, obligation_views
from allsource.report.programme import programme_card
from allsource.report.sentences import cite_links, finding_view, gap_view, sentence_view
from allsource.report.sources import source
from allsource.report.ties import loops
from allsource.report.timeline import timeline

__all__ = ["context", "dossier"]


def dossier(context: DossierContext) -> str:
    """Build the dossier as one HTML page.

    Args:
        context: as :func:`context` gathers it.

    Returns:
        The page; the same for the same context, on any machine.
    """
    return render("dossier.html.j2", context)


def context(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    lineage: Lineage,
    series: Sequence[Series],
    conflicts: Sequence[Conflict],
    assessment: Assessment,
    changes: Sequence[Change] | None = None,
    failures: Sequence[Failure] = (),
    title: str = "Dossier",
    beside: BesideView | None = None,
    told: Sequence[ProgrammeClaim] = (),
    estimates: Estimates | None = None,
    cast: Cast | None = None,
) -> DossierContext:
    """Gather what a dossier shows.

    Args:
        documents: every document of the case.
        claims: of all documents.
        lineage: of these claims.
        series: numbers made comparable.
        conflicts: between them.
        assessment: whose sentences are printed.
        changes: since the last dossier; None where there was none.
        failures: inputs that were not read.
        title: name of the case.
        beside: sensors and lists beside the claims; None where none is in hand.
        told: what the claims say of programmes.
        estimates: of these programmes.
        cast: who is who in the case; without it names are joined in each document alone.
    """
    evidence = gather(documents, claims, lineage, series, conflicts)
    numbers = {name: i for i, name in enumerate(evidence.documents, 1)}
    groups = clusters(evidence, numbers)
    anchors = {claim: claim for claim in evidence.claims}
    parties = Parties(tuple(evidence.claims.values()), cast)
    charts = _charts(evidence, anchors, told, estimates)
    return DossierContext(
        title=title,
        synthetic=any(document.synthetic for document in documents),
        totals=_totals(evidence, failures),
        findings=tuple(finding_view(f, numbers, evidence) for f in assessment.findings),
        charts=tuple(each for each in charts if each.rows or each.estimate),
        coverage=coverage(estimates),
        consistency=consistency(evidence, estimates) if estimates else (),
        plans=plans(evidence, numbers, told, estimates),
        records=record_rows(evidence, told, estimates),
        unused=unused(evidence, estimates) if estimates else (),
        card=programme_card(evidence, numbers),
        judgements=judgement_views(evidence, numbers),
        clusters=tuple(group for group in groups if group.documents > 1),
        loops=loops(evidence, numbers),
        single=tuple(group for group in groups if group.documents < 2),
        drift=_changed(evidence),
        journeys=journeys(evidence, numbers),
        conflicts=tuple(finding_view(f, numbers, evidence) for f in assessment.conflicts),
        timeline=timeline(evidence),
        actors=actors(evidence, numbers, cast),
        dealings=dealing_views(evidence, numbers, parties),
        obligations=obligation_views(evidence, numbers, parties),
        beside=beside or BesideView((), (), (), ()),
        gaps=tuple(gap_view(gap, numbers, evidence) for gap in assessment.gaps),
        changes=tuple(_change(each, numbers, evidence) for each in changes or ()),
        compared=changes is not None,
        failures=tuple(FailureView(f.path, f.reason, f.next_step) for f in failures),
        unread=tuple(_unread(evidence)),
        sources=tuple(source(each, numbers, evidence) for each in evidence.documents.values()),
    )


def _charts(
    evidence: Evidence,
    anchors: dict[str, str],
    told: Sequence[ProgrammeClaim],
    estimates: Estimates | None,
) -> list[ChartView]:
    """Draw what was estimated, then the figures that stand in no estimate."""
    if estimates is None:
        return [chart(one, evidence, anchors) for one in _by_reach(evidence)]
    drawn = shown(evidence, told, estimates)
    others = (one for one in _by_reach(evidence) if one.id not in drawn)
    return [
        *estimate_charts(evidence, anchors, told, estimates),
        *(chart(one, evidence, anchors) for one in others),
    ]


def _by_reach(evidence: Evidence) -> list[Series]:
    return sorted(evidence.series.values(), key=lambda s: (-len(s.points), s.measure, s.of, s.id))


def _totals(evidence: Evidence, failures: Sequence[Failure]) -> tuple[Total, ...]:
    claims, roots = len(evidence.claims), len(evidence.roots)
    counted = (
        (len(evidence.documents), "document read", "documents read"),
        (claims, "claim", "claims"),
        (roots, "root", "roots"),
        (
            sum(1 for root in evidence.roots.values() if not root.seen),
            "root not in hand",
            "roots not in hand",
        ),
        (len(failures), "input not read", "inputs not read"),
    )
    return tuple(Total(f"{n:,}", one if n == 1 else many) for n, one, many in counted)


def _changed(evidence: Evidence) -> tuple[Total, ...]:
    counted = Counter(drift.change for drift in evidence.drift.values())
    return tuple(Total(f"{n:,}", change) for change, n in sorted(counted.items()))


def _change(change: Change, numbers: dict[str, int], evidence: Evidence) -> ChangeView:
    return ChangeView(
        kind=change.kind,
        why=change.why,
        sentence=sentence_view(change.sentence, numbers, evidence),
        documents=cite_links(change.documents, numbers, evidence),
    )


def _unread(evidence: Evidence) -> Iterable[FailureView]:
    for document in evidence.documents.values():
        if document.unextracted:
            yield FailureView(
                document.path, document.unextracted, "read it by hand; it is searchable"
            )
