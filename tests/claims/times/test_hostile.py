"""Text that would make a careless reader slow: time stays in line with length."""

import time

import pytest

from allsource.claims.times import find
from allsource.model.span import Span

PUBLISHED = "2031-11-14"
SHORT, LONG = 50_000, 200_000
PIECES = {
    "no full stop": "they came by 5 May and left after ",
    "digits of ten thousand places": "7" * 10_000 + " ",
    "numbers with commas": "1,",
    "combining characters": "e\u0301\u0301",
    "turned writing": "\u202e\u2067",
    "open ranges": "5 May to ",
    "bounds": "until ",
    "places in a year": "early in the first days of ",
    "quarters": "the year-ago ",
    "counts": "more than a couple of years or ",
    "years": "1812, ",
    "spoken years": "nineteen ninety ",
    "apostrophes": "'9",
}


def seconds(piece: str, size: int) -> float:
    text = piece * (size // len(piece) + 1)
    began = time.process_time()
    find(text, Span(0, len(text)), PUBLISHED)
    return time.process_time() - began


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_time_grows_in_line_with_the_text(piece: str) -> None:
    ratio = 1.0
    for _ in range(4):  # another process may slow one of the runs: the best pair counts
        ratio = seconds(piece, LONG) / max(seconds(piece, SHORT), 0.02)
        if ratio < 2.5 * LONG / SHORT:
            break
    assert ratio < 2.5 * LONG / SHORT


def test_a_megabyte_without_a_full_stop_is_read() -> None:
    text = "The yard grew and grew until 5 May 2031 and " * 24_000
    assert len(text) > 1_000_000
    assert len(find(text, Span(0, len(text)), PUBLISHED)) == 24_000
