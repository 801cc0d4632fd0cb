import time

import pytest

from allsource.lineage.features import features
from allsource.lineage.marks import names, ordered
from strategies import page


def marks(text, language):
    return [mark.key for mark in ordered(features(page(text, language=language)))]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("On 3 November 37 hulls cost 412,000 and 3.6 million.", "en"),
        ("On November 3 37 hulls cost 412,000 and 3.6 million.", "en"),
        ("Am 3. November kosteten 37 Rümpfe 412.000 und 3,6 Millionen.", "de"),
        ("Le 3 novembre, 37 coques ont coûté 412\u202f000 et 3,6 millions.", "fr"),
        ("El 3 de noviembre, 37 cascos costaron 412.000 y 3,6 millones.", "es"),
        ("3 ноября 37 корпусов стоили 412 000 и 3,6 млн.", "ru"),
        ("روز ۳ نوامبر ۳۷ بدنه ۴۱۲٬۰۰۰ و ۳٫۶ میلیون ارزید", "fa"),
    ],
)
def test_numbers_and_days_are_the_same_in_every_language(text, language):
    assert marks(text, language) == [
        ("day", 1103.0), ("number", 37.0), ("number", 412000.0), ("number", 3_600_000.0),
    ]  # fmt: skip


def test_a_space_parts_thousands_only_where_the_language_does_so():
    assert marks("412 000", "en") == [("number", 412.0), ("number", 0.0)]
    assert marks("In 37 412 boats", "de") == [("number", 37412.0)]
    assert marks("1203 400", "ru") == [("number", 1203.0), ("number", 400.0)]


def test_names_are_capitalised_words_or_any_where_nothing_is():
    found = features(page("The yard of «Kortek» at Vesselgard opened on 3 November."))
    assert [word for word, _ in names(found)] == ["kortek", "vesselgard"]
    assert len(names(features(page("سد کاروند باز شد", language="fa")))) == 1


@pytest.mark.parametrize(
    "text", ["1 " * 60_000, "3 May " * 30_000, "Кортек" * 30_000, "May " * 60_000]
)
def test_hostile_texts_are_read_in_bounded_time(text):
    found = features(page(text, language="ru"))
    start = time.process_time()
    assert len(ordered(found)) <= 400 and len(names(found)) <= 400
    assert time.process_time() - start < 5
