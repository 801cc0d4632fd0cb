"""Which days may be looked at, and which pairs of sources share a feed?

Both rules were written down before any model was run on a day.

Days: the files in the order of their names, from zero; every third one (0, 3, 6) is for development,
the rest is reported. Settings, errors and labels were looked at on development days alone.

Pairs: five groups of sources are known to copy (one of five, of four, of three, and two of two: 21 pairs;
Li et al., "Truth finding on the deep web", 2013, tell their sizes and how they were found).
The paper does not print which site is in which group. The members below were put together from the
sizes and from lists of the sources in which copiers stand side by side; they are a reconstruction.
A shared feed is another matter: over the development days together, of the actual times (departure
and arrival) that both state, at least 200, at least 98 in a hundred are equal to the minute.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

__all__ = ["DOCUMENTED", "FEED_LEAST", "FEED_SHARE", "development", "documented_pairs", "reported"]

DOCUMENTED: tuple[tuple[str, ...], ...] = (
    ("allegiantair", "flightview", "foxbusiness", "gofox", "panynj"),
    ("airtravelcenter", "flytecomm", "helloflight", "myrateplan"),
    ("businesstravellogue", "flights", "flylouisville"),
    ("flightaware", "wunderground"),
    ("flightstats", "quicktrip"),
)
FEED_LEAST = 200
FEED_SHARE = 0.98


def development(days: Sequence[str]) -> list[str]:
    """The days that may be looked at."""
    return sorted(days)[::3]


def reported(days: Sequence[str]) -> list[str]:
    """The days whose figures are reported."""
    return [day for day in sorted(days) if day not in development(days)]


def documented_pairs() -> set[tuple[str, str]]:
    """All pairs inside the documented groups, each in the order of the alphabet."""
    return {pair for group in DOCUMENTED for pair in combinations(sorted(group), 2)}
