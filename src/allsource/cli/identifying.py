"""Who is who in a case, and what has been said of it?

The log of judgements is read from the ledger, the machine's are made anew from documents and claims, and where the case is
written to, those that the log does not have yet are entered.
"""

import datetime as dt
from collections.abc import Sequence

from allsource.entities.entering import to_enter
from allsource.entities.judgements import Judgement
from allsource.entities.who import Cast, who_is_who
from allsource.ledger.case import Case
from allsource.lineage.families import family_of
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.model.lineage import Lineage
from allsource.model.records import from_record

__all__ = ["cast_of", "enter_judgements", "judgements", "now"]


def judgements(case: Case) -> tuple[Judgement, ...]:
    """Give all judgements that a case holds."""
    return tuple(from_record(Judgement, held) for _, held in case.all_kept("judgement"))


def cast_of(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    lineage: Lineage,
    said: Sequence[Judgement],
) -> Cast:
    """Say who is who, documents that share an origin taken together."""
    family = family_of([document.id for document in documents], lineage.hops)
    return who_is_who(documents, claims, said, family)


def enter_judgements(case: Case, cast: Cast, said: Sequence[Judgement]) -> None:
    """Enter what the machine says now and the log does not have."""
    for one in to_enter(said, cast.judged, now()):
        case.keep("judgement", one.id, one)


def now() -> str:
    """Give the time in ISO 8601, UTC."""
    return dt.datetime.now(tz=dt.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
