"""How are plans and forecasts shown: when each is due, whose it is, and what became of it?

Plans with a figure and forecasts without one stand in one table, by their days. What settles a forecast is
shown in the words of the claims that do.
"""

from collections.abc import Iterator, Mapping, Sequence

from allsource.assessment import printing
from allsource.assessment.evidence import Evidence
from allsource.assessment.forecasts import Record, forecasts, records, word_of
from allsource.assessment.naming import root_name
from allsource.assessment.wording import likelihood_sentence
from allsource.estimation.programme.claim import ProgrammeClaim
from allsource.estimation.programme.due import Due, due
from allsource.estimation.programme.told import Estimates, Threshold
from allsource.model.forecast import Forecast
from allsource.report.coarse import coarse_view
from allsource.report.estimates import passed
from allsource.report.judgement_contexts import DueRow, RecordRow
from allsource.report.judgements import scale

__all__ = ["foretold", "plans", "record_rows"]


def foretold(
    evidence: Evidence, told: Sequence[ProgrammeClaim], found: Estimates | None
) -> tuple[tuple[Due, ...], tuple[Forecast, ...]]:
    """Give the plans with a figure and the other forecasts of a case, each by day.

    Args:
        evidence: the case.
        told: what the claims say of programmes.
        found: the estimates; None where nothing was estimated.
    """
    days = [one.published for one in evidence.documents.values() if one.published]
    rows = due(told, found, max(days, default=None)) if found is not None else ()
    kept = tuple(one for one in rows if one.claim in evidence.claims)
    return kept, forecasts(evidence, {one.claim for one in kept})


def plans(
    evidence: Evidence,
    numbers: Mapping[str, int],
    told: Sequence[ProgrammeClaim],
    found: Estimates | None,
) -> tuple[DueRow, ...]:
    """Show every plan and forecast with its day and what became of it.

    Args:
        evidence: the case.
        numbers: number of each document in the page.
        told: what the claims say of programmes.
        found: the estimates; None where nothing was estimated.
    """
    figured, others = foretold(evidence, told, found)
    odds = {(one.claim, one.quantity): one for one in (found.thresholds if found else ())}
    rows = [
        (one.date, one.claim, _plan(one, odds.get((one.claim, one.quantity)), evidence))
        for one in figured
    ]
    rows += [(one.due, one.claim, _forecast(one, evidence, numbers)) for one in others]
    return tuple(row for _, _, row in sorted(rows, key=lambda each: each[:2]))


def record_rows(
    evidence: Evidence, told: Sequence[ProgrammeClaim], found: Estimates | None
) -> tuple[RecordRow, ...]:
    """Show by source how forecasts without a figure turned out; nothing where none was settled.

    Args:
        evidence: the case.
        told: what the claims say of programmes.
        found: the estimates; None where nothing was estimated.
    """
    counted = records(foretold(evidence, told, found)[1])
    settled = any(one.true or one.false for one in counted)
    return tuple(map(_record, counted)) if settled else ()


def _record(one: Record) -> RecordRow:
    score = "" if one.brier is None else f"{one.brier:.2f} (of {one.scored})"
    left = one.due - one.true - one.false
    return RecordRow(printing.words(one.source), one.due, one.true, one.false, left, score)


def _plan(one: Due, threshold: Threshold | None, evidence: Evidence) -> DueRow:
    """Show a plan; how likely it was passed is told only where something was claimed of its time."""
    likely = ""
    if threshold is not None and one.outcome is not None:
        likely = likelihood_sentence(threshold.above, passed(threshold))
    claim = evidence.claims[one.claim]
    root = evidence.root_of(one.claim)
    put = word_of(claim)
    figure = f"{one.quantity}: {printing.interval(one.low, one.high, one.unit)}"
    outcome = printing.interval(one.outcome[0], one.outcome[2], one.unit) if one.outcome else ""
    return DueRow(
        id="",
        date=printing.day(one.date),
        source=root_name(root) if root else printing.document_name(claim.document),
        planned=", ".join((figure, *(_put(*put) if put[0] else ()))),
        state=one.state,
        outcome=outcome,
        share="" if one.share is None else f"{100 * one.share:.0f} %",
        likely=likely,
        settled=(),
        own_word=False,
        score="",
        words=printing.words(claim.statement),
        outlet=printing.document_name(claim.document),
        target=one.claim,
    )


def _forecast(one: Forecast, evidence: Evidence, numbers: Mapping[str, int]) -> DueRow:
    claim = evidence.claims[one.claim]
    tell = (evidence.claims[name] for name in one.settled)
    return DueRow(
        id=one.id,
        date=printing.day(one.due),
        source=printing.words(one.source),
        planned=", ".join(_put(one.word, one.term)),
        state=one.state,
        outcome="",
        share="",
        likely="",
        settled=tuple(coarse_view(each, numbers, evidence) for each in tell),
        own_word=one.own_word,
        score="" if one.brier is None else f"{one.brier:.2f}",
        words=printing.coarse(printing.words(claim.statement)),
        outlet=printing.document_name(claim.document),
        target=one.claim,
    )


def _put(word: str | None, term: str | None) -> Iterator[str]:
    """Say in which word a forecast is put, and what that word is worth."""
    if word is None:
        yield "without a word of likelihood"
        return
    yield f"“{printing.words(word)}”"
    yield f"ICD 203: {scale(term)}" if term else "no term of ICD 203"
