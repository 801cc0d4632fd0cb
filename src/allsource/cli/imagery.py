"""``allsource imagery``: what do dated pictures of a site show?"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from allsource.cli.console import Json
from allsource.errors import InputError, UsageError

if TYPE_CHECKING:
    from allsource.cli.picturing import Pictures
    from allsource.model.failure import Failure

__all__ = ["imagery"]


def imagery(
    files: Annotated[
        list[Path],
        typer.Argument(
            help="GeoTIFF or ENVI files in order of time: BEFORE and AFTER, or more for a stack, "
            "of which each step and then the first against the last is told.",
            show_default=False,
            metavar="BEFORE AFTER...",
        ),
    ],
    json: Json = False,
    site: Annotated[
        Path | None,
        typer.Option("--site", help="GeoJSON polygon of the site (longitude, latitude)."),
    ] = None,
    draw_sample: Annotated[
        int | None,
        typer.Option(
            "--draw-sample",
            help="Draw so many points (30 to 1,000) and write them with a page to label them on.",
        ),
    ] = None,
    labels: Annotated[
        Path | None,
        typer.Option(
            "--labels", help="The drawn sample, labelled: gives an area and its interval."
        ),
    ] = None,
    footprints: Annotated[
        Path | None,
        typer.Option(
            "--footprints",
            help="GeoJSON outlines drawn on the pictures, each with its `date`: gives an area.",
        ),
    ] = None,
    out: Annotated[
        Path,
        typer.Option("--out", "-o", help="Where --draw-sample writes; the page goes beside it."),
    ] = Path("SAMPLE.csv"),
    taken: Annotated[
        list[str] | None,
        typer.Option("--taken", help="Day of a picture (2031-05-04); once a picture, in order."),
    ] = None,
    sensor: Annotated[
        Literal["optical", "radar"] | None,
        typer.Option("--sensor", help="What the pictures are, where the files do not say."),
    ] = None,
    band: Annotated[
        list[int] | None,
        typer.Option("--band", help="A band to compare, from 1; may be given several times."),
    ] = None,
    mask: Annotated[
        list[Path] | None,
        typer.Option(
            "--mask", help="Raster that is not zero where clouds are; once for each picture."
        ),
    ] = None,
    show: Annotated[
        list[int] | None,
        typer.Option("--show", help="Bands shown as red, green and blue; give it three times."),
    ] = None,
) -> None:
    """Screen dated pictures of a site for change; tell square metres only from labels or outlines.

    Screening is ordinal: no change seen, possible change, or change. It never bears an area. Pictures
    that lie more than a pixel off each other are refused.
    """
    from allsource.cli.picturing import Pictures, tell  # noqa: PLC0415
    from allsource.cli.reading import finish  # noqa: PLC0415

    given = Pictures(
        tuple(files), site, tuple(taken or ()), sensor, tuple(band or ()), tuple(mask or ()),
        tuple(show or ()), draw_sample, labels, footprints, out,
    )  # fmt: skip
    _check(given)
    failed = list["Failure"]()
    for request, whole in given.requests():
        try:
            tell(request, given, whole=whole, json=json)
        except InputError as error:
            failed.append(_failure(error))
    finish(list(dict.fromkeys(failed)))


def _check(given: "Pictures") -> None:
    if len(given.files) < 2:
        raise UsageError("give two pictures, the earlier one first; one alone shows no change")
    ways = [given.draw_sample, given.labels, given.footprints]
    if sum(way is not None for way in ways) > 1:
        raise UsageError("--draw-sample, --labels and --footprints: give one of them")
    if any(way is not None for way in ways) and len(given.files) > 2:
        raise UsageError("an area is of one pair; give two pictures")
    if given.taken and len(given.taken) != len(given.files):
        raise UsageError(f"--taken: give it once for each of the {len(given.files)} pictures")


def _failure(error: InputError) -> "Failure":
    from allsource.model.failure import Failure  # noqa: PLC0415

    return Failure(error.path, error.reason, error.next_step)
