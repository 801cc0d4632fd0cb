from hypothesis import given
from hypothesis import strategies as st

from allsource.evidence.header import read_header

BODY = "\n\nThe harbour opened its third hall on Monday, and the ferries moved in at once."


def _read(head):
    text = head + BODY
    return text, read_header(text)


def test_reads_outlet_title_author_and_date():
    text, head = _read(
        "THE QUAY POST\nHarbour opens its third hall\nBy Ada Quill\nPublished on 12 March 2032"
    )
    assert head.outlet.of(text) == "THE QUAY POST"
    assert head.title.of(text) == "Harbour opens its third hall"
    assert [span.of(text) for span in head.bylines] == [
        "By Ada Quill",
        "Published on 12 March 2032",
    ]
    assert [(one.date, one.span.of(text)) for one in head.dates] == [
        ("2032-03-12", "12 March 2032")
    ]


def test_an_outlet_in_mixed_case_is_told_by_its_kind():
    text, head = _read("Velm Gazette\nHarbour opens its third hall\n12 March 2032")
    assert head.outlet.of(text) == "Velm Gazette"


def test_a_lone_title_in_capitals_is_no_outlet():
    text, head = _read("HARBOUR OPENS THIRD HALL")
    assert head.title.of(text) == "HARBOUR OPENS THIRD HALL" and head.outlet is None


def test_labels_menus_and_empty_bylines_are_no_titles():
    text, head = _read("Follow us\n\nPolitics\n\nHarbour opens its third hall\n\nPublished\n\non")
    assert head.title.of(text) == "Harbour opens its third hall"
    assert [span.of(text) for span in head.labels] == ["Politics"]
    assert [span.of(text) for span in head.bylines] == ["Published", "on"]


def test_the_day_of_a_revision_is_no_day_of_publication():
    _, head = _read("Harbour opens its third hall\nUpdated 13 March 2032")
    assert head.dates == () and len(head.bylines) == 1


def test_a_title_that_holds_a_date_gives_no_date():
    text, head = _read("What can be said of the halls in January 2032")
    assert head.dates == () and head.title.of(text).startswith("What can")


def test_a_text_that_opens_with_a_paragraph_has_no_head():
    head = read_header(BODY.strip())
    assert head.title is None and head.outlet is None and head.bylines == ()


def test_an_address_on_a_line_of_its_own_is_kept():
    _, head = _read("Harbour opens its third hall\nhttps://quay.example/2032/03/12/hall")
    assert head.url == "https://quay.example/2032/03/12/hall"


@given(st.text(max_size=300))
def test_spans_are_whole_stripped_lines(text):
    head = read_header(text)
    for span in (*filter(None, (head.title, head.outlet)), *head.bylines, *head.labels):
        words = span.of(text)
        assert words == words.strip() and "\n" not in words and words


def test_lines_that_say_what_they_are_are_believed():
    page = (
        "Title: Yard doubles its rate\nOutlet: Harnsund Gazette\nDate: 4 March 2031\n\n"
        "Kelvarn Marine now launches four boats a month, its manager said on Monday.\n"
    )
    head = read_header(page)

    assert head.title.of(page) == "Yard doubles its rate"
    assert head.outlet.of(page) == "Harnsund Gazette"
    assert head.dates[0].date == "2031-03-04"
    assert [span.of(page) for span in head.bylines] == [
        "Title: Yard doubles its rate",
        "Outlet: Harnsund Gazette",
        "Date: 4 March 2031",
    ]
