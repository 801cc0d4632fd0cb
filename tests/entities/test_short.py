import pytest

from allsource.entities.short import is_short


@pytest.mark.parametrize(
    ("short", "full", "kind"),
    [
        ("Orlan", "Timo Orlan", "person"),
        ("Orlan", "Timo Orlan Jr.", "person"),
        ("al-Orlan", "Timo al-Orlan", "person"),
        ("Rashed", "Ahmad al-Rashed", "person"),
        ("Pavel Vell", "Pavel Andreyevich Vell", "person"),
        ("P. Vell", "Pavel Vell", "person"),
        ("Pellarine", "Pellarine Motors", "body"),
        ("Pellarine Motors", "Pellarine Motors Ltd", "body"),
        ("Sahel Thunder", "Sahel Thunder Logistics", "body"),
        ("Port Authority", "Port Authority of Velory", "body"),
        ("HSB", "Harbour Safety Board", "body"),
        ("Ledger", "Mardis Ledger", "body"),
    ],
)
def test_a_short_form(short, full, kind):
    assert is_short(short, full, kind)


@pytest.mark.parametrize(
    ("short", "full", "kind"),
    [
        ("Timo", "Timo Orlan", "person"),
        ("Ames", "Hugo Lindqvist-Ames", "person"),
        ("Timo Orlan", "Timo Orlan", "person"),
        ("Timo Vell", "Timo Orlan", "person"),
        ("Vell", "Orlan and Vell", "person"),
        ("Orlan", "Timo Orlan", "place"),
        ("Central", "Central Dock Works", "body"),
        ("Texas", "Texas Dock Works", "body"),
        ("Lisbon", "Lisbon Dock Works", "body"),
        ("Dana", "Dana Dock Works", "body"),
        ("Dock Union", "Dock Union Childrens Choir", "body"),
        ("West Virginia", "West Virginia Works", "body"),
        ("HSX", "Harbour Safety Board", "body"),
    ],
)
def test_no_short_form(short, full, kind):
    assert not is_short(short, full, kind)
