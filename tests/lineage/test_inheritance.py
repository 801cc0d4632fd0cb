"""Whose root has a claim that credits nobody by name?"""

import pytest

from allsource.lineage.derivation import Derivation, hop_id
from allsource.lineage.families import Families
from allsource.lineage.inheritance import inherited
from allsource.lineage.roots import Origins
from allsource.lineage.statements import sayings
from allsource.model.lineage import Hop
from strategies import claim_at, page

WORDS = "the mill at Vell has burned to the ground"


def told(path, source=None, kind="named_person", outlet=None, words=WORDS, **fields):
    text = f"It is known that {words}." if source is None else f"{source} said that {words}."
    document = page(text, path=path, outlet=outlet)
    if source is not None:
        fields |= {"source": source, "kind": kind, "cue": "said"}
    return claim_at(document, words, **fields)


def labels(*claims, ties=(), outlets=None):
    documents = [claim.document for claim in claims]
    hops = []
    for child, parent, value in ties:
        ends = child.document.id, parent.document.id, "rewrite"
        hop = Hop(*ends, value, seen=True, evidence=(), id=hop_id(*ends))
        hops.append(Derivation(hop, value, directed=False))
    origins = Origins(claims, documents, (), outlets or {})
    families = Families([document.id for document in documents], hops)
    said, _ = sayings(claims)
    found = inherited([claims], said, lambda claim: origins.of(claim)[0], families)
    return {
        claim.document.path: found[claim.id].origin.label for claim in claims if claim.id in found
    }


LIND = told("lind", "Anna Lind")
BARE, VAGUE = told("bare"), told("vague", "a docker", "unnamed_person")


def test_a_page_without_a_name_has_the_named_root_of_its_family():
    ties = [(BARE, LIND, 0.9), (VAGUE, BARE, 0.9)]
    assert labels(LIND, BARE, VAGUE, ties=ties) == {"bare": "Anna Lind", "vague": "Anna Lind"}


def test_without_a_hop_nothing_is_inherited():
    assert labels(LIND, BARE, VAGUE) == {}


def test_a_way_that_is_less_sure_than_one_half_is_none():
    ties = [(BARE, LIND, 0.7), (VAGUE, BARE, 0.6)]
    assert labels(LIND, BARE, VAGUE, ties=ties) == {"bare": "Anna Lind"}


def test_who_is_named_keeps_their_root():
    hem = told("hem", "Tor Hem")
    assert labels(LIND, hem, ties=[(hem, LIND, 0.99)]) == {}


def test_the_nearest_of_two_named_roots_is_taken():
    hem = told("hem", "Tor Hem")
    ties = [(BARE, LIND, 0.8), (BARE, hem, 0.9)]
    assert labels(LIND, hem, BARE, ties=ties) == {"bare": "Tor Hem"}


def test_pages_that_name_nobody_share_the_root_of_the_one_that_says_most():
    other = told("other")
    found = labels(BARE, VAGUE, other, ties=[(BARE, VAGUE, 0.9), (other, VAGUE, 0.9)])
    assert found == {"bare": "a docker", "other": "a docker"}


@pytest.mark.parametrize(("outlet", "keeps"), [("Dock Wire", True), ("local media", False)])
def test_a_report_of_a_named_outlet_keeps_its_root_and_local_media_might_be_any(outlet, keeps):
    ties = [(BARE, LIND, 0.9)]
    found = labels(LIND, BARE, ties=ties, outlets={BARE.document.id: outlet})
    assert found == ({} if keeps else {"bare": "Anna Lind"})


def test_a_denial_inherits_from_no_affirmation():
    denial = told("denial", words=WORDS, status="denied")
    assert labels(LIND, denial, ties=[(denial, LIND, 0.9)]) == {}


def test_an_outlet_does_not_inherit_from_who_credits_it():
    own = told("own", outlet="Harbour Post")
    other = told("other", "Harbour Post", "organization", outlet="Quay News")
    assert labels(own, other, ties=[(other, own, 0.9)]) == {}


def test_the_order_of_claims_changes_nothing():
    other = told("other")
    ties = [(BARE, VAGUE, 0.9), (other, BARE, 0.9)]
    assert labels(BARE, VAGUE, other, ties=ties) == labels(other, VAGUE, BARE, ties=ties[::-1])


def test_the_hop_shows_both_sentences():
    ends = BARE.document.id, LIND.document.id, "rewrite"
    tie = Derivation(Hop(*ends, 0.9, seen=True, evidence=(), id=hop_id(*ends)), 0.9, directed=True)
    origins = Origins([LIND, BARE], [LIND.document, BARE.document], (), {})
    families = Families([LIND.document.id, BARE.document.id], [tie])
    said, _ = sayings([LIND, BARE])
    (one,) = inherited([[LIND, BARE]], said, lambda c: origins.of(c)[0], families).values()
    hop = one.hop()
    assert (hop.child, hop.parent, hop.probability) == (BARE.id, LIND.id, 0.9)
    shown = [(p.document, p.span) for evidence in hop.evidence for p in evidence.passages]
    assert shown == [(c.document.id, c.proposition) for c in (BARE, LIND)]
