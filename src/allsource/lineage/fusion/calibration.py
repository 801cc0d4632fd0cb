"""How far can a probability be believed?

Sources may all be wrong in a way that no source shows, and the model then is too sure; where little is
known it is not sure enough. Where outcomes are known of some material, a line through the log odds
(Platt 1999) puts both right for other material of the same kind.

It fails where the other material is of another kind.
"""

from dataclasses import dataclass

import numpy as np

from allsource.lineage.fusion.arrays import Bools, Floats

__all__ = ["AS_IS", "Calibration", "calibrate"]

_SUREST = 1e-6
_TURNS = 50
_SHRINK = 1e-3


@dataclass(frozen=True, slots=True)
class Calibration:
    """A line through the log odds.

    Args:
        slope: by which they are multiplied.
        offset: what is added to them.
    """

    slope: float
    offset: float

    def __call__(self, probability: Floats) -> Floats:
        """Give calibrated probabilities.

        Args:
            probability: as the model gives them.

        Example:
            >>> AS_IS(np.array([0.2, 0.9])).round(3).tolist()
            [0.2, 0.9]
        """
        return np.asarray(1 / (1 + np.exp(-(self.slope * _odds(probability) + self.offset))))


AS_IS = Calibration(1.0, 0.0)
"""Believes every probability."""


def calibrate(probability: Floats, right: Bools) -> Calibration:
    """Fit a calibration by Newton's method.

    Args:
        probability: what the model said of each answer.
        right: whether it was right.

    Raises:
        ValueError: all are right, or all are wrong: nothing can be learned.

    Example:
        >>> fit = calibrate(np.full(100, 0.99), np.arange(100) < 80)
        >>> fit(np.array([0.99])).round(2).tolist()
        [0.8]
    """
    if right.all() or not right.any():
        raise ValueError("calibration needs answers of which some are right and some are wrong")
    rows = np.column_stack([_odds(probability), np.ones(len(probability))])
    start = np.array([1.0, 0.0])
    line = start.copy()
    for _ in range(_TURNS):
        said = 1 / (1 + np.exp(-(rows @ line)))
        slope = rows.T @ (right - said) - _SHRINK * (line - start)
        bend = (rows * (said * (1 - said))[:, None]).T @ rows + _SHRINK * np.eye(2)
        step = np.linalg.solve(bend, slope)
        line = line + np.clip(step, -1.0, 1.0)
        if np.abs(step).max() < 1e-9:
            break
    return Calibration(float(line[0]), float(line[1]))


def _odds(probability: Floats) -> Floats:
    inner = np.clip(probability, _SUREST, 1 - _SUREST)
    return np.asarray(np.log(inner / (1 - inner)))
