import re

import pytest

from allsource.assessment import wording
from allsource.assessment.conditions import CONDITIONS
from allsource.assessment.readings import _READINGS
from allsource.assessment.rebuttals import rebuts
from allsource.vocab import load

TEMPLATES = load("wording")["templates"]


@pytest.mark.parametrize("key", sorted(TEMPLATES))
def test_every_template_is_whole(key):
    template = wording.templates()[key]

    assert set(template.needs) <= set(CONDITIONS)
    assert all(reading in _READINGS for names in template.reads.values() for reading in names)
    assert template.polarity in {"same", "none"}
    assert template.text.endswith(".")
    assert TEMPLATES[key]["example"].endswith(".")


@pytest.mark.parametrize("key", sorted(TEMPLATES))
def test_every_example_is_one_that_its_template_could_print(key):
    template = wording.templates()[key]
    pattern = re.escape(template.text)
    pattern = re.sub(r"\\\{\w+\\?:\w+\\\}", ".+", pattern)
    pattern = re.sub(r"\\\{\w+\\\?(.*?)\\\|(.*?)\\\}", r"(?:\1|\2)", pattern)

    assert re.fullmatch(pattern, TEMPLATES[key]["example"], re.IGNORECASE), pattern


def test_every_condition_is_used():
    assert {need for t in wording.templates().values() for need in t.needs} == set(CONDITIONS)


def test_agreement_follows_the_count():
    template = wording.templates()["drift.hedges"]
    slot = wording.Slot

    one = wording.filled(
        template, (slot("n", "count", "one", (0,), ""), slot("outlets", "outlet", "A", (0,), ""))
    )
    two = wording.filled(
        template,
        (slot("n", "count", "two", (0,), ""), slot("outlets", "outlet", "A and B", (0,), "")),
    )

    assert one.startswith("At least one document gives this")
    assert two.startswith("At least two documents give this")


@pytest.mark.parametrize("entry", load("wording")["likelihood"], ids=lambda e: e["term"])
def test_likelihood_words_give_their_term(entry):
    assert all(wording.likelihood_term(word) == entry["term"] for word in entry["words"])
    assert any(word in entry["example"] for word in entry["words"])


@pytest.mark.parametrize("entry", load("rebuttals")["rebuttals"], ids=lambda e: e["example"])
def test_every_rebuttal_pattern_finds_its_example(entry):
    assert re.search(entry["pattern"], entry["example"].casefold())
    assert rebuts(entry["example"])


@pytest.mark.parametrize(
    "words",
    [
        "the yard is open",
        "the real price was paid",
        "a true copy",
        "she is dead",
        "a wrong turn at the pier",
    ],
)
def test_plain_statements_are_no_rebuttals(words):
    assert not rebuts(words)
