import pytest

from allsource.evidence.kinds import kind_of, mismatch


@pytest.mark.parametrize(
    ("kind", "data", "really"),
    [
        ("html", b"PK\x03\x04rest", "zip archive"),
        ("text", b"%PDF-1.7\n...", "a PDF"),
        ("text", b"\xef\xbb\xbf <!DOCTYPE HTML><p>x", "an HTML page"),
        ("pdf", b"<html><body>Not found", "an HTML page"),
        ("pdf", b"plain words", "no PDF"),
        ("feed", b"\x1f\x8b\x08rest", "gzip"),
        ("text", b"\x00\x01\x02\x03" * 100, "binary data"),
        ("text", b"", "an empty file"),
        ("html", b" \n\t", "white space"),
        ("html", b"\xff\xd8\xff\xe0", "JPEG"),
        ("html", b"From: <Saved by Blink>\r\nx", "MHTML"),
        ("text", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Microsoft Office"),
    ],
)
def test_names_what_the_bytes_really_are(kind, data, really):
    assert really in mismatch(kind, data)


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("text", b"The hall opened."),
        ("text", "The hall opened.".encode("utf-16")),
        ("text", "The hall opened in May.".encode("utf-16-le")),
        ("html", b"words without a tag"),
        ("pdf", b"junk before\n%PDF-1.4"),
        ("feed", b'{"text": "x"}'),
    ],
)
def test_takes_what_fits(kind, data):
    assert mismatch(kind, data) is None


def test_endings_are_read_without_regard_to_case():
    assert kind_of("A.PDF") == "pdf" and kind_of("a.docx") is None and kind_of("txt") is None
