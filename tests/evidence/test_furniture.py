import pytest
from hypothesis import given
from hypothesis import strategies as st

from allsource.evidence.furniture import Layout, mark
from allsource.evidence.header import Header, read_header

FURNITURE = [
    ("Home | World | Business | Sport", "menu"),
    ("Trending", "promotion"),
    ("Connect with us", "promotion"),
    ("Share this!", "promotion"),
    ("READ MORE", "promotion"),
    ("Related:", "promotion"),
    ("Read more: The ferry that never sailed", "promotion"),
    ("(Reporting by Ada Quill; editing by Tom Marsh)", "byline"),
    ("© 2031 Quay Post. All rights reserved.", "copyright"),
    ("Copyright (c) 2031 The Quay Post Ltd.", "copyright"),
    ("This site uses cookies. By reading on you accept them.", "promotion"),
    ("Get the day's headlines in your inbox. You can unsubscribe at any time.", "promotion"),
    (
        (
            "At the Quay Post we are more than a paper. Our reporters chase the facts with integrity and "
            "bring you in-depth stories that matter. You can count on us."
        ),
        "self-praise",
    ),
    (
        (
            "The content of this website is for informational purposes only and is not legal advice. We "
            "do not guarantee its completeness."
        ),
        "disclaimer",
    ),
    ("ALLSOURCE FICTION: an invented page.", "notice"),
]
REPORTING = [
    "The port authority said on Monday that the third hall would open in May.",
    "“We hunt down the facts and verify them with integrity; you can count on us,” the minister said.",
    (
        "The committee chided the Post for its analysis. Its journalism, the report found, lacked facts, "
        "nuance and integrity."
    ),
    "The map on the ministry's website was for informational purposes only, a spokesman told reporters.",
    "Copyright law was tightened in 2031, and the fees for licences rose by a third.",
    (
        "We spoke to none of the loaders and could not independently verify their tally, but our own count "
        "of trains agrees with it."
    ),
    "Subscribers to the gas network pay 40 crowns a month.",
    "Our team counted 171 crates at the yard in October and followed them to the quay.",
    "Share prices of Orlan Works fell by a tenth.",
    "Steel | 40 t | 2031",
    "By May the hall had 400 workers.",
    "From the footprint we put the floor space at about 11,400 square metres.",
    "Photos seen by the Post show three halls, and more are to come.",
    "The firm asked its workers to follow us to the gate, and to sign up for a shift.",
    "The website of the port says that the hall holds your container for ten days.",
]


@pytest.mark.parametrize(("line", "kind"), FURNITURE)
def test_marks_furniture_by_its_kind(line, kind):
    text = f"{REPORTING[0]}\n\n{line}\n\n{REPORTING[0]}"
    marks = mark(text, Header(), Layout())
    assert [(one.span.of(text), one.kind) for one in marks] == [(line, kind)]
    assert marks[0].why


@pytest.mark.parametrize("line", REPORTING)
def test_never_marks_reporting(line):
    text = f"{REPORTING[0]}\n\n{line}\n\n{REPORTING[0]}"
    assert mark(text, read_header(text), Layout(loose=True)) == ()


def test_subheadings_stand_alone_between_blank_lines():
    text = "The hall opened on Monday.\n\nA long winter\n\nThe ice came early.\nand\nstayed."
    assert [one.span.of(text) for one in mark(text, Header(), Layout(loose=True))] == [
        "A long winter"
    ]


def test_lines_of_wrapped_paragraphs_are_no_headings():
    text = "The hall which opened on Monday\nis the largest of its kind\nin the land.\n\nIt holds ten ferries."
    assert mark(text, Header(), Layout(loose=True)) == ()


def test_headings_and_boxes_known_from_the_page_are_marked():
    text = "Key points\nThe hall opened.\nTickets from 4 crowns"
    layout = Layout(headings=frozenset({"key points"}), boxes=frozenset({"tickets from 4 crowns"}))
    assert [one.kind for one in mark(text, Header(), layout)] == ["heading", "menu"]


def test_page_numbers_are_marked_only_in_paged_texts():
    assert mark("12", Header(), Layout()) == ()
    assert [one.kind for one in mark("Page 3 of 12", Header(), Layout(paged=True))] == ["menu"]


@given(st.text(alphabet=st.sampled_from("aB |©.\n\r\t“”Share this Trending"), max_size=200))
def test_marks_are_whole_lines_in_order_and_apart(text):
    end = 0
    for one in mark(text, read_header(text), Layout(loose=True)):
        assert end <= one.span.start < one.span.end <= len(text)
        assert one.span.of(text) == one.span.of(text).strip()
        assert not set(one.span.of(text)) & set("\r\n")
        end = one.span.end
