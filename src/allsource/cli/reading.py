"""Which documents do the files named on the command line, or standard input, hold?"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import typer

from allsource.assessment.printing import words
from allsource.cli.console import failures
from allsource.errors import UsageError
from allsource.evidence.read import Reading, read, read_input
from allsource.evidence.walk import Input
from allsource.model.failure import Failure

__all__ = ["finish", "lines", "opened", "readings"]


def readings(
    files: Sequence[Path], *, published: str | None = None, outlet: str | None = None
) -> Iterator[Reading]:
    """Read each file, or standard input as one text where none is named.

    Raises:
        UsageError: a file is not there, or is a folder.
    """
    if not files:
        yield read("-.txt", sys.stdin.buffer.read(), published=published, outlet=outlet)
    for file in files:
        if not file.exists():
            raise UsageError(f"{file}: no such file; give the path of an article")
        if file.is_dir():
            raise UsageError(f"{file}: a folder; use `allsource assess {file}`")
        one = Input(file, words(str(file)))
        yield read_input(one, published=published, outlet=outlet)


@contextmanager
def opened(file: Path | None) -> Iterator[BinaryIO]:
    """Open a file, or standard input where none is named.

    Raises:
        UsageError: the file cannot be opened.
    """
    if file is None:
        yield sys.stdin.buffer
        return
    try:
        held = file.open("rb")
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror}; give a file that can be read") from error
    with held:
        yield held


def lines(file: Path | None = None) -> Iterator[tuple[int, str]]:
    """Give the lines of a file, or of standard input, counted from 1.

    Raises:
        UsageError: the file cannot be opened.
    """
    with opened(file) as held:
        for number, line in enumerate(held, 1):
            yield number, line.decode("utf-8-sig", "replace").rstrip("\r\n")


def finish(failed: Sequence[Failure]) -> None:
    """List what failed and end with 3 where anything did."""
    if failures(failed):
        raise typer.Exit(3)
