"""Which claims of several pages are put together?"""

import pytest

from allsource.claims.extract import extract
from allsource.lineage.clusters import clustered
from allsource.lineage.statements import sayings
from strategies import page


def clusters(*texts):
    """The clusters as sets of the numbers of the texts."""
    claims = [
        max(extract(page(text, path=f"{at}.txt")), key=lambda c: len(c.statement))
        for at, text in enumerate(texts)
    ]
    said, _ = sayings(claims)
    numbers = {claim.id: at for at, claim in enumerate(claims)}
    return {frozenset(numbers[c.id] for c in group) for group in clustered(claims, (), said)}


NOISE = (
    "Harrow Carriage hired welders for its new line in Tessary.",
    "Mara Vell visited the flooded mine at Sorrel on Monday.",
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Keth closed the ferry at Quillby.", "The Quillby ferry was shut down by Keth."),
        ("Orlan Works sold its Velory plant to Keth.", "Keth bought the Velory plant of Orlan Works."),
        ("Ilse Harrowen resigned as mayor of Quillby.", "The resignation of mayor Ilse Harrowen shook Quillby."),
        ("Keth sold pumps to the Velory rebels.", "Keth did not sell pumps to the Velory rebels."),
    ],
)  # fmt: skip
def test_wordings_of_one_claim_are_one_cluster(one, other):
    assert frozenset({0, 1}) in clusters(one, other, *NOISE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Police arrested Timo Orlan in Keth.", "Timo Orlan sued police in Keth."),
        ("Orlan Works owes Tessarine Motors $9.", "Tessarine Motors owes Orlan Works $9."),
        ("Keth built 204 boats in May 2031.", "Keth built 260 boats in May 2031."),
        ("Keth built 120 boats in May 2031.", "Keth built 120 boats in May 2030."),
        ("Keth plans to open a mill in Velory.", "Keth opened a mill in Velory."),
    ],
)
def test_what_differs_in_deed_figure_time_or_plan_stays_apart(one, other):
    found = clusters(one, other, *NOISE)
    assert frozenset({0}) in found
    assert frozenset({1}) in found


def test_reposts_change_no_cluster_of_other_claims():
    texts = (
        "Keth closed the ferry at Quillby.",
        "The Quillby ferry was shut down by Keth.",
        *NOISE,
    )
    before = clusters(*texts)
    after = clusters(*texts, *[NOISE[0]] * 5)
    kept = {frozenset(at for at in group if at < len(texts)) for group in after}
    assert kept == before


def test_two_ways_of_one_day_are_two_things():
    from allsource.claims.extract import extract
    from allsource.lineage.trace import trace
    from allsource.model.document import Document

    def page(name, town):
        text = f"An Il-76 flew from Corrant to {town} on 4 May 2031, said Ann Lind, an analyst.\n"
        return Document(name, f"{name}.txt", "0" * 64, text, "text", language="en")

    def groups(*towns):
        pages = [page(f"doc_{n}", town) for n, town in enumerate(towns)]
        claims = [claim for one in pages for claim in extract(one)]
        return len(trace(pages, claims).clusters)

    assert groups("Velory", "Dorrow") == 2
    assert groups("Velory", "Velory") == 1
