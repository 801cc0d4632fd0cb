"""Does this pair show change at the site: none seen, possible, or change?

"Change": the flagged share inside is at least a fifth above what is usual around. "Possible change": it is
a tenth above, or a patch of twelve pixels is flagged, however much changed around. Else "no change
seen". A picture without a site asks more, half and a fifth in one of its pieces, since many are
looked at. What forbids a reading makes it "possible change", with a warning that begins "cannot
tell". The bounds were set on invented scenes alone.

It fails where new buildings look like the ground they stand on.
"""

import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from allsource.errors import InputError, UsageError
from allsource.evidence.imagery import cva, irmad, radar
from allsource.evidence.imagery.aligned import Mask, Pair, read_pair
from allsource.evidence.imagery.control import Held, against_surroundings, among_pieces
from allsource.evidence.imagery.describe import Described, describe
from allsource.evidence.imagery.flagging import Flagged, flag
from allsource.evidence.imagery.quality import bars, notes
from allsource.evidence.imagery.registration import offset, registered, told
from allsource.evidence.imagery.sites import Outline
from allsource.model.imagery import (
    Detectability,
    Method,
    Registration,
    Screening,
    Sensor,
    SiteChange,
    SiteName,
    Verdict,
)

__all__ = ["Compared", "Request", "compare", "flags", "screen"]

_CHANGE, _POSSIBLE = 0.2, 0.1
_PATCH = 12
_CHANGE_ANYWHERE, _POSSIBLE_ANYWHERE = 0.5, 0.2
_LEAST_PIXELS = 9
_FOUND = 0.8
_LEAST_SIDE = {"optical": 4, "radar": 7}
_FARTHEST = 1.0


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be compared.

    Args:
        before: path of the earlier raster.
        after: path of the later raster.
        site: polygon, None for all that both show.
        days: what the user says of the two days.
        sensor: what the user says of the sensor.
        bands: numbers of bands, from 1; none for all.
        masks: rasters that are not zero where nothing may be compared.
    """

    before: Path
    after: Path
    site: Outline | None = None
    days: tuple[str | None, str | None] = (None, None)
    sensor: Sensor | None = None
    bands: tuple[int, ...] = ()
    masks: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """A pair, laid on each other, with its flagged pixels.

    Args:
        pair: pixels, the later ones laid back.
        flagged: what changed.
        method: how that was measured.
        before: the earlier picture.
        after: the later picture.
        registration: how far the later one lay off.
    """

    pair: Pair
    flagged: Flagged
    method: Method
    before: Described
    after: Described
    registration: Registration


def compare(request: Request) -> Compared:
    """Read a pair, check that the two lie on each other, and flag what changed.

    Raises:
        InputError: a raster cannot be read, or the two lie more than a pixel apart.
        UsageError: the two are one file, or in the wrong order.
    """
    one, two = (
        describe(path, day=day, sensor=request.sensor, bands=len(request.bands))
        for path, day in zip((request.before, request.after), request.days, strict=True)
    )
    _in_order(one, two)
    _one_sort(one, two)
    pair = read_pair(
        request.before, request.after, request.site, bands=request.bands, masks=request.masks
    )
    if pair.clear.sum() < _LEAST_PIXELS:
        raise InputError(
            str(request.after), "no ground is clear in both pictures", "give clearer pictures"
        )
    found = offset(pair.before, pair.after, pair.clear)
    registration = told(found)
    if found[0] is not None and registration.agreed and np.hypot(*found[0]) > _FARTHEST:
        raise InputError(
            str(request.after),
            f"it lies {registration.shift_px:.1f} pixels off {request.before}",
            "register the two first (more than one pixel is refused: edges would read as change)",
        )
    if found[0] is not None and registration.agreed and one.picture.sensor == "optical":
        after = registered(pair.after, found[0])
        pair = Pair(pair.before, after, pair.clear, pair.site, pair.grid, pair.warped)
    flagged, method = flags(pair, one.picture.sensor)
    return Compared(pair, flagged, method, one, two, registration)


def _in_order(one: Described, two: Described) -> None:
    if one.picture.sha256 == two.picture.sha256:
        raise UsageError(
            f"{one.picture.path} and {two.picture.path} are the same file; give two pictures"
        )
    if one.picture.sensor != two.picture.sensor:
        raise UsageError(
            f"{one.picture.path} is {one.picture.sensor}, {two.picture.path} {two.picture.sensor}; "
            "give two of one kind, or say --sensor"
        )
    days = (one.picture.taken, two.picture.taken)
    if days[0] and days[1] and days[0] > days[1]:
        raise UsageError(f"the first picture ({days[0]}) is later than the second; swap them")


def _one_sort(one: Described, two: Described) -> None:
    if one.picture.synthetic != two.picture.synthetic:
        invented = one if one.picture.synthetic else two
        raise InputError(
            invented.picture.path,
            "it is marked as invented evidence, and the other picture is not",
            "never compare invented pictures with real ones",
        )


def flags(pair: Pair, sensor: Sensor) -> tuple[Flagged, Method]:
    """Flag what changed, by the method that fits the sensor."""
    if sensor == "radar":
        ratio = radar.change(pair.before, pair.after, pair.clear)
        return flag(ratio, pair.clear, radar.LEAST), "log-ratio"
    several = pair.before.shape[0] > 1
    measure = irmad.change(pair.before, pair.after, pair.clear) if several else None
    vectors = cva.change(pair.before, pair.after, pair.clear)
    if measure is None:
        return flag(vectors, pair.clear), "CVA"
    both = np.sqrt(_usual(measure, pair.clear) * _usual(vectors, pair.clear))
    return flag(both, pair.clear), "IR-MAD with CVA"


def _usual(measure: NDArray[np.float64], clear: Mask) -> NDArray[np.float64]:
    """A measure in units of its median."""
    units: NDArray[np.float64] = measure / max(float(np.median(measure[clear])), 1e-9)
    return units


def screen(compared: Compared, site: Outline | None) -> SiteChange:
    """Read what a compared pair shows of the site.

    Args:
        compared: as ``compare`` gives it.
        site: its polygon, None for all that both show.
    """
    pair, flagged = compared.pair, compared.flagged.pixels
    if site is None:
        held = among_pieces(flagged, pair.clear)
    else:
        held = against_surroundings(flagged, pair.clear, pair.site)
    barred = bars(pair, held, compared.registration, compared.before, whole=site is None)
    warned = [f"cannot tell: {one}" for one in barred]
    warned += notes(pair, compared.before, compared.after, compared.registration)
    if site is None:
        warned.append("no --site: pieces of the picture were held against each other")
    screening = Screening(
        verdict="possible change" if barred else _verdict(held, whole=site is None),
        conclusive=not barred,
        score=round(held.inside - (held.usual or 0.0), 2),
        inside_share=round(held.inside, 2),
        control_share=None if held.usual is None else round(held.usual, 2),
        controls=held.pieces,
        clear_share=round(float(pair.clear[pair.site].mean()), 2),
        method=compared.method,
        detectability=_detectable(compared, held, whole=site is None),
    )
    place = site.middle if site else pair.grid.middle
    name = SiteName(site.name if site else None, round(place[1], 1), round(place[0], 1))
    return SiteChange(
        compared.before.picture, compared.after.picture, name, screening, compared.registration,
        None, "changed surface", tuple(warned),
    )  # fmt: skip


def _verdict(held: Held, *, whole: bool) -> Verdict:
    excess = held.inside - (held.usual or 0.0)
    if whole:
        if excess >= _CHANGE_ANYWHERE:
            return "change"
        return "possible change" if excess >= _POSSIBLE_ANYWHERE else "no change seen"
    if excess >= _CHANGE:
        return "change"
    seen = excess >= _POSSIBLE or held.patch >= _PATCH
    return "possible change" if seen else "no change seen"


def _detectable(compared: Compared, held: Held, *, whole: bool) -> Detectability:
    """The smallest squares that would have been told."""
    usual = held.usual or 0.0
    if whole:
        counts = [(usual + bound) * held.pixels for bound in (_POSSIBLE_ANYWHERE, _CHANGE_ANYWHERE)]
    else:
        counts = [_PATCH, (usual + _CHANGE) * held.pixels]
    possible, change = (_side(compared, max(one, _PATCH), held.pixels) for one in counts)
    grid = compared.pair.grid
    contrast = float(f"{compared.flagged.contrast:.2g}")
    return Detectability(float(f"{grid.pixel_m:.3g}"), possible, change, contrast)


def _side(compared: Compared, pixels: float, inside: int) -> float | None:
    """Side in metres of a square that flags so many pixels, None where the site is too small."""
    least = _LEAST_SIDE[compared.before.picture.sensor]
    side = max(math.sqrt(pixels / _FOUND), least)
    if side**2 > inside:
        return None
    return float(f"{side * compared.pair.grid.pixel_m:.2g}")
