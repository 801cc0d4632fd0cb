import pytest
from hypothesis import given
from hypothesis import strategies as st

from allsource.lineage.scripts import plain
from allsource.vocab import load


@given(st.text(alphabet="abcаеорабв ωμ1,.'", max_size=60))
def test_places_stay_what_they_are(text):
    assert len(plain(text)) == len(text)


def test_only_words_that_mix_scripts_are_read_otherwise():
    assert (
        plain("Тhe yаrd, завод «Орлан», 5 μm and 3 kΩ") == "The yard, завод «Орлан», 5 μm and 3 kΩ"
    )
    assert plain("the yard") == "the yard"
    assert plain("МРА") == "МРА"
    assert plain("МРА rероrts") == "MPA reports"


@pytest.mark.parametrize("script", load("scripts"))
def test_every_letter_has_its_likeness(script):
    entry = load("scripts")[script]
    assert len(entry["others"]) == len(entry["latin"])
    assert entry["latin"].isascii()
    assert not any(letter.isascii() for letter in entry["others"])
