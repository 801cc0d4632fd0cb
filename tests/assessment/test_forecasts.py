"""A forecast keeps its day, silence settles nothing, and what settles it is the same deed told as a fact."""

import pytest

from allsource.assessment.evidence import gather
from allsource.assessment.forecasts import forecasts, records
from allsource.assessment.why import why
from allsource.claims.extract import extract
from allsource.lineage.trace import trace
from allsource.model.assessment import Assessment
from strategies import page

TOLD = ("2031-01-10", "The dock at Amberlo will likely open by June 2031, the mayor Jon Weld said.")
LATER = ("2031-09-01", "The price of bread rose in Lisk.")


def case(*told):
    pages = [
        page(text, path=f"p{number}", outlet=f"Paper {number}", published=day)
        for number, (day, text) in enumerate(told)
    ]
    claims = [claim for each in pages for claim in extract(each) if claim.stated]
    return gather(pages, claims, trace(pages, claims))


def state(*told):
    (one,) = forecasts(case(*told))
    return one.state, one.brier


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ((), ("not yet due", None)),
        ((LATER,), ("due, unresolved", None)),
        ((("2031-05-20", "The dock at Amberlo opened on Monday, a pilot said."), LATER), ("came true", 0.1056)),
        ((("2031-07-02", "The dock at Amberlo has not opened, a pilot said."),), ("did not come true", 0.4556)),
        ((("2031-03-02", "The dock at Amberlo has not opened, a pilot said."), LATER), ("due, unresolved", None)),
        ((("2031-08-02", "The dock at Amberlo opened in August 2031, a pilot said."),), ("did not come true", 0.4556)),
        ((("2031-05-20", "The dock at Lisk opened on Monday, a pilot said."), LATER), ("due, unresolved", None)),
        ((("2031-05-20", "The dock at Amberlo may have opened, a pilot said."), LATER), ("due, unresolved", None)),
        ((("2031-05-20", "The dock at Amberlo was sold, a pilot said."), LATER), ("due, unresolved", None)),
        (
            (("2031-06-20", "The dock at Amberlo opened on 2 June 2031, a pilot said."),
             ("2031-07-20", "The dock at Amberlo has not opened, a pilot said.")),
            ("due, disputed", None),
        ),
    ],
)  # fmt: skip
def test_what_becomes_of_a_forecast(told, wanted):
    assert state(TOLD, *told) == wanted


@pytest.mark.parametrize(
    ("word", "probability"),
    [("will almost certainly", 0.97), ("is unlikely to", 0.325), ("may", None), ("will", None)],
)
def test_only_a_word_of_the_scale_names_a_probability(word, probability):
    text = f"The dock at Amberlo {word} open by June 2031, the mayor Jon Weld said."
    (one,) = forecasts(case(("2031-01-10", text)))

    assert one.probability == probability


def test_what_its_own_source_tells_is_marked():
    opened = ("2031-05-20", "The dock at Amberlo opened on Monday, the mayor Jon Weld said.")
    other = ("2031-05-21", "The dock at Amberlo opened on Monday, the pilot Rea Tolk said.")

    assert forecasts(case(TOLD, opened))[0].own_word
    assert not forecasts(case(TOLD, opened, other))[0].own_word


def test_plans_with_a_figure_are_left_to_the_estimates():
    evidence = case(TOLD)

    assert forecasts(evidence, evidence.claims) == ()


def test_a_fact_and_a_past_day_are_no_forecasts():
    assert forecasts(case(("2031-07-01", "The dock at Amberlo opened in June 2031."))) == ()
    assert forecasts(case(("2031-07-01", "The dock may have opened in June 2031."))) == ()


def test_the_order_of_pages_changes_nothing():
    told = [TOLD, ("2031-05-20", "The dock at Amberlo opened on Monday, a pilot said."), LATER]

    assert [one.state for one in forecasts(case(*told))] == [
        one.state for one in forecasts(case(*reversed(told)))
    ]


def test_sources_with_few_scores_stand_by_name():
    ferry = (
        "2031-01-11",
        "Halder Works will very likely sell its crane by June 2031, Anna Lind said.",
    )
    opened = ("2031-05-20", "The dock at Amberlo has been opened on 2 May 2031, a pilot said.")
    sailed = ("2031-07-20", "Halder Works has not sold its crane, a pilot said.")
    rows = records(forecasts(case(TOLD, ferry, opened, sailed)))

    assert [(one.source, one.scored) for one in rows] == [("Anna Lind", 1), ("Jon Weld", 1)]
    assert rows[0].brier > rows[1].brier


def test_why_tells_the_state_of_a_forecast():
    evidence = case(TOLD, ("2031-05-20", "The dock at Amberlo opened on Monday, a pilot said."))
    (one,) = forecasts(evidence)
    told = why(one.claim, evidence, Assessment())
    (ground,) = [each for each in told.on if each.kind == "forecast"]

    assert ground.says == "due 30 June 2031: came true; Brier score 0.11"
    assert why(one.id, evidence, Assessment()) == ground
