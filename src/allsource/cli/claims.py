"""``allsource claims``: who said what in these articles?"""

from pathlib import Path
from typing import Annotated

import typer

from allsource.assessment.printing import words
from allsource.cli.console import Json, emit, note
from allsource.model.claim import Claim
from allsource.model.failure import Failure

__all__ = ["Outlet", "Published", "claims"]

Published = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DATE",
        help="Date of publication (YYYY-MM-DD, YYYY-MM or YYYY), in place of what the page says.",
    ),
]
Outlet = Annotated[
    str | None,
    typer.Option("--outlet", metavar="NAME", help="Who published it, in place of what it says."),
]


def claims(
    files: Annotated[
        list[Path] | None,
        typer.Argument(help="Articles (.txt .html .pdf .jsonl); none reads one text from stdin."),
    ] = None,
    json: Json = False,
    published: Published = None,
    outlet: Outlet = None,
) -> None:
    """Take the claims of articles: who is credited, with what, how surely, how much and when."""
    from allsource.claims.extract import extract  # noqa: PLC0415
    from allsource.cli.reading import finish, readings  # noqa: PLC0415
    from allsource.cli.settings import date  # noqa: PLC0415
    from allsource.model.records import claim_record  # noqa: PLC0415

    failed: list[Failure] = []
    for reading in readings(files or (), published=date(published), outlet=outlet):
        failed.extend(reading.failures)
        for document in reading.documents:
            if document.unextracted:
                note(f"not extracted: {words(document.path)}: {document.unextracted}")
            for claim in extract(document):
                if json:
                    emit(claim_record(claim))
                else:
                    typer.echo(_line(claim))
    finish(failed)


def _line(claim: Claim) -> str:
    """Show a claim in one line for a person."""
    credited = " > ".join(
        step.source.name if step.source else "(nobody named)" for step in claim.attribution
    )
    place = f"{claim.document.path}:{claim.span.start}-{claim.span.end}"
    return words(
        f"{place}\t{credited or '(the page itself)'}\t{claim.stance.status}\t{claim.statement}"
    )
