"""Invented image pairs whose true change is known pixel by pixel.

A scene is a patchwork of fields, water, woods, bare ground and built-up land. The second date has a
season of its own (fields turn, or not, each by itself), another gain and offset in each band, a haze that
slopes over the scene, noise of its own and a shift of a fraction of a pixel. New districts are blobs of
built-up land or cleared ground on former fields. In radar, the same patchwork is backscatter under
multiplicative speckle.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import binary_erosion, gaussian_filter
from scipy.ndimage import shift as shifted
from scipy.spatial import cKDTree

Array = NDArray[np.float64]
WATER, RICE, CROP, WOODS, BARE, BUILT = range(6)
SPECTRA = np.array([
    [0.075, 0.065, 0.050, 0.030, 0.015, 0.010],
    [0.085, 0.085, 0.075, 0.200, 0.130, 0.075],
    [0.090, 0.095, 0.095, 0.260, 0.210, 0.130],
    [0.070, 0.065, 0.050, 0.230, 0.120, 0.060],
    [0.120, 0.130, 0.150, 0.210, 0.270, 0.230],
    [0.125, 0.125, 0.130, 0.165, 0.190, 0.170],
])  # fmt: skip
"""Reflectance in six bands (blue, green, red, near and two short-wave infrared), by cover."""
SEASON = np.array([
    [0.006, 0.008, 0.008, 0.004, 0.002, 0.002],
    [0.010, 0.012, 0.020, -0.050, 0.010, 0.015],
    [0.012, 0.015, 0.022, -0.055, 0.015, 0.022],
    [0.002, 0.003, 0.003, -0.015, 0.005, 0.004],
    [0.005, 0.006, 0.008, 0.010, 0.000, 0.000],
    [0.002, 0.002, 0.003, 0.006, 0.002, 0.002],
])  # fmt: skip
"""What a turn of the season adds where it comes in full."""
BACKSCATTER = np.array([-20.0, -11.0, -10.0, -8.0, -14.0, -3.0])
"""Decibels, by cover."""


@dataclass(frozen=True)
class Scene:
    """Two dates, band first, and where the surface truly changed."""

    before: Array
    after: Array
    changed: NDArray[np.bool_]

    def easy(self) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Changed and unchanged pixels that are not at an edge of change."""
        return binary_erosion(self.changed), binary_erosion(~self.changed, iterations=2)


@dataclass(frozen=True)
class Kind:
    """How a scene is made.

    Args:
        size: of a side, in pixels.
        districts: how many blobs of change.
        radius: least and most radius of a blob, in pixels.
        season: how strongly fields turn (1 is a full turn).
        shift: of the second date, in pixels.
        noise: standard deviation, in reflectance.
        cloud: share of the second date under cloud, near enough.
        finished: how much of a changed pixel is new, on average; real districts are half built, and
            a pixel of 30 m holds what stood there before.
        restless: fields change by themselves with heavy tails (ploughed, flooded, cut), as real ones do.
    """

    size: int = 400
    districts: int = 14
    radius: tuple[float, float] = (6.0, 26.0)
    season: float = 0.6
    shift: tuple[float, float] = (0.2, -0.3)
    noise: float = 0.004
    cloud: float = 0.0
    finished: float = 1.0
    restless: bool = False


def optical(kind: Kind, seed: int) -> Scene:
    """A pair in six bands."""
    rng = np.random.default_rng(seed)
    fields, cover = _patchwork(kind.size, rng)
    changed = _districts(kind, cover, rng)
    own = rng.normal(0, 0.12, (fields.max() + 1, 6))
    grain = np.stack([_grain(kind.size, 0.8, rng) for _ in range(3)])
    texture = 0.03 * grain[[0, 0, 0, 1, 2, 2]] + 0.02 * _grain(kind.size, 3, rng)
    mixed = texture * (1 + 3.0 * np.isin(cover, (BUILT,)))
    first = _spectra(cover) * (1 + np.moveaxis(own[fields], 2, 0)) * (1 + mixed)
    turn = kind.season * np.clip(rng.normal(0.5, 0.6, fields.max() + 1), -0.5, 2)[fields]
    second = first + _of(SEASON, cover) * turn * (1 + mixed)
    second *= 1 + 0.02 * rng.normal(size=(fields.max() + 1))[fields]
    if kind.restless:
        own = 0.06 * rng.standard_t(3, (fields.max() + 1, 6))
        second *= np.clip(1 + np.moveaxis(own[fields], 2, 0), 0.5, 2)
        second *= np.clip(1 + 0.02 * rng.standard_t(3, second.shape), 0.7, 1.5)
    new = _built(kind, rng)
    if kind.finished < 1:
        part = np.clip(kind.finished + 0.25 * _grain(kind.size, 3, rng), 0.1, 1)
        new = part * new + (1 - part) * second
    second = np.where(changed, new, second)
    seen = [_sensed(one, kind, rng, number) for number, one in enumerate((first, second))]
    return Scene(seen[0], seen[1], changed)


def radar(kind: Kind, seed: int, looks: float = 4.4) -> Scene:
    """A pair of one band of intensity, with speckle of so many looks."""
    rng = np.random.default_rng(seed)
    fields, cover = _patchwork(kind.size, rng)
    changed = _districts(kind, cover, rng)
    level = BACKSCATTER[cover] + rng.normal(0, 1.0, fields.max() + 1)[fields]
    level += 1.5 * _grain(kind.size, 1.5, rng)
    later = level + kind.season * rng.normal(0, 1.2, fields.max() + 1)[fields] + 0.4
    later = np.where(changed, level + rng.uniform(4, 8) + 2 * _grain(kind.size, 1.5, rng), later)
    later = shifted(later, kind.shift, order=1, mode="nearest")
    first, second = (
        10 ** (one / 10) * rng.gamma(looks, 1 / looks, one.shape) for one in (level, later)
    )
    return Scene(first[None], second[None], changed)


def _patchwork(size: int, rng: np.random.Generator) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Number of the field and its cover, for each pixel."""
    count = max(size * size // 220, 4)
    seeds = rng.uniform(0, size, (count, 2))
    rows, columns = np.mgrid[:size, :size]
    where = np.stack([rows + 2 * _grain(size, 2, rng), columns + 2 * _grain(size, 2, rng)], axis=-1)
    fields = cKDTree(seeds).query(where.reshape(-1, 2))[1].reshape(size, size)
    land = _grain(size, size / 12, rng)[seeds[:, 0].astype(int), seeds[:, 1].astype(int)]
    drawn = rng.choice(6, count, p=(0.04, 0.40, 0.28, 0.08, 0.06, 0.14))
    drawn[land > 1.3] = BUILT
    drawn[land < -1.7] = WATER
    return fields, drawn[fields]


def _districts(kind: Kind, cover: NDArray[np.int64], rng: np.random.Generator) -> NDArray[np.bool_]:
    """Blobs of change on land that was not built up."""
    rows, columns = np.mgrid[: kind.size, : kind.size]
    changed = np.zeros(cover.shape, bool)
    rough = _grain(kind.size, 3, rng)
    for _ in range(kind.districts):
        middle = rng.uniform(0.06 * kind.size, 0.94 * kind.size, 2)
        radius = np.exp(rng.uniform(*np.log(kind.radius)))
        far = np.hypot(rows - middle[0], (columns - middle[1]) * rng.uniform(0.6, 1.6))
        changed |= far < radius * (1 + 0.2 * rough)
    return changed & ~np.isin(cover, (BUILT, WATER))


def _built(kind: Kind, rng: np.random.Generator) -> Array:
    """What new land looks like: roofs, streets, bare ground and some green, mixed."""
    bare = gaussian_filter(rng.normal(size=(kind.size,) * 2), 4) > 0.02
    base = np.where(bare, SPECTRA[BARE][:, None, None], SPECTRA[BUILT][:, None, None])
    green = np.clip(0.25 + 0.2 * _grain(kind.size, 1.2, rng), 0, 0.7)
    bright = 1 + 0.16 * _grain(kind.size, 0.8, rng) + 0.10 * _grain(kind.size, 4, rng)
    mixed: Array = (1 - green) * base * bright + green * SPECTRA[CROP][:, None, None]
    return mixed


def _sensed(reflectance: Array, kind: Kind, rng: np.random.Generator, date: int) -> Array:
    """The picture that a sensor makes of it on one date."""
    seen = np.stack([gaussian_filter(band, 0.5, mode="nearest") for band in reflectance])
    if date:
        seen = np.stack([shifted(band, kind.shift, order=1, mode="nearest") for band in seen])
    if date and kind.cloud:
        thick = _grain(kind.size, kind.size / 10, rng)
        cloudy = thick > np.quantile(thick, 1 - kind.cloud)
        veil = np.clip(gaussian_filter(cloudy.astype(float), 2), 0, 1)
        seen = seen * (1 - veil) + veil * (0.45 + 0.04 * _grain(kind.size, 3, rng))
    haze = 0.01 * date * _grain(kind.size, kind.size / 3, rng)
    gain, offset = rng.uniform(0.85, 1.15, (6, 1, 1)), rng.uniform(-0.01, 0.02, (6, 1, 1))
    seen = gain * seen + offset + haze * np.linspace(1, 0, 6)[:, None, None]
    seen = seen + rng.normal(0, kind.noise, seen.shape)
    counts: Array = np.clip(np.round(seen * 400), 1, 255)
    return counts


def _grain(size: int, width: float, rng: np.random.Generator) -> Array:
    """Smooth noise of unit spread."""
    noise = gaussian_filter(rng.normal(size=(size, size)), width, mode="wrap")
    grain: Array = (noise - noise.mean()) / noise.std()
    return grain


def _spectra(cover: NDArray[np.int64]) -> Array:
    return _of(SPECTRA, cover)


def _of(table: Array, cover: NDArray[np.int64]) -> Array:
    """Values of a table for each pixel, band first."""
    return np.moveaxis(table[cover], 2, 0)
