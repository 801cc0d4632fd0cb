"""What goes to standard output, what to standard error, and when is progress shown?

Results go to standard output, one JSON object a line where ``--json`` is given;
progress, notes and errors go to standard error. Progress appears only on a
terminal. Names of files and words of documents are untrusted: they are printed
without markup and with control characters made visible.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Annotated, Any, Protocol

import typer

from allsource.assessment.printing import words
from allsource.model.failure import Failure

__all__ = [
    "FICTION",
    "Json",
    "Progress",
    "Quiet",
    "Verbose",
    "emit",
    "failures",
    "note",
    "progress",
]

Json = Annotated[bool, typer.Option("--json", help="Print results as JSON lines.")]
Quiet = Annotated[
    bool,
    typer.Option("--quiet", "-q", help="Print results and errors only, no notes, no progress."),
]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say more about what is done.")]

FICTION = "FICTIONAL CASE: what follows rests on invented evidence"


class Progress(Protocol):
    """Tells that one more of the things counted is done."""

    def __call__(self, done: int = 1) -> None:
        """Count ``done`` more."""


def emit(value: Any) -> None:
    """Print one JSON line on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


def note(text: str, *, quiet: bool = False) -> None:
    """Print a line on standard error, unless quiet."""
    if not quiet:
        sys.stderr.write(text + "\n")


def failures(failed: Iterable[Failure]) -> bool:
    """List inputs that failed on standard error; say whether there were any."""
    lines = [words(str(one)) for one in failed]
    for line in lines:
        sys.stderr.write(f"not read: {line}\n")
    return bool(lines)


@contextmanager
def progress(label: str, total: int | None, *, quiet: bool) -> Iterator[Progress]:
    """Show a progress bar on a terminal; elsewhere, and when quiet, show nothing."""
    if quiet or not sys.stderr.isatty():
        yield _no_progress
        return
    from rich.console import Console  # noqa: PLC0415 - only where a bar is drawn
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415
    from rich.progress import Progress as Bar  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Bar(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=total)

        def count(done: int = 1) -> None:
            bar.advance(task, done)

        yield count


def _no_progress(done: int = 1) -> None:
    """Count nothing."""
