"""Plans and forecasts stand in one table, judgements in another, each with what tells."""

import re

from allsource.assessment.assess import assess
from allsource.claims.extract import extract
from allsource.estimation.programme.case import estimated, programme_claims
from allsource.estimation.series import series
from allsource.lineage.trace import trace
from allsource.report.dossier import context, dossier
from strategies import page

PAGES = [
    ("2031-01-10", ("The dock at Amberlo will likely open by June 2031, the mayor Jon Weld said. "
     "Orlan Works will build 300 pumps a month by June 2031, its director Ilse Tarn said.")),
    ("2031-04-10", "Orlan Works built 40 pumps a month in March 2031, Ilse Tarn said."),
    ("2031-05-20", "The dock at Amberlo opened on Monday, a pilot said."),
    ("2031-07-10", ("Orlan Works built 44 pumps a month in June 2031, the auditor Emil Sund said. "
     "The slip at Lisk may close, because its crane is broken, the clerk Mia Dorn said.")),
    ("2031-07-12", "Orlan Works built 41 pumps a month in May 2031, the union said."),
]  # fmt: skip


def built():
    pages = [
        page(text, path=f"p{number}", outlet=f"Paper {number}", published=day)
        for number, (day, text) in enumerate(PAGES)
    ]
    claims = [claim for each in pages for claim in extract(each) if claim.stated]
    lineage = trace(pages, claims)
    numbers = series(claims, lineage)
    told = programme_claims(claims, lineage, numbers)
    judged = assess(pages, claims, lineage, numbers)
    return context(
        pages, claims, lineage, numbers, (), judged, told=told, estimates=estimated(told)
    )


def test_plans_and_forecasts_are_one_table_by_day():
    found = built()
    rows = {row.words: row for row in found.plans}
    forecast = rows["The dock at Amberlo will likely open by June 2031"]
    plan = next(row for row in found.plans if row.planned.startswith("production rate: 300"))

    assert (forecast.state, forecast.score) == ("came true", "0.11")
    assert [one.words for one in forecast.settled] == ["The dock at Amberlo opened on Monday"]
    assert "ICD 203: likely, 55 to 80 %" in forecast.planned
    assert (plan.state, plan.id, plan.settled) == ("missed", "", ())
    assert re.fullmatch(
        r"There is almost no chance \(under 5 %\) that the production rate of \w+ over the three months to June 2031 was "
        r"above 300 \S+ per month\.",
        plan.likely,
    )


def test_a_source_is_told_with_how_its_forecasts_turned_out():
    (row,) = built().records

    assert (row.source, row.due, row.true, row.false, row.open) == ("Jon Weld", 1, 1, 0, 0)
    assert row.score == "0.11 (of 1)"


def test_the_page_shows_judgements_with_their_grounds():
    found = built()
    html = dossier(found)
    (judged,) = [one for one in found.judgements if one.premises]

    assert (judged.author, judged.word, judged.scale) == ("Mia Dorn", "may", "")
    assert [(one.cue, one.words) for one in judged.premises] == [("because", "its crane is broken")]
    assert "no premise cited" in html
    assert 'id="judgements"' in html
    assert html.count('id="fct_') == len([row for row in found.plans if row.id])
