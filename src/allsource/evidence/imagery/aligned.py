"""What do two rasters show of one stretch of ground, on one grid and in bounded memory?

The coarser raster gives the grid; the other is warped onto it where grids differ. What is read is the
site with its surroundings, or where there is no site all that both show. A stretch that is too large
for memory is read coarser, averaged over blocks of whole pixels, never cut.

It fails where the two rasters hold the same bands in another order: nothing in a file must tell it.
"""

import math
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from allsource.errors import InputError
from allsource.evidence.imagery.ground import degrees, pixel_area
from allsource.evidence.imagery.opening import MOST_BANDS, opened, reading
from allsource.evidence.imagery.sites import Outline

__all__ = ["Bands", "Grid", "Mask", "Pair", "read_pair"]

Bands = NDArray[np.float32]
Mask = NDArray[np.bool_]

_MOST_VALUES = 24_000_000
_MOST_PIXELS = 4_000_000
_LEAST_SIDE = 24
_MARGIN_SITES = 3
_LEAST_MARGIN = 150
_MOST_MASKS = 2
_GLANCE = 64


@dataclass(frozen=True, slots=True)
class Grid:
    """A window of the common grid, read ``factor`` pixels as one.

    Args:
        column: first column in the grid.
        row: first row in the grid.
        width: columns, after averaging.
        height: rows, after averaging.
        factor: pixels of the grid in a side of what was read.
        pixel_m2: ground area of one pixel as read, in square metres.
        middle: longitude and latitude; never printed finer than a tenth of a degree.
    """

    column: int
    row: int
    width: int
    height: int
    factor: int
    pixel_m2: float
    middle: tuple[float, float]

    @property
    def pixel_m(self) -> float:
        """Side of a pixel as read, in metres."""
        return math.sqrt(self.pixel_m2)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two pictures on one grid.

    Args:
        before: band first.
        after: band first, on the same grid.
        clear: both show the ground there.
        site: inside the site; everywhere where no site was given.
        grid: where this lies.
        warped: the two had grids of their own.
    """

    before: Bands
    after: Bands
    clear: Mask
    site: Mask
    grid: Grid
    warped: bool


def read_pair(
    before: Path,
    after: Path,
    site: Outline | None,
    *,
    bands: Sequence[int] = (),
    masks: Sequence[Path] = (),
) -> Pair:
    """Read what two rasters show of a site and its surroundings.

    Args:
        before: path of the earlier raster.
        after: path of the later raster.
        site: its polygon; None reads all that both show.
        bands: numbers of the bands to compare, from 1; none compares all.
        masks: rasters whose pixels other than zero must not be compared (clouds, shadow).

    Raises:
        InputError: one cannot be read, or the two cannot be compared.
    """
    with ExitStack() as stack:
        one, other = (stack.enter_context(opened(path)) for path in (before, after))
        chosen = _bands(before, after, one, other, bands)
        first, second, warped = stack.enter_context(_on_one_grid(before, after, one, other))
        window, factor = _window(after, first, site, len(chosen))
        shape = (window[3] // factor, window[2] // factor)
        seen = [
            _read(path, source, chosen, window, shape)
            for path, source in ((before, first), (after, second))
        ]
        clear = seen[0][1] & seen[1][1]
        for path in masks[:_MOST_MASKS]:
            clear &= ~_masked(path, first, window, shape)
        grid = _grid(first, window, shape, factor)
        inside = _inside(before, first, site, grid)
    return Pair(seen[0][0], seen[1][0], clear, inside, grid, warped)


def _bands(before: Path, after: Path, one: Any, other: Any, asked: Sequence[int]) -> list[int]:
    """The bands to compare."""
    least = min(one.count, other.count)
    wrong = [number for number in asked if not 1 <= number <= least]
    if wrong:
        raise InputError(
            str(before), f"there is no band {wrong[0]} in both pictures", f"name bands 1 to {least}"
        )
    if asked:
        return list(dict.fromkeys(asked))[:MOST_BANDS]
    if one.count != other.count:
        raise InputError(
            str(after),
            f"it has {other.count} bands and the other picture {one.count}",
            "name those to compare with --band",
        )
    if one.count > MOST_BANDS:
        raise InputError(
            str(before),
            f"it has {one.count:,} bands; at most {MOST_BANDS} are compared",
            "name those to compare with --band",
        )
    return [number for number in range(1, one.count + 1) if not _alpha(before, one, number)]


def _alpha(path: Path, source: Any, number: int) -> bool:
    """Whether a band is a mask: called alpha, and of two values (four bands of a sensor are not)."""
    if source.colorinterp[number - 1].name != "alpha":
        return False
    with reading(path):
        shape = (min(source.height, _GLANCE), min(source.width, _GLANCE))
        glance = source.read(number, out_shape=shape)
    return bool(np.isin(glance, (0, np.iinfo(np.uint8).max)).all())


@contextmanager
def _on_one_grid(
    before: Path, after: Path, one: Any, other: Any
) -> Iterator[tuple[Any, Any, bool]]:
    """Both pictures on the grid of the coarser one, in the order given."""
    import rasterio.vrt  # noqa: PLC0415 - an extra

    same = one.crs == other.crs and one.shape == other.shape
    if same and one.transform.almost_equals(other.transform, 1e-6 * abs(one.transform.a)):
        yield one, other, False
        return
    coarser, finer, path = (one, other, after) if _coarser(one, other) else (other, one, before)
    with (
        reading(path),
        rasterio.vrt.WarpedVRT(
            finer,
            crs=coarser.crs,
            transform=coarser.transform,
            width=coarser.width,
            height=coarser.height,
            resampling=rasterio.enums.Resampling.bilinear,
            warp_mem_limit=64,
            add_alpha=False,
            nodata=finer.nodata if finer.nodata is not None else 0,
        ) as warped,
    ):
        yield (coarser, warped, True) if coarser is one else (warped, coarser, True)


def _coarser(one: Any, other: Any) -> bool:
    """Whether the first has the larger pixels (or equal ones), on the ground."""
    sides = [pixel_area(each.crs, each.transform, each.width / 2, each.height / 2)
             for each in (one, other)]  # fmt: skip
    return sides[0] >= 0.98 * sides[1]


def _window(
    after: Path, one: Any, site: Outline | None, bands: int
) -> tuple[tuple[int, int, int, int], int]:
    """Column, row, width and height to read, and how many pixels are read as one."""
    if site is None:
        left, top, right, bottom = 0, 0, one.width, one.height
    else:
        left, top, right, bottom = _box(after, one, site)
        margin = max(_MARGIN_SITES * max(right - left, bottom - top), _LEAST_MARGIN)
        left, top = max(left - margin, 0), max(top - margin, 0)
        right, bottom = min(right + margin, one.width), min(bottom + margin, one.height)
    pixels = (right - left) * (bottom - top)
    most = min(_MOST_PIXELS, _MOST_VALUES // bands)
    factor = max(math.ceil(math.sqrt(pixels / most)), 1)
    width, height = (right - left) // factor * factor, (bottom - top) // factor * factor
    if min(width, height) < _LEAST_SIDE * factor:
        raise InputError(
            str(after),
            f"the part to compare is {width // factor} x {height // factor} pixels",
            f"give pictures with at least {_LEAST_SIDE} pixels a side around the site",
        )
    return (left, top, width, height), factor


def _box(after: Path, one: Any, site: Outline) -> tuple[int, int, int, int]:
    """First and last column and row of the site."""
    from rasterio.warp import transform_geom  # noqa: PLC0415 - an extra

    with reading(after):
        placed = transform_geom("OGC:CRS84", one.crs, site.geometry)
    back = ~one.transform
    spots = [
        (back.a * x + back.b * y + back.c, back.d * x + back.e * y + back.f)
        for polygon in placed["coordinates"]
        for x, y in (corner[:2] for corner in polygon[0])
    ]
    columns, rows = zip(*spots, strict=True)
    if not all(map(math.isfinite, (*columns, *rows))) or (
        min(columns) < -0.5 or min(rows) < -0.5
        or max(columns) > one.width + 0.5 or max(rows) > one.height + 0.5
    ):  # fmt: skip
        raise InputError(
            str(after), "the site does not lie wholly inside the pictures", "give pictures of it"
        )
    left, top = max(math.floor(min(columns)), 0), max(math.floor(min(rows)), 0)
    return left, top, math.ceil(max(columns)), math.ceil(max(rows))


def _read(
    path: Path,
    source: Any,
    bands: Sequence[int],
    window: tuple[int, int, int, int],
    shape: tuple[int, int],
) -> tuple[Bands, Mask]:
    """Pixels of a window, and where they show something."""
    from rasterio.enums import Resampling  # noqa: PLC0415 - an extra
    from rasterio.windows import Window  # noqa: PLC0415 - an extra

    size = (len(bands), *shape)
    with reading(path):
        found = source.read(
            list(bands),
            window=Window(*window),
            out_shape=size,
            out_dtype="float32",
            masked=True,
            resampling=Resampling.average,
        )
    clear = ~np.ma.getmaskarray(found).any(axis=0)
    pixels = np.ma.getdata(found)
    clear &= np.isfinite(pixels).all(axis=0) & (np.abs(pixels) < 1e12).all(axis=0)
    if source.nodata is None or source.nodata == 0:
        clear &= (pixels != 0).any(axis=0)
    return np.where(clear, pixels, np.float32(0)).astype(np.float32), np.asarray(clear, bool)


def _masked(
    path: Path, onto: Any, window: tuple[int, int, int, int], shape: tuple[int, int]
) -> Mask:
    """Where a mask raster, laid onto the grid, is not zero."""
    import rasterio.vrt  # noqa: PLC0415 - an extra
    from rasterio.windows import Window  # noqa: PLC0415 - an extra

    grid = {"crs": onto.crs, "transform": onto.transform}
    size = {"width": onto.width, "height": onto.height, "warp_mem_limit": 64}
    with opened(path) as mask, reading(path), rasterio.vrt.WarpedVRT(mask, **grid, **size) as laid:
        found = laid.read(
            1,
            window=Window(*window),
            out_shape=shape,
            resampling=rasterio.enums.Resampling.average,
            out_dtype="float32",
        )
    return np.asarray(found != 0)


def _grid(
    source: Any, window: tuple[int, int, int, int], shape: tuple[int, int], factor: int
) -> Grid:
    column, row, width, height = window
    middle = (column + width / 2, row + height / 2)
    place = degrees(source.crs, source.transform, *middle)
    one = pixel_area(source.crs, source.transform, *middle)
    return Grid(column, row, shape[1], shape[0], factor, one * factor**2, place)


def _inside(path: Path, source: Any, site: Outline | None, grid: Grid) -> Mask:
    """Which pixels have their middle inside the site."""
    from rasterio.features import geometry_mask  # noqa: PLC0415 - an extra
    from rasterio.warp import transform_geom  # noqa: PLC0415 - an extra

    shape = (grid.height, grid.width)
    if site is None:
        return np.ones(shape, bool)
    with reading(path):
        placed = transform_geom("OGC:CRS84", source.crs, site.geometry)
        there = _transform(source.transform, grid)
        inside = geometry_mask([placed], shape, there, invert=True)
    if inside.sum() < 1:
        raise InputError(
            str(path), "the site is smaller than a pixel of these pictures", "use finer pictures"
        )
    return np.asarray(inside)


def _transform(of: Any, grid: Grid) -> Any:
    """The transform of the window as it was read."""
    from rasterio.transform import Affine  # noqa: PLC0415 - an extra

    across = of.a * grid.column + of.b * grid.row + of.c
    up = of.d * grid.column + of.e * grid.row + of.f
    size = grid.factor
    return Affine(of.a * size, of.b * size, across, of.d * size, of.e * size, up)
