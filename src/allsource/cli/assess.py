"""``allsource assess``: from a folder to a dossier."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from allsource.assessment.printing import words
from allsource.cli.console import Json, Quiet, Verbose, emit, failures, note

if TYPE_CHECKING:
    from allsource.cli.assessing import Assessed
    from allsource.cli.job import Filled
    from allsource.model.failure import Failure

__all__ = ["assess", "run"]


def assess(
    folder: Annotated[
        Path,
        typer.Argument(
            help="Folder of articles (.txt, .html, .pdf, .jsonl), and of tracks, lists and pictures."
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="DOSSIER.html", help="Where to write the dossier."),
    ] = None,
    case: Annotated[
        Path | None,
        typer.Option("--case", metavar="DIR", help="The case folder (default: FOLDER.case)."),
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", help="Title of the dossier (default: the folder's).")
    ] = None,
    json: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Read all that a folder holds, build or update its case, and write the dossier.

    A second run reads only what is new and goes on where a stopped one ended. Inputs that cannot
    be read are listed, and the command then ends with 3.
    """
    filled, found, page = run(folder, case=case, output=output, title=title, quiet=quiet)
    if json:
        emit(_summary(folder, filled, found, page, case or _beside(folder)))
    else:
        _tell(filled, found, page, case or _beside(folder), quiet=quiet, verbose=verbose)
    if failures(filled.failures):
        raise typer.Exit(3)


def run(
    folder: Path,
    *,
    case: Path | None = None,
    output: Path | None = None,
    title: str | None = None,
    quiet: bool = False,
) -> "tuple[Filled, Assessed, Path]":
    """Fill the case of a folder, assess it and write the dossier; give where it was written.

    Raises:
        UsageError: there is no such folder, or the dossier cannot be written.
    """
    from allsource.cli.assessing import assess_case  # noqa: PLC0415
    from allsource.cli.job import fill  # noqa: PLC0415
    from allsource.errors import UsageError  # noqa: PLC0415
    from allsource.ledger.case import Case  # noqa: PLC0415

    if not folder.exists():
        raise UsageError(f"{folder}: no such folder; give one that holds articles")
    where = case or _beside(folder)
    page = output or where / "dossier.html"
    with Case(where, create=True) as opened:
        filled = fill(opened, folder, quiet=quiet)
        found, observed, html = assess_case(
            opened, title or _title(folder), filled.failures, filled.observations
        )
    filled = replace(filled, failures=(*filled.failures, *observed.failures))
    try:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(html, encoding="utf-8")
    except OSError as error:
        raise UsageError(
            f"{page}: the dossier cannot be written ({error.strerror}); name another with -o"
        ) from error
    return filled, found, page


def _beside(folder: Path) -> Path:
    whole = folder.resolve()
    return whole.with_name(f"{whole.name}.case")


def _title(folder: Path) -> str:
    return words(folder.resolve().name)


def _tell(
    filled: "Filled", found: "Assessed", page: Path, case: Path, *, quiet: bool, verbose: bool
) -> None:
    """Say for a person what was done and what to do next."""
    news = f"{filled.new} new" if filled.new else "nothing new"
    note(
        f"{len(found.documents)} documents ({news}), {len(found.claims)} claims, "
        f"{len(found.lineage.clusters)} clusters, {len(found.assessment.findings)} findings",
        quiet=quiet,
    )
    for document in found.documents:
        if document.unextracted:
            note(f"not extracted: {words(document.path)}: {document.unextracted}", quiet=quiet)
        if verbose:
            for line in document.notes:
                note(f"note: {words(document.path)}: {words(line)}", quiet=quiet)
    if not filled.files:
        note("no articles there: .txt, .html, .pdf and .jsonl files are read", quiet=quiet)
    typer.echo(f"dossier: {page}")
    typer.echo(f"case:    {case}")
    note(f"next:    open the dossier, or `allsource check ARTICLE --case {case}`", quiet=quiet)


def _summary(
    folder: Path, filled: "Filled", found: "Assessed", page: Path, case: Path
) -> dict[str, object]:
    """Say the same for a machine."""
    return {
        "folder": str(folder),
        "case": str(case),
        "dossier": str(page),
        "files": filled.files,
        "opened": filled.opened,
        "documents": len(found.documents),
        "new_documents": filled.new,
        "claims": len(found.claims),
        "clusters": len(found.lineage.clusters),
        "findings": [
            {"id": one.id, "text": " ".join(sentence.text for sentence in one.sentences)}
            for one in found.assessment.findings
        ],
        "not_extracted": [
            {"path": one.path, "reason": one.unextracted}
            for one in found.documents
            if one.unextracted
        ],
        "failures": _failed(filled.failures),
    }


def _failed(failed: "Sequence[Failure]") -> list[dict[str, str]]:
    from allsource.model.records import record  # noqa: PLC0415

    return [record(one) for one in failed]
