"""What does a case amount to, and what has changed since it was last assessed?

All is computed anew from the documents and claims of the case, in an order that
does not depend on how they came in, and entered in the ledger where it is new.
The comparison is with the last assessment that differed, so that assessing an
unchanged case again gives the same dossier.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from allsource.assessment.assess import assess
from allsource.assessment.bearing.beside import bearings
from allsource.assessment.changes import changes
from allsource.assessment.evidence import gather
from allsource.assessment.judgements import premises_of
from allsource.cli.held import keep_held
from allsource.cli.identifying import cast_of, enter_judgements, judgements
from allsource.cli.observing import Observed, observe
from allsource.entities.who import Cast
from allsource.estimation.conflict import conflicts
from allsource.estimation.programme.case import estimated, programme_claims
from allsource.estimation.programme.claim import ProgrammeClaim
from allsource.estimation.programme.told import Estimates
from allsource.estimation.series import series
from allsource.estimation.withdrawn import withdrawn
from allsource.evidence.walk import Input
from allsource.ledger.case import Case
from allsource.lineage.trace import trace
from allsource.model.assessment import Assessment, Change
from allsource.model.bearing import Bearing
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.model.failure import Failure
from allsource.model.lineage import Lineage
from allsource.model.numbers import Conflict, Series
from allsource.model.records import from_record, record
from allsource.report.bearing_contexts import BesideView
from allsource.report.beside import beside_view
from allsource.report.dossier import context, dossier
from allsource.report.foretold import foretold

__all__ = ["Assessed", "assess_case", "claimed", "programme", "weigh"]


@dataclass(frozen=True, slots=True)
class Assessed:
    """A case as it stands."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    lineage: Lineage
    series: tuple[Series, ...]
    conflicts: tuple[Conflict, ...]
    assessment: Assessment


def weigh(documents: Sequence[Document], claims: Sequence[Claim]) -> Assessed:
    """Trace, compare and assess documents and what somebody states in them."""
    claims = [claim for claim in claims if claim.stated]
    lineage = trace(documents, claims)
    numbers = series(claims, lineage)
    found = conflicts(numbers, claims, documents)
    judged = assess(documents, claims, lineage, numbers, found)
    return Assessed(tuple(documents), tuple(claims), lineage, numbers, found, judged)


def programme(found: Assessed) -> tuple[tuple[ProgrammeClaim, ...], Estimates]:
    """Give what the claims of a case say of programmes, and the estimates that follow."""
    told = claimed(found)
    return told, estimated(told)


def claimed(found: Assessed) -> tuple[ProgrammeClaim, ...]:
    """Give what the claims of a case say of programmes."""
    back = withdrawn(found.series, found.conflicts, found.claims, found.documents)
    return programme_claims(found.claims, found.lineage, found.series, back)


def assess_case(
    case: Case, title: str, failures: Sequence[Failure], observations: Sequence[Input] = ()
) -> tuple[Assessed, Observed, str]:
    """Assess a case, enter what is new, and write its dossier.

    Args:
        case: open for writing.
        title: of the dossier.
        failures: inputs that could not be read, to be listed in it.
        observations: files that are tracks, lists or pictures.

    Returns:
        What was found, what was observed, and the dossier as one HTML page.
    """
    found = weigh(list(case.documents()), list(case.claims()))
    said = judgements(case)
    cast = cast_of(found.documents, found.claims, found.lineage, said)
    observed = _observe(case, found, observations, cast)
    beside = bearings(
        found.claims,
        observed.legs,
        [pair.change for pair in observed.pairs],
        observed.listed,
        observed.places,
        cast,
    )
    told, estimates = programme(found)
    with case.transaction():
        _enter(case, found, told, estimates)
        _enter_observed(case, observed, beside)
        enter_judgements(case, cast, said)
    changed = _changes(case, found)
    page = context(
        found.documents,
        found.claims,
        found.lineage,
        found.series,
        found.conflicts,
        found.assessment,
        changed,
        (*failures, *observed.failures),
        title,
        _beside(found, observed, beside),
        told,
        estimates,
        cast,
    )
    return found, observed, dossier(page)


def _observe(case: Case, found: Assessed, observations: Sequence[Input], cast: Cast) -> Observed:
    """Read observations of the sort of the case; where it has none yet, what enters first tells."""
    setting = case.kept("setting", "synthetic")
    if setting is not None:
        return observe(observations, found.claims, cast, synthetic=bool(setting["synthetic"]))
    if found.documents:
        invented = any(document.synthetic for document in found.documents)
        return observe(observations, found.claims, cast, synthetic=invented)
    for synthetic in (False, True):
        observed = observe(observations, found.claims, cast, synthetic=synthetic)
        if observed.legs or observed.pairs:
            case.keep("setting", "synthetic", {"synthetic": synthetic})
            return observed
    return observe(observations, found.claims, cast, synthetic=False)


def _beside(found: Assessed, observed: Observed, beside: Sequence[Bearing]) -> BesideView:
    evidence = gather(found.documents, found.claims, found.lineage, found.series, found.conflicts)
    return beside_view(
        evidence,
        {name: number for number, name in enumerate(evidence.documents, 1)},
        beside,
        observed.legs,
        [(pair.change, pair.before, pair.after) for pair in observed.pairs],
        observed.listed,
        observed.counts,
    )


def _enter_observed(case: Case, observed: Observed, beside: Sequence[Bearing]) -> None:
    for leg in observed.legs:
        case.keep("leg", leg.id, leg)
    for pair in observed.pairs:
        case.keep("screening", pair.change.id, pair.change)
    for one in observed.listed:
        case.keep("listed", one.id, one.kept)
    for bearing in beside:
        case.keep("bearing", bearing.id, bearing)
    keep_held(case, observed)


def _enter(
    case: Case, found: Assessed, told: Sequence[ProgrammeClaim], estimates: Estimates
) -> None:
    for kind, nouns in (
        ("hop", found.lineage.hops),
        ("cluster", found.lineage.clusters),
        ("drift", found.lineage.drift),
        ("relation", found.lineage.relations),
        ("loop", found.lineage.loops),
        ("series", found.series),
        ("conflict", found.conflicts),
        ("estimate", estimates.estimates),
    ):
        for noun in nouns:
            case.keep(kind, noun.id, noun)
    evidence = gather(found.documents, found.claims, found.lineage, found.series, found.conflicts)
    for claim in found.claims:
        for link in premises_of(claim, evidence):
            case.keep("premise", link.id, link)
    for one in foretold(evidence, told, estimates)[1]:
        case.keep("forecast", one.id, one)
    standing = {
        "assessment": record(found.assessment),
        "documents": [document.id for document in found.documents],
    }
    case.keep("assessment", "dossier", standing)


def _changes(case: Case, found: Assessed) -> tuple[Change, ...] | None:
    """Compare with the assessment before this one; None where this is the first."""
    history = case.history("assessment", "dossier")
    if len(history) < 2:
        return None
    before = history[-2]
    last = from_record(Assessment, before["assessment"])
    return changes(last, found.assessment, known=before["documents"])
