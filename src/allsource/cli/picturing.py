"""How is a pair of pictures asked about, and how is what it shows printed?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import typer

from allsource.assessment.printing import number, words
from allsource.cli.console import emit, note
from allsource.errors import InputError, UsageError
from allsource.evidence.imagery.footprint_area import footprint_change
from allsource.evidence.imagery.footprint_file import footprints, surenesses
from allsource.evidence.imagery.sample_file import count_of, counted, read_labels, written
from allsource.evidence.imagery.sampled_area import sampled_area
from allsource.evidence.imagery.screening import Compared, Request, compare, screen
from allsource.evidence.imagery.sites import Outline, invented
from allsource.evidence.imagery.sites import site as read_site
from allsource.evidence.imagery.strata import Draw, draw
from allsource.evidence.imagery.views import around, views
from allsource.model.imagery import Area, Detectability, Sensor, SiteChange
from allsource.model.records import record
from allsource.report.labelling import LabelPage, PointViews, label_page

__all__ = ["Pictures", "tell"]

_PAIR = 2


@dataclass(frozen=True, slots=True)
class Pictures:
    """What was asked on the command line; the fields are its options."""

    files: tuple[Path, ...]
    site: Path | None
    taken: tuple[str, ...]
    sensor: Sensor | None
    bands: tuple[int, ...]
    masks: tuple[Path, ...]
    show: tuple[int, ...]
    draw_sample: int | None
    labels: Path | None
    footprints: Path | None
    out: Path

    def requests(self) -> Iterator[tuple[Request, bool]]:
        """Give each pair to compare, and whether it is the first and last of a stack."""
        days = self.taken or (None,) * len(self.files)
        steps = [(at, at + 1) for at in range(len(self.files) - 1)]
        for one, other in [*steps, *([(0, len(self.files) - 1)] if len(steps) > 1 else [])]:
            yield Request(
                self.files[one], self.files[other], None, (days[one], days[other]), self.sensor,
                self.bands, self.masks,
            ), other - one > 1  # fmt: skip


def tell(request: Request, given: Pictures, *, whole: bool, json: bool) -> None:
    """Compare one pair and print what it shows.

    Raises:
        InputError: a file cannot be used.
        UsageError: what is asked does not fit the pair.
    """
    site = read_site(given.site) if given.site else None
    compared = compare(replace(request, site=site))
    _check_outlines(given, synthetic=compared.before.picture.synthetic)
    shown = screen(compared, site)
    sample = None
    if given.draw_sample is not None:
        sample = _write_sample(draw(compared, site, given.draw_sample), compared, shown, given)
    elif given.labels is not None:
        shown = _labelled(shown, compared, site, given.labels)
    elif given.footprints is not None:
        shown = _outlined(shown, given.footprints)
    if json:
        emit({**_object(shown), "stack": whole, "sample": sample})
    else:
        _print(shown, whole=whole)


def _check_outlines(given: Pictures, *, synthetic: bool) -> None:
    """Refuse invented outlines for real pictures."""
    for path in (given.site, given.footprints):
        if path is not None and not synthetic and invented(path):
            reason = "it is marked as invented evidence, and the pictures are real"
            raise InputError(str(path), reason, "give real outlines")


def _labelled(
    shown: SiteChange, compared: Compared, site: Outline | None, path: Path
) -> SiteChange:
    drawn = draw(compared, site, count_of(path))
    labels, labeller = read_labels(path, drawn)
    strata = counted(drawn, labels)
    area = sampled_area(strata, drawn.pixel_m2, labeller=labeller)
    warned = list(shown.warnings)
    if area is None:
        warned.append("no point has a label, so there is no area")
    unclear = sum(one.unclear for one in strata)
    if unclear:
        warned.append(
            f"{unclear} points could not be told; the interval holds both readings of them"
        )
    if drawn.left_out > 0:
        warned.append(
            f"{100 * drawn.left_out:.0f}% of the site is not clear in both pictures; the area is of the rest"
        )
    return replace(shown, area=area, warnings=tuple(warned))


def _outlined(shown: SiteChange, path: Path) -> SiteChange:
    found = footprints(path, shown.before, shown.after)
    sureness = surenesses(path, shown.before, shown.after)
    area = footprint_change(found, sureness)
    sides = {one.side for one in found}
    warned = list(shown.warnings)
    for side in ("before", "after"):
        if side not in sides:
            warned.append(f"no outline is of the picture {side}: none was taken to stand there")
        elif sureness[side].assumed:
            warned.append(f"assumed for the picture {side}: {', '.join(sureness[side].assumed)}")
    if any(one.height_m is None for one in found):
        warned.append("outlines without height_m were taken to be as high as the others, or 8 m")
    return replace(shown, area=area, warnings=tuple(warned))


def _write_sample(
    drawn: Draw, compared: Compared, shown: SiteChange, given: Pictures
) -> dict[str, object]:
    """Write the CSV and the page beside it; say where."""
    page_path = given.out.with_suffix(".html")
    for path in (given.out, page_path):
        if path.exists():
            raise UsageError(f"{path} is there already, perhaps with labels; name another with -o")
    if given.out == page_path:
        raise UsageError(f"-o {given.out}: name a .csv file; the page is written beside it")
    seen = views(compared, given.show)
    points = tuple(
        PointViews(
            one.number, one.row, one.column, around(seen.before, one), around(seen.after, one)
        )
        for one in drawn.points
    )
    page = LabelPage(
        drawn.id, shown.site.name, shown.before.taken, shown.after.taken,
        compared.pair.grid.pixel_m, given.out.name, points, shown.before.synthetic,
    )  # fmt: skip
    try:
        given.out.write_text(written(drawn), encoding="utf-8")
        page_path.write_text(label_page(page), encoding="utf-8")
    except OSError as error:
        raise UsageError(
            f"-o {given.out}: {error.strerror}; name a file that can be written"
        ) from error
    note(words(f"label the points on {page_path}, save the CSV, then give it to --labels"))
    return {"csv": str(given.out), "page": str(page_path), "points": len(drawn.points)}


def _object(shown: SiteChange) -> dict[str, Any]:
    """What is printed as JSON: the fields of the contract first."""
    screening = record(shown.screening)
    return {
        "screening": screening.pop("verdict"),
        "score": screening.pop("score"),
        "area_m2": _area(shown.area),
        "warnings": [words(one) for one in shown.warnings],
        **screening,
        "construct": shown.construct,
        "synthetic": shown.before.synthetic,
        "site": record(shown.site),
        "period": [shown.before.taken, shown.after.taken],
        "registration": record(shown.registration),
        "before": record(shown.before),
        "after": record(shown.after),
    }


def _area(area: Area | None) -> dict[str, Any] | None:
    if area is None:
        return None
    ends = {name: _rounded(getattr(area, name), area) for name in ("low", "median", "high")}
    basis = record(area.basis)
    if "terms" in basis:
        basis["terms"] = dict(basis["terms"])
    return {
        **ends, "interval": area.interval, "from": area.origin, "construct": area.construct,
        "basis": basis,
    }  # fmt: skip


def _rounded(value: float, area: Area) -> float:
    """No more digits than the width of the interval bears: a hundredth of it is the last one."""
    width = area.high - area.low
    if width <= 0:
        return round(value, 1)
    digits = 2 - len(str(int(width))) if width >= 1 else 1
    return round(value, digits)


def _print(shown: SiteChange, *, whole: bool) -> None:
    days = " to ".join(day or "undated" for day in (shown.before.taken, shown.after.taken))
    name = shown.site.name or "the whole picture"
    if shown.before.synthetic:
        typer.echo("INVENTED EVIDENCE")
    stack = "first against last: " if whole else ""
    told = shown.screening
    typer.echo(words(f"{stack}{name}, {days}: {told.verdict}"))
    usual = "none" if told.control_share is None else f"{told.control_share:.2f}"
    typer.echo(f"  flagged inside {told.inside_share:.2f}, around {usual} ({told.method})")
    _print_sizes(told.detectability)
    if shown.area:
        ends = [number(_rounded(end, shown.area)) for end in (shown.area.low, shown.area.high)]
        share = f"{100 * shown.area.interval:g} %"
        typer.echo(
            f"  {shown.area.construct}: {ends[0]} to {ends[1]} m² ({share}), from {shown.area.origin}"
        )
    for warning in shown.warnings:
        typer.echo(words(f"  note: {warning}"))


def _print_sizes(told: Detectability) -> None:
    """Say how large a change must be for each verdict."""
    for verdict, side in (
        ("possible change", told.possible_side_m),
        ("change", told.change_side_m),
    ):
        seen = "none inside could" if side is None else f"a compact one of {side:g} m a side would"
        typer.echo(f'  smallest change that reads as "{verdict}": {seen}')
