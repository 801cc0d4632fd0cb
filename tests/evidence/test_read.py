import hashlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allsource.evidence.read import read, read_input
from allsource.evidence.walk import Input
from allsource.model.document import document_id

TEXT = "THE QUAY POST\r\nThird hall opens\r\n4 May 2031\r\n\r\nThe hall that was built in the old yard opened on Monday."


def test_the_stored_text_of_a_text_file_is_the_file_itself():
    data = TEXT.encode()
    found = read("a.txt", b"\xef\xbb\xbf" + data).documents[0]
    assert found.text == TEXT
    assert found.sha256 == hashlib.sha256(b"\xef\xbb\xbf" + data).hexdigest()
    assert found.id == document_id(found.sha256)
    assert read("a.txt", b"\xef\xbb\xbf" + data).originals == (b"\xef\xbb\xbf" + data,)


def test_what_the_user_gives_beats_what_the_file_says():
    found = read("a.txt", TEXT.encode(), published="2031-06", outlet="Velm Gazette").documents[0]
    assert (found.published, found.outlet) == ("2031-06", "Velm Gazette")
    assert [one.origin for one in found.date_candidates] == ["given", "byline"]
    assert "disagree" in found.notes[0]


def test_a_date_that_is_none_is_refused():
    assert "'May'" in read("a.txt", b"The hall.", published="May").failures[0].reason


def test_an_undated_text_gets_a_bracket_and_a_dated_one_none():
    words = "The hall was opened in March 2031, and by June 2032 it is expected to double."
    assert read("a.txt", words.encode()).documents[0].published_between == (
        "2031-03-01",
        "2032-06-30",
    )
    dated = read("a.txt", words.encode(), published="2031-05-04").documents[0]
    assert dated.published_between == (None, None)


def test_dates_in_furniture_bracket_nothing():
    words = (
        "The hall has ten docks.\n\n© 2033 The Quay Post was founded in 2020. All rights reserved."
    )
    assert read("a.txt", words.encode()).documents[0].published_between == (None, None)


def test_other_languages_are_kept_and_say_why_nothing_is_extracted():
    words = "Die Halle, die der Hafen am Montag eröffnet hat, ist die größte ihrer Art und hat zehn Docks."
    found = read("a.txt", words.encode()).documents[0]
    assert (found.language, found.unextracted) == ("de", "no extractor for language de")


@pytest.mark.parametrize("name", ["a.html", "a.txt", "a.pdf", "a.jsonl", "a.docx", "a"])
@pytest.mark.parametrize("data", [b"", b"PK\x03\x04zip", b"\x00" * 5_000, b"\x89PNG\r\n\x1a\n"])
def test_wrong_content_is_a_failure_with_a_reason_and_a_next_step(name, data):
    reading = read(name, data)
    assert reading.documents == () and len(reading.failures) == 1
    assert (
        reading.failures[0].path == name
        and reading.failures[0].reason
        and reading.failures[0].next_step
    )


def test_a_text_too_long_to_extract_from_is_kept_and_told(monkeypatch):
    monkeypatch.setattr("allsource.evidence.draft.LONGEST", 1_000)
    reading = read("a.txt", b"The hall opened. " * 100)
    assert len(reading.documents[0].text) == 1_700
    assert reading.documents[0].unextracted == "longer than 2,000,000 characters"
    assert "searchable" in reading.failures[0].next_step


def test_a_text_of_twenty_megabytes_is_read_within_seconds():
    data = b"The hall that was built in the old yard opened in May 2031.\n" * 350_000
    start = time.process_time()
    reading = read("a.txt", data)
    assert len(reading.documents[0].text) == len(data) and reading.documents[0].unextracted
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "unit", [b"a", b"| a ", b"in 2031 ", b"\n", b"\xe2\x80\x9c", b"4 May 2031, ", b"By A B, "]
)
def test_texts_of_one_thing_over_and_over_take_no_time(unit):
    start = time.process_time()
    read("a.txt", b"x" + unit * (1_900_000 // len(unit)))
    assert time.process_time() - start < 10


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(600 * 1024 * 1024)
    reading = read_input(Input(path, "a.txt"))
    assert reading.failures[0].reason == "it has 600 MB; 512 MB is the limit"


def test_a_defect_of_a_reader_is_a_failure_and_not_a_crash(monkeypatch):
    def broken(data):
        raise RecursionError

    monkeypatch.setattr("allsource.evidence.read.read_text", broken)
    assert "RecursionError" in read("a.txt", b"The hall.").failures[0].reason


@settings(max_examples=60)
@given(st.sampled_from([".txt", ".html", ".jsonl", ".pdf"]), st.binary(max_size=300))
def test_no_bytes_raise_and_all_offsets_hold(ending, data):
    for found in read("a" + ending, data).documents:
        _check(found)


@settings(max_examples=60)
@given(st.text(max_size=400), st.sampled_from([".txt", ".html"]))
def test_no_words_raise_and_all_offsets_hold(words, ending):
    for found in read("a" + ending, words.encode()).documents:
        _check(found)
        if ending == ".txt" and "\0" not in words:
            assert found.text == words.removeprefix("\ufeff")


def _check(found):
    found.text.encode("utf-8")
    spans = [one.span for one in found.furniture] + [one.span for one in found.pages]
    spans += [one.span for one in (*found.links, *found.date_candidates) if one.span]
    spans += [span for span in found.bracket_spans if span]
    assert all(0 <= span.start <= span.end <= len(found.text) for span in spans)
    assert all(one.text == one.span.of(found.text) for one in found.links if one.span)
