"""Figures that are the same are not told as of different periods or kinds."""

from allsource.assessment.assess import assess, sentences
from allsource.claims.extract import extract
from allsource.estimation.conflict import conflicts
from allsource.estimation.series import series
from allsource.lineage.trace import trace
from strategies import page


def printed(*texts):
    pages = [
        page(text, path=f"p{at}", outlet=f"Paper {at}", published=f"2033-03-0{at}")
        for at, text in enumerate(texts, 1)
    ]
    claims = [claim for each in pages for claim in extract(each)]
    lineage = trace(pages, claims)
    found = series(claims, lineage)
    told = assess(pages, claims, lineage, found, conflicts(found, claims, pages))
    return [sentence.text for sentence in sentences(told)]


def test_plans_of_one_figure_are_told_as_one_figure():
    texts = printed(
        "Odd Sarn said that the yard will build 40 Quellmark boats a month.",
        "Odd Sarn said that the yard will build 40 Quellmark boats a month.",
    )

    assert not any("different periods or kinds" in text for text in texts)
    assert any("one and the same figure" in text for text in texts)


def test_plans_of_two_figures_are_not():
    texts = printed(
        "Odd Sarn said that the yard will build 40 Quellmark boats a month.",
        "Odd Sarn said that the yard will build 60 Quellmark boats a month.",
    )

    assert not any("one and the same figure" in text for text in texts)
    assert any("different periods or kinds" in text for text in texts)


def test_a_series_of_units_alone_is_not_printed():
    texts = printed("Odd Sarn said that the works made 900 units a month.")

    assert not any("of units" in text for text in texts)
