import pytest
from hypothesis import given
from hypothesis import strategies as st

from allsource.entities.relation import Sort, consonants, relation, spelling

WORDS = st.text("abcdeghiklmnorstuvy", min_size=1, max_size=10)


@pytest.mark.parametrize(
    ("one", "other", "sort"),
    [
        ("vellmar", "vellmar", Sort.EQUAL),
        ("schellmar", "shellmar", Sort.SPELLED),
        ("mohammed", "muhammad", Sort.FORM),
        ("bill", "william", Sort.SHORT),
        ("alvellmar", "vellmar", Sort.SPELLED),
        ("vellmarsk", "velmlarsk", Sort.NEAR),
        ("nitpuvell", "vellputin", Sort.NEAR),
        ("v", "vellmar", Sort.INITIAL),
        ("mykola", "nikolai", Sort.FORM),
        ("serhiyovych", "sergeyevich", Sort.FORM),
        ("beppe", "giuseppe", Sort.SHORT),
        ("juergen", "jurgen", Sort.SPELLED),
        ("macdonald", "mcdonald", Sort.SPELLED),
        ("alvelmar", "vellmar", Sort.SPELLED),
        ("noskcaj", "jackson", Sort.NEAR),
        ("noskca", "jackson", Sort.NEAR),
        ("noskc", "jackson", Sort.NONE),
        ("frederik", "friederike", Sort.NEIGHBOUR),
        ("vellmar", "orlanski", Sort.NONE),
        ("vel", "vil", Sort.NONE),
        ("b52", "b53", Sort.NONE),
    ],
)
def test_parts_stand_to_each_other(one, other, sort):
    assert relation(one, other).sort is sort


def test_a_mans_and_a_womans_name_are_told():
    assert relation("daniel", "daniela").genders
    assert not relation("daniel", "danilo").genders


def test_a_slip_between_two_names_of_lists_is_told():
    assert relation("takashi", "takeshi").listed
    assert not relation("vellmarsk", "velmlarsk").listed


@given(WORDS, WORDS)
def test_a_relation_has_no_direction_and_a_likeness_from_0_to_1(one, other):
    found = relation(one, other)

    assert found == relation(other, one)
    assert 0 <= found.likeness <= 1
    assert (found.sort is Sort.EQUAL) == (one == other)


def test_habits_of_spelling_are_levelled():
    assert spelling("mouhammad") == spelling("muhamad")
    assert consonants("tyryz") == consonants("tirez")
