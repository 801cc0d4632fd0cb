"""Which points must an analyst label, so that an area can be told from them?

The clear pixels of the site fall into three strata: flagged, near a flag or half as strong, and the rest.
Points are drawn from each by chance, more where labels are likelier to differ (Neyman's rule with
changed shares of 0.8, 0.2 and 0.03 taken beforehand), at least ten where there are so many. The draw follows
from the two files, the site and the number of points alone: it can be repeated and checked, and nobody
can draw again until it pleases. The order of points is mixed and their strata are not shown, so that the
labeller is blind to what the machine found.

It fails where the later labels are of another day than the pictures.
"""

import hashlib
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import binary_dilation

from allsource.errors import UsageError
from allsource.evidence.imagery.screening import Compared
from allsource.evidence.imagery.sites import Outline

__all__ = ["LEAST_POINTS", "MOST_POINTS", "Draw", "Point", "allocated", "draw"]

MOST_POINTS = 1000
LEAST_POINTS = 30
_STRATA = 3
_NEAR = 2
_HALF = 0.5
_GUESSED = (0.03, 0.2, 0.8)
_LEAST_EACH = 10


@dataclass(frozen=True, slots=True)
class Point:
    """A drawn pixel.

    Args:
        number: from 1, in the order of labelling.
        row: in the compared grid.
        column: in the compared grid.
        stratum: 0 (the rest), 1 (near a flag) or 2 (flagged).
    """

    number: int
    row: int
    column: int
    stratum: int


@dataclass(frozen=True, slots=True)
class Draw:
    """A stratified random sample of the site.

    Args:
        id: follows from the files, the site and the number of points.
        points: in the order of labelling.
        sizes: pixels in each stratum.
        pixel_m2: ground area of a pixel.
        left_out: share of the site that is not clear, and of which the sample says nothing.
    """

    id: str
    points: tuple[Point, ...]
    sizes: tuple[int, ...]
    pixel_m2: float
    left_out: float


def draw(compared: Compared, site: Outline | None, many: int) -> Draw:
    """Draw points for labelling.

    Args:
        compared: a pair with its flagged pixels.
        site: its polygon.
        many: how many points, 30 to 1,000.

    Raises:
        UsageError: the number is out of bounds.
    """
    if not LEAST_POINTS <= many <= MOST_POINTS:
        raise UsageError(
            f"a sample has {LEAST_POINTS} to {MOST_POINTS:,} points, not {many:,}; "
            "150 is a usual number"
        )
    layers = _layers(compared)
    sizes = [int((layers == stratum).sum()) for stratum in range(_STRATA)]
    name = _identity(compared, site, many)
    rng = np.random.default_rng(int(name, 16))
    spots = list[tuple[int, int, int]]()
    for stratum, count in enumerate(allocated(sizes, many)):
        rows, columns = np.nonzero(layers == stratum)
        for at in rng.choice(rows.size, count, replace=False) if count else ():
            spots.append((int(rows[at]), int(columns[at]), stratum))
    mixed = rng.permutation(len(spots))
    points = tuple(Point(number, *spots[at]) for number, at in enumerate(mixed, 1))
    pair = compared.pair
    left_out = 1 - float(pair.clear[pair.site].mean())
    return Draw(name, points, tuple(sizes), pair.grid.pixel_m2, left_out)


def _layers(compared: Compared) -> NDArray[np.int8]:
    """The stratum of each pixel, -1 where it has none."""
    pair, flagged = compared.pair, compared.flagged
    near = binary_dilation(flagged.pixels, np.ones((3, 3)), iterations=_NEAR)
    near |= flagged.strength > _HALF
    layers = np.where(flagged.pixels, 2, np.where(near, 1, 0)).astype(np.int8)
    layers[~(pair.site & pair.clear)] = -1
    return layers


def allocated(sizes: Sequence[int], many: int) -> list[int]:
    """How many points each stratum gets; all of a stratum where it has fewer.

    Example:
        >>> allocated([9000, 600, 400], 150), allocated([20, 4, 0], 150)
        ([120, 18, 12], [20, 4, 0])
    """
    spreads = [math.sqrt(share * (1 - share)) for share in _GUESSED]
    wanted = [size * spread for size, spread in zip(sizes, spreads, strict=True)]
    least = [min(size, _LEAST_EACH) for size in sizes]
    given = list(least)
    while sum(given) < min(many, sum(sizes)):
        lacks = [
            (want / (have + 1) if have < size else -1.0)
            for want, have, size in zip(wanted, given, sizes, strict=True)
        ]
        given[lacks.index(max(lacks))] += 1
    return given


def _identity(compared: Compared, site: Outline | None, many: int) -> str:
    """Sixteen hexadecimal digits that stand for all that the draw follows from."""
    grid = compared.pair.grid
    parts = [
        compared.before.picture.sha256,
        compared.after.picture.sha256,
        site.polygons if site else None,
        [
            grid.column,
            grid.row,
            grid.width,
            grid.height,
            grid.factor,
            compared.pair.before.shape[0],
        ],
        int((compared.pair.clear & compared.pair.site).sum()),
        many,
    ]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]
