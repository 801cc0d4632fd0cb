import random

import pytest

from allsource.claims.tagger.network import Network, load_network, tag
from allsource.claims.tagger.pieces import cut, lines, windows
from allsource.errors import UsageError

STORY = (
    "The Orlan yard has built forty boats, its director, Mara Vell, said on Monday.\n"
    "“We will build more,” she added.\n"
    "According to the union, two halls stand empty."
)


def told(text):
    return [
        tuple(" ... ".join(s.of(text) for s in part) for part in (one.source, one.cue, one.content))
        for one in tag(text)
    ]


def test_plain_news_is_read():
    found = told(STORY)
    assert [cue for _, cue, _ in found] == ["said", "added", "According to"]
    assert [source for source, _, _ in found][1:] == ["she", "the union"]
    assert "Mara Vell" in found[0][0]


def test_the_same_text_gives_the_same_however_often():
    assert told(STORY) == told(STORY)


def test_no_text_no_attribution():
    assert tag("") == tag("\n \n") == []


@pytest.mark.parametrize(
    "text",
    [
        "a " * 5_000,
        "x" * 200_000,
        '"' * 10_000,
        "“" * 10_000,
        "e\u0301\u0323" * 5_000,
        "\u202eoga dlot eh\u202c " * 500,
        "9" * 10_000 + " tonnes, he said.",
        "\x00\ufffd\u2028\ud83d" * 100,
        "\n" * 50_000,
    ],
    ids=["words", "one word", "marks", "opened", "combining", "turned", "digits", "odd", "lines"],
)
def test_hostile_text_is_read_like_any(text):
    text = text.encode("utf-8", "replace").decode("utf-8")
    for one in tag(text):
        for span in (*one.source, *one.cue, *one.content):
            assert 0 <= span.start < span.end <= len(text)


def test_a_text_is_read_in_windows_of_bounded_size():
    rng = random.Random(3)  # noqa: S311 - a test text, no secret
    text = " ".join(rng.choice(["yard", "said", "Vell", "the", "boats"]) for _ in range(20_000))
    rows = cut(text, lines(text), load_network().tokenizer)
    assert max(len(window.pieces) for window in windows(rows)) <= 352


def test_a_folder_without_weights_is_told(tmp_path):
    with pytest.raises(UsageError, match="ALLSOURCE_ATTRIBUTION_MODEL"):
        Network(tmp_path)
