"""What is told of a programme?

The nouns that leave this room: an estimate of one quantity in one month, what moves an estimate and what would
narrow it, and a finding that claims do not go together. Figures carry no more digits than their interval
bears.
"""

from dataclasses import dataclass, field
from math import floor, isfinite, log10
from typing import Literal

from allsource.estimation.programme.warm import Warm
from allsource.model.ids import content_id

__all__ = [
    "Consistency",
    "Estimate",
    "Estimates",
    "Influence",
    "Moved",
    "Narrowing",
    "Threshold",
    "Unused",
    "rounded",
]

Ends = tuple[float | None, float | None, float | None]


@dataclass(frozen=True, slots=True)
class Estimate:
    """What one quantity was in one month.

    Args:
        quantity: production rate, cumulative output, stock, unit cost or domestic share.
        of: what is made.
        scope: which products count; None is the widest use of the word.
        unit: of the figures.
        period: first and last day.
        low: lower end of the interval.
        median: as likely too high as too low.
        high: upper end.
        interval: probability of the interval.
        claims: ids of the claims that it rests on.
        leave_one_root_out: low, median and high without each root; None where nothing would be left.
        k_hat: above 0.7 the draws are not to be trusted far out.
        warnings: what must be known before it is quoted.
    """

    quantity: str
    of: str
    scope: str | None
    unit: str
    period: tuple[str, str]
    low: float
    median: float
    high: float
    interval: float
    claims: tuple[str, ...]
    leave_one_root_out: dict[str, Ends]
    k_hat: float
    warnings: tuple[str, ...]

    @property
    def id(self) -> str:
        """Content id over quantity, thing, scope and month, so that it can be followed."""
        return content_id("est", self.quantity, self.of, self.scope, *self.period)


@dataclass(frozen=True, slots=True)
class Moved:
    """Low, median and high as they would be without one claim."""

    claim: str
    low: float
    median: float
    high: float


@dataclass(frozen=True, slots=True)
class Narrowing:
    """By what share a further claim would narrow the interval, as far as can be foreseen."""

    evidence: str
    narrower: float


@dataclass(frozen=True, slots=True)
class Influence:
    """What moves the estimate of the last month most, and what would narrow it most.

    Args:
        quantity: as in the estimate.
        of: what is made.
        scope: as in the estimate.
        unit: of the figures.
        period: first and last day.
        claims: the three that move it most, each with the estimate without it.
        evidence: further claims by a new root, the most telling first.
        type: tells this line from others.
    """

    quantity: str
    of: str
    scope: str | None
    unit: str
    period: tuple[str, str]
    claims: tuple[Moved, ...]
    evidence: tuple[Narrowing, ...]
    type: Literal["influence"] = "influence"


@dataclass(frozen=True, slots=True)
class Consistency:
    """Claims that do not go together.

    Args:
        kind: total and rates, price and output, plan and outcome, or one root.
        of: what is made.
        claims: their ids.
        says: what does not go together.
        definition: the reading on which that holds.
        settle: what would settle it.
        type: tells this line from others.
    """

    kind: Literal["total and rates", "price and output", "plan and outcome", "one root"]
    of: str
    claims: tuple[str, ...]
    says: str
    definition: str
    settle: str
    type: Literal["consistency"] = "consistency"


@dataclass(frozen=True, slots=True)
class Unused:
    """A claim that counts for nothing in the estimates, and why."""

    claim: str
    of: str
    reason: str
    type: Literal["unused"] = "unused"


@dataclass(frozen=True, slots=True)
class Threshold:
    """How likely it is that a quantity was above a figure that a claim states.

    Args:
        claim: id of the claim.
        of: what is made.
        quantity: as in the estimate.
        unit: of the figure.
        period: first and last day of the month.
        figure: that is stated.
        above: probability that the quantity was above it.
        plan: the claim is a plan; else it is at odds with the estimate.
        type: tells this line from others.
    """

    claim: str
    of: str
    quantity: str
    unit: str
    period: tuple[str, str]
    figure: float
    above: float
    plan: bool
    type: Literal["threshold"] = "threshold"


@dataclass(frozen=True, slots=True)
class Estimates:
    """All that is told of the programmes in some claims.

    Args:
        estimates: by programme, quantity and month.
        influences: what moves the last month of each, and what would narrow it.
        consistency: claims that do not go together.
        unused: claims that count for nothing.
        thresholds: how likely it is that stated figures were passed.
        warm: where the fits ended, for the next with more claims.
    """

    estimates: tuple[Estimate, ...]
    influences: tuple[Influence, ...]
    consistency: tuple[Consistency, ...]
    unused: tuple[Unused, ...]
    thresholds: tuple[Threshold, ...] = ()
    warm: tuple[Warm, ...] = field(default=(), compare=False, repr=False)


def rounded(low: float, median: float, high: float) -> tuple[float, float, float]:
    """Round to a step of at most a tenth of the interval; each figure keeps one digit at least.

    Example:
        >>> rounded(1153.2, 1334.7, 1558.1), rounded(38.3, 410.0, 5312.0)
        ((1150.0, 1330.0, 1560.0), (40.0, 400.0, 5300.0))
    """
    width = high - low
    if not (isfinite(width) and width > 0):
        return low, median, high
    places = -floor(log10(width / 10))
    return _to(low, places), _to(median, places), _to(high, places)


def _to(value: float, places: int) -> float:
    own = -floor(log10(value)) if value > 0 else places
    return round(value, max(places, own))
