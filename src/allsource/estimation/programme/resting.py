"""Which observations does a quantity rest on?

A domestic share rests on what is said of shares alone. Everything else rests on output, and on what is said of
itself: a unit cost follows from what was made before, a stock from what was made and used.

It fails to see that a claim on a stock tells a little of output: what it moves there is told nowhere.
"""

from allsource.estimation.programme.observation import Observation, Sort

__all__ = ["ESTIMATED", "OWN", "rests"]

ESTIMATED: dict[Sort, str] = {
    "rate": "production rate",
    "total": "cumulative output",
    "stock": "stock",
    "cost": "unit cost",
    "share": "domestic share",
}
"""The quantity whose estimate tells of what is observed of a sort."""

_OUTPUT = ("rate", "total")
OWN = {quantity: sort for sort, quantity in ESTIMATED.items() if sort not in _OUTPUT}
"""Quantities that something is said of besides output, and the sort of it."""


def rests(quantity: str, on: Observation) -> bool:
    """Say whether a quantity rests on an observation.

    Args:
        quantity: its name, as in the estimates.
        on: what a claim observes.
    """
    own = OWN.get(quantity)
    if quantity == "domestic share":
        return on.sort == own
    return on.sort == own or on.sort not in OWN.values()
