"""What about this pair forbids a reading, and what must a reader be told?

A *bar* makes the reading "cannot tell": too little of the site is clear, the two may not lie on each
other, the pixels are too fine for these methods or too coarse for the site, something that looks
like cloud lies over site and surroundings, or the surroundings changed as much. A *note* is told beside
a reading that stands.

It fails on thin cloud, and on cloud shadow: give the masks that came with the pictures.
"""

from datetime import date

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import uniform_filter

from allsource.evidence.imagery.aligned import Bands, Mask, Pair
from allsource.evidence.imagery.control import Held
from allsource.evidence.imagery.describe import Described
from allsource.model.imagery import Registration

__all__ = ["bars", "notes"]

_CLEAR = 0.8
_FINEST = 1.0
_FINEST_COLOUR = 3.0
_COLOURS = 3
_DISTRICTS = 2.0
_BRIGHT, _DULL = 1.8, 1.0
_CLOUD_INSIDE, _CLOUD_AROUND = 0.1, 0.05
_SURROUNDINGS = 0.35
_LEAST_PIXELS = 9
_LEAST_PIECES = 4
_SEASON_DAYS = 45


def bars(
    pair: Pair, held: Held, registration: Registration, before: Described, *, whole: bool
) -> list[str]:
    """Say what forbids a reading, most telling first.

    Args:
        pair: as it was read.
        held: the site against its surroundings.
        registration: how the two lie on each other.
        before: the earlier picture.
        whole: no site was given.
    """
    found = []
    clear = float(pair.clear[pair.site].mean())
    if clear < _CLEAR and not whole:
        found.append(f"only {100 * clear:.0f}% of the site is clear in both pictures")
    if before.picture.sensor == "optical":
        found += _too_fine(pair)
        if _cloudy(pair):
            found.append(
                "something bright that looks like cloud covers part of site and surroundings"
            )
    if not registration.agreed:
        found.append("whether the two pictures lie on each other could not be checked")
    if held.pixels < _LEAST_PIXELS:
        found.append(f"the site is {held.pixels} clear pixels; these methods need {_LEAST_PIXELS}")
    if held.usual is None or held.pieces < _LEAST_PIECES:
        found.append("there are no surroundings to hold the site against")
    elif held.usual > _SURROUNDINGS and not whole:
        found.append("the surroundings changed as well (season, snow, haze or a wide development)")
    return found


def _too_fine(pair: Pair) -> list[str]:
    side, bands = pair.grid.pixel_m, pair.before.shape[0]
    if side < _FINEST or (side < _FINEST_COLOUR and bands <= _COLOURS):
        return [
            (
                f"screening is unreliable at {side:.2g} m a pixel in {bands} bands: roofs, shadows and "
                "cars move more than land changes; outline footprints instead"
            )
        ]
    return []


def _cloudy(pair: Pair) -> bool:
    """Whether one date is bright in every band, smoothly, where the other is not."""
    one, two = _dullest(pair.before, pair.clear), _dullest(pair.after, pair.clear)
    suspect = pair.clear & (((one > _BRIGHT) & (two < _DULL)) | ((two > _BRIGHT) & (one < _DULL)))
    around = pair.clear & ~pair.site
    inside = suspect[pair.site].mean()
    outside = suspect[around].mean() if around.any() else inside
    return bool(inside >= _CLOUD_INSIDE and outside >= _CLOUD_AROUND)


def _dullest(bands: Bands, clear: Mask) -> NDArray[np.float64]:
    """Brightness in the least bright band, in spreads above the usual."""
    least = np.full(clear.shape, np.inf)
    for band in bands:
        low, usual = np.quantile(band[clear], [0.16, 0.5])
        smooth = uniform_filter(band.astype(float), 5, mode="nearest")
        np.minimum(least, (smooth - usual) / max(usual - low, 1e-9), out=least)
    return least


def notes(pair: Pair, before: Described, after: Described, registration: Registration) -> list[str]:
    """Say what a reader must know beside a reading."""
    found = [*_dates(before, after)]
    if before.guessed or after.guessed:
        found.append("taken for radar because of so few bands; say --sensor optical if it is not")
    if pair.warped:
        found.append("the pictures had different grids; the finer one was warped onto the coarser")
    if pair.grid.factor > 1:
        found.append(
            f"read {pair.grid.factor} pixels as one, {pair.grid.pixel_m:.3g} m a side, to bound "
            "memory; give a smaller --site for full detail"
        )
    if pair.grid.pixel_m > _DISTRICTS:
        found.append("districts and cleared land can be screened for, single buildings cannot")
    if registration.shift_px is not None and registration.shift_px > 0.5:
        found.append(
            f"the pictures lie {registration.shift_px:.1f} pixels off each other; this was mended"
        )
    return found


def _dates(before: Described, after: Described) -> list[str]:
    found = []
    days = [one.picture.taken for one in (before, after)]
    undated = [one.picture.path for one in (before, after) if one.picture.taken is None]
    if undated:
        found.append(f"not dated: {', '.join(undated)}; say --taken")
    if any((one.picture.dated_by or "").endswith("TIFFTAG_DATETIME") for one in (before, after)):
        found.append("a date comes from TIFFTAG_DATETIME, which often is the day of processing")
    if days[0] and days[1]:
        first, second = (date.fromisoformat(day) for day in days if day)
        apart = abs(first.timetuple().tm_yday - second.timetuple().tm_yday)
        if min(apart, 365 - apart) > _SEASON_DAYS:
            found.append("the pictures are of different seasons; crops and snow read as change")
    return found
