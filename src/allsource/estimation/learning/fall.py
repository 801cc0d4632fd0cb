"""How much more must have been made, for the price to have fallen so far?

Under Wright's law a unit costs a fixed share less with each doubling of all that was made. So a
claimed fall in price needs a number of doublings, and a claimed growth in output with it implies a
rate of learning; both can be held against what lines like it have shown (yards of the US war
programme: 11 to 22 % a doubling, median 17; 75 technologies: median 24, 8 to 39).

It says what learning alone would need. A price may fall for other reasons: a simpler product, a subsidy,
another supplier, a price that was never the cost.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from scipy.special import ndtr

from allsource.errors import UsageError
from allsource.estimation.learning.forecast import PRIORS, Phase

__all__ = ["PriceFall", "doublings", "price_fall"]

_RATES = (0.15, 0.20)
_FAST = 0.30
"""A fall that needs more learning a doubling than this calls for another reason."""


@dataclass(frozen=True, slots=True)
class PriceFall:
    """What a fall in price would need.

    Args:
        needed: for each rate of learning: the rate, doublings, and factor of cumulative output.
        implied: learning a doubling that the told outputs imply, None where they are not told.
        probability: that a new line learns at least as fast, None where outputs are not told.
        surprising: more learning than 30 % a doubling is implied: another reason is needed.
    """

    needed: tuple[tuple[float, float, float], ...]
    implied: float | None
    probability: float | None
    surprising: bool | None


def doublings(before: float, after: float, learning: float) -> float:
    """Count the doublings of cumulative output that a change of price needs.

    Args:
        before: price.
        after: price, below the first for a fall.
        learning: share saved with each doubling, between 0 and 1.

    Raises:
        UsageError: a price is not above zero, or the learning is no share.

    Example:
        >>> round(doublings(200_000, 70_000, 0.20), 1)
        4.7
    """
    if not (0 < before < math.inf and 0 < after < math.inf):
        raise UsageError("a price is not above zero; leave it out or correct it")
    if not 0 < learning < 1:
        raise UsageError(f"learning of {learning:g} is no share; 0.2 means 20 % a doubling")
    return math.log(after / before) / math.log(1 - learning)


def price_fall(
    before: float,
    after: float,
    *,
    made: tuple[float, float] | None = None,
    rates: Sequence[float] = _RATES,
) -> PriceFall:
    """Say what cumulative output a change of price would need, and hold it against what is told.

    Args:
        before: price, in constant prices.
        after: price.
        made: cumulative output at the two prices, where told.
        rates: of learning to reckon with.

    Raises:
        UsageError: a number is not above zero, or the output did not grow.

    Example:
        >>> found = price_fall(200_000, 70_000, made=(2_000, 26_000))
        >>> [(rate, round(factor)) for rate, _, factor in found.needed]
        [(0.15, 88), (0.2, 26)]
        >>> round(found.implied, 2), found.surprising
        (0.25, False)
    """
    counts = [(rate, doublings(before, after, rate)) for rate in rates]
    needed = tuple((rate, count, 2.0 ** min(count, 1000.0)) for rate, count in counts)
    if made is None:
        return PriceFall(needed, None, None, None)
    if not 0 < made[0] < made[1] < math.inf:
        raise UsageError("cumulative output does not grow; give what was made by each price")
    slope = math.log(after / before) / math.log(made[1] / made[0])
    prior = PRIORS[Phase.NEW]
    probability = float(ndtr((slope - prior.mean[1]) / prior.spread[1]))
    implied = 1 - 2.0 ** max(min(slope, 1000.0), -1000.0)
    return PriceFall(needed, implied, probability, implied > _FAST)
