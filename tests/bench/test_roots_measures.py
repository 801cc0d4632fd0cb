"""What is said of a group's record is counted as the docstrings of bench/roots say."""

import csv
import io
import json
import lzma
import sys
from pathlib import Path

import msgspec
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.gold.resolve import digest
from bench.roots import agreement, baselines, bodies, check, run, told
from bench.roots.agreement import Sides, measure
from bench.roots.model import Labels
from bench.roots.overlap import BCubed
from bench.roots.record import of_labels
from bench.roots.score import Scores, add

from bench import worst

WIRE = (
    "(Tidewire) - The third pier of Corrant will be pulled down in May, the Harbour Board said on "
    "Monday. It has swayed like a drunk at a wedding since the storm of last winter, and nobody "
    "dares to moor there."
)
COPY = (
    "The third pier of Corrant will be pulled down in May. It has swayed like a drunk at a wedding "
    "since the storm of last winter, and nobody dares to moor there, Tidewire reported."
)
TEXTS = {
    "1": WIRE,
    "2": COPY,
    "3": "The Corrant Herald reported that divers are to pull down the third pier of Corrant.",
    "4": "The third pier of Corrant goes in May, the Corrant Herald reported. Boats will moor elsewhere.",
    "5": "No pier of Corrant will be pulled down, the mayor Orla Vint said.",
    "6": "The yard closed its gate.",
}
CLAIM = "The third pier of Corrant will be pulled down."


def account(number, stance, words, roots, **more):
    return {"id": number, "stance": stance, "words": words, "roots": roots, **more}


def written():
    """Labels of a group: a copy, two articles on a report that is not in hand, a denial."""
    told = "third pier of Corrant"
    return {
        "group": "corrant-pier",
        "roots": [
            {"id": "r1", "label": "the Harbour Board", "kind": "body", "says": "affirms",
             "article": "1", "words": "the Harbour Board"},
            {"id": "r2", "label": "the Herald's report", "kind": "outlet", "says": "affirms",
             "article": "3", "words": "The Corrant Herald"},
            {"id": "r3", "label": "the mayor", "kind": "person", "says": "denies",
             "article": "5", "words": "Orla Vint"},
        ],
        "unseen": [{"id": "u1", "label": "the Corrant Herald's report"}],
        "articles": [
            account("1", "reports", told, ["r1"], house="Tidewire",
                    credits=[{"id": "c1", "words": "the Harbour Board", "name": "Harbour Board", "kind": "body"}]),
            account("2", "affirms", told, ["r1"],
                    credits=[{"id": "c1", "words": "Tidewire", "name": "Tidewire", "kind": "agency"}]),
            account("3", "reports", told, ["r2"],
                    credits=[{"id": "c1", "words": "The Corrant Herald", "name": "Corrant Herald", "kind": "outlet"}]),
            account("4", "reports", told, ["r2?"],
                    credits=[{"id": "c1", "words": "the Corrant Herald", "name": "Corrant Herald", "kind": "outlet"}]),
            account("5", "denies", "No pier of Corrant", ["r3"]),
            {"id": "6", "stance": "off_topic"},
        ],
        "edges": [
            {"child": "2", "parent": "1", "kind": "quotation", "certainty": "sure", "words": "Tidewire reported"},
            {"child": "3", "parent": "u1", "kind": "quotation", "certainty": "sure", "words": "Herald reported"},
            {"child": "4", "parent": "u1", "kind": "quotation", "certainty": "sure", "words": "Herald reported"},
        ],
    }  # fmt: skip


def placed(labels):
    found, problems = check.check(msgspec.convert(labels, Labels[str]), TEXTS)
    assert problems == []
    return found


def pairs(*names):
    return frozenset(frozenset(name) for name in names)


def test_b_cubed_of_sets_that_overlap():
    # a and b share one set as told and two as it is: half of what they share is found.
    found = {"a": frozenset("1"), "b": frozenset("1"), "c": frozenset("2")}
    gold = {"a": frozenset("xy"), "b": frozenset("xy"), "c": frozenset("y")}
    scores = BCubed()
    scores.add(found, gold)
    assert scores.precision == 100
    # a: with itself 1/2, with b 1/2, with c 0/1; b the same; c: with itself 1, with a and b 0.
    assert scores.recall == pytest.approx(100 * (1 / 3 + 1 / 3 + 1 / 3) / 3)
    assert BCubed().f1 == 0


def test_the_record_of_labels():
    record = of_labels(placed(written()))
    assert record.articles == frozenset("12345")
    assert record.edges == {("2", "1"): "quotation"}
    assert record.pairs == pairs("12")
    assert record.siblings == pairs("34")
    assert record.families["3"] == record.families["4"] != record.families["5"]
    assert record.roots == {
        "1": {"r1"}, "2": {"r1"}, "3": {"r2"}, "4": {"r2"},
    }  # fmt: skip
    assert record.count == 2


def test_articles_that_share_text_are_pairs_and_an_open_origin_stands_alone():
    labels = written()
    del labels["edges"][0]
    labels["same"] = [{"articles": ["1", "2"], "certainty": "sure", "words": "drunk at a wedding"}]
    labels["articles"][1] |= {"roots": [], "open": True}
    record = of_labels(placed(labels))
    assert (record.edges, record.pairs) == ({}, pairs("12"))
    assert record.roots["2"] == {"open:2"}


def test_readers_who_say_the_same_agree():
    one = placed(written())
    rows = measure([Sides(one, one)], "dev")
    assert {row.value for row in rows} == {1.0, None}


@pytest.mark.parametrize(
    ("change", "layer", "how"),
    [
        (lambda w: w["articles"][4].update(stance="doubts"), "stance", "alpha"),
        (lambda w: w["articles"][0]["credits"][0].update(kind="person"), "kind of the credits both have", "alpha"),
        (lambda w: w["articles"][3].pop("credits"), "credits", "F1"),
        (lambda w: w["edges"].pop(0), "pairs of articles", "F1"),
        (lambda w: w["edges"][0].update(child="1", parent="2", words="Harbour Board said"), "edges with direction", "F1"),
        (lambda w: w["edges"][0].update(kind="rewrite"), "edges with direction and kind", "F1"),
        (lambda w: w["edges"][1].update(child="2", words="Tidewire reported"), "pairs on one report outside the group", "F1"),
        (lambda w: w["edges"].pop(0), "families of articles", "B-cubed F1"),
        (lambda w: w["articles"][1].update(roots=["r2"]), "roots of articles for the claim", "B-cubed F1"),
        (lambda w: w["articles"][2].update(roots=["r1", "r2", "r3"]), None, ""),
    ],
)  # fmt: skip
def test_what_readers_see_otherwise_lowers_its_layer(change, layer, how):
    other = written()
    change(other)
    rows = measure([Sides(placed(written()), placed(other))] * 3, "dev")
    lower = {(row.layer, row.measure) for row in rows if row.value is not None and row.value < 1}
    assert ((layer, how) in lower) if layer else lower == {("roots of articles for the claim", "B-cubed F1")}  # fmt: skip


def test_numbers_of_roots_are_held_against_each_other():
    other = written()
    del other["roots"][1]
    for account_ in other["articles"][2:4]:
        account_["roots"] = ["r1"]
    other["roots"][1]["id"] = "r2"
    other["articles"][4]["roots"] = ["r2"]
    rows = measure([Sides(placed(written()), placed(other))], "dev")
    found = {row.measure: row.value for row in rows if row.layer == "number of roots"}
    assert (found["same"], found["within one"]) == (0, 1)


def test_frozen_agreement_is_that_of_the_shipped_labels(capsys):
    assert agreement.main(["--check"]) == 0, capsys.readouterr().out


def test_shipped_labels_are_of_groups_and_keep_the_rules():
    known = {group.id: group for group in bodies.groups()}
    for reader in ("first", "second", "settled"):
        paths = sorted((agreement.HERE / "labels" / reader).glob("*.json"))
        assert paths
        for path in paths:
            labels = msgspec.json.decode(path.read_bytes(), type=Labels[check.Place])
            numbers = [member.id for member in known[path.stem].articles]
            assert check.broken(labels, numbers) == []


def scored(what):
    scores = Scores()
    add(scores, placed(written()), what)
    return scores


def test_baselines_are_counted():
    on_topic, for_it = "12345", "1234"
    alone, one = baselines.apart(on_topic, for_it), baselines.one_root(on_topic, for_it)
    assert (scored(alone).pairs.recall, scored(alone).pairs.precision) == (0, 100)
    assert scored(alone).effective.right == 0
    assert (scored(one).pairs.right, scored(one).pairs.told) == (1, 10)
    assert scored(one).effective.right == 1
    assert scored(one).exact.right == 0
    assert (scored(one).one.told, scored(one).one.true) == (1, 0)
    two = scored(baselines.two_roots(on_topic, for_it))
    assert (two.effective.right, two.exact.right, two.one.told) == (1, 1, 0)
    copied = scored(baselines.copied(TEXTS, on_topic, for_it))
    assert (copied.pairs.f1, copied.wide.true, copied.wide.right) == (100, 2, 1)
    assert scored(one).roots.precision == pytest.approx(50)
    assert scored(one).roots.recall == 100


def test_the_product_is_run_as_on_a_folder():
    texts = {number: TEXTS[number] for number in "12345"}
    traced = told.Traced(texts, {"1": "Tidewire"})
    labels = placed(written())
    places = {one.id: one.words.span for one in labels.articles if one.words and one.id != "5"}
    carriers = traced.placed(places)
    assert carriers.keys() == set("1234")
    assert all("pier of Corrant" in claim.statement for claim in carriers.values())
    asked = traced.asked(CLAIM, "1234")
    assert asked.keys() == set("1234")
    assert not traced.asked("A zebra won the race of Dunmore.", "1234")
    found = traced.told(carriers, "12345", "1234")
    assert found.record.edges == {("2", "1"): "quotation"}
    assert frozenset("34") in found.record.siblings
    assert found.found == frozenset("1234")
    assert 1 <= found.covered <= 4
    assert found.ends[0] <= found.effective <= found.ends[1]
    counted = scored(found)
    assert (counted.directed.f1, counted.kinds.precision, counted.found.precision) == (100,) * 3
    nothing = traced.told({}, "12345", "1234")
    assert (nothing.effective, nothing.record.count, nothing.covered) == (0, 4, 0)


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    """A copy of an invented corpus with one settled group."""
    rows = io.StringIO(newline="")
    csv.writer(rows).writerows([("Body ID", "articleBody"), *TEXTS.items()])
    with lzma.open(tmp_path / "fnc1_bodies.csv.xz", "wb") as packed:
        packed.write(rows.getvalue().encode())
    members = tuple(bodies.Member(name, digest(text)) for name, text in TEXTS.items())
    group = bodies.Group("corrant-pier", "dev", CLAIM, members)
    (tmp_path / "corrant-pier.json").write_bytes(msgspec.json.encode(placed(written())))
    monkeypatch.setattr(run, "groups", lambda: [group])
    monkeypatch.setattr(run, "SETTLED", tmp_path)
    monkeypatch.setattr(worst, "OUT", tmp_path / "out")
    monkeypatch.delenv("ALLSOURCE_FNC1", raising=False)
    return tmp_path, group


def main(monkeypatch, *words):
    monkeypatch.setattr(sys, "argv", ["run.py", *map(str, words)])
    return run.main()


def test_a_run_prints_figures_of_every_system_and_writes_the_errors_of_dev(
    corpus, monkeypatch, capsys
):
    folder, _ = corpus
    assert main(monkeypatch, "--data", folder) == 0
    out = capsys.readouterr().out
    assert "dev: 1 groups" in out
    assert "allsource, dev: claim found in articles for it, %: 100.0 (n = 4)" in out
    assert "all one root, dev: pairs joined, either way, precision: 10.0 (n = 10)" in out
    page = (folder / "out" / "roots.md").read_text(encoding="utf-8")
    assert page.startswith("# The worst errors of bench/roots")
    assert "pair missed" in page or "direction" in page


def test_errors_of_the_held_half_are_never_written(corpus, monkeypatch, capsys):
    folder, group = corpus
    held = msgspec.structs.replace(group, half="held")
    monkeypatch.setattr(run, "groups", lambda: [held])
    assert main(monkeypatch, "--data", folder) == 0
    out = capsys.readouterr().out
    assert "held: 1 groups" in out
    assert "corrant-pier" not in out
    assert not (folder / "out").exists()


def test_a_run_without_the_corpus_says_so(corpus, monkeypatch, capsys):
    del corpus
    assert main(monkeypatch) == 0
    assert "skipped" in capsys.readouterr().out


def test_the_frozen_figures_tell_how_many_groups_there_are():
    frozen = json.loads((run.HERE / "results.json").read_text(encoding="utf-8"))
    settled = len(list(run.SETTLED.glob("*.json")))
    assert str(settled) in frozen["data"]
