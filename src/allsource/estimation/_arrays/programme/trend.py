"""How does a monthly rate move, before anything is claimed?

The log rate is a damped local trend: each month it moves by a slope and a shock of its own; the slope
fades by a tenth a month and is shocked too. The slope is integrated out, so that only the log rate
itself is left, at knots: every month for short spans, every few months for long ones, with straight lines
between. So the number of unknowns stays bounded, and work grows with months times claims at most.

It fails where output stops dead or starts again within a month or two.
"""

from dataclasses import dataclass

import numpy as np

from allsource.estimation._arrays.programme.likelihood import Floats

__all__ = ["Trend", "interpolation", "trend"]

_DAMPING = 0.9
_FIRST_SLOPE = 0.10
_MOST_KNOTS = 72


@dataclass(frozen=True, slots=True)
class Trend:
    """Prior covariance of the log rate at k knots, in parts.

    Args:
        months: to knots: the straight lines between them, shape (months, k).
        fixed: from the unknown level and first slope, shape (k, k).
        slope: for slope shocks of one a month.
        level: for level shocks of one a month.
    """

    months: Floats
    fixed: Floats
    slope: Floats
    level: Floats

    def covariance(self, slope: float, level: float) -> Floats:
        """Give the covariance for monthly shocks of these standard deviations."""
        total: Floats = self.fixed + slope**2 * self.slope + level**2 * self.level
        return total


def interpolation(months: int, spacing: int) -> Floats:
    """Give the straight lines between knots ``spacing`` months apart, shape (months, knots).

    Example:
        >>> interpolation(3, 2).tolist()
        [[1.0, 0.0], [0.5, 0.5], [0.0, 1.0]]
    """
    knots = -(-(months - 1) // spacing) + 1
    lines = np.zeros((months, knots))
    at = np.arange(months)
    left = np.minimum(at // spacing, knots - 1)
    part = (at - left * spacing) / spacing
    lines[at, left] = 1 - part
    lines[at, np.minimum(left + 1, knots - 1)] += part
    return lines


def trend(months: int, level_width: float) -> Trend:
    """Give the prior of the log rate over so many months.

    Args:
        months: of the span, at least 1.
        level_width: standard deviation of the unknown level.

    Example:
        >>> trend(48, 1.0).covariance(0.02, 0.1).shape
        (48, 48)
    """
    spacing = max(-(-(months - 1) // (_MOST_KNOTS - 1)), 1)
    lines = interpolation(months, spacing)
    at = np.arange(lines.shape[1]) * spacing
    first = _DAMPING * (1 - _DAMPING**at) / (1 - _DAMPING)
    lag = at[:, None] - np.arange(1, at[-1] + 1)[None] if len(at) > 1 else np.zeros((1, 0))
    reach = np.where(lag >= 0, (1 - _DAMPING ** (np.maximum(lag, 0) + 1)) / (1 - _DAMPING), 0.0)
    fixed = level_width**2 + _FIRST_SLOPE**2 * first[:, None] * first[None]
    level = np.minimum(at[:, None], at[None]).astype(float)
    return Trend(lines, fixed + 1e-6 * np.eye(len(at)), reach @ reach.T, level)
