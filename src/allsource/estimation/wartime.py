"""An adversary's production is claimed, and no document stands behind it: how far off may that be?

As far as such claims were in the Second World War. Seventeen claims of eight claimants, from press
to general staffs, held against the records found afterwards (``bench/wartime``), were off by a factor of two in the
middle, from eight times too many to a third. Early claims about a rising enemy were
too high and late ones too low, so no direction is assumed. Claims of one claimant err together: each
claimant counts once, and the interval is a Student-t's with one degree of freedom less than
claimants.

It says nothing of a claim with documents, serial numbers or pictures behind it, and it leans on one
war: eight claimants bear no fine digits.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from scipy.special import stdtrit

from allsource.errors import UsageError

__all__ = ["CLAIMANTS", "SCALE", "ClaimedRange", "pooled", "undocumented"]

SCALE = 0.99
"""Of the log of claimed over true for a claimant not heard before, by ``pooled`` of the seventeen."""

CLAIMANTS = 8
"""Behind the scale."""


@dataclass(frozen=True, slots=True)
class ClaimedRange:
    """Where the truth behind a claim may lie.

    Args:
        low: lower end of the interval.
        claimed: the claim, which is its middle.
        high: upper end.
        interval: its probability.
    """

    low: float
    claimed: float
    high: float
    interval: float


def undocumented(
    claimed: float,
    *,
    interval: float = 0.9,
    scale: float = SCALE,
    claimants: int = CLAIMANTS,
) -> ClaimedRange:
    """Say where the truth may lie behind a claim on an adversary's production without documents.

    Args:
        claimed: rate or total.
        interval: probability of the interval.
        scale: of the log of claimed over true; other experience than that of the war goes here.
        claimants: behind the scale, at least two.

    Raises:
        UsageError: the claim is not above zero, or the rest makes no interval.

    Example:
        >>> found = undocumented(1000)
        >>> round(found.low, -1), round(found.high, -2)
        (150.0, 6500.0)
    """
    if not 0 < claimed < math.inf:
        raise UsageError(f"a claim of {claimed:g} is not above zero; leave it out")
    if not 0 < interval < 1 or claimants < 2 or not 0 < scale < math.inf:
        raise UsageError(
            f"interval {interval:g}, scale {scale:g}, {claimants} claimants: no interval; give a "
            "probability, a scale above zero and at least two claimants"
        )
    factor = math.exp(scale * float(stdtrit(claimants - 1, (1 + interval) / 2)))
    return ClaimedRange(claimed / factor, claimed, claimed * factor, interval)


def pooled(errors: Sequence[Sequence[float]]) -> tuple[float, int]:
    """Give the scale for a claimant not heard before, and the number of claimants behind it.

    Args:
        errors: logs of claimed over true, a sequence for each claimant.

    Raises:
        UsageError: fewer than two claimants.

    Example:
        >>> scale, claimants = pooled([[0.5, 0.7], [-0.4]])
        >>> round(scale, 2), claimants
        (0.63, 2)
    """
    squares = [sum(e * e for e in own) / len(own) for own in errors if own]
    count = len(squares)
    if count < 2:
        raise UsageError("claims of fewer than two claimants say nothing of another one")
    return math.sqrt(sum(squares) / count * (1 + 1 / count)), count
