"""``allsource demo``: the bundled fictional case, from its pages to its dossier."""

import shutil
from pathlib import Path
from typing import Annotated

import typer

from allsource.cli.console import Quiet, note

__all__ = ["demo"]


def demo(
    to: Annotated[
        Path, typer.Option("--to", metavar="DIR", help="Where to put articles, case and dossier.")
    ] = Path("allsource-demo"),
    quiet: Quiet = False,
) -> None:
    """Build the bundled sample case and its dossier, without network.

    The programme, its firm, its country and all outlets are invented, and every page says so.
    What is true in that invented world comes along, and the result is set against it. A second, small case
    has an invented flight, pictures of a site and a watch list beside two articles.
    """
    from allsource.cli.assess import run  # noqa: PLC0415
    from allsource.cli.truth import comparison  # noqa: PLC0415
    from allsource.sample import folder, observed, truth  # noqa: PLC0415

    articles = to / "articles"
    with folder() as bundled:
        shutil.copytree(bundled, articles, dirs_exist_ok=True)
    _, found, page = run(
        articles,
        case=to / "case",
        output=to / "dossier.html",
        title="The Tirrik programme",
        quiet=quiet,
    )
    with observed() as bundled:
        shutil.copytree(bundled, to / "observed", dirs_exist_ok=True)
    *_, beside = run(
        to / "observed",
        case=to / "observed.case",
        output=to / "observed.html",
        title="Flights, halls and a list",
        quiet=True,
    )
    note("A fictional case: programme, firm, country and outlets are invented.\n", quiet=quiet)
    for line in comparison(found, truth()):
        note(line, quiet=quiet)
    typer.echo(f"articles: {articles}")
    typer.echo(f"case:     {to / 'case'}")
    typer.echo(f"dossier:  {page}")
    typer.echo(f"sensors and lists: {beside}")
    note("\nnext:     open the dossier in a browser; `allsource assess FOLDER` reads your own")
