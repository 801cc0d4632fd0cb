"""Who is who in a case, and what has been said of it?

The log of judgements is read from the ledger, the machine's are made anew from documents and claims, and where the case is
written to, those that the log does not have yet are entered.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

from allsource.cli.job import read_case_or_folder
from allsource.entities.asked import ends, said_of
from allsource.entities.entering import to_enter
from allsource.entities.judgements import Judgement, Verdict, standing
from allsource.entities.who import Cast, who_is_who
from allsource.errors import CaseError, UsageError
from allsource.ledger.case import Case, is_case
from allsource.lineage.families import family_of
from allsource.lineage.trace import trace
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.model.failure import Failure
from allsource.model.lineage import Lineage
from allsource.model.records import from_record

__all__ = ["cast_of", "cast_of_case", "enter_judgements", "judge", "judgements", "now", "said_in"]


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


def cast_of_case(folder: Path) -> tuple[list[Document], Cast, list[Failure]]:
    """Read a case, or a folder without one, and say who is who.

    Args:
        folder: a case, or a folder of articles.

    Returns:
        Its documents, who is who in them, and what could not be read.
    """
    documents, claims, failed = read_case_or_folder(folder)
    claims = [claim for claim in claims if claim.stated]
    lineage = trace(documents, claims)
    return documents, cast_of(documents, claims, lineage, said_in(folder)), failed


def said_in(folder: Path) -> tuple[Judgement, ...]:
    """Give all judgements of a case; a folder without a case has none."""
    if not is_case(folder):
        return ()
    with Case(folder) as case:
        return judgements(case)


def judge(
    folder: Path, two: tuple[str, str], verdict: Verdict, by: str | None, because: str
) -> None:
    """Keep what a person says of two in a case.

    Args:
        folder: a case.
        two: names, ids or ``NAME@PATH``.
        verdict: positive, negative or withdrawn.
        by: who says so.
        because: why.

    Raises:
        UsageError: it is no case, nobody says so, or the two are one and the same.
        CaseError: one of the two is nobody in the case, or may be several.
    """
    if not is_case(folder):
        raise UsageError(
            f"{folder}: no case; judgements are kept in one (`allsource assess FOLDER`)"
        )
    if not (by or "").strip():
        raise UsageError("whose judgement is it? give initials with --by")
    documents, cast, _ = cast_of_case(folder)
    paths = {document.id: document.path for document in documents}
    with Case(folder) as case:
        log = standing([one for one in judgements(case) if not one.machine])
        if verdict == "withdrawn":
            pair = said_of(cast, log, *two, paths)
        else:
            pair = _pair(cast, log, two, paths, verdict)
        one = Judgement(*pair, verdict, (by or "").strip(), now(), why=because)
        case.keep("judgement", one.id, one)


def _pair(
    cast: Cast,
    log: Mapping[tuple[str, str], Judgement],
    two: tuple[str, str],
    paths: Mapping[str, str],
    verdict: Verdict,
) -> tuple[str, str]:
    """Give what a judgement is on: where somebody has joined the two, to part them is said of the same."""
    if verdict == "negative":
        try:
            said = said_of(cast, log, *two, paths)
        except CaseError:
            said = None
        if said is not None and log[said].verdict == "positive":
            return said
    return ends(cast, *two, paths, apart=verdict == "negative")


def enter_judgements(case: Case, cast: Cast, said: Sequence[Judgement]) -> None:
    """Enter what the machine says now and the log does not have."""
    for one in to_enter(said, cast.judged, now()):
        case.keep("judgement", one.id, one)


def now() -> str:
    """Give the time in ISO 8601, UTC."""
    return dt.datetime.now(tz=dt.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
