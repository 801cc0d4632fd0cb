"""What does each claim read at many points at once, and how does that change with the unknowns?

A point is a column: the unknowns, then the biases of roots. Running totals are weighted by a sparse matrix, so
that a claim costs what it touches; slopes are carried back through the same steps, and written out as a matrix of
claims times unknowns for one point only, where curvature is wanted.
"""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from allsource.estimation._arrays.programme.design import Design, Reading
from allsource.estimation._arrays.programme.likelihood import Floats

__all__ = ["Course", "Seen", "paths", "predict"]

_CLIP = 60.0
_LEAST = 1e-12
_FEW = 32


@dataclass(frozen=True, slots=True)
class Seen:
    """What claims read at s points, and what was passed on the way.

    Args:
        predictor: shape (n, s).
        made: output of each month, shape (months, s).
        used: use of each month, None without stock.
        log: log volume less its reference, shape (n, s).
        volume: of each claim, shape (n, s).
        bent: slope of the bending of stocks, shape (stocks, s).
    """

    predictor: Floats
    made: Floats
    used: Floats | None
    log: Floats
    volume: Floats
    bent: Floats


class Course:
    """The way from unknowns to claims and back.

    Args:
        design: of the programme.
    """

    def __init__(self, design: Design) -> None:
        reading, self.design = design.reading, design
        self.months = csr_array(design.trend.months)
        self.totals = _weights(reading, len(design.trend.months) + 1)
        self.linear = _linear(reading, design.units)
        self.stocks, self.costs, self.shares, self.whole = (
            np.flatnonzero(one)
            for one in (reading.stock, reading.cost, reading.share, reading.whole)
        )
        self.use = None if design.extras.use is None else csr_array(design.extras.use)
        self.uses = np.zeros(0, int) if self.use is None else np.unique(self.use.indices)
        self.of_stock = self.totals[self.stocks]
        self.back = tuple(one.T.tocsr() for one in (self.months, self.totals, self.linear))
        self.use_back = None if self.use is None else self.use.T.tocsr()
        self.stock_back = self.of_stock.T.tocsr()

    def see(self, points: Floats) -> Seen:
        """Follow points, shape (d + units, s), to the claims."""
        design, more = self.design, self.design.extras
        rest = points[design.knots :]
        made = _exp(self.months @ points[: design.knots])
        volume, used = self.totals @ _running(made), None
        bent = np.empty((0, points.shape[1]))
        if self.use is not None:
            used = _exp(self.use @ rest[: len(more.mean)])
            volume[self.stocks] -= self.of_stock @ _running(used)
        if more.before is not None:
            volume[self.whole] += _exp(rest[more.before])
        if more.opening is not None:
            held = volume[self.stocks] + _exp(rest[more.opening])
            volume[self.stocks], bent = _bent(held, design.reading.soft[self.stocks, None])
        volume[self.shares] = 1.0
        np.maximum(volume, _LEAST, out=volume)
        log = np.log(volume) - design.reading.reference[:, None]
        predictor = self.linear @ rest + log
        if more.learning is not None:
            predictor[self.costs] -= (1 + rest[more.learning]) * log[self.costs]
        predictor[self.shares] -= log[self.shares]
        return Seen(predictor, made, used, log, volume, bent)

    def power(self, points: Floats, seen: Seen) -> Floats:
        """Give the slope of each predictor in its bare volume, shape (n, s)."""
        more = self.design.extras
        power = 1 / seen.volume
        power[self.shares] = 0.0
        if more.learning is not None:
            power[self.costs] *= -points[self.design.knots + more.learning]
        if more.opening is not None:
            power[self.stocks] *= seen.bent
        return power

    def carry(self, points: Floats, seen: Seen, slope: Floats) -> Floats:
        """Carry slopes in the predictors, shape (n, s), back to the unknowns and biases."""
        more, knots = self.design.extras, self.design.knots
        months_back, totals_back, linear_back = self.back
        found = np.empty_like(points)
        rest = found[knots:]
        rest[:] = linear_back @ slope
        power = slope * self.power(points, seen)
        if more.learning is not None:
            rest[more.learning] -= (slope[self.costs] * seen.log[self.costs]).sum(0)
        if more.opening is not None:
            opening = _exp(points[knots + more.opening])
            rest[more.opening] += opening * power[self.stocks].sum(0)
        if more.before is not None:
            rest[more.before] += _exp(points[knots + more.before]) * power[self.whole].sum(0)
        found[:knots] = months_back @ (seen.made * _later(totals_back @ power))
        if self.use_back is not None and seen.used is not None:
            spent = seen.used * _later(self.stock_back @ power[self.stocks])
            rest[: len(more.mean)] -= self.use_back @ spent
        return found

    def tangent(self, point: Floats, seen: Seen) -> Floats:
        """Give the slopes of the predictors at one point, shape (n, d), biases left out."""
        design, more = self.design, self.design.extras
        scale, knots = self.power(point, seen), design.knots
        found = np.empty((len(scale), design.unknowns))
        np.multiply(
            scale, self.totals @ _running(seen.made * design.trend.months), out=found[:, :knots]
        )
        rest, tail = point[knots:, 0], found[:, knots:]
        tail[:] = design.reading.linear
        if more.use is not None and seen.used is not None:
            spent = self.of_stock @ _running(seen.used * more.use[:, self.uses])
            tail[np.ix_(self.stocks, self.uses)] -= scale[self.stocks] * spent
        if more.before is not None:
            tail[self.whole, more.before] += scale[self.whole, 0] * _exp(rest[more.before])
        if more.opening is not None:
            tail[self.stocks, more.opening] += scale[self.stocks, 0] * _exp(rest[more.opening])
        if more.learning is not None:
            tail[self.costs, more.learning] -= seen.log[self.costs, 0]
        return found


def paths(design: Design, unknowns: Floats) -> tuple[Floats, Floats, Floats | None]:
    """Give log rate, running totals of output and of use.

    Args:
        design: of t months.
        unknowns: draws, shape (draws, d).

    Returns:
        Shapes (draws, t), (draws, t + 1) and, with stock, (draws, t + 1).
    """
    rate = np.clip(csr_array(design.trend.months) @ unknowns[:, : design.knots].T, -_CLIP, _CLIP)
    totals = _running(np.exp(rate)).T
    if design.extras.use is None:
        return rate.T, totals, None
    used = csr_array(design.extras.use) @ unknowns[:, design.knots :].T
    return rate.T, totals, _running(_exp(used)).T


def predict(design: Design, unknowns: Floats) -> Floats:
    """Give the predictor of each claim without its root's bias, shape (draws, n)."""
    points = np.zeros((design.unknowns + design.units, len(unknowns)))
    points[: design.unknowns] = unknowns.T
    return Course(design).see(points).predictor.T


def _weights(reading: Reading, totals: int) -> "csr_array[np.float64, tuple[int, int]]":
    rows, places = np.nonzero(reading.weight * ~reading.share[:, None])
    at = (rows, reading.at[rows, places])
    return csr_array((reading.weight[rows, places], at), shape=(len(reading.at), totals))


def _linear(reading: Reading, units: int) -> "csr_array[np.float64, tuple[int, int]]":
    """Give the weights of extras and biases together."""
    rows, places = np.nonzero(reading.linear)
    count, extras = reading.linear.shape
    weights = np.r_[reading.linear[rows, places], reading.bias]
    at = (np.r_[rows, np.arange(count)], np.r_[places, extras + reading.unit])
    return csr_array((weights, at), shape=(count, extras + units))


def _exp(log: Floats) -> Floats:
    """Give the exponential, kept finite."""
    found: Floats = np.exp(np.clip(log, -_CLIP, _CLIP))
    return found


def _running(monthly: Floats) -> Floats:
    """Sum from the first month; nothing before it. Of many columns rows are added: it is quicker."""
    found = np.zeros((len(monthly) + 1, *monthly.shape[1:]))
    if monthly.shape[1] < _FEW:
        np.cumsum(monthly, axis=0, out=found[1:])
        return found
    for month, made in enumerate(monthly):
        np.add(found[month], made, out=found[month + 1])
    return found


def _later(slopes: Floats) -> Floats:
    """Give for each month the sum over the running totals that hold it."""
    found = slopes[1:].copy()
    if found.shape[1] < _FEW:
        np.cumsum(found[::-1], axis=0, out=found[::-1])
        return found
    for month in range(len(found) - 1, 0, -1):
        found[month - 1] += found[month]
    return found


def _bent(held: Floats, soft: Floats) -> tuple[Floats, Floats]:
    """Bend stocks above nought; also the slope of the bending."""
    ratio = np.clip(held / soft, -_CLIP, _CLIP)
    low = ratio < _CLIP / 2
    sunk = np.exp(-np.abs(ratio))
    volume = np.where(low, soft * (np.maximum(ratio, 0) + np.log1p(sunk)), held)
    return volume, np.where(low, np.where(ratio > 0, 1.0, sunk) / (1 + sunk), 1.0)
