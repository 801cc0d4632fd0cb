"""How far does one picture lie off the other?

Tiles of both are correlated in phase (Kuglin and Hines 1975), on the strength of their edges, so that
a change of season weighs little; the peak is found to a twentieth of a pixel by an upsampled
transform (Guizar-Sicairos et al. 2008). The median over tiles counts, and how well they agree.

It fails over water, and where most edges of a tile are new.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter, shift

from allsource.evidence.imagery.aligned import Bands, Mask
from allsource.model.imagery import Registration

__all__ = ["Offset", "offset", "registered", "told"]

Offset = tuple[float, float]
"""Rows and columns by which the later picture lies off."""

_TILES = 4
_LARGEST_TILE = 256
_SMALLEST_TILE = 24
_CLEAR = 0.7
_FINE = 20
_SHARP = 5.0
_AGREE = 0.5
_FEW = 2
_MOVED = 0.1


def offset(before: Bands, after: Bands, clear: Mask) -> tuple[Offset | None, int, bool]:
    """Measure the displacement of the later picture.

    Args:
        before: band first.
        after: band first, same shape.
        clear: where both show something.

    Returns:
        Rows and columns (None where no tile could tell), how many tiles told, whether they agree.
    """
    first, second = _edges(before), _edges(after)
    found = [
        one
        for part in _tiles(clear)
        if (one := _tile_offset(first[part] * clear[part], second[part] * clear[part]))
    ]
    if not found:
        return None, 0, False
    middle = np.median(np.array(found), axis=0)
    off = np.hypot(*(np.array(found) - middle).T)
    agreed = len(found) >= _FEW and float(np.median(off)) <= _AGREE
    return (float(middle[0]), float(middle[1])), len(found), agreed


def told(found: tuple[Offset | None, int, bool]) -> Registration:
    """Put a measured displacement into words of the model."""
    place, tiles, agreed = found
    return Registration(None if place is None else round(float(np.hypot(*place)), 2), tiles, agreed)


def registered(after: Bands, place: Offset) -> Bands:
    """Lay the later picture back by a fraction of a pixel."""
    if np.hypot(*place) < _MOVED:
        return after
    moved: Bands = np.stack(
        [shift(band, (-place[0], -place[1]), order=3, mode="nearest") for band in after]
    ).astype(np.float32)
    return moved


def _edges(bands: Bands) -> NDArray[np.float64]:
    """How strong the edges are, over all bands alike."""
    total = np.zeros(bands.shape[1:])
    for band in bands:
        smooth = gaussian_filter(band.astype(float), 0.7)
        down, across = np.gradient(smooth)
        strength = np.hypot(down, across)
        total += strength / (strength.mean() or 1.0)
    return np.minimum(total, np.quantile(total, 0.99))


def _tiles(clear: Mask) -> list[tuple[slice, slice]]:
    """Up to 16 places for tiles, evenly over the picture, where most is clear."""
    height, width = clear.shape
    side = min(_LARGEST_TILE, max(min(height, width) // 2, _SMALLEST_TILE))
    places = {
        (int(row), int(column))
        for row in np.linspace(0, max(height - side, 0), _TILES)
        for column in np.linspace(0, max(width - side, 0), _TILES)
    }
    parts = [
        (slice(row, row + side), slice(column, column + side)) for row, column in sorted(places)
    ]
    return [part for part in parts if clear[part].mean() >= _CLEAR]


def _tile_offset(first: NDArray[np.float64], second: NDArray[np.float64]) -> Offset | None:
    """Displacement of one tile, or None where no peak stands out."""
    if min(first.std(), second.std()) == 0:
        return None
    taper = np.outer(np.hanning(first.shape[0]), np.hanning(first.shape[1]))
    one, two = ((tile - tile.mean()) * taper for tile in (first, second))
    cross = np.fft.fft2(two) * np.conj(np.fft.fft2(one))
    cross /= np.abs(cross) ** 0.7 + 1e-12 * np.abs(cross).max()
    surface = np.fft.ifft2(cross).real
    row, column = np.unravel_index(int(surface.argmax()), surface.shape)
    if surface[row, column] < _SHARP * surface.std():
        return None
    sizes = surface.shape
    coarse = [
        place - size if place > size // 2 else place
        for place, size in zip((int(row), int(column)), sizes, strict=True)
    ]
    return _refined(cross, coarse)


def _refined(cross: NDArray[np.complex128], coarse: list[int]) -> Offset:
    """The peak near a whole-pixel place, to a twentieth."""
    near = np.arange(-1.0, 1.0 + 1 / _FINE, 1 / _FINE)
    rows, columns = (np.fft.fftfreq(size) for size in cross.shape)
    down = np.exp(2j * np.pi * np.outer(coarse[0] + near, rows))
    across = np.exp(2j * np.pi * np.outer(columns, coarse[1] + near))
    fine = (down @ cross @ across).real
    row, column = np.unravel_index(int(fine.argmax()), fine.shape)
    return coarse[0] + float(near[row]), coarse[1] + float(near[column])
