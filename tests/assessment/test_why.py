from dataclasses import replace

import pytest

from allsource.assessment.assess import assess
from allsource.assessment.evidence import gather
from allsource.assessment.ways import step, way
from allsource.assessment.why import why
from allsource.errors import CaseError
from allsource.model.lineage import Hop, HopEvidence, Loop, Passage, Relation
from harbour import harbour


def claim_of(case, words):
    return next(claim for claim in case.claims if words in claim.statement)


def hop(child, parent, *, probability=0.9, kind="rewrite"):
    evidence = (HopEvidence("shared passage", (Passage(child.document.id, child.span),)),)
    name = f"hop_{child.id}{parent}"
    return Hop(child.id, parent, kind, probability, seen=True, evidence=evidence, id=name)


@pytest.fixture
def told():
    """The boatyard, with the hop from the copied claim to the wire's and to its speaker."""
    case = harbour()
    said = claim_of(case, "the yard built 40 boats")
    copied = claim_of(case, "Ostrava Yard built 40 boats")
    root = next(r for c in case.lineage.clusters for r in c.roots if said.id in r.claims)
    hops = (hop(copied, said.id), hop(said, root.id, kind="primary_source"))
    case = replace(case, lineage=replace(case.lineage, hops=(*case.lineage.hops, *hops)))
    parts = (case.documents, case.claims, case.lineage, case.series, case.conflicts)
    return case, gather(*parts), assess(*parts)


def below(ground):
    yield ground
    for each in ground.on:
        yield from below(each)


def test_a_claim_leads_back_step_by_step_to_its_root(told):
    case, evidence, _ = told
    said, copied = (claim_of(case, w) for w in ("the yard built 40", "Ostrava Yard built 40"))

    assert [one.parent for one in way(copied.id, evidence)] == [
        said.id, evidence.root_of(said.id).id,
    ]  # fmt: skip
    assert step(said.id, evidence) is None


def test_a_hop_to_a_claim_of_another_root_is_not_walked(told):
    case, evidence, _ = told
    count = claim_of(case, "35 boats left")
    copied = claim_of(case, "Ostrava Yard built 40 boats")
    lineage = replace(case.lineage, hops=(hop(copied, count.id, probability=0.99),))
    evidence = gather(case.documents, case.claims, lineage)

    assert way(copied.id, evidence) == ()


def test_hops_that_run_in_a_ring_end(told):
    case, evidence, _ = told
    said, copied = (claim_of(case, w) for w in ("the yard built 40", "Ostrava Yard built 40"))
    lineage = replace(case.lineage, hops=(hop(copied, said.id), hop(said, copied.id)))
    evidence = gather(case.documents, case.claims, lineage)

    assert [one.parent for one in way(copied.id, evidence)] == [said.id]


def test_everything_of_a_case_can_be_asked_about(told):
    _, evidence, assessment = told
    told_of = (*assessment.findings, *assessment.conflicts, *assessment.gaps)
    names = [
        *evidence.documents, *evidence.claims, *evidence.roots, *evidence.clusters,
        *evidence.drift, *evidence.series, *evidence.conflicts,
        *(one.id for one in evidence.hops), *(one.id for one in told_of),
        *(sentence.id for one in told_of for sentence in one.sentences),
    ]  # fmt: skip
    for name in names:
        ground = why(name, evidence, assessment)
        assert ground.id == name
        assert ground.says


def test_every_sentence_ends_in_words_of_documents(told):
    _, evidence, assessment = told
    for finding in assessment.findings:
        for sentence in finding.sentences:
            grounds = list(below(why(sentence.id, evidence, assessment)))
            shown = {p.document for one in grounds for p in one.passages}
            assert {c.document for c in sentence.citations} <= shown


def test_a_copied_claim_shows_hop_root_changes_and_standing(told):
    case, evidence, assessment = told
    copied = claim_of(case, "Ostrava Yard built 40 boats")
    kinds = [one.kind for one in why(copied.id, evidence, assessment).on]

    assert kinds == ["hop", "hop", "root", "drift", "drift", "cluster"]


def test_the_beginning_of_an_id_is_enough_and_must_be_one(told):
    _, evidence, assessment = told
    name = next(iter(evidence.series))

    assert why(name[:9], evidence, assessment).id == name
    with pytest.raises(CaseError, match="ids begin so"):
        why("clm_", evidence, assessment)
    with pytest.raises(CaseError, match="nothing in the case"):
        why("clm_nothing", evidence, assessment)


def test_a_ring_rests_on_its_hops_and_a_relation_on_its_claims(told):
    case, _, assessment = told
    one, other = (document.id for document in case.documents[:2])
    shared = (HopEvidence("names the outlet", (Passage(one, case.claims[0].span),)),)
    kept = Hop(other, one, "quotation", 0.9, seen=True, evidence=shared, id="hop_kept")
    cut = Hop(one, other, "quotation", 0.8, seen=True, evidence=shared, id="hop_cut")
    loop = Loop((other, one), cut, "time", "loo_1")
    said, copied = (claim_of(case, w) for w in ("the yard built 40", "Ostrava Yard built 40"))
    shown = (Passage(copied.document.id, copied.proposition),)
    relation = Relation(said.id, copied.id, "specificity", shown, "rel_1")
    lineage = replace(case.lineage, hops=(kept,), loops=(loop,), relations=(relation,))
    evidence = gather(case.documents, case.claims, lineage)

    ring = why("loo_1", evidence, assessment)
    assert (ring.kind, [one.id for one in ring.on]) == ("loop", ["hop_kept", "hop_cut"])
    assert "it runs against time" in ring.says
    assert why("hop_cut", evidence, assessment).kind == "hop"
    differing = why("rel_1", evidence, assessment)
    assert (differing.kind, differing.passages) == ("relation", shown)
    assert [one.id for one in differing.on] == [said.id, copied.id]
    assert differing.says.startswith("specificity: the second tells more")
