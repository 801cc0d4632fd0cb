"""How good are a low, a median and a high?

All systems are scored on the three numbers that the contract prints. Their CRPS is that of the
distribution with a normal half of its own on either side of the median, in logs.
"""

from collections import defaultdict
from collections.abc import Iterator

import numpy as np
from bench.frozen import Row
from scipy.special import ndtri

__all__ = ["Ends", "Scores", "crps"]

Ends = tuple[float, float, float]
_NODES = ndtri((np.arange(400) + 0.5) / 400)
_END = float(ndtri(0.95))
LEAST = 1e-3


def crps(draws: np.ndarray, true: float) -> float:
    """Continuous ranked probability score of draws, from their order."""
    order = 2 * np.arange(1, len(draws) + 1) - len(draws) - 1
    return float(np.abs(draws - true).mean() - (np.sort(draws) @ order) / len(draws) ** 2)


def halves(low: float, median: float, high: float) -> np.ndarray:
    """Draws at even probabilities of the two halves of a normal, from logs of its 90 % ends."""
    below, above = (median - low) / _END, (high - median) / _END
    drawn: np.ndarray = median + np.where(_NODES < 0, below, above) * _NODES
    return drawn


class Scores:
    """What became of one system."""

    def __init__(self, name: str, *, rival: bool) -> None:
        self.name, self.rival = name, rival
        self.kept: dict[tuple[str, str], list[tuple[float, ...]]] = defaultdict(list)

    def add(self, quantity: str, family: str, ends: Ends, true: float) -> None:
        """Hold one estimate against the truth; both families and all are kept."""
        low, median, high = (float(np.log(max(one, LEAST))) for one in ends)
        at = float(np.log(max(true, 0.5)))
        inside = ends[0] <= true <= ends[2]
        error = abs(np.expm1(median - at))
        row = (inside, error, crps(halves(low, median, high), at), high - low)
        for name in (family, ""):
            self.kept[quantity, name].append(row)

    def rows(self, sample: str) -> Iterator[Row]:
        """Give what is frozen: all five figures over all, coverage alone by family."""
        for (quantity, family), kept in sorted(self.kept.items()):
            held, error, score, width = np.array(kept).T
            figures = {
                "90 % interval holds the truth, %": round(100 * float(held.mean()), 1),
                "median error, %": round(100 * float(np.median(error)), 1),
                "CRPS of the log": round(float(score.mean()), 4),
                "90 % width of the log, median": round(float(np.median(width)), 3),
            }
            for metric, value in figures.items():
                if family and not metric.startswith("90 % interval"):
                    continue
                where = f"{sample}, {family}" if family else sample
                row: Row = {"name": self.name, "metric": f"{where}: {quantity}, {metric}"}
                row |= {"value": value, "n": len(kept)}
                yield row | ({"rival": True} if self.rival else {})
