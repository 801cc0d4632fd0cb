from bench.gold import model as gold
from bench.gold.score import Tally, compare

from allsource.claims.extract import extract
from strategies import page

TEXT = "Mara Vell said that the yard may have built more than 40 boats a month in May 2031."


def at(words):
    return (TEXT.index(words), TEXT.index(words) + len(words))


def labels(**changed):
    """The right labels of the text, with some of them changed."""
    content = at("the yard may have built more than 40 boats a month in May 2031")
    one = gold.Quantity(
        at("more than 40 boats a month"), 40, None, low_open=True, high_open=True, unit="boat",
        per="month", of=gold.Called((at("boats"),)), start="2031-05-01", end="2031-05-31",
    )  # fmt: skip
    told = {"kind": "named_person", "status": "hedged", "whose": "source", **changed}
    credit = gold.Attribution(
        "a1", (content,), (at("said"),), (at("Mara Vell"),), told["kind"],
        gold.Called((at("Mara Vell"),)),
    )  # fmt: skip
    claim = gold.Claim(
        content, told["status"], "a1", told["whose"], (gold.Hedge(at("may"), "medium"),), (), (one,)
    )
    return gold.Article("x", "0", (credit,), (claim,))


def scored(article):
    tally = Tally()
    compare("x", TEXT, article, extract(page(TEXT)), tally)
    return tally


def test_a_sentence_read_rightly_is_right_in_every_layer():
    tally = scored(labels())
    for question in ("attribution", "chain", "claim"):
        assert tally.f1(question) == 100
    for question in ("kind", "name", "status", "whose", "whole"):
        assert tally.share(question) == 100, tally.errors
    assert tally.macro() == 100


def test_each_layer_can_fail_alone():
    assert scored(labels(kind="organization")).share("kind") == 0
    assert scored(labels(whose="outlet")).share("whose") == 0
    wrong = scored(labels(status="denied"))
    assert wrong.share("status") == wrong.share("whole") == 0
    assert {error.question for _, error in wrong.errors} == {"status", "whole"}


def test_what_is_not_found_is_counted():
    tally = Tally()
    compare("x", TEXT, labels(), (), tally)
    assert tally.f1("attribution") == tally.share("whole") == 0
    assert tally.wanted["whole"] == 1
