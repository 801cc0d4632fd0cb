from dataclasses import replace

from allsource.assessment.checking import checks
from allsource.assessment.evidence import gather
from allsource.report.check import check_records
from harbour import harbour


def evidence_of(case):
    return gather(case.documents, case.claims, case.lineage, case.series, case.conflicts)


def check_of(case, words):
    claim = next(c for c in case.claims if words in c.statement)
    return checks([claim], evidence_of(case))[0]


def test_a_number_with_a_true_conflict_is_contradicted_and_says_by_what():
    case = harbour()
    check = check_of(case, "the yard built 40 boats")
    against = next(c for c in case.claims if "35 boats" in c.statement)

    assert check.status == "contradicted"
    assert check.against == (against.id,)


def test_a_copy_is_borne_out_only_by_an_independent_root():
    case = replace(harbour(), conflicts=())
    check = check_of(case, "Ostrava Yard built 40 boats")

    assert check.status == "borne out"
    assert len(check.drift) == 2


def test_without_established_independence_nothing_is_borne_out():
    case = replace(harbour(), conflicts=())
    clusters = tuple(
        replace(c, status="independence not established") for c in case.lineage.clusters
    )
    case = replace(case, lineage=replace(case.lineage, clusters=clusters))

    assert check_of(case, "Ostrava Yard built 40 boats").status == "independence not established"


def test_a_denied_statement_is_contradicted_by_the_denial():
    assert check_of(harbour(), "Ostrava Yard is sold").status == "contradicted"


def test_a_claim_alone_has_no_other_evidence_and_says_what_it_lacks():
    check = check_of(harbour(), "owes its workers")

    assert check.status == "no other evidence"
    assert any("name nobody" in lack for lack in check.missing)
    assert any("date of publication" in lack for lack in check.missing)


def test_same_root_is_same_origin_only():
    case = replace(harbour(), conflicts=())
    lineage = case.lineage
    measured = next(c for c in lineage.clusters if c.status == "independent")
    first = measured.roots[0]
    only = replace(measured, claims=first.claims, roots=(first,), status="same origin")
    case = replace(case, lineage=replace(lineage, clusters=(only,)))

    assert check_of(case, "Ostrava Yard built 40 boats").status == "same origin only"


def test_records_have_the_fields_of_the_contract():
    case = harbour()
    evidence = evidence_of(case)
    records = check_records(checks(case.claims, evidence), evidence)

    assert len(records) == len(case.claims)
    fields = ["claim", "root", "status", "missing", "drift", "against", "judgement", "observed"]
    assert all(list(r) == fields for r in records)
    assert {"id", "label", "seen"} == set(records[0]["root"])
