"""A figure that its outlet took back counts for nothing, with its retellings; other figures stand."""

import pytest

from allsource.claims.extract import extract
from allsource.estimation.conflict import conflicts
from allsource.estimation.series import series
from allsource.estimation.withdrawn import withdrawn
from allsource.lineage.trace import trace
from strategies import page

FIRST = "Ann Lind, the director, said the yard built 1,100 Brant boats a month in May 2031."
RETOLD = "The yard built 1,100 Brant boats a month in May 2031, Ann Lind said."
OTHER = "Eva Holm, an auditor, said the yard built 70 Brant boats a month in May 2031."
RIGHT = (
    "Correction: an earlier report misstated the output. Ann Lind, the director, said the yard had "
    "built 1,100 Brant boats in all by May 2031."
)
NEWS = "Ann Lind, the director, said the yard had built 1,100 Brant boats in all by May 2031."


def taken_back(last, outlet="Paper A"):
    told = ((FIRST, "Paper A"), (RETOLD, "Paper B"), (OTHER, "Paper C"), (last, outlet))
    pages = [
        page(text, path=f"p{day}", outlet=name, published=f"2031-06-0{day}")
        for day, (text, name) in enumerate(told, 1)
    ]
    claims = [claim for each in pages for claim in extract(each)]
    lineage = trace(pages, claims)
    numbers = series(claims, lineage)
    found = withdrawn(numbers, conflicts(numbers, claims, pages), claims, pages)
    names = {claim.id: claim.document.path for claim in claims}
    return {names[claim] for claim, _ in found}


def test_a_figure_falls_with_its_retelling_and_another_stands():
    assert taken_back(RIGHT) == {"p1", "p2"}


@pytest.mark.parametrize(("last", "outlet"), [(NEWS, "Paper A"), (RIGHT, "Paper D")])
def test_what_corrects_nothing_of_its_own_takes_nothing_back(last, outlet):
    assert taken_back(last, outlet) == set()
