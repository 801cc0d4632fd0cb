"""Can weighted draws be trusted, and how are their weights smoothed?

Pareto-smoothed importance sampling: the largest weights are replaced by quantiles of a generalised Pareto
distribution fitted to them (Zhang and Stephens 2009; Vehtari, Simpson, Gelman, Yao and Gabry 2024). Its
shape, k-hat, tells whether they can be trusted: above 0.7 they cannot.
"""

import numpy as np

from allsource.estimation._arrays.programme.likelihood import Floats

__all__ = ["TRUSTED", "smoothed", "systematic"]

TRUSTED = 0.7
"""With k-hat above this, tails are not to be quoted."""

_LEAST_TAIL = 5
_FLAT = 1e-9
_TIED = 1e-6
"""An excess below this share of the largest is a tie with the cut, and tells nothing of the tail."""


def smoothed(log_weights: Floats) -> tuple[Floats, float]:
    """Give smoothed weights that sum to one, and k-hat.

    Args:
        log_weights: shape (n,).

    Example:
        >>> weights, k_hat = smoothed(np.zeros(100))
        >>> round(float(weights.sum()), 6), k_hat
        (1.0, 0.0)
    """
    logs = np.nan_to_num(log_weights - np.nanmax(log_weights), nan=-700.0, neginf=-700.0)
    size = int(min(0.2 * len(logs), 3 * np.sqrt(len(logs))))
    order = np.argsort(logs, kind="stable")
    shape = 0.0
    if size >= _LEAST_TAIL and logs[order[-1]] > logs[order[-size]]:
        cut = np.exp(logs[order[-size - 1]])
        excess = np.exp(logs[order[-size:]]) - cut
        shape, scale = _pareto(excess[excess > _TIED * excess[-1]])
        chance = (np.arange(size) + 0.5) / size
        rate = -np.log1p(-chance)
        steep = np.minimum(shape * rate, 700.0)
        quantile = scale * (np.expm1(steep) / shape if abs(shape) > 1e-9 else rate)
        logs = logs.copy()
        logs[order[-size:]] = np.minimum(np.log(quantile + cut), 0.0)
    weights = np.exp(logs)
    return weights / weights.sum(), float(shape)


def _pareto(excess: Floats) -> tuple[float, float]:
    """Fit shape and scale of a generalised Pareto distribution to sorted excesses."""
    count = len(excess)
    grid = 30 + int(np.sqrt(count))
    quarter = excess[int(count / 4 + 0.5) - 1]
    theta = 1 / excess[-1] + (1 - np.sqrt(grid / (np.arange(1, grid + 1) - 0.5))) / (3 * quarter)
    theta = np.where(np.abs(theta) < _FLAT / excess[-1], _FLAT / excess[-1], theta)
    shapes = np.log1p(-theta[:, None] * excess).mean(1)
    profile = count * (np.log(-theta / shapes) - shapes - 1)
    weight = 1 / np.exp(np.clip(profile - profile[:, None], None, 700)).sum(1)
    best = float((theta * weight).sum())
    shape = float(np.log1p(-best * excess).mean())
    scale = -shape / best
    return (shape * count + 5) / (count + 10), scale


def systematic(weights: Floats, count: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Pick ``count`` draws in proportion to their weights, evenly."""
    steps = (np.arange(count) + 0.5) / count
    return np.minimum(np.searchsorted(np.cumsum(weights), steps), len(weights) - 1).astype(np.int64)
