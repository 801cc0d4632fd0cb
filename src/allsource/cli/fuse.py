"""``allsource fuse``: what is probably true where sources differ, and who copies whom?"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from allsource.assessment.printing import words
from allsource.cli.console import Json, emit
from allsource.errors import UsageError

if TYPE_CHECKING:
    from allsource.lineage.fusion.columns import Columns
    from allsource.lineage.fusion.telling import Copying, Definition, FusedSlot

__all__ = ["fuse"]

_TESTABLE = 20
"""With fewer claims than this a source's copying cannot be seen in a table."""

_RIVAL = 0.2
"""Another value this probable is named beside the best."""


def fuse(
    file: Annotated[
        Path | None,
        typer.Argument(
            help="CSV with the columns slot,source,value and, if known, time and kind "
            "(categorical or numeric); none reads stdin.",
            show_default=False,
        ),
    ] = None,
    json: Json = False,
    tolerance: Annotated[
        float, typer.Option("--tolerance", help="Numbers no further apart are told as one value.")
    ] = 0.0,
    anchor: Annotated[
        list[str] | None,
        typer.Option(
            "--anchor", help="A source that is primary by its role; may be given several times."
        ),
    ] = None,
) -> None:
    """Weigh what sources say of each slot, and find which of them depend on each other."""
    from allsource.cli.fusing import read_claims  # noqa: PLC0415
    from allsource.cli.reading import finish  # noqa: PLC0415

    if not 0 <= tolerance < float("inf"):
        raise UsageError("--tolerance: a number from 0 on; the default is 0")
    columns, failed = read_claims(file)
    _tell(columns, tolerance, anchor or [], json=json)
    finish(failed)


def _tell(columns: "Columns", tolerance: float, anchors: list[str], *, json: bool) -> None:
    """Fuse the claims and print what is found."""
    import numpy as np  # noqa: PLC0415

    from allsource.lineage.fusion.division import take  # noqa: PLC0415
    from allsource.lineage.fusion.fuse import fused, judge, sample  # noqa: PLC0415
    from allsource.lineage.fusion.settings import Settings  # noqa: PLC0415
    from allsource.lineage.fusion.telling import copying, defined, told  # noqa: PLC0415

    settings = Settings(tolerance=tolerance, testable=_TESTABLE)
    table, names = columns.table()
    missing = sorted(set(anchors) - set(names.sources))
    if missing:
        raise UsageError(f"--anchor {missing[0]}: no such source; use a name of the source column")
    known, _, _ = take(table, sample(table, names.digest, settings.learn_from))
    primary = np.isin(names.sources, anchors) if anchors else None
    model = judge(known, settings, anchors=primary)
    for part in fused(table, model):
        for slot in told(part, table, names, model):
            _print_slot(slot, json=json)
    for one in copying(model, names):
        _print_copying(one, json=json)
    for meant in defined(model, names):
        _print_definition(meant, json=json)


def _print_slot(slot: "FusedSlot", *, json: bool) -> None:
    if json:
        values = [
            {
                "value": one.value,
                "probability": one.probability,
                "effective_roots": one.effective_roots,
                "effective_roots_interval": list(one.effective_roots_interval),
                "stated": one.stated,
            }
            for one in slot.values
        ]
        ends = {"low": slot.low, "median": slot.median, "high": slot.high}
        emit({"slot": slot.slot, "values": values, **ends, "interval": slot.interval})
        return
    if not slot.values:
        typer.echo(words(f"{slot.slot}\tnothing is known"))
        return
    best, *others = slot.values
    chance = "estimate" if best.probability is None else f"{best.probability:.2f}"
    rivals = [
        f"{o.value} ({o.probability:.2f})"
        for o in others
        if o.probability and o.probability > _RIVAL
    ]
    least, most = best.effective_roots_interval
    columns = [
        slot.slot,
        best.value,
        chance,
        f"effective roots {best.effective_roots:.1f} ({least:.1f} to {most:.1f})",
        _span(slot.low, slot.high),
        f"or {', '.join(rivals)}" if rivals else "",
    ]
    typer.echo(words("\t".join(column for column in columns if column)))


def _span(low: float | None, high: float | None) -> str:
    if low is None and high is None:
        return ""
    ends = ["" if end is None else f"{end:.4g}" for end in (low, high)]
    return f"{ends[0]} to {ends[1]}".strip()


def _print_copying(one: "Copying", *, json: bool) -> None:
    if json:
        found = {"source": one.source, "copies": one.copies, "rate": one.rate}
        emit({"type": "dependence", **found, "probability": one.probability})
        return
    told = f"depends on {one.copies} for {100 * one.rate:.0f} in 100 claims"
    typer.echo(words(f"{one.source} {told}, or the other way round ({one.probability:.2f})"))


def _print_definition(one: "Definition", *, json: bool) -> None:
    if json:
        meant = {"field": one.field, "sources": list(one.sources)}
        emit({"type": "definition", **meant, "probability": one.probability, "shift": one.shift})
        return
    who = ", ".join(one.sources)
    told = f"{one.shift:g} off, asked for with probability {one.probability:.2f}"
    typer.echo(words(f"{one.field}: {who} mean one thing by it ({told})"))
