"""Is the interval of outlined footprints that of outlines drawn again and again with their errors?"""

from collections.abc import Iterator, Sequence

import numpy as np
from bench.frozen import Row
from numpy.typing import NDArray

from allsource.evidence.imagery.footprint_area import footprint_change
from allsource.evidence.imagery.footprint_file import Footprint, Side, Spot, Sureness

DRAWS = 20_000
SHAPES: dict[str, Sequence[Spot]] = {
    "hall": ((0, 0), (60, 0), (60, 30), (0, 30)),
    "bent hall": ((0, 0), (80, 0), (80, 25), (30, 25), (30, 70), (0, 70)),
    "tank": tuple((20 * np.cos(a), 20 * np.sin(a)) for a in np.linspace(0, 2 * np.pi, 17)[:-1]),
}
SURE = {
    "corners off": Sureness(0.5, 0.0, 0.0, 0.0, ()),
    "corners far off": Sureness(2.0, 0.0, 0.0, 0.0, ()),
    "scale off": Sureness(0.5, 0.01, 0.0, 0.0, ()),
    "edges off": Sureness(0.5, 0.005, 0.0, 0.4, ()),
    "roofs lean": Sureness(0.5, 0.005, 0.06, 0.2, ()),
}


def outline_rows() -> Iterator[Row]:
    """The widest departure of the analytic interval from drawn ones, over shapes and errors."""
    worst, cases = 0.0, 0
    for name, sure in SURE.items():
        for shape, corners in SHAPES.items():
            rng = np.random.default_rng(cases)
            rings = [_placed(corners, 200.0 * number) for number in range(4)]
            prints = [Footprint("after", ((*ring, ring[0]),), 9.0) for ring in rings]
            sides: dict[Side, Sureness] = {"before": sure, "after": sure}
            area = footprint_change(prints, sides)
            drawn = _drawn(rings, sure, rng)
            low, high = np.quantile(drawn, [0.025, 0.975])
            off = abs((area.high - area.low) / (high - low) - 1)
            print(f"  {shape}, {name}: analytic over drawn width {1 + off:.3f} or its inverse")
            worst, cases = max(worst, float(off)), cases + 1
    yield {
        "name": "footprints",
        "metric": "interval against outlines drawn anew: widest departure of width, %",
        "value": round(100 * worst, 1),
        "target": "<= 2",
        "n": cases,
    }


def _placed(corners: Sequence[Spot], across: float) -> list[Spot]:
    return [(float(x) + across, float(y)) for x, y in corners]


def _drawn(
    rings: Sequence[Sequence[Spot]], sure: Sureness, rng: np.random.Generator
) -> NDArray[np.float64]:
    """Total area of outlines, drawn again and again: errors of the picture once for all of them."""
    scale = 1 + sure.scale_sd * rng.normal(size=DRAWS)
    edge, lean = sure.edge_sd_m * rng.normal(size=DRAWS), sure.lean * rng.normal(size=DRAWS)
    way = rng.uniform(0, np.pi, DRAWS)
    total = np.zeros(DRAWS)
    for ring in rings:
        fixed = np.array(ring)
        spots = fixed + sure.vertex_sd_m * rng.normal(size=(DRAWS, *fixed.shape))
        spots = (spots + edge[:, None, None] * _outward(fixed)) * scale[:, None, None]
        x, y = spots[..., 0], spots[..., 1]
        turned = np.roll(x, -1, axis=1) * y - x * np.roll(y, -1, axis=1)
        total += np.abs(turned.sum(axis=1)) / 2
        along = fixed @ np.stack([np.cos(way), np.sin(way)])
        total += 9.0 * lean * (along.max(axis=0) - along.min(axis=0))
    return total


def _outward(ring: NDArray[np.float64]) -> NDArray[np.float64]:
    """By how much each corner moves where all edges move outward by a metre (mitred)."""
    sides = np.roll(ring, -1, axis=0) - ring
    normals = np.stack([sides[:, 1], -sides[:, 0]], axis=1)
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    before = np.roll(normals, 1, axis=0)
    moved: NDArray[np.float64] = (before + normals) / (
        1 + (before * normals).sum(axis=1, keepdims=True)
    )
    return moved
