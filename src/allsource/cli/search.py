"""``allsource search``: in which stored paragraphs do these words stand?"""

from pathlib import Path
from typing import Annotated

import typer

from allsource.assessment.printing import words
from allsource.cli.console import Json, emit, note

__all__ = ["search"]


def search(
    case: Annotated[Path, typer.Argument(help="The case folder.", metavar="CASE")],
    query: Annotated[
        list[str], typer.Argument(help='Words, all of which must occur, and "quoted phrases".')
    ],
    json: Json = False,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Print at most this many.")] = 50,
) -> None:
    """Search the text of all stored documents, whatever their language."""
    from allsource.ledger.case import Case  # noqa: PLC0415

    found = 0
    with Case(case) as opened:
        for hit in opened.search(" ".join(query), limit):
            found += 1
            document = opened.document(hit.document)
            if json:
                emit(
                    {
                        "document": hit.document,
                        "path": document.path,
                        "span": list(hit.span),
                        "text": hit.text,
                    }
                )
            else:
                where = f"{document.path}, characters {hit.span.start} to {hit.span.end}"
                typer.echo(f"{words(where)}\n  {words(hit.text)}\n")
    if not found and not json:
        note("no stored paragraph holds all of these words")
