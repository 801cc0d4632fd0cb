"""``allsource match``: do two names mean one person, firm, ship, aircraft or place?"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from allsource.assessment.printing import words
from allsource.cli.console import Json, emit

if TYPE_CHECKING:
    from allsource.entities.match import Match

__all__ = ["match"]


def match(
    file: Annotated[
        Path | None,
        typer.Argument(help="CSV of pairs; standard input where none.", show_default=False),
    ] = None,
    json: Json = False,
    schema: Annotated[
        str,
        typer.Option(
            "--schema",
            help="Kind of party of rows that name none: Person, Company, Organization, Vessel, "
            "Airplane or Place; without it the names themselves are asked.",
        ),
    ] = "",
) -> None:
    """Tell how probably the two names of each row mean one party, and why.

    Reads CSV from a file or standard input: the columns left and right and, where they are known, schema,
    left_birth_date, right_birth_date, left_country, right_country, left_identifier and
    right_identifier. Names may be in any script.
    """
    from allsource.cli.matching import matched  # noqa: PLC0415
    from allsource.cli.reading import finish, opened  # noqa: PLC0415
    from allsource.model.failure import Failure  # noqa: PLC0415

    failed = list[Failure]()
    with opened(file) as held:
        for number, names, found in matched(held, str(file or "standard input"), schema, failed):
            if json:
                _emit(number, found)
            else:
                _print(number, names, found)
    finish(failed)


def _print(number: int, names: tuple[str, str], found: "Match | None") -> None:
    """Tell a row for a person: the two names, the verdict, and below it what spoke for and against."""
    if found is None:
        typer.echo(f"{number}  not compared (see below)")
        return
    from allsource.entities.telling import strength  # noqa: PLC0415

    same = "one party" if found.same else "two parties"
    left, right = (words(_cell(name)) for name in names)
    typer.echo(f"{number}  {left} | {right}: probably {same} ({found.probability:.2f})")
    for one in found.why:
        if one.feature == "start":
            continue
        typer.echo(f"   {strength(one.effect)}: {words(one.detail)} ({one.effect:+.1f})")


def _cell(name: str) -> str:
    """Write a name in one cell of a row."""
    return " ".join(name.split())


def _emit(number: int, found: "Match | None") -> None:
    if found is None:
        emit({"line": number, "probability": None, "same": None, "why": []})
        return
    why = [
        {"feature": one.feature, "detail": one.detail, "effect": one.effect} for one in found.why
    ]
    emit({"line": number, "probability": found.probability, "same": found.same, "why": why})
