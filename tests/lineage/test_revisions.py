"""Figures that turn down another's, and roots that take back what they said."""

import pytest

from allsource.claims.extract import extract
from allsource.lineage.revisions import turns_down
from allsource.lineage.trace import trace
from strategies import page


def read(*texts):
    pages = [
        page(text, path=f"p{day}", outlet=f"Paper {day}", published=f"2033-03-0{day}")
        for day, text in enumerate(texts, 1)
    ]
    return pages, [claim for each in pages for claim in extract(each)]


SEVEN = "Quellmark delivered seven ships in 2033, Dorit Halvane said."


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("Quellmark delivered five ships in 2033, not seven.", True),
        ("Quellmark delivered five ships in 2033 instead of seven.", True),
        ("Quellmark delivered seven ships in 2033, not five.", False),
        ("Quellmark delivered five ships in 2033.", False),
        ("Quellmark delivered five ships in 2033, not six.", False),
    ],
)
def test_a_figure_turns_another_down(text, turned):
    _, (later, earlier) = read(text, SEVEN)
    assert turns_down(later, earlier) is turned
    assert turns_down(earlier, later) is turned


def test_a_figure_that_replaces_another_has_neither_its_root_nor_its_cluster():
    pages, claims = read(
        SEVEN,
        "Quellmark delivered seven ships in 2033, the director, Dorit Halvane, said on Monday.",
        "Quellmark delivered five ships in 2033, not seven.",
    )
    new = claims[-1].id
    clusters = trace(pages, claims).clusters
    own = next(cluster for cluster in clusters if new in cluster.claims)
    assert own.claims == (new,)
    assert not any("Halvane" in root.label for root in own.roots)


def test_a_root_that_takes_back_what_it_said_affirms_it_no_longer():
    said = "The Quellmark yard employs 900 workers, the mayor Ketil Brask said."
    other = "The Quellmark yard employs 900 workers, the tax inspector Runa Veld said."
    back = (
        "Ketil Brask, the mayor of Port Orrin, withdrew on Friday his statement that the Quellmark "
        "yard employs 900 workers."
    )
    pages, claims = read(said, other, back)
    before = trace(pages[:2], claims[:2]).clusters[0]
    after = next(c for c in trace(pages, claims).clusters if claims[0].id in c.claims)
    assert (before.status, before.effective_roots > 1) == ("independent", True)
    assert after.status != "independent"
    assert after.effective_roots == 1.0


def test_a_correction_of_an_error_does_not_come_from_those_who_told_the_error():
    fell = "rders at Quellmark had fallen by 40 percent since January"
    pages, claims = read(
        f"O{fell}, Norvane Wire reported.",
        f"O{fell}, the director Dorit Halvane said.",
        f"Norvane Wire wrongly reported on 1 March that o{fell}.",
    )
    cluster = next(c for c in trace(pages, claims).clusters if claims[-1].id in c.claims)
    halvane = next(root for root in cluster.roots if "Halvane" in root.label)
    assert claims[-1].id not in halvane.claims
    assert claims[1].id in halvane.claims
