"""How many square metres of outlined footprint are there more (or fewer) on the later picture?

The area of the later outlines less that of the earlier ones. Each corner is off by itself: the variance
of an area is a quarter of the corner's variance times the sum of squared distances between the
neighbours of each corner. Other errors are shared by all outlines of a picture and enter once, as one
sum: its scale; roofs that lean, of which a part of the wall may be outlined too; edges lost or won in
shadow. The interval is that of a normal sum of these.

It fails where an outline was drawn on the wrong thing: no error of drawing tells that.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import NormalDist, median

from allsource.evidence.imagery.footprint_file import Footprint, Side, Spot, Sureness
from allsource.model.imagery import Area, FootprintBasis

__all__ = ["Terms", "area_m2", "footprint_change", "terms"]

_CONSTRUCT = "outlined footprint"
_USUAL_HEIGHT = 8.0
_DIRECTIONS = 36
_SIDES: tuple[tuple[Side, int], ...] = (("before", -1), ("after", 1))


@dataclass(frozen=True, slots=True)
class Terms:
    """Sums over the outlines of one picture.

    Args:
        area: square metres.
        corners: variance of the area for corners that are off by a metre, each by itself.
        perimeter: metres; times an outward shift of all edges it is the area won.
        wall: square metres that walls would add if they leaned a metre per metre of height, root
            mean square over the directions in which they may lean (all the same way).
    """

    area: float
    corners: float
    perimeter: float
    wall: float


def footprint_change(
    found: Sequence[Footprint], sureness: Mapping[Side, Sureness], *, interval: float = 0.95
) -> Area:
    """Estimate the change in outlined area.

    Args:
        found: outlines on both pictures, or on one.
        sureness: of each picture.
        interval: probability of the interval.
    """
    heights = [one.height_m for one in found if one.height_m is not None]
    usual = median(heights) if heights else _USUAL_HEIGHT
    change, variances = 0.0, dict.fromkeys(("corners", "scale", "roof lean", "shadow edges"), 0.0)
    for side, sign in _SIDES:
        sums = terms([one for one in found if one.side == side], usual)
        sure = sureness[side]
        change += sign * sums.area
        variances["corners"] += sums.corners * sure.vertex_sd_m**2
        variances["scale"] += (2 * sums.area * sure.scale_sd) ** 2
        variances["roof lean"] += (sums.wall * sure.lean) ** 2
        variances["shadow edges"] += (sums.perimeter * sure.edge_sd_m) ** 2
    total = sum(variances.values())
    reach = NormalDist().inv_cdf((1 + interval) / 2) * math.sqrt(total)
    shares = tuple(
        (name, round(part / total, 2) if total else 0.0) for name, part in variances.items()
    )
    counts = [sum(one.side == side for one in found) for side, _ in _SIDES]
    low = change - reach if counts[0] else max(change - reach, 0.0)
    basis = FootprintBasis(counts[0], counts[1], shares)
    return Area(low, change, change + reach, interval, _CONSTRUCT, basis)


def terms(found: Sequence[Footprint], usual_height: float) -> Terms:
    """Sum what the variance of an area is made of.

    Args:
        found: outlines on one picture.
        usual_height: of outlines that have none, in metres.
    """
    area = corners = perimeter = 0.0
    walls = [0.0] * _DIRECTIONS
    for one in found:
        height = usual_height if one.height_m is None else one.height_m
        for number, ring in enumerate(one.rings):
            area += (-1 if number else 1) * area_m2(ring)
            corners += _corners(ring)
            perimeter += sum(math.dist(*side) for side in pairwise(ring))
        widths = _widths(one.rings[0])
        walls = [wall + height * width for wall, width in zip(walls, widths, strict=True)]
    return Terms(area, corners, perimeter, math.hypot(*walls) / math.sqrt(_DIRECTIONS))


def area_m2(ring: Sequence[Spot]) -> float:
    """Area of a closed ring.

    Example:
        >>> area_m2([(0, 0), (4, 0), (4, 3), (0, 3), (0, 0)])
        12.0
    """
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(ring))) / 2


def _corners(ring: Sequence[Spot]) -> float:
    """A quarter of the sum of squared distances between the neighbours of each corner."""
    spots = ring[:-1]
    following = [*spots[1:], spots[0]]
    return sum(
        math.dist(before, after) ** 2
        for before, after in zip([spots[-1], *spots[:-1]], following, strict=True)
    ) / 4  # fmt: skip


def _widths(ring: Sequence[Spot]) -> list[float]:
    """Width of a ring across each of the directions in which it may lean."""
    widths = []
    for turn in range(_DIRECTIONS):
        angle = math.pi * turn / _DIRECTIONS
        across = [x * math.cos(angle) + y * math.sin(angle) for x, y in ring]
        widths.append(max(across) - min(across))
    return widths
