"""What are the unknowns, with the spreads integrated out?

Nested Laplace with importance sampling (after Rue, Martino and Chopin 2009). For any spreads the other
unknowns are integrated by ``laplace``; the spreads' own posterior is found by a few Newton steps and spread
over an even sequence of points; each point gives draws in proportion to its weight, which ``bridge`` turns
into draws of the exact posterior. K-hat says whether they can be trusted; where it is above 0.7, more are made.
A fit may start from an earlier one.

Beside the main hill of each point ``elsewhere`` looks for others, and draws also begin where a claim that is
followed closely would be given up.

It fails where a part of the posterior gives up several claims together that are followed elsewhere.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from allsource.estimation._arrays.programme.bridge import cross
from allsource.estimation._arrays.programme.design import Design, without
from allsource.estimation._arrays.programme.elsewhere import Begun, doubted, elsewhere
from allsource.estimation._arrays.programme.hills import Hill, Hills
from allsource.estimation._arrays.programme.laplace import Ground, Mode, Spreads, mode
from allsource.estimation._arrays.programme.likelihood import Floats
from allsource.estimation._arrays.programme.psis import TRUSTED

__all__ = ["SPREADS", "Fit", "Start", "fit"]

SPREADS = ((0.02, 0.7), (0.07, 0.6), (0.20, 0.4), (0.10, 0.4))
"""Prior of the spreads (slope, level, bias, noise): median, and standard deviation of the logarithm."""

_POINTS = 64
_DRAWS = 2048
_MOST_DRAWS = 8192
_REACH = 0.35
_FEW_STEPS, _ASIDE_STEPS = 2, 0
_LOOKING, _QUICK_LOOKING = 20, 10
_LAST_MOVES, _QUICK_MOVES = 6, 3
_DOUBT = 0.25
"""Draws that begin without a doubted claim, to those that begin with it."""
_WIDER = 1.3
_NEGLIGIBLE = 8.0
"""A point of the spreads so much less likely (log) than the best is left out."""


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
    ground = Ground(design)
    search = _Search(ground, start)
    if points is None:
        centre, width = search.climb()
        places = centre + width * _even(_POINTS)
        grid = _Grid(ground, search, places, -(((places - centre) / width) ** 2).sum(1) / 2)
    else:
        grid = _Grid(ground, search, *points, quick=True)
    while True:
        found = grid.drawn(draws, seed)
        if found.k_hat <= TRUSTED or draws >= _MOST_DRAWS or points is not None:
            return found
        draws *= 2


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

    def __init__(self, ground: Ground, start: Start | None) -> None:
        self.ground = ground
        self.centre = np.zeros(4) if start is None else start.spreads
        self.known = start is not None
        self.found = [] if start is None else [(start.spreads, start.unknowns, start.biases)]

    def mode(self, place: Floats, steps: int | None = None) -> Mode:
        """Find the mode for these spreads, from that for the nearest; given ``steps``, nearly."""
        spreads = _spreads(place)
        near = min(self.found, key=lambda one: float(((one[0] - place) ** 2).sum()), default=None)
        begun = near and near[1:]
        found = mode(self.ground, self.ground.prior(spreads), spreads, begun, steps)
        self.found.append((place, found.unknowns, found.biases))
        return found

    def above(self, place: Floats, steps: int) -> Callable[[Begun], Mode]:
        """Give what finds, nearly, the hill above a point for these spreads."""
        spreads = _spreads(place)
        prior = self.ground.prior(spreads)
        return lambda begun: mode(self.ground, prior, spreads, begun, steps)

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


class _Grid:
    """Hills over points of the spreads: the main one of each, and others.

    Args:
        ground: of the programme.
        search: for modes.
        places: standardised spreads.
        proposal: how densely they lie (log).
        quick: look for fewer other hills.
    """

    def __init__(
        self,
        ground: Ground,
        search: _Search,
        places: Floats,
        proposal: Floats,
        *,
        quick: bool = False,
    ) -> None:
        main = [search.mode(place, _FEW_STEPS) for place in places]
        level = -proposal - (places**2).sum(1) / 2
        logs = np.array([one.evidence for one in main]) + level
        kept = np.flatnonzero(logs > logs.max() - _NEGLIGIBLE)
        main, places = [main[at] for at in kept], places[kept]
        self.ground, self.quick = ground, quick
        self.places, self.proposal, self.level = places, proposal[kept], level[kept]
        self.spreads = [_spreads(place) for place in places]
        self.priors = [ground.prior(one) for one in self.spreads]
        self.families, self.logs = [main], [logs[kept]]
        best = int(np.argmax(self.logs[0]))
        self.start = Start(places[best], main[best].unknowns, main[best].biases)
        self.look(search, best)
        self.believed = len(self.families)
        for believed in () if quick else doubted(ground, main[best], self.spreads[best]):
            evidence = np.array([one.evidence for one in main])
            self.add(self.without(believed, main), evidence + np.log(_DOUBT))

    def look(self, search: _Search, best: int) -> None:
        """Look for other hills beside the best."""
        place, spreads = self.places[best], self.spreads[best]
        above = search.above(place, _QUICK_LOOKING if self.quick else _LOOKING)
        main = self.families[0][best]
        for other in elsewhere(self.ground, main, spreads, above, misses=not self.quick):
            again = _Search(self.ground, Start(place, other.unknowns, other.biases))
            modes = [again.mode(one, _FEW_STEPS) for one in self.places]
            self.add(modes, np.array([one.evidence for one in modes]))

    def without(self, kept: NDArray[np.bool_], main: list[Mode]) -> list[Mode]:
        """Give the hills that would be there without some claims, from those that are."""
        ground = Ground(without(self.ground.design, kept))
        return [
            mode(ground, prior, spreads, (one.unknowns, one.biases), _ASIDE_STEPS)
            for prior, spreads, one in zip(self.priors, self.spreads, main, strict=True)
        ]

    def add(self, modes: list[Mode], evidence: Floats) -> None:
        """Add a hill for each place."""
        self.families.append(modes)
        self.logs.append(evidence + self.level)

    def drawn(self, draws: int, seed: int) -> Fit:
        """Draw from each hill in proportion to its weight, and bridge to the posterior."""
        logs = np.array(self.logs) - np.max(self.logs)
        hills = [
            Hill(
                family[at],
                self.priors[at],
                spreads,
                float(self.level[at]),
                at,
                float(mass[at]),
                number < self.believed,
            )
            for at, spreads in enumerate(self.spreads)
            for number, (family, mass) in enumerate(zip(self.families, logs, strict=True))
        ]
        moves = _QUICK_MOVES if self.quick else _LAST_MOVES
        found = cross(Hills(self.ground, hills), draws, moves=moves, seed=seed)
        order = np.argsort(-np.exp(logs).sum(0), kind="stable")
        learnt = np.array([[getattr(one, n) for n in Spreads.__slots__] for one in self.spreads])
        return Fit(
            found.unknowns,
            found.likelihood,
            learnt[found.hill // len(logs)],
            found.k_hat,
            self.start,
            (self.places[order], self.proposal[order]),
        )
