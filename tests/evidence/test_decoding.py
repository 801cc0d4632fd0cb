import codecs

from hypothesis import given
from hypothesis import strategies as st

from allsource.evidence.decoding import clean, decode


@given(st.text())
def test_utf8_comes_back_unchanged(text):
    text = text.removeprefix("\ufeff")
    assert decode(text.encode("utf-8")) == (text, ()) or text.startswith("\ufeff") or "\0" in text


@given(st.binary(max_size=400))
def test_any_bytes_give_a_text_that_can_be_written_again(data):
    text, _ = decode(data)
    text.encode("utf-8")


def test_marks_decide():
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ):
        assert decode(mark + "Überblick\r\n".encode(name)) == ("Überblick\r\n", ())


def test_utf16_without_a_mark_is_seen():
    assert decode("The hall opened.".encode("utf-16-be")) == ("The hall opened.", ())


def test_old_western_text_is_read_as_windows_1252_with_a_note():
    text, notes = decode("“Halls” – caf\xe9".encode("cp1252"))
    assert text == "“Halls” – café"
    assert "guess" in notes[0]


def test_one_fault_in_utf8_does_not_turn_the_rest_to_garbage():
    text, notes = decode("Überblick über Öfen".encode() + b"\xff")
    assert text == "Überblick über Öfen\ufffd"
    assert "1 faulty" in notes[0]


def test_a_declared_encoding_is_followed_only_if_it_is_one_of_text():
    assert decode("Зал".encode("windows-1251"), "windows-1251")[0] == "Зал"
    assert decode(b"abc\xff", "unicode_escape")[0] == "abcÿ"
    assert decode("Зал".encode(), "latin-1")[0] == "Зал"


def test_lone_surrogates_are_replaced_one_for_one():
    assert clean("a\ud800b\udfff") == "a\ufffdb\ufffd"
