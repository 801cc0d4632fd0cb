"""``allsource quantities``: how much of what do these texts speak of?"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from allsource.assessment.printing import words
from allsource.cli.claims import Published
from allsource.cli.console import Json, emit
from allsource.model.document import Document
from allsource.model.failure import Failure
from allsource.model.quantity import Quantity

__all__ = ["quantities"]


def quantities(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Articles; none reads one text a line from stdin.")
    ] = None,
    json: Json = False,
    published: Published = None,
) -> None:
    """Find quantities, as intervals with unit, rate, role, thing measured and time."""
    from allsource.cli.reading import finish, lines, readings  # noqa: PLC0415
    from allsource.cli.settings import date  # noqa: PLC0415
    from allsource.model.records import record  # noqa: PLC0415

    day, failed = date(published), list[Failure]()
    if not files:
        texts = (Document("doc_line", "", "-", line, "text", published=day) for _, line in lines())
        for number, found in enumerate(_find(texts), 1):
            _print({"line": number, "quantities": record(found)}, found, json=json)
    for reading in readings(files, published=day) if files else ():
        failed.extend(reading.failures)
        for document, found in zip(reading.documents, _find(reading.documents), strict=True):
            _print({"path": document.path, "quantities": record(found)}, found, json=json)
    finish(failed)


def _find(documents: Iterable[Document]) -> Iterator[tuple[Quantity, ...]]:
    from allsource.claims import quantities as room  # noqa: PLC0415
    from allsource.claims import times  # noqa: PLC0415
    from allsource.claims.denotation import denote  # noqa: PLC0415
    from allsource.claims.parse import parse_all  # noqa: PLC0415
    from allsource.claims.people import gather  # noqa: PLC0415
    from allsource.claims.products import gather_products  # noqa: PLC0415

    for parsed in parse_all(documents):
        one, found = parsed.document, list[Quantity]()
        for paragraph in parsed.paragraphs:
            when = times.find(one.text, paragraph.span, one.published, one.published_between)
            found.extend(room.find(paragraph, one.text, when, one.id))
        yield denote(parsed, gather_products(parsed, gather(parsed)), found) if found else ()


def _print(line: dict[str, object], found: tuple[Quantity, ...], *, json: bool) -> None:
    if json:
        emit(line)
        return
    for one in found:
        ends = f"{'' if one.low is None else one.low} .. {'' if one.high is None else one.high}"
        unit = one.scale_unit or one.currency or one.unit or ""
        typer.echo(words(f"{one.text}\t{ends}\t{unit}\t{one.role}\t{one.measure or ''}"))
