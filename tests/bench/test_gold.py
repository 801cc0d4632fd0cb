"""Labels of readers are found in the text at their place, and faults are told with theirs."""

import doctest
import hashlib
import importlib
import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.gold import labels, load
from bench.gold.intervals import interval
from bench.gold.model import LabelFile
from bench.gold.words import UnclearWordsError, find

ROOT = Path(__file__).resolve().parents[2]
TEXT = (
    "In May two customs officials told the Corrant Herald that Orlan Works said it may have "
    "shipped more than 40 engines a month from the coast. “Nobody said no,” said Mara Vell.\n\n"
    "“We  counted — twice.”"
)
CREDIT = {
    "id": "a1",
    "cue": "told",
    "source": "two customs officials",
    "content": ["Orlan Works said~~the coast"],
    "kind": "unnamed_official",
    "name": "customs officials",
    "medium": "the Corrant Herald",
}
INNER = {
    "id": "a2",
    "inside": "a1",
    "cue": "Orlan Works <said>",
    "source": "Orlan Works",
    "content": "it may~~the coast",
    "kind": "organization",
    "name": "Orlan Works",
}
CLAIM = {
    "proposition": "it may~~the coast",
    "attributed": "a2",
    "status": "hedged",
    "whose": "source",
    "hedges": [{"words": "may", "strength": "medium"}],
    "quantities": [
        {"text": "more than 40 engines a month", "is": ">40", "unit": "engine", "per": "month"}
    ],
}


def written(tmp_path, **changed):
    whole = {"text": "x", "attributions": [CREDIT, INNER], "claims": [CLAIM], **changed}
    path = tmp_path / "x.json"
    path.write_text(json.dumps(whole), encoding="utf-8")
    return path


def checked(tmp_path, **changed):
    return labels.check(labels.read_labels(written(tmp_path, **changed)), TEXT)


@pytest.mark.parametrize(
    ("label", "stretch"),
    [
        ("two customs officials", "two customs officials"),
        ("'Nobody~~no", "“Nobody said no"),
        ("no,' <said> Mara", "said"),
        ("said#3", "said"),
        ("We counted - twice", "We  counted — twice"),
        ("Vell.~~counted", "Vell.\n\n“We  counted"),
        ("said <it~~shipped>", "it may have shipped"),
    ],
)
def test_words_are_found_at_their_place(label, stretch):
    start, end = find(label, TEXT)

    assert TEXT[start:end] == stretch


def test_marks_tell_the_places_of_one_word_apart():
    places = [find(label, TEXT)[0] for label in ("Works <said>", "Nobody <said>", "<said> Mara")]

    assert places == sorted(set(places))
    assert places == [find(f"said#{number}", TEXT)[0] for number in (1, 2, 3)]


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("said", "3 times"),
        ("said#4", "only 3 times"),
        ("two custom", "not in the text"),
        ("mara Vell", "with other capitals it is: 'Mara Vell'"),
        ("two customs officers", "the text has 'two customs officials"),
        ("two~~customs~~officials", "more than once"),
        ("coast~~Orlan", "not in the text"),
        ("", "not in the text"),
    ],
)
def test_words_that_are_unclear_are_told(label, told):
    with pytest.raises(UnclearWordsError, match=told):
        find(label, TEXT)


@pytest.mark.parametrize("label", ["#", "<", "~~", "a<b", "<>", "#2", "~~x", "x~~", "< >"])
def test_malformed_labels_are_told_and_nothing_else_happens(label):
    with pytest.raises(UnclearWordsError):
        find(label, TEXT)


def test_a_whole_file_is_resolved(tmp_path):
    article, faults = checked(tmp_path)

    assert faults == []
    outer, inner = article.attributions
    assert TEXT[slice(*inner.cue[0])] == "said"
    assert inner.cue[0][0] < TEXT.index("Nobody")
    assert outer.name.read(TEXT) == "customs officials"
    assert article.claims[0].quantities[0].low_open


def test_words_of_a_claim_are_sought_inside_its_proposition(tmp_path):
    hedge = {"words": "said", "strength": "weak"}
    claim = {"proposition": "Nobody said no", "status": "hedged", "attributed": "a3"}
    said = {**INNER, "id": "a3", "content": "Nobody said no", "cue": "<said> Mara"}
    del said["inside"]

    article, faults = checked(
        tmp_path,
        attributions=[said],
        claims=[{**claim, "whose": "source", "hedges": [hedge]}],
    )

    assert faults == []
    assert article.claims[0].hedges[0].span[0] == TEXT.index("said no")


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"attributions": [{**CREDIT, "cue": "said"}, INNER]}, "attribution a1, cue: 'said' is 3"),
        ({"attributions": [{**CREDIT, "inside": "a9"}, INNER]}, "'a9', which is not there"),
        ({"attributions": [{**CREDIT, "inside": "a2"}, INNER]}, "inside itself"),
        ({"attributions": [{**CREDIT, "name": None}, INNER]}, "go together"),
        ({"attributions": [CREDIT, CREDIT, INNER]}, "one id"),
        ({"attributions": [CREDIT, {**INNER, "content": "Nobody"}]}, "outside of the content"),
        ({"attributions": [CREDIT, {**INNER, "cue": "may"}]}, "its cue lies in its content"),
        ({"claims": []}, "no claim is of its content"),
        ({"claims": [{**CLAIM, "status": "asserted"}]}, "asserted and has a hedge"),
        ({"claims": [{**CLAIM, "hedges": []}]}, "hedged and has no hedge"),
        ({"claims": [{**CLAIM, "whose": None}]}, "whose goes with hedges"),
        ({"claims": [{**CLAIM, "attributed": "a7"}]}, "'a7', which is not there"),
        ({"claims": [{**CLAIM, "quantities": [{"text": "40", "is": "forty"}]}]}, "no interval"),
        (
            {"claims": [{**CLAIM, "quantities": [{"text": "40", "is": "40", "start": "May"}]}]},
            "are days",
        ),
    ],
)
def test_a_fault_is_told(tmp_path, changed, told):
    assert told in "\n".join(checked(tmp_path, **changed)[1])


@pytest.mark.parametrize("broken", [{"claims": [{"proposition": "x"}]}, {"claimz": []}])
def test_a_file_of_another_shape_is_refused(tmp_path, broken):
    with pytest.raises(ValueError, match=r"x\.json: "):
        labels.read_labels(written(tmp_path, **broken))


@pytest.mark.parametrize("words", ["45..40", "", "~", "1e9", "forty", "9" * 5000])
def test_what_is_no_interval_is_refused(words):
    with pytest.raises(ValueError, match=r"is no interval|wrong way round"):
        interval(words)


def test_frozen_labels_hold_no_words_of_the_article_and_are_read_again(tmp_path, capsys):
    text = tmp_path / "x.txt"
    text.write_text(f"Published: 2031-06-03\nOutlet: Sun\n\n{TEXT}", encoding="utf-8", newline="")

    assert labels.main(["freeze", str(written(tmp_path)), str(text), str(tmp_path / "out")]) == 0

    path = tmp_path / "out" / "x.json"
    assert capsys.readouterr().out == "x.json: ok\n"
    assert not [word for word in ("Orlan", "officials", "coast") if word in path.read_text()]
    assert labels.frozen(path, TEXT) == checked(tmp_path)[0]
    with pytest.raises(ValueError, match="not the one"):
        labels.frozen(path, TEXT + " ")


def test_a_faulty_file_ends_with_1_and_is_not_frozen(tmp_path, capsys):
    text = tmp_path / "y.txt"
    text.write_text(f"Published: unknown\n\n{TEXT}", encoding="utf-8")

    assert labels.main(["freeze", str(written(tmp_path)), str(text), str(tmp_path / "out")]) == 1
    assert "the labels are of 'x', the text is 'y'" in capsys.readouterr().out
    assert not (tmp_path / "out").exists()


def test_the_example_of_the_guidelines_is_right():
    lines = (ROOT / "bench" / "gold" / "GUIDELINES.md").read_text(encoding="utf-8")
    example = lines.partition("```json\n")[2].partition("```")[0]
    text = lines.partition("for the text: `")[2].partition("`")[0]
    read = labels.msgspec.json.decode(example, type=LabelFile)

    assert labels.check(read, text)[1] == []


def test_both_halves_have_articles_of_both_kinds():
    own = load.own_texts()
    pages = json.loads((ROOT / "bench" / "gold" / "pages.json").read_text(encoding="utf-8"))
    half = load.halves([f"fnc1-{page['body']}" for page in pages])

    assert len(own) + len(pages) >= 60
    assert len(pages) >= 30
    assert abs(sum(one.half == "held" for one in own) * 2 - len(own)) <= 1
    assert abs(list(half.values()).count("held") * 2 - len(pages)) <= 1


def test_a_page_that_is_not_the_one_labelled_is_refused(tmp_path):
    rows = 'Body ID,articleBody\n30,"The yard closed."\n'
    (tmp_path / load.BODIES).write_bytes(load.lzma.compress(rows.encode()))

    with pytest.raises(ValueError, match=r"body 30 of .* is not the one labelled"):
        load.page_texts(tmp_path)


def test_no_page_is_of_the_audit():
    audit = ROOT / "bench" / "audit"
    used = {
        article["id"]
        for path in [*audit.glob("development/*.json"), *audit.glob("sealed/*.json")]
        for article in json.loads(path.read_text(encoding="utf-8"))["articles"]
    }
    pages = json.loads((ROOT / "bench" / "gold" / "pages.json").read_text(encoding="utf-8"))

    assert used
    assert not used & {page["body"] for page in pages}
    assert len({page["sha256"] for page in pages}) == len(pages)


def test_texts_are_written_with_what_is_known_of_them(tmp_path, monkeypatch, capsys):
    monkeypatch.delenv("ALLSOURCE_FNC1", raising=False)

    assert load.main(["--write", str(tmp_path)]) == 0

    one = load.own_texts()[0]
    path = tmp_path / one.half / f"{one.id}.txt"
    assert path.read_text(encoding="utf-8").startswith(f"Published: {one.published}\n")
    assert labels.digest(labels.read_text(path)) == hashlib.sha256(one.text.encode()).hexdigest()
    assert "skipped: the real pages" in capsys.readouterr().out


@pytest.mark.parametrize(
    "name", sorted(path.stem for path in (ROOT / "bench" / "gold").glob("*.py"))
)
def test_examples_of_the_docstrings_run(name):
    assert doctest.testmod(importlib.import_module(f"bench.gold.{name}")).failed == 0
