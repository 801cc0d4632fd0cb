"""The sample case is marked as fiction, holds what its card promises, and its key fits it."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from allsource.sample import folder, truth

MARK = "ALLSOURCE FICTION"
HOPS = {"quotation", "primary_source", "revision", "rewrite", "translation"}
CLASSES = {
    "rounding",
    "bound",
    "stale repeat",
    "scope",
    "definition",
    "plan against outcome",
    "true conflict",
}


class VisibleText(HTMLParser):
    def __init__(self):
        super().__init__()
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag, _attrs):
        self.hidden += tag in {"script", "style", "title"}

    def handle_endtag(self, tag):
        self.hidden -= tag in {"script", "style", "title"}

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(data)


def visible(path: Path) -> str:
    parser = VisibleText()
    parser.feed(path.read_text(encoding="utf-8"))
    return "".join(parser.parts)


def layer(path: Path) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def records(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def place(file: str, record: int | None) -> str:
    return file if record is None else f"{file}#{record}"


def read(path: Path) -> Iterator[tuple[str, str]]:
    match path.suffix:
        case ".jsonl":
            for n, row in enumerate(records(path)):
                yield place(path.name, n), row["text"]
        case ".pdf":
            yield path.name, layer(path)
        case ".html":
            yield path.name, visible(path)
        case _:
            yield path.name, path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    with folder() as articles:
        return {name: text for path in sorted(articles.iterdir()) for name, text in read(path)}


@pytest.fixture(scope="module")
def key():
    return truth()


def test_every_article_carries_the_mark_as_its_own_paragraph(texts):
    for name, text in texts.items():
        marked = [line for line in text.splitlines() if MARK in line]
        assert len(marked) == 1, name
        assert marked[0].startswith(f"{MARK}: "), name


def test_the_source_of_the_pdf_carries_the_mark(texts):
    with folder() as articles:
        (source,) = (articles.parent / "sources").glob("*.html")
    assert MARK in visible(source)
    assert (
        visible(source).split("Key judgements")[1].split()[:60]
        == (texts[f"{source.stem}.pdf"].split("Key judgements")[1].split()[:60])
    )


def test_there_are_15_to_20_articles_and_the_key_lists_each(texts, key):
    assert 15 <= len(texts) <= 20
    assert sorted(place(d.file, d.record) for d in key.documents) == sorted(texts)


def test_formats_are_as_promised(texts):
    suffixes = [Path(name.split("#")[0]).suffix for name in texts]
    assert suffixes.count(".pdf") == 1
    assert suffixes.count(".jsonl") == 3
    assert suffixes.count(".txt") >= 5
    assert suffixes.count(".html") >= 5


def test_articles_are_short(texts):
    furniture = 90
    for name, text in texts.items():
        assert 90 <= len(text.split()) <= 350 + furniture * name.endswith(".html"), name


def test_feed_records_have_their_five_fields(key):
    with folder() as articles:
        rows = records(articles / "feed.jsonl")
    listed = {d.record: d for d in key.documents if d.file == "feed.jsonl"}
    for n, row in enumerate(rows):
        assert set(row) == {"url", "title", "outlet", "published", "text"}
        assert (row["outlet"], row["published"]) == (listed[n].outlet, listed[n].published)


def test_metadata_dates_are_those_of_the_key_and_one_url_disagrees(key):
    disagree = []
    with folder() as articles:
        for d in key.documents:
            if not d.file.endswith(".html"):
                continue
            html = (articles / d.file).read_text(encoding="utf-8")
            assert f'"datePublished": "{d.published}T' in html
            assert d.outlet in html
            url = re.search(r'canonical" href="[^"]*?/(\d{4})/(\d\d)/(\d\d)/', html)
            if url and "-".join(url.groups()) != d.published:
                disagree.append(d.file)
    assert disagree == ["2031-10-16-velory-today.html"]


def test_the_reprint_is_verbatim(texts):
    wire = texts["2031-10-14-opa-output.txt"].split("\n\n")[2:]
    assert all(paragraph.strip() in texts["2031-10-14-sandrell-post.html"] for paragraph in wire)


def test_every_quote_stands_in_its_article(texts, key):
    assert 30 <= len(key.claims) <= 50
    for claim in key.claims:
        assert claim.quote in texts[place(claim.file, claim.record)], claim.id


def test_edges_join_articles_to_articles_or_roots(texts, key):
    labels = {root.label: root for root in key.roots}
    published = {place(d.file, d.record): d.published for d in key.documents}
    for edge in key.edges:
        assert edge.child in texts
        assert edge.kind in HOPS
        if edge.parent in texts:
            assert published[edge.parent] <= published[edge.child]
        else:
            assert edge.seen == labels[edge.parent].seen


def test_every_article_of_a_root_reaches_it_over_edges(key):
    parents: dict[str, set[str]] = {}
    for edge in key.edges:
        parents.setdefault(edge.child, set()).add(edge.parent)
    assert set(parents) == {place(d.file, d.record) for d in key.documents}
    for root in key.roots:
        for document in root.documents:
            reached, new = set(), {document}
            while new:
                reached |= new
                new = {up for at in new for up in parents.get(at, ())} - reached
            assert root.label in reached, (root.id, document)


def test_claims_drift_and_conflicts_refer_to_what_is_there(texts, key):
    ids = {claim.id for claim in key.claims}
    roots = {root.id: root for root in key.roots}
    assert len(ids) == len(key.claims)
    for claim in key.claims:
        if claim.root is not None:
            assert place(claim.file, claim.record) in roots[claim.root].documents, claim.id
    assert all(set(root.documents) <= set(texts) for root in key.roots)
    assert all({d.child, d.parent} <= ids for d in key.drift)
    assert all(set(c.claims) <= ids for c in key.conflicts)
    assert {name for c in key.conflicts for name in c.classes} == CLASSES


def test_drift_quotes_both_sides(texts, key):
    at = {claim.id: texts[place(claim.file, claim.record)] for claim in key.claims}
    for drift in key.drift:
        for words, claim in ((drift.before, drift.parent), (drift.after, drift.child)):
            for part in (words or "").split(" ... "):
                assert part in at[claim], (drift.child, drift.change, part)


def test_invented_output_adds_up(key):
    facts = key.facts
    built = facts["built_before_2031"]
    totals = {}
    for row in key.monthly_output:
        built += row.units
        totals[row.month] = built
    assert totals["2031-09"] == facts["built_by_2031_09_30"]
    assert totals["2032-04"] == facts["built_by_2032_04_30"]
