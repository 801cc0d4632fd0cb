"""``allsource verify``: has anything in the case changed since it was entered?"""

from pathlib import Path
from typing import Annotated

import typer

from allsource.assessment.printing import words
from allsource.cli.console import Json, Quiet, emit, note

__all__ = ["verify"]


def verify(
    case: Annotated[Path, typer.Argument(help="The case folder.", metavar="CASE")],
    json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Re-hash all evidence and the ledger's chain; exit 4 where anything changed.

    Every stored file is hashed again, the chain of entries is followed from the first to the
    last, and each document's bytes and text are looked for. It shows changes, removals and
    insertions; it cannot show that somebody rewrote the whole case consistently.
    """
    from allsource.ledger.case import Case  # noqa: PLC0415

    with Case(case) as opened:
        problems = list(opened.problems())
        entries = opened.size()
    if json:
        emit({"case": str(case), "entries": entries, "problems": problems})
    for problem in problems:
        note(f"changed: {words(problem)}")
    if problems:
        note(f"{len(problems)} problems; restore the case folder from a copy")
        raise typer.Exit(4)
    if not json:
        note(f"{entries} entries and all evidence are as they were entered", quiet=quiet)
