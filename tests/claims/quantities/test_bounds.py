"""Inverting a bound is the one error that must never happen."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allsource import vocab
from allsource.claims.parse import parse_text
from allsource.claims.quantities import find

TABLES = vocab.load("quantity_bounds")
FLIPPED = {"over": "at_most", "at_most": "over", "under": "at_least", "at_least": "under"}
PHRASES = [(entry["words"], entry["bound"]) for entry in TABLES["before"]]
NEGATABLE = [
    (words, bound) for words, bound in PHRASES
    if words in {"more than", "less than", "fewer than", "greater than", "higher than", "over"}
]  # fmt: skip
FRAMES = ["The yard built {} boats.", "Output was {} units per month.", "It sold {} kits in 2031.",
          "The order is for {} trucks.", "They counted {} men."]  # fmt: skip


def only(line: str):
    paragraph = parse_text(line).paragraphs[0]
    found = find(paragraph, line, (), "doc")
    assert len(found) == 1, (line, found)
    return found[0]


def holds(quantity, number: float, bound: str) -> bool:
    wanted = {
        "over": (number, None, True, True), "at_least": (number, None, False, True),
        "under": (None, number, True, True), "at_most": (None, number, True, False),
    }[bound]  # fmt: skip
    return (quantity.low, quantity.high, quantity.low_open, quantity.high_open) == wanted


numbers = st.integers(31, 1400) | st.integers(3_000, 900_000)


@settings(max_examples=120)
@given(st.sampled_from(PHRASES), st.sampled_from(FRAMES), numbers)
def test_a_bound_is_read_on_its_side(phrase, frame, number):
    words, bound = phrase
    glue = "-" if words == "sub" else " "
    line = frame.format(f"{words}{glue}{number:,}")
    assert holds(only(line), number, bound), line


@settings(max_examples=60)
@given(
    st.sampled_from(NEGATABLE),
    st.sampled_from(["no", "not", "never", "not even", "hardly"]),
    st.sampled_from(FRAMES),
    numbers,
)
def test_a_negated_bound_is_turned_round(phrase, negator, frame, number):
    words, bound = phrase
    line = frame.format(f"{negator} {words} {number:,}")
    assert holds(only(line), number, FLIPPED[bound]), line


@settings(max_examples=60)
@given(
    st.sampled_from(["", "did not", "does not", "didn't", "never", "must not", "has never",
                     "will", "could", "may have", "cannot", "would not have"]),
    st.sampled_from(["exceed", "surpass"]),
    numbers,
)  # fmt: skip
def test_a_verb_of_excess_and_its_negation(auxiliary, verb, number):
    form = verb if auxiliary.split()[-1:] not in ([], ["never"], ["have"]) else f"{verb}ed"
    form = (
        f"{verb}ed" if auxiliary.endswith(("have", "has never", "never")) or not auxiliary else form
    )
    line = f"The monthly output {auxiliary} {form} {number:,} boats.".replace("  ", " ")
    negative = "n't" in auxiliary or {"not", "never", "cannot"} & set(auxiliary.split())
    assert holds(only(line), number, "at_most" if negative else "over"), line


@pytest.mark.parametrize(
    ("line", "bound", "number"),
    [
        ("No fewer than 25 firms were named.", "at_least", 25),
        ("No more than 200 tons left.", "at_most", 200),
        ("Not less than 500 tonnes left.", "at_least", 500),
        ("It employs 3,000 or more people.", "at_least", 3000),
        ("The convoy had 60-plus trucks.", "at_least", 60),
        ("The convoy had 60+ trucks.", "at_least", 60),
        ("It takes 12 hours or less.", "at_most", 12),
        ("Not only more than 40 boats came.", "over", 40),
        ("Well over 300 guards came.", "over", 300),
        ("Output is not expected to exceed 300 boats.", "at_most", 300),
        ("Output no longer exceeds 300 boats.", "at_most", 300),
        ("Output is unlikely to exceed 300 boats.", "at_most", 300),
        ("No month exceeded 300 boats.", "at_most", 300),
        ("Not as many as 300 boats came.", "under", 300),
        ("Slightly under 300 guards came.", "under", 300),
    ],
)
def test_forms(line: str, bound: str, number: float):
    assert holds(only(line), number, bound)


@pytest.mark.parametrize("entry", TABLES["approximate"]["before"], ids=lambda e: e["words"])
def test_approximators_never_widen(entry):
    quantity = only(f"The yard built {entry['words']} 340 boats.")
    if "bound" not in entry:
        assert (quantity.low, quantity.high, quantity.approximate) == (340, 340, True)


def test_approximation_does_not_leak():
    line = "About 9,400 people and 15 banks signed."
    found = find(parse_text(line).paragraphs[0], line, (), "doc")
    assert [q.approximate for q in found] == [True, False]


@pytest.mark.parametrize("entry", [*TABLES["before"], *TABLES["after"]], ids=lambda e: e["words"])
def test_every_entry_has_an_example_that_holds_its_words(entry):
    first = entry["words"].split()[0]
    assert first in entry["example"]


@pytest.mark.parametrize(
    "line", ["Twice as many as 300 boats came.", "They built 5% more than 300 boats."]
)
def test_a_comparison_is_no_bound(line: str):
    found = find(parse_text(line).paragraphs[0], line, (), "doc")
    assert (found[-1].low, found[-1].high) == (300, 300)


def test_a_sentence_cut_wrongly_does_not_hide_the_negation(read):
    (found,) = read("The order is for not over 79,990 trucks.")
    assert (found.low, found.high) == (None, 79990)


@pytest.mark.parametrize(
    ("line", "bound"),
    [
        ("The union handed over 9,489 signatures.", None),
        ("Orlan Works took over 300 workers from Vell Yards.", None),
        ("Orlan Works took over 12 small mills.", None),
        ("The bank turned over 40 letters to the court.", None),
        ("The bank sold over 40 letters to the court.", "over"),
        ("The yard took over 300 days to finish it.", "over"),
        ("Vell took over 300 photographs.", "over"),
    ],
)
def test_a_particle_of_the_verb_bounds_nothing(line, bound):
    quantity = only(line)
    assert ("over" in quantity.text) == (bound is not None)
    assert (quantity.low_open, quantity.high is None) == ((True, True) if bound else (False, False))
