"""What do people see of a pair: whole, and around one point?

Three bands are stretched between the 2nd and 98th percentile of the date they are of, red first; for
radar one band, in decibels. A view of a point has it in its middle pixel. Nothing of the flags is drawn
into them.

It fails for sensors whose bands do not begin with blue, green and red: name three with ``--show``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from allsource.evidence.imagery.aligned import Bands, Mask
from allsource.evidence.imagery.png import png
from allsource.evidence.imagery.screening import Compared
from allsource.evidence.imagery.strata import Point

__all__ = ["Views", "around", "before_and_after", "views"]

_LARGEST = 900
_STRETCH = (0.02, 0.98)
_PIXELS_AROUND = 24

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Views:
    """Both dates as eight-bit pixels, rows first, colour last."""

    before: Pixels
    after: Pixels


def views(compared: Compared, show: Sequence[int] = ()) -> Views:
    """Stretch both dates.

    Args:
        compared: a pair.
        show: places of three bands among those compared, from 1, red first; none for the usual.
    """
    pair = compared.pair
    bands = _shown(pair.before.shape[0], show)
    radar = compared.before.picture.sensor == "radar"
    return Views(
        _stretched(pair.before, pair.clear, bands, radar=radar),
        _stretched(pair.after, pair.clear, bands, radar=radar),
    )


def before_and_after(compared: Compared, show: Sequence[int] = ()) -> tuple[bytes, bytes]:
    """Give both dates of site and surroundings as PNG, at most 900 pixels a side.

    Args:
        compared: a pair.
        show: as for ``views``.
    """
    seen = views(compared, show)
    step = max(-(-max(seen.before.shape[:2]) // _LARGEST), 1)
    return png(seen.before[::step, ::step]), png(seen.after[::step, ::step])


def around(seen: Pixels, point: Point) -> bytes:
    """Give what lies around a point as PNG, the point in the middle; beyond the picture it is black."""
    reach = _PIXELS_AROUND
    padded = np.pad(seen, ((reach, reach), (reach, reach), (0, 0)))
    rows = slice(point.row, point.row + 2 * reach + 1)
    return png(padded[rows, point.column : point.column + 2 * reach + 1])


def _shown(count: int, show: Sequence[int]) -> list[int]:
    """Places of three bands, from 0: as asked, else the third, second and first, else the first."""
    asked = [number - 1 for number in show if 1 <= number <= count]
    if len(asked) == 3:
        return asked
    return [2, 1, 0] if count > 2 else [0, 0, 0]


def _stretched(bands: Bands, clear: Mask, shown: Sequence[int], *, radar: bool) -> Pixels:
    found = []
    for place in shown:
        band = bands[place].astype(float)
        if radar and band[clear].min() >= 0:
            band = np.log(np.maximum(band, np.quantile(band[clear], 0.01) + 1e-12))
        low, high = np.quantile(band[clear], _STRETCH)
        found.append(np.clip((band - low) / max(high - low, 1e-9), 0, 1) * clear)
    pixels: Pixels = np.round(255 * np.stack(found, axis=-1)).astype(np.uint8)
    return pixels
