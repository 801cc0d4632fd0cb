"""How many units were made, from the serial numbers that were seen?

Numbers are read as prefix, digits and suffix; each prefix with its suffix is a series
of its own. Repeats count once. Where numbers break off and go on elsewhere, they
are read as blocks, and the number of units is never reckoned as one block: on real
hull numbers that is wrong by a factor of thirteen. Nothing says that numbering began
at 1, so fewer units than the highest number may have been made. The method is that
of ``_arrays.blocks``.

It fails where a series was never seen at all, and where the sample is no chance
sample: units that were hidden or sent elsewhere are not counted.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from allsource.errors import UsageError
from allsource.estimation._arrays.blocks import Drawn, Gaps, draw

__all__ = ["Block", "Serial", "SerialEstimate", "estimate", "read_serial"]

_FORM = re.compile(r"(?P<prefix>.*?)(?P<digits>[0-9]{1,15})(?P<suffix>[^0-9]*)", re.DOTALL)
_AMOUNT = re.compile(r"[-+]?[0-9]*(?:[.,'\u2019 ][0-9]+)+|[-+][0-9]+")
"""A number with a sign, a point or thousands parted is an amount, not a serial number."""
_LONGEST = 64
_MOST = 2000
"""More numbers than this are thinned to so many by chance: they say no more together."""

_FEW = 5
_SKIP = 0.5
_DOUBTFUL = 0.1


@dataclass(frozen=True, order=True, slots=True)
class Serial:
    """A serial number: its series (what stands around the digits) and its number."""

    series: str
    number: int


@dataclass(frozen=True, slots=True)
class Block:
    """A run of numbers of one series.

    Args:
        series: what stands around the digits.
        first: lowest number seen.
        last: highest number seen.
        seen: how many different ones.
        open: no later block of the series was seen: it may go on.
    """

    series: str
    first: int
    last: int
    seen: int
    open: bool


@dataclass(frozen=True, slots=True)
class SerialEstimate:
    """How many units were made.

    Args:
        low: lower end of the interval, None where nothing can be said.
        median: as many as not.
        high: upper end.
        interval: its probability.
        blocks: in order of number.
        warnings: what a reader must know before quoting this.
    """

    low: int | None
    median: int | None
    high: int | None
    interval: float
    blocks: tuple[Block, ...]
    warnings: tuple[str, ...]


def read_serial(text: str) -> Serial:
    """Read a serial number: its last run of digits counts, the rest names the series.

    Raises:
        UsageError: there is no number in it, or it is too long to be one.

    Example:
        >>> read_serial("Y-0417")
        Serial(series='Y-', number=417)
    """
    words = text.strip()
    found = _FORM.fullmatch(words) if len(words) <= _LONGEST else None
    if found is None or found["prefix"][-1:].isdigit() or _AMOUNT.fullmatch(words):
        raise UsageError(
            f"{words[:_LONGEST]!r} is no serial number (a run of 1 to 15 digits, in at most "
            f"{_LONGEST} characters, without sign, point or parted thousands); "
            "leave the line out or correct it"
        )
    return Serial(found["prefix"] + found["suffix"], int(found["digits"]))


def estimate(serials: Sequence[Serial], *, interval: float = 0.9, seed: int = 0) -> SerialEstimate:
    """Estimate how many units were made.

    Args:
        serials: as seen, in any order, repeats allowed.
        interval: probability of the interval, between 0 and 1.
        seed: of the random draws; the same seed gives the same figures.

    Returns:
        Interval and median over all series, with the blocks found.

    Example:
        >>> seen = [Serial("Y-", n) for n in (12, 31, 44, 58, 73, 90, 105, 119)]
        >>> found = estimate(seen)
        >>> len(found.blocks), 119 <= found.median <= 160
        (1, True)
    """
    distinct = sorted(set(serials))
    warnings = _remarks(serials, distinct)
    kept = _thinned(distinct, seed)
    gaps = _gaps(kept)
    if not np.isfinite(gaps.unseen).any():
        lone = "no two numbers stand in one series: how many were made cannot be told from them"
        return SerialEstimate(None, None, None, interval, _blocks(kept, None), (lone,))
    drawn = draw(gaps, seed=seed, chains=1000 if len(kept) < _MOST // 4 else 400)
    ends = np.quantile(drawn.total, [(1 - interval) / 2, 0.5, (1 + interval) / 2])
    low, median, high = (max(round(float(end)), len(distinct)) for end in ends)
    blocks = _blocks(kept, drawn)
    return SerialEstimate(
        low, median, high, interval, blocks, (*warnings, *_doubts(kept, drawn, blocks))
    )


def _thinned(distinct: Sequence[Serial], seed: int) -> list[Serial]:
    if len(distinct) <= _MOST:
        return list(distinct)
    rng = np.random.default_rng(seed)
    inner = rng.choice(np.arange(1, len(distinct) - 1), _MOST - 2, replace=False)
    return [distinct[at] for at in (0, *np.sort(inner), len(distinct) - 1)]


def _gaps(serials: Sequence[Serial]) -> Gaps:
    unseen = [
        float(after.number - before.number - 1) if after.series == before.series else np.inf
        for before, after in pairwise(serials)
    ]
    firsts = [one for i, one in enumerate(serials) if not i or serials[i - 1].series != one.series]
    before = np.array([float(max(one.number - 1, 0)) for one in firsts])
    return Gaps(np.array(unseen), before, ordered=len(firsts) == 1)


def _blocks(serials: Sequence[Serial], drawn: Drawn | None) -> tuple[Block, ...]:
    runs: list[list[Serial]] = []
    for i, one in enumerate(serials):
        same = bool(runs) and runs[-1][-1].series == one.series
        if same and (drawn is None or drawn.skip[i - 1] <= _SKIP):
            runs[-1].append(one)
        else:
            runs.append([one])
    last = {run[0].series: run for run in runs}
    return tuple(
        Block(run[0].series, run[0].number, run[-1].number, len(run), last[run[0].series] is run)
        for run in runs
    )


def _remarks(serials: Sequence[Serial], distinct: Sequence[Serial]) -> tuple[str, ...]:
    found: list[str] = []
    if len(serials) > len(distinct):
        again = len(serials) - len(distinct)
        found.append(
            f"{again} {'repeat' if again == 1 else 'repeats'} of a number: each counts once"
        )
    if len(distinct) < _FEW:
        found.append(f"few numbers ({len(distinct)}): the interval leans on the prior")
    if len(distinct) > _MOST:
        found.append(f"{len(distinct)} numbers were thinned by chance to {_MOST}")
    if len({one.series for one in distinct}) > 1:
        found.append("several series: series of which no number was seen are not counted")
    return tuple(found)


def _doubts(serials: Sequence[Serial], drawn: Drawn, blocks: Sequence[Block]) -> tuple[str, ...]:
    found: list[str] = []
    if len(blocks) > len({one.series for one in serials}):
        found.append(f"numbers come in {len(blocks)} blocks: units are not the span of the numbers")
    found += [
        f"between {before.number} and {after.number} numbers may have been skipped "
        f"(probability {skip:.1f})"
        for (before, after), skip in zip(pairwise(serials), drawn.skip, strict=True)
        if before.series == after.series and _DOUBTFUL < skip < 1 - _DOUBTFUL
    ]
    return tuple(found)
