"""``allsource why``: what does this thing of the case rest on?"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from allsource.assessment.printing import words
from allsource.cli.console import FICTION, Json, emit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from allsource.assessment.why import Ground
    from allsource.model.document import Document

__all__ = ["why"]


def why(
    case: Annotated[Path, typer.Argument(help="A case, or a folder of articles.")],
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A claim, root, sentence, group, hop, ring, relation, number, entity, flight, pair of "
            "pictures, list entry or bearing, by its id.",
        ),
    ],
    json: Json = False,
) -> None:
    """Show all that a claim, root, estimate, sentence or entity rests on, down to the words.

    The beginning of an id is enough where no other begins so. Ids stand in the output of every verb
    with --json; in a dossier they are the anchors of its links.
    """
    from allsource.assessment.evidence import gather  # noqa: PLC0415
    from allsource.assessment.why import why as grounds  # noqa: PLC0415
    from allsource.cli.assessing import programme, weigh  # noqa: PLC0415
    from allsource.cli.held import held  # noqa: PLC0415
    from allsource.cli.identifying import cast_of, said_in  # noqa: PLC0415
    from allsource.cli.job import read_case_or_folder  # noqa: PLC0415
    from allsource.cli.reading import finish  # noqa: PLC0415

    if name.startswith("ent_"):
        _why_entity(case, name, json=json)
        return
    documents, claims, failed = read_case_or_folder(case)
    found = weigh(documents, claims)
    invented = any(document.synthetic for document in documents)
    observed, unread = held(
        case,
        found.claims,
        lambda: cast_of(found.documents, found.claims, found.lineage, said_in(case)),
        synthetic=invented,
    )
    parts = (found.documents, found.claims, found.lineage, found.series, found.conflicts)
    evidence = gather(*parts, observed)
    estimates = programme(found)[1].estimates if name.startswith("est") else ()
    ground = grounds(name, evidence, found.assessment, estimates)
    _tell(ground, evidence.documents, json=json)
    finish([*failed, *unread])


def _why_entity(case: Path, name: str, *, json: bool) -> None:
    from allsource.assessment.why_entity import why_entity  # noqa: PLC0415
    from allsource.cli.identifying import cast_of_case  # noqa: PLC0415
    from allsource.cli.reading import finish  # noqa: PLC0415

    documents, cast, failed = cast_of_case(case)
    _tell(why_entity(name, cast), {one.id: one for one in documents}, json=json)
    finish(failed)


def _tell(ground: "Ground", documents: "Mapping[str, Document]", *, json: bool) -> None:
    if json:
        for line in _records(ground, documents):
            emit(line)
    else:
        if any(document.synthetic for document in documents.values()):
            typer.echo(FICTION)
        for text in _lines(ground, documents, set()):
            typer.echo(text)


def _records(
    ground: "Ground", documents: "Mapping[str, Document]", above: str | None = None, depth: int = 0
) -> Iterator[dict[str, Any]]:
    """Give a ground and all below it, each before what it rests on."""
    yield {
        "id": ground.id,
        "type": ground.kind,
        "says": ground.says,
        "depth": depth,
        "behind": above,
        "passages": [
            {
                "document": one.document,
                "path": documents[one.document].path,
                "span": list(one.span),
                "text": one.span.of(documents[one.document].text),
            }
            for one in ground.passages
        ],
        "files": [
            {"path": one.path, "sha256": one.sha256, "place": one.place, "as_of": one.as_of}
            for one in ground.exhibits
        ],
        "synthetic": _is_invented(ground, documents),
    }
    for each in ground.on:
        yield from _records(each, documents, ground.id, depth + 1)


def _is_invented(ground: "Ground", documents: "Mapping[str, Document]") -> bool:
    """Say whether a ground is invented evidence, or rests on words of an invented document."""
    return ground.synthetic or any(documents[one.document].synthetic for one in ground.passages)


def _lines(
    ground: "Ground",
    documents: "Mapping[str, Document]",
    seen: set[tuple[str, str]],
    depth: int = 0,
) -> Iterator[str]:
    """Show for a person, indented by depth; what was shown before is only named again."""
    indent = "  " * depth
    again = (ground.id, ground.says) in seen
    yield f"{indent}{ground.kind} {ground.id}{' (shown above)' if again else ''}"
    if again:
        return
    seen.add((ground.id, ground.says))
    yield f"{indent}  {words(ground.says)}"
    for one in ground.passages:
        where = f"{documents[one.document].path}, characters {one.span.start} to {one.span.end}"
        yield f"{indent}  in {words(where)}"
    for file in ground.exhibits:
        day = f", of {file.as_of}" if file.as_of else ""
        yield f"{indent}  in {words(file.path)}{day}: {words(file.place)} (sha256 {file.sha256})"
    for each in ground.on:
        yield from _lines(each, documents, seen, depth + 1)
