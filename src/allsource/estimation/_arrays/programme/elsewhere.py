"""Where else may the posterior be high?

Widths of claims have heavy tails, so a claim may be given up rather than followed, and which are given up can be
settled in several ways: each is a hill. From a hill that is known, others are looked for where its worst
misses would be right after all, and where the lowest and the highest claims on output would put the rate.

It fails where a hill needs several claims, none of which is missed by far, to be given up together.
"""

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from allsource.estimation._arrays.programme.course import predict
from allsource.estimation._arrays.programme.laplace import Ground, Mode, Spreads, toward
from allsource.estimation._arrays.programme.likelihood import Floats, terms

__all__ = ["Begun", "doubted", "elsewhere"]

Begun = tuple[Floats, Floats]
"""Unknowns and biases."""

_FAR_APART = 2.0
"""Where claims on output lie further apart than this (in logarithms), hills are looked for at both ends."""
_MISSED = 2.5
"""So many widths off, a claim may be given up."""
_TRIED = 5
_LONGEST = 3.0
_OTHER = 3.0
"""Hills nearer than this, in standard deviations of the first, are one."""
_NEGLIGIBLE = 6.0
_DOUBTED = 4
_GIVEN_UP = 2.0
"""A claim so many widths from what all others say may be given up, although it is followed."""


def elsewhere(
    ground: Ground,
    found: Mode,
    spreads: Spreads,
    climb: Callable[[Begun], Mode],
    *,
    misses: bool = True,
) -> list[Mode]:
    """Give other hills that are not much lower.

    Args:
        ground: of the programme.
        found: the hill that is known.
        spreads: for which it is one.
        climb: gives the hill above a point.
        misses: also look where claims that are missed would be right.
    """
    others = list[Mode]()
    missed = _missed(ground, found, spreads) if misses else ()
    for begun in (*_ends(ground, spreads), *missed):
        hill = climb(begun)
        known = (found, *others)
        away = min(_distance(found, hill, one) for one in known)
        if away > _OTHER and hill.evidence > found.evidence - _NEGLIGIBLE:
            others.append(hill)
    return others


def _distance(measure: Mode, one: Mode, other: Mode) -> float:
    return float(np.linalg.norm(measure.factor.T @ (one.unknowns - other.unknowns)))


def _ends(ground: Ground, spreads: Spreads) -> Iterator[Begun]:
    """Put the rate where the lowest and the highest claims on output would have it."""
    design = ground.design
    reading, stated, flat = design.reading, design.stated, ground.prior(spreads).mean
    own = ~(reading.share | reading.cost | reading.stock)
    if not own.any():
        return
    off = np.where(stated.point, stated.value, stated.low) - predict(design, flat[None])[0]
    low, high = np.quantile(off[own], [0.02, 0.98])
    for shift in (low, high) if high - low > _FAR_APART else ():
        begun = flat.copy()
        begun[: design.knots] += shift
        yield begun, np.zeros(design.units)


def _missed(ground: Ground, found: Mode, spreads: Spreads) -> Iterator[Begun]:
    """Go where claims that the hill misses most would be right."""
    near = _Near(ground, found, spreads)
    widths = np.abs(near.off) / near.width
    for row in np.argsort(-widths, kind="stable")[:_TRIED]:
        if widths[row] > _MISSED:
            step, shift, gain = near.toward(int(row))
            part = near.off[row] / max(gain, 1e-9)
            part *= min(1.0, _LONGEST / max(np.abs(part * step).max(), 1e-9))
            yield found.unknowns + part * step, found.biases + part * shift


def doubted(ground: Ground, found: Mode, spreads: Spreads) -> Iterator[NDArray[np.bool_]]:
    """Leave out one claim each that is followed closely, but would be far off if all others were believed.

    Tails are so heavy that such a claim is given up in a part of the posterior, which may be no hill of its own.

    Args:
        ground: of the programme.
        found: a hill.
        spreads: for which it is one.
    """
    near = _Near(ground, found, spreads)
    away = np.zeros(len(near.off))
    for row, curvature in enumerate(near.curvature):
        gain = near.toward(row)[2]
        away[row] = abs(near.slope[row] * gain / max(1 - curvature * gain, 1e-3)) / near.width[row]
    away[np.abs(near.off) > _MISSED * near.width] = 0.0
    for row in np.argsort(-away, kind="stable")[:_DOUBTED]:
        if away[row] > _GIVEN_UP:
            yield np.arange(len(away)) != row


class _Near:
    """What claims say of a hill: how far off they are, and what each pulls.

    Args:
        ground: of the programme.
        found: the hill.
        spreads: for which it is one.
    """

    def __init__(self, ground: Ground, found: Mode, spreads: Spreads) -> None:
        stated, point = (
            ground.design.stated,
            np.concatenate([found.unknowns, found.biases])[:, None],
        )
        seen = ground.course.see(point)
        told = seen.predictor[:, 0]
        pulls = terms(stated, told, spreads.noise)
        right = np.where(stated.point, stated.value, np.clip(told, stated.low, stated.high))
        side = np.where(right > told, stated.below, stated.above)
        self.found, self.reading, self.units = found, ground.design.reading, ground.design.units
        self.off, self.width = right - told, np.hypot(stated.noise * spreads.noise, side)
        self.slope, self.curvature = pulls.slope, pulls.curvature
        self.slopes = ground.course.tangent(point, seen)

    def toward(self, row: int) -> tuple[Floats, Floats, float]:
        """Give the cheapest step that moves what a claim reads, and how far it moves it: its variance."""
        bias = np.zeros(self.units)
        bias[self.reading.unit[row]] = self.reading.bias[row]
        step, shift = toward(self.found, self.slopes[row], bias)
        return step, shift, float(self.slopes[row] @ step + bias @ shift)
