"""What a root takes back is contradicted by it, printed as a retraction, and founded less well."""

from allsource.assessment.checking import checks
from allsource.assessment.evidence import gather
from allsource.assessment.retractions import retractions
from allsource.assessment.standing import confidence
from allsource.claims.extract import extract
from allsource.lineage.trace import trace
from strategies import page

EMPLOYS = "he Quellmark yard employs 900 workers"
SAID = [
    f"T{EMPLOYS}, the mayor Ketil Brask said.",
    f"T{EMPLOYS}, the tax inspector Runa Veld said.",
    f"T{EMPLOYS}, the auditor Odd Sarn said.",
]
BACK = (
    f"Ketil Brask, the mayor of Port Orrin, withdrew on Friday his statement that t{EMPLOYS}.",
    f"Ketil Brask, the mayor of Port Orrin, repeated on Friday his statement that t{EMPLOYS}.",
)


def case(*texts):
    pages = [
        page(text, path=f"p{day}", outlet=f"Paper {day}", published=f"2033-03-0{day}")
        for day, text in enumerate(texts, 1)
    ]
    claims = [claim for each in pages for claim in extract(each)]
    return claims, gather(pages, claims, trace(pages, claims), (), ())


def grade(evidence, claim):
    return confidence(evidence.clusters[evidence.cluster_of[claim.id]], evidence)


def test_what_its_root_takes_back_is_contradicted_and_what_it_repeats_is_not():
    for text, status in zip(BACK, ("contradicted", "borne out"), strict=True):
        claims, evidence = case(*SAID[:2], text)
        check = checks(claims[:1], evidence)[0]
        assert check.status == status
        assert (claims[2].id in check.against) is (status == "contradicted")


def test_a_withdrawal_never_raises_confidence():
    for voices in (1, 2, 3):
        claims, before = case(*SAID[:voices])
        _, after = case(*SAID[:voices], BACK[0])
        order = ["low", "moderate", "high"]
        assert order.index(grade(after, claims[0])) <= order.index(grade(before, claims[0]))
    assert grade(before, claims[0]) != "low"
    assert grade(after, claims[0]) == "low"


def test_a_withdrawal_is_printed_as_a_retraction():
    _, evidence = case(*SAID[:2], BACK[0])
    (found,) = retractions(evidence)
    assert found.kind == "retraction"
    assert "withdrew on Friday his statement" in found.sentences[0].text
