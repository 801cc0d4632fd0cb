"""``allsource serials``: how many were made, from the serial numbers seen?"""

from pathlib import Path
from typing import Annotated

import typer

from allsource.assessment.printing import words
from allsource.cli.console import Json, emit

__all__ = ["serials"]

_MOST = 1_000_000


def serials(
    file: Annotated[
        Path | None,
        typer.Argument(help="Numbers, one a line; standard input where none.", show_default=False),
    ] = None,
    json: Json = False,
    interval: Annotated[
        float, typer.Option("--interval", min=0.5, max=0.99, help="Probability of the interval.")
    ] = 0.9,
) -> None:
    """Estimate how many units were made, from serial numbers one a line, of a file or standard input.

    Numbers that break off and go on elsewhere are read as blocks. What stands around the digits names
    a series ("Y-0417"). Numbering need not begin at 1. The sample is taken for a chance one, recent
    units perhaps likelier to be seen.
    """
    from allsource.cli.reading import finish, lines  # noqa: PLC0415
    from allsource.errors import UsageError  # noqa: PLC0415
    from allsource.estimation.serials import Serial, estimate, read_serial  # noqa: PLC0415
    from allsource.model.failure import Failure  # noqa: PLC0415
    from allsource.model.records import record  # noqa: PLC0415

    seen, failed = list[Serial](), list[Failure]()
    for number, line in lines(file):
        if len(seen) == _MOST:
            said = (f"more than {_MOST:,} numbers", "thin them by chance: so many say no more")
            failed.append(Failure(f"line {number} and all after it", *said))
            break
        try:
            if line.strip():
                seen.append(read_serial(line))
        except UsageError as error:
            reason, _, step = str(error).partition("; ")
            failed.append(Failure(f"line {number}", reason, step))
    if not seen and not failed:
        raise UsageError(f"{file or 'standard input'}: no serial number; give one a line")
    found = estimate(seen, interval=interval)
    if json:
        emit(record(found))
    else:
        if found.median is None:
            typer.echo("how many were made cannot be told")
        else:
            share = f"{100 * interval:g} %"
            typer.echo(f"{found.low} to {found.high} made ({share}); median {found.median}")
        for block in found.blocks:
            end = "may go on" if block.open else "ended"
            series = f"{block.series!r} " if block.series else ""
            typer.echo(
                words(f"block {series}{block.first} to {block.last}: {block.seen} seen, {end}")
            )
        for warning in found.warnings:
            typer.echo(f"note: {warning}")
    finish(failed)
