"""Which names does a paragraph hold, and of what kind?"""

import pytest

from allsource.claims.mentions import find
from allsource.claims.parse import parse_text


def seen(text):
    (paragraph,) = parse_text(text).paragraphs
    return {m.text: m.kind for m in find(paragraph, text)}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("An S-400 system was shipped to Lisbon.", "S-400", "weapon"),
        ("An Il-76 left Lisbon at dawn.", "Il-76", "vehicle"),
        ("The Orlan-9 drone fell near Lisbon.", "Orlan-9", "weapon"),
        ("The Orlan-9 freighter docked in Lisbon.", "Orlan-9", "vehicle"),
        ("The Orlan-9 was sold in Lisbon.", "Orlan-9", "product"),
        ("Bills to companies like Sahel Thunder went unpaid in Lisbon.", "Sahel Thunder", "organization"),
        ("Payment went to Orlan Works in Lisbon.", "Orlan Works", "organization"),
        ("He flew to Lisbon.", "Lisbon", "place"),
        ("Timo Orlan flew to Lisbon.", "Timo Orlan", "person"),
    ],
)  # fmt: skip
def test_kinds(text, name, kind):
    assert seen(text).get(name) == kind


@pytest.mark.parametrize("text", ["It closed in May 2031.", "It opens on Monday at nine."])
def test_times_are_no_names(text):
    assert seen(text) == {}


def test_articles_and_possessives_are_outside():
    assert "Orlan Works" in seen("The Orlan Works’s hall burned down in Lisbon.")
