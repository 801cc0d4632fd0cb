"""A bound is never read the wrong way round, wherever its negation stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allsource.claims.parse import parse_text
from allsource.claims.quantities import find

LOWER = ["more than", "over", "upwards of", "in excess of"]
UPPER = ["less than", "fewer than", "under"]
NEGATED = [
    "The yard did not build {} boats.",
    "The yard has never built {} boats.",
    "The yard didn't sell {} boats in May.",
    "The works cannot repair {} trucks.",
    "No yard delivered {} boats.",
    "None of the yards delivered {} boats.",
    "Neither works repaired {} trucks.",
    "The storm passed without sinking {} boats.",
    "The works failed to repair {} trucks.",
    "The ministry does not expect {} boats to arrive.",
    "Nobody believes that {} boats sank.",
    "At no time were {} guards on duty.",
    "The bridge won't carry {} trucks.",
    "They are unlikely to build {} boats.",
    "It is not expected that {} boats will come.",
    "There were not {} boats.",
]
PLAIN = [
    "{} boats did not return.",
    "The yard built {} boats.",
    "The minister did not say that {} boats had sunk.",
    "The yard, which never failed, built {} boats.",
    "Not only did it build {} boats, it sold them.",
    "The man who was not there counted {} boats.",
    "It was not the storm that sank {} boats.",
    "The town has no bridge but {} boats.",
    "The report did not name the firm that built {} boats.",
    "No storm came, and {} boats sailed.",
]
numbers = st.integers(31, 1400) | st.integers(3_000, 900_000)


def bound(line: str) -> tuple[float | None, float | None]:
    paragraph = parse_text(line).paragraphs[0]
    found = find(paragraph, line, (), "doc")
    assert len(found) == 1, (line, found)
    return found[0].low, found[0].high


def sentence(frame: str, words: str, number: int) -> str:
    line = frame.format(f"{words} {number:,}")
    return line[0].upper() + line[1:]


@settings(max_examples=160)
@given(st.sampled_from(NEGATED), st.sampled_from(LOWER), numbers)
def test_a_negated_lower_bound_is_an_upper_one(frame, words, number):
    line = sentence(frame, words, number)
    assert bound(line) == (None, number), line


@settings(max_examples=120)
@given(st.sampled_from(NEGATED), st.sampled_from(UPPER), numbers)
def test_a_negated_upper_bound_is_a_lower_one(frame, words, number):
    line = sentence(frame, words, number)
    assert bound(line) == (number, None), line


@settings(max_examples=120)
@given(st.sampled_from(PLAIN), st.sampled_from([*LOWER, *UPPER]), numbers)
def test_a_negation_elsewhere_turns_nothing(frame, words, number):
    line = sentence(frame, words, number)
    wanted = (number, None) if words in LOWER else (None, number)
    assert bound(line) == wanted, line


@settings(max_examples=120)
@given(
    st.sampled_from(["no fewer than", "no less than", "not fewer than", "not less than",
                     "not even fewer than", "at least", "a minimum of", "at the very least"]),
    st.sampled_from(["no more than", "not more than", "never more than", "not over", "at most",
                     "a maximum of", "up to", "as many as", "at the most"]),
    st.sampled_from(["Police counted {} boats.", "{} boats sank.", "It sold {} boats a month.",
                     "The order covers {} boats and 3 tugs.", "Output rose to {} boats."]),
    numbers,
)  # fmt: skip
def test_no_phrase_points_both_ways(lower, upper, frame, number):
    for words, wanted in ((lower, (number, None)), (upper, (None, number))):
        line = sentence(frame, words, number)
        paragraph = parse_text(line).paragraphs[0]
        first = find(paragraph, line, (), "doc")[0]
        assert (first.low, first.high) == wanted, line


@pytest.mark.parametrize(
    ("line", "low", "high"),
    [
        ("It has not rained for more than 40 days.", 40, None),
        ("The talks did not last for more than three hours.", None, 3),
        ("The index never fell below 4,000 points.", 4000, None),
        ("Nobody expects the toll to be lower than 40.", 40, None),
        ("The bridge cannot carry trucks weighing more than 40 tonnes.", 40, None),
        ("The price must be at or below $40.", None, 40),
        ("More than 40 but fewer than 60 boats sank.", 40, 60),
        ("No fewer than 4 and up to 7 boats sank.", 4, 7),
        ("The pass was open for 12 days, or fewer than ever.", 12, 12),
        ("The law limits shifts to 9 hours.", None, 9),
    ],
)
def test_forms(line: str, low: float | None, high: float | None):
    assert bound(line) == (low, high)


SUBJECTS = ("the yard", "any of the two firms in Velory")


@pytest.mark.parametrize("front", ["At no time", "Never", "Seldom", "On no occasion", "Rarely"])
@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("bound", ["exceed", "sell more than", "sell over"])
def test_a_negation_that_opens_the_clause_turns_every_bound(read, front, subject, bound):
    found = read(f"{front} did {subject} {bound} 300 tonnes.")[-1]
    assert (found.low, found.high) == (None, 300.0)


@pytest.mark.parametrize("tail", ["or more", "at least", "or higher"])
def test_up_to_before_a_floor_is_the_verbs(read, tail):
    found = read(f"Output is back up to 7,000 {tail}.")[-1]
    assert (found.low, found.high) == (7000.0, None)
