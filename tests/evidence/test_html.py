import time

import pytest

from allsource.evidence.html import is_own_page, read_html
from allsource.evidence.read import read

PARAGRAPHS = [
    "The port authority opened the third hall of the Orlan Works on Monday, and ten ferries moved in at once.",
    "The hall holds forty workers, according to a notice at its gate, and it will hold sixty by the winter.",
    "Nobody at the works wished to say how many ferries have been built there since the spring of last year.",
]
HEAD = '<!doctype html><html><head><meta charset="utf-8"><title>Halls | Quay Post</title>'


def page(head="", before="", after=""):
    body = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    return (
        f"{HEAD}{head}</head><body>{before}<article>{body}</article>{after}</body></html>".encode()
    )


def document(data):
    reading = read("page.html", data)
    assert reading.failures == ()
    return reading.documents[0]


def test_the_stored_text_has_one_paragraph_a_line_and_no_menus():
    data = page(
        before="<nav><a href='/1'>World</a><a href='/2'>Sport</a></nav>",
        after="<footer>Imprint</footer>",
    )
    assert document(data).text.split("\n") == PARAGRAPHS


def test_title_outlet_and_address_come_from_the_page_s_data():
    head = (
        '<meta property="og:site_name" content="Quay Post"><meta property="og:title" content="Third hall opens">'
        '<link rel="canonical" href="https://quay.example/halls">'
    )
    found = document(page(head))
    assert (found.title, found.outlet, found.url) == (
        "Third hall opens",
        "Quay Post",
        "https://quay.example/halls",
    )


def test_all_dates_are_kept_with_their_origin_and_their_disagreement_is_told():
    head = (
        '<link rel="canonical" href="https://quay.example/2031/05/06/halls">'
        '<meta property="article:published_time" content="2031-05-05T08:00:00Z">'
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2031-05-04",'
        ' "publisher": {"name": "Quay Post"}}]}</script>'
    )
    found = document(
        page(
            head,
            '<p class="byline">By Ada Quill, 8 May 2031</p><time datetime="2031-05-07">7 May</time>',
        )
    )
    assert [(one.origin, one.date) for one in found.date_candidates] == [
        ("json-ld", "2031-05-04"),
        ("meta", "2031-05-05"),
        ("time tag", "2031-05-07"),
        ("url", "2031-05-06"),
        ("byline", "2031-05-08"),
    ]
    assert found.published == "2031-05-04" and found.outlet == "Quay Post"
    assert found.notes[0].startswith("its dates disagree: json-ld says 2031-05-04")


def test_dates_of_other_people_s_articles_are_not_taken():
    after = (
        '<aside><time datetime="2030-01-01">x</time></aside><ul><li><time datetime="2030-01-02">x</time></li></ul>'
        '<div class="comments"><time datetime="2030-01-03">x</time></div><footer>© 2030 Quay Post</footer>'
    )
    head = '<script type="application/ld+json">{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "datePublished": "2030-01-04"}]}</script>'
    found = document(page(head, after=after))
    assert found.published is None and found.date_candidates == ()


def test_a_date_guessed_from_the_words_is_kept_but_never_becomes_the_date():
    found = document(
        page(after="<div>The works were founded on 4 May 2021 by three brothers.</div>")
    )
    assert found.published is None
    assert {one.origin for one in found.date_candidates} <= {"text"}


def test_links_stand_where_their_words_do():
    linked = "<p>The hall, <b>the Post</b> wrote, is what <a href='https://quay.example/1'>the Post</a> had called for all year.</p>"
    found = document(page(before=f"<article>{linked}", after="</article>"))
    link = next(one for one in found.links if one.url == "https://quay.example/1")
    assert link.span.of(found.text) == link.text == "the Post"
    assert link.span.start == found.text.index("the Post had called")


def test_a_page_without_a_main_text_keeps_all_visible_lines_and_marks_its_boxes():
    data = b"<html><body><nav><a href=/>Tickets here</a></nav><div>Hall opens.</div><script>x()</script></body></html>"
    found = document(data)
    assert "Hall opens." in found.text and "x()" not in found.text
    marked = [one.span.of(found.text) for one in found.furniture]
    assert "Hall opens." not in marked
    assert ("Tickets here" in found.text) == ("Tickets here" in marked)


def test_declared_encodings_are_followed():
    data = (
        page()
        .replace(b"utf-8", b"windows-1251")
        .replace(b"The hall holds", "Зал вмещает".encode("cp1251"))
    )
    assert "Зал вмещает" in document(data).text


def test_the_mark_of_invented_evidence_is_seen_anywhere_in_the_page():
    assert document(page(after="<footer>ALLSOURCE FICTION: invented.</footer>")).synthetic
    assert not document(page()).synthetic


def test_its_own_dossiers_are_refused_as_evidence():
    data = page('<meta name="generator" content="allsource 0.1">')
    assert is_own_page(data)
    assert "allsource itself" in read("dossier.html", data).failures[0].reason


W = b"<html><body>"
BOMBS = {
    "nested divs": W + b"<div>" * 100_000 + b"The deep word." + b"</div>" * 100_000,
    "unclosed bold": W + b"<b>" * 500_000 + b"The deep word.",
    "tables in tables": W + b"<table><tr><td>" * 50_000 + b"The deep word.",
    "one line": W + b"<p>" + b"word " * 1_000_000 + b"The deep word.</p>",
    "entities": b'<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
    + W
    + b"<p>"
    + b"&c;" * 50_000
    + b"The deep word.</p>",
    "a huge attribute": W + b"<p title='" + b"a" * 6_000_000 + b"'>x</p><p>The deep word.</p>",
    "many attributes": W
    + b"<p "
    + b" ".join(b"a%d=1" % n for n in range(200_000))
    + b">x</p><p>The deep word.</p>",
    "bare attributes": W
    + b"<p "
    + b" ".join(b"a%d" % n for n in range(200_000))
    + b">x</p><p>The deep word.</p>",
    "many elements": W + b"<i>x</i>" * 100_000 + b"<p>The deep word.</p>",
    "open comment": W + b"<p>The deep word.</p><!--" + b"x" * 1_000_000,
    "deep JSON-LD": W
    + b"<script type='application/ld+json'>"
    + b"[" * 200_000
    + b"</script><p>The deep word.</p>",
}


@pytest.mark.parametrize("name", sorted(BOMBS))
def test_bombs_are_read_in_bounded_time_and_keep_their_words(name):
    start = time.process_time()
    reading = read("bomb.html", BOMBS[name])
    assert time.process_time() - start < 10
    assert "The deep word." in reading.documents[0].text
    assert "hahahaha" not in reading.documents[0].text


def test_only_the_first_megabytes_of_a_page_are_parsed(monkeypatch):
    monkeypatch.setattr("allsource.evidence.html_tree.MOST_BYTES", 3_000)
    found = document(page(after="<p>word</p>" * 1_000))
    assert "first 3,000 of" in found.notes[0]


def test_character_references_cannot_bring_in_lone_surrogates():
    read_html(W + b"<p>&#xD800; &#0; &#x110000; a hall</p>").text.encode("utf-8")
