from hypothesis import given
from hypothesis import strategies as st

from allsource.assessment import printing
from allsource.assessment.passages import around
from allsource.model.span import Span

TEXT = "It rained. “The U.S. envoy met Mr. Quill,” he said. No. 5 was dry!\nA line."


def test_sentences_end_at_stops_and_lines_and_not_at_abbreviations():
    start = TEXT.index("envoy")

    assert (
        around(TEXT, Span(start, start + 5)).of(TEXT) == "“The U.S. envoy met Mr. Quill,” he said."
    )
    assert around(TEXT, Span(len(TEXT) - 5, len(TEXT))).of(TEXT) == "A line."


@given(st.text(alphabet="aA .!?\n“”'’x9", max_size=80), st.data())
def test_a_passage_holds_its_span_and_stays_in_the_text(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = around(text, Span(start, end))

    assert 0 <= found.start <= start <= end <= found.end <= len(text)


@given(st.text(max_size=60))
def test_printed_words_hold_nothing_that_turns_or_breaks_a_line(text):
    shown = printing.words(text)

    assert not any(c in shown for c in "\u202e\u2066\u200f\x00\x1b\n\r\u2028")
    assert printing.words(shown) == shown


@given(st.text(alphabet="aB “”\"'‘’,.;:\n", min_size=1, max_size=40))
def test_trimming_never_leaves_the_span(text):
    found = printing.trimmed(text, Span(0, len(text)))

    assert 0 <= found.start < found.end <= len(text)


def test_a_passage_does_not_open_with_the_dateline():
    text = "PORT ISKAL, 4 May (OPA) - The yard is shut. It rained."
    start = text.index("shut")

    assert around(text, Span(start, start + 4)).of(text) == "The yard is shut."
