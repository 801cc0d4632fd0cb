"""What do serial numbers of a programme say of its total?

A number that was seen by some month stands among all that were made by then, each as likely as another: the
total is not below it, and less and less likely the larger it is (the German tank problem, with the date of each
sighting). Numbering begins at 1, or at a round number where that is far likelier ("a new model started at the next
hundred"). Where ``serials`` finds that numbers break off and go on elsewhere, they are not read as one block: its
interval over all blocks is then the observation, for the month by which half of the numbers had been seen.

It fails where numbers of several products are mixed in one series, and where late units are seen oftener.
"""

from collections.abc import Sequence
from math import log

from allsource.estimation import serials
from allsource.estimation.programme.claim import ProgrammeClaim
from allsource.estimation.programme.figures import Figure, figure
from allsource.estimation.programme.months import span
from allsource.estimation.programme.observation import Observation

__all__ = ["beginning", "numbered"]

_EDGE = 0.04
"""Log width of the edge: a number may be a little above the total (numbers left out)."""
_ASTRAY = 0.1
"""Probability that a number says nothing of the least total: numbering began elsewhere."""
_LEAST_WIDTH = 0.1
_NORMAL = 1.6449
_ROUND = ((1000, 0.2), (100, 0.2))
"""Round beginnings, and how likely they are against 1, before numbers are seen."""
_FAR_LIKELIER = 20.0


def numbered(claims: Sequence[ProgrammeClaim]) -> tuple[list[Observation], tuple[str, ...]]:
    """Turn all serial numbers of a programme into observations of its total.

    Args:
        claims: of serial numbers, at least one.

    Returns:
        The observations, and what must be known before they are quoted.
    """
    seen: dict[int, list[ProgrammeClaim]] = {}
    for claim in sorted(claims, key=lambda one: (span(one).last, one.id)):
        number = int(claim.low or claim.high or 0)
        if number >= 1:
            seen.setdefault(number, []).append(claim)
    if not seen:
        return [], ("serial numbers: none is above 0",)
    found = serials.estimate([serials.Serial("", number) for number in seen])
    first = beginning(list(seen))
    whole = found.high is None or max(seen) - first <= found.high
    if whole or len(found.blocks) == 1:
        started = f"serial numbers: taken for one block that begins at {first + 1}"
        return [_sighting(number - first, same) for number, same in seen.items()], (started,)
    warnings = tuple(f"serial numbers: {one}" for one in found.warnings)
    return [_blocks(found, list(seen.values()))], warnings


def beginning(numbers: Sequence[int]) -> int:
    """Give the number before the first of a block: 0, or a round one where that is far likelier.

    Example:
        >>> beginning([7, 31, 12]), beginning([1014, 1038, 1021])
        (0, 1000)
    """
    low, high, count = min(numbers), max(numbers), len(numbers)
    best, odds = 0, _FAR_LIKELIER
    for step, prior in _ROUND:
        start = (low - 1) // step * step
        found = prior * (high / (high - start)) ** min(count, 300.0 / log(high + 2))
        if start and found > odds:
            best, odds = start, found
    return best


def _sighting(number: int, same: Sequence[ProgrammeClaim]) -> Observation:
    least = figure(number, None)
    edge = Figure(least.low, least.low, least.low, least.low, least.wide_high, 0.0, 0.0)
    ids = tuple(dict.fromkeys(one.id for one in same))
    return _total(same[0], ids, edge, (_EDGE, _EDGE), power=1.0, astray=_ASTRAY)


def _blocks(found: serials.SerialEstimate, seen: Sequence[Sequence[ProgrammeClaim]]) -> Observation:
    low, median, high = (log(one or 1) for one in (found.low, found.median, found.high))
    widths = (
        max((median - low) / _NORMAL, _LEAST_WIDTH),
        max((high - median) / _NORMAL, _LEAST_WIDTH),
    )
    ids = tuple(dict.fromkeys(one.id for same in seen for one in same))
    half = sorted((same[0] for same in seen), key=lambda one: (span(one).last, one.id))
    return _total(
        half[len(half) // 2],
        ids,
        Figure(median, median, median, median, median, 1.0, 0.0, point=True),
        widths,
    )


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
