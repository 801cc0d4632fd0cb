import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from allsource.assessment.assess import assess, sentences
from allsource.assessment.changes import changes
from allsource.evidence.html import is_own_page
from allsource.model.lineage import Credibility, Reliability
from allsource.report.dossier import context, dossier
from harbour import harbour


def build(case, *, compared=None, title="Ostrava Yard"):
    parts = (case.documents, case.claims, case.lineage, case.series, case.conflicts)
    assessment = assess(*parts)
    return dossier(context(*parts, assessment, compared, case.failures, title)), assessment


class Reader(HTMLParser):
    """Collects tags, ids, links, texts of printed sentences and of sources."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.tags, self.ids, self.hrefs, self.sentences, self.texts = [], [], [], {}, []
        self._open, self._skip, self._text = None, 0, 0
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        held = dict(attrs)
        self.tags.append((tag, held))
        self.ids.extend([held["id"]] if "id" in held else [])
        self.hrefs.extend([held["href"]] if "href" in held else [])
        if "data-sentence" in held:
            self._open = held["data-sentence"]
            self.sentences[self._open] = ["", held["data-cites"].split()]
        if tag == "sup":
            self._skip += 1
        if "text" in held.get("class", "").split():
            self.texts.append("")
            self._text = 1
        elif self._text and tag == "div":
            self._text += 1

    def handle_endtag(self, tag):
        if tag == "sup":
            self._skip -= 1
        if tag in {"p", "li"}:
            self._open = None
        if tag == "div" and self._text:
            self._text -= 1

    def handle_data(self, data):
        if self._open and not self._skip:
            self.sentences[self._open][0] += data
        if self._text:
            self.texts[-1] += data


@pytest.fixture(scope="module")
def built():
    case = harbour()
    page, assessment = build(case, compared=())
    return case, page, assessment, Reader(page)


def test_every_sentence_is_printed_exactly_and_leads_to_its_places(built):
    _, _, assessment, reader = built
    ids = set(reader.ids)
    for sentence in sentences(assessment):
        text, cites = reader.sentences[sentence.id]

        assert sentence.text == text
        assert {c.claim or c.document for c in sentence.citations} <= set(cites)
        assert set(cites) <= ids


def test_no_id_stands_twice_and_every_link_leads_somewhere(built):
    _, _, _, reader = built

    assert len(set(reader.ids)) == len(reader.ids)
    assert all(href.startswith("#") and href[1:] in reader.ids for href in reader.hrefs)


def test_every_document_is_shown_whole(built):
    case, _, _, reader = built

    assert sorted(d.text for d in case.documents) == sorted(reader.texts)


def test_the_page_asks_for_nothing_and_allows_nothing(built):
    _, page, _, reader = built
    metas = [held for tag, held in reader.tags if tag == "meta" and "http-equiv" in held]

    assert metas[0]["content"].startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in metas[0]["content"]
    assert not [held for _, held in reader.tags if "src" in held or "style" in held]
    assert not [name for _, held in reader.tags for name in held if name.startswith("on")]
    assert page.count("<script>") == page.count("</script>") == 1


def test_the_policy_allows_exactly_the_style_and_script_of_the_page(built):
    _, page, _, _ = built
    import base64
    import hashlib

    for tag in ("style", "script"):
        body = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{tag}-src &#39;sha256-{digest.replace('+', '&#43;')}" in page.replace("+", "&#43;")


def test_invented_evidence_says_so_in_every_part(built):
    _, page, _, _ = built
    sections = re.findall(r"<section .*?</section>", page, re.DOTALL)

    assert len(sections) == 12
    assert all("Fictional case" in section for section in sections)
    assert "FICTIONAL CASE</p>" in page
    assert "<title>FICTIONAL CASE" in page


def test_a_real_case_carries_no_such_notice():
    page, _ = build(harbour(synthetic=False))
    body = page[page.index("<body") :]

    assert "ictional case" not in body
    assert "FICTIONAL" not in body


def test_the_order_of_input_changes_nothing():
    case = harbour()
    turned = replace(
        case,
        documents=case.documents[::-1],
        claims=case.claims[::-1],
        conflicts=case.conflicts[::-1],
    )

    assert build(case)[0] == build(turned)[0]


def test_failures_and_unread_languages_are_shown(built):
    _, page, _, _ = built

    assert "scan.pdf" in page
    assert "no extractor for language de" in page


def test_disagreeing_dates_are_shown(built):
    _, page, _, _ = built

    assert "Its dates disagree" in page
    assert "2031-06-05" in page


def test_changes_are_shown_with_the_documents_that_did_it():
    case = harbour()
    _, now = build(case)
    before = replace(now, findings=now.findings[1:])
    known = {d.id for d in case.documents[1:]}
    page, _ = build(case, compared=changes(before, now, known))

    assert 'class="badge new"' in page
    assert "it was not in the last dossier" in page


def test_an_empty_case_is_still_a_page():
    from allsource.model.assessment import Assessment
    from allsource.model.lineage import Lineage

    page = dossier(context((), (), Lineage(), (), (), Assessment(), None, (), "Nothing"))

    assert "no statement that can be quoted" in page


def test_two_hundred_documents_stay_one_quick_page():
    import time

    case = harbour()
    many = tuple(
        replace(case.documents[3], id=f"doc_{n}", sha256=f"{n}", path=f"{n}.txt")
        for n in range(200)
    )
    started = time.process_time()
    page, _ = build(replace(case, documents=(*case.documents, *many)))

    assert time.process_time() - started < 20
    assert page.count('class="source"') == 206
    assert '<details class="source" id="doc_0">' in page


def rated(case, credibility, record):
    """The case with a rating of its first cluster and a record of that cluster's first root."""
    first, *rest = case.lineage.clusters
    roots = (replace(first.roots[0], record=record), *first.roots[1:])
    first = replace(first, credibility=credibility, roots=roots)
    return replace(case, lineage=replace(case.lineage, clusters=(first, *rest)))


def test_credibility_and_record_stand_beside_effective_roots_with_what_they_rest_on(built):
    why = "effective roots 1.9 (1.6 to 2); no record of any root"
    record = Reliability("B", "usually reliable", "of 40 claims, about 37 agree")
    page, _ = build(rated(harbour(), Credibility(2, "probably true", why), record), compared=())

    assert "<dt>Admiralty credibility</dt><dd>2, probably true</dd>" in page
    assert f"<li>Admiralty credibility 2, probably true: {why}</li>" in page
    assert "record B, usually reliable: of 40 claims, about 37 agree" in page
    assert "<dt>Admiralty credibility</dt>" not in built[1], "nothing is told that was not computed"
    assert "; record " not in built[1]


def test_a_dossier_is_known_as_our_own_page_and_never_read_as_evidence(built):
    _, page, _, _ = built

    assert is_own_page(page.encode())
