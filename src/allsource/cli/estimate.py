"""``allsource estimate``: how much does a programme make, and how sure is that?"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from json import loads
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from allsource.assessment import printing
from allsource.assessment.printing import words
from allsource.cli.console import Json, emit, note
from allsource.errors import UsageError

if TYPE_CHECKING:
    from allsource.estimation.programme.claim import ProgrammeClaim
    from allsource.estimation.programme.told import Estimate, Estimates
    from allsource.model.failure import Failure

__all__ = ["estimate"]

_MOST = 20_000
"""More claims than this are not read: no programme has so many."""
_LONGEST = 100_000


def estimate(
    claims: Annotated[
        Path,
        typer.Argument(
            metavar="CASE|CLAIMS.jsonl",
            help="A case, or claims by hand, one JSON object a line.",
            show_default=False,
        ),
    ],
    json: Json = False,
    start: Annotated[
        str | None, typer.Option("--from", help="First month that is told, as 2031-05.")
    ] = None,
    until: Annotated[str | None, typer.Option("--until", help="Last month that is told.")] = None,
    begin: Annotated[
        str | None,
        typer.Option("--begin", help="Month in which production began, where that is known."),
    ] = None,
    interval: Annotated[
        float, typer.Option("--interval", min=0.5, max=0.99, help="Probability of the intervals.")
    ] = 0.9,
) -> None:
    """Estimate rate, total, stock, unit cost and domestic share of programmes, month by month.

    Claims may be bounds, totals, contracts, plans, capacities or serial numbers; each root has a bias of
    its own, and its repeats are one observation. Every estimate tells its claims, its range without each
    root and whether its tails may be quoted; further lines tell what moves it and which claims do not go
    together.
    """
    from allsource.cli.reading import finish  # noqa: PLC0415
    from allsource.cli.settings import date  # noqa: PLC0415
    from allsource.estimation.programme.estimate import estimate as estimated  # noqa: PLC0415

    first, last = date(start, "--from"), date(until, "--until")
    begun = date(begin, "--begin")
    read, failed = _given(claims)
    found = estimated(read, start=first, until=last, begin=begun, interval=interval)
    if json:
        _emit(found)
    else:
        _tell(found, claims)
    finish(failed)


def _given(path: Path) -> "tuple[list[ProgrammeClaim], list[Failure]]":
    """Give the programme claims of a case, or those that a file holds."""
    from allsource.ledger.case import is_case  # noqa: PLC0415

    if not is_case(path):
        return _read(path)
    from allsource.cli.assessing import claimed, weigh  # noqa: PLC0415
    from allsource.cli.job import read_case_or_folder  # noqa: PLC0415

    documents, claims, failed = read_case_or_folder(path)
    return list(claimed(weigh(documents, claims))), failed


def _read(file: Path) -> "tuple[list[ProgrammeClaim], list[Failure]]":
    """Read the claims of a file; lines that cannot be used are told apart."""
    from allsource.estimation.programme.claim import ProgrammeClaim, read_claim  # noqa: PLC0415
    from allsource.model.failure import Failure  # noqa: PLC0415

    if not file.is_file():
        what = "a folder that is no case" if file.is_dir() else "no such file"
        raise UsageError(f"{file}: {what}; give a case, or a file with one JSON object a line")
    read, failed, strange = dict[str, ProgrammeClaim](), list[Failure](), Counter[str]()
    for number, line in _lines(file):
        try:
            claim = read_claim(line)
        except UsageError as error:
            reason, _, step = str(error).partition("; ")
            failed.append(Failure(f"{file}, line {number}", reason, step or "correct the line"))
            continue
        strange.update(set(loads(line)) - {one.name for one in fields(ProgrammeClaim)})
        known = read.setdefault(claim.id, claim)
        if known != claim:
            why = f"another claim has the id {claim.id!r}"
            failed.append(
                Failure(f"{file}, line {number}", why, "give each claim an id of its own")
            )
        if len(read) > _MOST:
            raise UsageError(f"{file}: more than {_MOST:,} claims; give one programme at a time")
    _tell_strange(file, strange)
    if not read and not failed:
        raise UsageError(f"{file}: it holds no claim; give one JSON object a line")
    return list(read.values()), failed


def _tell_strange(file: Path, strange: Counter[str]) -> None:
    """Note once for a file which fields of its lines are none of a claim, and how often each stands there."""
    if strange:
        shown = ", ".join(f"{name[:40]!r} ({many})" for name, many in strange.most_common(5))
        more = f" and {len(strange) - 5} more" if len(strange) > 5 else ""
        note(words(f"note: {file}: fields that no claim has are not read: {shown}{more}"))


def _lines(file: Path) -> Iterator[tuple[int, str]]:
    """Give the lines that hold something, counted from 1, none of them without end."""
    with file.open(encoding="utf-8-sig", errors="replace") as stream:
        number = 0
        while line := stream.readline(_LONGEST):
            number += 1
            if line.strip():
                yield number, line


def _emit(found: "Estimates") -> None:
    from allsource.model.records import record  # noqa: PLC0415

    for estimate in found.estimates:
        emit({"id": estimate.id, **record(estimate)})
    for group in (found.influences, found.consistency, found.thresholds, found.unused):
        for one in group:
            emit(record(one))


def _tell(found: "Estimates", given: Path) -> None:
    """Print the last month of each quantity, and what must be known with it."""
    last: dict[tuple[str, str, str | None, str], Estimate] = {}
    for one in found.estimates:
        last[one.of, one.quantity, one.scope, one.unit] = one
    for one in last.values():
        scope = f", {one.scope}" if one.scope else ""
        month, share = one.period[0][:7], f"{100 * one.interval:g} %"
        typer.echo(
            words(
                f"{one.of}{scope}: {one.quantity} {month}: {printing.number(one.low)} to {printing.number(one.high)} "
                f"{one.unit} ({share}); median {printing.number(one.median)}"
            )
        )
    for line in _notes(list(last.values())):
        typer.echo(words(line))
    for odd in found.consistency:
        more = f" and {len(odd.claims) - 4} more" if len(odd.claims) > 4 else ""
        typer.echo(words(f"{odd.kind}: {odd.says} ({', '.join(odd.claims[:4])}{more})"))
    if found.consistency and given.is_dir():
        typer.echo(words(f"the words of a claim: allsource why {given} ID"))
    for line in _at_odds(found):
        typer.echo(words(line))
    for left in found.unused:
        typer.echo(words(f"not used: {left.claim}: {left.reason}"))
    if not last:
        typer.echo("nothing can be estimated from these claims")


def _notes(last: "list[Estimate]") -> Iterator[str]:
    """Give each warning once, with what it concerns."""
    concerned: dict[tuple[str, str], list[str]] = {}
    for one in last:
        scope = f" ({one.scope})" if one.scope else ""
        for warning in one.warnings:
            concerned.setdefault((one.of, warning), []).append(f"{one.quantity}{scope}")
    for (of, warning), quantities in concerned.items():
        yield f"note on {of}, {', '.join(dict.fromkeys(quantities))}: {warning}"


def _at_odds(found: "Estimates") -> Iterator[str]:
    """Say of each claim at odds with the estimate how likely it is that its figure was passed."""
    from allsource.assessment.wording import likelihood_sentence  # noqa: PLC0415
    from allsource.report.estimates import passed  # noqa: PLC0415

    for one in found.thresholds:
        if not one.plan:
            yield f"at odds: {one.claim}: {likelihood_sentence(one.above, passed(one))}"
