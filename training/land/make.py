"""Where is land, to a tenth of a degree? Makes ``src/allsource/report/land.npz``.

From ``land-50m.json`` of the npm package world-atlas 2.0.2 (ISC), which is Natural Earth's land
at 1:50 million (public domain): rings in degrees, rounded to a tenth, without those that enclose less than
``LEAST`` square degrees. Land only: no borders, no names.

Run: ``python training/land/make.py land-50m.json``.
"""

import argparse
import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

OUT = Path(__file__).resolve().parents[2] / "src" / "allsource" / "report" / "land.npz"
LEAST = 0.05
Ring = NDArray[np.int16]


def arcs(topology: dict) -> list[NDArray[np.float64]]:
    """Decode the arcs of a quantised topology into degrees."""
    scale, shift = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
    return [np.cumsum(np.array(arc), axis=0) * scale + shift for arc in topology["arcs"]]


def ring(numbers: list[int], decoded: list[NDArray[np.float64]]) -> Ring:
    """Join arcs into a ring of tenths of a degree, consecutive repeats left out."""
    parts = [decoded[n] if n >= 0 else decoded[~n][::-1] for n in numbers]
    joined = np.rint(10 * np.concatenate([part[:-1] for part in parts])).astype(np.int16)
    moved = np.any(joined != np.roll(joined, 1, axis=0), axis=1)
    return joined[moved]


def area(one: Ring) -> float:
    """Give the area that a ring encloses, in square degrees."""
    x, y = one.astype(float).T / 10
    return abs(float(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1)))) / 2


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("topology", type=Path)
    options = parser.parse_args()
    topology = json.loads(options.topology.read_text(encoding="utf-8"))
    decoded = arcs(topology)
    shapes = topology["objects"]["land"]["geometries"]
    polygons = [one for shape in shapes for one in shape["arcs"]]
    found = [ring(numbers, decoded) for polygon in polygons for numbers in polygon]
    kept = [one for one in found if len(one) > 2 and area(one) >= LEAST]
    lengths = np.array([len(one) for one in kept], dtype=np.int32)
    np.savez_compressed(OUT, tenths=np.concatenate(kept), lengths=lengths)
    print(f"{len(kept)} of {len(found)} rings, {lengths.sum()} points, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
