"""How much is flagged inside the site, and how much is usual in its surroundings?

Pieces of the site's own shape are laid over the surroundings, a quarter of the site's width away from
it; the median of their flagged shares is the control, so that up to half of the surroundings may have
been built on too. What a season, haze or a coarse sensor flags everywhere is in the control as well, and
cancels. A picture without a site is its own control, piece by piece.

It fails where most of the surroundings are of another cover than the site.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt, label
from scipy.signal import fftconvolve

from allsource.evidence.imagery.aligned import Mask

__all__ = ["PIECE", "Held", "against_surroundings", "among_pieces"]

PIECE = 20
"""Side of the pieces that a picture without a site is cut into, in pixels."""

_CLEAR = 0.8
_GAP = 0.25
_LEAST_PIECE = 8


@dataclass(frozen=True, slots=True)
class Held:
    """A flagged share, held against the surroundings.

    Args:
        inside: share of the clear pixels inside that is flagged.
        pixels: clear pixels inside.
        usual: median share of the pieces; None where there is none.
        pieces: how many.
        patch: pixels of the largest flagged patch inside.
    """

    inside: float
    pixels: int
    usual: float | None
    pieces: int
    patch: int


def against_surroundings(flagged: Mask, clear: Mask, site: Mask) -> Held:
    """Hold the site against pieces of its surroundings."""
    inside = site & clear
    pixels = int(inside.sum())
    share = float(flagged[inside].mean()) if pixels else 0.0
    parts, _ = label(flagged & inside, np.ones((3, 3)))
    patch = int(np.bincount(parts.ravel())[1:].max(initial=0))
    rows, columns = np.nonzero(site)
    shape = site[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    gap = max(round(_GAP * math.sqrt(site.sum())), 2)
    away = clear & (distance_transform_edt(~site) > gap)
    for piece in _pieces(shape):
        found = _shares(flagged, away, piece)
        if found.size:
            return Held(share, pixels, float(np.median(found)), found.size, patch)
    return Held(share, pixels, None, 0, patch)


def among_pieces(flagged: Mask, clear: Mask) -> Held:
    """Hold the most flagged piece of a picture against all its pieces."""
    found = _shares(flagged, clear, np.ones((PIECE, PIECE), bool), step=PIECE)
    if not found.size:
        return Held(0.0, 0, None, 0, 0)
    top = float(found.max())
    return Held(top, PIECE**2, float(np.median(found)), found.size, round(top * PIECE**2))


def _pieces(shape: Mask) -> list[Mask]:
    """The site's shape, then squares of a half and a quarter of its width where it does not fit."""
    sides = [max(min(shape.shape) // part, _LEAST_PIECE) for part in (2, 4)]
    return [shape, *(np.ones((side, side), bool) for side in sides)]


def _shares(flagged: Mask, there: Mask, piece: Mask, step: int = 0) -> NDArray[np.float64]:
    """Flagged shares of pieces laid over what is there, where most of a piece is."""
    if any(small > large for small, large in zip(piece.shape, there.shape, strict=True)):
        return np.zeros(0)
    stride = step or max(min(piece.shape) // 2, 1)
    turned = piece[::-1, ::-1].astype(np.float32)
    counts = [
        np.round(fftconvolve(one.astype(np.float32), turned, "valid")[::stride, ::stride])
        for one in (there, flagged & there)
    ]
    enough = counts[0] >= _CLEAR * piece.sum()
    shares: NDArray[np.float64] = counts[1][enough] / counts[0][enough]
    return shares.astype(np.float64)
