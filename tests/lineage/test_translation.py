import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allsource.lineage.copies import strands
from allsource.lineage.features import features
from allsource.lineage.hops import traced_hops
from allsource.lineage.translation import kept, measured, score, two_languages
from strategies import page

ENGLISH = (
    "The Tarnholm ferry yard delivered 37 hulls by 14 June, its director Marta Quellin said. Costs "
    "fell from 412,000 to 286,500 crowns. It employs 1,340 people, 212 of them new. The slip in "
    "Vesselgard opens on 3 November."
)
RUSSIAN = (
    "Тарнхольмская верфь поставила к 14 июня 37 корпусов, сообщила её директор Марта Квеллин. Цена "
    "упала с 412 000 до 286 500 крон. Здесь работают 1340 человек, 212 из них новые. Стапель в "
    "Весселгарде откроется 3 ноября."
)
OWN = (
    "Марта Квеллин из Тарнхольма встретилась с рабочими. Сдано 37 корпусов из 74, сказала она. "
    "Уволились 58 сварщиков, зарплата — 31 200 крон. Налогов будет 4,6 млн. Цех строят с 20 мая."
)


def hops(*pages):
    names = {p.id: p.path for p in pages}
    found = traced_hops(strands([features(p) for p in pages], {}), {}).hops
    return {(names[one.hop.child], names[one.hop.parent]): one for one in found}


english = page(ENGLISH, path="english", published="2031-06-15")
russian = page(RUSSIAN, path="russian", published="2031-06-16", language="ru")
own = page(OWN, path="own", published="2031-06-16", language="ru")


def test_a_translation_is_told_from_another_report_of_the_event():
    found = hops(english, russian, own)
    told = {ends for ends, one in found.items() if one.tie > 0.5}
    assert told == {("russian", "english")}
    assert found["russian", "english"].hop.kind == "translation"
    assert found["russian", "english"].followed


def test_its_evidence_are_figures_dates_and_names_of_both_sides():
    evidence = hops(english, russian)["russian", "english"].hop.evidence
    shown = {
        (one.why, *(p.span.of(text) for p, text in zip(one.passages, (RUSSIAN, ENGLISH), strict=True)))
        for one in evidence
    }  # fmt: skip
    assert ("shared rare figure", "412 000", "412,000") in shown
    assert ("shared date", "3 ноября", "3 November") in shown
    assert ("shared name", "Квеллин", "Quellin") in shown


def test_without_dates_the_direction_is_left_open():
    found = hops(page(ENGLISH, path="a"), page(RUSSIAN, path="b", language="ru"))
    (one,) = found.values()
    assert not one.directed and one.hop.probability == 0.5 and one.tie > 0.9


def test_languages_that_are_not_known_or_equal_are_not_two():
    unknown = page(RUSSIAN, language=None)
    assert not two_languages(features(english), features(unknown))
    assert not two_languages(features(russian), features(own))
    assert two_languages(features(english), features(russian))


def test_nothing_in_common_measures_nothing():
    empty = kept(features(page("", language="ru")), features(english))
    assert measured(empty) == (0.0, 0.0, 0.0, 0.0)
    assert score(empty) < -5


NUMBERS = st.lists(st.integers(32, 99_999), min_size=4, max_size=20, unique=True)


@given(NUMBERS, st.randoms())
def test_the_same_order_tells_more_than_another_one(numbers, random):
    mixed = list(numbers)
    random.shuffle(mixed)
    here = features(page(" ".join(f"a {n:,}" for n in numbers)))
    there = features(page(" ".join(f"и {n}" for n in numbers), language="ru"))
    other = features(page(" ".join(f"и {n}" for n in mixed), language="ru"))
    assert score(kept(there, here)) >= score(kept(other, here))


@given(NUMBERS, NUMBERS)
def test_either_page_may_come_first(one, other):
    left = features(page(" ".join(f"a {n:,}" for n in one)))
    right = features(page(" ".join(f"и {n}" for n in other), language="ru"))
    assert measured(kept(left, right)) == pytest.approx(measured(kept(right, left)))


def test_long_tables_are_compared_in_bounded_time():
    table = features(page(" ".join(str(n % 97) for n in range(50_000))))
    start = time.process_time()
    kept(features(page(" ".join(str(n % 89) for n in range(50_000)), language="ru")), table)
    assert time.process_time() - start < 10
