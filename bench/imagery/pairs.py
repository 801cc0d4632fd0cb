"""Scenes and windows of them as the product compares them."""

from dataclasses import replace

import numpy as np
from bench.imagery.scenes import Scene
from numpy.typing import NDArray

from allsource.evidence.imagery.aligned import Grid, Pair
from allsource.evidence.imagery.describe import Described
from allsource.evidence.imagery.registration import offset, registered, told
from allsource.evidence.imagery.screening import Compared, flags
from allsource.evidence.imagery.sites import Outline
from allsource.model.imagery import Picture, Sensor

Mask = NDArray[np.bool_]
PIXEL_M = 30.0
SQUARE = Outline("invented", ((((0.0, 0.0), (0.1, 0.0), (0.1, 0.1), (0.0, 0.1), (0.0, 0.0)),),))
"""A site needs a name and a coarse place to be told; where it lies in a scene is told by its mask."""


def compared(scene: Scene, site: Mask, sensor: Sensor, name: str = "0") -> Compared:
    """Compare a scene as ``compare`` does with files."""
    before, after = scene.before.astype(np.float32), scene.after.astype(np.float32)
    clear = np.ones(site.shape, bool)
    found = offset(before, after, clear)
    if found[0] is not None and found[2] and sensor == "optical":
        after = registered(after, found[0])
    grid = Grid(0, 0, site.shape[1], site.shape[0], 1, PIXEL_M**2, (0.0, 0.0))
    pair = Pair(before, after, clear, site, grid, warped=False)
    flagged, method = flags(pair, sensor)
    days = ("2031-05-04", "2033-05-04")
    pictures = [
        Described(Picture("", name, day, "option", sensor, len(before), PIXEL_M), guessed=False)
        for day in days
    ]
    return Compared(pair, flagged, method, pictures[0], pictures[1], told(found))


def renamed(of: Compared, name: str) -> Compared:
    """The same pair under another name, so that another sample is drawn from it."""
    return replace(of, before=replace(of.before, picture=replace(of.before.picture, sha256=name)))


def square(size: int, row: int, column: int, side: int) -> Mask:
    """A site of so many pixels a side."""
    site = np.zeros((size, size), bool)
    site[row : row + side, column : column + side] = True
    return site


def around(scene: Scene, site: Mask, margin: int) -> tuple[Scene, Mask]:
    """What the product reads of a scene for a site: the site and so much around it."""
    rows, columns = np.nonzero(site)
    part = (
        slice(max(rows.min() - margin, 0), rows.max() + 1 + margin),
        slice(max(columns.min() - margin, 0), columns.max() + 1 + margin),
    )
    cut = Scene(scene.before[:, *part], scene.after[:, *part], scene.changed[part])
    return cut, site[part]


def f1(flagged: Mask, changed: Mask, unchanged: Mask) -> float:
    """F1 of flags over pixels that are labelled."""
    hits = int((flagged & changed).sum())
    wrong = int((flagged & unchanged).sum()) + int((~flagged & changed).sum())
    return 2 * hits / (2 * hits + wrong) if hits else 0.0
