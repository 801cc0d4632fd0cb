"""Text made to hurt neither crashes nor costs more than its length."""

from time import process_time

import pytest

from allsource.claims.parse import parse_text
from allsource.claims.quantities import find

SHAPES = {
    "no full stop": "the yard never sold more than 40 barges and 12 of the 300 tugs fell from $3 to $4 ",
    "number words": "twenty ",
    "bounds": "not more than ",
    "dashes": "3-",
    "of": "of the 3 ",
}


def cost(text: str) -> float:
    paragraphs = parse_text(text).paragraphs
    start = process_time()
    for paragraph in paragraphs:
        find(paragraph, text, (), "doc")
    return process_time() - start


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_cost_grows_with_length_alone(shape: str):
    ratio = 1.0
    for _ in range(4):  # another process may slow one of the runs: the best pair counts
        once, fourfold = (cost(shape * (length // len(shape))) for length in (10_000, 40_000))
        ratio = fourfold / max(once, 0.1)
        if ratio < 8:
            break
    assert ratio < 8


@pytest.mark.parametrize("digits", ["9" * 10_000, "1," * 10_000, "1." * 10_000, "9" * 41])
def test_a_number_of_ten_thousand_digits_is_none(digits: str):
    line = f"It cost {digits} euros."
    for paragraph in parse_text(line).paragraphs:
        assert all(q.low is None or q.low < 1e18 for q in find(paragraph, line, (), "doc"))
