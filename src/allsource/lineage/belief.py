"""How probable is it that one document derives from another, given what they share?

A logistic score with hand-set weights: a start of about one in fifty for two
pages of one folder, and so much for each kind of evidence. The weights are
**not calibrated**: they order pairs and separate the clear from the unclear on
the sample case, and no frequency stands behind them (see ``docs/limits.md``).
"""

import math

from allsource.lineage.credits import How
from allsource.lineage.reuse import Shared

__all__ = [
    "COVERAGE",
    "CREDIT",
    "DAY",
    "FIGURES",
    "LONGEST",
    "NAMES",
    "QUOTES",
    "REVISION",
    "SAME_OUTLET",
    "START",
    "UNSEEN",
    "probability",
    "score",
]

START = -4.0
COVERAGE = 8.0
"""For a child that lies wholly in its parent; linear in the part that does."""
LONGEST = 0.15
"""For each word of the longest shared stretch beyond seven, up to 40 words."""
QUOTES = (0.0, 1.5, 2.25, 3.0)
"""For so many shared quotations, three or more counting alike: they may share a speaker."""
FIGURES = 0.6
"""For each bit of shared figures, up to 12 bits."""
NAMES = 0.1
"""For each shared capitalised word, up to 10: pages on one subject share them anyway."""
SAME_OUTLET = -3.0
"""Two reports of one outlet share words without one being made from the other."""
REVISION = 4.5
"""A later page of the same outlet that says that it corrects or updates something."""
DAY = 2.0
"""The child credits the outlet and names the day on which the parent was published."""

CREDIT: dict[How, float] = {
    "agency tag": 4.0,
    "link": 3.5,
    "reported": 3.0,
    "told": 2.5,
    "verification": 2.5,
    "mention": 1.5,
}
"""For the strongest way in which the child names the parent's outlet."""

UNSEEN: dict[How, float] = {
    "agency tag": 0.95,
    "verification": 0.85,
    "told": 0.6,
    "reported": 0.5,
}
"""That a page as a whole rests on a report that it credits so, where the report is not in hand."""


def score(
    shared: Shared, credit: How | None, *, same_outlet: bool, revises: bool, names_day: bool
) -> float:
    """Give the log-odds that the child derives from the parent.

    Args:
        shared: what the two share.
        credit: the strongest way in which the child names the parent's outlet.
        same_outlet: both are of one outlet.
        revises: the child says that it corrects or updates something.
        names_day: the child names the day of the parent.
    """
    total = START + COVERAGE * shared.coverage + LONGEST * max(0, min(shared.longest, 40) - 7)
    total += QUOTES[min(len(shared.quotes), 3)]
    total += FIGURES * min(shared.figure_bits, 12.0) + NAMES * min(shared.names, 10)
    total += DAY if names_day else 0.0
    if same_outlet:
        return total + (REVISION if revises else SAME_OUTLET)
    return total + (CREDIT[credit] if credit else 0.0)


def probability(log_odds: float) -> float:
    """Turn log-odds into a probability of at most four digits, never quite 0 or 1.

    Example:
        >>> probability(0.0), probability(40.0)
        (0.5, 0.9999)
    """
    value = 1 / (1 + math.exp(-max(-40.0, min(40.0, log_odds))))
    return min(max(round(value, 4), 0.0001), 0.9999)
