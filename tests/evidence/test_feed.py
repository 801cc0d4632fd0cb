import hashlib
import json

from hypothesis import given
from hypothesis import strategies as st

from allsource.evidence.read import read

TEXT = "The third hall of the Orlan Works was opened on Monday, the port authority said."


def row(**fields):
    return json.dumps(fields).encode()


def test_each_line_is_a_document_named_by_its_own_bytes():
    lines = [
        row(text=TEXT, outlet="Quay Post", title="Halls", published="2031-05-04"),
        row(text="Second."),
    ]
    reading = read("feed.jsonl", b"\xef\xbb\xbf" + lines[0] + b"\r\n\n" + lines[1])
    assert [one.path for one in reading.documents] == ["feed.jsonl#1", "feed.jsonl#3"]
    assert list(reading.originals) == lines
    assert [one.sha256 for one in reading.documents] == [
        hashlib.sha256(one).hexdigest() for one in lines
    ]
    first = reading.documents[0]
    assert (first.text, first.outlet, first.title, first.published) == (
        TEXT,
        "Quay Post",
        "Halls",
        "2031-05-04",
    )
    assert first.media == "record" and first.date_candidates[0].origin == "record"


def test_broken_lines_fail_by_their_number_and_the_others_go_on():
    rows = [
        b"{not json",
        b'{"text": 5}',
        b"[1, 2]",
        b'{"title": "no text"}',
        b"\xff\xfe\x00",
        b'{"text": "' + b"a" * 10,
        b"[" * 200_000,
        row(text=TEXT),
    ]
    reading = read("feed.jsonl", b"\n".join(rows))
    assert [one.path for one in reading.failures] == [f"feed.jsonl#{n}" for n in range(1, 8)]
    assert [one.path for one in reading.documents] == ["feed.jsonl#8"]
    assert "`str | null`" in reading.failures[1].reason and "neither" in reading.failures[3].reason


def test_pages_inside_a_feed_are_read_as_pages():
    html = (
        "<html><head><meta charset='windows-1251'><meta property='article:published_time' content='2031-05-06'></head>"
        f"<body><nav>World</nav><article><p>{TEXT} Überall.</p></article></body></html>"
    )
    found = read(
        "feed.jsonl", row(html=html, published="4 May 2031", url="https://q.example/1")
    ).documents[0]
    assert "Überall" in found.text and "<p>" not in found.text
    assert found.published == "2031-05-04" and "disagree" in found.notes[0]


def test_a_date_that_cannot_be_read_is_told():
    found = read("feed.jsonl", row(text=TEXT, published="last Tuesday")).documents[0]
    assert found.published is None and "'last Tuesday'" in found.notes[0]


def test_equal_lines_are_one_document_at_two_places():
    reading = read("feed.jsonl", row(text=TEXT) + b"\n" + row(text=TEXT))
    assert len({one.id for one in reading.documents}) == 1 and len(reading.documents) == 2


def test_lone_surrogates_do_not_reach_the_stored_text():
    reading = read("feed.jsonl", b'{"text": "a hall \\ud800 opened"}')
    for found in reading.documents:
        found.text.encode("utf-8")
    assert len(reading.documents) + len(reading.failures) == 1


def test_a_line_of_absurd_length_is_a_failure(monkeypatch):
    monkeypatch.setattr("allsource.evidence.feed.LONGEST_LINE", 100)
    reading = read("feed.jsonl", row(text=TEXT * 3) + b"\n" + row(text="Short."))
    assert "longer than 100 bytes" in reading.failures[0].reason and len(reading.documents) == 1


@given(st.lists(st.binary(max_size=60), max_size=5))
def test_no_feed_raises(rows):
    read("feed.jsonl", b"\n".join(rows))
