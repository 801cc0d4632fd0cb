import pytest

from allsource.entities.alignment import align
from allsource.entities.features import measured
from allsource.entities.name import read_name
from allsource.vocab import load


def seen(one, other, kind="person"):
    left, right = read_name(one, kind), read_name(other, kind)
    return {found.feature: found for found in measured(left, right, align(left, right))}


@pytest.mark.parametrize(
    ("one", "other", "feature"),
    [
        ("Anna Vellmar", "Anna Orlanski", "other family"),
        ("Anna Vellmar", "Vera Vellmar", "other first name"),
        ("Anna Vellmar", "Vellmar Vera", "other first name"),
        ("Ivan Petrovich Vellmar", "Ivan Pavlovich Vellmar", "other patronymic"),
        ("Anna B. Vellmar", "Anna D. Vellmar", "other initial"),
        ("Karim Tarrin Vellmar", "Tarrin Karim Vellmar", "other first in order"),
        ("Karim Vellmar Jr", "Karim Vellmar Sr", "other generation"),
        ("Karim Vellmar Jr", "Karim Vellmar", "generation missing"),
        ("Karim", "Karim Vellmar", "first name alone"),
        ("Gen. Vellmar", "Karim Vellmar", "family alone"),
        ("Karim Tarrin", "Karim Tarrin Vellmar", "family missing"),
        ("Maria Vellmar", "Anna Maria Vellmar", "first part missing"),
        ("Karim Tarrin Vellmar", "Hadi Karim Tarrin Vellmar", "a name before the whole name"),
        ("Anna Vellmar", "Вера Орланова", "nothing agrees"),
        ("Mohammad Ali", "Mohammad Ali", "common names only"),
        ("Takashi Vellmar", "Takeshi Vellmar", "two listed names"),
        ("Anna Vellmarsk", "Anna Rellmarsk", "other first letter"),
        ("Daniel Vellmar", "Danielle Vellmar", "a man's and a woman's name"),
    ],
)
def test_what_stands_against_two_persons_is_seen(one, other, feature):
    assert feature in seen(one, other)


@pytest.mark.parametrize(
    ("one", "other", "feature"),
    [
        ("Orlan Trading", "Orlan Shipping", "other trade or place"),
        ("Orlan Vellmar", "Orlan Tessmore", "other name"),
        ("Orlan Vellmar", "Orlan Bank", "other word"),
        ("Orlan Fund 1", "Orlan Fund 2", "other number"),
        ("Orlan", "Orlan 2", "number missing"),
        ("Orlan Fund II", "Orlan Fund Two", "same number"),
        ("Orlan AG", "Orlan GmbH", "other legal form"),
        ("Orlan AG", "Orlan Aktiengesellschaft", "same legal form"),
        ("Orlan AG", "Orlan", "legal form missing"),
        ("Orlan Ltd", "Orlan GmbH", "like legal form"),
        ("Management Company", "Orlan Management", "only general words agree"),
        ("OVT", "Orlan Vellmar Tessmore", "acronym"),
        ("OVA", "Orlan Vellmar and Tessmore Academy", "nothing agrees"),
    ],
)
def test_what_speaks_of_two_bodies_is_seen(one, other, feature):
    assert feature in seen(one, other, "organization")


def test_the_forms_of_a_family_are_no_mans_and_womans_name():
    assert "a man's and a woman's name" not in seen("Vellmar Daniel", "Vellmar Daniela")


def test_the_words_of_a_ship_keep_their_order():
    told = "words of a ship in another order"

    assert told in seen("Ocean Vellmar", "Vellmar Ocean", "vessel")
    assert told not in seen("Bank Vellmar", "Vellmar Bank", "organization")


def test_only_the_same_consonants_of_one_script_are_no_full_agreement():
    assert "every part agrees" not in seen("Anders Vellmar", "Andreas Vellmar")
    assert "every part agrees" in seen("عبد الرحمن الحربي", "Abdulrahman al-Harbi")


def test_a_name_that_is_a_part_of_the_other_is_seen():
    assert "all of the shorter name agrees" in seen("Anna Vellmar", "Anna Maria Vellmar")
    assert "all of the shorter name agrees" not in seen("Vellmar", "Anna Vellmar")
    assert "all of the shorter name agrees" not in seen("Anna Vellmar", "Anna Vellmar")


def test_a_detail_says_on_what_it_was_seen():
    assert seen("Anna Vellmar", "Vera Vellmar")["other first name"].detail == "anna / vera"


@pytest.mark.parametrize("kind", ["person", "thing"])
def test_every_feature_has_a_weight_of_the_right_sign(kind):
    rows = load("match_weights")[kind]

    assert rows[0]["feature"] == "start"
    for row in rows[1:]:
        signed = row["weight"] if row["sign"] == "for" else -row["weight"]
        assert signed >= row.get("at_least", 0)
