"""How likely is each place, when the end of a leg was not seen?

A logistic choice among the places near the last fix and *elsewhere*, with figures of their own for departures
and arrivals. A place counts for less the farther it is for the height between (``reach``, ``beyond``) and where the
aircraft is too high above it (``overhead``), and for more the better the course points to it (``toward``,
``straight``), if airlines go there (``served``) and if many do (``busy``); elsewhere counts for more the
higher the aircraft still is, and if it does not come down. The figures are in ``vocab/track.yaml``, fitted on the
development halves of bench/tracks with the last or first minutes cut away.

It fails where traffic is unlike that of the flights it was fitted on: airline flights in and out of
large airports of western Europe. For aircraft of forces and states ``served`` and ``busy`` do not count: their
probabilities are lower, and not calibrated.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from allsource.vocab import load

__all__ = ["COEFFICIENTS", "Side", "Situation", "chances", "features"]

Side = Literal["departure", "arrival"]
COEFFICIENTS = (
    "reach",
    "beyond",
    "overhead",
    "toward",
    "straight",
    "served",
    "busy",
    "elsewhere",
    "elsewhere_height",
    "elsewhere_up",
)
_GLIDE_KM = {"arrival": 6.0, "departure": 3.0}
"""Flown while losing, or gaining, a thousand feet."""
_FIELD_KM = 3.0
_MOST = 0.98
"""What was not seen is never told as certain."""


@dataclass(frozen=True, slots=True)
class Situation:
    """The last fix of a leg (the first, looked at backwards), and the places around it.

    Args:
        side: which end.
        height: feet above the standard level; NaN where not known.
        sinking: -1.0 to 1.0: comes down, is level, goes up, as seen toward the end.
        apart: kilometres to each place.
        above: feet above each place's field.
        toward: cosine between the course and the direction of each place.
        served: 1.0 where airlines are likely to go.
        busy: 1.0 where many go.
    """

    side: Side
    height: float
    sinking: float
    apart: NDArray[np.float64]
    above: NDArray[np.float64]
    toward: NDArray[np.float64]
    served: NDArray[np.float64]
    busy: NDArray[np.float64]


def features(one: Situation) -> NDArray[np.float64]:
    """Give what the figures multiply: a row a place, and the last for elsewhere."""
    above = np.where(np.isfinite(one.above), np.clip(one.above, 0.0, None), 10_000.0)
    flown = _GLIDE_KM[one.side] * above / 1000.0
    reach = one.apart / (_FIELD_KM + flown)
    toward = one.toward * np.clip(one.apart / _FIELD_KM, 0.0, 1.0)
    rows = np.zeros((len(one.apart) + 1, len(COEFFICIENTS)))
    rows[:-1, 0] = np.log1p(reach)
    rows[:-1, 1] = reach
    rows[:-1, 2] = np.clip(np.log((flown + 1.5) / (one.apart + 1.5)), 0.0, None)
    rows[:-1, 3] = toward
    rows[:-1, 4] = np.clip(toward, 0.0, 1.0) ** 4
    rows[:-1, 5] = one.served
    rows[:-1, 6] = one.busy
    height = one.height if np.isfinite(one.height) else 10_000.0
    rows[-1, 7] = 1.0
    rows[-1, 8] = np.log1p(max(height, 0.0) / 1000.0)
    rows[-1, 9] = one.sinking
    return rows


def chances(one: Situation) -> NDArray[np.float64]:
    """Give the probability of each place; what is missing to one is for elsewhere."""
    figures = load("track")["chances"][one.side]
    scores = features(one) @ np.array([figures[name] for name in COEFFICIENTS])
    weights = np.exp(scores - scores.max())
    found: NDArray[np.float64] = (weights / weights.sum())[:-1]
    return np.minimum(found, _MOST)
