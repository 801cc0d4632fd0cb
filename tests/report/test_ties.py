from dataclasses import replace

import pytest

from allsource.assessment.assess import assess
from allsource.assessment.evidence import gather
from allsource.model.lineage import Cluster, Hop, Lineage, Loop, Relation, Root
from allsource.report.dossier import context, dossier
from allsource.report.ties import loops, relations
from harbour import harbour
from strategies import claim_at, page


def group(name, *claims):
    ids = tuple(claim.id for claim in claims)
    root = Root("src_1", "Anna Lind", "named_person", False, ids, ())  # noqa: FBT003
    return Cluster(name, None, name, ids, (root,), 1.0, (1.0, 1.0), "same origin")


def told(path, words):
    return claim_at(page(f"It is known that {words}.", path=path), words)


ALL, PART, AGAIN = told("a", "forty boats left"), told("b", "ten left"), told("c", "ten left")


def case(*found, together=False):
    groups = [group("clu_1", ALL, PART, AGAIN)] if together else [
        group("clu_1", ALL), group("clu_2", PART, AGAIN)
    ]  # fmt: skip
    documents = [claim.document for claim in (ALL, PART, AGAIN)]
    evidence = gather(documents, (ALL, PART, AGAIN), Lineage((), tuple(groups), (), found))
    return {one.id: n for n, one in enumerate(documents, 1)}, evidence


def test_a_relation_is_told_from_either_group():
    numbers, evidence = case(Relation(ALL.id, PART.id, "scope", (), "rel_1"))
    (one,) = relations(evidence.clusters["clu_1"], numbers, evidence)
    assert (one.claim.id, one.how, one.other.id) == (ALL.id, "covers more than", PART.id)
    (other,) = relations(evidence.clusters["clu_2"], numbers, evidence)
    assert (other.claim.id, other.other.id) == (PART.id, ALL.id)
    assert other.how == "covers a part of what is meant by"


def test_a_relation_inside_a_group_and_between_equal_words_is_told_once():
    two = [Relation(ALL.id, x.id, "period", (), f"rel_{x.id}") for x in (PART, AGAIN)]
    numbers, evidence = case(*two, together=True)
    assert [one.how for one in relations(evidence.clusters["clu_1"], numbers, evidence)] == [
        "differs in period from"
    ]


def test_a_relation_to_a_claim_that_is_not_in_the_case_is_left_out():
    numbers, evidence = case(Relation(ALL.id, "clm_gone", "scope", (), "rel_1"))
    assert relations(evidence.clusters["clu_1"], numbers, evidence) == ()


@pytest.mark.parametrize(("by", "why"), [("time", "against time"), ("probability", "least")])
def test_a_ring_comes_back_to_where_it_began(by, why):
    made = harbour()
    one, other = made.documents[:2]
    cut = Hop(one.id, other.id, "rewrite", 0.6, seen=True, evidence=(), id="hop_1")
    lineage = replace(made.lineage, loops=(Loop((other.id, one.id), cut, by, "loo_1"),))
    evidence = gather(made.documents, made.claims, lineage)
    numbers = {name: n for n, name in enumerate(evidence.documents, 1)}
    (view,) = loops(evidence, numbers)
    assert [link.target for link in view.ring] == [other.id, one.id, other.id]
    assert why in view.cut


def test_the_dossier_shows_rings_and_relations():
    made = harbour()
    one, other = made.documents[:2]
    said, plan = made.claims[:2]
    cut = Hop(one.id, other.id, "rewrite", 0.6, seen=True, evidence=(), id="hop_1")
    lineage = replace(
        made.lineage,
        relations=(Relation(plan.id, said.id, "plan", (), "rel_1"),),
        loops=(Loop((other.id, one.id), cut, "time", "loo_1"),),
    )
    bare, full = (
        dossier(context(made.documents, made.claims, found, (), (), _assessed(made, found)))
        for found in (made.lineage, lineage)
    )
    assert "in a ring" not in bare
    assert "Documents that cite each other in a ring" in full
    assert "Harbour Post (3 June 2031)</a> rests on <a" in full
    assert "is an outcome; a plan is" in full


def _assessed(made, lineage):

    return assess(made.documents, made.claims, lineage, (), ())
