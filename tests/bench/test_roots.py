"""Groups are mined the same each time, and labels of readers are held against the articles."""

import csv
import doctest
import importlib
import io
import json
import lzma
import re
import sys
from pathlib import Path

import msgspec
import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.gold.resolve import digest
from bench.roots import bodies, check, mine
from bench.roots.model import Labels
from bench.roots.rules import counted

ROOTS = Path(__file__).resolve().parents[2] / "bench" / "roots"
ARTICLES = {
    "17": "Pier 4 is about to fall, two engineers told the Herald. The Harbour Board denied it.",
    "23": "Pier 4 is about to fall into the sea, like a drunk leaving a wedding.\n\n"
    "That is so according to the Corrant Herald. Tide Online",
    "31": "Corrant: the pier will fall any day, like a drunk leaving a wedding.",
    "40": "The yard closed its gate.",
}


def example():
    text = (ROOTS / "GUIDELINES.md").read_text(encoding="utf-8")
    return json.loads(re.search(r"```json\n(.*?)```", text, re.DOTALL)[1])


def checked(written):
    return check.check(msgspec.convert(written, Labels[str]), ARTICLES)


def changed(where, value):
    """The example with one place of it set, or taken away where the value is None."""
    whole = example()
    at = whole
    *path, last = where
    for key in path:
        at = at[key]
    if value is None:
        del at[last]
    else:
        at[last] = value
    return whole


@pytest.mark.parametrize(
    "name", ["baselines", "bodies", "check", "mine", "overlap", "record", "resolve", "rules"]
)
def test_examples(name):
    assert doctest.testmod(importlib.import_module(f"bench.roots.{name}")).failed == 0


def test_the_example_of_the_guidelines_keeps_them():
    placed, problems = checked(example())
    assert problems == []
    assert counted(placed) == (1, 1, True)
    span = placed.edges[2].words.span
    assert ARTICLES["31"][slice(*span)] == "like a drunk leaving a wedding"


@pytest.mark.parametrize(
    ("where", "value", "told"),
    [
        (("articles", 3), None, "article 40 is not labelled"),
        (("articles", 3, "id"), "31", "article 31 is labelled twice"),
        (("articles", 3, "id"), "41", "article 41 is none of the group"),
        (("articles", 3, "roots"), ["r1"], "article 40: nothing else is labelled"),
        (("articles", 2, "words"), None, "article 31: no words for its stance"),
        (("articles", 2, "words"), "the jetty", "'the jetty' is not in the text"),
        (("articles", 2, "roots"), [], "article 31: neither a root nor open"),
        (("articles", 2, "roots"), ["r1", "r1?"], "article 31: a root is there twice"),
        (("articles", 2, "roots"), ["r1", "r3"], "article 31: there is no root 'r3'"),
        (("articles", 2, "roots"), ["r2"], "article 31: it is for the claim, and rests on denials"),
        (("articles", 0, "credits", 1, "through"), "c2", "article 17, c2: there is no other credit"),
        (("articles", 0, "credits", 1, "id"), "c3", "article 17: ids are c1, c2, ... in order"),
        (("roots", 0, "maybe"), "r2", "root r1: maybe 'r2' is no earlier root"),
        (("roots", 1, "maybe"), "r1", "root r2: r1 says the contrary"),
        (("articles", 0, "roots"), ["r1"], "root r2 is used by no article"),
        (("edges", 2, "child"), "40", "edge 40 -> 23: the child is no article"),
        (("edges", 2, "parent"), "u2", "edge 31 -> u2: the parent is no such article"),
        (("edges", 0, "parent"), "23", "unseen u1: fewer than two articles were made from it"),
        (("edges", 0, "parent"), "17", "edges: an article is made from itself"),
        (("same", 0, "articles"), ["23"], "same 23: two articles or more"),
        (("same", 0, "articles"), ["31", "40"], "same 31 40: 40 is not on topic"),
        (("same", 0, "articles"), ["31", "23"], "same 31 23: 23 and 31 have an edge already"),
    ],
)  # fmt: skip
def test_every_fault_is_told(monkeypatch, where, value, told):
    whole = example()
    same = {"articles": ["17", "23"], "certainty": "likely", "words": "about to fall"}
    whole["same"] = [same]
    assert checked(whole)[1] == []
    monkeypatch.setitem(globals(), "example", lambda: whole)
    assert any(told in problem for problem in checked(changed(where, value))[1])


def test_shared_words_must_stand_in_each_article():
    whole = example()
    whole["same"] = [{"articles": ["17", "31"], "certainty": "sure", "words": "about to fall"}]
    assert any("article 31: 'about to fall' is not in" in one for one in checked(whole)[1])


def test_an_origin_that_cannot_be_told_is_counted_as_such():
    whole = example()
    whole["articles"][2] |= {"roots": [], "open": True}
    assert counted(checked(whole)[0]) == (1, 1, False)


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    """A copy of an invented corpus, with the groups that were mined from it."""
    rows = io.StringIO(newline="")
    csv.writer(rows).writerows([("Body ID", "articleBody"), *ARTICLES.items()])
    with lzma.open(tmp_path / "fnc1_bodies.csv.xz", "wb") as packed:
        packed.write(rows.getvalue().encode())
    members = tuple(bodies.Member(name, digest(text)) for name, text in ARTICLES.items())
    group = bodies.Group("pier-collapse", "dev", "Pier 4 is about to fall.", members)
    for module in (mine, check):
        monkeypatch.setattr(module, "groups", lambda: [group])
    return tmp_path


def test_labels_ship_without_the_words(corpus, capsys):
    written = corpus / "pier-collapse.json"
    written.write_text(json.dumps(example()), encoding="utf-8")
    told = check.main(["freeze", str(written), str(corpus / "out"), "--data", str(corpus)])
    assert (told, capsys.readouterr().out) == (0, "pier-collapse.json: ok; 1 roots\n")
    path = corpus / "out" / "pier-collapse.json"
    assert b"drunk" not in path.read_bytes()
    assert check.frozen(path, ARTICLES).group == "pier-collapse"
    with pytest.raises(ValueError, match="article 31 is not the one"):
        check.frozen(path, {**ARTICLES, "31": ARTICLES["31"].upper()})


def test_a_file_that_is_no_labels_is_told_and_nothing_ships(corpus, capsys):
    (corpus / "pier-collapse.json").write_text('{"group": "pier-collapse", "artcles": []}')
    (corpus / "moth.json").write_text('{"group": "moth", "articles": []}')
    assert check.main(["freeze", str(corpus), str(corpus / "out"), "--data", str(corpus)]) == 1
    told = capsys.readouterr().out
    assert "there is no group 'moth'" in told
    assert "unknown field `artcles`" in told
    assert not (corpus / "out").exists()


def test_another_copy_of_the_corpus_is_refused(corpus):
    group = mine.groups()[0]
    with pytest.raises(ValueError, match="body 40 of the copy at hand"):
        bodies.texts(group, {**ARTICLES, "40": "The yard opened its gate."})


def test_packets_hold_the_claim_and_every_article_whole(corpus):
    assert mine.main(["--data", str(corpus), "--packets", str(corpus / "out")]) == 0
    text = (corpus / "out" / "pier-collapse.txt").read_text(encoding="utf-8")
    assert text.startswith("GROUP: pier-collapse\nCLAIM: Pier 4 is about to fall.\n")
    assert all(f"== ARTICLE {name} ==" in text and ARTICLES[name] in text for name in ARTICLES)


def test_a_cluster_never_passes_the_largest_size():
    alike = np.full((40, 40), 0.9)
    sizes = [len(one) for one in mine.clusters(alike)]
    assert sum(sizes) == 40
    assert max(sizes) <= mine.LARGEST


def test_claims_on_one_event_share_a_half_and_no_article_is_of_another_gold():
    chosen = json.loads((ROOTS / "claims.json").read_text(encoding="utf-8"))
    shipped = {group.id: group for group in bodies.groups()}
    assert [one["id"] for one in chosen] == list(shipped)
    assert all(shipped[one["id"]].claim == one["claim"] for one in chosen)
    events = {}
    for one in chosen:
        events.setdefault(one.get("event", one["id"]), set()).add(shipped[one["id"]].half)
    assert all(len(halves) == 1 for halves in events.values())
    ids = [article.id for group in shipped.values() for article in group.articles]
    assert len(ids) == len(set(ids))
    gold = json.loads((ROOTS.parent / "gold" / "pages.json").read_text(encoding="utf-8"))
    audit = [
        article["id"]
        for half in ("development", "sealed")
        for path in (ROOTS.parent / "audit" / half).glob("*.json")
        for article in json.loads(path.read_text(encoding="utf-8"))["articles"]
    ]
    assert audit
    assert not set(ids) & {*audit, *(page["body"] for page in gold)}
