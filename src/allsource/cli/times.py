"""``allsource times``: which times do these texts speak of?"""

from pathlib import Path
from typing import Annotated

import typer

from allsource.assessment.printing import words
from allsource.cli.claims import Published
from allsource.cli.console import Json, emit
from allsource.model.failure import Failure
from allsource.model.time import Time

__all__ = ["times"]


def times(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Articles; none reads one text a line from stdin.")
    ] = None,
    json: Json = False,
    published: Published = None,
) -> None:
    """Find time expressions, as intervals with boundary and qualifier."""
    from allsource.claims.times import find  # noqa: PLC0415
    from allsource.cli.reading import finish, lines, readings  # noqa: PLC0415
    from allsource.cli.settings import date  # noqa: PLC0415
    from allsource.model.records import record  # noqa: PLC0415
    from allsource.model.span import Span  # noqa: PLC0415

    day, failed = date(published), list[Failure]()
    if not files:
        for number, line in lines():
            found = find(line, Span(0, len(line)), day, (None, None))
            _print({"line": number, "times": record(found)}, found, json=json)
    for reading in readings(files, published=day) if files else ():
        failed.extend(reading.failures)
        for document in reading.documents:
            whole = Span(0, len(document.text))
            found = find(document.text, whole, document.published, document.published_between)
            _print({"path": document.path, "times": record(found)}, found, json=json)
    finish(failed)


def _print(line: dict[str, object], found: tuple[Time, ...], *, json: bool) -> None:
    if json:
        emit(line)
        return
    for time in found:
        ends = f"{time.start or '..'} to {time.end or '..'}"
        typer.echo(words(f"{time.text}\t{time.timex}\t{ends}\t{time.boundary or ''}"))
