# ruff: noqa: FBT003 - whether a root is in hand reads best beside its name
from dataclasses import replace

import pytest

from allsource.assessment.assess import assess, sentences
from allsource.assessment.compose import Part, say
from allsource.assessment.evidence import gather
from allsource.assessment.findings import bottom_line
from allsource.assessment.standing import confidence
from allsource.claims.extract import extract
from allsource.estimation.conflict import conflicts
from allsource.estimation.series import series
from allsource.lineage.trace import trace
from allsource.model.assessment import Citation
from allsource.model.lineage import Cluster, Lineage, Root
from allsource.model.span import Span
from allsource.report.sentences import finding_view
from harbour import harbour
from strategies import claim_at, page


def assessed(case):
    return assess(case.documents, case.claims, case.lineage, case.series, case.conflicts)


def texts(assessment):
    return [sentence.text for sentence in sentences(assessment)]


@pytest.fixture(scope="module")
def assessment():
    return assessed(harbour())


def test_the_order_of_input_changes_nothing(assessment):
    case = harbour()
    lineage = replace(
        case.lineage, clusters=case.lineage.clusters[::-1], drift=case.lineage.drift[::-1]
    )
    turned = replace(
        case, documents=case.documents[::-1], claims=case.claims[::-1], lineage=lineage,
        conflicts=case.conflicts[::-1],
    )  # fmt: skip

    assert assessment == assessed(turned)


def test_the_bottom_line_says_who_how_firmly_and_how_many(assessment):
    printed = texts(assessment)

    assert any(
        "Anna Lind with: “the yard built 40 boats a month in May 2031”" in t for t in printed
    )
    assert any("credits “a foreman” with a hedged" in t for t in printed)
    assert any("Three documents speak of this and lead back to two roots" in t for t in printed)
    assert any("drops that hedge: “Ostrava Yard is sold" in t for t in printed)
    assert len(assessment.findings) <= 12


def test_a_denial_names_who_denies(assessment):
    denials = [f for f in assessment.findings if f.kind == "denial"]

    assert "carries a denial by Corvane Holding" in denials[0].sentences[0].text


def test_a_plan_is_never_printed_as_an_outcome(assessment):
    for text in texts(assessment):
        if "will build 60" in text or "gives “60 boats" in text:
            assert "expectation or plan" in text
    assert any("put at 35 to 40 boats per month" in text for text in texts(assessment))


def test_a_disagreement_gives_both_figures_the_assumption_and_what_settles_it(assessment):
    first = [sentence.text for sentence in assessment.conflicts[0].sentences]

    assert "gives “40 boats a month”" in first[0]
    assert "gives “35 boats”" in first[0]
    assert any("both speak of all boats of May 2031" in text for text in first)
    assert any("delivery list of May 2031" in text for text in first)


def test_gaps_name_what_is_unverified_and_undated(assessment):
    printed = " ".join(gap.sentences[0].text for gap in assessment.gaps)

    assert "could not verify the figure" in printed
    assert "In one of the six documents read no date of publication was found" in printed
    assert any("more than one origin is not established" in text for text in texts(assessment))


def test_gaps_name_what_is_cited_and_not_in_hand():
    pages = [
        page(f"The yard is sold, Kestrel Review reported. Page {n} of {word}.", path=f"{n}.txt")
        for n, word in enumerate(("alpha", "beta", "gamma", "delta"))
    ]
    pages.append(page("A report titled “The long yard” says that strikes are rare.", path="t.txt"))
    assessment = assess(pages, [], trace(pages, []))
    printed = [gap.sentences[0].text for gap in assessment.gaps]

    assert printed[0].startswith("At least four documents cite “Kestrel Review”, which was not")
    assert printed[1].startswith("At least one document cites “The long yard”, which was not")
    held = page("It is sold.", path="held.txt", outlet="Kestrel Review")
    found = assess([*pages, held], [], trace([*pages, held], [])).gaps
    assert not any("Kestrel" in gap.sentences[0].text for gap in found)


def test_a_cited_outlet_is_not_told_of_a_page_that_does_not_cite_it():
    pages = [
        page("The yard is sold, Kestrel Review reported.", path="1"),
        page("It rained.", path="2"),
    ]
    evidence = gather(pages, [], trace(pages, []))
    (hop,) = evidence.hops
    place = Citation(pages[0].id, hop.evidence[0].passages[0].span)
    other = Citation(pages[1].id, Span(0, 2))
    parts = {"cited": Part("hop.words", (place,)), "n": Part("documents", (place, other))}

    assert say("gap.cited", parts, evidence) is None
    assert say("gap.cited", {**parts, "n": Part("documents", (place,))}, evidence) is not None


@pytest.mark.parametrize(("source", "asked"), [("an official", True), ("a foreman", False)])
def test_a_name_is_asked_for_where_the_words_say_that_it_is_kept_back(source, asked):
    document = page(f"Ostrava Yard has a new slipway in Merrin, {source} said.")
    claim = claim_at(
        document, "Ostrava Yard has a new slipway in Merrin", source=source,
        kind="unnamed_official", cue="said", names=["Ostrava Yard"],
    )  # fmt: skip
    printed = " ".join(g.sentences[0].text for g in assess([document], [claim], Lineage()).gaps)

    assert (f"does not name its source (“{source}”)" in printed) == asked


def test_confidence_needs_roots_established_as_independent():
    case = harbour()
    evidence = gather(case.documents, case.claims, case.lineage, (), ())
    measured = next(c for c in case.lineage.clusters if c.status == "independent")

    assert confidence(measured, evidence) == "moderate"
    unknown = replace(measured, status="independence not established")
    assert confidence(unknown, evidence) == "low"
    sure = replace(measured, effective_roots_interval=(2.6, 3.0))
    assert confidence(sure, evidence) == "high"


def test_a_true_conflict_never_raises_confidence():
    case = harbour()
    measured = next(c for c in case.lineage.clusters if c.status == "independent")
    quiet = gather(case.documents, case.claims, case.lineage, (), ())
    disputed = gather(case.documents, case.claims, case.lineage, (), case.conflicts)

    assert confidence(measured, quiet) == "moderate"
    assert confidence(measured, disputed) == "low"


def copies(n):
    text = "Dock Wire reported that Ostrava Yard has a new slipway in Merrin."
    documents = [page(text, path=f"{i}.txt", outlet=f"Paper {i}") for i in range(n)]
    claims = [
        claim_at(
            d, "Ostrava Yard has a new slipway in Merrin", source="Dock Wire", kind="outlet",
            cue="reported", names=["Ostrava Yard"],
        )
        for d in documents
    ]  # fmt: skip
    names = tuple(claim.id for claim in claims)
    root = Root("src_w", "Dock Wire", "outlet", False, names, tuple(d.id for d in documents))
    cluster = Cluster("clu_w", None, "slipway", names, (root,), 1.0, (1.0, 1.0), "same origin")
    return assess(documents, claims, Lineage((), (cluster,), ()))


def test_many_copies_of_one_report_are_one_root_however_many():
    for n in (2, 14):
        printed = " ".join(texts(copies(n)))
        finding = next(f for f in copies(n).findings if f.cluster)

        assert "documents tell this and lead back to Dock Wire" in printed
        assert "documents read lead back to Dock Wire for at least one statement" in printed
        assert finding.confidence == "low"
        assert finding.effective_roots == 1.0
        assert "confirmed" not in printed


def test_a_likelihood_word_is_the_sources_own():
    document = page("Anna Lind said the yard will very likely close in Merrin.", outlet="Quay News")
    claim = claim_at(
        document, "the yard will very likely close in Merrin", source="Anna Lind", cue="said",
        status="hedged", hedges=["very likely"], names=["Merrin"],
    )  # fmt: skip
    root = Root("src_l", "Anna Lind", "named_person", False, (claim.id,), (document.id,))
    cluster = Cluster("clu_l", None, "yard", (claim.id,), (root,), 1.0, (1.0, 1.0), "same origin")
    finding = next(
        f for f in assess([document], [claim], Lineage((), (cluster,), ())).findings if f.cluster
    )

    assert finding.likelihood is None or "very likely" in finding.sentences[0].text
    assert all("onfidence" not in s.text for s in finding.sentences)


def test_a_finding_whose_figure_was_corrected_is_not_graded_and_the_right_one_is():
    wrong = "Ann Lind, the director, said the yard built 1,100 Brant boats a month in May 2031."
    again = "The yard built 1,100 Brant boats a month in May 2031, Ann Lind said."
    right = (
        "A report published by Quay News on 1 June misstated the output of the yard, the paper said. Ann Lind, "
        "the director, said the yard had built 1,100 Brant boats in all by May 2031."
    )
    told = ((wrong, "Quay News"), (again, "Bay Post"), (right, "Quay News"))
    pages = [
        page(text, path=f"{day}.txt", outlet=name, published=f"2031-06-0{day}")
        for day, (text, name) in enumerate(told, 1)
    ]
    claims = [claim for each in pages for claim in extract(each)]
    lineage = trace(pages, claims)
    numbers = series(claims, lineage)
    evidence = gather(pages, claims, lineage, numbers, conflicts(numbers, claims, pages))
    numbered = {one.id: at for at, one in enumerate(pages, 1)}
    views = [
        finding_view(one, numbered, evidence)
        for one in bottom_line(evidence)
        if one.kind == "statement"
    ]
    grades = {("a month" in view.sentences[0].text): view.credibility for view in views}

    assert grades[True] == "not graded: its outlet corrected the figure"
    assert "not graded" not in (grades[False] or "")
