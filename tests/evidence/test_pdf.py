import pytest

from allsource.evidence.pdf import boxes
from allsource.evidence.read import read
from allsource.model.span import Span

PAGE = [
    (740, 24, "Third hall opens"),
    (700, 12, "Ada Quill, 4 May 2031"),
    (660, 12, "The hall that the port opened on Monday is the largest"),
    (645, 12, "of its kind and holds ten ferries."),
    (610, 12, "Forty workers moved in, the port said (all at once)."),
    (40, 12, "Page 1 of 2"),
]
SECOND = [(740, 12, "The ferries were built in the old yard.")]


def document(data):
    return read("a.pdf", data).documents[0]


def test_pages_lines_and_paragraphs_can_be_told_apart(make_pdf):
    found = document(make_pdf(PAGE, SECOND))
    assert "the largest\r\nof its kind and holds ten ferries.\r\n\nForty workers" in found.text
    assert [page.span.of(found.text)[:9] for page in found.pages] == ["Third hal", "The ferri"]
    assert [(page.width, page.height) for page in found.pages] == [(600, 800)] * 2


def test_title_author_line_and_page_number_are_furniture(make_pdf):
    found = document(make_pdf(PAGE, SECOND))
    marked = {one.span.of(found.text): one.kind for one in found.furniture}
    assert marked == {
        "Third hall opens": "heading",
        "Ada Quill, 4 May 2031": "byline",
        "Page 1 of 2": "menu",
    }
    assert found.published == "2031-05-04" and found.title == "Third hall opens"


def test_the_day_the_file_was_made_is_kept_and_not_taken_for_its_date(make_pdf):
    found = document(make_pdf(SECOND, info="/CreationDate (D:20330102090000Z) /Title (Yards)"))
    assert [(one.origin, one.date) for one in found.date_candidates] == [("pdf", "2033-01-02")]
    assert found.published is None and found.title == "Yards"


def test_boxes_stand_where_the_words_are_one_per_line(make_pdf):
    data = make_pdf(PAGE, SECOND)
    found = document(data)
    start = found.text.index("the largest")
    upper, lower = boxes(data, 1, found.pages[0].span, (Span(start, start + 21),))
    assert upper[1] < 660 < upper[3] and lower[1] < 645 < lower[3]
    assert lower[0] == pytest.approx(60, abs=2) and upper[0] > 250
    at = found.text.index("ferries were")
    [one] = boxes(data, 2, found.pages[1].span, (Span(at, at + 7), Span(start, start + 3)))
    assert one[1] < 740 < one[3]


def test_a_page_without_text_is_told_and_a_file_without_text_is_not_extracted(make_pdf):
    some = document(make_pdf(PAGE, [], SECOND))
    assert "page 2 of 3 has no text layer" in some.notes and some.unextracted is None
    none = document(make_pdf([], []))
    assert none.unextracted == "no text layer" and none.text.strip() == ""


def test_a_locked_file_is_a_failure_that_says_so(make_pdf):
    locked = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >> /ID [<00> <00>]"
    reading = read("a.pdf", make_pdf(PAGE, trailer=locked))
    assert reading.documents == () and "password" in reading.failures[0].reason


def test_broken_files_are_failures(make_pdf):
    whole = make_pdf(PAGE, SECOND)
    for data in (whole[:60], b"%PDF-1.7\n" + b"\xff" * 5_000, b"%PDF-1.4\ntrailer << >>"):
        reading = read("a.pdf", data)
        assert reading.documents == () and "broken" in reading.failures[0].reason


def test_what_can_be_saved_of_a_cut_file_is_kept_and_the_cut_is_told(make_pdf):
    whole = make_pdf(PAGE, SECOND)
    reading = read("a.pdf", whole[: whole.index(b"xref")])
    assert any("ends early" in one.reason or "broken" in one.reason for one in reading.failures)
    for found in reading.documents:
        assert "The hall" in found.text


def test_every_cut_of_a_file_is_survived(make_pdf):
    whole = make_pdf(PAGE)
    for end in range(10, len(whole), 97):
        reading = read("a.pdf", whole[:end])
        assert reading.failures or reading.documents
