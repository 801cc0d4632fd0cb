"""A chart sets marks aside without hiding where their days are."""

from allsource.assessment.evidence import gather
from allsource.claims.extract import extract
from allsource.estimation.series import series
from allsource.lineage.trace import trace
from allsource.model.document import Document
from allsource.report.charts import chart


def drawn(*said, back=()):
    pages = [
        Document(f"doc_{n}", f"{n}.txt", "0" * 64, f"{one}\n", "text", language="en", published="2031-12-01")
        for n, one in enumerate(said)
    ]  # fmt: skip
    claims = [claim for page in pages for claim in extract(page)]
    lineage = trace(pages, claims)
    rows = series(claims, lineage)
    evidence = gather(pages, claims, lineage, rows, ())
    gone = {(p.claim, p.quantity) for p in rows[0].points if p.low in back}
    return chart(rows[0], evidence, {claim.id: claim.id for claim in claims}, back=gone)


def drawings(*said):
    return drawn(*said).drawings


SAME_DAY = [
    f"{name}, an auditor, said the yard built 40 Brant boats a month in May 2031."
    for name in ("Ann Lind", "Bo Karr", "Eva Holm", "Ivo Mell")
]
NO_DAY = "Jon Vale, a clerk, said the yard builds 44 Brant boats a month."
LAST_DAY = "Kai Dorn, a clerk, said the yard built 45 Brant boats a month in June 2031."


def test_marks_of_one_day_stand_apart_and_keep_the_place_of_their_day():
    for drawing in drawings(*SAME_DAY):
        assert len({mark.x for mark in drawing.marks}) == 4
        assert len({mark.own for mark in drawing.marks}) == 1
        assert any(mark.x != mark.own for mark in drawing.marks)


def test_a_mark_with_a_day_never_stands_among_those_without():
    for drawing in drawings(*SAME_DAY, LAST_DAY, NO_DAY):
        dated = [mark for mark in drawing.marks if "not stated" not in mark.title]
        undated = [mark for mark in drawing.marks if "not stated" in mark.title]
        assert len(dated) == 5
        assert len(undated) == 1
        assert all(mark.x < drawing.undated for mark in dated)
        assert all(mark.x > drawing.undated for mark in undated)


def test_a_figure_that_was_taken_back_is_dashed_and_said_to_be():
    view = drawn(*SAME_DAY, LAST_DAY, back={45})
    kinds = {row.value: row.kind for row in view.rows}

    for drawing in view.drawings:
        assert [mark.title.split(":")[0] for mark in drawing.marks if mark.back] == ["E"]
    assert kinds["45 units per month"] == "taken back by its outlet"
    assert kinds["40 units per month"] == "stated outcome"
