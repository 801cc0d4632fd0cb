"""Every feature has a sentence, and no sentence shows a birth date."""

import pytest

from allsource.entities.match import Party, Reason, match
from allsource.entities.telling import telling
from allsource.vocab import load

WEIGHTS = load("match_weights")
FEATURES = {row["feature"] for part in ("person", "thing", "facts") for row in WEIGHTS[part]}


def test_every_feature_has_a_sentence():
    assert {row["feature"] for row in load("match_reasons")} >= FEATURES


@pytest.mark.parametrize("feature", sorted(FEATURES))
def test_a_sentence_holds_what_was_seen_or_needs_nothing(feature):
    told = telling(feature, "tollan / tillen")

    assert told
    assert "{" not in told
    assert told != "tollan / tillen"


@pytest.mark.parametrize(
    ("feature", "seen", "told"),
    [
        (
            "other family",
            "tollan / tillen",
            "the family names differ by two letters: tollan, tillen",
        ),
        ("other family", "tollan / orr", "the family names differ: tollan, orr"),
        ("other family", "tollan / tollan el", "the family names differ: tollan, tollan el"),
        ("number missing", "- / 3", "only one of the two has a number: 3"),
        ("generation missing", "jr / -", "only one of the two tells the generation: jr"),
        ("same number", "44 / 44", "the same number: 44"),
        (
            "forms of one name",
            "anna ~ hanna, vel ~ well",
            "two forms of one name: anna and hanna, vel and well",
        ),
        ("a feature of another version", "x / y", "x / y"),
    ],
)
def test_what_was_seen_is_put_in(feature, seen, told):
    assert telling(feature, seen) == told


@pytest.mark.parametrize("feature", [one for one in sorted(FEATURES) if "birth" in one])
def test_no_birth_date_is_shown(feature):
    assert "1961" not in Reason(feature, "1961 / 1961-04-03", 1.0).detail


def test_braces_in_a_name_are_letters():
    found = match(Party("Orlan {0} Works"), Party("Orlan {left} Works"), "Company")

    assert all(one.detail for one in found.why)
