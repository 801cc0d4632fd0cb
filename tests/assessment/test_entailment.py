from collections import Counter
from dataclasses import replace

import pytest

from allsource.assessment import compose, wording
from allsource.assessment.assess import assess, require_entailed, sentences
from allsource.assessment.entailment import check, quotable
from allsource.assessment.evidence import gather
from allsource.assessment.sayings import said
from allsource.errors import EntailmentError
from allsource.model.assessment import Assessment
from allsource.model.lineage import Lineage
from harbour import harbour
from mutations import mutations
from strategies import claim_at, page


@pytest.fixture(scope="module")
def case():
    hand = harbour()
    evidence = gather(hand.documents, hand.claims, hand.lineage, hand.series, hand.conflicts)
    assessment = assess(hand.documents, hand.claims, hand.lineage, hand.series, hand.conflicts)
    return evidence, list(sentences(assessment)), assessment


def test_no_unchanged_sentence_is_refused(case):
    evidence, printed, _ = case

    assert len(printed) > 25
    assert [reason for sentence in printed for reason in check(sentence, evidence)] == []


def test_every_mutated_sentence_is_refused(case):
    evidence, printed, _ = case
    tried: Counter[str] = Counter()
    let_through = []
    for sentence in printed:
        for what, changed in mutations(sentence, evidence):
            tried[what.split(":")[0].split()[0]] += 1
            if not check(changed, evidence):
                let_through.append((what, sentence.text, changed.text))

    assert let_through == []
    assert sum(tried.values()) >= 1000
    kinds = {"number", "unit", "date", "name", "hedge", "polarity", "citation", "template", "count"}
    assert kinds <= set(tried)


def one_claim(text, quote, **fields):
    document = page(text, outlet="Quay News")
    claim = claim_at(document, quote, **fields)
    return claim, gather([document], [claim], Lineage())


def test_a_denied_claim_is_printed_as_a_denial_only():
    claim, evidence = one_claim(
        "Anna Lind denied that the yard was for sale.", "the yard was for sale",
        source="Anna Lind", cue="denied", status="denied",
    )  # fmt: skip
    sentence = said(claim, evidence)

    assert sentence is not None
    assert sentence.template == "denial.named"
    assert "Anna Lind denied that the yard was for sale" in sentence.text
    parts = {
        "outlet": compose.Part("document", compose.whole([claim])),
        "credit": compose.Part("credit", compose.whole([claim])),
        "quote": compose.passage(claim),
    }
    assert compose.say("says.named", parts, evidence) is None
    assert compose.say("expected.named", parts, evidence) is None


def test_a_hedge_outside_the_proposition_brings_the_whole_passage():
    claim, evidence = one_claim(
        "Anna Lind said it was possible that the yard closes in June.", "the yard closes in June",
        source="Anna Lind", cue="said", status="hedged", hedges=["possible"],
    )  # fmt: skip
    sentence = said(claim, evidence)

    assert quotable(claim) == "passage"
    assert sentence is not None
    assert "it was possible that the yard closes in June" in sentence.text


def test_a_negation_outside_the_proposition_brings_the_whole_passage():
    claim, evidence = one_claim(
        "Anna Lind did not say that the yard closes.", "the yard closes",
        source="Anna Lind", cue="say", negated=True,
    )  # fmt: skip

    assert quotable(claim) == "passage"
    assert "did not say" in said(claim, evidence).text


def test_confirmed_needs_two_independent_roots(case):
    _, printed, _ = case
    confirmed = wording.templates()["stands.confirmed"]

    assert "independent" in confirmed.needs
    assert "many roots" in confirmed.needs
    assert not any(sentence.template == "stands.confirmed" for sentence in printed)


def test_only_templates_that_need_independence_say_confirmed():
    said_so = [t.key for t in wording.templates().values() if "confirm" in wording.literals(t)]

    assert said_so == ["stands.confirmed"]


def test_likelihood_and_confidence_never_share_a_sentence():
    for template in wording.templates().values():
        kinds = {kind for _, kind in template.slots}
        assert not ("likelihood" in kinds and "confidence" in wording.literals(template))


def test_the_build_fails_where_a_sentence_is_not_entailed(case):
    evidence, _, assessment = case
    first = assessment.findings[0]
    forged = replace(first.sentences[0], text=f"{first.sentences[0].text} Five.")
    broken = replace(first, sentences=(forged,))

    with pytest.raises(EntailmentError, match="not entailed"):
        require_entailed(Assessment((broken,)), evidence)


def test_the_build_fails_where_confidence_has_no_independent_roots(case):
    evidence, _, assessment = case
    weak = next(f for f in assessment.findings if f.cluster and f.confidence == "low")
    cluster = evidence.clusters[weak.cluster]
    assert cluster.status != "independent" or len(cluster.roots) >= 2
    alone = next(c for c in evidence.clusters.values() if len(c.roots) == 1)
    raised = replace(
        weak,
        confidence="high",
        cluster=alone.id,
        effective_roots=None,
        effective_roots_interval=None,
    )

    with pytest.raises(EntailmentError, match="without independent roots"):
        require_entailed(Assessment((raised,)), evidence)
