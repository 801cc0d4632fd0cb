import pytest
from hypothesis import given
from hypothesis import strategies as st

from allsource.claims.tagger.network import load_network
from allsource.claims.tagger.pieces import LONGEST, cut, lines, windows

TEXT = "The mayor said:\n“It is shut,” he ADDED.\n\nNobody came."


@pytest.fixture(scope="module")
def tokenizer():
    return load_network().tokenizer


def test_a_line_is_a_paragraph_and_blank_ones_are_none():
    assert [span.of(TEXT) for span in lines(TEXT)] == [
        "The mayor said:",
        "“It is shut,” he ADDED.",
        "Nobody came.",
    ]


def test_pieces_know_case_quotation_and_paragraph(tokenizer):
    rows = list(cut(TEXT, lines(TEXT), tokenizer))
    told = {TEXT[p.start : p.end]: (p.case, p.quoted, p.paragraph) for row in rows for p in row}
    assert told["The"] == (2, 0, 0)
    assert told["shut"] == (1, 1, 1)
    assert told["he"] == (1, 0, 1)
    assert told["ADDED"] == (3, 0, 1)
    assert told["Nobody"] == (2, 0, 2)


def test_a_window_starts_with_the_end_of_the_one_before(tokenizer):
    rows = list(cut(TEXT, lines(TEXT), tokenizer))
    first, second, third = windows(rows, width=1, context=3)
    assert first.context == 0
    assert second.pieces[: second.context] == first.pieces[-3:]
    assert third.pieces[: third.context] == second.pieces[-3:]


@given(
    st.lists(st.integers(1, 700), min_size=1, max_size=12), st.integers(1, 200), st.integers(0, 40)
)
def test_every_piece_is_read_once_and_no_window_is_too_long(sizes, width, context):
    rows = [[(paragraph, place) for place in range(size)] for paragraph, size in enumerate(sizes)]
    made = list(windows(rows, width, context))
    fresh = [piece for window in made for piece in window.pieces[window.context :]]
    assert fresh == [piece for row in rows for piece in row]
    assert all(len(window.pieces) <= max(width, LONGEST + context) for window in made)
