"""What are the unknowns, with the spreads integrated out?

Nested Laplace with importance sampling (after Rue, Martino and Chopin 2009). For any spreads the other
unknowns are integrated by ``laplace``; the spreads' own posterior is found by a few Newton steps and spread
over an even sequence of points; each point gives draws in proportion to its weight, which ``bridge`` turns
into draws of the exact posterior. K-hat says whether they can be trusted; where it is above 0.7, more are made.
A fit may start from an earlier one.

Where claims lie far apart, hills are also looked for where the lowest and the highest claims lie.

It fails where the posterior has a hill that neither lies in the middle nor where an extreme claim lies.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri

from allsource.estimation._arrays.programme.bridge import Hill, cross
from allsource.estimation._arrays.programme.design import Design, predict
from allsource.estimation._arrays.programme.laplace import Mode, Spreads, mode, prior_of
from allsource.estimation._arrays.programme.likelihood import Floats
from allsource.estimation._arrays.programme.psis import TRUSTED, systematic

__all__ = ["SPREADS", "Fit", "Start", "fit"]

SPREADS = ((0.02, 0.7), (0.07, 0.6), (0.20, 0.4), (0.10, 0.4))
"""Prior of the spreads (slope, level, bias, noise): median, and standard deviation of the logarithm."""

_POINTS = 64
_DRAWS = 2048
_MOST_DRAWS = 8192
_REACH = 0.35
_FAR_APART = 2.0
"""Where claims lie further apart than this (in logarithms), other hills are looked for."""
_OTHER_HILL = 1.0
_NEGLIGIBLE = 8.0
_WIDER = 1.3


@dataclass(frozen=True, slots=True)
class Start:
    """Where an earlier fit ended: standardised spreads, unknowns, biases."""

    spreads: Floats
    unknowns: Floats
    biases: Floats


@dataclass(frozen=True, slots=True)
class Fit:
    """Draws of the posterior, all of one weight.

    Args:
        unknowns: shape (draws, d).
        likelihood: log-likelihood of each claim, shape (draws, n).
        learnt: the spreads of each draw, shape (draws, 4).
        k_hat: whether weights can be trusted.
        start: for the next fit.
        points: where the spreads were tried, the weightiest first, and how densely (log).
    """

    unknowns: Floats
    likelihood: Floats
    learnt: Floats
    k_hat: float
    start: Start
    points: tuple[Floats, Floats]

    @property
    def trusted(self) -> bool:
        """Whether tails may be quoted."""
        return self.k_hat <= TRUSTED


def fit(
    design: Design,
    *,
    start: Start | None = None,
    points: tuple[Floats, Floats] | None = None,
    draws: int = _DRAWS,
    seed: int = 0,
) -> Fit:
    """Draw from the posterior.

    Args:
        design: of the programme.
        start: an earlier fit's; fewer steps are needed.
        points: those of an earlier fit, to be used again; None looks for them.
        draws: how many; more are made where they cannot be trusted.
        seed: of the noise; the same seed gives the same draws.
    """
    search = _Search(design, start)
    if points is None:
        centre, width = search.climb()
        places = centre + width * _even(_POINTS)
        proposal = -(((places - centre) / width) ** 2).sum(1) / 2
    else:
        places, proposal = points
    modes = [search.mode(place) for place in places]
    for other in _elsewhere(design, modes[len(modes) // 2], places[len(modes) // 2]):
        again = _Search(design, other)
        modes += [again.mode(place) for place in places[: len(proposal)]]
    places, proposal = (
        np.concatenate([one] * (len(modes) // len(one))) for one in (places, proposal)
    )
    logs = np.array([one.evidence for one in modes]) - proposal - (places**2).sum(1) / 2
    while True:
        found = _drawn(design, places, modes, logs, proposal, draws, seed)
        if found.k_hat <= TRUSTED or draws >= _MOST_DRAWS or points is not None:
            return found
        draws *= 2


def _elsewhere(design: Design, found: Mode, place: Floats) -> list[Start]:
    """Look for other hills: begin where the lowest and the highest claims would put the rate."""
    reading, flat = design.reading, prior_of(design, _spreads(place)).mean
    own = ~(reading.share | reading.cost | reading.stock)
    if not own.any():
        return []
    off = np.where(design.stated.point, design.stated.value, design.stated.low)
    implied = (off - predict(design, flat[None])[0])[own]
    low, high = np.quantile(implied, [0.02, 0.98])
    others = list[Start]()
    for shift in (low, high) if high - low > _FAR_APART else ():
        begun = flat.copy()
        begun[: design.knots] += shift
        hill = _Search(design, Start(place, begun, np.zeros(design.units))).mode(place)
        known = [found.unknowns, *(one.unknowns for one in others)]
        away = min(float(np.abs((hill.unknowns - one)[: design.knots]).max()) for one in known)
        if away > _OTHER_HILL and hill.evidence > found.evidence - _NEGLIGIBLE:
            others.append(Start(place, hill.unknowns, hill.biases))
    return others


def _spreads(place: Floats) -> Spreads:
    values = [middle * np.exp(width * z) for (middle, width), z in zip(SPREADS, place, strict=True)]
    return Spreads(*(float(one) for one in values))


def _even(count: int) -> Floats:
    """Evenly spread standard normal points in four dimensions (Roberts' sequence)."""
    golden = 1.1673039782614187
    steps = golden ** -np.arange(1.0, 5.0)
    return np.asarray(ndtri((0.5 + np.arange(1, count + 1)[:, None] * steps) % 1), dtype=float)


class _Search:
    """Looks for the spreads, each mode starting from the last."""

    def __init__(self, design: Design, start: Start | None) -> None:
        self.design = design
        self.centre = np.zeros(4) if start is None else start.spreads
        self.known = start is not None
        self.last = None if start is None else (start.unknowns, start.biases)

    def mode(self, place: Floats) -> Mode:
        spreads = _spreads(place)
        found = mode(self.design, prior_of(self.design, spreads), spreads, self.last)
        self.last = (found.unknowns, found.biases)
        return found

    def log(self, place: Floats) -> float:
        return self.mode(place).evidence - float(place @ place) / 2

    def climb(self) -> tuple[Floats, Floats]:
        """Give the middle of the spreads' posterior and its width in each direction."""
        at = self.centre
        here = self.log(at)
        for turn in range(1 if self.known else 3):
            sides = np.array(
                [[self.log(at + sign * step) for sign in (-1, 1)] for step in _REACH * np.eye(4)]
            )
            slope = (sides[:, 1] - sides[:, 0]) / (2 * _REACH)
            bent = np.maximum((2 * here - sides.sum(1)) / _REACH**2, 0.6)
            moved = at + np.clip(slope / bent, -1, 1)
            if np.abs(moved - at).max() < 0.2 and turn:
                break
            there = self.log(moved)
            if there < here:
                moved = at + (moved - at) / 3
                there = self.log(moved)
            if there > here:
                at, here = moved, there
        return at, _WIDER / np.sqrt(bent)


def _drawn(
    design: Design,
    places: Floats,
    modes: list[Mode],
    logs: Floats,
    proposal: Floats,
    draws: int,
    seed: int,
) -> Fit:
    """Draw from each mode in proportion to its weight, and bridge to the posterior."""
    mass = np.exp(logs - logs.max())
    mass /= mass.sum()
    counts = np.bincount(systematic(mass, draws), minlength=len(mass))
    levels = -proposal - (places**2).sum(1) / 2
    hills = list[Hill]()
    for place, one, level in zip(places, modes, levels, strict=True):
        spreads = _spreads(place)
        hills.append(Hill(one, prior_of(design, spreads), spreads, float(level)))
    found = cross(design, hills, counts, seed=seed)
    order = np.argsort(-mass, kind="stable")
    best = int(order[0])
    learnt = np.array([[getattr(one.spreads, n) for n in Spreads.__slots__] for one in hills])
    return Fit(
        found.unknowns,
        found.likelihood,
        learnt[found.hill],
        found.k_hat,
        Start(places[best], modes[best].unknowns, modes[best].biases),
        (places[order], proposal[order]),
    )
