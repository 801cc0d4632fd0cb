import random
import time

from hypothesis import given
from hypothesis import strategies as st

from allsource.lineage.features import bits, features
from allsource.lineage.reuse import candidates, shared, tiles
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
        assert len(mine.split()) == tile.words >= 8


def test_a_text_is_wholly_contained_in_itself():
    one, other = features(page(prose(1))), features(page(prose(1), path="b"))
    found = shared(one, other)
    assert found.contained == found.containing == found.coverage == 1.0


def test_shared_quotations_are_found_with_their_places():
    said = "“We pay by the crate and so we know”"
    one = features(page(f"{said}, she said."))
    other = features(page(f"A loader: {said}.", path="b"))
    ((mine, theirs),) = shared(one, other).quotes
    assert mine.of(one.document.text) == theirs.of(other.document.text) == said


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


def test_unrelated_pages_are_no_candidates():
    assert candidates([features(page(prose(seed), path=str(seed))) for seed in range(20)]) == []


def test_a_copy_with_another_end_is_a_candidate():
    pages = [page(prose(seed), path=str(seed)) for seed in range(20)]
    copy = page(prose(3)[:600] + " " + prose(99, 80), path="copy")
    assert candidates([features(p) for p in [*pages, copy]]) == [(3, 20)]


def test_boilerplate_of_many_pages_makes_no_candidates_beyond_the_first():
    line = " All rights are reserved by the owners of this small harbour paper of ours. "
    found = [features(page(prose(seed) + line, path=str(seed))) for seed in range(60)]
    assert {parent for parent, _ in candidates(found)} <= {0}


def test_hostile_texts_are_bounded():
    texts = ["a " * 60_000, "1," * 60_000, '"' * 60_000, "The " * 60_000, "x" * 300_000]
    start = time.process_time()
    found = [features(page(text, path=f"{i}{n}")) for i, text in enumerate(texts) for n in "ab"]
    for child, parent in candidates(found):
        shared(found[parent], found[child])
    assert time.process_time() - start < 20
