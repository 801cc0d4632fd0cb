"""Agreement is 1 where readers say the same, falls with each thing that they do not, and is frozen."""

import json
import sys
from collections import Counter
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.gold import agreement, alpha, load
from bench.gold.layers import LAYERS, compare
from bench.gold.model import Article, Attribution, Called, Claim, Hedge, Quantity

TEXT = "The guild said the yard may close 40 berths, the mayor said. Wages rose 5 percent."


def at(words):
    start = TEXT.index(words)
    return start, start + len(words)


OUTER = Attribution(
    "a1",
    (at("The guild said the yard may close 40 berths"),),
    ((TEXT.rindex("said"), TEXT.rindex("said") + 4),),
    (at("the mayor"),),
    "unnamed_official",
    Called((at("mayor"),)),
)
INNER = Attribution(
    "a2",
    (at("the yard may close 40 berths"),),
    (at("said"),),
    (at("The guild"),),
    "organization",
    Called((at("guild"),)),
    inside="a1",
)
CLAIM = Claim(
    at("the yard may close 40 berths"),
    "hedged",
    "a2",
    "source",
    (Hedge(at("may"), "medium"),),
    (),
    (Quantity(at("40 berths"), 40, 40, unit="berth"),),
)
TOLD = Claim(at("Wages rose 5 percent"), "asserted", quantities=(Quantity(at("5 percent"), 5, 5),))
WHOLE = Article("x", "", (OUTER, INNER), (CLAIM, TOLD))


def test_alpha_of_published_examples():
    # Krippendorff's binary example of ten units, and values all alike.
    pairs = Counter({(0, 0): 5, (1, 1): 1, (0, 1): 4})

    assert alpha.alpha(pairs) == pytest.approx(0.095, abs=5e-4)
    assert alpha.alpha(Counter({(1, 1): 9})) is None
    assert alpha.alpha(Counter()) is None


def test_alpha_of_ranks_punishes_far_values_more():
    near = Counter({(0, 0): 5, (1, 1): 5, (2, 2): 5, (0, 1): 1})
    far = Counter({(0, 0): 5, (1, 1): 5, (2, 2): 5, (0, 2): 1})

    assert alpha.alpha(near, alpha.ordinal) > alpha.alpha(far, alpha.ordinal)


def test_the_interval_holds_the_value_and_is_the_same_each_time():
    articles = [Counter({(0, 0): 5, (1, 1): n, (0, 1): n % 3}) for n in range(1, 12)]
    low, high = alpha.interval(articles)

    assert low < alpha.alpha(sum(articles, Counter())) < high
    assert (low, high) == alpha.interval(articles)


def test_a_reader_agrees_with_itself():
    both = compare(WHOLE, WHOLE, TEXT)

    assert set(both.pairs) == set(LAYERS)
    assert all(one == other for pairs in both.pairs.values() for one, other in pairs)
    assert both.found == {
        "attributions": (2, 2, 2),
        "claims": (2, 2, 2),
        "quantities": (2, 2, 2),
    }
    assert both.pairs["depth of the attribution"] == {(0, 0): 1, (1, 1): 1}
    assert both.pairs["depth of nesting, by word"][2, 2] == 6


@pytest.mark.parametrize(
    ("layer", "other"),
    [
        ("kind", {"attributions": (OUTER, Attribution("a2", *_parts, inside="a1"))})
        for _parts in [(INNER.content, INNER.cue, INNER.source, "outlet", INNER.name)]
    ]
    + [
        ("depth of the attribution", {"attributions": (Attribution("a1", *_parts),)})
        for _parts in [(INNER.content, INNER.cue, INNER.source, "organization", INNER.name)]
    ]
    + [
        ("status", {"claims": (Claim(CLAIM.span, "expected"), TOLD)}),
        ("whose doubt", {"claims": (Claim(CLAIM.span, "hedged", whose="outlet"), TOLD)}),
        ("strength of the hedge", {"claims": (Claim(CLAIM.span, "hedged"), TOLD)}),
    ],
)
def test_a_difference_shows_in_its_layer(layer, other):
    changed = Article(
        "x", "", other.get("attributions", WHOLE.attributions), other.get("claims", WHOLE.claims)
    )

    assert any(a != b for a, b in compare(WHOLE, changed, TEXT).pairs[layer])


def test_what_only_one_saw_lowers_the_figure_of_finding():
    rows = agreement.measure([compare(WHOLE, Article("x", "", (OUTER,), (TOLD,)), TEXT)], "own")
    found = {row.layer: row.value for row in rows}

    assert found["attributions found"] == pytest.approx(0.667)
    assert found["claims found"] == pytest.approx(0.667)


def test_figures_of_word_labels_are_printed_frozen_and_held(tmp_path, monkeypatch, capsys):
    monkeypatch.delenv("ALLSOURCE_FNC1", raising=False)
    monkeypatch.setattr(agreement, "FROZEN", tmp_path / "agreement.json")
    text = load.GoldText("own-x", "dev", TEXT, "2031-06-03")
    monkeypatch.setattr(agreement, "texts", lambda _: [text])
    said = {
        "id": "a1",
        "cue": "mayor <said>",
        "source": "the mayor",
        "content": "The guild~~berths",
        "kind": "unnamed_official",
        "name": "mayor",
    }
    claim = {"proposition": "The guild~~berths", "attributed": "a1", "status": "asserted"}
    whole = {"text": "own-x", "attributions": [said], "claims": [claim]}
    for reader in ("first", "second"):
        (tmp_path / reader).mkdir()
        (tmp_path / reader / "own-x.json").write_text(json.dumps(whole), encoding="utf-8")
    sides = [word for side in ("first", "second") for word in (f"--{side}", str(tmp_path / side))]

    assert agreement.main([*sides, "--words", "--freeze"]) == 0
    assert agreement.main([*sides, "--words", "--check"]) == 0
    assert "own         cue, by word" in capsys.readouterr().out

    claim["status"] = "denied"
    (tmp_path / "first" / "own-x.json").write_text(json.dumps(whole), encoding="utf-8")
    assert agreement.main([*sides, "--words", "--check"]) == 1
    assert "changed: own: status" in capsys.readouterr().out
