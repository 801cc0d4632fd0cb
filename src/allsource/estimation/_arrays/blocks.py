"""How many were made, given a sample of their serial numbers, when numbers come in blocks?

The German tank problem without its assumption of one block that starts at 1. Made
units stand in a row; each is seen or not. Between two seen units of one block the
unseen ones are counted by the numbers themselves; between blocks, before the first
and after the last they are not. With rate ``lam`` of seeing, the unseen between two
seen units are geometric. A wide gap is either a run of unseen units or a skip of
numbers to another block; a Gibbs sampler draws, in many chains at once, which gaps
are skips, the rate, and how much likelier recent units are to be seen (a power of
their place in the row), then the unseen units that no number counts. A block may end
at any unit, so long gaps are likelier to hold an end than short ones: gaps within a
block are shorter than chance would have them, and at a skip both the end of one block
and the start of another are unseen. Without this, rows of many blocks come out a
seventh too small.

The mathematics for one block: Höhle and Held, "Bayesian estimation of the size of a
population" (2006). The block model is ours.

It fails where numbers within a block are left out on purpose, where blocks run in
parallel and interleave, and where skips are no wider than ordinary gaps: then skips
are counted as units.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Drawn", "Gaps", "draw"]

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

_POWERS = np.array([0.0, 0.5, 1.0, 2.0])
"""How seeing depends on the place in the row: likelihood as its power; 0 is not at all."""

_PRIOR = np.array([0.2, 0.3, 0.3, 0.2])
_SKIPS = (1.0, 19.0)
"""Beta prior of the share of gaps that are skips."""

_WIDE = 30.0
"""A skip is typically so many ordinary gaps wide: its density falls as 1 / (width + this)."""

_NODES = (np.arange(12) + 0.5) / 12
_OTHERS = _NODES[np.array([6, 1, 10, 3, 8, 0, 11, 4, 9, 2, 7, 5])]
"""The same, shuffled: pairs of the two stand for two independent draws."""
_CANDIDATES = 60
"""So many of the widest gaps may be skips; the others are joined."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """The gaps between seen numbers, in order, over all series.

    Args:
        unseen: numbers between neighbours, shape (n,); infinite between two series.
        before: numbers below the first of each series, shape (m,), infinite where unknown.
        ordered: the order of numbers is that of making: there is one series.
    """

    unseen: Floats
    before: Floats
    ordered: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """What was drawn.

    Args:
        total: units made, shape (chains,).
        skip: probability that each gap is a skip, shape (n,).
    """

    total: Floats
    skip: Floats


def draw(gaps: Gaps, *, chains: int = 1000, sweeps: int = 40, seed: int = 0) -> Drawn:
    """Draw from the posterior of the number of units made.

    Args:
        gaps: at least one of them finite.
        chains: drawn side by side; each gives one draw.
        sweeps: of every chain, of which the second half counts for the skips.
        seed: of the generator.

    Returns:
        One total a chain, and the probability of every gap to be a skip.

    Raises:
        ValueError: no gap is finite.

    Example:
        >>> found = draw(Gaps(np.full(19, 4.0), np.array([3.0]), True), chains=400)
        >>> bool(85 < np.median(found.total) < 120)
        True
    """
    if not np.isfinite(gaps.unseen).any():
        raise ValueError("no two numbers stand in one series")
    state = _Chains(gaps, chains, np.random.default_rng(seed))
    counted = np.zeros(len(gaps.unseen))
    for sweep in range(sweeps):
        state.sweep()
        if sweep >= sweeps // 2:
            counted += state.skips.mean(0)
    return Drawn(state.totals(), counted / (sweeps - sweeps // 2))


class _Chains:
    """The state of all chains: which gaps are skips, the rate of seeing, its power."""

    def __init__(self, gaps: Gaps, chains: int, rng: np.random.Generator) -> None:
        self.rng, self.gaps = rng, gaps
        self.between = ~np.isfinite(gaps.unseen)
        self.unseen = np.where(self.between, 0.0, gaps.unseen)
        joined = self.unseen[~self.between]
        self.span = joined.sum() + 2.0
        count = len(gaps.unseen)
        wide = np.argsort(-self.unseen, kind="stable")[:_CANDIDATES]
        narrowest = np.flatnonzero(~self.between)[np.argmin(joined)]
        self.candidates = np.array(
            [at for at in wide if not self.between[at] and at != narrowest], dtype=int
        )
        self.powers = _POWERS if gaps.ordered else _POWERS[:1]
        self.prior = np.log(_PRIOR if gaps.ordered else np.ones(1))
        places = np.concatenate([[0.5], np.arange(1, count + 1), [count + 0.999]]) / (count + 1)
        self.weights = np.array([(1 + a) * places ** (a / (1 + a)) for a in self.powers])
        start = 1 / np.maximum(np.median(joined) * 1.4, 1.0)
        self.rate = start * np.exp(0.3 * rng.standard_normal(chains))
        self.power = rng.integers(len(self.powers), size=chains)
        self.odds = np.full(chains, _SKIPS[0] / _SKIPS[1])
        self.skips = np.broadcast_to(self.between, (chains, count)).copy()

    def sweep(self) -> None:
        """Draw skips, then the rate, then the power, each given the others."""
        self._draw_skips()
        self._move_rate()
        self._move_rate()
        if len(self.powers) > 1:
            logs = [
                self._joined(self.rate, self.weights[row][None, 1:-1]) + self.prior[row]
                for row in range(len(self.powers))
            ]
            noise = self.rng.gumbel(size=(len(self.rate), len(self.powers)))
            self.power = (np.stack(logs, axis=1) + noise).argmax(1)

    def _draw_skips(self) -> None:
        at = self.candidates
        if not len(at):
            return
        count = len(self.between) - self.between.sum()
        found = self.skips[:, at].sum(1)
        share = self.rng.beta(_SKIPS[0] + found, _SKIPS[1] + count - found)[:, None]
        self.odds = (share / (1 - share))[:, 0]
        rates = self.rate[:, None] * self.weights[self.power][:, 1:-1][:, at]
        ends = rates + (self.odds * self.rate)[:, None]
        unseen = self.unseen[at]
        joined = np.log(-np.expm1(-ends)) - ends * unseen
        split = np.log(self._skip_density(rates, ends, unseen))
        odds = np.log(share) - np.log1p(-share) + split - joined
        self.skips[:, at] = self.rng.logistic(size=odds.shape) < odds

    def _skip_density(self, rates: Floats, ends: Floats, unseen: Floats) -> Floats:
        """Density of a gap made of unseen units and a skip, over how many are units.

        They are the end of a block, which comes before the next seen unit, and the start of another.
        """
        units = -np.log1p(-_NODES) / ends[..., None] - np.log1p(-_OTHERS) / rates[..., None]
        width = unseen[None, :, None] - units
        scale = _WIDE / rates[..., None]
        density = 1 / ((np.maximum(width, 0) + scale) * np.log((self.span + scale) / scale))
        kept: Floats = np.where(width > 0, density, 0.0).mean(-1)
        return np.maximum(kept, 1e-300)

    def _joined(self, rate: Floats, weights: Floats) -> Floats:
        """Log-likelihood of the gaps that are no skips, shape (chains,)."""
        rates = rate[:, None] * (weights + self.odds[:, None])
        logs = np.log(-np.expm1(-rates)) - rates * self.unseen
        total: Floats = np.where(self.skips, 0.0, logs).sum(1)
        return total

    def _target(self, rate: Floats) -> Floats:
        """Log posterior of the log rate; p = 1 - exp(-rate) has the prior p^-1 (1-p)^-1/2."""
        weights = self.weights[self.power][:, 1:-1]
        prior = -np.log(-np.expm1(-rate)) + np.log(rate) - rate / 2
        return self._joined(rate, weights) + prior

    def _move_rate(self) -> None:
        """Move the rate by one step of Metropolis, in the logarithm."""
        width = 1.7 / np.sqrt((~self.skips).sum(1))
        moved = self.rate * np.exp(width * self.rng.standard_normal(len(self.rate)))
        gain = self._target(moved) - self._target(self.rate)
        accepted = np.log(self.rng.random(len(self.rate))) < gain
        self.rate = np.where(accepted, moved, self.rate)

    def totals(self) -> Floats:
        """Add to the seen units the unseen ones, counted by numbers or drawn."""
        rates = self.rate[:, None] * self.weights[self.power]
        chains, count = self.skips.shape
        total: Floats = np.full(chains, count + 1.0) + np.where(self.skips, 0.0, self.unseen).sum(1)
        inside = np.where(self.between, np.inf, self.unseen)
        ends = rates[:, 1:-1] + np.where(self.between, 0.0, (self.odds * self.rate)[:, None])
        drawn = self._unseen(ends, inside)
        begun = self._unseen(rates[:, 1:-1], inside - drawn)
        drawn += np.where(self.between, 0.0, begun)
        total += np.where(self.skips, drawn, 0.0).sum(1)
        total += self._unseen(rates[:, :1], self.gaps.before[:1])[:, 0]
        total += self._unseen(rates[:, -1:], np.array([np.inf]))[:, 0]
        starts = np.flatnonzero(self.between)
        total += self._unseen(rates[:, 1:-1][:, starts], self.gaps.before[1:]).sum(1)
        return total

    def _unseen(self, rates: Floats, most: Floats) -> Floats:
        """Draw how many units stand unseen in a row, at most so many."""
        mass = -np.expm1(-rates * (most + 1))
        drawn: Floats = np.floor(-np.log1p(-self.rng.random(rates.shape) * mass) / rates)
        least: Floats = np.minimum(drawn, most)
        return least
