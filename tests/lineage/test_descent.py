import pytest

from allsource.lineage.derivation import Derivation, hop_id
from allsource.lineage.descent import descents
from allsource.lineage.statements import sayings
from allsource.model.lineage import Hop
from strategies import claim_at, page, quantity_at


def told(path, words, figure, low, unit="railcar"):
    document = page(f"It is known that {words}.", path=path)
    quantity = quantity_at(
        document, figure, low, unit=unit, measure="production rate", of="railcars"
    )
    return claim_at(document, words, quantities=[quantity])


def joined(child, *parents):
    said, weights = sayings([child, *parents])
    hops = []
    for parent in parents:
        ends = child.document.id, parent.document.id, "rewrite"
        hop = Hop(*ends, 0.9, seen=True, evidence=(), id=hop_id(*ends))
        hops.append(Derivation(hop, 0.9, directed=True, dated=True))
    by_document = {one.document.id: [one] for one in (child, *parents)}
    return {(one.hop.child, one.hop.parent) for one in descents(hops, by_document, said, weights)}


PARENT = told("a", "Vell Works builds 149 railcars every week", "149 railcars", 149)


@pytest.mark.parametrize(("figure", "low"), [("150 railcars", 150), ("169 railcars", 169)])
def test_a_claim_whose_figure_was_rounded_or_miscopied_is_joined(figure, low):
    child = told("b", f"the firm at Vell now turns out some {figure} in seven days", figure, low)
    assert joined(child, PARENT) == {(child.id, PARENT.id)}


def test_a_far_figure_or_one_of_another_thing_joins_nothing():
    far = told(
        "b",
        "the firm at Vell now turns out some 400 railcars in seven days",
        "400 railcars",
        400,
    )
    other = told(
        "c",
        "the firm at Vell now turns out some 150 cranes in seven days",
        "150 cranes",
        150,
        "crane",
    )
    assert joined(far, PARENT) == set()
    assert joined(other, PARENT) == set()


def test_the_same_figure_outweighs_a_near_one():
    child = told("b", "Vell Works turns out 149 railcars in seven days", "149 railcars", 149)
    near = told("c", "Vell Works builds 150 railcars every week", "150 railcars", 150)
    assert joined(child, near, PARENT) == {(child.id, PARENT.id)}
