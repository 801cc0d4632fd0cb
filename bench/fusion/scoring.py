"""How good are answers with probabilities, and pairs of sources said to copy?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

__all__ = ["Answer", "accuracy", "brier", "calibration_error", "covered", "pair_scores"]

BINS = 15


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer that could be checked."""

    field: str
    right: bool
    probability: float
    inside: bool | None = None


def accuracy(answers: Sequence[Answer]) -> float:
    """Share of right answers."""
    return float(np.mean([one.right for one in answers]))


def brier(answers: Sequence[Answer]) -> float:
    """Mean squared difference of probability and outcome."""
    return float(np.mean([(one.probability - one.right) ** 2 for one in answers]))


def calibration_error(answers: Sequence[Answer]) -> float:
    """Expected calibration error over 15 bins of equal width."""
    said = np.clip([one.probability for one in answers], 1e-6, 1 - 1e-6)
    right = np.array([one.right for one in answers], float)
    part = np.minimum((said * BINS).astype(int), BINS - 1)
    gaps = [
        (part == one).mean() * abs(said[part == one].mean() - right[part == one].mean())
        for one in np.unique(part)
    ]
    return float(sum(gaps))


def covered(answers: Iterable[Answer]) -> float:
    """Share of intervals that hold the true number."""
    return float(np.mean([one.inside for one in answers if one.inside is not None]))


def pair_scores(
    found: set[tuple[str, str]], gold: set[tuple[str, str]]
) -> tuple[float, float, float]:
    """Precision, recall and F1 of pairs."""
    hits = len(found & gold)
    precision, recall = hits / max(len(found), 1), hits / max(len(gold), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-12)
