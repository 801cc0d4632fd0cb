"""What do serial numbers of a programme say of its total?

One number alone bounds the total from below, less and less likely the larger the total is (the German tank
problem with one number and a numbering from 1). Several are read as blocks by ``serials``, and never as one
block where numbers break off and go on elsewhere; its interval becomes an observation of the total.

It fails where numbers of several products are mixed in one series.
"""

from collections.abc import Sequence
from math import log

from allsource.estimation import serials
from allsource.estimation.programme.claim import ProgrammeClaim
from allsource.estimation.programme.figures import Figure, figure
from allsource.estimation.programme.months import span
from allsource.estimation.programme.observation import Observation

__all__ = ["numbered"]

_LONE_WIDTH = 0.02
_ASTRAY = 0.1
"""Probability that a number says nothing: numbering began elsewhere."""
_LEAST_WIDTH = 0.02
_NORMAL = 1.6449


def numbered(claims: Sequence[ProgrammeClaim]) -> tuple[Observation | None, tuple[str, ...]]:
    """Turn all serial numbers of a programme into one observation of its total.

    Args:
        claims: of serial numbers, at least one.

    Returns:
        The observation (None where there is none), and what must be known before it is quoted.
    """
    seen = sorted(claims, key=lambda one: (span(one).last, one.id))
    numbers = [int(one.low or one.high or 0) for one in seen]
    last = seen[-1]
    found = serials.estimate([serials.Serial("", number) for number in numbers if number >= 1])
    warnings = tuple(f"serial numbers: {one}" for one in found.warnings)
    ids = tuple(dict.fromkeys(one.id for one in seen))
    if found.low is None or found.median is None or found.high is None:
        number = max(numbers)
        if number < 1:
            return None, warnings
        lone = figure(number, None)
        one = Figure(False, *[lone.low] * 4, lone.wide_high, 0.0, 0.0)
        return _total(
            last, ids, one, (_LONE_WIDTH, _LONE_WIDTH), power=1.0, astray=_ASTRAY
        ), warnings
    middle = log(found.median)
    widths = (
        max((middle - log(found.low)) / _NORMAL, _LEAST_WIDTH),
        max((log(found.high) - middle) / _NORMAL, _LEAST_WIDTH),
    )
    return _total(last, ids, Figure(True, *[middle] * 5, 1.0, 0.0), widths), warnings


def _total(
    claim: ProgrammeClaim,
    ids: tuple[str, ...],
    stated: Figure,
    widths: tuple[float, float],
    *,
    power: float = 0.0,
    astray: float = 0.0,
) -> Observation:
    last = span(claim).last
    return Observation(
        claim, ids, "total", last, last, present=False, whole=True, plan=False, figure=stated,
        noise=0.0, below=widths[0], above=widths[1], bias=0.0, power=power, repeat=astray,
    )  # fmt: skip
