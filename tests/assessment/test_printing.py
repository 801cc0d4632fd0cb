"""How words, figures and positions are printed."""

import pytest

from allsource.assessment.printing import coarse


@pytest.mark.parametrize(
    ("quoted", "printed"),
    [
        ("at 55.7512, 37.6184.", "at [55.8, 37.6]."),
        ("at 55.7512 37.6184 by the quay", "at [55.8 37.6] by the quay"),
        ("at 55.75° N, 37.61° E", "at [55.8° N, 37.6° E]"),
        ("lat 55.7512, lon 37.6184", "lat [55.8, lon 37.6]"),
        ("(-33.8688,151.2093)", "([-33.9,151.2])"),
    ],
)
def test_a_quoted_position_is_brought_to_a_tenth_of_a_degree(quoted, printed):
    assert coarse(quoted) == printed


@pytest.mark.parametrize(
    "quoted",
    [
        "12.55, 13.55",
        "$12.551, 13.555",
        "99.7512, 37.6184",
        "55.7512, 237.6184",
        "from 12.345 to 13.567",
        "1.234, 5.678 million",
    ],
)
def test_other_figures_stay_as_they_are(quoted):
    assert coarse(quoted) == quoted
