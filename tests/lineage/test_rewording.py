from allsource.lineage import rewording
from allsource.lineage.features import features
from allsource.lineage.rewording import closest
from strategies import page


def near(one, other):
    return closest(features(page(one)), features(page(other, path="b")))


def test_the_reworded_sentence_is_found_on_both_sides():
    one = "It rained at noon. The yard at Vell sold forty boats to the fleet. Gulls cried."
    other = "Nobody came. To the fleet, forty boats were sold by that yard of Vell! Night fell."
    found = near(one, other)
    assert found.child.of(one) == "The yard at Vell sold forty boats to the fleet."
    assert found.parent.of(other) == "To the fleet, forty boats were sold by that yard of Vell!"
    assert found.words == 6


def test_words_of_speakers_do_not_count():
    assert near("“The yard sold forty boats to the fleet”, she said.", "“The yard sold forty boats to the fleet”") is None  # fmt: skip


def test_a_short_sentence_wholly_retold_outweighs_a_long_one_in_part():
    whole = near("The yard sold forty boats.", "Forty boats the yard sold.")
    part = near(
        "The yard sold forty boats.",
        "Forty boats lay in a yard beside rope works while gulls cried over piers and masts.",
    )
    assert whole.strength > part.strength


def test_texts_without_sentences_in_common_have_none():
    assert near("Rain fell over Vell.", "A crane broke down.") is None
    assert near("", "") is None


def test_hostile_texts_are_bounded(monkeypatch):
    counted = []
    real = rewording.Counter
    monkeypatch.setattr(
        rewording, "Counter", lambda rows: real(counted.append(1) or r for r in rows)
    )
    line = "The yard sold boats. "
    for text in (line * 30_000, "boats " * 60_000, "a. " * 60_000):
        near(text, text)
    assert len(counted) <= 3 * rewording._MOST * rewording._COMMON * 3
