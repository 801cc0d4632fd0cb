"""How does a folder become a case, and a case a dossier?

First the case is filled: every file not seen before is read and its claims are
taken, in a process pool where there are many, and each file is committed by
itself, so that a killed run loses only what was in hand. Then the whole case is
assessed anew from its documents and claims; equal results enter nothing.

A file counts as seen where its name, size and time of change are those of the
last run: it is not opened again.
"""

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from allsource.claims.extract import VERSION, extract
from allsource.claims.parse import paragraph_spans
from allsource.cli.console import progress
from allsource.engine.run import Broken, run
from allsource.errors import UsageError
from allsource.evidence.observed import is_observation
from allsource.evidence.read import Reading, read_input
from allsource.evidence.walk import Input, walk
from allsource.ledger.case import Case, is_case
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.model.failure import Failure
from allsource.model.records import from_record, record

__all__ = ["Filled", "Taken", "extract_all", "fill", "read_and_extract", "read_case_or_folder"]

_POOL_FROM = 24
"""Below this many files a second process costs more (loading the model) than it saves."""


@dataclass(frozen=True, slots=True)
class Taken:
    """One file: what was read and the claims of each of its documents."""

    input: Input
    reading: Reading
    claims: tuple[tuple[Claim, ...], ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """What filling a case did.

    Args:
        files: files found in the folder.
        opened: files that were new or changed, and so were read.
        new: documents that the case did not hold before.
        failures: inputs, now or before, that could not be read and are still there.
        observations: files that are tracks, lists or pictures, or may be.
    """

    files: int
    opened: int
    new: int
    failures: tuple[Failure, ...]
    observations: tuple[Input, ...] = ()


def read_and_extract(inputs: Iterator[Input]) -> Iterator[Taken]:
    """Read files and take their claims: the step that the engine runs."""
    for one in inputs:
        reading = read_input(one)
        yield Taken(one, reading, tuple(extract(document) for document in reading.documents))


def extract_all(documents: Iterator[Document]) -> Iterator[tuple[Document, tuple[Claim, ...]]]:
    """Take the claims of documents already in hand: a step for the engine."""
    for document in documents:
        yield document, extract(document)


def fill(case: Case, folder: Path, *, quiet: bool = False) -> Filled:
    """Bring a case up to date with a folder.

    Args:
        case: open for writing.
        folder: read whole, with its subfolders.
        quiet: show no progress.
    """
    found, failed, opened, new = 0, [], [], 0
    observations: list[Input] = []
    for one in walk(folder):
        if isinstance(one, Failure):
            failed.append(one)
            continue
        found += 1
        if is_observation(one):
            observations.append(one)
            continue
        seen = case.kept("input", one.name)
        if seen is not None and seen["stat"] == _stat(one):
            failed.extend(from_record(Failure, failure) for failure in seen["failures"])
        else:
            opened.append(one)
    with progress("reading", len(opened), quiet=quiet) as count:
        for taken in run(read_and_extract, opened, workers=_workers(len(opened))):
            added, failures = _commit(case, taken)
            new += added
            failed.extend(failures)
            count()
    _extract_again(case, quiet=quiet)
    listed = sorted(failed, key=lambda one: (one.path, one.reason))
    return Filled(found, len(opened), new, tuple(listed), tuple(observations))


def read_case_or_folder(
    folder: Path, *, quiet: bool = False
) -> tuple[list[Document], list[Claim], list[Failure]]:
    """Give documents, claims and failures of a case, or of a folder read without a case.

    Raises:
        UsageError: it is neither.
    """
    if is_case(folder):
        with Case(folder) as case:
            return list(case.documents()), list(case.claims()), []
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder or case; give one that exists")
    return _read_folder(folder, quiet=quiet)


def _read_folder(folder: Path, *, quiet: bool) -> tuple[list[Document], list[Claim], list[Failure]]:
    inputs = [one for one in walk(folder) if isinstance(one, Failure) or not is_observation(one)]
    failed = [one for one in inputs if isinstance(one, Failure)]
    files = [one for one in inputs if isinstance(one, Input)]
    documents: dict[str, Document] = {}
    claims: dict[str, Claim] = {}
    with progress("reading", len(files), quiet=quiet) as count:
        for taken in run(read_and_extract, files, workers=_workers(len(files))):
            if isinstance(taken, Broken):
                failed.append(_broken(taken.input))
            else:
                failed.extend(taken.reading.failures)
                documents.update((one.id, one) for one in taken.reading.documents)
                claims.update((one.id, one) for part in taken.claims for one in part)
            count()
    return list(documents.values()), list(claims.values()), failed


def _commit(case: Case, taken: Taken | Broken[Input]) -> tuple[int, list[Failure]]:
    """Commit one file with its documents and claims; give new documents and failures."""
    if isinstance(taken, Broken):
        return 0, [_broken(taken.input)]
    failures, new = list(taken.reading.failures), 0
    with case.transaction():
        kept: list[str] = []
        pairs = zip(taken.reading.documents, taken.reading.originals, taken.claims, strict=True)
        before = _readings(case, taken.input.name)
        for read, original, claims in pairs:
            if not _same_sort(case, read):
                failures.append(_wrong_sort(read))
                continue
            kept.append(read.id)
            earlier = before.get(read.path)
            document = read if earlier in (None, read.id) else replace(read, replaces=earlier)
            if case.keep_document(document, original, paragraph_spans(document.text)):
                new += 1
                case.keep_claims(document, VERSION, claims)
        case.keep("input", taken.input.name, _input_entry(taken.input, kept, failures))
    return new, failures


def _readings(case: Case, name: str) -> dict[str, str]:
    """Give the documents that the last readings of a file found, by path, the newest of each."""
    found: dict[str, str] = {}
    for entry in case.history("input", name):
        found.update((case.document(one).path, one) for one in entry["documents"])
    return found


def _input_entry(one: Input, kept: list[str], failures: list[Failure]) -> dict[str, Any]:
    return {"stat": _stat(one), "documents": kept, "failures": [record(f) for f in failures]}


def _extract_again(case: Case, *, quiet: bool) -> None:
    """Take the claims of documents that an older extractor read."""
    old = [one for one in case.documents() if case.extracted_by(one) != VERSION]
    with progress("extracting again", len(old), quiet=quiet) as count:
        for result in run(extract_all, old, workers=_workers(len(old))):
            if not isinstance(result, Broken):
                with case.transaction():
                    case.keep_claims(result[0], VERSION, result[1])
            count()


def _same_sort(case: Case, document: Document) -> bool:
    """Invented evidence never enters a real case, nor real evidence an invented one."""
    first = case.kept("setting", "synthetic")
    if first is None:
        case.keep("setting", "synthetic", {"synthetic": document.synthetic})
        return True
    return bool(first["synthetic"]) == document.synthetic


def _wrong_sort(document: Document) -> Failure:
    if document.synthetic:
        return Failure(
            document.path,
            "it is marked as invented evidence, and this case holds real documents",
            "keep invented pages in a folder and a case of their own",
        )
    return Failure(
        document.path,
        "it is not marked as invented, and this case is a fictional one",
        "keep real pages in a folder and a case of their own",
    )


def _broken(one: Input) -> Failure:
    return Failure(
        one.name,
        "reading it ended the process (out of memory, or a crash in a library)",
        "cut the file into smaller ones, or leave it out",
    )


def _stat(one: Input) -> list[int]:
    try:
        found = one.path.stat()
    except OSError:
        return [-1, -1]
    return [found.st_size, found.st_mtime_ns]


def _workers(files: int) -> int:
    return 1 if files < _POOL_FROM else len(_cores())


def _cores() -> Collection[int]:
    if hasattr(os, "sched_getaffinity"):
        return os.sched_getaffinity(0)
    return range(os.cpu_count() or 1)
