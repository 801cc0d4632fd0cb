"""Which forecasts without a figure are due, and how do those turn out whose outcome is in hand?

A forecast is a claim of what is to come by a day that it names: expected or planned, or hedged. It is due when
the newest document is past that day; where no claim tells what became of it, it stays *due, unresolved*,
for silence is no outcome. Where only the root that made it tells the outcome, that is told. A forecast in a word of ICD 203 is scored by Brier's rule on the middle of that word's
range; "may" and a bare "will" name no probability and have no score. Plans of a programme's figures are judged by the
estimates (`estimation.programme.due`).

It fails where `assessment.outcomes` fails. Two forecasts of one root for one day are one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from allsource.assessment.evidence import Evidence
from allsource.assessment.naming import root_name
from allsource.assessment.outcomes import due_day, told
from allsource.assessment.wording import likelihood_range, likelihood_term
from allsource.lineage.chronology import latest, rank
from allsource.model.claim import Claim
from allsource.model.forecast import Forecast, Outcome

__all__ = ["Record", "forecasts", "records", "word_of"]

_FORETELLING = frozenset({"expected", "hedged"})
_RANKED = 5
"""Sources with fewer scored forecasts are not put in order of their score."""


@dataclass(frozen=True, slots=True)
class Record:
    """How the forecasts of one source turned out.

    Args:
        source: by name.
        due: how many are due.
        true: how many of these came true.
        false: how many did not.
        scored: how many have a Brier score.
        brier: their mean; None where none has.
    """

    source: str
    due: int
    true: int
    false: int
    scored: int
    brier: float | None


def forecasts(evidence: Evidence, planned: Iterable[str] = ()) -> tuple[Forecast, ...]:
    """List the forecasts of a case by their days.

    Args:
        evidence: the case.
        planned: ids of claims that are listed as plans with a figure.

    Example:
        >>> from allsource.assessment.evidence import gather
        >>> from allsource.model.lineage import Lineage
        >>> forecasts(gather((), (), Lineage()))
        ()
    """
    days = [day for one in evidence.documents.values() if (day := latest(one)) is not None]
    today, listed = max(days, default=""), set(planned)
    groups: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in evidence.claims.values():
        due = due_day(claim) if _foretells(claim) and claim.id not in listed else None
        if due is not None:
            cluster = evidence.cluster_of.get(claim.id, claim.id)
            groups.setdefault((cluster, _source(claim, evidence), due), []).append(claim)
    facts = [one for one in evidence.claims.values() if one.stance.status in ("asserted", "denied")]
    found = (
        _forecast(same, source, due, facts, today, evidence)
        for (_, source, due), same in groups.items()
    )
    return tuple(sorted(found, key=lambda one: (one.due, one.source, one.claim)))


def records(found: Sequence[Forecast]) -> tuple[Record, ...]:
    """Count by source how its forecasts turned out.

    Those with at least five scores come first, by score; the others by name, for a few say nothing of a
    source.

    Args:
        found: of one case.
    """
    by_source: dict[str, list[Forecast]] = {}
    for one in found:
        if one.state != "not yet due":
            by_source.setdefault(one.source, []).append(one)
    return tuple(sorted(map(_record, by_source.values()), key=_order))


def _record(same: Sequence[Forecast]) -> Record:
    scores = [one.brier for one in same if one.brier is not None]
    return Record(
        source=same[0].source,
        due=len(same),
        true=sum(one.state == "came true" for one in same),
        false=sum(one.state == "did not come true" for one in same),
        scored=len(scores),
        brier=sum(scores) / len(scores) if scores else None,
    )


def _order(one: Record) -> tuple[bool, float, str]:
    ranked = one.scored >= _RANKED and one.brier is not None
    return not ranked, (one.brier or 0.0) if ranked else 0.0, one.source


def _foretells(claim: Claim) -> bool:
    """Say whether a claim tells what is to be, or may be."""
    return claim.stated and claim.stance.status in _FORETELLING


def _source(claim: Claim, evidence: Evidence) -> str:
    root = evidence.root_of(claim.id)
    if root is not None:
        return root_name(root)
    return claim.source.name if claim.source is not None else claim.document.label


def _forecast(
    same: Sequence[Claim],
    source: str,
    due: str,
    facts: Sequence[Claim],
    today: str,
    evidence: Evidence,
) -> Forecast:
    first = min(same, key=lambda one: (rank(one.document), one.span, one.id))
    verdicts = {one.id: said for one in facts if (said := told(first, due, one)) is not None}
    state = _state(set(verdicts.values()), due, today)
    word, term = word_of(first)
    probability = None if term is None else round(sum(likelihood_range(term)) / 2, 4)
    brier = None
    if probability is not None and state in ("came true", "did not come true"):
        brier = round(((state == "came true") - probability) ** 2, 4)
    settled = tuple(sorted(verdicts))
    own = {_source(evidence.claims[name], evidence) for name in settled} == {source}
    return Forecast(first.id, source, due, word, term, probability, state, settled, own, brier)


def _state(said: set[str], due: str, today: str) -> Outcome:
    if said == {"yes"}:
        return "came true"
    if said == {"no"}:
        return "did not come true"
    if due >= today:
        return "not yet due"
    return "due, disputed" if said else "due, unresolved"


def word_of(claim: Claim) -> tuple[str | None, str | None]:
    """Give the word that a forecast is put in, one of ICD 203 before others, and its term.

    Args:
        claim: any claim; where it has no hedge, both are None.
    """
    words = list(_words(claim))
    named = next(((word, term) for word, term in words if term is not None), None)
    return named or next(iter(words), (None, None))


def _words(claim: Claim) -> Iterator[tuple[str, str | None]]:
    for hedge in claim.stance.hedges:
        yield hedge.text, likelihood_term(hedge.text)
