"""How are parties shown: what each did to and said of the other, and what is owed?"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from allsource.assessment import printing
from allsource.assessment.actors import Parties, dealings
from allsource.assessment.evidence import Evidence
from allsource.assessment.obligations import obligations
from allsource.lineage.chronology import rank
from allsource.model.claim import Claim
from allsource.model.dealing import Dealing
from allsource.model.time import Time
from allsource.report.coarse import coarse_view
from allsource.report.contexts import DealingRow, ObligationView, OwedRow, PairView

__all__ = ["dealing_views", "obligation_views"]


def dealing_views(
    evidence: Evidence, numbers: Mapping[str, int], parties: Parties
) -> tuple[PairView, ...]:
    """Show parties two by two, those with most claims first; a pair of one claim is left out.

    Args:
        evidence: the case.
        numbers: number of each document in the page.
        parties: of the case.
    """
    pairs: dict[tuple[str, str], list[Dealing]] = defaultdict(list)
    for one in _distinct(dealings(evidence, parties), evidence):
        pairs[one.actor, one.toward].append(one)
    ranked = sorted(pairs.items(), key=lambda row: (-len(row[1]), row[0]))
    return tuple(
        PairView(
            printing.words(actor),
            printing.words(toward),
            tuple(_row(one, evidence, numbers) for one in _by_time(same, evidence)),
        )
        for (actor, toward), same in ranked
        if len(same) > 1
    )


def obligation_views(
    evidence: Evidence, numbers: Mapping[str, int], parties: Parties
) -> tuple[ObligationView, ...]:
    """Show what is owed, obligations with most claims first.

    Args:
        evidence: the case.
        numbers: number of each document in the page.
        parties: of the case.
    """
    return tuple(
        ObligationView(
            one.id,
            printing.words(one.debtor or "debtor not told"),
            printing.words(one.creditor or "creditor not told"),
            one.state,
            tuple(
                OwedRow(
                    _when(told.time, evidence.claims[told.claim]),
                    told.state,
                    printing.words(told.amount or ""),
                    coarse_view(evidence.claims[told.claim], numbers, evidence),
                )
                for told in one.states
            ),
        )
        for one in obligations(evidence, parties)
    )


def _distinct(found: Sequence[Dealing], evidence: Evidence) -> list[Dealing]:
    """Keep of the claims of one group, which say the same, the earliest page's."""
    order = sorted(found, key=lambda one: rank(evidence.claims[one.claim].document))
    first: dict[tuple[str, ...], Dealing] = {}
    for one in order:
        group = evidence.cluster_of.get(one.claim, one.claim)
        first.setdefault((one.actor, one.toward, one.way, group), one)
    return list(first.values())


def _by_time(same: list[Dealing], evidence: Evidence) -> list[Dealing]:
    def order(one: Dealing) -> tuple[object, ...]:
        claim = evidence.claims[one.claim]
        time = _time(claim)
        day = (time.start or time.end) if time else claim.document.published
        return (day or "9999", rank(claim.document), claim.span)

    return sorted(same, key=order)


def _row(one: Dealing, evidence: Evidence, numbers: Mapping[str, int]) -> DealingRow:
    claim = evidence.claims[one.claim]
    return DealingRow(_when(_time(claim), claim), one.way, coarse_view(claim, numbers, evidence))


def _time(claim: Claim) -> Time | None:
    return next((time for time in claim.times if time.start or time.end), None)


def _when(time: Time | None, claim: Claim) -> str:
    if time is not None:
        return printing.time(time)
    page = claim.document.published
    return f"told {printing.day(page)}" if page else "not stated"
