import pytest

from allsource.lineage.sounds import one_name, skeleton, uncased


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vesselgard", "Весселгарде"),
        ("Tarnholm", "Тарнхольмская"),
        ("Karvand", "کاروند"),
        ("Foruzandeh", "فروزنده"),
        ("Merida", "Mérida"),
        ("Hornkogel", "Hornkogels"),
    ],
)
def test_one_name_in_two_scripts(one, other):
    assert one_name(one, other) and one_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Tarnholm", "Торнелла"), ("Lind", "Land"), ("Ann", "Анна"), ("", ""), ("1,140", "1,140")],
)
def test_other_names_and_too_short_ones(one, other):
    assert not one_name(one, other) or skeleton(one) == skeleton(other) == "lnd"


def test_scripts_without_capitals():
    assert uncased("کاروند") and not uncased("Карванд") and not uncased("Karvand")
