import pytest

from allsource.entities.alignment import align
from allsource.entities.name import read_name
from allsource.entities.relation import Sort


def aligned(one, other):
    return align(read_name(one), read_name(other))


def test_each_part_answers_to_one():
    found = aligned("Anna Maria Vellmar", "Anna Vellmar")

    assert [(pair.left, pair.right) for pair in found.pairs] == [((0,), (0,)), ((2,), (1,))]
    assert (found.left, found.right) == ((1,), ())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("AnnaVellmar", "Anna Vellmar"),
        ("Anna Vellmar", "AnnaVellmar"),
        ("Anna Vell Mar Ski", "Anna Vellmarski"),
        ("Ota Fellmarsk", "Otaf Ellmarsk"),
        ("Anna van der Vell", "Anna Vandervell"),
        ("Sk an Vellmarski", "Skon Vell Marski"),
    ],
)
def test_parts_written_together_answer_to_them_apart(one, other):
    found = aligned(one, other)

    assert (found.left, found.right) == ((), ())
    assert Sort.SPELLED in {pair.sort for pair in found.pairs}


def test_words_of_bodies_are_laid_together_as_they_are_written():
    one, other = (read_name(text, "organization") for text in ("Vell Werke", "Vellwerke"))

    assert align(one, other).pairs[0].sort is Sort.SPELLED


def test_two_words_of_what_bodies_do_are_no_slip_of_each_other():
    one, other = (read_name(text, "organization") for text in ("Northern Vell", "Southern Vell"))

    assert len(align(one, other).pairs) == 1


def test_initials_written_together_answer_to_the_names():
    found = aligned("JP Vellmar", "Jean Pierre Vellmar")

    assert {pair.sort for pair in found.pairs} == {Sort.EQUAL, Sort.INITIAL}


@pytest.mark.parametrize(
    ("one", "other", "order"),
    [
        ("Anna Maria Vellmar", "Anna Maria Vellmar", "same"),
        ("Anna Maria Vellmar", "Vellmar Anna Maria", "turned"),
        ("Karim Tarrin Vellmar", "Tarrin Karim Vellmar", "mixed"),
        ("Anna Vellmar", "VELLMAR, Anna", "same"),
    ],
)
def test_the_order_of_the_parts_is_told(one, other, order):
    assert aligned(one, other).order == order
