"""``allsource who``: who is who in a case, and what people say of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from allsource.assessment.printing import words
from allsource.cli.console import Json, emit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from allsource.entities.judgements import Verdict
    from allsource.entities.who import Cast
    from allsource.model.document import Document
    from allsource.model.entity import CaseEntity, EntityMention, EntityPlace, Undecided
    from allsource.model.lineage import Passage

__all__ = ["who"]

_MOST = 8
_GIVEN = {
    "full": "also written",
    "short": "also, in short,",
    "stated": "also, as a text says,",
    "judged": "also, by a judgement,",
}


def who(
    case: Annotated[Path, typer.Argument(help="A case, or a folder of articles.")],
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help="A name or id of an entity; all where none is given."),
    ] = None,
    same: Annotated[
        tuple[str, str] | None,
        typer.Option("--same", metavar="A B", help="Say that two are one: names, ids, NAME@PATH."),
    ] = None,
    apart: Annotated[
        tuple[str, str] | None, typer.Option("--apart", metavar="A B", help="Say that two are two.")
    ] = None,
    withdraw: Annotated[
        tuple[str, str] | None,
        typer.Option("--withdraw", metavar="A B", help="Take back what was said of two."),
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="INITIALS", help="Who says so; kept in the case.")
    ] = None,
    because: Annotated[
        str, typer.Option("--because", metavar="TEXT", help="Why; kept in the case.")
    ] = "",
    json: Json = False,
) -> None:
    """List the people, bodies, places and things of a case, with all their names, and what is undecided.

    A person's judgement is kept in the case beside the machine's, is followed from then on by every
    verb, and is undone by another one. Nothing is merged and nothing deleted.
    """
    from allsource.cli.identifying import cast_of_case, judge  # noqa: PLC0415
    from allsource.cli.reading import finish  # noqa: PLC0415

    names = [name] if name is not None else []
    asked: tuple[tuple[Verdict, tuple[str, str] | None], ...] = (
        ("positive", same),
        ("negative", apart),
        ("withdrawn", withdraw),
    )
    for verdict, two in asked:
        if two is not None:
            judge(case, two, verdict, by, because)
            names += two
    documents, cast, failed = cast_of_case(case)
    shown = _shown(cast, names, documents)
    pages = {document.id: document for document in documents}
    if json:
        for line in _records(cast, shown, pages, everything=not names):
            emit(line)
    else:
        for text in _lines(cast, shown, pages, everything=not names):
            typer.echo(text)
    finish(failed)


def _shown(
    cast: "Cast", names: "Sequence[str]", documents: "Sequence[Document]"
) -> "tuple[CaseEntity, ...]":
    """Give the entities that are asked for; a name that is undecided has none."""
    from allsource.entities.asked import everyone  # noqa: PLC0415

    if not names:
        return cast.entities
    paths = {document.id: document.path for document in documents}
    asked = {one for name in names for one in everyone(cast, name, paths)}
    return tuple(
        entity
        for entity in cast.entities
        if entity.id in asked or any(one.record in asked for one in entity.mentions)
    )


def _undecided(
    cast: "Cast", shown: "Sequence[CaseEntity]", *, everything: bool
) -> "Iterator[Undecided]":
    ids = {entity.id for entity in shown}
    for pair in cast.undecided:
        if everything or pair.left in ids or pair.right in ids:
            yield pair


def _records(
    cast: "Cast",
    shown: "Sequence[CaseEntity]",
    pages: "Mapping[str, Document]",
    *,
    everything: bool,
) -> Iterator[dict[str, Any]]:
    """Say all for a machine: entities, then what is undecided, then judgements that are not followed."""
    from allsource.model.records import record  # noqa: PLC0415

    for entity in shown:
        told = record(entity)
        for name, held in zip(told["names"], entity.names, strict=True):
            name["passages"] = [_passage(one, pages) for one in held.passages]
        for mention in told["mentions"]:
            mention["path"] = pages[mention["document"]].path
        yield {"type": "entity", **told}
    for pair in _undecided(cast, shown, everything=everything):
        yield {"type": "undecided", **record(pair)}
    for one in cast.not_followed if everything else ():
        yield {"type": "not followed", **record(one)}


def _passage(one: "Passage", pages: "Mapping[str, Document]") -> dict[str, Any]:
    page = pages[one.document]
    text = one.span.of(page.text)
    return {"document": page.id, "path": page.path, "span": list(one.span), "text": text}


def _lines(
    cast: "Cast",
    shown: "Sequence[CaseEntity]",
    pages: "Mapping[str, Document]",
    *,
    everything: bool,
) -> Iterator[str]:
    """Say it for a person: one alone with all its mentions."""
    for entity in shown:
        many = len({mention.document for mention in entity.mentions})
        counted = f"{_many(len(entity.mentions), 'mention')} in {_many(many, 'document')}"
        yield f"{entity.kind}  {words(entity.name)}  {entity.id}  {counted}"
        for name in entity.names[1:]:
            where = f", in {words(pages[name.passages[0].document].path)}"
            yield f"  {_GIVEN[name.given]} {words(name.text)}{where}"
        for place in entity.places[:_MOST]:
            yield f"  may be {_place(place)}" if len(entity.places) > 1 else f"  is {_place(place)}"
        for mention in () if everything else _in_order(entity, pages):
            where = f"characters {mention.span.start} to {mention.span.end}"
            yield f"  in {words(pages[mention.document].path)}, {where}: {words(mention.text)}  {mention.record}"
    yield from _undecided_lines(cast, shown, pages, everything=everything)


def _undecided_lines(
    cast: "Cast",
    shown: "Sequence[CaseEntity]",
    pages: "Mapping[str, Document]",
    *,
    everything: bool,
) -> Iterator[str]:
    for pair in _undecided(cast, shown, everything=everything):
        record = cast.records.get(pair.left)
        where = f"@{pages[record.document].path}" if record else ""
        sure = "unsure" if pair.probability is None else f"{pair.probability:.2f}"
        yield f"undecided {sure}: {words(pair.left_name + where)} and {words(pair.right_name)}: {words(pair.why)}"
    for one in cast.not_followed if everything else ():
        yield f"not followed: {one.verdict} by {words(one.by)} on {one.left} and {one.right}"


def _in_order(entity: "CaseEntity", pages: "Mapping[str, Document]") -> "list[EntityMention]":
    return sorted(entity.mentions, key=lambda one: (pages[one.document].path, one.span))


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _place(place: "EntityPlace") -> str:
    return f"{words(place.name)}, {words(place.state)}, near {place.latitude:.1f}, {place.longitude:.1f}"
