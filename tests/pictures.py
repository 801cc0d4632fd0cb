"""Small invented pairs of pictures, and sites on them."""

import json
from pathlib import Path

import numpy as np
import rasterio
from rasterio.transform import Affine
from rasterio.warp import transform
from scipy.ndimage import gaussian_filter, zoom

SIZE = 140
WEST, NORTH, PIXEL = 500_000, 5_700_000, 30


def ground(seed=0, size=SIZE, bands=4):
    """Fields with texture, band first, in counts of a sensor."""
    rng = np.random.default_rng(seed)
    fields = zoom(rng.uniform(0, 1, (bands, 12, 12)), (1, size / 12, size / 12), order=0)[
        :, :size, :size
    ]
    grain = np.stack([gaussian_filter(rng.normal(size=(size, size)), 1.0) for _ in range(bands)])
    return 60 + 60 * fields + 30 * grain


def seen(land, seed, *, gain=1.0, offset=0.0, noise=1.5):
    """The land as a sensor gives it on one day."""
    rng = np.random.default_rng(seed)
    return np.clip(gain * land + offset + rng.normal(0, noise, land.shape), 1, 255)


def pair(*blocks, seed=0, size=SIZE, bands=4):
    """Two dates; each block (row, column, side) is built on between them."""
    land = ground(seed, size, bands)
    later = land.copy()
    rng = np.random.default_rng(seed + 1)
    for row, column, side in blocks:
        part = (slice(row, row + side), slice(column, column + side))
        new = np.linspace(170, 60, bands)[:, None, None] + rng.normal(0, 12, (bands, side, side))
        later[:, *part] = new
    return seen(land, seed + 2), seen(later, seed + 3, gain=1.08, offset=4)


def write(path: Path, bands, *, tags=None, pixel=PIXEL, crs="EPSG:32631", dtype="uint8", **more):
    """Write a GeoTIFF."""
    options = {"driver": "GTiff", "width": bands.shape[2], "height": bands.shape[1], **more}
    place = Affine(pixel, 0, WEST, 0, -pixel, NORTH)
    with rasterio.open(
        path, "w", count=len(bands), dtype=dtype, crs=crs, transform=place, **options
    ) as file:
        file.write(bands.astype(dtype))
        file.update_tags(**(tags or {}))
    return path


def write_pair(folder: Path, *blocks, **more):
    """Write a dated pair and give both paths."""
    before, after = pair(*blocks)
    return (
        write(folder / "before.tif", before, tags={"ACQUISITION_DATE": "2031-05-04"}, **more),
        write(folder / "after.tif", after, tags={"ACQUISITION_DATE": "2033-05-10"}, **more),
    )


def corners(row, column, side, pixel=PIXEL):
    """Longitudes and latitudes of a square of pixels, closed."""
    across = [WEST + pixel * (column + step) for step in (0, side, side, 0, 0)]
    up = [NORTH - pixel * (row + step) for step in (0, 0, side, side, 0)]
    return [
        list(spot) for spot in zip(*transform("EPSG:32631", "EPSG:4326", across, up), strict=True)
    ]


def write_site(path: Path, row, column, side, name="Quay works", pixel=PIXEL):
    """Write a square site as GeoJSON."""
    geometry = {"type": "Polygon", "coordinates": [corners(row, column, side, pixel)]}
    one = {"type": "Feature", "properties": {"name": name}, "geometry": geometry}
    path.write_text(json.dumps(one), encoding="utf-8")
    return path
