from dataclasses import replace

from allsource.assessment.assess import assess
from allsource.assessment.changes import changes
from harbour import harbour


def assessment():
    case = harbour()
    return assess(case.documents, case.claims, case.lineage, case.series, case.conflicts)


def test_a_first_dossier_has_no_changes():
    assert changes(None, assessment()) == ()


def test_the_same_assessment_has_not_changed():
    assert changes(assessment(), assessment()) == ()


def test_a_new_finding_names_the_documents_that_did_it():
    now = assessment()
    before = replace(now, findings=now.findings[1:])
    cited = {c.document for s in now.findings[0].sentences for c in s.citations}
    new = min(cited)
    (change,) = changes(before, now, {d.id for d in harbour().documents} - {new})

    assert change.kind == "new"
    assert change.documents == (new,)
    assert change.sentence == now.findings[0].sentences[0]


def test_a_finding_that_is_gone_is_withdrawn():
    before = assessment()
    now = replace(before, findings=before.findings[:-1])
    (change,) = changes(before, now)

    assert (change.kind, change.finding) == ("withdrawn", before.findings[-1].id)


def test_stronger_and_weaker_follow_confidence_before_roots():
    before = assessment()
    at = next(i for i, f in enumerate(before.findings) if f.confidence == "low" and f.cluster)

    def changed(**fields):
        findings = list(before.findings)
        findings[at] = replace(findings[at], **fields)
        return changes(before, replace(before, findings=tuple(findings)))

    assert [c.kind for c in changed(confidence="moderate", effective_roots=0.5)] == ["stronger"]
    assert [c.kind for c in changed(effective_roots=0.5)] == ["weaker"]
    assert "effective roots rose" in changed(effective_roots=9.0)[0].why


def test_a_finding_is_followed_when_its_claim_of_choice_changed():
    before = assessment()
    renamed = replace(before.findings[2], id="fnd_other")
    now = replace(before, findings=(*before.findings[:2], renamed, *before.findings[3:]))

    assert changes(before, now) == ()
