"""How propositions are put, and whose caution it is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allsource.claims.parse import parse_text
from allsource.claims.stance import find
from allsource.model.claim import Cue, Stance
from allsource.model.span import Span


def read(text: str, proposition: str, cue: str | None = None) -> tuple[Stance, bool]:
    at = text.index(proposition)
    credit = None
    if cue:
        place = Span(text.index(cue), text.index(cue) + len(cue))
        credit = Cue(cue, (place,))
    paragraph = parse_text(text).paragraphs[0]
    return find(paragraph, text, Span(at, at + len(proposition)), credit, cue is not None)


@pytest.mark.parametrize(
    ("text", "proposition", "cue", "status", "whose"),
    [
        ("The yard stands in Velory.", "The yard stands in Velory", None, "asserted", None),
        ("The yard may close.", "The yard may close", None, "hedged", "outlet"),
        (
            "The mayor said the yard could close.",
            "the yard could close",
            "said",
            "hedged",
            "source",
        ),
        ("The firm claims it has paid.", "it has paid", "claims", "asserted", None),
        (
            "The firm claims without evidence that it has paid.",
            "it has paid",
            "claims",
            "hedged",
            "outlet",
        ),
        (
            "The mayor said the yard was purportedly sold.",
            "the yard was purportedly sold",
            "said",
            "hedged",
            "outlet",
        ),
        (
            "“The yard was purportedly sold,” the mayor said.",
            "The yard was purportedly sold",
            "said",
            "hedged",
            "source",
        ),
        (
            "The mayor said the hall is believed to be empty.",
            "the hall is believed to be empty",
            "believed",
            "hedged",
            "source",
        ),
        (
            "It has signed a deal which is said to be worth forty million.",
            "It has signed a deal which is said to be worth forty million",
            None,
            "hedged",
            "outlet",
        ),
        ("If true, it will close.", "If true, it will close", None, "conditional", "outlet"),
        ("The crate looks genuine.", "The crate looks genuine", None, "hedged", "outlet"),
        ("Every yard must pay its way.", "Every yard must pay its way", None, "expected", None),
        ("The firm plans 74 houses.", "The firm plans 74 houses", None, "expected", None),
        ("I would have answered it.", "I would have answered it", None, "conditional", None),
        ("She asked who had paid.", "She asked who had paid", None, "questioned", None),
        ("I don't know where it went.", "I don't know where it went", None, "questioned", None),
        ("He had no idea how it sank.", "He had no idea how it sank", None, "questioned", None),
        (
            "The letter does not say the line caused the fire.",
            "the line caused the fire",
            "does not say",
            "questioned",
            None,
        ),
        (
            "She does not believe that the pump failed.",
            "that the pump failed",
            "does not believe",
            "denied",
            "source",
        ),
        (
            "There is no truth in the report that it sank.",
            "it sank",
            "report",
            "denied",
            None,
        ),
        ("The yard reportedly closed.", "The yard reportedly closed", None, "hedged", "outlet"),
        (
            "The guild may have expected more.",
            "The guild may have expected more",
            None,
            "hedged",
            "outlet",
        ),
        ("The yard is expected to close.", "The yard is expected to close", None, "expected", None),
        ("It plans to hire welders.", "It plans to hire welders", None, "expected", None),
        (
            "If the loan fails, it would close.",
            "If the loan fails, it would close",
            None,
            "conditional",
            None,
        ),
        (
            "The firm denied that it sold the hall.",
            "that it sold the hall",
            "denied",
            "denied",
            None,
        ),
        (
            "It rejected reports that the hall was sold.",
            "the hall was sold",
            "rejected reports",
            "denied",
            None,
        ),
        (
            "It is unclear whether the yard reopened.",
            "It is unclear whether the yard reopened",
            None,
            "questioned",
            None,
        ),
        ("Did the yard close?", "Did the yard close", None, "questioned", None),
        ("Police believe it was towed.", "it was towed", "believe", "hedged", "source"),
        ("The driver must have slept.", "The driver must have slept", None, "hedged", "outlet"),
        ("There is a chance it sank.", "There is a chance it sank", None, "hedged", "outlet"),
        ("He is not sure that it sank.", "He is not sure that it sank", None, "hedged", "outlet"),
        (
            "The report that it sank is false.",
            "The report that it sank is false",
            None,
            "denied",
            None,
        ),
        (
            "She said there was no truth to the report.",
            "there was no truth to the report",
            "said",
            "denied",
            None,
        ),
        (
            "Had they asked, we would have come.",
            "Had they asked, we would have come",
            None,
            "conditional",
            None,
        ),
        (
            "Without the loan it would close.",
            "Without the loan it would close",
            None,
            "conditional",
            None,
        ),
        ("It will reportedly close.", "It will reportedly close", None, "expected", "outlet"),
        ("It has agreed to pay.", "It has agreed to pay", None, "expected", None),
        (
            "She doubts that the firm can pay.",
            "that the firm can pay",
            "doubts",
            "questioned",
            None,
        ),
    ],
)
def test_status_and_whose(
    text: str, proposition: str, cue: str | None, status: str, whose: str | None
) -> None:
    stance, _ = read(text, proposition, cue)
    assert (stance.status, stance.whose) == (status, whose)


@pytest.mark.parametrize(
    "text",
    [
        "The hall opened in May 2031.",
        "The director could not be reached for comment.",
        "The old will was read in Velory.",
        "The line ran even if parts were short.",
        "The yard, which may close, delivered 40 engines.",
        "The sale was reported by the Velory News in August.",
        "Residents could see the smoke.",
        "The council voted on whether to mend the roof.",
        "The possible closure was discussed on Tuesday.",
        "It was expected to close in May but it stayed open.",
        "He wants to meet the mayor.",
        "She had hoped prices would level off by now.",
        "It would be wrong to comment.",
        "The pumps took in more than the line could handle.",
        "It makes pumps not only for Keth but for Velory.",
    ],
)
def test_what_only_looks_like_a_hedge_is_asserted(text: str) -> None:
    stance, _ = read(text, text[:-1])
    assert (stance.status, stance.hedges, stance.whose) == ("asserted", (), None)


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Orlan Works has not delivered the engines.", True),
        ("The guild never intervenes in disputes.", True),
        ("There is no evidence of a leak.", True),
        ("The firm failed to pay its welders.", True),
        ("No more than 200 engines were sold.", False),
        ("The yard makes not only pumps but engines.", False),
        ("Orlan Works delivered the engines.", False),
    ],
)
def test_negation_leaves_the_status_alone(text: str, *, negated: bool) -> None:
    stance, found = read(text, text[:-1])
    assert (stance.status, found) == ("asserted", negated)


def test_hedges_are_grounded_and_a_stronger_likelihood_weighs_less() -> None:
    text = "It very likely came by rail, and it might have sunk."
    stance, _ = read(text, text[:-1])
    words = [(h.text, h.span.of(text)) for h in stance.hedges]
    assert words == [("very likely", "very likely"), ("might have", "might have")]
    assert stance.hedges[0].strength < stance.hedges[1].strength


def test_a_joined_verb_shares_the_helping_verb_of_the_first() -> None:
    stance, _ = read("The firm could buy the hall and refit it.", "refit it")
    assert stance.status == "hedged"


def test_a_request_is_no_question() -> None:
    stance, _ = read("He asked the office to publish it.", "the office to publish it", "asked")
    assert stance.status == "asserted"


def test_the_cues_own_hedge_is_the_outlets_even_inside_the_proposition() -> None:
    text = "The hall is said to be empty."
    stance, _ = read(text, "The hall is said to be empty", "is said")
    assert (stance.status, stance.whose) == ("hedged", "outlet")


@given(st.text("may if not whether will.,\"' \nDenied", max_size=60), st.data())
@settings(max_examples=60)
def test_any_stretch_of_any_text_can_be_read(text: str, data: st.DataObject) -> None:
    for paragraph in parse_text(text).paragraphs:
        start = data.draw(st.integers(paragraph.span.start, paragraph.span.end - 1))
        end = data.draw(st.integers(start + 1, paragraph.span.end))
        stance, _ = find(paragraph, text, Span(start, end), None, attributed=False)
        assert all(h.span.of(text) == h.text and 0 <= h.strength <= 1 for h in stance.hedges)
