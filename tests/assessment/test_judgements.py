"""A premise is told with how it stands; a judgement says where one of its premises fell."""

from allsource.assessment.checking import checks
from allsource.assessment.evidence import gather
from allsource.assessment.judgements import judgements, premises_of, rests
from allsource.assessment.why import why
from allsource.claims.extract import extract
from allsource.lineage.trace import trace
from allsource.model.assessment import Assessment
from allsource.report.check import check_records
from strategies import page

JUDGES = (
    "The Corvane yard will probably close, because the bank has withdrawn its guarantee, the "
    "analyst Petra Volmik said."
)
BACK = "Petra Volmik withdrew her statement that the bank has withdrawn its guarantee."
DENIES = "Karl Emme denied that the bank has withdrawn its guarantee."
AGREES = "The bank has withdrawn its guarantee, the lawyer Emil Sund said."


def case(*texts):
    pages = [
        page(text, path=f"p{day}", outlet=f"Paper {day}", published=f"2033-03-0{day}")
        for day, text in enumerate(texts, 1)
    ]
    claims = [claim for each in pages for claim in extract(each) if claim.stated]
    return gather(pages, claims, trace(pages, claims))


def standing(*texts):
    (judged,) = [one for one in judgements(case(*texts)) if one.premises]
    return judged.premises[0].status, judged.warnings


def test_a_premise_within_the_judgement_is_held_against_other_pages():
    assert standing(JUDGES) == ("told with the judgement only", ())
    assert standing(JUDGES, AGREES) == ("independence not established", ())
    assert standing(JUDGES, DENIES)[0] == "contradicted"


def test_a_premise_that_its_source_withdrew_is_told():
    status, warnings = standing(JUDGES, BACK)

    assert status == "withdrawn by its source"
    assert warnings == ("rests on a premise that its source withdrew",)


def test_a_premise_that_a_claim_states_is_linked_to_it():
    text = (
        "Orsk Rope has lost 40 buyers, Nela Brod said. That is why she expects it to close in May."
    )
    evidence = case(text)
    (judged,) = judgements(evidence)
    (link,) = premises_of(judged.claim, evidence)

    assert evidence.claims[link.claim].statement == "Orsk Rope has lost 40 buyers"
    assert judged.premises[0].status == "no other evidence"
    assert judged.warnings == ()


def test_a_premise_of_another_root_that_is_not_in_hand_is_told():
    text = (
        "The works bought 300 tonnes of wire, according to its annual report. Therefore it may have "
        "made 6,000 springs, the engineer Nela Brod said."
    )
    (judged,) = [one for one in judgements(case(text)) if one.premises]

    assert judged.warnings == ("rests on a premise whose root is not in hand",)


def test_a_thing_that_is_cited_is_not_in_hand():
    status, _ = standing("Citing tax records, Petra Volmik thinks that the yard employs 40 people.")

    assert status == "cited, not in hand"


def test_a_link_has_the_same_id_on_every_run_and_another_for_another_ground():
    first, again, other = (
        next(premises_of(judgements(evidence)[0].claim, evidence)).id
        for evidence in (case(JUDGES), case(JUDGES), case(JUDGES.replace("bank", "firm")))
    )

    assert first == again != other
    assert first.startswith("prm_")


def test_why_leads_from_a_judgement_to_its_premise_and_back_by_its_id():
    evidence = case(JUDGES, BACK)
    judged = judgements(evidence)[0]
    told = why(judged.claim.id, evidence, Assessment())
    (ground,) = [one for one in told.on if one.kind == "premise"]

    assert "withdrawn by its source" in ground.says
    assert why(ground.id, evidence, Assessment()) == ground


def test_why_says_where_no_premise_is_cited():
    evidence = case("The Corvane yard will probably close, the analyst Petra Volmik said.")
    told = why(next(iter(evidence.claims)), evidence, Assessment())

    assert [one.says for one in told.on if one.kind == "judgement"] == [
        "judged (“probably”): no premise cited"
    ]


def test_check_tells_a_machine_what_a_judgement_rests_on():
    evidence = case(JUDGES, BACK)
    own = [claim for claim in evidence.claims.values() if claim.judgement]
    (line,) = check_records(checks(own, evidence), evidence)

    assert line["judgement"]["icd203"] == "likely"
    assert line["judgement"]["premises"][0]["status"] == "withdrawn by its source"
    assert line["judgement"]["warnings"] == ["rests on a premise that its source withdrew"]


def test_a_fact_rests_on_nothing_here():
    evidence = case(AGREES)

    assert rests(next(iter(evidence.claims.values())), evidence) is None
    assert judgements(evidence) == ()
