from dataclasses import replace

from allsource.assessment.evidence import gather
from allsource.model.lineage import Cluster, Drift, Hop, Lineage, Root
from allsource.report.origins import journeys
from allsource.report.sources import source
from allsource.report.trees import steps, tree
from strategies import claim_at, page

WORDS = "the yard built 40 boats in May"


def told(*texts):
    """Claims of one root, one in each document, each of these words."""
    return [
        claim_at(page(f"It is known that {words}. Page {n}.", path=f"{n}.txt"), words)
        for n, words in enumerate(texts)
    ]


def case(claims, hops=(), drift=()):
    names = tuple(claim.id for claim in claims)
    documents = tuple(claim.document for claim in claims)
    root = Root("src_1", "Anna Lind", "named_person", False, names, tuple(d.id for d in documents))  # noqa: FBT003
    cluster = Cluster("clu_1", None, "boats", names, (root,), 1.0, (1.0, 1.0), "same origin")
    lineage = Lineage(
        tuple(
            Hop(claims[a].id, claims[b].id, "rewrite", 0.8, seen=True, evidence=(), id=f"hop_{a}{b}")
            for a, b in hops
        ),
        (cluster,),
        tuple(
            Drift(claims[a].id, claims[b].id, "figure", "40", "50", f"dri_{a}{b}") for a, b in drift
        ),
    )  # fmt: skip
    evidence = gather(documents, claims, lineage)
    return {name: n for n, name in enumerate(evidence.documents, 1)}, evidence


def test_what_was_taken_stands_below_what_it_was_taken_from():
    claims = told(WORDS, "boats were built in May", "40 boats left", "many boats")
    numbers, evidence = case(claims, hops=[(1, 0), (2, 1)])
    first, other = tree(claims, numbers, evidence)

    assert first.step.claim.id == claims[0].id
    assert [one.step.claim.id for one in first.below] == [claims[1].id]
    assert first.below[0].below[0].step.how == "rewrite, probability 0.80"
    assert other.step.claim.id == claims[3].id


def test_a_hundred_reposts_take_one_line():
    claims = told(*[WORDS] * 101)
    numbers, evidence = case(claims, hops=[(n, 0) for n in range(1, 51)])
    (node,) = tree(claims, numbers, evidence)

    assert node.below == ()
    assert {link.number for link in node.same} == set(numbers.values()) - {
        numbers[claims[0].document.id]
    }


def test_a_repeat_in_which_something_changed_is_shown_by_itself():
    claims = told(WORDS, WORDS)
    numbers, evidence = case(claims, hops=[(1, 0)], drift=[(1, 0)])
    (node,) = tree(claims, numbers, evidence)

    assert node.same == ()
    assert node.below[0].changes == ("figure",)


def test_no_claim_is_lost():
    claims = told(WORDS, "boats were built", WORDS, "boats left the yard", "boats were built")
    numbers, evidence = case(claims, hops=[(1, 0), (3, 1), (4, 0)])

    def shown(nodes):
        for node in nodes:
            yield node.step.claim.number
            yield from (link.number for link in node.same)
            yield from shown(node.below)

    assert sorted(shown(tree(claims, numbers, evidence))) == sorted(numbers.values())


def test_steps_run_from_the_nearest_to_the_root():
    claims = told(WORDS, "boats were built in May", "40 boats left")
    numbers, evidence = case(claims, hops=[(1, 0), (2, 1)])

    assert [one.claim.id for one in steps(claims[2].id, numbers, evidence)] == [
        claims[1].id, claims[0].id,
    ]  # fmt: skip


def test_changes_are_shown_by_pairs_of_documents():
    claims = told(WORDS, "boats were built in May", "40 boats left")
    numbers, evidence = case(claims, drift=[(1, 0), (2, 0)])
    evidence = replace(evidence, drift=dict(reversed(evidence.drift.items())))
    shown = journeys(evidence, numbers)

    assert [(one.parent.id, one.child.id) for one in shown] == [
        (claims[0].id, claims[n].id)
        for n in sorted((1, 2), key=lambda n: numbers[claims[n].document.id])
    ]
    assert {row.change for one in shown for told in one.retold for row in told.changes} == {
        "figure"
    }


def test_a_document_without_claims_stands_behind_the_first_claim_of_what_it_was_taken_from():
    claims = told(WORDS, "boats were built in May")
    numbers, evidence = case(claims)
    translated = page("Верфь построила 40 лодок.", path="ru.txt", language="ru")
    hop = Hop(
        translated.id, claims[0].document.id, "translation", 0.9, seen=True, evidence=(), id="hop_1"
    )
    documents = (*(claim.document for claim in claims), translated)
    lineage = Lineage((hop,), tuple(evidence.clusters.values()))
    evidence = gather(documents, claims, lineage)
    numbers = {name: n for n, name in enumerate(evidence.documents, 1)}
    first, second = tree(claims, numbers, evidence)

    (unread,) = first.unread
    assert unread.name == "ru.txt (undated, language ru), whose claims are not read"
    assert unread.how == "translation, probability 0.90"
    assert [link.target for link in unread.links] == [translated.id]
    assert second.unread == ()


def test_a_document_without_claims_says_in_its_facts_what_it_rests_on():
    (claim,) = told(WORDS)
    translated = page("Верфь построила 40 лодок.", path="ru.txt", language="ru")
    ends = translated.id, claim.document.id
    hop = Hop(*ends, "translation", 0.9, seen=True, evidence=(), id="hop_1")
    evidence = gather((claim.document, translated), (claim,), Lineage((hop,)))
    numbers = {name: n for n, name in enumerate(evidence.documents, 1)}
    below, above = (
        dict(source(one, numbers, evidence).facts) for one in (translated, claim.document)
    )

    assert below["Rests on"] == "document 1, 0.txt: translation, probability 0.90"
    assert above["Taken up by"] == "document 2, ru.txt: translation, probability 0.90"
