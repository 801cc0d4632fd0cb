import pytest

from allsource.entities.facts import compared, dates
from allsource.errors import UsageError


@pytest.mark.parametrize(
    ("one", "other", "feature"),
    [
        ("1961-04-03", "1961-4-3", "same birth date"),
        ("1961", "1961-04-03", "same birth year"),
        ("1961", "1962-04-03", "birth date close"),
        ("1961-04-03", "1961-05-03", "birth date close"),
        ("1961-04-03", "1961-03-04", "birth date close"),
        ("1961-04-03", "1964-04-03", "birth date close"),
        ("1961-04-03", "1964-05-06", "birth date years apart"),
        ("1961", "1916", "birth date close"),
        ("1961", "1984", "other birth date"),
        ("1961; 1984", "1984-01-01", "same birth year"),
        ("1961-04-03T00:00:00Z", "1961-04-03", "same birth date"),
        ("1961-13-40", "1961-04-03", "same birth year"),
    ],
)
def test_birth_dates_are_compared_as_far_as_both_tell(one, other, feature):
    assert compared("birth_date", one, other).feature == feature
    assert compared("birth_date", other, one).feature == feature


@pytest.mark.parametrize("text", ["31/12/1961", "soon", "=1961", "19610403", "1961-04-03-05"])
def test_what_is_no_date_is_said_to_be_none(text):
    with pytest.raises(UsageError, match="no date"):
        dates(text)


@pytest.mark.parametrize(
    ("fact", "one", "other", "feature"),
    [
        ("country", "ru", "RU", "same country"),
        ("country", "Russia", "ru", "same country"),
        ("country", "ru;ir", "ir", "same country"),
        ("country", "ru", "ir", "other country"),
        ("identifier", "IMO 9074729", "9074729", "same identifier"),
        ("identifier", "9074729", "9074731", "other identifier"),
    ],
)
def test_countries_and_identifiers_are_compared(fact, one, other, feature):
    assert compared(fact, one, other).feature == feature


@pytest.mark.parametrize(
    ("fact", "one", "other"),
    [("country", "ru", "Orlania"), ("country", "ru", " ; "), ("birth_date", "1961", "")],
)
def test_what_a_side_does_not_tell_says_nothing(fact, one, other):
    assert compared(fact, one, other) is None
