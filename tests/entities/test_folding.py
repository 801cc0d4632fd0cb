import pytest
from hypothesis import given
from hypothesis import strategies as st

from allsource.entities.folding import fold, fold_words, is_latin, letters


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Jörg O'Vell", "jorg ovell"),
        ("ВЕЛЛЬ-Орлан", "vell orlan"),
        ("习近平", "xi jin ping"),
        ("vell\u200b\u202elan", "velllan"),
        ("ve\u0301\u0301\u0301ll", "vell"),
        ("   ", ""),
        ("!!!", ""),
    ],
)
def test_any_script_becomes_plain_letters(text, folded):
    assert fold(text) == folded


def test_single_letters_with_stops_are_one_word_in_the_name_of_a_body():
    assert fold_words("O.R.L. Works S.A.") == "orl works sa"
    assert fold("O.R.L.") == "o r l"


def test_digits_between_letters_are_read_as_letters():
    assert letters("ig0r") == "igor"
    assert letters("a320 brigade 44") == "a320 brigade 44"


def test_a_script_is_told():
    assert is_latin("Đặng Łanć")
    assert not is_latin("Вель")


@given(st.text(max_size=80))
def test_what_is_folded_holds_letters_digits_and_single_spaces_and_stays_so(text):
    folded = fold(text)

    assert folded == " ".join(folded.split())
    assert all(word.isascii() and word.isalnum() for word in folded.split())
    assert fold(folded) == folded
