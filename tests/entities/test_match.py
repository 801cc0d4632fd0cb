from math import exp, isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allsource.entities.folding import fold
from allsource.entities.judgements import MERGE
from allsource.entities.match import Party, match, score
from allsource.errors import UsageError

GIVEN = st.sampled_from(
    ["Anna", "Bertha", "Karim", "Mohammed", "Ивaн", "Olga", "Oleg", "Jörg", "Tarrin", "J.", "علي"]
)
FAMILY = st.sampled_from(["Vellmar", "al-Orlani", "Tessmore", "Орланов", "van der Vell", "Ng"])
PERSON = st.builds(
    lambda given, family: " ".join([*given, family]),
    st.lists(GIVEN, min_size=1, max_size=3),
    FAMILY,
)
FIRM = st.builds(
    " ".join,
    st.lists(
        st.sampled_from(
            [
                "Orlan",
                "Vellmar",
                "Trading",
                "Shipping",
                "Bank",
                "Two",
                "3",
                "Ltd",
                "AG",
                "of",
                "GmbH",
            ]
        ),
        min_size=1,
        max_size=5,
    ),
)
DATES = ["1931", "1961-04-03", "1961", "1962", "1964-04-03", "1984-11-20", "1961-05-03"]


def odds(found):
    return sum(one.effect for one in found.why)


@pytest.mark.parametrize(
    ("left", "right", "schema", "same"),
    [
        ("Anna Vellmar", "VELLMAR, Anna", "Person", True),
        ("Anna Vellmar", "Анна Велльмар", "Person", True),
        ("Anna Vellmar", "Anna Orlanski", "Person", False),
        ("Anna Vellmar", "Vera Vellmar", "Person", False),
        ("Karim Tarrin Vellmar", "Tarrin Karim Vellmar", "Person", False),
        ("Ivan Petrovich Vellmar", "Ivan Pavlovich Vellmar", "Person", False),
        ("Orlan Trading", "Orlan Shipping", "Company", False),
        ("Orlan Works AG", "Orlan Works Aktiengesellschaft", "Company", True),
        ("Orlan Works AG", "Orlan Works GmbH", "Company", False),
        ("Orlan Works f/k/a Vellmar Yard", "Vellmar Yard", "Company", True),
        ("Орлан / Vellmar Yard", "Vellmar Yard", "Company", True),
        ("Vellmar Yard A/S", "Orlan A/S", "Company", False),
        ("Vell Star 3", "Vell Star 4", "Vessel", False),
        ("MV Vell Star", "Vell Star", "Vessel", True),
        ("ZX-76842", "ZX76842", "Airplane", True),
        ("ZX-76842", "ZX-76843", "Airplane", False),
        ("Z-ABCD", "Z-ABCE", "Airplane", False),
        ("Mykola Mykolayovych Vellmar", "Nikolai Nikolayevich Vellmar", "Person", True),
        ("Daniel Vellmar", "Danielle Vellmar", "Person", False),
        ("Ocean Vell", "Vell Ocean", "Vessel", False),
        ("Orlan & Vellmar Tessmore", "OVT", "Company", True),
        ("Orlan2000", "Orlan 2000", "Company", True),
        ("Orlan del Norte", "Orlan del Sur", "Company", False),
    ],
)
def test_the_confusable_are_told_apart_and_the_same_joined(left, right, schema, same):
    assert match(Party(left), Party(right), schema).same is same


@given(PERSON, PERSON)
def test_to_swap_the_persons_changes_nothing(one, other):
    assert match(Party(one), Party(other), "Person") == match(Party(other), Party(one), "Person")


@given(FIRM, FIRM)
def test_to_swap_the_firms_changes_nothing(one, other):
    assert match(Party(one), Party(other), "Company") == match(Party(other), Party(one), "Company")


@given(PERSON, PERSON)
def test_case_changes_nothing(one, other):
    told = score(Party(one), Party(other), "Person")

    assert score(Party(one.upper()), Party(other), "Person") == told
    assert score(Party(one), Party(other.lower()), "Person") == told


@given(
    st.lists(st.sampled_from(["Anna", "Tarrin", "Vellmar", "Orlanski"]), min_size=2, unique=True)
)
def test_a_name_whose_family_stands_first_is_still_the_same(parts):
    turned = [parts[-1], *parts[:-1]]

    assert match(Party(" ".join(parts)), Party(" ".join(turned)), "Person").same


@pytest.mark.parametrize(
    ("plain", "marked"), [("Jorg Vellmar", "Jörg Véllmâr"), ("Anna Lanc", "Ạnna Ła\u0301nć")]
)
def test_diacritics_change_nothing(plain, marked):
    assert score(Party(plain), Party("Anna Vell")) == score(Party(marked), Party("Anna Vell"))


@given(PERSON, PERSON, st.sampled_from(DATES), st.sampled_from(DATES))
def test_a_birth_date_that_conflicts_never_raises_the_probability(one, other, left, right):
    agree = left.startswith(right) or right.startswith(left)
    bare = match(Party(one), Party(other), "Person").probability
    dated = match(Party(one, left), Party(other, right), "Person").probability

    assert dated >= bare if agree else dated <= bare


@given(PERSON, PERSON)
def test_another_country_never_raises_the_probability(one, other):
    bare = match(Party(one), Party(other), "Person").probability

    assert match(Party(one, country="ru"), Party(other, country="ir"), "Person").probability <= bare


@given(PERSON)
def test_a_name_alone_is_never_certain(name):
    assert 0.8 < match(Party(name), Party(name), "Person").probability < MERGE


def test_what_agrees_besides_two_other_names_does_not_join_them():
    left = Party("Anna Vellmar", "1961-04-03", "ru")
    right = Party("Bert Orlanski", "1961-04-03", "ru")

    assert match(left, right, "Person").probability < 0.1


def test_an_identifier_outweighs_a_changed_name():
    left, right = (Party(name, identifier="IMO 9074729") for name in ("Vell Star", "Orlan Sun"))

    assert (
        match(left, right, "Vessel").probability
        > match(Party("Vell Star"), Party("Orlan Sun"), "Vessel").probability
    )


@given(FIRM, FIRM)
def test_the_reasons_add_up_to_the_probability(one, other):
    found = match(Party(one), Party(other), "Company")

    if 0.002 < found.probability < 0.94:
        assert isclose(found.probability, 1 / (1 + exp(-odds(found))), abs_tol=0.02)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_matched_or_refused_with_a_reason(one, other):
    try:
        chance = score(Party(one), Party(other))
    except UsageError:
        assert not (fold(one) and fold(other))
    else:
        assert 0 < chance < 1


@pytest.mark.parametrize("name", ["", "  ", "…", "\u202e\u200b"])
def test_a_name_without_letters_is_refused(name):
    with pytest.raises(UsageError, match="no letter"):
        match(Party(name), Party("Anna Vellmar"))


@pytest.mark.parametrize("name", ["x" * 10**6, "a" * 1_999 + "\u0301" * 10**5])
def test_a_text_is_refused_as_a_name(name):
    with pytest.raises(UsageError, match="characters"):
        match(Party(name), Party("Anna Vellmar"))


def test_a_long_hostile_name_takes_no_long_time():
    long = "ab1c" * 499
    many = "vell " * 399

    assert 0 < score(Party(long), Party(many), "Person") < 1
    assert 0 < score(Party(many), Party(many + "x"), "Company") < 1
