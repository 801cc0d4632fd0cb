import pytest
from hypothesis import given
from hypothesis import strategies as st

from allsource.evidence.dating import bracket


@pytest.mark.parametrize(
    ("text", "between"),
    [
        ("The hall was opened in March 2031.", ("2031-03-01", None)),
        ("The war has gone on since it began in February 2031.", ("2031-02-01", None)),
        ("In early 2031 the two firms signed a treaty and built a hall.", ("2031-01-01", None)),
        ("The price has fallen from $200 in 2030 to about $70 by 2031.", ("2031-01-01", None)),
        ("By September 2031, Orlan is expected to build 600 ferries.", (None, "2031-09-30")),
        ("The hall will open in 2031.", (None, "2031-12-31")),
        ("Deliveries will run until the end of March 2034.", (None, "2034-03-31")),
        ("Orlan plans to close the yard on 4 May 2032.", (None, "2032-05-04")),
        ("He said in March 2031 that it was over.", ("2031-03-01", None)),
        ("He said output would triple by 2035.", (None, None)),
        ("It was expected to open in 2035.", (None, None)),
        ("The hall planned for 2035 is a dream.", (None, None)),
        ("The plan aims at reduced cost in 2035.", (None, None)),
        ("It could open in January 2033.", (None, None)),
        ("Nobody will say what happens after 2035.", (None, None)),
        ("“We will be ready by May 2031,” he wrote.", (None, None)),
        ("The current output and the recent halls give no date.", (None, None)),
        ("They built 2031 ferries.", (None, None)),
        ("The agreement to build ferries in 2035 stands.", (None, None)),
        (
            "It was opened in March 2031, and by June 2032 it will double.",
            ("2031-03-01", "2032-06-30"),
        ),
        (
            "The fee for a berth has fallen from a mean of 21,000 crowns in 2029 to roughly 7,000 crowns by 2031.",
            ("2031-01-01", None),
        ),
        ("They voted for a delay — from 2034 on.", (None, None)),
        ("The yard won't get a vote until early 2034.", (None, "2034-12-31")),
        ("It was sold, in May 2031, for a crown.", ("2031-05-01", None)),
        ("It opened in May 2031. It was closed in June 2032.", ("2032-06-01", None)),
        ("It will close in 2033. It will be torn down in 2034.", (None, "2033-12-31")),
    ],
)
def test_the_tense_of_the_nearest_marker_decides(text, between):
    assert bracket(text).between == between


def test_the_ends_come_with_their_words():
    text = "It was opened in May 2031. By June 2032 it is expected to grow."
    found = bracket(text)
    assert [span.of(text) for span in found.spans] == ["May 2031", "June 2032"]


def test_ends_that_exclude_each_other_are_given_up_with_a_note():
    found = bracket("It was opened in May 2033. By June 2032 it is expected to grow.")
    assert found.between == (None, None) == found.spans
    assert "'May 2033' is told as past" in found.notes[0]


PIECES = st.sampled_from(
    [
        "It was built in May 2031. ",
        "It will end in 2033. ",
        "By 2030 ",
        "has fallen ",
        "2035 ",
        "“",
        "”\n",
    ]
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_the_bracket_is_never_inverted_and_its_spans_hold_a_year(text):
    found = bracket(text)
    if None not in found.between:
        assert found.between[0] <= found.between[1]
    for end, span in zip(found.between, found.spans, strict=True):
        assert (end is None) == (span is None)
        if span:
            assert end[:4] in span.of(text)
