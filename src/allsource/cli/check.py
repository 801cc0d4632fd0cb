"""``allsource check``: how does every claim of one article stand?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from allsource.assessment.printing import document_name, words
from allsource.assessment.ways import how, way
from allsource.cli.console import FICTION, Json, emit, note

if TYPE_CHECKING:
    from allsource.assessment.evidence import Evidence
    from allsource.model.assessment import Check
    from allsource.model.document import Document
    from allsource.model.failure import Failure

__all__ = ["check"]

_SEARCHED = "watch lists"
_NARROW = (
    "the lists of the case were searched for the parties of its own pages; to search them for those that "
    "only this article names, put it into the folder and run `allsource assess`"
)


def check(
    article: Annotated[Path, typer.Argument(help="The article (.txt, .html or .pdf).")],
    case: Annotated[
        Path | None,
        typer.Option("--case", metavar="DIR", help="Set it against this case (it is not changed)."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="PAGE.html", help="Write the marked article here."),
    ] = None,
    json: Json = False,
) -> None:
    """Mark every claim of an article: who is credited, its root, what is missing, how it stands.

    Without a case it stands against itself alone: roots and gaps are shown, and no claim can be
    borne out or contradicted by other documents. With one, tracks, pictures and lists of the case
    stand beside the claims as well.
    """
    from allsource.assessment.checking import checks  # noqa: PLC0415
    from allsource.cli.reading import finish, readings  # noqa: PLC0415
    from allsource.report.check import check_page, check_records  # noqa: PLC0415

    reading = next(iter(readings([article])))
    for document in reading.documents:
        if document.unextracted:
            note(f"not extracted: {words(document.path)}: {document.unextracted}")
        evidence, failed = _evidence(document, case)
        own = [claim for claim in evidence.claims.values() if claim.document.id == document.id]
        found = checks(own, evidence)
        if output is not None:
            _write(output, check_page(document, found, evidence))
        if json:
            for line in check_records(found, evidence):
                emit(line)
        else:
            _tell(document, found, evidence)
        reading = replace(reading, failures=(*reading.failures, *failed))
    finish(reading.failures)


def _evidence(document: "Document", where: Path | None) -> "tuple[Evidence, Sequence[Failure]]":
    """Trace the article together with the case, which stays as it is; give what could not be read too."""
    from allsource.assessment.evidence import gather  # noqa: PLC0415
    from allsource.claims.extract import extract  # noqa: PLC0415
    from allsource.cli.assessing import weigh  # noqa: PLC0415
    from allsource.cli.held import held  # noqa: PLC0415
    from allsource.cli.identifying import cast_of, said_in  # noqa: PLC0415
    from allsource.cli.job import read_case_or_folder  # noqa: PLC0415
    from allsource.ledger.case import is_case  # noqa: PLC0415

    documents, claims = [document], list(extract(document))
    failed: list[Failure] = []
    observed = None
    if where is not None:
        known, said, failed = read_case_or_folder(where)
        documents += [one for one in known if one.id != document.id]
        claims += [one for one in said if one.document.id != document.id]
    found = weigh(documents, claims)
    if where is not None:
        own = [claim for claim in found.claims if claim.document.id == document.id]
        observed, unread = held(
            where,
            own,
            lambda: cast_of(found.documents, found.claims, found.lineage, said_in(where)),
            synthetic=document.synthetic,
        )
        failed = [*failed, *unread]
        if (
            is_case(where)
            and _SEARCHED in dict(observed.counts)
            and all(one.id != document.id for one in known)
        ):
            note(_NARROW)
    parts = (found.documents, found.claims, found.lineage, found.series, found.conflicts)
    return gather(*parts, observed), failed


def _write(page: Path, html: str) -> None:
    from allsource.errors import UsageError  # noqa: PLC0415

    try:
        page.write_text(html, encoding="utf-8")
    except OSError as error:
        raise UsageError(
            f"{page}: the page cannot be written ({error.strerror}); name another with -o"
        ) from error
    note(f"page: {page}")


def _tell(document: "Document", found: "tuple[Check, ...]", evidence: "Evidence") -> None:
    """Say for a person how each claim stands, a short block a claim."""
    if document.synthetic:
        typer.echo(FICTION)
    counts = "; ".join(f"{name}: {many:,}" for name, many in evidence.observed.counts)
    typer.echo(f"tracks, pictures and lists in hand: {words(counts) or 'none'}")
    for one in found:
        typer.echo(f"{one.status.upper()}  {words(evidence.claims[one.claim].statement)}")
        for line in _lines(one, evidence):
            typer.echo(f"    {words(line)}")


def _lines(one: "Check", evidence: "Evidence") -> Iterator[str]:
    from allsource.assessment.bearing.told import compared, observation_title  # noqa: PLC0415
    from allsource.report.sources import claim_view  # noqa: PLC0415

    claim = evidence.claims[one.claim]
    if claim.stance.status != "asserted" or claim.negated:
        put = claim_view(claim, {}, evidence)
        yield f"put as: {put.stance}; credited to {put.credit}"
    yield from _judged(one.claim, evidence)
    root = evidence.roots.get(one.root or "")
    if root is not None:
        yield f"root: {root.label} ({'in hand' if root.seen else 'cited, not in hand'})"
    for hop in way(one.claim, evidence):
        if hop.parent in evidence.claims:
            parent = evidence.claims[hop.parent].document
            yield f"by way of: {document_name(parent)} ({how(hop)})"
    yield from (f"missing: {lack}" for lack in one.missing)
    for name in one.drift:
        drift = evidence.drift[name]
        yield f"{drift.change}: {drift.before or '-'} -> {drift.after or '-'}"
    for name in one.against:
        against = evidence.claims[name]
        stance = claim_view(against, {}, evidence).stance
        yield f"against: {against.document.label}: {against.statement} ({stance})"
    for seen in one.observed:
        held = evidence.observed
        mark = " (invented)" if held.is_invented(seen.observation) else ""
        yield f"{seen.verdict}: {observation_title(seen.observation, held)}{mark}: {seen.why}"
        yield f"  compared: {compared(seen)} [{seen.observation}]"


def _judged(claim: str, evidence: "Evidence") -> Iterator[str]:
    """Say in which word a claim is judged, and on what it rests."""
    from allsource.assessment.judgements import rests  # noqa: PLC0415
    from allsource.report.judgements import judged_view  # noqa: PLC0415

    one = rests(evidence.claims[claim], evidence)
    if one is None:
        return
    view = judged_view(one, evidence, {})
    scale = f" (ICD 203: {view.scale})" if view.scale else ""
    yield f"judged: “{view.word}”{scale}, by {view.author}"
    for each in view.premises:
        root = f"; root: {each.root}" if each.root else ""
        yield f"rests on ({each.cue}): {each.words} ({each.status}{root})"
    yield from (f"warning: it {warning}" for warning in view.warnings)
    if view.absent:
        yield f"rests on: {view.absent}"
