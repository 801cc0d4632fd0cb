"""``allsource track``: from where to where did aircraft fly, and how firmly is each end seen?"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from allsource.assessment.printing import words
from allsource.cli.console import Json, Quiet, emit, note
from allsource.errors import UsageError

if TYPE_CHECKING:
    from allsource.evidence.track.read import Tracks
    from allsource.model.failure import Failure
    from allsource.model.track import TrackLeg

__all__ = ["track"]


def track(
    files: Annotated[
        list[Path],
        typer.Argument(
            help="Traces of readsb or tar1090, state vectors of OpenSky, CSV files of Flightradar24.",
            show_default=False,
        ),
    ],
    json: Json = False,
    airports: Annotated[
        Path | None,
        typer.Option(
            "--airports", help="Your own OurAirports airports.csv, in place of the table."
        ),
    ] = None,
    registry: Annotated[
        Path | None,
        typer.Option(
            "--registry",
            help="Your own table of airframes (tar1090-db, OpenSky, or CSV with hex and operator).",
        ),
    ] = None,
    registry_date: Annotated[
        str | None,
        typer.Option("--registry-date", help="Day as of which that table was taken (2031-05-04)."),
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Read recorded flight tracks as legs, each end with what was seen of it.

    Only aircraft with positive evidence that they are military, a state's, or flown by an airline or cargo
    firm are kept; all others are dropped and only counted. Rows younger than seven days are refused.
    All files of one call are read together, so that a gap in one track can be held against the others.
    """
    from time import time  # noqa: PLC0415

    from allsource.cli.reading import finish  # noqa: PLC0415
    from allsource.evidence.dates import iso_prefix  # noqa: PLC0415
    from allsource.evidence.track.airports import bundled, from_file  # noqa: PLC0415
    from allsource.evidence.track.read import read_tracks  # noqa: PLC0415

    for one in (airports, registry):
        if one is not None and not one.is_file():
            raise UsageError(f"{one}: no such file; give the path of a file")
    if registry_date is not None and (iso_prefix(registry_date) is None or len(registry_date) < 10):
        raise UsageError("--registry-date: a day such as 2031-05-04")
    places = from_file(airports, str(airports)) if airports else bundled()
    there = [one for one in files if one.is_file()]
    found = read_tracks(there, places, now=time(), registry=registry, registry_date=registry_date)
    if any(leg.synthetic for leg in found.legs) and not json:
        typer.echo("INVENTED EVIDENCE")
    for leg in found.legs:
        if json:
            emit(_record(leg))
        else:
            typer.echo(_told(leg))
    _notes(found, quiet=quiet)
    finish([*map(_missing, (one for one in files if one not in there)), *found.failures])


def _missing(path: Path) -> "Failure":
    """Tell that there is no such file: it costs no other."""
    from allsource.model.failure import Failure  # noqa: PLC0415

    if path.is_dir():
        return Failure(str(path), "it is a folder", "give the files in it")
    return Failure(str(path), "there is no such file", "give the path of a file")


def _record(leg: "TrackLeg") -> dict[str, Any]:
    """Write a leg as the command-line contract has it."""
    from allsource.evidence.track.wording import sentences  # noqa: PLC0415
    from allsource.model.records import record  # noqa: PLC0415

    fields: dict[str, Any] = record(leg)
    fields["gaps"] = [
        {"from": gap.start, "to": gap.end, "others_heard": gap.others_heard} for gap in leg.gaps
    ]
    fields["sentences"] = list(sentences(leg))
    return fields


def _told(leg: "TrackLeg") -> str:
    from allsource.evidence.track.wording import sentences  # noqa: PLC0415

    who = leg.aircraft
    name = " ".join(part for part in (leg.callsign, who.registration, who.type, who.hex) if part)
    facts = [
        f"{label} {fact.value}"
        for label, fact in (
            ("registered in", who.state),
            ("callsign of", who.operator_by_callsign),
            ("in the registry", who.operator_by_registry),
        )
        if fact
    ]
    lines = [f"{name or 'aircraft'} ({', '.join(facts)})" if facts else name, *sentences(leg)]
    lines += [f"note: {warning}" for warning in leg.warnings]
    return "\n  ".join(words(line) for line in lines)


def _notes(found: "Tracks", *, quiet: bool) -> None:
    if found.dropped:
        told = ", ".join(f"{reason}: {count}" for reason, count in found.dropped.items())
        note(f"dropped and not shown ({told})", quiet=quiet)
    if found.young:
        note(f"refused: {found.young} rows younger than seven days", quiet=quiet)
    if not found.legs and not found.failures:
        note("no leg of an aircraft that may be kept", quiet=quiet)
