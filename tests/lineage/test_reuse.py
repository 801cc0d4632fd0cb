import random

from hypothesis import given
from hypothesis import strategies as st

from allsource.lineage import reuse
from allsource.lineage.features import bits, features
from allsource.lineage.reuse import shared, tiles
from strategies import page

WORDS = ["pier", "rope", "mast", "keel", "sail", "oar", "hull", "deck", "bow", "stern"]


def prose(seed: int, length: int = 200) -> str:
    pick = random.Random(seed)  # noqa: S311 - invented prose, not a secret
    return " ".join(
        f"{pick.choice(WORDS)}{pick.choice(WORDS)}{pick.choice(WORDS)}" for _ in range(length)
    )


def test_tiles_stand_word_for_word_on_both_sides():
    common = "the yard at Vell delivered forty boats before the long winter came"
    one, other = (
        page(f"Today {common} end."),
        page(f"Another start, {common}; another end.", path="b"),
    )
    (tile,) = tiles(features(one), features(other))
    assert tile.child.of(one.text) == common
    assert tile.parent.of(other.text) == common
    assert tile.words == 12


@given(st.lists(st.sampled_from(WORDS), max_size=60), st.lists(st.sampled_from(WORDS), max_size=60))
def test_tiles_never_overlap_and_always_agree(one, other):
    left, right = features(page(" ".join(one))), features(page(" ".join(other), path="b"))
    end = 0
    for tile in tiles(left, right):
        assert tile.child.start >= end
        end = tile.child.end
        mine, theirs = tile.child.of(left.document.text), tile.parent.of(right.document.text)
        assert mine == theirs
        assert len(mine.split()) == tile.words >= 5


def test_a_text_is_wholly_contained_in_itself():
    one, other = features(page(prose(1))), features(page(prose(1), path="b"))
    found = shared(one, other)
    assert found.contained == found.containing == found.coverage == 1.0


def test_words_of_a_speaker_are_quotations_and_no_prose():
    said = "We pay by the crate and so we know"
    one = features(page(f"“{said}”, she said."))
    other = features(page(f"A loader: “{said} it.”", path="b"))
    found = shared(one, other)
    (quote,) = found.quotes
    assert quote.child.of(one.document.text) == quote.parent.of(other.document.text) == said
    assert found.tiles == ()
    assert (found.prose, found.speech, found.coverage) == (0, 9, 0.0)
    assert found.contained > 0.8


def test_speech_in_one_of_the_two_is_speech_in_both():
    said = "we pay by the crate and so we know"
    quoting = features(page(f"She said “{said}” on Monday."))
    telling = features(page(f"She holds that {said} well.", path="b"))
    assert shared(quoting, telling).tiles == shared(telling, quoting).tiles == ()


def test_prose_round_a_quotation_is_prose():
    text = "The guild of loaders met on the pier today. “We pay by the crate”, its head told them all after that."
    found = shared(features(page(text)), features(page(text, path="b")))
    assert [tile.words for tile in found.tiles] == [9, 7]
    assert [tile.words for tile in found.quotes] == [5]


def test_figures_are_compared_as_values_in_any_language():
    english = features(page("It fell from $164,000 to 118,000; 27 million in all, 8.5 percent."))
    german = features(
        page("Von 164.000 auf 118.000 Dollar; 27 Millionen, 8,5 Prozent", path="b", language="de")
    )
    assert set(english.figures) == set(german.figures) == {164000.0, 118000.0, 27000000.0, 8.5}


def test_dates_and_small_counts_are_no_figures():
    assert features(page("On 14 October 2031 at 17:05, 12 men saw 3 ships")).figures == {}


def test_rare_figures_tell_more():
    assert bits(164000.0) > bits(1100.0) > bits(300.0) > bits(12.0) == 0.0


def test_matching_is_bounded_on_repeated_words(monkeypatch):
    steps = []
    real = reuse._match
    monkeypatch.setattr(reuse, "_match", lambda *given: steps.append(1) or real(*given))
    texts = ["a " * 60_000, "1, " * 60_000, '"' * 60_000, "The " * 60_000, "x" * 300_000]
    for text in texts:
        child, parent = features(page(text)), features(page(text, path="b"))
        shared(child, parent)
    assert len(steps) <= 4 * len(texts)


def test_matching_grows_with_length_alone(monkeypatch):
    steps = []
    real = reuse._match
    monkeypatch.setattr(reuse, "_match", lambda *given: steps.append(1) or real(*given))
    for times in (1, 4):
        steps.append(0)
        words = " ".join(f"w{n % 97} v{n}" for n in range(1000 * times))
        shared(features(page(words)), features(page(words[::-1] + words, path="b")))
    small, large = (part.count("1") for part in "".join(map(str, steps)).split("0")[1:])
    assert large <= 4 * small + 4
