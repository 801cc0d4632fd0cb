"""The error that exact probabilities show by chance is measured as any other is."""

import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.reuse.calibration import expected, gap


def test_the_gap_is_that_of_the_bins_by_weight():
    chance, was = np.array([0.1, 0.1, 0.9, 0.9]), np.array([0.0, 0.0, 1.0, 0.0])
    assert gap(chance, was, np.ones(4)) == pytest.approx((2 * 0.1 + 2 * 0.4) / 4)
    assert gap(chance, was, np.array([1.0, 1.0, 1.0, 0.0])) == pytest.approx(0.1)


def test_exact_probabilities_show_an_error_that_shrinks_with_the_sample():
    rng = np.random.default_rng(1)
    few, many = rng.random(100), rng.random(10_000)
    small = expected(many, np.ones(10_000))
    large = expected(few, np.ones(100))
    assert small[0] < 0.02 < large[0]
    assert large[1] < large[0] < large[2]
