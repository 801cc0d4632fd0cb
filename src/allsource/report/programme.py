"""How is the programme card shown: by topic, each statement with its time, teller and root?"""

from collections.abc import Mapping
from itertools import groupby

from allsource.assessment import printing
from allsource.assessment.card import card
from allsource.assessment.evidence import Evidence
from allsource.model.programme import CardEntry
from allsource.report.coarse import coarse_view
from allsource.report.contexts import CardRow, CardView

__all__ = ["programme_card"]


def programme_card(evidence: Evidence, numbers: Mapping[str, int]) -> tuple[CardView, ...]:
    """Show the programme card, topics without a statement left out.

    Args:
        evidence: the case.
        numbers: number of each document in the page.
    """
    return tuple(
        CardView(topic, tuple(_row(entry, evidence, numbers) for entry in entries))
        for topic, entries in groupby(card(evidence), key=lambda entry: entry.topic)
    )


def _row(entry: CardEntry, evidence: Evidence, numbers: Mapping[str, int]) -> CardRow:
    claim = evidence.claims[entry.claim]
    page = claim.document.published
    told = f"told {printing.day(page)}" if page else "not stated"
    return CardRow(
        when=printing.time(entry.time) if entry.time is not None else told,
        claim=coarse_view(claim, numbers, evidence),
        documents=entry.documents,
    )
