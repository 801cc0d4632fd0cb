import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allsource.lineage.trace import trace
from strategies import claim_at, page, quantity_at

WIRE = (
    "Orlan Works is building about 1,140 Brant boats a month, director Anna Lind said on Monday. "
    "The price of one boat fell from $164,000 to $118,500 within a year, Lind said. "
    "“Nobody in this town believed that we could do it”, she added. "
    "About 87 percent of the parts are made in Vell. QWA could not verify the figures."
)
REWRITE = (
    "Orlan Works builds 1,140 Brant boats every month. A boat that cost $164,000 now costs "
    "$118,500, and 87 percent of the parts are made in Vell."
)
OWN = (
    "Output at Orlan Works is some 1,140 Brant boats a month, said Tor Hem, who chairs the dockers' "
    "guild and counts them as they leave."
)


def rate(document, words, *, approximate=False):
    return quantity_at(
        document, words, 1140.0, unit="boat", per="month", measure="production rate",
        of="Brant boats", approximate=approximate,
    )  # fmt: skip


def wire(path="wire", published="2031-05-01", outlet="Quarrel Wire Agency", text=WIRE):
    document = page(text, path=path, published=published, outlet=outlet)
    claim = claim_at(
        document, "Orlan Works is building about 1,140 Brant boats a month",
        source="Anna Lind", cue="said", unverified_by="QWA" if "QWA" in text else None,
        quantities=[rate(document, "about 1,140 Brant boats a month", approximate=True)],
    )  # fmt: skip
    share = claim_at(document, "About 87 percent of the parts are made in Vell", hedges=["About"])
    return document, [claim, share]


def rewrite(path="rewrite", published="2031-05-09", outlet="Sundry Gazette", text=REWRITE):
    document = page(text, path=path, published=published, outlet=outlet)
    claim = claim_at(
        document, "Orlan Works builds 1,140 Brant boats every month",
        quantities=[rate(document, "1,140 Brant boats every month")],
    )  # fmt: skip
    return document, [claim, claim_at(document, "87 percent of the parts are made in Vell")]


def own(path="own", published="2031-06-02", outlet="Harbour Post"):
    document = page(OWN, path=path, published=published, outlet=outlet)
    claim = claim_at(
        document, "Output at Orlan Works is some 1,140 Brant boats a month",
        source="Tor Hem", cue="said",
        quantities=[rate(document, "some 1,140 Brant boats a month", approximate=True)],
    )  # fmt: skip
    return document, [claim]


def traced(*parts):
    return trace([d for d, _ in parts], [c for _, claims in parts for c in claims])


def cluster_of(lineage, claim):
    (found,) = [cluster for cluster in lineage.clusters if claim.id in cluster.claims]
    return found


def test_a_rewrite_leads_back_to_the_speaker_whom_it_does_not_name():
    first, second = wire(), rewrite()
    found = cluster_of(traced(first, second), first[1][0])
    assert set(found.claims) == {first[1][0].id, second[1][0].id}
    (root,) = found.roots
    assert (root.label, root.seen) == ("Anna Lind", False)
    assert set(root.documents) == {first[0].id, second[0].id}
    assert found.status == "same origin"
    assert 1.0 <= found.effective_roots < 1.3


def test_what_the_rewrite_dropped_is_told_with_the_words():
    first, second = wire(), rewrite()
    found = {(d.child, d.change): (d.before, d.after) for d in traced(first, second).drift}
    claim = second[1][0].id
    assert found[claim, "attribution dropped"] == ("Anna Lind", None)
    assert found[claim, "verification dropped"] == ("QWA", None)
    assert found[claim, "hedge dropped"] == (
        "about 1,140 Brant boats a month", "1,140 Brant boats every month",
    )  # fmt: skip
    assert found[second[1][1].id, "hedge dropped"] == ("About", None)


def test_two_speakers_on_unrelated_pages_are_independent():
    first, other = wire(), own()
    found = cluster_of(traced(first, other), other[1][0])
    assert {root.label for root in found.roots} == {"Anna Lind", "Tor Hem"}
    assert found.status == "independent"
    assert found.effective_roots == 2.0


def test_independent_speakers_confirm_and_copies_do_not():
    alone = cluster_of(traced(wire(), rewrite()), wire()[1][0])
    both = cluster_of(traced(wire(), rewrite(), own()), wire()[1][0])
    assert (alone.credibility.rating, both.credibility.rating) == (6, 1)
    assert "one origin" in alone.credibility.why
    assert both.probability is None, "no root has a record"


def test_two_voices_of_one_house_are_not():
    text = OWN.replace("Tor Hem, who", "Tor Hem, deputy of Anna Lind, who")
    document = page(text, path="own", published="2031-06-02", outlet="Harbour Post")
    claim = claim_at(
        document, "Output at Orlan Works is some 1,140 Brant boats a month", source="Tor Hem",
        cue="said", quantities=[rate(document, "some 1,140 Brant boats a month")],
    )  # fmt: skip
    found = cluster_of(traced(wire(), (document, [claim])), claim)
    assert found.status == "independence not established"
    assert found.effective_roots < 2.0


def test_two_pages_that_name_nobody_are_never_independent():
    one, other = (
        page("The old pier of Vell has sunk into the sea.", path="one", outlet="Harbour Post"),
        page("Vell: the old pier has sunk into the sea.", path="two", outlet="Bugle"),
    )
    claims = [
        claim_at(one, "The old pier of Vell has sunk into the sea"),
        claim_at(other, "the old pier has sunk into the sea"),
    ]
    found = cluster_of(trace([one, other], claims), claims[0])
    assert len(found.roots) == 2
    assert found.status == "independence not established"
    assert 1.0 < found.effective_roots < 1.5
    assert found.effective_roots_interval == (1.0, 2.0)


def test_a_page_that_names_an_outlet_only_in_passing_rests_on_its_report():
    document = page(
        "Orlan Works has built a new hall. Its owner Anna Lind is proud of it. The Sundry Gazette "
        "has not independently verified these claims."
    )
    claims = [
        claim_at(document, "Orlan Works has built a new hall"),
        claim_at(document, "is proud of it", source="Anna Lind"),
    ]
    lineage = trace([document], claims)
    (hop,) = [hop for hop in lineage.hops if hop.child == document.id]
    assert (hop.seen, hop.evidence[0].why) == (False, "names the outlet")
    assert cluster_of(lineage, claims[0]).roots[0].label == "a report by Sundry Gazette"
    speaker = cluster_of(lineage, claims[1])
    assert speaker.roots[0].label == "Anna Lind"
    assert "Sundry Gazette" in speaker.why[-1]


def test_unnamed_sources_of_two_pages_are_never_joined_by_description():
    texts = [
        "A senior official said the pier at Vell has sunk.",
        "The pier at Vell has sunk, a senior official said in May.",
    ]
    pages = [page(text, path=str(n)) for n, text in enumerate(texts)]
    words = ["A senior official", "a senior official"]
    claims = [
        claim_at(p, "pier at Vell has sunk", source=w, kind="unnamed_official", name="senior official")
        for p, w in zip(pages, words, strict=True)
    ]  # fmt: skip
    found = cluster_of(trace(pages, claims), claims[0])
    assert len(found.roots) == 2
    assert found.status == "independence not established"


def test_a_denial_joins_what_it_denies_and_supports_nothing():
    first = page("The old pier of Vell has sunk, Tor Hem said.", path="a", published="2031-05-01")
    second = page(
        "The old pier of Vell has sunk into mud? Anna Lind denied that.", path="b",
        published="2031-05-02",
    )  # fmt: skip
    said = claim_at(first, "The old pier of Vell has sunk", source="Tor Hem")
    denied = claim_at(
        second, "The old pier of Vell has sunk into mud", source="Anna Lind", status="denied"
    )
    found = cluster_of(trace([first, second], [said, denied]), said)
    assert denied.id in found.claims
    assert found.effective_roots == 1.0
    assert any("deny" in reason for reason in found.why)


def test_plans_are_not_confirmed_by_many_voices():
    parts = []
    for name, source, outlet in (("a", "Anna Lind", "Harbour Post"), ("b", "Tor Hem", "Bugle")):
        document = page(
            f"{source} expects 300 Brant boats a month.", path=name, outlet=outlet,
            published="2031-05-01",
        )  # fmt: skip
        quantity = quantity_at(
            document, "300 Brant boats a month", 300.0, unit="boat", per="month",
            measure="production rate", of="Brant boats",
        )  # fmt: skip
        claim = claim_at(
            document, "300 Brant boats a month", source=source, status="expected",
            quantities=[quantity],
        )  # fmt: skip
        parts.append((document, [claim]))
    assert cluster_of(traced(*parts), parts[0][1][0]).status == "independence not established"


def test_the_same_number_of_another_kind_is_another_cluster():
    document = page("It built 1,140 boats in all. It builds 1,140 boats a month.")
    total = claim_at(
        document, "It built 1,140 boats in all",
        quantities=[quantity_at(document, "1,140 boats", 1140.0, unit="boat", measure="cumulative output")],
    )  # fmt: skip
    monthly = claim_at(
        document,
        "It builds 1,140 boats a month",
        quantities=[rate(document, "1,140 boats a month")],
    )
    assert len(trace([document], [total, monthly]).clusters) == 2


def test_every_claim_is_in_one_cluster_and_leads_to_one_root():
    lineage = traced(wire(), rewrite(), own())
    claims = [c.id for part in (wire(), rewrite(), own()) for c in part[1]]
    assert sorted(c for cluster in lineage.clusters for c in cluster.claims) == sorted(claims)
    for cluster in lineage.clusters:
        assert sorted(c for root in cluster.roots for c in root.claims) == sorted(cluster.claims)


PARTS = [wire, rewrite, own]


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.permutations(range(3)),
    st.lists(st.tuples(st.sampled_from([0, 1, 2]), st.integers(0, 60)), max_size=6),
)
def test_reposts_and_order_never_raise_effective_roots(order, reposts):
    base = [PARTS[n]() for n in order]
    before = traced(*base)
    copies = [
        PARTS[n](
            path=f"copy{at}", published=f"2031-0{6 + day // 28}-{1 + day % 28:02d}", outlet=f"Copy {at} Post"
        )
        for at, (n, day) in enumerate(reposts)
    ]  # fmt: skip
    after = traced(*copies, *base)
    for _, claims in base:
        for claim in claims:
            was, now = cluster_of(before, claim), cluster_of(after, claim)
            assert now.effective_roots <= was.effective_roots
            assert now.effective_roots_interval[1] <= was.effective_roots_interval[1]
            assert (was.status, now.status) != ("same origin", "independent")


@settings(max_examples=10)
@given(st.permutations(range(3)), st.randoms(use_true_random=False))
def test_the_order_of_input_never_matters(order, pick):
    parts = [PARTS[n]() for n in order]
    documents, claims = [d for d, _ in parts], [c for _, some in parts for c in some]
    pick.shuffle(claims)
    assert trace(documents, claims) == traced(wire(), rewrite(), own())


def test_a_thousand_reposts_count_as_one():
    copies = [wire(path=str(n), published="2031-05-02", outlet=f"Copy {n} Post") for n in range(60)]
    before, after = traced(wire(), own()), traced(wire(), own(), *copies)
    claim = wire()[1][0]
    assert cluster_of(after, claim).effective_roots == cluster_of(before, claim).effective_roots


@pytest.mark.parametrize("names", [("Alder Times", "Birch Herald", "Cedar Post")])
def test_renaming_outlets_changes_no_count(names):
    parts = [part(outlet=name) for part, name in zip((rewrite, own), names[1:], strict=True)]
    plain = traced(rewrite(), own())
    for claim in (c for _, claims in parts for c in claims):
        one, other = cluster_of(plain, claim), cluster_of(traced(*parts), claim)
        assert (one.effective_roots, one.status) == (other.effective_roots, other.status)


def test_a_retraction_never_raises_effective_roots():
    text = (
        "CORRECTION: Our report of 1 May misstated the output of Orlan Works. Anna Lind gave 1,140 "
        "Brant boats in all. Orlan Works is not building 1,140 Brant boats a month."
    )
    document = page(text, path="fix", published="2031-05-20", outlet="Quarrel Wire Agency")
    claim = claim_at(
        document, "Orlan Works is not building 1,140 Brant boats a month", negated=True,
        quantities=[rate(document, "1,140 Brant boats a month")],
    )  # fmt: skip
    before, after = traced(wire(), rewrite()), traced(wire(), rewrite(), (document, [claim]))
    for first in wire()[1]:
        was, now = cluster_of(before, first), cluster_of(after, first)
        assert now.effective_roots <= was.effective_roots
        assert now.status != "independent"
    assert claim.id in cluster_of(after, wire()[1][0]).claims
    rated = [cluster_of(one, wire()[1][0]).credibility.rating for one in (before, after)]
    assert rated == [6, 4]


def test_undated_pages_that_share_a_text_share_one_root():
    texts = [REWRITE, REWRITE + " There is more to come.", REWRITE + " Nobody knows why it is so."]
    parts = [rewrite(path=str(n), published=None, outlet=None, text=t) for n, t in enumerate(texts)]
    found = cluster_of(traced(*parts), parts[0][1][0])
    (root,) = found.roots
    assert len(root.documents) == 3
    assert root.label == "a text that several documents share"
    assert found.status == "same origin"


def test_nothing_is_traced_from_nothing():
    lineage = trace([page("")], [])
    assert (lineage.hops, lineage.clusters, lineage.drift) == ((), (), ())


def test_a_body_that_speaks_on_its_own_page_is_the_one_that_others_credit():
    words = "the locks at Vell let 1,140 barges through"
    own_page = page(f"It is known that {words}.", path="own", outlet="River Authority")
    said = claim_at(own_page, words)
    other = page(f"River Authority said that {words}.", path="other", outlet="Harbour Post")
    credited = claim_at(other, words, source="River Authority", kind="organization", cue="said")
    lineage = traced((own_page, [said]), (other, [credited]))
    roots = {root.id: root for cluster in lineage.clusters for root in cluster.roots}
    (root,) = roots.values()
    assert (root.label, root.seen) == ("River Authority", True)
    assert set(root.claims) == {said.id, credited.id}


def test_an_outlet_that_is_taken_for_a_body_stays_an_outlet():
    """Its reporting is not a speaker told apart by name: nothing is established by it."""
    words = "the locks at Vell let 1,140 barges through"
    own_page = page(f"It is known that {words}.", path="own", outlet="Harbour Post")
    said = claim_at(own_page, words)
    other = page(f"Harbour Post said that {words}.", path="other", outlet="Quay News")
    credited = claim_at(other, words, source="Harbour Post", kind="organization", cue="said")
    lineage = traced((own_page, [said]), (other, [credited]))
    (root,) = [r for c in lineage.clusters for r in c.roots if said.id in r.claims]
    assert root.kind == "unattributed"
