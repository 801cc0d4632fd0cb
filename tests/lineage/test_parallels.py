"""Are claims of two pages of one family paired where each is the other's best match?"""

from allsource.lineage.clusters import clustered
from allsource.lineage.derivation import Derivation, hop_id
from allsource.lineage.parallels import parallels
from allsource.lineage.statements import sayings
from allsource.model.lineage import Hop
from strategies import claim_at, page

PARENT = (
    "The old mill at Vell burned to the ground on Monday",
    "Nobody was hurt, and the harbour was closed until noon",
)
CHILD = (
    "Fire destroyed the old mill beside the river at Vell",
    "The harbour of the town stayed closed for hours",
)

FIGURES = (("c", "4,120"), ("d", "7,350"))


def claims(path, sentences):
    document = page(". ".join(sentences) + ".", path=path)
    return [claim_at(document, words) for words in sentences]


def paired(*pages, tie=0.9):
    said, weights = sayings([claim for held in pages for claim in held])
    ends = pages[0][0].document.id, pages[1][0].document.id, "rewrite"
    hop = Hop(*ends, tie, seen=True, evidence=(), id=hop_id(*ends))
    by_document = {held[0].document.id: held for held in pages}
    found = parallels([Derivation(hop, tie, directed=False)], by_document, said, weights)
    return {tuple(said[name].claim.statement for name in pair) for pair in found}


def test_best_matches_both_ways_are_paired_however_reworded():
    found = paired(claims("a", PARENT), claims("b", CHILD))
    assert {frozenset(pair) for pair in found} == {
        frozenset({PARENT[0], CHILD[0]}),
        frozenset({PARENT[1], CHILD[1]}),
    }


def test_a_claim_whose_best_match_is_better_matched_has_none():
    found = paired(claims("a", PARENT[:1]), claims("b", (CHILD[0], PARENT[0])))
    assert found == {(PARENT[0], PARENT[0])}


def test_pages_that_hardly_belong_together_are_not_compared():
    assert paired(claims("a", PARENT), claims("b", CHILD), tie=0.5) == set()


def test_parallel_claims_are_in_one_cluster_unless_they_differ():
    one, other = claims("a", PARENT), claims("b", CHILD)
    said, _ = sayings([*one, *other])
    pairs = [(one[1].id, other[1].id)]
    before = len(clustered([*one, *other], (), said))
    assert len(clustered([*one, *other], (), said, pairs)) == before - 1
    few, many = (claims(path, (f"The mill at Vell held {n} sacks of rye",)) for path, n in FIGURES)
    said, _ = sayings([*few, *many])
    assert len(clustered([*few, *many], (), said, [(few[0].id, many[0].id)])) == 2
